"""The labelled stories as the aligner sees them: passages, candidate pairs, and which of these are the same."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from crosswire.align import AGREED
from crosswire.align.copies import origin_of
from crosswire.align.features import Candidates, candidates
from crosswire.align.index import Index
from crosswire.align.passages import Passage, passages
from crosswire.align.points import points as joined
from crosswire.align.scorer import Trees
from crosswire.model import Annotated, Report
from training import label_stories

BENCH = Path(__file__).resolve().parents[2] / "shared" / "bench"
STORIES = BENCH / "stories"
#: The scorers that were trained without one fold each.
FOLD_SCORERS = Path(__file__).resolve().parents[1] / "bench" / "quality" / "align_folds.npz"
FOLDS = 7
sys.path.insert(0, str(BENCH))


class Labelled(NamedTuple):
    """One story: its annotated reports, passages and index, its candidate pairs and whether each is the same."""

    name: str
    pieces: tuple[Annotated, ...]
    told: tuple[Passage, ...]
    words: Index
    pairs: Candidates
    same: NDArray[np.bool_]
    gold: dict[str, Any]


def names() -> list[str]:
    """Returns the names of the bench's labelled stories, sorted."""
    return sorted(path.parent.name for path in STORIES.glob("*/gold.json"))


def folds(count: int = FOLDS) -> list[list[str]]:
    """Returns the bench's stories and those we labelled in `count` groups, drawn once and for all."""
    drawn = [names()[i] for i in np.random.RandomState(0).permutation(len(names()))]
    ours = label_stories.names()
    return [drawn[i::count] + ours[i::count] for i in range(count)]


def reports(name: str) -> list[Report]:
    """Returns the reports of a story, dated where the story tells it."""
    story_jsonl = import_module("story_jsonl")

    return [Report(**row) for row in _rows(story_jsonl, STORIES / name)]


def _rows(module: Any, folder: Path) -> list[dict[str, str]]:
    import contextlib
    import io

    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        module.main(str(folder))
    known = set(Report.__struct_fields__)
    return [{k: v for k, v in json.loads(line).items() if k in known} for line in printed.getvalue().splitlines()]


def labelled(name: str) -> Labelled:
    """Returns one story with everything that training and measuring need."""
    given, raw = told(name)
    score_ledger = import_module("score_ledger")
    return of(name, given, score_ledger.from_gold(raw, {report.id: report.text for report in given}))


def of(name: str, given: Sequence[Report], gold: dict[str, Any]) -> Labelled:
    """Returns a story of the reports given; `gold` has its labels as spans, as score_ledger reads them."""
    from crosswire.group import find_origins
    from crosswire.pipeline import annotated

    pieces = annotated(given)
    held = passages(pieces)
    index = Index(held, pieces, origin_of(pieces, find_origins(pieces)))
    pairs = candidates(index)
    same = _same(gold, pieces, held)
    return Labelled(name, pieces, held, index, pairs, same[pairs.left, pairs.right], gold)


def told(name: str) -> tuple[Sequence[Report], dict[str, Any]]:
    """Returns the reports and labels of a story of the bench, or of ours."""
    if name in (*label_stories.names(), *label_stories.unread()):
        ours = label_stories.story(name)
        return ours.reports, ours.gold
    return reports(name), json.loads((STORIES / name / "gold.json").read_text(encoding="utf-8"))


def _same(gold: dict[str, Any], pieces: Sequence[Annotated], told: Sequence[Passage]) -> NDArray[np.bool_]:
    """For all pairs of passages whether they hold one labelled pair, by the rule that score_ledger counts with."""
    score_ledger = import_module("score_ledger")

    def holding(report: str, span: tuple[int, int]) -> list[int]:
        return [
            i
            for i, passage in enumerate(told)
            if pieces[passage.report].report.id == report
            and score_ledger.overlap((passage.span.start, passage.span.end), span)
        ]

    same = np.zeros((len(told), len(told)), np.bool_)
    for point in gold["points"]:
        for (one, mine), (other, theirs) in score_ledger.pairs(point):
            for i in holding(one, mine):
                for k in holding(other, theirs):
                    same[i, k] = same[k, i] = True
    return same


def pointed(story: Labelled, scorer: Trees) -> list[tuple[int, ...]]:
    """Returns the points that `scorer` makes of `story`."""
    scores = scorer.probability(story.pairs.figures)
    made = joined(story.pairs.left, story.pairs.right, scores, story.words.twin, scorer.threshold, AGREED)
    return [point.members for point in made]


def points_score(story: Labelled, points: Sequence[Sequence[int]]) -> dict[str, float]:
    """Returns pairs F1 with its precision and recall, and points found, as score_ledger counts them."""
    score_ledger = import_module("score_ledger")

    def evidence(members: Sequence[int]) -> dict[str, list[tuple[int, int]]]:
        held = [story.told[i] for i in members]
        return {story.pieces[p.report].report.id: [(p.span.start, p.span.end)] for p in held}

    given = {"quotes": [], "points": [{"verdict": "corroborated", "ev": evidence(members)} for members in points]}
    found = score_ledger.score({"quotes": [], "points": story.gold["points"]}, given)
    return {
        "f": found["pairs"]["f"],
        "p": found["pairs"]["p"],
        "r": found["pairs"]["r"],
        "found": found["points_found"],
    }
