"""Attributions by rule: a cue, the source beside it, and the content it governs.

A cue is a verb or noun of the lists in `data`. Its source stands before it ("X said"), after it ("said X"), or is the
subject that a participle shares ("X left, saying ..."). Quotations count as one word, so nothing inside them is read.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from crosswire.annotate.lexicon import WEEKDAYS, cue_verbs, words
from crosswire.annotate.phrases import after, ahead, first, in_capitals, is_adverb, past_adverbs, span_of, trimmed
from crosswire.annotate.stretches import Stretch, Token
from crosswire.model import Span


class Attribution(NamedTuple):
    """Who (None where not told), by which cue (None where a mark alone tells it), what, in reading order."""

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    score: float = 1.0


_PRONOUNS = words("subject pronouns")
_HEARERS = words("hearers")
_DETERMINERS = words("determiners")


def attributions(text: str, stretches: Sequence[Stretch]) -> tuple[Attribution, ...]:
    """Returns the attributions of a report in reading order of their cues."""
    found: list[Attribution] = []
    for stretch in stretches:
        found.extend(_of_stretch(text, stretch))
    return tuple(found)


def _of_stretch(text: str, stretch: Stretch) -> list[Attribution]:
    tokens = stretch.tokens
    found: list[Attribution] = []
    subject: Span | None = None
    for i, token in enumerate(tokens):
        if token.lower == "according" and i + 2 < len(tokens) and tokens[i + 1].lower == "to":
            source = after(tokens, i + 2)
            if source:
                found.append(Attribution(span_of(tokens, source), Span(start=token.start, end=tokens[i + 1].end),
                                         _around(tokens, i, source[1])))  # fmt: skip
            continue
        cue = _cue(tokens, i)
        if cue is None:
            continue
        last, base, tenses, kinds = cue
        source_at, behind = _source(tokens, i, last, tenses, base)
        joined = past_adverbs(tokens, i - 1)
        if source_at is None and tenses <= {"going"} and (subject or first(tokens, i)):
            shared = subject or first(tokens, i)
        elif source_at is None and subject and tokens[joined].lower in ("and", "but") and tenses & {"past", "present"}:
            shared = subject
            found = [_cut(a, tokens[joined].start) for a in found]
        elif source_at is None:
            continue
        else:
            shared = span_of(tokens, source_at)
            subject = subject or shared
        content = _content(tokens, i, last, source_at if behind else None, base, kinds)
        if content:
            found.append(Attribution(shared, Span(start=token.start, end=tokens[last].end), content))
    return found


def _cut(attribution: Attribution, place: int) -> Attribution:
    """What is said ends where the next verb of the same subject begins."""
    content = tuple(Span(start=c.start, end=min(c.end, place)) for c in attribution.content if c.start < place - 2)
    return attribution._replace(content=content or attribution.content)


def _cue(tokens: Sequence[Token], i: int) -> tuple[int, str, set[str], set[str]] | None:
    """The cue verb that begins at i: its last token, base, possible tenses and classes."""
    capital = tokens[i].word[:1].isupper() and i and not in_capitals(tokens)
    if tokens[i].quote >= 0 or capital or _passive(tokens, i):
        return None
    for last in (i + 1, i):
        if last >= len(tokens):
            continue
        uses = cue_verbs().get(" ".join(t.lower for t in tokens[i : last + 1]))
        if uses:
            before = tokens[i - 1].lower if i else ""
            if before in cue_verbs() and tokens[i].lower.endswith("s") and i > 1 and tokens[i - 1].word.islower():
                return None  # "rejected claims"
            if before in _DETERMINERS or (before in ("'s", "’s", "of") and not any(u[2] == "past" for u in uses)):
                return None
            return last, next(iter(sorted(uses)))[1], {u[2] for u in uses}, {u[0] for u in uses}
    return None


def _passive(tokens: Sequence[Token], i: int) -> bool:
    """ "was believed to", "is expected to": the subject is not who believes. ("is saying" stays.)"""
    if tokens[i].lower.endswith("ing"):
        return False
    j = i - 1
    while j >= 0 and is_adverb(tokens[j]):
        j -= 1
    return j >= 0 and tokens[j].lower in ("is", "are", "was", "were", "be", "been", "being", "'re", "’re")


def _source(
    tokens: Sequence[Token], i: int, last: int, tenses: set[str], base: str
) -> tuple[tuple[int, int] | None, bool]:
    """The source's token range, and whether it stands behind the cue."""
    before = tokens[i - 1] if i else None
    beside_quote = before is None or before.quote >= 0 or (before.lower == "," and i > 1 and tokens[i - 2].quote >= 0)
    if (beside_quote or (before and before.lower == "," and base not in _HEARERS)) and tenses & {"past", "present"}:
        found = after(tokens, last + 1)
        if found:
            return found, True
    if tenses <= {"going"} and not (before and before.lower in ("is", "was", "are", "were", "been", "'s", "’s", "’re")):
        return None, False
    return ahead(tokens, i), False


def _around(tokens: Sequence[Token], i: int, end: int) -> tuple[Span, ...]:
    """What "according to X" governs: the rest of the sentence."""
    left = trimmed(tokens, 0, i)
    right = trimmed(tokens, end, len(tokens))
    return tuple(s for s in (left, right) if s and s.end - s.start > 8)


def _content(
    tokens: Sequence[Token], i: int, last: int, source: tuple[int, int] | None, base: str, kinds: set[str]
) -> tuple[Span, ...]:
    quoted_before = _quote_before(tokens, i, source)
    begin = max(last + 1, source[1] if source else 0)
    quoted_after = next((k for k in range(begin, len(tokens)) if tokens[k].quote >= 0), None)
    spans: list[Span] = []
    if quoted_before is not None:
        spans.append(Span(start=tokens[quoted_before].start, end=tokens[quoted_before].end))
        if quoted_after is not None:
            spans.append(Span(start=tokens[quoted_after].start, end=tokens[quoted_after].end))
        return tuple(spans)
    if source is not None and i > 0:
        left = trimmed(tokens, 0, i)
        return (left,) if left else ()
    if kinds <= {"manner"}:
        return (
            (Span(start=tokens[quoted_after].start, end=tokens[quoted_after].end),) if quoted_after is not None else ()
        )
    if base in _HEARERS:
        begin = _past_hearer(tokens, begin)
    while begin < len(tokens) and (tokens[begin].lower in WEEKDAYS or tokens[begin].lower in (",", ":")):
        begin += 1
    right = trimmed(tokens, begin, len(tokens))
    return (right,) if right and right.end - right.start > 3 else ()


def _quote_before(tokens: Sequence[Token], i: int, source: tuple[int, int] | None) -> int | None:
    """The quotation that ends right before the cue, or before the source that stands before the cue."""
    if i and tokens[i - 1].quote >= 0:
        return i - 1
    at = ahead(tokens, i) if source is None else None
    j = (at[0] if at else i) - 1
    while j >= 0 and tokens[j].lower in (",", "—", "–"):
        j -= 1
    return j if j >= 0 and tokens[j].quote >= 0 and (at or source) else None


def _past_hearer(tokens: Sequence[Token], begin: int) -> int:
    for k in range(begin, min(len(tokens), begin + 12)):
        if tokens[k].lower in ("that", "to", "not", "against", ":") or tokens[k].quote >= 0:
            return k
        if k > begin and tokens[k].lower in _PRONOUNS:
            return k
    return begin
