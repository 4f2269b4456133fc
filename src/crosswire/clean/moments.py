"""Moments as pages print them: a day, an hour, or both."""

from __future__ import annotations

import re

from crosswire.clean.wording import AGO, CLOCK, DAY, WEEKDAY, ZONE
from crosswire.model import Struct

_GAP = r"(?:\s|[,@|•·/–—-]|\b(?:at|on)\b)*+"
_DAY = rf"(?:\b{WEEKDAY},?\s*)?\b{DAY}(?:,?\s+\d{{4}}\b(?!\s*(?:GMT|UTC)))?"
_ZONE = rf"(?:\s*{ZONE}(?:\s*/\s*{ZONE})*)?"
_CLOCK = rf"\b(?:{CLOCK}|\d{{4}}(?=\s*(?:GMT|UTC)\b)|noon\b|midnight\b){_ZONE}"
_ISO = r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?"
_LAST_DAY = rf"\b{WEEKDAY}(?=\s*(?:[|)\]]|\Z))"
_MOMENT = re.compile(
    rf"(?P<iso>{_ISO})"
    rf"|(?P<day>{_DAY})(?:{_GAP}(?P<then>{_CLOCK}))?"
    rf"|\b{WEEKDAY}{_GAP}(?P<hour>{_CLOCK})"
    rf"|(?P<clock>{_CLOCK})(?:{_GAP}(?:(?P<behind>{_DAY})|{_LAST_DAY}))?"
    rf"|(?P<ago>{AGO})\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\d{4}(?!\s*(?:GMT|UTC))")


class Moment(Struct, frozen=True):
    """Where a moment ends, and which parts of it are told."""

    end: int
    day: bool
    year: bool
    clock: bool
    ago: bool

    @property
    def full(self) -> bool:
        """Whether day, year and hour are told."""
        return self.day and self.year and self.clock

    def to(self, end: int) -> Moment:
        """Returns the same moment, ending at `end`."""
        return Moment(end=end, day=self.day, year=self.year, clock=self.clock, ago=self.ago)


def moment_at(words: str, start: int) -> Moment | None:
    """Returns the moment that begins at `start` of `words`, None where none does."""
    found = _MOMENT.match(words, start)
    if found is None:
        return None
    day = found["iso"] or found["day"] or found["behind"]
    return Moment(
        end=found.end(),
        day=bool(day),
        year=bool(day and _YEAR.search(day)),
        clock=bool(found["iso"] or found["then"] or found["hour"] or found["clock"]),
        ago=bool(found["ago"] and found["ago"][:1].isdigit()),
    )
