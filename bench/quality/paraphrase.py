"""Harmless rewrites: what means the same in other words must not come out as a difference.

    python -m bench.quality.paraphrase [--wanted N] [--show] [--raise] [--lower NAME --reason "..."]

Made by program in corroborated points of the labelled stories and of the project's example: numbers as words and
words as numbers,
months and titles shortened or written out, synonyms, a title in place of a name, the passive for the active and back.
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
from bench.quality.changes import Change, Outcome, batches, cases, outcomes, sides
from crosswire.judge.sides.side import Side
from crosswire.model import Report, Span
from crosswire.values.names.written import parts

FLOORS = Path(__file__).with_name("paraphrase_floors.json")
PER_STORY = 14
_SMALL = "zero one two three four five six seven eight nine ten eleven twelve".split()  # noqa: SIM905
#: Each of a pair stands for the other in any news text.
_SYNONYMS = (
    ("killed", "slain"), ("wounded", "injured"), ("arrested", "detained"), ("about", "roughly"), ("began",
    "started"), ("said", "stated"),
    ("people", "persons"), ("countries", "nations"), ("attack", "assault"), ("near", "close to"), ("several",
    "a number of"),
    ("officials", "authorities"), ("more than", "over"), ("died", "lost their lives"), ("because of", "owing to"),
    ("home", "residence"),
    ("weapon", "firearm"), ("meeting", "gathering"), ("agreement", "accord"), ("told", "informed"), ("help",
    "assist"), ("buy", "purchase"),
)  # fmt: skip
_SHORTER = (
    ("January", "Jan."), ("February", "Feb."), ("August", "Aug."), ("September", "Sept."), ("October", "Oct."),
    ("November", "Nov."),
    ("December", "Dec."), ("United States", "U.S."), ("United Kingdom", "UK"), ("percent", "per cent"), ("Senator",
    "Sen."),
    ("Lieutenant", "Lt."), ("Sergeant", "Sgt."), ("General", "Gen."), ("Governor", "Gov."), ("Representative",
    "Rep."), ("a.m.", "am"),
    ("p.m.", "pm"), ("Street", "St."), ("Avenue", "Ave."), ("Doctor", "Dr."), ("Russian President", "President"),
    ("will not", "won't"),
    ("did not", "didn't"), ("is not", "isn't"), ("was not", "wasn't"), ("cannot", "can't"), ("have not", "haven't"),
    ("has not", "hasn't"),
)  # fmt: skip


def main() -> int:
    """Makes the rewrites, prints how many came out as a difference, and holds the floors; returns the exit status."""
    parser = floors.arguments("rewrite corroborated points harmlessly and see whether a difference is claimed")
    parser.add_argument("--wanted", type=int, default=PER_STORY, help="rewrites a story")
    parser.add_argument("--show", action="store_true", help="print the place of every rewrite that became a difference")
    told = parser.parse_args()
    need("stories", "score_ledger.py")
    results = [o for name, reports, raw in cases() for o in _story(name, reports, raw, told.wanted)]
    if told.show:
        for o in results:
            if o.slots:
                print(f"claimed {o.change.kind}: {o.change.report} {o.change.span.start} -> "
                    f"{o.change.words!r} against {o.change.other}; {o.slots}")  # fmt: skip
    return floors.check(FLOORS, tally(results), ("stories",), told)


def _story(name: str, reports: Sequence[Report], raw: dict[str, Any], wanted: int) -> list[Outcome]:
    changes = [change for point in sides(raw, reports) for change in rewrites(point)]
    return list(outcomes(reports, batches(changes, wanted, name)))


def tally(results: Sequence[Outcome]) -> dict[str, float]:
    """Returns, and prints by kind, the share of rewrites that no difference was claimed of."""
    for kind, count in sorted(Counter(o.change.kind for o in results).items()):
        claimed = sum(bool(o.slots) for o in results if o.change.kind == kind)
        print(f"{kind:14} {count:4}  claimed as a difference {claimed}")
    claimed, total = sum(bool(o.slots) for o in results), max(1, len(results))
    print(f"{'all':14} {len(results):4}  claimed as a difference {claimed} ({claimed / total:.3f})")
    return {"rewrites": len(results), "left alone": round(1 - claimed / total, 3)}


def rewrites(point: Sequence[Side]) -> Iterator[Change]:
    """Yields every rewrite that can be made to a point."""
    for side in point:
        other = next(o for o in point if o is not side)
        for make in (_numbers, _synonyms, _shortened, _titles, _passive):
            yield from make(side, other)


def _change(kind: str, side: Side, start: int, end: int, words: str, other: Side) -> Change:
    return Change(
        kind=kind,
        report=side.report,
        span=Span(start=start, end=end),
        words=words,
        other=other.report,
        other_span=other.span,
    )


def _numbers(side: Side, other: Side) -> Iterator[Change]:
    for q in side.quantities:
        found = re.match(r"(\d{1,2}|[A-Za-z]+)\b", side.piece.words_of(q.span))
        if q.kind != "count" or not q.exact or not found:
            continue
        told = found[1].lower()
        if told in _SMALL[2:]:
            yield _change("number word", side, q.span.start, q.span.start + found.end(), str(_SMALL.index(told)), other)
        elif told.isdigit() and 2 <= int(told) <= 12 and found.end() < 3:
            yield _change("number word", side, q.span.start, q.span.start + found.end(), _SMALL[int(told)], other)


def _pairs(kind: str, pairs: Sequence[tuple[str, str]], both_ways: bool, side: Side, other: Side) -> Iterator[Change]:
    for one, new in [*pairs, *((b, a) for a, b in pairs if both_ways)]:
        for found in re.finditer(rf"(?<![\w-]){re.escape(one)}(?![\w-])", side.text):
            yield _change(kind, side, side.span.start + found.start(), side.span.start + found.end(), new, other)


def _synonyms(side: Side, other: Side) -> Iterator[Change]:
    yield from _pairs("synonym", _SYNONYMS, True, side, other)


def _shortened(side: Side, other: Side) -> Iterator[Change]:
    yield from _pairs("abbreviation", _SHORTER, False, side, other)


def _titles(side: Side, other: Side) -> Iterator[Change]:
    """The surname alone, or with "Mr.", in place of the whole name."""
    for name in side.persons:
        own = side.piece.words_of(name.span).split()
        if len(own) == 2 and len(parts(" ".join(own))) == 2:
            yield _change("title for name", side, name.span.start, name.span.end, own[1], other)


_ACTIVE = re.compile(r"\b(?P<who>[Pp]olice|[Tt]he police|[Oo]fficers|"
    r"[Aa]uthorities)\s(?P<did>arrested|identified|charged|released|found)\s(?P<whom>the\s[a-z]+|"
        r"[A-Z]\w+\s[A-Z]\w+)(?=[.,;\s]|$)")  # fmt: skip
_PASSIVE = re.compile(r"\b(?P<whom>[Tt]he\s[a-z]+|[A-Z]\w+\s[A-Z]\w+)\s(?:was|has "
    r"been)\s(?P<did>arrested|identified|charged|released|found)\sby\s(?P<who>police|authorities|"
        r"officers)\b")  # fmt: skip


def _passive(side: Side, other: Side) -> Iterator[Change]:
    for found in _ACTIVE.finditer(side.text):
        whom = found["whom"][0].upper() + found["whom"][1:] if found["who"][0].isupper() else found["whom"]
        words = f"{whom} was {found['did']} by {found['who'].lower()}"
        yield _change("passive", side, side.span.start + found.start(), side.span.start + found.end(), words, other)
    for found in _PASSIVE.finditer(side.text):
        who = found["who"].capitalize() if found["whom"].startswith("The") else found["who"]
        whom = found["whom"].replace("The ", "the ")
        yield _change(
            "passive",
            side,
            side.span.start + found.start(),
            side.span.start + found.end(),
            f"{who} {found['did']} {whom}",
            other,
        )


if __name__ == "__main__":
    sys.exit(main())
