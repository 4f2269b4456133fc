"""Traits: what a passage is like by itself, which says how likely another report tells it too.

A sentence with names and numbers is told again more often than a question, a remark in the first person or a comment.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from crosswire.align.passages import Passage
from crosswire.model import Annotated, Span, Word

Floats = NDArray[np.float32]
TRAITS = (
    "quoted", "said", "cued", "words", "verbs", "names", "nouns", "pronouns", "qualities", "times", "quantities",
    "places", "persons", "denied", "unsure", "asks", "unended", "own", "pronoun first", "pronoun subject",
    "opens quoted", "verb at root",
)  # fmt: skip
_AT = {trait: i for i, trait in enumerate(TRAITS)}
_POS = {"VERB": "verbs", "PROPN": "names", "NOUN": "nouns", "PRON": "pronouns", "ADJ": "qualities", "ADV": "qualities"}
_OWN = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|[Mm]y|[Mm]e|us)\b")
_ENDS = tuple(".!?\"”’'")
_OPENS = ("“", '"', "'", "‘")
_Told = tuple[str, Span, float]


def traits(passages: Sequence[Passage], pieces: Sequence[Annotated]) -> Floats:
    """Returns one row a passage, one column a name in TRAITS: counts, and shares of its characters for quoted and said.

    Args:
        passages: report by report in reading order.
    """
    rows = np.zeros((len(passages), len(TRAITS)), np.float32)
    report = [passage.report for passage in passages]
    for number, piece in enumerate(pieces):
        first, last = bisect_right(report, number - 1), bisect_right(report, number)
        mine = [passage.span for passage in passages[first:last]]
        starts = [span.start for span in mine]
        for trait, span, count in _told(piece):
            for i in _touched(span, mine, starts):
                rows[first + i, _AT[trait]] += count
        for trait, span in _wide(piece):
            for i in _touched(span, mine, starts):
                shared = min(span.end, mine[i].end) - max(span.start, mine[i].start)
                rows[first + i, _AT[trait]] += shared / (mine[i].end - mine[i].start)
    for row, passage in zip(rows, passages, strict=True):
        for trait, count in _written(passage.text.strip()):
            row[_AT[trait]] = count
    return rows


def _touched(span: Span, mine: Sequence[Span], starts: Sequence[int]) -> Iterator[int]:
    """The passages that share a character with `span`."""
    i = max(0, bisect_right(starts, span.start) - 1)
    while i < len(mine) and mine[i].start < span.end:
        if span.start < mine[i].end:
            yield i
        i += 1


def _told(piece: Annotated) -> Iterator[_Told]:
    for k, word in enumerate(piece.words):
        span = Span(start=word.start, end=word.end)
        yield "words", span, 1
        if word.pos in _POS:
            yield _POS[word.pos], span, 1
        if word.pos == "PRON" and word.relation in ("nsubj", "nsubj:pass"):
            yield "pronoun subject", span, 1
        if word.pos == "PRON" and _begins_sentence(piece.words, k):
            yield "pronoun first", span, 1
        if word.pos == "VERB" and word.relation == "root":
            yield "verb at root", span, 1
    for time in piece.times:
        yield "times", time.span, 1
    for quantity in piece.quantities:
        yield "quantities", quantity.span, 1
    for place in piece.places:
        yield "places", place.span, 1
    for name in piece.names:
        if name.kind == "person":
            yield "persons", name.span, 1
    for statement in piece.statements:
        if statement.cue:
            yield "cued", statement.cue, 1
    for clause in piece.clauses:
        if clause.negated:
            yield "denied", clause.span, 1
        if clause.modality != "asserted":
            yield "unsure", clause.span, 1


def _begins_sentence(words: Sequence[Word], k: int) -> bool:
    return k == 0 or words[k - 1].pos == "PUNCT"


def _wide(piece: Annotated) -> Iterator[tuple[str, Span]]:
    for quotation in piece.quotations:
        yield "quoted", quotation.span
    for statement in piece.statements:
        for span in statement.content:
            yield "said", span


def _written(text: str) -> Iterator[tuple[str, float]]:
    yield "asks", float(text.endswith("?"))
    yield "unended", float(not text.endswith(_ENDS))
    yield "own", float(len(_OWN.findall(text)))
    yield "opens quoted", float(text.startswith(_OPENS))
