"""What kind of voice a description is."""

from __future__ import annotations

import pytest

from crosswire.annotate.statements.voices import is_body, kind_of
from crosswire.model import VoiceKind


@pytest.mark.parametrize(
    ("words", "kind", "body"),
    [
        ("the government in Orsk", "organisation", True),
        ("the Norland coast guard", "organisation", True),
        ("the sailors' union", "organisation", True),
        ("the victims", "group", True),
        ("the Sten family", "group", True),
        ("the retired engineer", "person", False),
        ("the coast guard officer", "person", False),
        ("the union chief", "person", False),
        ("the 22-year-old man", "unnamed", False),
    ],
)
def test_kind_of_a_description(words: str, kind: VoiceKind, body: bool) -> None:
    assert (kind_of(words), is_body(words)) == (kind, body)
