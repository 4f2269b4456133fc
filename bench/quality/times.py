"""Time expressions on TimeBank and AQUAINT: spans strict and relaxed, and the days they mean.

    python -m bench.quality.times [--raise] [--lower NAME --reason "..."]

A gold value and ours are compared as what they mean: the same days, the same duration, or the same vague time.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from bench import floors
from bench.corpus import need
from crosswire.model import Report, Span, Time
from crosswire.values.times.days import Reading, quarter, season, weekend, whole_month, whole_week, whole_year
from crosswire.values.times.find import find as times

FLOORS = Path(__file__).with_name("times_floors.json")
_SEASONS = {"SP": "spring", "SU": "summer", "FA": "fall", "WI": "winter"}
#: What a TIMEX3 SET comes round with.
_EVERY = {
    "P1D": "day", "XXXX-XX-XX": "day", "P1W": "week", "XXXX-WXX": "week", "P1M": "month", "XXXX-XX": "month",
    "P1Q": "quarter", "P3M": "quarter", "P1Y": "year", "XXXX": "year", "PT1H": "hour",
}  # fmt: skip
#: Lengths in months and in seconds.
_SIZES = {
    "TS": (1, "seconds"), "TM": (60, "seconds"), "TH": (3600, "seconds"), "D": (86_400, "seconds"),
    "W": (604_800, "seconds"), "M": (1, "months"), "Q": (3, "months"), "Y": (12, "months"), "DE": (120, "months"),
    "E": (120, "months"), "CE": (1200, "months"), "C": (1200, "months"), "L": (12_000, "months"),
}  # fmt: skip
_REFS = {"PRESENT_REF": "now", "PAST_REF": "past", "FUTURE_REF": "future"}


def documents(folder: Path) -> Iterator[dict[str, Any]]:
    """Yields the documents of both corpora: id, dct, text, timexes."""
    for name in ("timebank", "aquaint"):
        with gzip.open(folder / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            yield from map(json.loads, lines)


def found_in(document: dict[str, Any]) -> list[Time]:
    """Returns what our rules find in one document, its paragraphs taken as sentences."""
    text = document["text"]
    spans = tuple(Span(start=m.start(), end=m.end()) for m in re.finditer(r"[^\n]+(?:\n[^\n]+)*", text))
    return list(times(Report(id="x", text=text, published=document["dct"]), spans))


def meant(value: str) -> tuple[str, str] | str:
    """Returns the days a TIMEX3 value means, or the value as we write it where it means none.

    What a value leaves open ("1989-XX", "1989-11-XX", "199X") widens it to all the days that it can mean.
    """
    if value in _REFS:
        return _REFS[value]
    value = re.sub(r"(?:-XX)+$", "", value)
    day = re.match(r"(\d{4})-(\d\d)-(\d\d)", value)
    reading: Reading | None = None
    if day:
        return day[0], day[0]
    if m := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
        monday = date.fromisocalendar(int(m[1]), max(1, int(m[2])), 1)
        reading = weekend(monday) if m[3] else whole_week(monday)
    elif m := re.fullmatch(r"(\d{4})-Q(\d)", value):
        reading = quarter(int(m[1]), int(m[2]))
    elif m := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", value):
        reading = season(int(m[1]), _SEASONS[m[2]])
    elif m := re.fullmatch(r"(\d{4})-(\d\d)", value):
        reading = whole_month(int(m[1]), int(m[2]))
    elif m := re.fullmatch(r"\d{4}", value):
        reading = whole_year(int(value))
    elif m := re.fullmatch(r"(\d{3})X?", value):
        return f"{m[1]}0-01-01", f"{m[1]}9-12-31"
    return (str(reading.first), str(reading.last)) if reading else value


def same_value(time: Time, value: str, kind: str) -> bool:
    """Tells whether our reading of a time means what the gold value means: the days, the length, or how often."""
    if kind == "SET":
        return time.value == f"every {_EVERY.get(value, value)}"
    if value.startswith("P") and time.value.startswith("P") and value not in _REFS:
        return _length(time.value) == _length(value)
    ours = (time.first, time.last) if time.first and time.last else time.value
    return ours == meant(value)


def _length(value: str) -> str:
    """A length of time in months, seconds, or as told where it is vague: two decades are twenty years."""
    parts = re.findall(r"(?<=T)(\d+)([SMH])|(\d+)(DE|CE|E|C|L|[DWMQY])", value)
    if not parts or "X" in value:
        return re.sub(r"(?<=X)(?:DE|CE)$", lambda m: m[0][-1] if m[0] == "DE" else "C", value)
    sizes = [(int(a or b), *_SIZES[f"T{clock}" if clock else unit]) for a, clock, b, unit in parts]
    return " ".join(
        f"{sum(n * size for n, size, into in sizes if into == unit)} {unit}" for unit in ("months", "seconds")
    )


def score(folder: Path) -> dict[str, float]:
    """Returns strict and relaxed span F1 (percent) and the share of values right among spans found."""
    strict = relaxed = right = gold = predicted = 0
    for document in documents(folder):
        ours, theirs = found_in(document), document["timexes"]
        gold, predicted = gold + len(theirs), predicted + len(ours)
        taken: set[int] = set()
        for told in theirs:
            hit = next(
                (
                    i
                    for i, t in enumerate(ours)
                    if i not in taken and t.span.start < told["end"] and told["start"] < t.span.end
                ),
                None,
            )
            if hit is None:
                continue
            taken.add(hit)
            relaxed += 1
            strict += (ours[hit].span.start, ours[hit].span.end) == (told["start"], told["end"])
            right += same_value(ours[hit], told["value"], told["type"])
    return {
        "strict": round(200 * strict / (gold + predicted), 1),
        "relaxed": round(200 * relaxed / (gold + predicted), 1),
        "value": round(100 * right / max(1, relaxed), 1),
        "gold": gold,
        "found": predicted,
    }


def main() -> int:
    """Prints the figures and holds the floors; returns the exit status."""
    told = floors.arguments("score time expressions on TimeBank and AQUAINT").parse_args()
    figures = score(need("timex") / "timex")
    print(json.dumps(figures))
    return floors.check(FLOORS, {name: figures[name] for name in ("strict", "relaxed", "value")}, ("timex",), told)


if __name__ == "__main__":
    sys.exit(main())
