"""Where the reports differ: each difference with its values side by side, the words that clash marked."""

from __future__ import annotations

from collections.abc import Iterator

from crosswire.model import Difference, Evidence, Point, Slot, Story, Struct, Value
from crosswire.show.labels import count, note, open_in
from crosswire.show.labels import value as readable
from crosswire.show.lookup import Lookup
from crosswire.show.visible import one_line
from crosswire.show.wording import words_of_its_own

_WHOLE = 0.6
_FEW_WORDS = 5
#: Stretches of words that may be singled out of a clause; more of them are no longer read as a contrast.
_SINGLE_OUT = 2
_WEIGHT = {"conflict": 0, "update": 1, "precision": 2, "rounding": 3, "wording": 4}


class Piece(Struct, frozen=True):
    """Words in a row that clash with another report's, or do not."""

    words: str
    clashes: bool


class Told(Struct, frozen=True):
    """One clause that gives a value, as the reports that have it (copies of one another) tell it.

    `clause` is the first of `clauses`, one a report; `words` are the words in it that give the value.
    """

    clauses: tuple[Evidence, ...]
    clause: Evidence
    words: Evidence
    pieces: tuple[Piece, ...]


class Side(Struct, frozen=True):
    """One value of a difference with every telling of it, one an origin.

    `value` is empty where the clause that gives it says nothing else.
    """

    value: str
    reports: tuple[str, ...]
    told: tuple[Told, ...]


class Clash(Struct, frozen=True):
    """A difference of a point; `silent` is the evidence of reports in which no value was found for the slot."""

    point: Point
    difference: Difference
    sides: tuple[Side, ...]
    silent: tuple[Evidence, ...]


def clashes(story: Story, lookup: Lookup) -> tuple[Clash, ...]:
    """Returns the conflicts and updates in the story's order of points. Empty when the reports agree.

    A difference whose words an earlier one of its slot already sets side by side is told with that one alone.
    """
    found = [
        _clash(point, difference, lookup)
        for point in story.points
        for difference in point.differences
        if difference.nature in ("conflict", "update")
    ]
    return tuple(_told_once(found))


def tally(found: tuple[Clash, ...]) -> str:
    """Returns how many differences there are: "6 differences, 4 updated later"."""
    later = sum(clash.difference.nature == "update" for clash in found)
    differences = count(len(found) - later, "difference")
    if not later:
        return differences
    return f"{differences}, {later} updated later" if len(found) > later else f"{later} updated later"


def _told_once(found: list[Clash]) -> Iterator[Clash]:
    told: dict[Slot, list[set[tuple[str, int, int]]]] = {}
    for clash in found:
        words = {(e.report, e.start, e.end) for value in clash.difference.values for e in value.evidence}
        earlier = told.setdefault(clash.difference.slot, [])
        if not words or not any(words <= other for other in earlier):
            yield clash
        earlier.append(words)


def notes(point: Point) -> tuple[Difference, ...]:
    """Returns the point's smaller differences: precision, rounding, wording, in this order."""
    smaller = (d for d in point.differences if d.nature not in ("conflict", "update"))
    return tuple(sorted(smaller, key=lambda difference: _WEIGHT[difference.nature]))


def caveats(point: Point, lookup: Lookup) -> tuple[tuple[str, str], ...]:
    """Returns what limits a point that is told alike: its smaller differences and the slots that stay open.

    Each is a head and the values by report: ("Date may differ", "Monday in 01; Tuesday in 02"); what has one head is
    told as one.
    """
    heads: dict[str, list[str]] = {}
    for head, values in (*map(note, notes(point)), *map(open_in, point.unsettled)):
        told = heads.setdefault(head, [])
        if values not in told:
            told.append(values)
    return tuple((head, lookup.labelled(" · ".join(told))) for head, told in heads.items())


def _clash(point: Point, difference: Difference, lookup: Lookup) -> Clash:
    sides = tuple(_side(point, difference, value, lookup) for value in difference.values)
    telling = {report for side in sides for report in side.reports}
    silent = tuple(told for told in point.evidence if told.report not in telling)
    return Clash(point=point, difference=difference, sides=sides, silent=silent)


def _side(point: Point, difference: Difference, value: Value, lookup: Lookup) -> Side:
    others = tuple(e.exact for other in difference.values if other is not value for e in other.evidence)
    groups: dict[str, list[Evidence]] = {}
    for words in sorted(value.evidence, key=lambda e: (lookup.place(e.report), e.start)):
        groups.setdefault(lookup.origin(words.report), []).append(words)
    told = tuple(_told(point, group, others, lookup) for group in groups.values())
    reports = lookup.in_order(words.report for words in value.evidence)
    shown = as_told(value, lookup)
    repeats = any(folded(shown) == folded(one.words.exact) and _is_clause(one.words, one.clause, 0) for one in told[:1])
    return Side(value="" if repeats else shown, reports=reports, told=told)


def as_told(value: Value, lookup: Lookup) -> str:
    """Returns the value in the words of its first evidence, where it is but a form of them for comparing.

    A day, and a name in full, stay: "2031-03-04" says more than "on Tuesday", "Ada Brandt" more than "Brandt".
    """
    words = [" ".join(lookup.in_whole_words(told).exact.split()) for told in value.evidence]
    alike = next((told for told in words if folded(told) == folded(value.value)), None)
    for_comparing = value.value == value.value.lower() and readable(value.value) == one_line(value.value)
    return alike or (words[0] if words and for_comparing else value.value)


def folded(words: str) -> str:
    """Returns the words without case, runs of white space and the shape of apostrophes."""
    return " ".join(words.casefold().replace("’", "'").split())


def _told(point: Point, group: list[Evidence], others: tuple[str, ...], lookup: Lookup) -> Told:
    clause = lookup.clause(point, group[0])
    words = lookup.in_whole_words(group[0])
    start, end = max(0, words.start - clause.start), min(len(clause.exact), words.end - clause.start)
    start += len(clause.exact[start:end]) - len(clause.exact[start:end].lstrip())
    own = words_of_its_own(clause.exact[start:end], others) if _is_clause(words, clause) else ()
    marked = tuple((start + a, start + b) for a, b in own) if 0 < len(own) <= _SINGLE_OUT else ((start, end),)
    clauses = tuple(lookup.clause(point, evidence) for evidence in group)
    return Told(clauses=clauses, clause=clause, words=group[0], pieces=_pieces(clause.exact, marked))


def _is_clause(words: Evidence, clause: Evidence, few: int = _FEW_WORDS) -> bool:
    """Tells whether the words are most of a clause; of such only what no other value has is marked, if it is little."""
    return len(words.exact) > _WHOLE * len(clause.exact) and len(words.exact.split()) > few


def _pieces(text: str, marked: tuple[tuple[int, int], ...]) -> tuple[Piece, ...]:
    found: list[Piece] = []
    at = 0
    for start, end in marked:
        found.append(Piece(words=text[at:start], clashes=False))
        found.append(Piece(words=text[start:end], clashes=True))
        at = end
    found.append(Piece(words=text[at:], clashes=False))
    return tuple(piece for piece in found if piece.words)
