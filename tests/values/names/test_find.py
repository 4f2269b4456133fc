"""Names by capital letters and what stands beside them."""

from __future__ import annotations

import pytest

from crosswire.annotate.sentences.sentences import sentences
from crosswire.model import Report
from crosswire.values.names.find import find as names

TABLE = [
    ("President Ivo Marsk of Norland spoke in Orsk.", {("Ivo Marsk", "person"), ("Orsk", "place")}),
    ("The Ministry of Defence answered.", {("Ministry of Defence", "organisation")}),
    ("Secretary of State Ada Veld left.", {("Ada Veld", "person")}),
    ("Ada Veld, 54, left for Brazil.", {("Ada Veld", "person"), ("Brazil", "place")}),
    ("However, nobody answered. However long it took.", set()),
    ("On Tuesday in March they left.", set()),
    ("The Harlan County Sheriff's Office answered.", {("Harlan County Sheriff's Office", "organisation")}),
    ("Sen. Ada Veld, R-Ohio, left.", {("Ada Veld", "person")}),
    ("The ambassador to Brazil Ada Veld answered.", {("Brazil", "place"), ("Ada Veld", "person")}),
    ("Then Ada Veld Veld left.", {("Ada Veld", "person")}),
    ("The Orsk-based firm answered.", set()),
    ("Three-year-old Ada Veld left.", {("Ada Veld", "person")}),
    ("The Halden Register answered.", {("Halden Register", "organisation")}),
]


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_names(text: str, expected: set[tuple[str, str]]) -> None:
    found = names(Report(id="00", text=text), sentences(text, ()))
    told = {(text[n.span.start : n.span.end], n.kind) for n in found}
    assert expected <= told
    assert all(word.split()[0] not in {"However", "Tuesday", "March", "On"} for word, _ in told)


def test_a_headline_in_capitals_holds_only_names_told_below() -> None:
    text = "Veld Warns Of Storm In Strait\n\nThe harbour master, Ada Veld, warned of a storm."
    found = names(Report(id="00", text=text), sentences(text, ()))
    assert [text[n.span.start : n.span.end] for n in found] == ["Veld", "Ada Veld"]
