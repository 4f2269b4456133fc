"""A long report put together from its parts."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import numpy as np

from crosswire.model import Annotated, Furniture, Report


def joined(report: Report, furniture: tuple[Furniture, ...], parts: Sequence[Annotated]) -> Annotated:
    """Returns one annotated report of its parts in order: statements numbered through, indices shifted."""
    if not parts:
        return Annotated(report=report, furniture=furniture)
    if len(parts) == 1:
        return msgspec.structs.replace(parts[0], furniture=furniture)
    shifted = []
    words = sentences = said = 0
    for part in parts:
        shifted.append(_shifted(part, words, sentences, said))
        words, sentences, said = words + len(part.words), sentences + len(part.sentences), said + len(part.statements)
    return Annotated(
        report=report,
        furniture=furniture,
        sentences=tuple(x for p in shifted for x in p.sentences),
        words=tuple(x for p in shifted for x in p.words),
        names=tuple(x for p in shifted for x in p.names),
        times=tuple(x for p in shifted for x in p.times),
        quantities=tuple(x for p in shifted for x in p.quantities),
        places=tuple(x for p in shifted for x in p.places),
        statements=tuple(x for p in shifted for x in p.statements),
        quotations=tuple(x for p in shifted for x in p.quotations),
        doings=tuple(x for p in shifted for x in p.doings),
        clauses=tuple(x for p in shifted for x in p.clauses),
        vectors=np.concatenate([p.vectors for p in shifted]),
        word_vectors=np.concatenate([p.word_vectors for p in shifted]),
    )


def _shifted(part: Annotated, words: int, sentences: int, said: int) -> Annotated:
    replace = msgspec.structs.replace
    ids = {s.id: f"{part.report.id}:s{said + n + 1}" for n, s in enumerate(part.statements)}
    return replace(
        part,
        words=tuple(replace(w, head=w.head + words if w.head >= 0 else -1) for w in part.words),
        statements=tuple(replace(s, id=ids[s.id]) for s in part.statements),
        quotations=tuple(replace(q, statement=ids[q.statement] if q.statement else None) for q in part.quotations),
        clauses=tuple(
            replace(c, sentence=c.sentence + sentences, statement=ids[c.statement] if c.statement else None)
            for c in part.clauses
        ),
    )
