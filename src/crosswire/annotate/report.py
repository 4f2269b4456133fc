"""Reports through every annotator, in order; a long one in parts, put together again."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple, cast

import msgspec
import numpy as np

from crosswire.annotate.acts.acts import acts
from crosswire.annotate.doings.clauses import clauses
from crosswire.annotate.doings.doings import doings, filled
from crosswire.annotate.quotations.quotations import quotations
from crosswire.annotate.sentences.sentences import paragraphs, sentences
from crosswire.annotate.statements.statements import statements
from crosswire.annotate.tagging.syntax import Tree
from crosswire.annotate.tagging.tagger import Tagged, Tagger
from crosswire.model import Annotated, Furniture, Quotation, Report, Span, VoiceKind, Word
from crosswire.values.names.find import find as names
from crosswire.values.numbers.find import find as quantities
from crosswire.values.places.find import find as places
from crosswire.values.times.find import find as times

#: Parts that go through the tagger together: so many, or fewer that hold so many characters.
TOGETHER, TOGETHER_LONG = 32, 120_000
#: A report longer than this many characters is read in parts, so that time and memory grow with its length alone.
PART = 40_000


class _Part(NamedTuple):
    """Some sentences of a report with what else lies there; the whole report when it is not long."""

    report: Report
    furniture: tuple[Furniture, ...]
    sentences: tuple[Span, ...]
    blocks: tuple[Span, ...]
    quotations: tuple[Quotation, ...]


def annotate_reports(
    reports: Sequence[tuple[Report, tuple[Furniture, ...]]], tell: Callable[[int], None] = lambda _: None
) -> Iterator[Annotated]:
    """Yields each report with everything the annotators find outside its furniture, in the order given.

    A report in a language other than English comes back with understood=False and nothing found. `tell` is given the
    number of characters of each part that is done.
    """
    waiting = [list(_parts(report, furniture)) for report, furniture in reports]
    read = _read((part for parts in waiting for part in parts), tell)
    for (report, furniture), parts in zip(reports, waiting, strict=True):
        if not _is_read(report):
            yield Annotated(report=report, furniture=furniture, understood=False)
        else:
            yield joined(report, furniture, [next(read) for _ in parts])


def _is_read(report: Report) -> bool:
    return not report.language or report.language.lower()[:2] == "en"


def _parts(report: Report, furniture: tuple[Furniture, ...]) -> Iterator[_Part]:
    if not _is_read(report):
        return
    found = sentences(report.text, furniture)
    blocks = paragraphs(report.text, furniture)
    quoted = quotations(report, furniture)
    starts = [s.start for s in found]
    first = 0
    while first < len(found):
        last = bisect_left(starts, found[first].start + PART, first + 1)
        while last < len(found) and "\n" not in report.text[found[last - 1].end : found[last].start]:
            last += 1
        here = Span(start=found[first].start, end=found[last - 1].end)
        yield _Part(
            report,
            tuple(f for f in furniture if f.span.overlaps(here)),
            found[first:last],
            tuple(b for b in blocks if b.overlaps(here)),
            tuple(q for q in quoted if q.span.overlaps(here)),
        )
        first = last


def _read(parts: Iterable[_Part], tell: Callable[[int], None]) -> Iterator[Annotated]:
    for batch in _batches(parts):
        for part, tagged in zip(
            batch, _tagged([p.report.text for p in batch], [p.sentences for p in batch]), strict=True
        ):
            yield _annotated(part, tagged)
            tell(_length(part))


def _batches(parts: Iterable[_Part]) -> Iterator[list[_Part]]:
    batch: list[_Part] = []
    for part in parts:
        batch.append(part)
        if len(batch) == TOGETHER or sum(map(_length, batch)) >= TOGETHER_LONG:
            yield batch
            batch = []
    if batch:
        yield batch


def _length(part: _Part) -> int:
    return part.sentences[-1].end - part.sentences[0].start if part.sentences else 0


@lru_cache(maxsize=1)
def _tagger() -> Tagger:
    return Tagger.load()


def _tagged(texts: list[str], found: list[tuple[Span, ...]]) -> list[Tagged]:
    return _tagger().tag(texts, [[(s.start, s.end) for s in spans] for spans in found])


def before_acts(report: Report, furniture: tuple[Furniture, ...]) -> Iterator[tuple[Annotated, Tree]]:
    """Yields each part of a report with its statements, and its tree, before it is asked what the statements do."""
    for part in _parts(report, furniture):
        (tagged,) = _tagged([report.text], [part.sentences])
        yield _told(part, tagged)


def _told(part: _Part, tagged: Tagged) -> tuple[Annotated, Tree]:
    report, found = part.report, part.sentences
    tree = Tree(report.text, tagged)
    piece = Annotated(
        report=report,
        furniture=part.furniture,
        sentences=found,
        words=_words(tagged),
        names=names(report, found, _hints(report.text, tagged)),
        quotations=part.quotations,
    )
    said, quoted = statements(piece, part.blocks, tagged, tree)
    return msgspec.structs.replace(piece, statements=said, quotations=quoted), tree


def _annotated(part: _Part, tagged: Tagged) -> Annotated:
    report, found = part.report, part.sentences
    piece, tree = _told(part, tagged)
    said, quoted = acts(piece, tree)
    done = doings(tree, found)
    cut = filled(tree, clauses(report, found, said, piece.words), done, said)
    told = times(report, found)
    return msgspec.structs.replace(
        piece,
        times=told,
        quantities=quantities(report, found, told),
        places=places(report, found),
        statements=said,
        quotations=quoted,
        doings=done,
        clauses=cut,
        vectors=tagged.vectors([(clause.span.start, clause.span.end) for clause in cut]),
        word_vectors=tagged.word_vectors,
    )


def _hints(text: str, tagged: Tagged) -> dict[str, Counter[VoiceKind]]:
    """How often the tagger gives a form each kind."""
    found: dict[str, Counter[VoiceKind]] = {}
    for name in tagged.names:
        found.setdefault(text[name.start : name.end], Counter())[cast(VoiceKind, name.kind)] += 1
    return found


def _words(tagged: Tagged) -> tuple[Word, ...]:
    rows = zip(
        tagged.start.tolist(), tagged.end.tolist(), tagged.pos, tagged.head.tolist(), tagged.relation, strict=True
    )
    return tuple(Word(start=a, end=b, pos=pos, head=head, relation=relation) for a, b, pos, head, relation in rows)


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
