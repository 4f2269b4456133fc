"""Named plans, treaties and coalitions: a noun of the list with a name of its own, in two reports or with terms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crosswire.language.lexicon import words
from crosswire.model import Annotated, Entry, Span, Term, evidence
from crosswire.register.tellings import LIST, stem, words_in
from crosswire.register.terms import members

_TERMS = ("where", "under", "whereby", "which")
_NAMING = frozenset(("PROPN", "NUM"))


def frameworks(pieces: Sequence[Annotated]) -> Iterator[Entry]:
    """Yields each named framework, in order of first telling; its content is every place that tells its terms.

    One is kept when two reports name it, or when one tells its terms behind "where", "whereby" or "under which"; with
    terms it needs no name.
    """
    found: dict[tuple[str, ...], list[tuple[Annotated, Span, Span | None]]] = {}
    for piece in pieces:
        for name, key in _named(piece):
            found.setdefault(key, []).append((piece, name, _terms_of(piece, name)))
    for told in found.values():
        told_terms = [(piece, span) for piece, _, span in told if span is not None]
        if len({piece.report.id for piece, _, _ in told}) < 2 and not told_terms:
            continue
        first, name, _ = told[0]
        held = told_terms or [(piece, span) for piece, span, _ in told]
        content = Term(
            term="content",
            value=" ".join(first.words_of(name).split()),
            evidence=tuple(evidence(piece.report, span) for piece, span in held),
        )
        yield Entry(id="", kind="framework", actor=None, addressee=None, terms=(content, *_parties(held)))


def _parties(held: Sequence[tuple[Annotated, Span]]) -> Iterator[Term]:
    """Who is named in the clauses of its terms: parties and guarantors."""
    for piece, span in held:
        yield from members(piece, span)


def _named(piece: Annotated) -> Iterator[tuple[Span, tuple[str, ...]]]:
    """Names of frameworks with the stems they are known by: "the Mirra accord" by "mirra" and "accord"."""
    text = piece.report.text
    for sentence in piece.sentences:
        inside = words_in(piece, sentence)
        for n, word in enumerate(inside):
            told = text[word.start : word.end]
            if told.lower() not in words("frameworks", LIST) or word.pos not in _NAMING | {"NOUN"}:
                continue
            first = n
            while first and inside[first - 1].pos in _NAMING and inside[first - 1].end + 1 >= inside[first].start:
                first -= 1
            names = [stem(text[w.start : w.end]) for w in inside[first:n] if w.pos == "PROPN"]
            name = Span(start=inside[first].start, end=word.end)
            if names:
                yield name, (*names, stem(told))
            elif _terms_of(piece, name):
                yield name, (piece.report.id, str(word.start))


def _terms_of(piece: Annotated, name: Span) -> Span | None:
    """The clause of terms that stands right behind a framework's name."""
    sentence = next((s for s in piece.sentences if s.overlaps(name)), None)
    rest = [w for w in words_in(piece, sentence) if w.start >= name.end] if sentence else []
    opens = next((w for w in rest[:2] if piece.report.text[w.start : w.end].lower() in _TERMS), None)
    return Span(start=name.start, end=rest[-1].end) if opens else None
