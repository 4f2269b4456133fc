"""What one report leaves open and another settles, compared over the whole story: arrests, charges, motives."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from crosswire.judge.questions.states import STATES, State
from crosswire.judge.questions.topics import QUESTIONS
from crosswire.judge.questions.unknowns import Opening, openings
from crosswire.judge.sides.denied import denial
from crosswire.judge.sides.finding import Finding, Pair, asserted
from crosswire.judge.sides.lying import Lying
from crosswire.judge.sides.tellings import is_headline, telling
from crosswire.model import Annotated, Span

#: A question told further down than this many sentences is background.
_LEAD: Final = 8
#: One of several is told of: what holds for him does not hold for all.
_PART: Final = re.compile(r"\b(?:other|others|another|remaining|rest|third|fourth|of\sthem)\b", re.IGNORECASE)
_ONE_MORE: Final = re.compile(r"\b(?:third|fourth|fifth)\s$", re.IGNORECASE)
#: Words before an answer, in its clause, that leave it a guess.
_GUESSED: Final = re.compile(
    r"\b(?:if|whether|possible|possibly|unless|potential\w*|believ\w+|(?:not|\w+n[’']t)\san?)\b[^.;,\n]*$",
    re.IGNORECASE,
)
_REACH: Final = 60

#: Who has no more to tell has told something.
_MORE: Final = re.compile(r"\b(?:further|more|additional|other)\b", re.IGNORECASE)
_DENIED: Final = re.compile(r"\b(?:no|not|nor|none|neither|nobody|no-one|yet|without)\b|n['’]t\b", re.IGNORECASE)

Match = tuple[Annotated, int, Span]


def open_or_settled(pieces: Sequence[Annotated]) -> list[tuple[str, Pair]]:
    """Returns every two tellings of which one leaves a question open that the other has settled.

    A report that tells both stands for what it tells in its lead, and for the open question where it tells both there.
    Headlines count like sentences.
    """
    left = [openings(piece) for piece in pieces]
    return [found for state in (*STATES, *QUESTIONS) for found in _of_one(state, pieces, left)]


def _of_one(state: State, pieces: Sequence[Annotated], left: Sequence[Sequence[Opening]]) -> Iterator[tuple[str, Pair]]:
    told = [(_open(p, state, o), _settled(p, state, o)) for p, o in zip(pieces, left, strict=True)]
    is_open = [bool(openly) and not _superseded(openly, settled, state.of_knowledge) for openly, settled in told]
    tells_both = [state.of_knowledge and not _only_more(openly) for openly, _ in told]
    is_open = [
        left and not (settled and _only_more(openly)) for left, (openly, settled) in zip(is_open, told, strict=True)
    ]
    for (openly, _), one_is_open in zip(told, is_open, strict=True):
        for k, (_, settled) in enumerate(told) if one_is_open else ():
            if settled and not is_open[k] and not tells_both[k]:
                first = openly if state.of_knowledge else _denials(openly)
                yield state.about, _pair(state.about, _plainest(first), _plainest(settled))


def _only_more(openly: Sequence[Match]) -> bool:
    """Whether a report leaves nothing open, or no more than further details."""
    return all(_MORE.search(piece.words_of(span)) for piece, _, span in openly)


def _denials(openly: list[Match]) -> list[Match]:
    """Those that say no more than that it is open ("no arrests") before those that let it be understood ("sought")."""
    return [m for m in openly if _DENIED.search(m[0].words_of(m[2]))] or openly


def _plainest(told: Sequence[Match]) -> Match:
    """The first telling that is a sentence; a headline only where nothing else tells it."""
    return next((m for m in told if not is_headline(m[0], m[1])), told[0])


def _open(piece: Annotated, state: State, left: Sequence[Opening]) -> list[Match]:
    """Every sentence that leaves the question open, by a wording of its own or by what it says is not known."""
    found = _matches(piece, state.open) if state.open else []
    text, known = piece.report.text, {i for _, i, _ in found}
    for o in left:
        asked = state.asked and state.asked.search(text, o.span.start, o.span.end)
        if o.sentence not in known and asked:
            found.append((piece, o.sentence, o.span))
    return sorted(found, key=lambda match: match[1])


def _settled(piece: Annotated, state: State, left: Sequence[Opening]) -> list[Match]:
    """Every sentence that settles it; what a report says is not known settles nothing."""
    unknown = Lying((o.span, (o.span,)) for o in left)
    told = [m for m in _matches(piece, state.settled) if not any(span.overlaps(m[2]) for span in unknown.near(m[2]))]
    other = state.elsewhere
    here = [m for m in told if not (other and other.search(piece.words_of(piece.sentences[m[1]])))]
    return [m for m in here if not _is_guessed(piece, m[1], m[2]) and denial(piece, m[2]) is None]


def _is_guessed(piece: Annotated, number: int, told: Span) -> bool:
    """Whether an answer stands behind "if", "whether" or "possible"."""
    start = max(piece.sentences[number].start, told.start - _REACH)
    return bool(_GUESSED.search(piece.report.text, start, told.end - 1))


def _matches(piece: Annotated, pattern: re.Pattern[str]) -> list[Match]:
    """Every sentence of a report that matches, with its number and the words that match."""
    found: list[Match] = []
    text = piece.report.text
    for i, sentence in enumerate(piece.sentences):
        match = pattern.search(text, sentence.start, sentence.end)
        if match and not _PART.search(match[0]) and not _ONE_MORE.search(text, sentence.start, match.start()):
            found.append((piece, i, Span(start=match.start(), end=match.end())))
    return found


def _superseded(openly: list[Match], settled: list[Match], known: bool) -> bool:
    return bool(settled) and settled[0][1] < openly[0][1] and (known or openly[0][1] >= _LEAD)


def _pair(about: str, one: Match, other: Match) -> Pair:
    left, right = telling(one[0], one[2]), telling(other[0], other[2])
    finding = Finding(
        slot="stance", nature="conflict", left=asserted(left, one[2]), right=asserted(right, other[2]), about=about
    )
    return left, right, finding
