"""The words of the brief itself: counts, dates, names of verdicts. None of them says what is true."""

from __future__ import annotations

import re
from collections.abc import Sized
from datetime import date, timedelta

from crosswire.model import ActKind, Difference, Nature, Resolution, Slot, Unsettled, Verdict
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
    "update": "a later report tells it anew",
    "rounding": "rounded",
    "precision": "told more and less exactly",
    "wording": "other words",
}
#: How a slot is told in which the passages of a point do not confirm one another.
UNSETTLED = "not confirmed"
VERDICTS: dict[Verdict, str] = {
    "conflicting": "reports differ",
    "updated": "told anew later",
    "corroborated": "reports agree",
    "single-source": "told once",
}
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
_MARKS = '"“”„«»'


def letter(place: int) -> str:
    """Returns the letter of the value at `place` (from 0) of a difference: A to Z, then a number."""
    return chr(ord("A") + place) if place < 26 else str(place + 1)


def count(things: Sized | int, one: str, many: str | None = None) -> str:
    """Returns the number with its noun: "1 report", "3 reports"."""
    number = things if isinstance(things, int) else len(things)
    return f"{number} {one if number == 1 else many or one + 's'}"


def reason(difference: Difference) -> str:
    """Returns why the difference is one, without the slot's name before it, which is shown beside it."""
    name = f"{difference.slot}: "
    why = one_line(difference.why)
    return why[len(name) :] if why.startswith(name) else why


def open_in(slot: Unsettled) -> str:
    """Returns in what the passages of a point do not confirm one another: "number: two men in 01; five men in 02"."""
    return f"{SLOTS[slot.slot].lower()}: {one_line(slot.why)}"


def language(code: str | None) -> str:
    """Returns the language of an ISO 639-1 code in words; the code where it is not a common one."""
    return _LANGUAGES.get(code or "", one_line(code or "") or "a language that was not recognised")


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
    return f"“{one_line(text).strip(_MARKS)}”"


def _is_day(text: str) -> bool:
    if len(text) != 10:
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
