from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.annotate.doings.clauses import GLANCE, LEAST, clauses, pieces
from crosswire.model import Report, Span

LONG = (
    "The navy of Norland seized the tanker Alma in the strait of Mirra early on Monday; the nineteen sailors on board "
    "were brought to Halden, where they are held at a naval base outside the town."
)


def cut(text: str) -> list[str]:
    return [text[p.start : p.end] for p in pieces(text, Span(start=0, end=len(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The strait is calm.", ["The strait is calm."]),
        (
            LONG,
            [
                "The navy of Norland seized the tanker Alma in the strait of Mirra early on Monday",
                "the nineteen sailors on board were brought to Halden",
                "where they are held at a naval base outside the town.",
            ],
        ),
        (
            "The foreign ministry in Orsk demanded the release of the ship, "
            "saying that the seizure of the tanker was piracy.",
            [
                "The foreign ministry in Orsk demanded the release of the ship",
                "saying that the seizure of the tanker was piracy.",
            ],
        ),
    ],
)
def test_a_long_sentence_is_cut_where_an_assertion_begins(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


def test_a_clause_knows_its_sentence_and_bare_marks_are_none() -> None:
    text = "The strait is calm. — Boats leave Halden."
    sentences = (Span(start=0, end=19), Span(start=20, end=21), Span(start=22, end=41))
    found = clauses(Report(id="00", text=text), sentences, ())
    assert [(c.sentence, text[c.span.start : c.span.end]) for c in found] == [
        (0, "The strait is calm."),
        (2, "Boats leave Halden."),
    ]


words = st.sampled_from(
    ["Norland", "seized", "the", "ship,", "and", "because", "which", "saying", "held;", "—", "Orsk"]
)


@given(st.lists(words, min_size=1, max_size=120))
def test_pieces_are_in_order_inside_the_sentence_and_never_tiny(parts: list[str]) -> None:
    text = " ".join(parts)
    found = pieces(text, Span(start=0, end=len(text)))
    assert found[0].start == 0
    assert found[-1].end == len(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert len(found) == 1 or all(p.end - p.start >= LEAST for p in found)
    assert len(text) > GLANCE or len(found) == 1
