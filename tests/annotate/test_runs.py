"""Texts found by the runs of words that they share."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from crosswire.annotate.names.echoes import Runs

_TEXTS = st.lists(st.text("abc ", max_size=12).map(lambda t: " ".join(t.split())), max_size=8)


def _holds(long: str, short: str) -> bool:
    return f" {short} " in f" {long} "


@given(_TEXTS, st.text("abc ", max_size=12).map(lambda t: " ".join(t.split())))
def test_every_text_that_holds_another_is_found(texts: list[str], text: str) -> None:
    index = Runs(texts, 2)
    long = [t for t in texts if len(t.split()) > 1]
    if len(text.split()) > 1:
        assert {t for t in long if _holds(t, text)} <= index.holding(text)
    assert {t for t in long if _holds(text, t)} <= set(index.held_by(text))


def test_texts_that_share_no_run_are_not_looked_at() -> None:
    index = Runs(["the boats left at dawn", "the boats came home"], 3)
    assert index.holding("boats came home") == {"the boats came home"}
    assert set(index.held_by("so the boats left")) == {"the boats left at dawn"}
