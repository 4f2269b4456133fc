"""Whether two values stand in one slot, told from what stands around them and never from the values."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.judge.invented import side

from crosswire.judge.numbers.numbers import numbers
from crosswire.judge.sides.side import Side
from crosswire.judge.sides.slots import WEIGHTS, Asked, Kind, same_slot
from crosswire.model import Doing, Span, Word

ASKED = Asked(kind="number")


def at(told: Side, words: str) -> Span:
    start = told.text.index(words)
    return Span(start=start, end=start + len(words))


ONE_SLOT = [
    ("Five sailors drowned off Orsk.", "Five", "Seven sailors drowned off Orsk.", "Seven", True),
    (
        "Five sailors drowned off Orsk.",
        "Five",
        "Orsk, an old town beyond the hills of Kelm and the river, has seven cranes.",
        "seven",
        False,
    ),
    ("Five sailors drowned off Orsk.", "Five", "Nobody answered for seven hours.", "seven", False),
    ("The talks were held in Orsk.", "Orsk", "The talks were held in Halden.", "Halden", True),
    ("The cutter fired six shots.", "six", "The cutter fired nine shots at dawn.", "nine", True),
]


@pytest.mark.parametrize(("a", "left", "b", "right", "expected"), ONE_SLOT)
def test_one_slot(a: str, left: str, b: str, right: str, expected: bool) -> None:
    one, other = (msgspec.structs.replace(side(text), certainty=0.6) for text in (a, b))
    assert (same_slot(one, at(one, left), other, at(other, right), ASKED).score >= 0.5) is expected


def test_the_values_make_no_difference() -> None:
    a, b, c = (side(f"{n} sailors drowned off Orsk.", "01") for n in ("Five", "Nine", "Many"))
    first = same_slot(a, at(a, "Five"), b, at(b, "Nine"), ASKED)
    assert first == same_slot(a, at(a, "Five"), c, at(c, "Many"), ASKED)


@pytest.mark.parametrize("change", [{"rivals": 4}, {"told": 1}, {"told": 2}])
def test_rivals_and_knowing_both_speak_against_it(change: dict[str, int]) -> None:
    a, b = side("Five sailors drowned off Orsk.", "01"), side("Nine sailors drowned off Orsk.", "02")
    spans = at(a, "Five"), at(b, "Nine")
    alone = same_slot(a, spans[0], b, spans[1], ASKED).score
    assert same_slot(a, spans[0], b, spans[1], Asked(kind="number", **change)).score < alone


def test_an_unsure_point_speaks_against_it() -> None:
    a, b = side("Five sailors drowned off Orsk.", "01"), side("Nine sailors drowned off Orsk.", "02")
    unsure = msgspec.structs.replace(a, certainty=0.2)
    assert (
        same_slot(unsure, at(a, "Five"), b, at(b, "Nine"), ASKED).score
        < same_slot(a, at(a, "Five"), b, at(b, "Nine"), ASKED).score
    )


def test_sides_without_a_shared_word_tell_nothing_of_one_thing() -> None:
    a, b = side("Tellin was arrested on Friday.", "01"), side("The attack on Sunday was ambitious.", "02")
    told = same_slot(a, at(a, "Friday"), b, at(b, "Sunday"), Asked(kind="day"))
    assert (told.score, told.reasons) == (0.0, ())


def test_the_reasons_are_what_speaks_for_it_the_strongest_first() -> None:
    a, b = side("Five sailors drowned off Orsk.", "01"), side("Nine sailors drowned off Orsk.", "02")
    told = same_slot(a, at(a, "Five"), b, at(b, "Nine"), ASKED)
    assert told.reasons[0] == "how sure it is that the sides tell one thing"
    assert "the same word stands after both" in told.reasons
    assert all(WEIGHTS[reason] > 0 for reason in told.reasons)


def test_every_doing_that_a_value_takes_part_in_governs_it() -> None:
    """Police who "seek two men who opened fire" tell of two men who opened fire, though "seek" is nearer to them."""
    a = _with_syntax("Police seek two men who opened fire.")
    b = side("Nine men opened fire in Orsk.", "02")
    bare = msgspec.structs.replace(a, piece=msgspec.structs.replace(a.piece, doings=()))
    spans = at(a, "two men"), at(b, "Nine men")
    told = same_slot(a, spans[0], b, spans[1], ASKED).score
    assert told > same_slot(bare, spans[0], b, spans[1], ASKED).score


def _with_syntax(text: str) -> Side:
    told = side(text, "01")
    heads = {"Police": (1, "nsubj"), "seek": (-1, "root"), "two": (3, "nummod"), "men": (1, "obj"), "who": (5, "nsubj")}
    heads |= {"opened": (3, "acl:relcl"), "fire": (5, "obj")}
    kinds = {"seek": "VERB", "opened": "VERB", "two": "NUM", "who": "PRON"}
    words = tuple(
        Word(start=t.start, end=t.end, pos=kinds.get(own, "NOUN"), head=heads[own][0], relation=heads[own][1])
        for t in told.tokens
        if (own := text[t.start : t.end])
    )
    doing = Doing(predicate=at(told, "opened"), subject=at(told, "two men"), object=at(told, "fire"))
    piece = msgspec.structs.replace(told.piece, words=words, doings=(doing,))
    return msgspec.structs.replace(told, piece=piece)


@given(st.sampled_from(["number", "day", "place", "name", "clock"]), st.integers(1, 20), st.integers(0, 2))
def test_a_score_is_a_share_whatever_is_known(kind: Kind, rivals: int, told: int) -> None:
    a, b = side("Five sailors drowned off Orsk.", "01"), side("Nine sailors drowned off Orsk.", "02")
    slot = same_slot(a, at(a, "Five"), b, at(b, "Nine"), Asked(kind=kind, rivals=rivals, told=told))
    assert 0 <= slot.score <= 1


def test_each_value_stands_in_one_pair() -> None:
    a = side("Five sailors drowned off Orsk.", "01")
    b = side("Nine sailors drowned off Orsk, twelve sailors off Kelm.", "02")
    assert len(numbers(a, b)) <= 1
