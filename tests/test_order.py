"""The same reports give the same ledger, byte for byte, whatever the order they are given in."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from crosswire.pipeline import compare_reports
from crosswire.read import gather

EXAMPLE = Path(__file__).parents[1] / "examples" / "strait"


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_order_of_the_reports_changes_nothing(seed: int) -> None:
    reports, unread = gather(sorted(EXAMPLE.glob("0*")))
    shuffled = random.Random(seed).sample(reports, len(reports))
    assert shuffled != list(reports)
    assert compare_reports(shuffled, unread).to_json() == compare_reports(reports, unread).to_json()
