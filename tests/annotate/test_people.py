"""One name per voice across the reports of a story."""

from __future__ import annotations

import re

from crosswire.annotate.names.people import initials, people
from crosswire.model import Annotated, Name, Report, Span, VoiceKind


def piece(report: str, text: str, **names: VoiceKind) -> Annotated:
    """A report with every mention of the given names ("Ada_Veld" is "Ada Veld")."""
    found = [
        Name(span=Span(start=m.start(), end=m.end()), kind=kind)
        for key, kind in names.items()
        for m in re.finditer(rf"(?<!\w){re.escape(key.replace('_', ' '))}(?!\w)", text)
    ]
    found = [n for n in found if not any(o.span.covers(n.span) and o.span != n.span for o in found)]
    return Annotated(report=Report(id=report, text=text), names=tuple(sorted(found, key=lambda n: n.span.start)))


def test_the_fullest_form_stands_for_all_in_every_report() -> None:
    first = piece("00", "Marsk said so. Marsk left.", Marsk="person")
    second = piece("01", "President Ivo Marsk said so.", Ivo_Marsk="person")
    known = people([first, second])
    assert known.fullest(first, first.names[0]) == "Ivo Marsk"
    assert known.fullest(second, second.names[0]) == "Ivo Marsk"


def test_a_transliteration_is_the_same_person() -> None:
    first = piece("00", "Volod Marenskyi said so.", Volod_Marenskyi="person")
    second = piece("01", "Volod Marensky said so.", Volod_Marensky="person")
    known = people([first, second])
    assert known.fullest(first, first.names[0]) == known.fullest(second, second.names[0])


def test_namesakes_stay_apart_and_the_last_named_in_full_is_meant() -> None:
    text = "Ada Veld spoke. Veld left. Ivo Veld came. Veld sat."
    one = piece("00", text, Ada_Veld="person", Ivo_Veld="person", Veld="person")
    known = people([one])
    assert [known.fullest(one, n) for n in one.names] == ["Ada Veld", "Ada Veld", "Ivo Veld", "Ivo Veld"]


def test_an_acronym_is_its_body() -> None:
    text = "The Orsk Bureau of Sea Rescue (OBSR) answered. OBSR sent two boats."
    one = piece("00", text, Orsk_Bureau_of_Sea_Rescue="organisation", OBSR="organisation")
    known = people([one])
    assert {known.fullest(one, n) for n in one.names} == {"Orsk Bureau of Sea Rescue"}


def test_initials() -> None:
    assert initials("Orsk Bureau of Sea Rescue") == "OBSR"


def test_a_son_of_the_same_name_is_another_person() -> None:
    first = piece("00", "President Ivo Marsk spoke. His son Ivo Marsk Jr. left. Marsk waved.",
                  Ivo_Marsk="person", **{"Ivo_Marsk_Jr.": "person"}, Marsk="person")  # fmt: skip
    second = piece("01", "Marsk said so.", Marsk="person")
    known = people([first, second])
    assert [known.fullest(first, name) for name in first.names[:2]] == ["Ivo Marsk", "Ivo Marsk Jr."]
    assert known.fullest(second, second.names[0]) == "Ivo Marsk"


def test_one_name_with_and_without_its_suffix_is_one_person() -> None:
    one = piece("00", "Ivo Marsk, 23, was held. Ivo Marsk Jr. denied it.",
                Ivo_Marsk="person", **{"Ivo_Marsk_Jr.": "person"})  # fmt: skip
    known = people([one])
    assert {known.fullest(one, name) for name in one.names} == {"Ivo Marsk Jr."}
