"""What denies the very thing that another passage tells agrees with it in nothing."""

from __future__ import annotations

import pytest
from tests.judge.tagged import tagged

from crosswire.judge.vetoes import is_vetoed


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("The guns around the harbour did not fire, he said.", "The guns around the harbour fired six times.", True),
        ("The sailors had not been warned before the raid.", "The sailors had been warned an hour before.", True),
        ("There was no direct hit on the silo, the mayor said.", "The silo took a direct hit, a pilot said.", True),
        ("The ferry did not sink.", "The ferry never sank, the harbour office said.", False),
        ("The sailors were not hurt in the fire.", "The sailors were questioned after the fire.", False),
        ("The guns around the harbour fired.", "The guns around the harbour fired six times.", False),
    ],
)
def test_a_denial_and_what_it_denies_do_not_agree(left: str, right: str, expected: bool) -> None:
    one, other = tagged(left, "01"), tagged(right, "02")
    assert is_vetoed(one, other) is expected
    assert is_vetoed(other, one) is expected
