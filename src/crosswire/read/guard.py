"""A fault in one input is named with its reason, and the rest goes on: the guard around every reader."""

from __future__ import annotations

import lzma
import zipfile
import zlib
from collections.abc import Callable, Iterator

from crosswire.errors import NoReportError, ReadError
from crosswire.model import Unread
from crosswire.read.found import Found, Source, not_usable, set_aside
from crosswire.read.naming import tidy

DAMAGED = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError)
LONGEST = 300
"""Code points of a reason that comes from elsewhere."""


def guarded(
    read: Callable[[], Iterator[Found | Unread]], source: Source, place: str | None = None
) -> Iterator[Found | Unread]:
    """Gives what `read` finds and, where it fails, the reason as a note behind what it found until then.

    Interruptions go through; nothing else is raised, whatever a library does with what it is given.
    """
    try:
        yield from read()
    except GeneratorExit:
        raise
    except NoReportError as error:
        yield set_aside(source, error.why, place)
    except ReadError as error:
        yield not_usable(source, error.why + (f"; allowed: {error.allowed}" if error.allowed else ""), place)
    except Exception as error:
        yield not_usable(source, reason(error), place)
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # how a library written in Rust ends; no class to import
            raise
        yield not_usable(source, reason(error), place)


def reason(error: BaseException) -> str:
    """Returns why reading failed, in plain words: what the system refused, what is damaged, or a fault of crosswire."""
    if isinstance(error, FileNotFoundError):
        return "no such file"
    if isinstance(error, PermissionError):
        return "no permission to read it"
    if isinstance(error, RecursionError):
        return "nested too deeply"
    if isinstance(error, MemoryError):
        return "not enough memory to read it"
    told = tidy(str(error))[:LONGEST]
    if isinstance(error, DAMAGED):
        return f"damaged: {told}".rstrip(": ")
    if isinstance(error, OSError):
        return (tidy(error.strerror or "") or told or type(error).__name__).lower()
    return f"could not be understood: {type(error).__name__}: {told}".rstrip(": ")
