"""What a program gives → what is read: every argument is checked, and a wrong one named with what is allowed."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any, Final

import msgspec

from crosswire.errors import ArgumentError
from crosswire.model import Report
from crosswire.read.naming import tidy
from crosswire.read.places import Given
from crosswire.read.published import published_iso

ALLOWED: Final = "a path, an http(s) address, a Report, or a list of them"
STRINGS: Final = ("id", "text", "title", "outlet", "url", "language")
NEEDED: Final = ("id", "text")


def checked(given: Any, name: str) -> list[Given]:
    """Returns what was given as a list of paths, addresses and `Report`s that hold what they must.

    Args:
        given: one or several of them, in whatever iterable.
        name: what the argument is called, for the message.

    Raises:
        ArgumentError: something else is given, or a path or a field of a `Report` is not what is allowed.
    """
    if isinstance(given, str | os.PathLike | Report):
        given = [given]
    if isinstance(given, bytes) or not isinstance(given, Iterable):
        raise ArgumentError(name, f"{_shown(given)} is none of these", ALLOWED)
    return [_one(each, f"{name}[{at}]") for at, each in enumerate(given)]


def _one(given: Any, name: str) -> Given:
    if isinstance(given, Report):
        return _report(given, name)
    if not isinstance(given, str | os.PathLike):
        raise ArgumentError(name, f"{_shown(given)} is none of these", ALLOWED)
    try:
        path = os.fspath(given)
    except Exception as error:
        raise ArgumentError(name, f"a path that cannot be told: {type(error).__name__}", ALLOWED) from error
    if not isinstance(path, str):
        raise ArgumentError(name, f"a path of {type(path).__name__}", "a path of str")
    if not path:
        raise ArgumentError(name, "an empty path", 'a path; "." for the current folder')
    return given if isinstance(given, str) else Path(path)


def _report(report: Report, name: str) -> Report:
    for field in STRINGS:
        value = getattr(report, field)
        if value is None and field not in NEEDED:
            continue
        if not isinstance(value, str):
            raise ArgumentError(f"{name}.{field}", f"{_shown(value)} is no string", "a str" + _or_none(field))
        if any("\ud800" <= sign <= "\udfff" for sign in value):
            raise ArgumentError(f"{name}.{field}", "half of a surrogate pair in it", "what UTF-8 can write")
    day = _day(report.published, f"{name}.published")
    return report if day == report.published else msgspec.structs.replace(report, published=day)


def _day(told: Any, name: str) -> str | None:
    if told is None:
        return None
    if isinstance(told, date):  # a moment is one too
        told = told.isoformat()
    day = published_iso(told) if isinstance(told, str) else None
    if day is None:
        raise ArgumentError(name, f"{_shown(told)} is no date", "ISO 8601, a date or datetime, None")
    return day


def _or_none(field: str) -> str:
    return "" if field in NEEDED else ", None"


def _shown(value: Any) -> str:
    try:
        return tidy(repr(value))[:60]
    except Exception:
        return f"an object of {type(value).__name__}"
