"""The reports of a desk in which quotations may stand, as quotes looks in them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from crosswire.errors import DeskError
from crosswire.quotes import sources_of_story
from crosswire.quotes.folding import folded
from crosswire.quotes.types import Asked, Source
from crosswire.store.consulted import Consulted

#: Words in a row by which a report is found; two that were changed leave some such run in all but the shortest.
_RUN: Final = 3
_RUNS: Final = 40
#: Reports that the index names for one quotation, the likeliest first.
_LIKELIEST: Final = 24


def sources(desk: Consulted, asked: Sequence[Asked], story: str | None = None) -> tuple[Source, ...]:
    """Returns the reports in which any of the quotations may stand: those that share runs of words with it.

    Args:
        desk: where they are kept.
        asked: the quotations.
        story: only reports of this story.

    Returns:
        The reports, each once, the likeliest of the first quotation first; one that is in no story yet, or was not
        compared yet, is told without who says what.
    """
    hits: dict[str, str | None] = {}
    within = f" story:{desk.summary(story).id}" if story is not None else ""
    for one in asked:
        if query := _query(folded(one.words).keys):
            hits.update((hit.report, hit.story) for hit in desk.search(query + within, limit=_LIKELIEST).hits)
    read: dict[str, Source] = {}
    for name in {name: None for name in hits.values() if name is not None}:
        read.update((source.report, source) for source in _of_story(desk, name) if source.report in hits)
    return tuple(read.get(name) or _bare(desk, name) for name in hits)


def _query(keys: Sequence[str]) -> str:
    """Any run of words of a quotation, as a search."""
    runs = [keys[i : i + _RUN] for i in range(max(1, len(keys) - _RUN + 1))]
    step = max(1, len(runs) // _RUNS)
    told = (re.sub(r"[\W_]+", " ", " ".join(run)).strip() for run in runs[::step])
    return " OR ".join(f'"{words}"' for words in dict.fromkeys(told) if words)


def _of_story(desk: Consulted, story: str) -> tuple[Source, ...]:
    try:
        return sources_of_story(desk.story(story))
    except DeskError:  # placed, and not compared yet
        return ()


def _bare(desk: Consulted, name: str) -> Source:
    report = desk.full_report(name)
    return Source(report=name, sha256=report.sha256, text=report.text)
