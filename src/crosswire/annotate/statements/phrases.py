"""Noun phrases that can be a voice, found beside a verb by the words that cannot be part of them."""

from __future__ import annotations

from collections.abc import Sequence

from crosswire.annotate.quotations.stretches import Token
from crosswire.language.lexicon import MONTHS, WEEKDAYS, cue_verbs, group_words, listed, offices, words
from crosswire.model import Span

_AUXILIARIES = words("auxiliaries")
_ADVERBS = words("adverbs") | WEEKDAYS
_PRONOUNS = words("subject pronouns")
_STOPS = words("stops") | frozenset(",;:()—–-“”\"'‘’?!…./")
_AFTER_STOPS = words("after stops") | WEEKDAYS | MONTHS | frozenset(',;:()—–“”"?!….')


def ahead(tokens: Sequence[Token], i: int) -> tuple[int, int] | None:
    """Returns the token range of the noun phrase that is the subject of the verb at i, or None."""
    j = i - 1
    j = past_adverbs(tokens, j)
    if j >= 0 and tokens[j].lower in ("who", "which", "that"):
        j -= 2 if j and tokens[j - 1].lower == "," else 1
    if j >= 0 and tokens[j].lower == ")":
        while j >= 0 and tokens[j].lower != "(":
            j -= 1
        j -= 1
    if j >= 0 and tokens[j].lower in (",", "—", "–"):
        return _apposed(tokens, j) or _noun_phrase(tokens, j - 1)
    return _noun_phrase(tokens, j)


def past_adverbs(tokens: Sequence[Token], j: int) -> int:
    """Steps left over auxiliaries, adverbs and "on Wednesday"."""
    while j >= 0 and (tokens[j].lower in _AUXILIARIES or tokens[j].lower in _ADVERBS or is_adverb(tokens[j])):
        dated = tokens[j].lower in WEEKDAYS
        j -= 1
        if dated and j >= 0 and tokens[j].lower in ("on", "late", "early", "last"):
            j -= 1
    return j


def _apposed(tokens: Sequence[Token], j: int) -> tuple[int, int] | None:
    """ "X, the mayor of Y, said": the phrase before the apposition that ends with the comma at j, with it."""
    comma = j
    for _ in range(3):
        opened = _matching_comma(tokens, comma)
        if opened is None:
            return None
        found = _noun_phrase(tokens, opened - 1)
        if found and not _is_label(tokens[found[0] : found[1]]):
            return (found[0], j)
        comma = opened
    return None


def _is_label(tokens: Sequence[Token]) -> bool:
    """A party and state ("D-Mont.") or an age, standing between commas."""
    party = len(tokens) <= 5 and len(tokens) > 1 and tokens[1].lower == "-" and len(tokens[0].word) == 1
    return party or tokens[0].word[0].isdigit()


def is_adverb(token: Token) -> bool:
    """Tells whether a word looks like an adverb in -ly."""
    return token.lower.endswith("ly") and len(token.lower) > 4 and token.word.islower()


def _matching_comma(tokens: Sequence[Token], j: int) -> int | None:
    """The comma that opens the apposition which the comma at j closes."""
    for k in range(j - 1, max(-1, j - 30), -1):
        if tokens[k].quote >= 0:
            return None
        if tokens[k].lower in (",", "—", "–"):
            return k
    return None


def _noun_phrase(tokens: Sequence[Token], j: int) -> tuple[int, int] | None:
    """The noun phrase whose last token is j."""
    if j < 0 or tokens[j].quote >= 0:
        return None
    if tokens[j].lower in _PRONOUNS:
        return (j, j + 1)
    start = j + 1
    while start > 0 and _inside_phrase(tokens, start - 1):
        start -= 1
        hangs_on = start > 1 and tokens[start - 1].lower in ("of", "for", "at", "with") and _is_noun(tokens[start - 2])
        if tokens[start].lower in ("the", "a", "an", "his", "her", "its", "their", "our", "my") and not hangs_on:
            break
    while start <= j and (tokens[start].lower in ("of", "for", "'s", "’s") or tokens[start].lower in _ADVERBS):
        start += 1
    return (start, j + 1) if start <= j and _can_speak(tokens[start : j + 1]) else None


def _inside_phrase(tokens: Sequence[Token], k: int) -> bool:
    token = tokens[k]
    if token.quote >= 0:
        return False
    if token.lower in ("of", "'s", "’s", "-", "’", "'", ".", "&") or (
        token.lower in ("for", "at", "with") and k and _is_noun(tokens[k - 1])
    ):
        return token.lower != "." or len(tokens[k - 1].word) < 5
    return token.lower not in _STOPS and not (
        token.lower in cue_verbs() and token.word.islower() and not _is_noun(token)
    )


def _is_noun(token: Token) -> bool:
    return token.lower in group_words() or token.lower in offices() or token.word[:1].isupper()


def _can_speak(tokens: Sequence[Token]) -> bool:
    """A voice is a name, an office, a body, a group or a capital; not just any noun."""
    return any(
        (t.word[:1].isupper() and t.lower not in WEEKDAYS and t.lower not in MONTHS)
        or t.lower in group_words() or t.lower in offices() or t.lower in _PRONOUNS
        or t.lower.rstrip("s") in offices() or t.lower in listed("cue_nouns.txt")
        for t in tokens
    )  # fmt: skip


def after(tokens: Sequence[Token], i: int) -> tuple[int, int] | None:
    """Returns the token range of the noun phrase that begins at i, or None when nothing there can speak."""
    if i >= len(tokens) or tokens[i].quote >= 0:
        return None
    if tokens[i].lower in _PRONOUNS:
        return (i, i + 1)
    end = i
    while (
        end < len(tokens) and tokens[end].quote < 0 and (tokens[end].lower not in _AFTER_STOPS or _dotted(tokens, end))
    ):
        if tokens[end].lower in cue_verbs() and tokens[end].word.islower() and end > i and not _is_noun(tokens[end]):
            break
        if is_adverb(tokens[end]) or tokens[end].lower in _AUXILIARIES - {"'s", "’s"}:
            break
        end += 1
    return (i, end) if end > i and _can_speak(tokens[i:end]) else None


def _dotted(tokens: Sequence[Token], k: int) -> bool:
    """The full stop of an abbreviation inside a name."""
    return tokens[k].lower == "." and k + 1 < len(tokens) and tokens[k + 1].word[:1].isupper()


def first(tokens: Sequence[Token], i: int) -> Span | None:
    """The subject of the sentence: its first phrase that can speak, before a participle at i."""
    for start in range(i):
        if tokens[start].lower in _PRONOUNS - {"who"}:
            return Span(start=tokens[start].start, end=tokens[start].end)
        found = after(tokens, start) if _starts_phrase(tokens, start) else None
        if found:
            return span_of(tokens, found)
    return None


def _starts_phrase(tokens: Sequence[Token], k: int) -> bool:
    before = tokens[k - 1].lower if k else ""
    return tokens[k].quote < 0 and before not in ("of", "in", "on", "at", "with", "from", "by", "to", "for", "'s", "’s")


def span_of(tokens: Sequence[Token], at: tuple[int, int]) -> Span:
    """Returns the stretch of text from the first to the last token of a range."""
    return Span(start=tokens[at[0]].start, end=tokens[at[1] - 1].end)


def trimmed(tokens: Sequence[Token], start: int, end: int) -> Span | None:
    """Returns the tokens from start to end without the marks at their edges, None when nothing is left."""
    while start < end and tokens[start].lower in (",", ":", ";", "—", "–", "-"):
        start += 1
    while end > start and tokens[end - 1].lower in (",", ":", ";", "—", "–", "-", ".", "?", "!"):
        end -= 1
    return Span(start=tokens[start].start, end=tokens[end - 1].end) if start < end else None
