"""What clauses do by the learned weights: figures of the right shape, and reproaches without a word of wrong."""

from __future__ import annotations

import numpy as np
import pytest

from crosswire.annotate.acts.acts import passages, ruled
from crosswire.annotate.acts.leanings import KINDS, VECTOR, Passage, chosen, figures, leanings
from crosswire.annotate.report import before_acts
from crosswire.annotate.tagging.syntax import Tree
from crosswire.annotate.tagging.tagger import MODEL
from crosswire.model import ActKind, Annotated, Report

pytestmark = pytest.mark.skipif(not (MODEL / "reading.bin").exists(), reason="the model is not in this tree")

LEANING: list[tuple[str, ActKind]] = [
    ("“He puts our country in danger,” Ada Veld said.", "accusation"),
    ("“The media never told you what the government did,” Ada Veld said.", "accusation"),
]
PLAIN = [
    "Ada Veld said the ferry leaves Orsk at noon.",
    "Police said the boat was found near the harbour on Friday.",
]


def read(text: str) -> tuple[Annotated, Tree]:
    ((piece, tree),) = before_acts(Report(id="00", text=text), ())
    return piece, tree


def asked(piece: Annotated, tree: Tree) -> list[Passage]:
    return [passage for one in ruled(piece, tree) for passage in passages(piece, one)]


@pytest.mark.parametrize(("text", "kind"), LEANING)
def test_a_clause_without_a_word_of_wrong_reproaches(text: str, kind: ActKind) -> None:
    piece, tree = read(text)
    assert kind in {k for kinds in leanings(tree, asked(piece, tree)) for k in kinds}


@pytest.mark.parametrize("text", PLAIN)
def test_plain_news_does_nothing(text: str) -> None:
    piece, tree = read(text)
    assert set(leanings(tree, asked(piece, tree))) == {()}


def test_figures_have_one_length_and_end_with_the_vectors_of_words_and_cue() -> None:
    piece, tree = read("“We waited for the ferry,” Ada Veld said.")
    (passage,) = asked(piece, tree)
    row = figures(tree, passage)
    assert np.linalg.norm(row[-2 * VECTOR : -VECTOR]) == pytest.approx(1, abs=1e-4)
    assert np.linalg.norm(row[-VECTOR:]) == pytest.approx(1, abs=1e-4)
    assert row.shape == figures(tree, passage._replace(cue=None)).shape
    assert not figures(tree, passage._replace(cue=None))[-VECTOR:].any()


def test_what_rules_find_is_not_found_again() -> None:
    text = "“They failed us and they lied to the crews,” Ada Veld said."
    piece, tree = read(text)
    (passage,) = asked(piece, tree)
    assert "accusation" not in leanings(tree, [passage._replace(here=frozenset(KINDS))])[0]


def test_an_act_that_is_all_an_indirect_statement_tells_leaves_no_passage() -> None:
    piece, tree = read("Ada Veld denied that her ships had fired.")
    assert asked(piece, tree) == []


def test_of_kinds_alike_the_most_certain_is_chosen_and_none_beside_what_rules_find() -> None:
    certain = np.zeros(len(KINDS), np.float32)
    certain[KINDS.index("demand")], certain[KINDS.index("appeal")], certain[KINDS.index("accusation")] = 0.4, 0.3, 0.2
    assert set(chosen(certain, frozenset(), 0.1)) == {"demand", "accusation"}
    assert chosen(certain, frozenset(("appeal",)), 0.1) == ("accusation",)
    assert chosen(certain, frozenset(), 0.5) == ()


def test_no_passages_lean_nowhere() -> None:
    _, tree = read("The ferry left.")
    assert leanings(tree, []) == []
