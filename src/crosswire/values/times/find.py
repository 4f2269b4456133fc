"""Time expressions and the days they can mean.

The rules of `rules` all look at the text; of what overlaps, the longest match stands; a clock time, a part of
the day and
a day told beside one another are joined into one expression.
"""

from __future__ import annotations

import re
from datetime import date, datetime

from crosswire.model import Report, Span, Time
from crosswire.values.times.days import Reading
from crosswire.values.times.rules import RULES, Rule, Telling
from crosswire.values.times.words import PARTS

_AHEAD = re.compile(
    r"\b(?:will|['’]ll|won['’]t|shall|is to|are to|due to|plans? to|planned for|expected|scheduled|"
    r"set to|going to|is set|upcoming|"
    r"by|until|no later than|later this)\b",
    re.IGNORECASE,
)
_JOINT = re.compile(r"(?:,?\s(?:on\s|at\s|of\s|in\s)?(?:about\s|around\s|early\s|late\s)?(?:the\s)?)")
_AFTER_DAY = re.compile(
    rf"[\s-](?:early\s|late\s|mid-)?(?P<part>{'|'.join(sorted(PARTS, key=len, reverse=True))})\b", re.IGNORECASE
)

Found = tuple[int, int, Reading]


def find(report: Report, sentences: tuple[Span, ...]) -> tuple[Time, ...]:
    """Returns the time expressions of `report`, resolved against its own date where it has one.

    Durations and vague times ("now", "recently") are among them, with no days and the value "P3M", "now", "past" or
    "future".

    Returns:
        Times in reading order that do not overlap; empty when nothing tells a time.
    """
    today = report_day(report)
    return tuple(
        _time(found)
        for sentence in sentences
        for found in _in_sentence(report.text, sentence, today)
    )  # fmt: skip


def report_day(report: Report) -> date | None:
    """Returns the day that `report` was published on, None where its source does not tell one that can be read."""
    if not report.published:
        return None
    try:
        return datetime.fromisoformat(report.published.replace("Z", "+00:00")).date()
    except ValueError:
        written = re.match(r"\d{4}-\d\d-\d\d", report.published)
        return date.fromisoformat(written[0]) if written and _is_day(written[0]) else None


def _is_day(iso: str) -> bool:
    try:
        date.fromisoformat(iso)
    except ValueError:
        return False
    return True


def _in_sentence(text: str, sentence: Span, today: date | None) -> list[Found]:
    words = text[sentence.start : sentence.end]
    if not _TELLS.search(words):
        return []
    found: list[Found] = []
    for rule in RULES:
        for match in rule.pattern.finditer(words):
            telling = Telling(today=today, ahead=_looks_ahead(words, match.start()))
            reading = _resolved(rule, match, telling)
            if reading is not None:
                start, end = _trimmed(words, *match.span())
                found.append((sentence.start + start, sentence.start + end, reading))
    return _joined(text, _longest(found))


def _resolved(rule: Rule, match: re.Match[str], telling: Telling) -> Reading | None:
    """What a match means, None where it would lie before the year 1 or after 9999."""
    try:
        return rule.resolve(match, telling)
    except (OverflowError, ValueError):
        return None


#: A sentence without a digit, a capital or one of these words tells no time: most of the rules need not look at it.
_TELLS = re.compile(
    r"\d|[A-Z][a-z]{2}|day|night|week|month|year|morning|afternoon|evening|now|noon|hour|minute|second|quarter|decade|centur|"
    r"winter|spring|summer|fall|autumn|current|recent|soon|previous|future|past|lately|present|monthly|annual|dawn|dusk|daily",
)


def _looks_ahead(words: str, at: int) -> bool:
    """Whether the words before a time in its sentence speak of what is still to come."""
    return _AHEAD.search(words, max(0, at - 60), at) is not None


def _trimmed(words: str, start: int, end: int) -> tuple[int, int]:
    while start < end and words[start].isspace():
        start += 1
    return start, end


def _longest(found: list[Found]) -> list[Found]:
    kept: list[Found] = []
    for one in sorted(found, key=lambda f: (f[0] - f[1], f[0])):
        if all(one[1] <= other[0] or other[1] <= one[0] for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda f: f[0])


def _joined(text: str, found: list[Found]) -> list[Found]:
    """Joins a clock time or a part of the day with the day told beside it."""
    joined: list[Found] = []
    for start, end, reading in found:
        start, end, reading = _with_part(text, start, end, reading)
        if joined and (merged := _merged(text, joined[-1], (start, end, reading))):
            joined[-1] = merged
        elif not joined or joined[-1][1] <= start:
            joined.append((start, end, reading))
    return joined


def _with_part(text: str, start: int, end: int, reading: Reading) -> Found:
    """A day with the part of it told right after: "Friday night", "September 5 in the evening" stays two."""
    if reading.value.startswith("P") or reading.clock or reading.part or not _is_one_day(reading):
        return start, end, reading
    found = _AFTER_DAY.match(text, end)
    if not found:
        return start, end, reading
    return start, found.end(), _changed(reading, reading, reading.clock, PARTS[found["part"].lower()])


def _is_one_day(reading: Reading) -> bool:
    if reading.first is not None:
        return reading.first == reading.last
    return reading.value.split()[-1].endswith(("day", "today", "tomorrow", "yesterday"))


def _merged(text: str, left: Found, right: Found) -> Found | None:
    one, other = left[2], right[2]
    between = text[left[1] : right[0]]
    if not _JOINT.fullmatch(between):
        return None
    bare_one, bare_other = (
        one.first is None and bool(one.clock or one.part),
        other.first is None and bool(other.clock or other.part),
    )
    if bare_one and not bare_other and _is_one_day(other) and not other.clock:
        return left[0], right[1], _changed(other, other, one.clock, one.part or other.part)
    if bare_other and not bare_one and _is_one_day(one) and not one.clock:
        return left[0], right[1], _changed(one, one, other.clock, other.part or one.part)
    if (
        _is_one_day(one)
        and _is_one_day(other)
        and between.strip() in (",", "")
        and not one.clock
        and not bare_one
        and not bare_other
    ):
        return left[0], right[1], other if other.first else one
    return None


def _in_part(clock: str | None, part: str | None) -> str | None:
    """A clock time of the first twelve hours moved to the half of the day that its part of the day tells."""
    if clock and part in ("AF", "EV", "NI") and (part != "NI" or clock > "05:59") and clock < "12:00":
        return f"{int(clock[:2]) + 12:02}{clock[2:]}"
    return clock


def _changed(base: Reading, days: Reading, clock: str | None, part: str | None) -> Reading:
    return Reading(first=days.first, last=days.last, value=base.value, clock=_in_part(clock, part), part=part)


def _time(found: Found) -> Time:
    start, end, reading = found
    return Time(
        span=Span(start=start, end=end),
        first=reading.first.isoformat() if reading.first else None,
        last=reading.last.isoformat() if reading.last else None,
        value=reading.value,
        clock=reading.clock,
    )
