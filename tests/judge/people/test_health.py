"""How somebody fares, told in two ways: in critical condition in one report, dead in another."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from tests.judge.invented import report

from crosswire.judge.people.health import health
from crosswire.judge.people.health_scale import persons
from crosswire.model import Name, Span

TABLE = [
    ("The boy is in critical condition.", "The boy has died.", True),
    ("A 6-year-old girl is in critical condition.", "The fire killed a 6-year-old girl.", True),
    ("Ada Holm is in critical condition.", "Ada Holm was pronounced dead.", True),
    ("Gustav Holm, 41, is expected to recover.", "Gustav Holm was paralyzed.", True),
    ("The ball grazed the girl's cheek.", "The girl sustained serious injuries.", False),
    ("The shot grazed the girl on deck.", "The girl sustained serious injuries.", True),
    ("The woman is in serious condition.", "She is in stable condition.", True),
    ("The boy is in critical condition.", "The girl has died.", False),
    ("A 6-year-old girl is in critical condition.", "A 9-year-old girl has died.", False),
    ("A 22-year-old injured man is in critical condition.", "A 31-year-old man has died.", False),
    ("The boy is in critical condition.", "The man has died.", False),
    ("The officer is in stable condition.", "The gunman was pronounced dead.", False),
    ("Ada Holm is in critical condition.", "Mara Tellin was pronounced dead.", False),
    ("The boy is in critical condition.", "The boy would have died.", False),
    ("The boy is in critical condition.", "The boy was taken to Orsk in critical condition.", False),
    ("Another man is in critical condition.", "A man has died.", False),
    ("A boy has died. Another boy, Jon Brask, is in critical condition.", "The boy has died.", False),
    ("A boy died. A boy is in critical condition.", "A boy died. A boy is in stable condition.", True),
    ("Five people were killed. A man is in critical condition.", "A man has died.", False),
]


@pytest.mark.parametrize(("one", "other", "differs"), TABLE)
def test_one_person_who_fares_in_two_ways(one: str, other: str, differs: bool) -> None:
    for left, right in ((one, other), (other, one)):
        found = list(health([report(left.replace(". ", ".\n"), "01"), report(right.replace(". ", ".\n"), "02")]))
        assert bool(found) == differs
        for _, (a, b, finding) in found:
            assert (a.report, b.report) == ("01", "02")
            assert (finding.slot, finding.about) == ("stance", "condition")


def test_a_first_name_is_that_of_the_person_told_in_full() -> None:
    piece = report("Ada Holm lived in Orsk.\nAda is in critical condition.")
    at = piece.report.text.rindex("Ada")
    known = replace(piece, names=(*piece.names, Name(span=Span(start=at, end=at + 3), kind="person")))
    assert [person.bearer.surname for person in persons(known)] == ["holm"]


def test_three_reports_of_one_person_have_one_key() -> None:
    told = ["The boy is in critical condition.", "The boy has died.", "The boy is in serious condition."]
    found = list(health([report(text, f"0{i}") for i, text in enumerate(told)]))
    assert len(found) == 3
    assert len({key for key, _ in found}) == 1


def test_mentions_of_one_person_are_joined_and_his_death_is_final() -> None:
    text = "Ada Holm, 41, was in critical condition.\nShe died at noon.\nA boy is in stable condition."
    first, second = persons(report(text))
    assert (first.bearer.surname, first.bearer.age, first.bearer.gender) == ("holm", "41", "female")
    assert [fare.level for fare in first.fares] == ["critical", "dead"]
    assert first.final().level == "dead"
    assert (second.bearer.stage, second.final().level) == ("young", "stable")
