"""The word lists: inflection, and that every list is whole."""

from __future__ import annotations

import pytest

from crosswire.language.lexicon import base_of, cue_verbs, inflected, sections
from crosswire.values.places.countries import countries

FORMS = [
    ("warn", {"warn", "warns", "warned", "warning"}),
    ("deny", {"deny", "denies", "denied", "denying"}),
    ("admit", {"admit", "admits", "admitted", "admitting"}),
    ("offer", {"offer", "offers", "offered", "offering"}),
    ("veto", {"veto", "vetoes", "vetoed", "vetoing"}),
    ("agree", {"agree", "agrees", "agreed", "agreeing"}),
    ("label", {"label", "labels", "labeled", "labeling", "labelled", "labelling"}),
    ("say said said", {"say", "says", "said", "saying"}),
    ("write wrote written", {"write", "writes", "wrote", "written", "writing"}),
    ("rule_out ruled_out ruled_out", {"rule out", "rules out", "ruled out", "ruling out"}),
]


@pytest.mark.parametrize(("line", "forms"), FORMS)
def test_inflected(line: str, forms: set[str]) -> None:
    assert set(inflected(line)) == forms


@pytest.mark.parametrize("name", ["cues.txt", "acts.txt", "act_nouns.txt", "offices.txt", "groups.txt"])
def test_no_list_tells_a_word_twice_under_one_heading(name: str) -> None:
    for heading, lines in sections(name).items():
        assert len(lines) == len(set(lines)), heading


def test_cues_are_found_by_any_form() -> None:
    assert ("speech", "warn", "going") in cue_verbs()["warning"]
    assert base_of("also warned") == "warn"
    assert base_of("according to") == "according to"


@pytest.mark.parametrize(
    ("form", "country"),
    [
        ("the Kremlin", "Russia"),
        ("Downing Street", "United Kingdom"),
        ("Brazilian", "Brazil"),
        ("Kyiv", "Ukraine"),
        ("Orsk", None),
    ],
)
def test_countries(form: str, country: str | None) -> None:
    assert countries().of(form) == country
