"""Ages: "Mara Tellin, 25" against "Mara Tellin, 27"."""

from __future__ import annotations

from crosswire.judge.finding import Finding
from crosswire.judge.numbers import meet, nature_of, number_told, unmatched
from crosswire.judge.people import age_bearer
from crosswire.judge.side import Side
from crosswire.model import Quantity


def ages(a: Side, b: Side) -> tuple[Finding, ...]:
    """Finds the age of the one person that both sides tell an age of, where the ages differ.

    Reason given: "age: 25 in 01; 27 in 04". Ages that both sides tell are set aside first; where more than one is
    left, they are
    left to the names they belong to. An age beside a name meets one beside no name only where the sides share three
    words.
    """
    left, right = unmatched(_ages(a), _ages(b))
    if len(left) != 1 or len(right) != 1:
        return ()
    nature = nature_of(left[0], right[0])
    one, other = age_bearer(a.piece, left[0]), age_bearer(b.piece, right[0])
    if nature is None or (one and other and one[-1] != other[-1]):
        return ()
    if nature == "conflict" and not (one and other) and not meet(a, b, 3 if one or other else 2):
        return ()
    values = number_told(a, left[0]), number_told(b, right[0])
    return (Finding(slot="number", nature=nature, left=values[0], right=values[1], about="age"),)


def _ages(side: Side) -> list[Quantity]:
    return [q for q in side.quantities if q.kind == "age"]
