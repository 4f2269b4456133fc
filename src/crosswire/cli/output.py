"""Where results and complaints go: standard output, a file written whole or not at all, standard error."""

from __future__ import annotations

import codecs
import errno
import os
import re
import stat
import sys
import tempfile
import time
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


_STEERING = re.compile(
    "[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\ufffb\U000e0000-\U000e0fff]"
)
"""What JSON may hold as it is, and what would steer a terminal or reorder its line."""

SECONDS = 5.0
"""How long somebody is waited for who reads a pipe."""


def unless_terminal(json: str) -> str:
    """Returns JSON as it is for a file or a pipe; for a terminal with what would steer it written as JSON escapes."""
    if sys.stdout is None or not sys.stdout.isatty():
        return json
    return _STEERING.sub(lambda match: json_escape(match.group()), json)


def json_escape(sign: str) -> str:
    """Returns a character as JSON escapes it: "\\u202e", and a pair of them beyond U+FFFF."""
    code = ord(sign)
    if code <= 0xFFFF:
        return f"\\u{code:04x}"
    return f"\\u{0xD800 + ((code - 0x10000) >> 10):04x}\\u{0xDC00 + ((code - 0x10000) & 0x3FF):04x}"


def clean(message: str) -> str:
    """Returns a message on one line, without control characters."""
    return " ".join("".join(c if c.isprintable() else " " for c in message).split())


def complain(message: str) -> None:
    """Prints a message on standard error, on one line and without control characters; nowhere when that is closed."""
    if sys.stderr is None:
        return
    line = clean(message)
    encoding = getattr(sys.stderr, "encoding", None) or "utf-8"
    print(line.encode(encoding, "backslashreplace").decode(encoding), file=sys.stderr, flush=True)


def put(text: str, encoding: str = "utf-8") -> None:
    """Writes to standard output; what `encoding` cannot write becomes a like sign of ASCII, else a question mark.

    Raises:
        BrokenPipeError: nobody reads it any more.
        OutputError: it is closed, or takes nothing more.
    """
    _put(text.encode(encoding, _PLAIN))


def put_bytes(data: bytes) -> None:
    """Writes bytes to standard output. Raises as `put`, and OutputError where it is a terminal."""
    check_open()
    if sys.stdout.isatty():
        raise OutputError("standard output", "these are bytes, and it is a terminal", "--output PATH, a pipe")
    _put(data)


def _put(data: bytes) -> None:
    check_open()
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
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


def is_standard_output(path: str) -> bool:
    """Tells whether a path is standard output by another name: "-", "/dev/stdout"."""
    if path == "-":
        return True
    try:
        there, here = os.stat(path), os.fstat(1)
    except (OSError, ValueError):
        return False
    named = path.startswith(("/dev/", "/proc/"))
    return named and (there.st_dev, there.st_ino, there.st_rdev) == (here.st_dev, here.st_ino, here.st_rdev)


def check_writable(path: str) -> int | None:
    """Makes sure that something can be written at `path`: known before the work begins rather than after.

    Returns:
        A pipe opened for writing, for `write_file`; None for anything else.

    Raises:
        OutputError: nothing can be written there, or it is a pipe that nobody reads.
    """
    try:
        return _checked(path)
    except (OSError, ValueError) as error:
        raise OutputError(clean(path)[:200], _why(error)) from None


def _why(error: Exception) -> str:
    return (getattr(error, "strerror", None) or str(error)).lower()


def _checked(path: str) -> int | None:
    if "\0" in path:
        raise OutputError(clean(path)[:200], "not a path: there is a zero byte in it")
    if os.path.lexists(path) and stat.S_ISFIFO(os.stat(path).st_mode):
        return _pipe(path)
    folder = Path(path).absolute().parent
    if Path(path).is_dir():
        raise OutputError(path, "it is a folder")
    if len(os.fsencode(Path(path).name)) > 255:
        raise OutputError(clean(path)[:200], "file name too long")
    if Path(path).exists() and not os.access(path, os.W_OK):
        raise OutputError(path, "it is write-protected")
    if not folder.is_dir():
        raise OutputError(path, f"there is no folder {folder}")
    if not os.access(folder, os.W_OK):
        raise OutputError(path, f"no permission to write in {folder}")
    return None


def _pipe(path: str) -> int:
    """Opens a pipe for writing, as soon as somebody reads it."""
    ends = time.monotonic() + SECONDS
    while True:
        try:
            handle = os.open(path, os.O_WRONLY | os.O_NONBLOCK)
        except OSError as error:
            if error.errno != errno.ENXIO:
                raise
            if time.monotonic() > ends:
                raise OutputError(path, f"a pipe that nobody reads for {SECONDS:.0f} seconds") from None
            time.sleep(0.05)
            continue
        os.set_blocking(handle, True)
        return handle


def write_file(path: str, text: str | bytes, pipe: int | None = None) -> None:
    """Writes `text`, as UTF-8 where it is words: the file is the old one or the whole new one, never a half.

    Args:
        path: the file.
        text: what is written; halves of surrogate pairs become question marks.
        pipe: the pipe at this path as `check_writable` opened it.

    Raises:
        OutputError: it cannot be written, with the system's reason.
    """
    data = text.encode("utf-8", "replace") if isinstance(text, str) else text
    try:
        if pipe is not None:
            with open(pipe, "wb") as opened:
                opened.write(data)
            return
        target = Path(path).resolve()
        if target.exists() and not target.is_file():
            target.write_bytes(data)
        else:
            _replace(target, data)
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
