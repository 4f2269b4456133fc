"""Whether every value in the words of one report is told by the words of another: a detail of one is not of both."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

from crosswire.judge.sides.side import inside
from crosswire.model import Annotated, Name, Span
from crosswire.values.names.relate import relate as relate_names
from crosswire.values.numbers.relate import relate as relate_numbers
from crosswire.values.places.relate import relate as relate_places
from crosswire.values.relation import Relation
from crosswire.values.times.relate import relate as relate_times

#: How two values may stand to one another when one tells the other, or leaves it open.
_FITTING: Final = frozenset({"same", "within", "rounding"})


def are_told(piece: Annotated, span: Span, other: Annotated, where: Span) -> bool:
    """Tells whether each number, time, place and name at `span` of one report is told at `where` of the other.

    A value is told by one that it fits, or by the same words.
    """
    said = other.words_of(where).lower()

    def told(found: Sequence[Any], theirs: Sequence[Any], how: Callable[[Any, Any], Relation]) -> bool:
        beside = inside(theirs, where)
        return all(
            piece.words_of(value.span).lower() in said or any(how(value, v).how in _FITTING for v in beside)
            for value in inside(found, span)
        )

    def names(one: Name, name: Name) -> Relation:
        return relate_names(one.actor or piece.words_of(one.span), name.actor or other.words_of(name.span))

    return (
        told(piece.quantities, other.quantities, relate_numbers)
        and told(piece.times, other.times, relate_times)
        and told(piece.places, other.places, relate_places)
        and told(piece.names, other.names, names)
    )
