"""Acts of invented reports as entries: what joins, what stays apart, what is no entry."""

from __future__ import annotations

from functools import lru_cache

import pytest

from crosswire.model import Entry, Report, Story
from crosswire.pipeline import compare_reports

ONE = (
    "Twelve nations pledged on Monday to send minesweepers to the strait of Mirra once the ceasefire holds.\n\n"
    "Norland's president, Ada Myrdal, said: “We will not send soldiers to Orsk.”\n\n"
    "The Veskian foreign ministry accused Norland of arming the rebels by offering them drones."
)
TWO = (
    "12 nations pledged to send minesweepers to the strait of Mirra, the harbour master said.\n\n"
    "Ada Myrdal, the president of Norland, refused to send soldiers to Orsk.\n\n"
    "Analysts warned that Norland would retaliate if the strait stays closed."
)


@lru_cache(maxsize=4)
def story(*texts: str) -> Story:
    return compare_reports([Report(id=f"{n:02}", text=text) for n, text in enumerate(texts)])


def entries(kind: str) -> list[Entry]:
    return [e for e in story(ONE, TWO).registers if e.kind == kind]


def reports(entry: Entry) -> set[str]:
    return {told.report for told in entry.terms[0].evidence}


def test_an_act_that_two_reports_tell_is_one_entry_with_a_content_in_each() -> None:
    (pledge,) = entries("pledge")
    assert reports(pledge) == {"00", "01"}
    assert any(t.term == "condition" and t.opener == "once" and "ceasefire" in t.value for t in pledge.terms)


def test_every_span_of_an_entry_is_exact() -> None:
    found = story(ONE, TWO)
    texts = {report.id: report.text for report in found.reports}
    told = [e for entry in found.registers for term in entry.terms for e in term.evidence]
    told += [e for position in found.positions for cell in position.cells for e in cell.evidence]
    assert told
    assert all(texts[e.report][e.start : e.end] == e.exact for e in told)


def test_one_party_s_description_of_another_s_act_is_no_entry() -> None:
    assert not entries("offer")
    assert [e.addressee for e in entries("accusation")] == ["Norland"]


def test_who_looks_on_makes_no_entry() -> None:
    assert not any("Analysts" in (e.actor or "") for e in story(ONE, TWO).registers)


@pytest.mark.parametrize("words", ["grey", "empty"])
def test_a_report_without_acts_gives_no_entry(words: str) -> None:
    assert not story(f"The harbour of Orsk was full of {words} ships on Monday.").registers


FRAMED = (
    "The foreign minister of Veskia, Ada Myrdal, outlined a plan where Norland would give up its bases in return for "
    "guarantees from a group of states, including France and Spain.\n\nNorland has welcomed the plan."
)


def test_the_terms_of_a_plan_are_no_acts() -> None:
    found = story(FRAMED, "The harbour of Orsk was quiet on Monday.").registers
    (plan,) = (e for e in found if e.kind == "framework")
    assert {t.value for t in plan.terms if t.term == "guarantor"} == {"France", "Spain"}
    assert not any(e.actor == "Norland" and e.kind in ("refusal", "pledge") for e in found)


def test_no_entry_without_content_and_ids_in_order() -> None:
    found = story(ONE, TWO).registers
    assert [e.id for e in found] == [f"e{n}" for n in range(1, len(found) + 1)]
    assert all(e.terms[0].term == "content" and e.terms[0].evidence for e in found)


@pytest.mark.parametrize(
    ("text", "who", "stance"),
    [
        ("France and Spain pledged to send soldiers to Orsk.", {"France", "Spain"}, "for"),
        ("France and Spain refused to send soldiers to Orsk.", {"France", "Spain"}, "against"),
    ],
)
def test_joint_actors_each_stand_on_the_question(text: str, who: set[str], stance: str) -> None:
    (position,) = story(text, "The harbour of Orsk was quiet on Monday.").positions
    assert {(cell.actor, cell.stance) for cell in position.cells} == {(name, stance) for name in who}
