"""What is shown of an agreed point is what the others tell as well."""

from __future__ import annotations

import pytest
from tests.judge.tagged import tagged

from crosswire.judge.shared import shared


@pytest.mark.parametrize(
    ("texts", "expected", "by"),
    [
        (
            (
                "He was one of nine sailors aboard the ferry that a cutter fired at off Orsk.",
                "A cutter fired at the ferry off Orsk, the harbour office said.",
            ),
            "A cutter fired at the ferry off Orsk",
            (0, 1),
        ),
        (("The ferry sank off Orsk.", "The ferry sank off Orsk."), "The ferry sank off Orsk.", (0, 1)),
        # what one tells besides is not shown as told by both
        (
            ("A cutter fired at the ferry Anna on Monday.", "On Friday a cutter fired at the ferry Anna near Orsk."),
            "A cutter fired at the ferry Anna",
            (0, 1),
        ),
        # who does not tell it is not credited
        (
            ("A cutter fired at the ferry.", "A cutter fired at the ferry.", "The ferry had left Orsk with mail."),
            "A cutter fired at the ferry.",
            (0, 1),
        ),
        (("Nine sailors left the ship.", "Two sailors left the ship."), None, ()),
        (("The ferry sank off Orsk.", "Mail was burning in the harbour."), None, ()),
    ],
)
def test_the_words_shown_are_those_that_the_others_tell_too(
    texts: tuple[str, ...], expected: str | None, by: tuple[int, ...]
) -> None:
    found = shared([tagged(text, f"{i:02}") for i, text in enumerate(texts)], [f"o{i}" for i in range(len(texts))])
    assert (found.words if found else None, found.by if found else ()) == (expected, by)


def test_copies_share_nothing_by_themselves() -> None:
    assert shared([tagged("The ferry sank off Orsk.", name) for name in ("00", "01")], ["o1", "o1"]) is None
