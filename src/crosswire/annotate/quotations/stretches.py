"""Sentences joined where a quotation runs over their border, read as tokens with each quotation as one token."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from crosswire.language.lexicon import cue_verbs
from crosswire.language.lexicon import words as listed_words
from crosswire.language.words import word_spans
from crosswire.model import Quotation, Span

#: What stands in for a whole quotation among the tokens.
QUOTE = "“…”"
_MARKS = "\"“”„‟«»'’‘`″"


class Token(NamedTuple):
    """A word or mark, or a whole quotation with its marks; `quote` is the quotation's index, -1 for a word."""

    start: int
    end: int
    word: str
    lower: str
    quote: int = -1


class Stretch(NamedTuple):
    """One sentence, or several that a quotation binds together."""

    span: Span
    tokens: tuple[Token, ...]


def stretches(text: str, sentences: Sequence[Span], quotations: Sequence[Quotation]) -> tuple[Stretch, ...]:
    """Returns the stretches of a report in order: every sentence is in exactly one of them."""
    joined: list[Span] = []
    for sentence in sentences:
        if joined and any(_binds(text, q.span, joined[-1], sentence) for q in quotations):
            joined[-1] = Span(start=joined[-1].start, end=sentence.end)
        else:
            joined.append(sentence)
    return tuple(Stretch(span, _tokens(text, span, quotations)) for span in joined)


def _binds(text: str, quotation: Span, before: Span, sentence: Span) -> bool:
    """The quotation runs from one into the other, or ends the one while the other only tells who spoke."""
    if quotation.start < sentence.start < quotation.end and quotation.start <= before.end:
        return True
    gap = text[quotation.end : sentence.start]
    beside = quotation.end < sentence.start and len(gap) <= 3 and "\n" not in gap and not gap.strip(_MARKS + " ")
    return beside and only_tells_who(text[sentence.start : sentence.end])


def only_tells_who(sentence: str) -> bool:
    """Tells whether a sentence after a quotation is its tag: "X said.", "she told reporters in Orsk.".

    One to seven words, a cue verb, and nothing that begins a clause of its own.
    """
    words = sentence.split()
    if len(sentence) > 160 or len(words) > 24:
        return False
    cue = next((k for k, w in enumerate(words[:8]) if w.strip(".,") in cue_verbs() and not w[0].isupper()), None)
    if not cue:
        return False
    rest = [w.lower() for w in words[cue + 1 :]]
    return not (rest and rest[0].strip(",") in listed_words("clause openers")) and not any(
        w in ("that", "to") for w in rest
    )


def with_marks(text: str, span: Span) -> Span:
    """Returns the words of a quotation together with the marks around them."""
    start = span.start
    while start > 0 and text[start - 1] == " " and text[start - 2 : start - 1] in ('"', "“"):
        start -= 1
    if start > 0 and text[start - 1] in _MARKS:
        start -= 2 if text[max(0, start - 2) : start] in ("``", "''", "‘‘") else 1
    end = span.end
    if end < len(text) and text[end] in _MARKS:
        end += 2 if text[end : end + 2] in ("''", "’’") else 1
    return Span(start=start, end=end)


def _tokens(text: str, span: Span, quotations: Sequence[Quotation]) -> tuple[Token, ...]:
    found: list[Token] = []
    at = span.start
    for i, quotation in enumerate(quotations):
        if not quotation.span.overlaps(span):
            continue
        whole = with_marks(text, quotation.span)
        start, end = max(at, whole.start), min(span.end, whole.end)
        found.extend(_words(text, at, start))
        found.append(Token(start, end, QUOTE, QUOTE, i))
        at = end
    found.extend(_words(text, at, span.end))
    return tuple(found)


def _words(text: str, start: int, end: int) -> list[Token]:
    return [Token(a, b, text[a:b], text[a:b].lower()) for a, b in word_spans(text, start, end)] if end > start else []
