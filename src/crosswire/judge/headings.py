"""What a difference is headed by: of what its days, places and ages are told, in the reports' own words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from msgspec.structs import replace

from crosswire.judge.people.marks import age_beside
from crosswire.judge.questions.unknowns import openings_in
from crosswire.judge.sides.governors import head_of
from crosswire.judge.sides.predicates import LIGHT
from crosswire.judge.sides.side import inside, stem
from crosswire.judge.sides.units import PEOPLE
from crosswire.model import Annotated, Difference, Evidence, Span
from crosswire.values.numbers.measures import singular

#: Words of what is left open that a heading has room for.
_ROOM: Final = 60


def headed(difference: Difference, by_id: Mapping[str, Annotated]) -> Difference:
    """Returns the difference with what is compared named more closely, as far as the reports' words tell it.

    "day" becomes "day of the shooting" or "day (“arrested”)" where one word governs the days of all values, "age"
    the age of whom it stands beside, "known or not" tells what is left open. Else the head stays.
    """
    head = difference.about
    told = [e for value in difference.values for e in value.evidence[:1] if e.report in by_id]
    if not told:
        return difference
    pairs = [(by_id[e.report], Span(start=e.start, end=e.end)) for e in told]
    own = ""
    if head in ("day", "place"):
        own = _of_doing(pairs, head)
    elif head == "age":
        own = _of_person(pairs)
    elif head == "known or not":
        own = next(_left_open(told, by_id), "")
    return replace(difference, about=f"{head}{own}") if own else difference


def _of_doing(pairs: list[tuple[Annotated, Span]], head: str) -> str:
    """The one word that governs all values: a noun or a verb, and none that says little."""
    words = [_governor(piece, span) for piece, span in pairs]
    stems = {stem(word.lower()) for word, _ in words}
    word, pos = words[0]
    if len(stems) != 1 or not word or stems <= LIGHT:
        return ""
    if head == "day" and pos == "NOUN" and word.islower() and singular(word) == word:
        return f" of the {word}"
    return f" (“{word}”)" if pos in ("NOUN", "VERB") else ""


def _governor(piece: Annotated, span: Span) -> tuple[str, str]:
    words = piece.words
    top = head_of(words, span) if words else None
    at = words[top].head if top is not None else -1
    if at < 0:
        return "", ""
    return piece.report.text[words[at].start : words[at].end], words[at].pos


def _of_person(pairs: list[tuple[Annotated, Span]]) -> str:
    """The last name that ages stand beside, where it is one, else the noun for a person that all of them belong to."""
    names = {name for piece, span in pairs for name in _named_beside(piece, span)}
    if names:
        return f" of {names.pop()}" if len(names) == 1 else ""
    nouns = {_governor(piece, span)[0].lower() for piece, span in pairs}
    noun = next(iter(nouns))
    return f" of the {noun}" if len(nouns) == 1 and singular(noun) == noun and noun in PEOPLE else ""


def _named_beside(piece: Annotated, span: Span) -> Iterator[str]:
    near = Span(start=max(0, span.start - 60), end=span.end + 60)
    for name in inside(piece.names, near):
        age = age_beside(piece, name.span) if name.kind == "person" else None
        if age and age.span.overlaps(span):
            yield piece.words_of(name.span).split()[-1]


def _left_open(told: list[Evidence], by_id: Mapping[str, Annotated]) -> Iterator[str]:
    """What the first value that leaves something open leaves open, as far as a heading has room for it."""
    for evidence in told:
        text = by_id[evidence.report].report.text
        for opening in openings_in(text, Span(start=evidence.start, end=evidence.end)):
            asked = " ".join(text[opening.asked.start : opening.asked.end].split()).rstrip(" .,;:")
            if asked:
                yield f" (“{asked if len(asked) <= _ROOM else asked[:_ROOM].rsplit(' ', 1)[0] + '…'}”)"
