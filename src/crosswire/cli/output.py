"""Where results and complaints go: standard output, a file written whole or not at all, standard error."""

from __future__ import annotations

import codecs
import os
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from crosswire.errors import OutputError

_LIKE = str.maketrans("“”„‘’–—·▸◂", '"""\'\'---><') | {ord("…"): "..."}
_PLAIN = "crosswire.plain"


def _plain(error: UnicodeError) -> tuple[str | bytes, int]:
    """Stands in for what an encoding cannot write."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    signs = error.object[error.start : error.end].translate(_LIKE)
    return "".join(sign if sign.isascii() else "?" for sign in signs), error.end


codecs.register_error(_PLAIN, _plain)


def complain(message: str) -> None:
    """Prints a message on standard error, on one line and without control characters; nowhere when that is closed."""
    if sys.stderr is None:
        return
    line = " ".join("".join(c if c.isprintable() else " " for c in message).split())
    encoding = getattr(sys.stderr, "encoding", None) or "utf-8"
    print(line.encode(encoding, "backslashreplace").decode(encoding), file=sys.stderr, flush=True)


def put(text: str, encoding: str = "utf-8") -> None:
    """Writes to standard output; what `encoding` cannot write becomes a like sign of ASCII, else a question mark.

    Raises:
        BrokenPipeError: nobody reads it any more.
        OutputError: it is closed, or takes nothing more.
    """
    check_open()
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode(encoding, _PLAIN))
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        drop()
        raise
    except OSError as error:
        drop()
        raise OutputError("standard output", (error.strerror or str(error)).lower()) from None


def drop() -> None:
    """Lets what standard output still holds go nowhere, so that the end of the process does not fail on it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def check_open() -> None:
    """Raises OutputError when standard output is closed."""
    if sys.stdout is None:
        raise OutputError("standard output", "it is closed", "a terminal, a file, a pipe")


def check_writable(path: str) -> None:
    """Raises OutputError when nothing can be written at `path`: known before the work begins rather than after."""
    folder = Path(path).absolute().parent
    if Path(path).is_dir():
        raise OutputError(path, "it is a folder")
    if Path(path).exists() and not os.access(path, os.W_OK):
        raise OutputError(path, "it is write-protected")
    if not folder.is_dir():
        raise OutputError(path, f"there is no folder {folder}")
    if not os.access(folder, os.W_OK):
        raise OutputError(path, f"no permission to write in {folder}")


def write_file(path: str, text: str) -> None:
    """Writes `text` as UTF-8: the file is the old one or the whole new one, never a half.

    Raises:
        OutputError: it cannot be written, with the system's reason.
    """
    try:
        target = Path(path).resolve()
        if target.exists() and not target.is_file():
            target.write_bytes(text.encode("utf-8", "replace"))
        else:
            _replace(target, text.encode("utf-8", "replace"))
    except OSError as error:
        raise OutputError(path, (error.strerror or str(error)).lower()) from None


def _replace(target: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", dir=target.parent)
    try:
        with open(handle, "wb") as file:
            file.write(data)
        os.chmod(name, target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())
        os.replace(name, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
