from __future__ import annotations

import numpy as np
import pytest

from crosswire.align.meanings import MET, Meanings
from crosswire.align.passages import passages
from crosswire.align.shipped import arrays
from crosswire.model import Annotated, Clause, Report, Span, Word

RARITY = {"crew": (2.0, 2.0), "free": (2.0, 2.0), "sailor": (2.0, 2.0), "releas": (2.0, 2.0), "price": (2.0, 2.0)}
#: Words of one number stand for the same.
SENSE = {"crew": 0, "sailors": 0, "freed": 1, "released": 1, "prices": 2, "rose": 3}


def piece(name: str, text: str) -> Annotated:
    """A report of one sentence whose words' vectors are those of their sense."""
    words, vectors, at = [], [], 0
    for told in text.split():
        verb = told in ("freed", "released", "rose")
        words.append(Word(start=at, end=at + len(told), pos="VERB" if verb else "NOUN", head=-1, relation="dep"))
        row = np.zeros(384, np.float16)
        row[SENSE[told]] = 1
        vectors.append(row)
        at += len(told) + 1
    return Annotated(
        report=Report(id=name, text=text),
        sentences=(Span(start=0, end=len(text)),),
        clauses=(Clause(span=Span(start=0, end=len(text)), sentence=0),),
        words=tuple(words),
        word_vectors=np.stack(vectors) if vectors else np.zeros((0, 384), np.float16),
    )


def met(*texts: str) -> np.ndarray:
    pieces = [piece(f"{i:02}", text) for i, text in enumerate(texts)]
    held = passages(pieces)
    left, right = np.array([0]), np.array([1])
    return Meanings(held, pieces, RARITY).met(left, right)[0]


def test_words_that_stand_for_the_same_meet() -> None:
    alike, unlike = met("crew freed", "sailors released", "prices rose"), met("crew freed", "prices rose")
    assert alike[MET.index("met here")] == pytest.approx(1, abs=0.01)
    assert alike[MET.index("nearest verbs")] == pytest.approx(1, abs=0.01)
    assert unlike[MET.index("met here")] < 0.5


def test_the_passage_that_is_met_less_well_decides() -> None:
    part = met("crew freed", "sailors released prices rose")
    assert part[MET.index("met here")] < 0.8


def test_words_without_vectors_meet_nothing() -> None:
    bare = Annotated(
        report=Report(id="00", text="crew"),
        sentences=(Span(start=0, end=4),),
        clauses=(Clause(span=Span(start=0, end=4), sentence=0),),
        words=(Word(start=0, end=4, pos="NOUN", head=-1, relation="root"),),
    )
    held = passages([bare, bare])
    assert Meanings(held, [bare, bare], RARITY).met(np.array([0]), np.array([1])).tolist() == [[0, 0, 0]]


def test_no_pair_gives_no_row() -> None:
    none = np.zeros(0, np.int64)
    assert Meanings((), (), {}).met(none, none).shape == (0, len(MET))


def test_the_shipped_directions_fit_the_taggers_vectors() -> None:
    assert arrays("directions")["directions"].shape == (384, 64)
