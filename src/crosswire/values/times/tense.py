"""Which way a time lies from the report's own day, by the tense and aspect of what is told of it.

"Will meet on Monday" and "are to appear on Monday" lie ahead, "was killed on Monday" lies back. The verb nearest before
the time decides, else the one behind it; an infinitive goes by what it hangs on, a headline's present tells the past.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final, Literal

from crosswire.language.lexicon import words as listed_words

Way = Literal["ahead", "back"]

_TOKEN: Final = re.compile(
    r"(?:[A-Z]\.)+|(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Capt|Sgt|St|No|Inc|Corp|Co|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|"
    r"Oct|Nov|Dec)\.|[A-Za-z]+(?:[’'][a-z]+)?|[,;:()“”\"]|--|[—–]|``|''|\d+(?:[.,]\d+)*|[.!?](?=\s|$)"
)
_STOPS: Final = frozenset([";", ":", "(", ")", "“", "”", '"', "--", "—", "–", "``", "''", ".", "!", "?"])
_AHEAD: Final = listed_words("ahead", "tense.txt")
_BE: Final = listed_words("is", "tense.txt")
_WAS: Final = listed_words("was", "tense.txt")
_PERFECT: Final = listed_words("perfect", "tense.txt")
#: Past forms that do not end in -ed.
_PAST: Final = listed_words("past", "tense.txt")
_NO_PAST: Final = listed_words("no past", "tense.txt")
_ARTICLES: Final = listed_words("articles", "tense.txt")
#: Participles that put what they are told of into the time named: "is planned for Monday".
_PLANNED: Final = listed_words("planned", "tense.txt")
#: Participles of saying: "..., saying in an interview on Saturday".
_SAYING: Final = listed_words("saying", "tense.txt")
#: Of these, those that put into time only behind a form of "be": a record that was set is no plan.
_NEED_BE: Final = listed_words("planned behind be", "tense.txt")
#: Verbs whose infinitive has happened, or not, when they are told in the past.
_DONE: Final = listed_words("done", "tense.txt")
#: Verbs that a timetable tells in the present: "the court sits on Monday".
_TABLED: Final = listed_words("timetable", "tense.txt")
_NOT_VERB_AFTER: Final = listed_words("no infinitive", "tense.txt")
_SUBJECTS: Final = listed_words("plural subjects", "tense.txt")
_DETERMINERS: Final = listed_words("before nouns", "tense.txt")
#: Right before the time.
_SINCE: Final = re.compile(
    r"\b(?:since|as\sof|compared\s(?:with|to)|than|(?:up|down)\s[^,;]{0,40}\sfrom)\s(?:the\s|early\s|late\s|last\s)*$",
    re.I,
)
#: A time that stands before its noun, which no verb of the sentence need have to do with: "Monday's meeting".
_OF_NOUN: Final = re.compile(r"[’']s?\s+[A-Za-z]|\s[a-z]+(?<!ing)\b")
_ITS_NOUN: Final = re.compile(r"\b(?:a|an|the|its|his|her|their|your|our|my)\s(?:early\s|late\s)?$", re.I)
#: What is done to what is still to come.
_TO_COME: Final = re.compile(
    r"\b(?:cancel|postpone|delay|scrap|boycott|skip|attend|avert|prepar\w+\sfor|ahead\sof|run-up\sto|call\soff|upcoming)"
    r"\s(?:the\s)?$",
    re.I,
)
_FROM: Final = re.compile(
    r"\b(?:starting|beginning|effective|no\slater\sthan|ahead\sof|in\stime\sfor|as\searly\sas|as\ssoon\sas|upcoming)"
    r"\s(?:the\s|on\s|from\s|early\s|late\s|next\s)*$",
    re.I,
)
_BOUND: Final = re.compile(r"\b(?:by|until|till|through)\s(?:the\s|early\s|late\s|next\s)*$", re.I)
_EARLIER: Final = listed_words("once planned", "tense.txt")
_CUE_AT: Final = 4  # words before an infinitive in which stands what it hangs on


def way_of(words: str, start: int, end: int) -> Way | None:
    """Returns whether the time at words[start:end] lies ahead of its telling or back from it, None where nothing tells.

    Args:
        words: the sentence, or the headline, that the time stands in.
        start: where the time begins in it.
        end: where it ends.
    """
    if _SINCE.search(words, max(0, start - 24), start):
        return "back"
    if _FROM.search(words, max(0, start - 32), start) or _TO_COME.search(words, max(0, start - 32), start):
        return "ahead"
    if words[end : end + 2] in ("'s", "’s") or (
        _ITS_NOUN.search(words, max(0, start - 12), start) and _OF_NOUN.match(words, end)
    ):
        return None
    before = _clause(words[:start], last=True)
    found = _by_verb(before, is_headline(words))
    if found is None and not any(_is_verb(t) for t in before):
        found = _forward(_clause(words[end:], last=False))
    if found != "ahead" and _BOUND.search(words, max(0, start - 24), start):
        return "ahead" if found is None else None
    return found


def is_headline(words: str) -> bool:
    """Tells whether a line has no full stop at its end: a headline's present tells what has happened."""
    return words.rstrip("\"”’' ")[-1:] not in (".", "!", "?", ",", ";", ":")


def _clause(words: str, last: bool) -> list[str]:
    """The words up to the nearest mark that parts clauses, as written, apart from capitals of verbs."""
    found: list[str] = []
    tokens = [t.replace("’", "'") for t in _TOKEN.findall(words)]
    for token in reversed(tokens) if last else tokens:
        if token in _STOPS:
            break
        found.append(token)
    return found[::-1] if last else found


def _by_verb(words: list[str], headline: bool) -> Way | None:
    """What the verb nearest to the end of `words` tells."""
    for at in range(len(words) - 1, -1, -1):
        word = words[at]
        if word == "," or (word[0].isupper() and at > 0):
            continue
        found = _told_by(words, at, word.lower(), headline)
        if found is not None:
            return found if found in ("ahead", "back") else None  # type: ignore[return-value]
    return None


def _told_by(words: list[str], at: int, word: str, headline: bool) -> str | None:
    """What the word at `at` tells: "ahead", "back", "nothing" where it decides that nothing is told, None to go on."""
    before = [w.lower() for w in words[max(0, at - _CUE_AT) : at]]
    if word.endswith(("'ll", "'d")) or word in _AHEAD:
        return "back" if "have" in words[at + 1 : at + 3] else "ahead"
    if word == "to":
        return _by_infinitive(words, at, before)
    if word in _PLANNED and not (word in _NEED_BE and not {*_BE, *_WAS, "be", "been"} & set(before)):
        return "back" if "had" in before or _EARLIER & set(before) else "ahead"
    if word in _PERFECT or (word in _SAYING and before[-1:] == [","]):
        return "back"
    if _is_past(word):
        if before[-1:] and before[-1] in _ARTICLES:
            return None  # "on an unspecified date"
        return _by_past(words[max(0, at - 2) : at])
    if word in _BE:
        rest = words[at + 1 : at + 3]
        return "ahead" if not words[at + 2 :] or any(w.endswith("ing") for w in rest) else None
    if word in _TABLED or (word.endswith("s") and _base(word) in _TABLED):
        return _by_present(word, words[max(0, at - 1) : at], headline)
    return None


def _by_past(before: list[str]) -> str | None:
    """A past form, or a participle: "will be sentenced" goes by what stands before it."""
    passive = before[-1:] in (["be"], ["get"]) or {"will", "to", "would", "may", "shall"} & set(before)
    return None if passive and "," not in before else "back"


def _by_infinitive(words: list[str], at: int, before: list[str]) -> str | None:
    """An infinitive lies ahead of what it hangs on, unless that tells it has happened or failed to."""
    following = words[at + 1].lower() if at + 1 < len(words) else ""
    if not following or not words[at + 1][0].islower() or following in _NOT_VERB_AFTER or _is_broken_off(words[at:]):
        return None
    if following == "have":
        return "back"
    if _DONE & set(before[-2:]):
        return None
    return "back" if {"had", "previously", "originally"} & set(before) else "ahead"


def _is_broken_off(words: list[str]) -> bool:
    """Whether a comma ends what an infinitive tells; one before a name does not ("to buy a bank in Orsk, Veskia,")."""
    return any(
        word == "," and after[0].islower() and after not in ("on", "in", "at") for word, after in pairwise(words)
    )


def _by_present(word: str, before: list[str], headline: bool) -> str | None:
    """A present of a timetable: ahead in a sentence, told of the past in a headline; a noun tells nothing."""
    subject = before[-1] if before else ""
    if not subject or (subject.lower() in _DETERMINERS and subject != "that"):
        return None
    plural = subject in _SUBJECTS or subject[0].isupper() or (subject.endswith("s") and not subject.endswith("ss"))
    if word in _TABLED and not plural:
        return None
    return "nothing" if headline else "ahead"


def _forward(words: list[str]) -> Way | None:
    """What the first verb behind a time tells, where none stands before it: "On Monday the leaders will meet"."""
    for at, word in enumerate(words):
        found = _told_by(words[: at + 3], at, word.lower(), headline=False) if word[0].islower() else None
        if found is not None:
            return found if found in ("ahead", "back") else None  # type: ignore[return-value]
    return None


def _is_verb(word: str) -> bool:
    lower = word.lower()
    return lower in _AHEAD | _BE | _WAS | _PERFECT or _is_past(lower)


def _is_past(word: str) -> bool:
    """Whether a word in lower case is a past form: "agreed" is one, "succeed" and "hundred" are none."""
    return word in _PAST or (word.endswith("ed") and len(word) > 3 and word not in _NO_PAST)


def _base(word: str) -> str:
    """The base of a verb's third person."""
    return word.removesuffix("es") if word.endswith(("hes", "oes", "ses")) else word.removesuffix("s")
