from __future__ import annotations

import pytest

from crosswire.align.words import letters, runs, stem, terms


@pytest.mark.parametrize(
    ("forms", "stemmed"),
    [
        (("seize", "seized", "seizes", "seizing"), "seiz"),
        (("country", "countries"), "country"),
        (("stop", "stopped", "stopping"), "stop"),
        (("demand", "demands", "demanded"), "demand"),
        (("press",), "press"),
        (("ship",), "ship"),
        (("gas",), "gas"),
    ],
)
def test_inflected_forms_share_a_stem(forms: tuple[str, ...], stemmed: str) -> None:
    assert {stem(form) for form in forms} == {stemmed}


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Nineteen sailors", ["19"]),
        ("the 19 sailors", ["19"]),
        ("some 1,200 people", ["1200"]),
        ("a dozen boats", ["12"]),
        ("one of them", []),
        ("at 10.5 knots", ["10.5"]),
    ],
)
def test_numbers_are_read_in_words_and_figures(text: str, numbers: list[str]) -> None:
    assert [term.stem for term in terms(text) if term.number] == numbers


def test_a_capital_inside_is_a_name_and_one_at_the_start_is_not() -> None:
    found = {term.stem: term.name for term in terms("Ships left Halden's port")}
    assert found == {"ship": False, "left": False, "halden": True, "port": False}


@pytest.mark.parametrize("text", ["didn't leave", "did not leave", "didn’t leave"])
def test_a_short_negation_is_a_negation(text: str) -> None:
    assert [term.stem for term in terms(text)] == ["did", "not", "leav"]


def test_runs_and_letters_of_short_texts() -> None:
    assert runs(terms("strait of Mirra"), 2) == {"strait of", "of mirra"}
    assert runs(terms("strait"), 2) == set()
    assert letters("Orsk, he") == {"orsk", "rsk ", "sk h", "k he"}
    assert letters("no") == set()
