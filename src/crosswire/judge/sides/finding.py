"""What a comparator finds: two values of one slot that are not the same, and why."""

from __future__ import annotations

import re
from collections.abc import Callable

from crosswire.judge.sides.side import Side
from crosswire.judge.sides.stating import completed, stated
from crosswire.model import Nature, Slot, Span, Struct

#: What keeps its full stop: an initial, letters with stops between them, a word that is written short.
_ABBREVIATED = re.compile(
    r"(?:\b[A-Z]|\.[A-Za-z]{1,2}|\b(?:Jr|Sr|Inc|Corp|Cos?|Ltd|Bros|Ave|St|Blvd|Rd|Hwy|Dr|Ct|Pl|Ln|Mr|Mrs|Ms|No|etc|est"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass"
    r"|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo))\.\Z"
)


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
    """Returns the value told at `span`, shown in the report's own words, without the mark that ends its sentence."""
    span = unstopped(side.piece.report.text, span)
    words = " ".join(side.piece.words_of(span).split())
    return Told(value=value if value is not None else words.lower().replace("’", "'"), shown=words, span=span)


def unstopped(text: str, span: Span) -> Span:
    """Returns the span without a mark at its end that is no part of an abbreviation."""
    words = text[span.start : span.end]
    bare = words.rstrip(" ,;:")
    if bare.endswith(".") and not _ABBREVIATED.search(bare):
        bare = bare.rstrip(".")
    return Span(start=span.start, end=span.start + len(bare)) if bare else span


def asserted(side: Side, span: Span) -> Told:
    """Returns what is told at `span` to be so, or not to be so: with the words that deny it ("none of them was hurt")
    and, as shown, with those that complete it.

    Whatever a report says of the world, and not just names, counts, dates or places in it, is shown so.
    """
    core = stated(side.piece, span)
    shown = told(side, completed(side.piece, core, side.span.end))
    return Told(value=told(side, core).value, shown=shown.shown, span=shown.span)
