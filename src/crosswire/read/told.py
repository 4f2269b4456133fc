"""The day of publication that a plain text tells at its head: in a byline, a line of its own, or the dateline."""

from __future__ import annotations

import re
from itertools import islice

from crosswire.read.published import published_iso

HEAD = 12  # lines of text among which a date of publication stands
FURTHEST = 20_000  # code points from the beginning that are looked at
BODY = 200  # code points of a line that is no heading any more: the report has begun
LONGEST = 110  # code points of a line that is about the report and not of it
OTHER_WORDS = 8  # words beside the date on such a line: a name, an outlet, a label

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DATE = re.compile(
    rf"\b(?:({_MONTH}) (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}})|(\d{{1,2}})(?:st|nd|rd|th)? ({_MONTH}),? (\d{{4}}))\b"
)
_ISO = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
_DATELINE = re.compile(r"[A-Z][A-Z .’'/-]+, [^()\n]{6,40}\([^()\n]{2,40}\) ?[-–—]")


def told_date(text: str) -> str | None:
    """Returns the first full date, as YYYY-MM-DD, on a line at the head of `text` that is about the report.

    Such a line is short and holds little beside the date ("Published Tuesday, 10 March 2026, 10:15 p.m."), or it begins
    with a dateline ("HALDEN, March 13, 2026 (Nordwire) -"). A date inside a sentence is not one of publication.
    None when no such line stands among the first twelve, or before the first paragraph of the report itself.
    """
    lines = (line.strip() for line in text[:FURTHEST].splitlines())
    for line in islice(filter(None, lines), HEAD):
        place = _DATELINE.match(line)
        about = place.group() if place else line
        found = _date(about)
        if found and (place or _is_about(line, found)):
            return published_iso(_plain(found))
        if len(line) > BODY:
            break
    return None


def _date(line: str) -> re.Match[str] | None:
    return _DATE.search(line) or _ISO.search(line)


def _is_about(line: str, date: re.Match[str]) -> bool:
    """Tells whether a line is about the report: short, little beside the date, and no sentence."""
    if len(line) > LONGEST:
        return False
    rest = line[: date.start()] + " " + line[date.end() :]
    ends = re.sub(r"\b[ap]\.m\.\W*$", "", line)
    return len(re.findall(r"[^\W\d_]{2,}", rest)) <= OTHER_WORDS and not re.search(r"[.!?][\"”’]?$", ends)


def _plain(date: re.Match[str]) -> str:
    """Returns the date in a form that `published_iso` reads: "March 13 2026" or the ISO date itself."""
    if date.re is _ISO:
        return date.group()
    month, day, year = (date[1], date[2], date[3]) if date[1] else (date[5], date[4], date[6])
    return f"{month[:3]} {day}, {year}"
