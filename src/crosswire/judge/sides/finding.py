"""What a comparator finds: two values of one slot that are not the same, and why."""

from __future__ import annotations

from collections.abc import Callable

from crosswire.judge.sides.denied import stated
from crosswire.judge.sides.side import Side
from crosswire.model import Nature, Slot, Span, Struct


class Told(Struct, frozen=True):
    """One value of a slot: in a comparable form, in the words to show, and where the report tells it."""

    value: str
    shown: str
    span: Span


class Finding(Struct, frozen=True):
    """Two unequal values of one slot; `about` names what they are values of ("people killed")."""

    slot: Slot
    nature: Nature
    left: Told
    right: Told
    about: str

    def turned(self) -> Finding:
        """Returns the same finding seen from the other side."""
        return Finding(slot=self.slot, nature=self.nature, left=self.right, right=self.left, about=self.about)


#: Two sides, and what is unequal between them.
Pair = tuple[Side, Side, Finding]
#: Two sides of one point in, what is unequal in one slot out; empty where nothing is. The order of the sides
#: makes no difference.
Comparator = Callable[[Side, Side], tuple[Finding, ...]]


def told(side: Side, span: Span, value: str | None = None) -> Told:
    """Returns the value told at `span`, shown in the report's own words."""
    words = " ".join(side.piece.words_of(span).split())
    return Told(value=value if value is not None else words.lower().replace("’", "'"), shown=words, span=span)


def asserted(side: Side, span: Span) -> Told:
    """Returns what is told at `span` to be so, or not to be so: with the words that deny it ("none of them was hurt").

    Whatever a report says of the world, and not just names, counts, dates or places in it, is shown so.
    """
    return told(side, stated(side.piece, span))
