"""Train what a clause of somebody's words does beside the rules, and measure it on stories left out.

python -m training.acts measure    ten folds of stories: acts found and right, by rules alone and at several certainties
python -m training.acts ship       trains on everything and writes src/crosswire/models/acts/leanings.npz

The labelled acts are those of the bench's stories and of our own (`training/labels`), and clauses of the collection
`polnear` that we labelled one by one (`training/act_clauses.json`, which holds places and no words).
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from crosswire.annotate.acts.acts import Ruled, passages, ruled
from crosswire.annotate.acts.leanings import KINDS, VECTOR, chosen, figures
from crosswire.annotate.report import before_acts
from crosswire.clean import furniture
from crosswire.model import ActKind, Report, Span
from training import label_stories
from training.act_stories import Told, gold_of, overlap, story_names, story_reports

SHIPPED = Path(__file__).resolve().parents[1] / "src" / "crosswire" / "models" / "acts" / "leanings.npz"
CLAUSES = Path(__file__).with_name("act_clauses.json")
FOLDS = 10
#: How certain a clause has to be for an act of its own.
LEAST = 0.15
#: The vectors' share beside flags and counts of unit variance, and how strongly all weights are held down.
FLAGS, WORDS, CUE, STRENGTH = 0.4, 4.0, 3.0, 0.05
#: What a clause that was picked for being a likely act weighs beside one of a whole story.
PICKED = 0.7

Floats = NDArray[np.float32]


class Clause(NamedTuple):
    """One clause: its report, place and statement's content, its figures, its labelled kinds and what rules find."""

    report: str
    clause: Span
    content: Span
    figures: Floats
    kinds: frozenset[str]
    here: frozenset[ActKind]


class Labelled(NamedTuple):
    """A story or one article: its labelled acts, what rules tell, and its clauses."""

    name: str
    gold: tuple[Told, ...]
    ruled: tuple[Told, ...]
    clauses: tuple[Clause, ...]


def stories() -> list[Labelled]:
    """Returns every story with labelled acts, the bench's first."""
    found = []
    for name in story_names():
        gold = gold_of(name)
        ruled_acts: list[Told] = []
        clauses: list[Clause] = []
        for report in story_reports(name):
            for one, clause in _read(report, gold):
                if one is not None:
                    ruled_acts += _acts(report.id, one)
                if clause is not None:
                    clauses.append(clause)
        found.append(Labelled(name, tuple(gold), tuple(ruled_acts), tuple(clauses)))
    return found


def articles() -> list[Labelled]:
    """Returns the articles of which single clauses are labelled; clauses that nobody looked at are left out."""
    found = []
    for row in json.loads(CLAUSES.read_text(encoding="utf-8")):
        report = label_stories.polnear(row["id"])
        if hashlib.sha256(report.text.encode()).hexdigest() != row["sha256"]:
            raise ValueError(f"polnear: article {row['id']} is not as it was labelled")
        gold = [
            Told(kind, report.id, (Span(start=a, end=b),)) for a, b, kinds in row["clauses"] for kind in kinds.split()
        ]
        seen = [Span(start=a, end=b) for a, b, _ in row["clauses"]]
        clauses = [c for _, c in _read(report, gold) if c is not None and any(overlap(c.clause, s) for s in seen)]
        found.append(Labelled(row["id"], tuple(gold), (), tuple(clauses)))
    return found


def _read(report: Report, gold: Sequence[Told]) -> Iterator[tuple[Ruled | None, Clause | None]]:
    """Each statement of a report with the acts that rules find, then each of its clauses."""
    for piece, tree in before_acts(report, furniture(report)):
        for one in ruled(piece, tree):
            yield one, None
            asked = passages(piece, one)
            for passage in asked:
                kinds = frozenset(g.kind for g in gold if g.report == report.id and overlap(g.spans[0], passage.clause))
                content = next(c for c in one.statement.content if c.overlaps(passage.clause))
                row = figures(tree, passage)
                yield None, Clause(report.id, passage.clause, content, row, kinds, passage.here)


def _acts(report: str, one: Ruled) -> list[Told]:
    said = (*one.statement.content, *([one.statement.cue] if one.statement.cue else []))
    return [Told(act.kind, report, (*said, *([act.condition] if act.condition else [])), act.words) for act in one.acts]


class Head(NamedTuple):
    """The weights of every figure for every kind, and the bias."""

    weights: Floats
    bias: Floats

    def certain(self, clauses: Sequence[Clause]) -> Floats:
        """Returns a row a clause of the certainty of each kind."""
        rows = np.stack([c.figures for c in clauses])
        found: Floats = 1 / (1 + np.exp(-(rows @ self.weights + self.bias)))
        return found


def trained(whole: Sequence[Labelled], picked: Sequence[Labelled]) -> Head:
    """Returns the weights learned from whole stories and from picked clauses."""
    ours = [c for one in whole for c in one.clauses]
    theirs = [c for one in picked for c in one.clauses]
    rows = np.stack([c.figures for c in (*ours, *theirs)])
    middle, scale = _scales(rows[: len(ours)])
    scaled = (rows - middle) * scale
    weigh = np.array([1.0] * len(ours) + [PICKED] * len(theirs))
    weights = np.zeros((rows.shape[1], len(KINDS)), np.float32)
    bias = np.zeros(len(KINDS), np.float32)
    for k, kind in enumerate(KINDS):
        is_one = [kind in c.kinds for c in (*ours, *theirs)]
        found = LogisticRegression(C=STRENGTH, max_iter=400).fit(scaled, is_one, weigh)
        weights[:, k] = found.coef_[0] * scale
        bias[k] = found.intercept_[0] - float(middle @ weights[:, k])
    return Head(weights, bias)


def _scales(rows: Floats) -> tuple[Floats, Floats]:
    """The middle of every figure and what it is multiplied with; vectors keep their middle."""
    middle = rows.mean(0)
    middle[-2 * VECTOR :] = 0
    scale = FLAGS / (rows.std(0) + 0.05)
    scale[-2 * VECTOR : -VECTOR], scale[-VECTOR:] = WORDS, CUE
    return middle, scale.astype(np.float32)


def left_out() -> tuple[list[Labelled], list[Floats]]:
    """Returns the stories, and for each the certainties of its clauses by weights that were trained without it."""
    whole, picked = stories(), articles()
    certain: dict[str, Floats] = {}
    for fold in range(FOLDS):
        head = trained([s for i, s in enumerate(whole) if i % FOLDS != fold], picked)
        certain |= {s.name: head.certain(s.clauses) for i, s in enumerate(whole) if i % FOLDS == fold}
    return whole, [certain[s.name] for s in whole]


def figures_at(story: Labelled, certain: Floats, least: float) -> tuple[int, int, int, int]:
    """Returns how many acts are labelled, how many of them found, how many told, how many of these right."""
    told = [*story.ruled]
    for clause, row in zip(story.clauses, certain, strict=True):
        for kind in chosen(row, clause.here, least):
            if not any(
                t.kind == kind and t.report == clause.report and t.words and t.words.overlaps(clause.clause)
                for t in told
            ):
                told.append(Told(kind, clause.report, (clause.content,), clause.clause))
    found = sum(any(_same(g, t) for t in told) for g in story.gold)
    right = sum(any(_same(g, t) for g in story.gold) for t in told)
    return len(story.gold), found, len(told), right


def _same(gold: Told, told: Told) -> bool:
    return (
        gold.kind == told.kind
        and gold.report == told.report
        and any(overlap(gold.spans[0], span) for span in told.spans)
    )


def measure() -> None:
    """Prints a line a certainty: acts found (of all and mean over stories), told, right, all by weights left out."""
    whole, certain = left_out()
    for least in (1.0, 0.5, 0.4, 0.3, 0.25, 0.2, 0.15, 0.1):
        rows = [figures_at(story, row, least) for story, row in zip(whole, certain, strict=True)]
        gold, found, told, right = (sum(r[i] for r in rows) for i in range(4))
        mean = np.mean([r[1] / r[0] for r in rows])
        print(
            f"certainty {least:.2f}: found {found / gold:.3f} of {gold}, mean {mean:.3f}; "
            f"told {told} ({told / gold:.2f} times), right {right / told:.3f}"
        )


def ship() -> None:
    """Writes the weights learned from everything."""
    head = trained(stories(), articles())
    SHIPPED.parent.mkdir(exist_ok=True)
    np.savez_compressed(
        SHIPPED, weights=head.weights.astype(np.float16), bias=head.bias, least=np.array(LEAST, np.float32)
    )


if __name__ == "__main__":
    {"measure": measure, "ship": ship}[sys.argv[1]]()
