"""The labelled acts of the bench's stories and of our own, as spans."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, NamedTuple

from crosswire.model import Report, Span
from training import label_stories
from training.align_stories import STORIES, names, reports


class Told(NamedTuple):
    """An act of one kind in one report, the spans that tell it, and the clause that does it where rules told it."""

    kind: str
    report: str
    spans: tuple[Span, ...]
    words: Span | None = None


def overlap(a: Span, b: Span) -> bool:
    """Tells whether two spans share at least half of the shorter one, as `score_ledger.py` has it."""
    shared = min(a.end, b.end) - max(a.start, b.start)
    return shared > 0 and shared >= 0.5 * min(a.end - a.start, b.end - b.start)


def story_names() -> list[str]:
    """Returns the stories that have labelled acts, the bench's first."""
    return [name for name in (*names(), *label_stories.names()) if _gold(name).get("acts")]


def story_reports(name: str) -> Sequence[Report]:
    """Returns the reports of a story."""
    return label_stories.story(name).reports if name in label_stories.names() else reports(name)


def gold_of(name: str) -> list[Told]:
    """Returns the labelled acts of a story, each with the one span that tells it."""
    texts = {report.id: report.text for report in story_reports(name)}
    found = []
    for kind, _, report, words in _gold(name)["acts"]:
        start = texts[report].index(words)
        found.append(Told(kind, report, (Span(start=start, end=start + len(words)),)))
    return found


def _gold(name: str) -> dict[str, Any]:
    if name in label_stories.names():
        return label_stories.story(name).gold
    gold: dict[str, Any] = json.loads((STORIES / name / "gold.json").read_text(encoding="utf-8"))
    return gold
