"""The words of the brief itself: counts, dates, names of verdicts. None of them says what is true."""

from __future__ import annotations

import re
from collections.abc import Sequence, Sized
from datetime import date, timedelta
from textwrap import shorten

from crosswire.model import ActKind, Difference, Nature, Resolution, Slot, Unread, Unsettled, Value
from crosswire.show.visible import one_line

SLOTS: dict[Slot, str] = {
    "number": "Number",
    "date": "Date",
    "place": "Place",
    "name": "Name",
    "speaker": "Speaker",
    "stance": "Stance",
    "cause": "Cause",
    "order": "Order of events",
    "role": "Role",
    "condition": "Condition",
    "wording": "Wording",
}
NATURES: dict[Nature, str] = {
    "conflict": "reports differ",
    "update": "updated later",
    "rounding": "rounded",
    "precision": "in different detail",
    "wording": "worded otherwise",
}
_UNUSED = {"unread": "not read", "aside": "set aside", "partly": "read in part"}
#: How a slot is told in which the passages of a point do not confirm one another.
UNSETTLED = "may differ"
#: What the part is called that holds the acts.
ACTS_ARE = "Threats, demands, pledges"
#: What a range of days in the timeline means.
MATTER = "On the same matter"
MATTER_IS = "not surely the same, so not counted as agreement"
ANY_DAY = "in a range, any day is possible"
ACTS: dict[ActKind, str] = {
    "threat": "Threats",
    "demand": "Demands",
    "refusal": "Refusals",
    "denial": "Denials",
    "accusation": "Accusations",
    "pledge": "Pledges",
    "offer": "Offers",
    "agreement": "Agreements",
    "appeal": "Appeals",
}
_LANGUAGES = {
    "ar": "Arabic",
    "bg": "Bulgarian",
    "cs": "Czech",
    "da": "Danish",
    "de": "German",
    "el": "Greek",
    "es": "Spanish",
    "fa": "Persian",
    "fi": "Finnish",
    "fr": "French",
    "he": "Hebrew",
    "hi": "Hindi",
    "hu": "Hungarian",
    "it": "Italian",
    "ja": "Japanese",
    "ko": "Korean",
    "nl": "Dutch",
    "no": "Norwegian",
    "pl": "Polish",
    "pt": "Portuguese",
    "ro": "Romanian",
    "ru": "Russian",
    "sr": "Serbian",
    "sv": "Swedish",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "ur": "Urdu",
    "vi": "Vietnamese",
    "zh": "Chinese",
}
_TOLD_AS: dict[Resolution, str] = {
    "named": "",
    "title": "as “{}”",
    "pronoun": "“{}”, taken to be this voice",
    "government": "“{}”, for the government",
    "unresolved": "“{}”, not settled who",
}

_WEEK = re.compile(r"(\d{4})-W(0[1-9]|[1-4]\d|5[0-2])(-WE)?")
_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")
#: What a reason begins with that says no more than its slot.
_NO_MORE = ("day", "quoted words")
_LISTED = 90
#: Marks of quotation at the ends of words that are quoted.
MARKS = '"“”„«»'


def letter(place: int) -> str:
    """Returns the letter of the value at `place` (from 0) of a difference: A to Z, then a number."""
    return chr(ord("A") + place) if place < 26 else str(place + 1)


def count(things: Sized | int, one: str, many: str | None = None) -> str:
    """Returns the number with its noun: "1 report", "3 reports"."""
    number = things if isinstance(things, int) else len(things)
    return f"{number} {one if number == 1 else many or one + 's'}"


def title(difference: Difference) -> str:
    """Returns what the values are values of: "People injured", "Name of Myrdal"; the slot where no more is told."""
    about = "" if difference.about in (difference.slot, *_NO_MORE) else one_line(difference.about)
    return about[:1].upper() + about[1:] or SLOTS[difference.slot]


def note(difference: Difference) -> tuple[str, str]:
    """Returns a smaller difference as its head and its values: "Name of Aune, in different detail", "Ms Aune in 01"."""
    nature = NATURES[difference.nature]
    head = nature.capitalize() if difference.slot == "wording" else f"{title(difference)}, {nature}"
    return head, listed(difference.values)


def open_in(slot: Unsettled) -> tuple[str, str]:
    """Returns in what a point is not alike for certain: "Number may differ", "two men in 01; five men in 02"."""
    what = "What is said" if slot.slot == "stance" else SLOTS[slot.slot]
    return f"{what} {UNSETTLED}", listed(slot.values)


def listed(values: Sequence[Value]) -> str:
    """Returns each value in its first telling's words with who tells it: "an hour in 01; two hours in 02, 03"."""
    parts = []
    for told in values:
        words = one_line(told.evidence[0].exact if told.evidence else told.value)
        reports = ", ".join(dict.fromkeys(evidence.report for evidence in told.evidence))
        short = shorten(words, _LISTED, placeholder="…")
        parts.append(f"{short} in {reports}" if reports else short)
    return "; ".join(parts)


def language(code: str | None) -> str:
    """Returns the language of an ISO 639-1 code in words; the code where it is not a common one."""
    return _LANGUAGES.get(code or "", one_line(code or "") or "a language that was not recognised")


def unused(given: Unread) -> str:
    """Returns what became of something that was given and not used, or not all of it: "not read", "set aside" ..."""
    return _UNUSED[given.kind]


def told_as(resolution: Resolution, words: str | None) -> str:
    """Returns how a voice was named where it was told, in words; empty when it was told by name or not at all."""
    return _TOLD_AS[resolution].format(one_line(words)) if words else ""


def day(value: str | None) -> str:
    """Returns an ISO date or time as "4 March 2031" or "4 March 2031, 13:30"; anything else as it is."""
    if not value:
        return ""
    try:
        found = date.fromisoformat(value[:10])
    except ValueError:
        return one_line(value)
    clock = value[11:16] if len(value) >= 16 and value[13:14] == ":" else ""
    return f"{found.day} {found:%B %Y}" + (f", {one_line(clock)}" if clock and clock != "00:00" else "")


def days(first: str, last: str) -> str:
    """Returns a range of days as one reads it: "4 to 6 March 2031"; one day when both are the same."""
    try:
        start, end = date.fromisoformat(first[:10]), date.fromisoformat(last[:10])
    except ValueError:
        return one_line(first) if first == last else f"{one_line(first)} to {one_line(last)}"
    if start == end:
        return f"{start:%a} {day(first)}"
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day} to {day(last[:10])}"
    if start.year == end.year:
        return f"{start.day} {start:%b} to {end.day} {end:%b %Y}"
    return f"{start.day} {start:%b %Y} to {end.day} {end:%b %Y}"


def value(text: str) -> str:
    """Returns a value as one reads it: a day, a range of days, a week or a month in words, anything else as it is."""
    first, _, last = text.partition("/")
    if _is_day(first) and (not last or _is_day(last)):
        return days(first, last or first)
    week = _WEEK.fullmatch(text)
    if week:
        monday = date.fromisocalendar(int(week[1]), int(week[2]), 1)
        if week[3]:
            saturday, sunday = monday + timedelta(days=5), monday + timedelta(days=6)
            return f"weekend of {days(saturday.isoformat(), sunday.isoformat())}"
        return f"week of {day(monday.isoformat())}"
    month = _MONTH.fullmatch(text)
    return f"{date.fromisoformat(text + '-01'):%B %Y}" if month else one_line(text)


def quoted(text: str) -> str:
    """Returns words that were said between quotation marks, without doubling marks that they bring along."""
    return f"“{one_line(text).strip(MARKS)}”"


def _is_day(text: str) -> bool:
    if len(text) != 10:
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
