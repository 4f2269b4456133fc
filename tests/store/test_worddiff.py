"""Two versions of a text, word by word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.store.worddiff import edits

texts = st.lists(st.sampled_from(["six", "seven", "men", "drowned", ",", ".", "é", "🚢", "\n", "off", "Orsk"])).map(
    " ".join
)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("Six drowned.", "Six drowned.", []),
        ("Six drowned.", "Seven drowned.", [("Six", "Seven")]),
        ("Six drowned.", "Six men drowned.", [("", "men")]),
        ("Six men drowned.", "Six drowned.", [("men", "")]),
        ("Six  drowned.\n", "Six drowned.", []),
        ("Six drowned", "Six drowned.", [("", ".")]),
        ("", "Six", [("", "Six")]),
        ("Six drowned off Orsk", "None drowned near Orsk", [("Six", "None"), ("off", "near")]),
    ],
)
def test_edits(old: str, new: str, told: list[tuple[str, str]]) -> None:
    assert [(edit.old_words, edit.new_words) for edit in edits(old, new)] == told


@given(texts, texts)
def test_edits_make_the_new_text_of_the_old(old: str, new: str) -> None:
    made, at = "", 0
    for edit in edits(old, new):
        assert old[edit.old.start : edit.old.end] == edit.old_words
        assert new[edit.new.start : edit.new.end] == edit.new_words
        made += old[at : edit.old.start] + " " + edit.new_words + " "
        at = edit.old.end
    assert "".join((made + old[at:]).split()) == "".join(new.split())
