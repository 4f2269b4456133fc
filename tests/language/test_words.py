"""Words, and what casing, marks and lines tell of them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.language.words import QUOTES, SHAPES, line_flags, quote_states, shape_of, word_spans

CUT = [
    ("Norland's army didn't cross.", "Norland 's army did n't cross ."),
    ("They can’t and won’t, he’ll see", "They ca n’t and wo n’t , he ’ll see"),
    ("Mr. Veld left the U.S. in Sept. 2031.", "Mr. Veld left the U.S. in Sept. 2031 ."),
    ("a well-known $3.5m deal (50%)", "a well - known $ 3.5m deal ( 50 % )"),
    ("''No,'' he said... \"Yes\"!!", "'' No , '' he said ... \" Yes \" !!"),
    (
        "See https://example.org/a?b=1, or write to a.b@example.org.",
        "See https://example.org/a?b=1 , or write to a.b@example.org .",
    ),
    ("J. Marsk, 61, cannot @reply #now", "J. Marsk , 61 , can not @reply #now"),
    ("No. It is over.", "No . It is over ."),
]

STATES = [
    ("He said: “We go.” Then", "He said : “^ We+ go+ .+ ”$ Then"),
    ('"We go," he said, "now."', '"^ We+ go+ ,+ "$ he said , "^ now+ .+ "$'),
    ("'It is Norland's,' she said", "'~ It- is- Norland- 's- ,- '= she said"),
    ("The states' way", "The states ' way"),
    ("“It never closed\n\nHe left", "“^ It+ never+ closed+ He left"),
]
MARKS = dict(zip(QUOTES, ("", "+", "^", "$", "-", "~", "="), strict=True))


@pytest.mark.parametrize(("text", "expected"), CUT)
def test_words(text: str, expected: str) -> None:
    assert [text[a:b] for a, b in word_spans(text)] == expected.split()


@pytest.mark.parametrize(("text", "expected"), STATES)
def test_quotation_states(text: str, expected: str) -> None:
    words = word_spans(text)
    states = quote_states(text, words, line_flags(text, words))
    assert " ".join(text[a:b] + MARKS[QUOTES[s]] for (a, b), s in zip(words, states, strict=True)) == expected


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("army", "lower"),
        ("Army", "Capital"),
        ("NATO", "CAPITALS"),
        ("McVeld", "miXed"),
        ("26", "number"),
        ("“", "mark"),
        ("J.", "initial"),
    ],
)
def test_shapes(word: str, shape: str) -> None:
    assert SHAPES[shape_of(word)] == shape


def test_lines() -> None:
    text = "One two\nthree\n\nfour"
    assert line_flags(text, word_spans(text)) == [3, 0, 1, 2]


@given(st.text(max_size=200))
def test_words_hold_everything_but_spaces_in_order(text: str) -> None:
    words = word_spans(text)
    assert all(left[1] <= right[0] for left, right in pairwise(words))
    covered = "".join(text[a:b] for a, b in words)
    assert "".join(covered.split()) == "".join(text.split())
    assert all(a < b for a, b in words)
