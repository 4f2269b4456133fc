"""What is shown of an agreed point is what the others tell as well."""

from __future__ import annotations

import pytest
from tests.judge.tagged import tagged

from crosswire.judge.shared import shared_words


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (
            (
                "He was one of nine sailors aboard the ferry that a cutter fired at off Orsk.",
                "A cutter fired at the ferry off Orsk, the harbour office said.",
            ),
            "A cutter fired at the ferry off Orsk, the harbour office said.",
        ),
        (("The ferry sank off Orsk.", "The ferry sank off Orsk."), "The ferry sank off Orsk."),
    ],
)
def test_the_clause_that_the_others_tell_most_of_is_shown(texts: tuple[str, ...], expected: str) -> None:
    sides = [tagged(text, f"{i:02}") for i, text in enumerate(texts)]
    assert shared_words(sides) == expected
