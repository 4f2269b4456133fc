"""Invented reports, annotated by hand as far as align needs it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from zlib import crc32

import numpy as np

from crosswire.model import Annotated, Clause, Quotation, Report, Span


def report(name: str, sentences: Sequence[str], quotations: Sequence[tuple[str, str | None]] = ()) -> Annotated:
    """Returns a report of the sentences given, one clause each; a quotation is its words and its speaker."""
    text = "\n\n".join(sentences)
    spans = []
    at = 0
    for sentence in sentences:
        spans.append(Span(start=at, end=at + len(sentence)))
        at += len(sentence) + 2
    quoted = []
    for words, speaker in quotations:
        start = text.index(words)
        quoted.append(Quotation(span=Span(start=start, end=start + len(words)), statement=None, speaker=speaker))
    return Annotated(
        report=Report(id=name, text=text),
        sentences=tuple(spans),
        clauses=tuple(Clause(span=span, sentence=i) for i, span in enumerate(spans)),
        quotations=tuple(quoted),
        vectors=np.stack([_vector(sentence) for sentence in sentences]) if sentences else np.zeros((0, 64), np.float32),
    )


def _vector(sentence: str) -> np.ndarray:
    """A stand-in for the tagger's vector: the sum of a vector for each word, the same wherever the word stands."""
    row = np.zeros(64, np.float32)
    for word in re.findall(r"\w{3,}", sentence.lower()):
        row += np.random.default_rng(crc32(word.encode())).standard_normal(64).astype(np.float32)
    return row / max(float(np.linalg.norm(row)), 1e-9)


STRAIT = (
    (
        "Norland's navy seized the Veskian tanker Alma in the strait of Mirra on Monday.",
        "Nineteen sailors were held at the naval base in Halden.",
        "The foreign ministry in Orsk demanded that the ship be released within 48 hours.",
        "Fishermen on the island of Tarn said the price of diesel had doubled since spring.",
    ),
    (
        "A tanker flying the flag of Veskia, the Alma, was seized by the Norland navy in the strait of Mirra.",
        "Its 19 sailors are being held in the port of Halden, a spokesman said.",
        "Veskia demanded the release of the ship within 48 hours.",
        "The opera in Orsk opens its season with a comedy this week.",
    ),
    (
        "Veskia wants its ship back: the foreign ministry demanded the release of the Alma within two days.",
        "The tanker was seized in the strait of Mirra by the navy of Norland.",
        "All nineteen sailors are held in Halden.",
    ),
)


def strait() -> tuple[Annotated, ...]:
    """Returns three reports of one incident, each told in another order."""
    return tuple(report(f"{i:02}", sentences) for i, sentences in enumerate(STRAIT))
