import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.show.visible import one_line, visible

ANYTHING = st.text(st.characters(exclude_categories=()))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain words, “quoted”", "plain words, “quoted”"),
        ("\x1b[31mred", "‹U+001B›[31mred"),
        ("a\u202eb\u202c", "a‹U+202E›b‹U+202C›"),
        ("nul\x00", "nul‹U+0000›"),
        ("c1 \x9b2J", "c1 ‹U+009B›2J"),
        ("half \ud800 pair", "half � pair"),
        ("a\r\nb\tc", "a\nb\tc"),
        ("a\u2028b", "a b"),
        ("zero\u200bwidth", "zero‹U+200B›width"),
        ("हिन्दी\u200d 👩\u200d🚒", "हिन्दी\u200d 👩\u200d🚒"),
        ("tag \U000e0041", "tag ‹U+E0041›"),
    ],
)
def test_visible(text: str, expected: str) -> None:
    assert visible(text) == expected


@given(ANYTHING)
def test_nothing_that_steers_is_left(text: str) -> None:
    shown = visible(text)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", shown)
    assert not {unicodedata.bidirectional(c) for c in shown} & {
        "LRE",
        "RLE",
        "LRO",
        "RLO",
        "PDF",
        "LRI",
        "RLI",
        "FSI",
        "PDI",
    }
    shown.encode()


@given(ANYTHING)
def test_one_line_has_no_break(text: str) -> None:
    assert len(one_line(text).splitlines()) <= 1
    assert one_line(text) == one_line(text).strip()
