"""Reports through every annotator, in order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import cast

import msgspec

from crosswire.annotate.acts import acts
from crosswire.annotate.clauses import clauses
from crosswire.annotate.names import names
from crosswire.annotate.places import places
from crosswire.annotate.quantities import quantities
from crosswire.annotate.quotations import quotations
from crosswire.annotate.sentences import sentences
from crosswire.annotate.statements import statements
from crosswire.annotate.syntax import Tree
from crosswire.annotate.tagger import Tagged, Tagger
from crosswire.annotate.times import times
from crosswire.model import Annotated, Furniture, Report, Span, VoiceKind, Word

#: Reports that go through the tagger together.
TOGETHER = 32


def annotate_reports(reports: Sequence[tuple[Report, tuple[Furniture, ...]]]) -> Iterator[Annotated]:
    """Yields each report with everything the annotators find outside its furniture, in the order given.

    A report in a language other than English comes back with understood=False and nothing found.
    """
    rest = iter(reports)
    while batch := list(islice(rest, TOGETHER)):
        read = [sentences(r.text, f) if _is_read(r) else () for r, f in batch]
        tagged = iter(
            _tagged(
                [r.text for r, _ in batch if _is_read(r)],
                [s for s, (r, _) in zip(read, batch, strict=True) if _is_read(r)],
            )
        )
        for (report, furniture), found in zip(batch, read, strict=True):
            if _is_read(report):
                yield _annotated(report, furniture, found, next(tagged))
            else:
                yield Annotated(report=report, furniture=furniture, understood=False)


def _is_read(report: Report) -> bool:
    return not report.language or report.language.lower()[:2] == "en"


@lru_cache(maxsize=1)
def _tagger() -> Tagger:
    return Tagger.load()


def _tagged(texts: list[str], found: list[tuple[Span, ...]]) -> list[Tagged]:
    if not texts:
        return []
    return _tagger().tag(texts, [[(s.start, s.end) for s in spans] for spans in found])


def _annotated(report: Report, furniture: tuple[Furniture, ...], found: tuple[Span, ...], tagged: Tagged) -> Annotated:
    tree = Tree(report.text, tagged)
    piece = Annotated(
        report=report,
        furniture=furniture,
        sentences=found,
        words=_words(tagged),
        names=names(report, found, _hints(report.text, tagged)),
        quotations=quotations(report, furniture),
    )
    said, quoted = statements(piece, tagged, tree)
    piece = msgspec.structs.replace(piece, statements=said, quotations=quoted)
    said, quoted = acts(piece, tree)
    cut = clauses(report, found, said, piece.words)
    told = times(report, found)
    return msgspec.structs.replace(
        piece,
        times=told,
        quantities=quantities(report, found, told),
        places=places(report, found),
        statements=said,
        quotations=quoted,
        clauses=cut,
        vectors=tagged.vectors([(clause.span.start, clause.span.end) for clause in cut]),
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
