"""What two values of one kind are to one another, and why: facts that a stage weighs and show puts into words."""

from __future__ import annotations

from typing import Literal

from crosswire.model import Struct

How = Literal["same", "within", "rounding", "apart", "incomparable"]
Inner = Literal["left", "right"]
Reason = Literal[
    "equal",  # told alike, or the same once units, zones and spellings are evened out
    "narrower",  # one is a part of what the other leaves open
    "hedged",  # one is told as about, nearly, some ..., and the other lies in what that leaves open
    "overlap",  # neither holds the other, and both may be right
    "rounded",  # one may be the other in round figures
    "converted",  # one is the other in another unit, rounded
    "excluded",  # both cannot be right
    "bounded",  # one is told to be more, or less, than the other is
    "spelling",  # one name in two spellings
    "transliterated",  # one name written over from another script in two ways
    "shortened",  # a part, an initial or a short form of a name
    "namesake",  # one surname with two first names, or of father and son
    "kind",  # values of two kinds
    "unit",  # in units that cannot be set against one another
    "currency",  # in two currencies
    "zone",  # hours of which only one is told with its zone
    "guessed",  # one weekday, or one day of the year, of which the week or year is the reader's guess
    "grain",  # a day and a month that does not hold it: which was meant is open
    "level",  # a house and a town, a town and a region
    "unknown",  # nothing is known of one of them
]


class Relation(Struct, frozen=True):
    """How two values relate and why; `inner` is the one that lies within the other, where one does."""

    how: How
    reason: Reason
    inner: Inner | None = None

    def turned(self) -> Relation:
        """Returns the same relation with left and right exchanged."""
        if self.inner is None:
            return self
        return Relation(how=self.how, reason=self.reason, inner="right" if self.inner == "left" else "left")


SAME = Relation(how="same", reason="equal")


def incomparable(reason: Reason) -> Relation:
    """Returns that two values cannot be set against one another, for this reason."""
    return Relation(how="incomparable", reason=reason)


def apart(reason: Reason = "excluded") -> Relation:
    """Returns that two values cannot both be right."""
    return Relation(how="apart", reason=reason)


def within(inner: Inner, reason: Reason = "narrower") -> Relation:
    """Returns that the value of side `inner` is one of those that the other leaves open."""
    return Relation(how="within", reason=reason, inner=inner)


def rounding(reason: Reason) -> Relation:
    """Returns that two values that are not equal may be one, told with two exactnesses."""
    return Relation(how="rounding", reason=reason)
