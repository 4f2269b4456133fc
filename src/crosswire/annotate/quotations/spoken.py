"""Whether the words between quotation marks are somebody's words, or a title, a nickname, a term."""

from __future__ import annotations

import re
from typing import Protocol

from crosswire.annotate.quotations.stretches import with_marks
from crosswire.language.lexicon import words as listed_words
from crosswire.model import Quotation, Span

_NAMING = re.compile(
    r"(?:so[- ]called|known as|goes by|went by|going by|by the name|dubbed|nicknamed|entitled|titled|named|code-?named|"
    r"aka|a\.k\.a\.|referred to as|"
    r"the (?:term|word|phrase|song|film|movie|book|show|series|album|hit|play|novel|website|page|programme|program)|"
    r"(?:page|show|film|movie|song|book|series|album|novel|play|podcast|newspaper|magazine|slogan|hashtag|button|link))\s+"
    r"(?:a|an|the)?\s*$",
    re.IGNORECASE,
)
_OWNED = re.compile(r"(?:['’]s?|\bon|\bof|\bin|\bthe|\bwith|\btold|\bcalled)\s+$", re.IGNORECASE)
#: Between a given name and a last one stands what somebody is called: Iven "Gull" Maas.
_GIVEN = re.compile(r"(?:^|\s)([A-Z][\w.'’-]+),?\s+$")
_LAST = re.compile(r"\s+(?:[A-Z]\.\s+)?([A-Z]\w+)")
_LONGEST_NICKNAME = 4
_SMALL = listed_words("small")


class Draft(Protocol):
    """What is known of a quotation's attribution."""

    @property
    def source(self) -> Span | None:
        """The words that tell who."""

    @property
    def cue(self) -> Span | None:
        """The words that tell that something is said."""


def is_spoken(text: str, quotation: Quotation, draft: Draft | None) -> bool:
    """Tells whether somebody said or wrote the words of `quotation`.

    Not spoken: what a naming word introduces ("known as", "the film"), a nickname between given and last name, a title
    in capitals hung on a preposition or a possessive, and a few words in marks that no voice of the sentence is given.
    """
    words = text[quotation.span.start : quotation.span.end]
    before = text[max(0, quotation.span.start - 60) : with_marks(text, quotation.span).start]
    before = before[before.rfind("\n") + 1 :]
    count = len(words.split())
    if count <= 6 and _NAMING.search(before):
        return False
    if count <= _LONGEST_NICKNAME and _is_nickname(text, quotation.span, before):
        return False
    if count <= 6 and _is_title(words) and _OWNED.search(before) and not _line_in_capitals(text, quotation.span):
        return False
    return draft is not None or count >= 5


def _is_nickname(text: str, span: Span, before: str) -> bool:
    words = text[span.start : span.end]
    if not words[-1:].isalnum() or not (words[0].isupper() or words[0].isdigit()):
        return False
    given, last = _GIVEN.search(before), _LAST.match(text, with_marks(text, span).end)
    return given is not None and last is not None and not {given[1].lower(), last[1].lower()} & _SMALL


def _is_title(words: str) -> bool:
    plain = [w for w in re.findall(r"[\w'’-]+", words) if w.lower() not in _SMALL]
    return bool(plain) and all(w[0].isupper() for w in plain) and words[-1:] not in "!?"


def _line_in_capitals(text: str, span: Span) -> bool:
    line = text[text.rfind("\n", 0, span.start) + 1 : (text.find("\n", span.end) + 1 or len(text) + 1) - 1]
    words = [w for w in re.findall(r"[A-Za-z][\w'’]*", line) if len(w) > 3]
    return len(words) > 3 and sum(w[0].isupper() for w in words) / len(words) > 0.7
