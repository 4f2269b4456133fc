"""What one side says is not known, and the other tells."""

from __future__ import annotations

import pytest
from tests.judge.invented import side

from crosswire.judge.questions.known_or_not import known_or_not

TABLE = [
    ("Police are unaware of anyone else aboard the ferry.", "Two boys were aboard the ferry, police said.", True),
    ("Police are unaware of sailors aboard the ferry.", "Two sailors were aboard the ferry.", True),
    ("It is unclear if the harbour was locked.", "The harbour was locked at noon.", True),
    ("It is unclear if the harbour was locked.", "It is not known if the harbour was locked.", False),
    ("It is unclear if the harbour was locked.", "The harbour was possibly locked.", False),
    ("It is unclear where the harbour boat sank.", "The harbour boat sank.", False),
    ("It is unclear where the harbour boat sank.", "The harbour boat sank in Orsk.", True),
    ("It is unclear when the harbour boat sank.", "The harbour boat sank on Friday.", True),
    ("It is unclear how many sailors left the boat.", "Sailors left the boat.", False),
    ("It is unclear how many sailors left the boat.", "Nine sailors left the boat.", True),
    ("It is unclear who sank the boat.", "Mara Tellin sank the boat.", True),
    ("It is unclear why the boat sank.", "The boat sank.", False),
    ("Police gave no details on the raid in the harbour.", "The raid in the harbour was short.", False),
    ("Police did not give more details of the raid.", "The raid was told in details.", False),
    ("The harbour was locked.", "The harbour was locked at noon.", False),
]


@pytest.mark.parametrize(("one", "other", "differs"), TABLE)
def test_what_one_side_leaves_open(one: str, other: str, differs: bool) -> None:
    a, b = side(one, "01"), side(other, "02")
    assert bool(known_or_not(a, b)) == bool(known_or_not(b, a)) == differs
    for finding in known_or_not(a, b):
        assert (finding.slot, finding.nature) == ("stance", "conflict")
        assert a.span.covers(finding.left.span)
        assert b.span.covers(finding.right.span)
