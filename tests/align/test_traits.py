from __future__ import annotations

import pytest

from crosswire.align.passages import passages
from crosswire.align.traits import TRAITS, traits
from crosswire.model import Annotated, Clause, Name, Quantity, Quotation, Report, Span, Statement, Voice, Word

FIRST = "Ina Falk held nineteen sailors."
SECOND = "“We will not wait,” she said."
TEXT = f"{FIRST} {SECOND}"


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start=start, end=start + len(words))


def word(text: str, pos: str, relation: str = "dep") -> Word:
    return Word(start=at(text).start, end=at(text).end, pos=pos, head=-1, relation=relation)


PIECE = Annotated(
    report=Report(id="00", text=TEXT),
    sentences=(at(FIRST), at(SECOND)),
    clauses=(
        Clause(span=at(FIRST), sentence=0),
        Clause(span=at(SECOND), sentence=1, negated=True, modality="intended"),
    ),
    names=(Name(span=at("Ina Falk"), kind="person"),),
    quantities=(Quantity(span=at("nineteen sailors"), low=19, high=19, exact=True, unit="sailors"),),
    quotations=(Quotation(span=at("We will not wait,"), statement="00:s1", speaker="Ina Falk"),),
    statements=(
        Statement(
            id="00:s1",
            report="00",
            manner="direct",
            voice=Voice(name="Ina Falk", kind="person"),
            cue=at("said"),
            content=(at("We will not wait,"),),
        ),
    ),
    words=(
        word("Ina", "PROPN"),
        word("Falk", "PROPN", "nsubj"),
        word("held", "VERB", "root"),
        word("sailors", "NOUN"),
        word("We", "PRON", "nsubj"),
        word("wait", "VERB"),
        word("she", "PRON", "nsubj"),
        word("said", "VERB", "root"),
    ),
)


@pytest.mark.parametrize(
    ("trait", "expected"),
    [
        ("words", [4, 4]),
        ("names", [2, 0]),
        ("nouns", [1, 0]),
        ("verbs", [1, 2]),
        ("verb at root", [1, 1]),
        ("pronoun subject", [0, 2]),
        ("persons", [1, 0]),
        ("quantities", [1, 0]),
        ("cued", [0, 1]),
        ("denied", [0, 1]),
        ("unsure", [0, 1]),
        ("own", [0, 1]),
        ("opens quoted", [0, 1]),
        ("asks", [0, 0]),
        ("unended", [0, 0]),
        ("quoted", [0, 17 / 29]),
        ("said", [0, 17 / 29]),
    ],
)
def test_each_passage_has_its_traits(trait: str, expected: list[float]) -> None:
    found = traits(passages([PIECE]), [PIECE])
    assert found[:, TRAITS.index(trait)].tolist() == pytest.approx(expected)


def test_no_passage_has_none() -> None:
    assert traits((), ()).shape == (0, len(TRAITS))
