"""Sides: the stems under which words meet."""

from __future__ import annotations

from crosswire.judge.sides.side import stem, stems_of


def test_the_stems_of_words_are_those_of_each_of_them() -> None:
    assert stems_of("found finds", "killed") == {stem("found"), stem("finds"), stem("killed")}


def test_the_forms_of_one_word_have_one_stem() -> None:
    assert len(stems_of("wound wounds wounded", "wounding")) == 1


def test_no_words_have_no_stems() -> None:
    assert stems_of() == stems_of("") == frozenset()
