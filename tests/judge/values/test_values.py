"""Values of one thing over the whole story: what is claimed, what is left, and what several reports make surer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.annotate.report import annotate_reports
from crosswire.judge.values.likeness import WEIGHTS, chance
from crosswire.judge.values.values import Compared, compared, is_doubted, sureness, values
from crosswire.model import Annotated, Difference, Point, Report, Value, evidence

BOAT = "A patrol boat rescued seven fishermen off the coast of Veskia."
VISIT = "President Orvik arrived in Halden on Tuesday for talks with the prime minister."
BAIL = "bail was set at $5,000 by the harbour judge"
HOSPITAL = "The wounded sailor was rushed to Orsk Hospital after the collision."
FOREWORD = "The ferry company had closed its office at noon. Nobody answered its telephone.\n\n"


def story(*texts: str) -> list[Annotated]:
    told = [Report(id=f"{i:02}", text=text, published="2025-09-05") for i, text in enumerate(texts)]
    return list(annotate_reports([(report, ()) for report in told]))


def found(*texts: str, sure: float = 0.0) -> tuple[Compared, ...]:
    """What is set against one another; from `sure` on one point holds the last sentence of every report."""
    pieces = story(*texts)
    told = tuple(evidence(p.report, p.sentences[-1]) for p in pieces)
    point = Point(id="p1", verdict="corroborated", gist="", origins=len(told), evidence=told, confidence=sure)
    return compared(pieces, [point] if sure else [])


def claimed(*texts: str, sure: float = 0.0) -> list[tuple[str, str, str]]:
    return [(f.slot, f.left.shown, f.right.shown) for _, (_, _, f) in values(found(*texts, sure=sure))]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (BOAT, BOAT.replace("seven", "nine"), ("number", "seven fishermen", "nine fishermen")),
        (
            "Six members of the same family drowned off Orsk.",
            "Nine members of a family drowned off Orsk.",
            ("number", "Six members", "Nine members"),
        ),
        (
            "Of those, three were from the Brask family.",
            "Five of those were from the Brask family.",
            ("number", "three", "Five"),
        ),
        (
            f"Jon Brask was arrested in Orsk. His {BAIL}.",
            f"Jon Brask's {BAIL}.".replace("5", "9"),
            ("number", "$5,000", "$9,000"),
        ),
        (VISIT, VISIT.replace("Tuesday", "Thursday"), ("date", "Tuesday", "Thursday")),
        (HOSPITAL, HOSPITAL.replace("Orsk", "Kelm"), ("place", "Orsk Hospital", "Kelm Hospital")),
    ],
)
def test_another_value_in_the_same_place_is_claimed(one: str, other: str, expected: tuple[str, str, str]) -> None:
    assert claimed(one, other, sure=0.8) == [expected]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (BOAT, BOAT.replace("seven fishermen", "nine other fishermen")),
        (BOAT, BOAT.replace("seven", "seventy")),
        (f"His {BAIL}.", f"Jon Brask's {BAIL}.".replace("5", "9")),
        (BOAT, BOAT.replace("seven", "several")),
        (BOAT, BOAT.replace("seven", "the seven").replace("Veskia.", "Veskia, and an eighth fisherman swam ashore.")),
        (BOAT, BOAT.replace("seven", "nine").replace("rescued", "had previously rescued")),
        (BOAT, "The president of Veskia pardoned nine prisoners."),
        (VISIT, VISIT.replace("on Tuesday", "late Wednesday night")),
        (VISIT, VISIT.replace("arrived", "arrives again").replace("Tuesday", "Thursday")),
        (HOSPITAL, HOSPITAL.replace("Orsk Hospital", "a Veskia hospital")),
    ],
)
def test_what_may_be_another_thing_or_the_same_value_is_left(one: str, other: str) -> None:
    assert claimed(one, other, sure=0.8) == []


def test_no_point_need_hold_both() -> None:
    assert claimed(BOAT, FOREWORD + BOAT.replace("seven", "nine")) == [("number", "seven fishermen", "nine fishermen")]


def test_reports_that_agree_make_it_surer() -> None:
    one, *others = BOAT.replace("seven", "nine"), BOAT, FOREWORD + BOAT
    pairs = values(found(one, *others))
    assert len(pairs) == 2
    assert len({key for key, _ in pairs}) == 1, "one difference with every value told"


def test_every_report_is_compared_with_the_first_ones() -> None:
    texts = [BOAT] + [FOREWORD + f"Report {chr(65 + i)}. " + BOAT for i in range(13)]
    assert claimed(*texts, BOAT.replace("seven", "nine"))


def test_a_sentence_that_tells_both_values_differs_in_neither() -> None:
    both = "A patrol boat rescued seven fishermen and a tug nine fishermen off the coast of Veskia."
    assert claimed(BOAT.replace("seven", "nine"), both, sure=0.8) == []


def test_a_difference_of_two_things_is_doubted() -> None:
    """Both reports tell both numbers: the seven of the one are not the nine of the other."""
    text = BOAT + " The president of Veskia met nine people from the coast."
    pieces = story(text, FOREWORD + text)
    seen = compared(pieces, [])
    seven, nine = pieces[0].quantities[0].span, pieces[1].quantities[1].span
    shown = ((pieces[0], seven), (pieces[1], nine))
    told = tuple(Value(value=p.words_of(s), evidence=(evidence(p.report, s),)) for p, s in shown)
    unequal = Difference(slot="number", nature="conflict", why="", values=told)
    assert is_doubted(unequal, sureness(seen))
    assert not is_doubted(unequal, {}), "what was not looked at is not doubted"
    assert values(seen) == []


def test_every_weight_is_of_something_seen() -> None:
    texts = (VISIT + " " + BOAT + " " + HOSPITAL,)
    other = texts[0].replace("seven", "nine").replace("Tuesday", "Thursday").replace("Orsk", "Kelm")
    rivals = {
        "to begin with", "no other values are as alike", "one report tells both", "both reports tell both",
        "one value is told by one report alone",
    }  # fmt: skip
    for f in found(*texts, other):
        assert f.pairs, f.kind.name
        assert set(WEIGHTS[f.kind.name]) <= set(f.pairs[0][0].seen) | rivals


@given(st.floats(-20, 20), st.floats(-20, 20))
def test_more_that_speaks_for_it_never_makes_it_less_sure(one: float, other: float) -> None:
    assert (chance(one) <= chance(other)) == (one <= other) or chance(one) == chance(other)
    assert 0 <= chance(one) <= 1
