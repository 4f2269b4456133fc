"""Distorted reports: one number, day, place, name, speaker or polarity changed; each must come out as that difference.

    python -m bench.quality.distort [--wanted N] [--show] [--raise] [--lower NAME --reason "..."]

The changes are made by program to corroborated points of the labelled stories and of the project's example:
something that two
reports tell alike is changed in one of them, and the whole story is compared again.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from bench import floors
from bench.corpus import need
from bench.quality.changes import SLOTS, Change, Outcome, batches, cases, outcomes, sides
from crosswire.judge.sides.side import Side, side_at
from crosswire.model import Place, Quantity, Report, Span, Time
from crosswire.values.names.written import parts
from crosswire.values.places.levels import level
from crosswire.values.places.words import ENDINGS

FLOORS = Path(__file__).with_name("distort_floors.json")
#: So many distortions make the shares below worth telling; a few more or fewer say nothing.
ENOUGH = 200
PER_STORY = 16
#: A date that two reports tell of two sides of one happening is no slot that they share.
FEWEST_SHARED = 3
#: A saying that is given to another is recognised by so many of its words.
FEWEST_SAID = 4
_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_SMALL = [
    *["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"],
    "eleven",
    "twelve",
    "thirteen",
]
_COUNTRIES = ("Paraguay", "Mongolia", "Botswana")
_REGIONS = ("Montana", "Delaware")
_TOWNS = ("Brackwater", "Eastmere")
#: One for each report: two reports that give a saying to one stranger would agree.
_STRANGERS = ("Dorian Vexley", "Maren Toshall", "Ulric Pennance", "Selda Brome", "Casper Wyndle", "Ottoline Frake")
_FIRST = ("Leopold", "Cordelia")


def main() -> int:
    """Makes the distortions, prints how they came out by kind, and holds the floors; returns the exit status."""
    parser = floors.arguments("distort corroborated points and see whether it is noticed")
    parser.add_argument("--wanted", type=int, default=PER_STORY, help="distortions a story")
    parser.add_argument("--show", action="store_true", help="print the place of every distortion that was missed")
    told = parser.parse_args()
    need("stories", "score_ledger.py")
    results = [o for name, reports, raw in cases() for o in _story(name, reports, raw, told.wanted)]
    if told.show:
        for o in results:
            if not is_noticed(o):
                print(f"missed {o.change.kind}: {o.change.report} {o.change.span.start} -> "
                    f"{o.change.words!r} against {o.change.other}; {o.new}")  # fmt: skip
    figures = tally(results)
    return floors.check(FLOORS, figures, ("stories",), told)


def _story(name: str, reports: Sequence[Report], raw: dict[str, Any], wanted: int) -> list[Outcome]:
    changes = [change for point in sides(raw, reports) for change in distortions(point)]
    return list(outcomes(reports, batches(changes, wanted, name)))


def is_noticed(outcome: Outcome) -> bool:
    """Tells whether a distortion came out as a difference in the slot that was changed."""
    return bool(SLOTS[outcome.change.kind] & set(outcome.new))


def tally(results: Sequence[Outcome]) -> dict[str, float]:
    """Returns, and prints by kind, the share noticed and the share that came out as corroborated.

    What is neither was no longer aligned, or stands in a point that says it is not confirmed in that slot.
    """
    kinds = Counter(o.change.kind for o in results)
    for kind, count in sorted(kinds.items()):
        mine = [o for o in results if o.change.kind == kind]
        noticed = sum(map(is_noticed, mine))
        wrongly = sum(o.corroborated and not is_noticed(o) for o in mine)
        print(
            f"{kind:10} {count:4}  noticed {noticed / count:.2f}  corroborated {wrongly:3}  "
            f"neither {count - noticed - wrongly:3}"
        )
    noticed, wrongly = sum(map(is_noticed, results)), sum(o.corroborated and not is_noticed(o) for o in results)
    total = max(1, len(results))
    print(f"{'all':10} {len(results):4}  noticed {noticed / total:.3f}  corroborated {wrongly}")
    return {
        "distortions": min(len(results), ENOUGH),
        "noticed": round(noticed / total, 3),
        "not corroborated": round(1 - wrongly / total, 3),
    }


def distortions(point: Sequence[Side]) -> Iterator[Change]:
    """Yields every distortion that can be made to a point: of each kind, where another side tells the same."""
    for side in point:
        for other in point:
            if other.report != side.report and is_fair(side, other):
                for make in (_number, _day, _place, _name, _speaker, _polarity):
                    yield from make(side, other)


def is_fair(side: Side, other: Side) -> bool:
    """Tells whether two tellings of a point share enough words, three besides numbers, that a change of one
    belongs to both."""
    return len({s for s in side.stems & other.stems if not s.isdigit()}) >= FEWEST_SHARED


def _change(kind: str, side: Side, span: Span, words: str, other: Side) -> Change:
    return Change(kind=kind, report=side.report, span=span, words=words, other=other.report, other_span=other.span)


def _number(side: Side, other: Side) -> Iterator[Change]:
    for q in side.quantities:
        if q.kind in ("count", "money", "percent") and q.exact and any(_same_number(q, o) for o in other.quantities):
            told = side.piece.words_of(q.span)
            found = re.match(r"\$?(\d[\d,]*)|([A-Za-z]+)\b", told)
            new = _other_number(found[0]) if found else None
            if found and new:
                yield _change("number", side, Span(start=q.span.start, end=q.span.start + found.end()), new, other)


def _same_number(one: Quantity, other: Quantity) -> bool:
    return (one.low, one.high, one.kind) == (other.low, other.high, other.kind) and (
        one.unit is None or other.unit in (None, one.unit)
    )


def _other_number(told: str) -> str | None:
    if told.lower() in _SMALL[2:11]:
        word = _SMALL[_SMALL.index(told.lower()) + 3]
        return word.capitalize() if told[0].isupper() else word
    digits = re.sub(r"\D", "", told)
    if not digits or not 1 < int(digits) < 1e6:
        return None
    return ("$" if told.startswith("$") else "") + str(int(digits) + max(3, round(int(digits) * 0.4)))


def _day(side: Side, other: Side) -> Iterator[Change]:
    for time in side.times:
        told = side.piece.words_of(time.span)
        day = next((d for d in _DAYS if re.search(rf"\b{d}\b", told)), None)
        if day and any(_same_day(day, time, o, other) for o in other.times):
            at = time.span.start + told.index(day)
            yield _change("day", side, Span(start=at, end=at + len(day)), _DAYS[(_DAYS.index(day) + 3) % 7], other)


def _same_day(day: str, time: Time, other: Time, side: Side) -> bool:
    return day in side.piece.words_of(other.span) or (
        time.first is not None and (time.first, time.last) == (other.first, other.last)
    )


def _place(side: Side, other: Side) -> Iterator[Change]:
    text = side.piece.report.text
    for place in side.places:
        told = text[place.span.start : place.span.end]
        located = re.search(r"\b(?:in|at|near|from|to)\s$", text[max(0, place.span.start - 6) : place.span.start])
        whole = located and told[0].isupper() and not re.match(r"\s[A-Z]", text[place.span.end :])
        if whole and " of " not in told and any(_same_place(place, o) for o in other.places):
            yield _change("place", side, place.span, _other_place(place, told), other)


def _other_place(place: Place, told: str) -> str:
    """A place of the same kind: what may lie inside the place told would not contradict it."""
    kinds = {"country": _COUNTRIES, "in a country": _REGIONS}
    new = kinds.get(level(place), _TOWNS)[len(told) % 2]
    last = told.split()[-1]
    keeps = last != told and (last in ENDINGS or level(place) == "building")
    return f"{new} {last}" if new in _TOWNS and keeps else new


def _same_place(one: Place, other: Place) -> bool:
    return one.name == other.name


_OWNED: re.Pattern[str] = re.compile(r"(?:\bthe|['’]s)\s$", re.IGNORECASE)


def _name(side: Side, other: Side) -> Iterator[Change]:
    """Another first name; a name that is part of a longer one ("Mara Tellin Bridge"), is owned by somebody or has an
    article ("Ada's Boat Yard", "the Naval Code") is no person's."""
    text = side.piece.report.text
    for name in side.persons:
        own = parts(side.piece.words_of(name.span))
        if (
            len(own) == 2
            and not re.match(r"\s[A-Z]", text[name.span.end :])
            and not _OWNED.search(text[max(0, name.span.start - 5) : name.span.start])
            and own[-1].capitalize() not in ENDINGS
            and any(parts(other.piece.words_of(o.span)) == own for o in other.persons)
        ):
            yield _change(
                "name",
                side,
                Span(start=name.span.start, end=name.span.start + len(own[0])),
                _FIRST[len(own[1]) % 2],
                other,
            )


def _speaker(side: Side, other: Side) -> Iterator[Change]:
    voice, same = side.voice, other.voice
    if (
        not voice
        or not same
        or not voice.span
        or voice.kind != "person"
        or voice.name != same.name
        or len(parts(voice.name or "")) < 2
    ):
        return
    if not _say_alike(side, other) or any(q.span.covers(voice.span) for q in side.piece.quotations):
        return  # who is named between quotation marks is named by whoever is quoted
    if abs(voice.span.start - side.span.start) < 400 and side.piece.words_of(voice.span)[:1].isupper():
        stranger = _STRANGERS[sum(map(ord, side.report)) % len(_STRANGERS)]
        yield _change("speaker", side, voice.span, stranger, other)


def _say_alike(side: Side, other: Side) -> bool:
    """Tells whether the statements of both sides are one saying: they share four words, and three in five of the
    shorter's, as an indirect retelling of a quotation has to (docs/5-align.md).

    A point may be told in two statements that say different things, and two persons may say the like in other words:
    another speaker of one is then no difference between the reports, since both can be right.
    """
    left, right = _said(side), _said(other)
    shared = len(left & right)
    return shared >= FEWEST_SAID and 5 * shared >= 3 * min(len(left), len(right))


def _said(side: Side) -> frozenset[str]:
    content = side.statement.content if side.statement else ()
    return frozenset(stem for span in content for stem in side_at(side.piece, span).stems)


_AUXILIARY: re.Pattern[str] = re.compile(
    r"\b(was|were|is|are|has been|have been|will|would|could|"
    r"can)\s(?=([a-z]+))(?!not|n[’']t)"
)


def _polarity(side: Side, other: Side) -> Iterator[Change]:
    for found in _AUXILIARY.finditer(side.text):
        verb = found[2]
        if verb in ("the", "a", "an", "in", "at", "also", "that", "to", "on", "not", "never", "no") or not re.search(
            rf"\b{verb}\b", other.text
        ):
            continue
        at = side.span.start + found.end(1)
        yield _change("polarity", side, Span(start=at, end=at), " not", other)


if __name__ == "__main__":
    sys.exit(main())
