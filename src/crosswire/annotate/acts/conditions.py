"""Conditions and deadlines: the clause under which, and the time by which, something is to be done."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crosswire.model import Span

_OPENER = (
    r"if|unless|until|till|once|provided(?: that)?|providing that|as long as|so long as"
    r"|on (?:the )?condition that|to the extent(?: that)?|only when|"
    r"in return for|in exchange for|in case|in the event (?:that|of)|assuming|as soon as|whenever|without"
    r"|barring|pending|"
    r"subject to|contingent (?:up)?on|conditional (?:up)?on|before|after|when|amid|amidst|during"
)
#: "once again", "until now", "as long as a month", "until 2012": no condition.
_NO_CLAUSE = (
    r" (?:again|anything\b|so\b|and how|more|every|upon a|now|then|recently|today|yesterday|tomorrow|late\b|early\b"
    r"|last\b|not\b|ever\b|\d"
    r"|a (?:day|week|month|year|while)|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|(?:january|february|march|april"
    r"|may|june|july|august|september|october|november|december)\b)"
)
_CONDITION = re.compile(
    rf"(?<![\w’'-])(?<!even )(?:(?:but|and|only|especially|not) )?(?:{_OPENER})(?= )(?!{_NO_CLAUSE})",
    re.IGNORECASE,
)
_SHOULD = re.compile(r"(?:(?<=^)|(?<=[“\"] )|(?<=[“\"]))Should (?:the |an? |[A-Z])", re.MULTILINE)
#: Openers that tell a condition only beside something still to come.
_TIMES = frozenset(["before", "after", "when", "amid", "amidst", "during", "without", "whenever", "pending"])
#: Openers before a noun, not a clause: what they tell ends where the verb comes.
_BEFORE_NOUN = frozenset(
    ("amid", "amidst", "during", "without", "pending", "barring", "subject", "contingent", "conditional")
)
_VERB = re.compile(r"\s(?:would|will|is|are|was|were|has|have|had|could|can|should|must|may|might|[’']ll)\b")
_FUTURE = re.compile(
    r"\b(?:will|would|won['’]t|shall|should|must|going to|promis\w*|pledg\w*|vow\w*|threaten\w*|plan\w*|ready"
    r"|willing|offer\w*|"
    r"agree\w*|intend\w*|cannot|can['’]t|may|could|refus\w*|reject\w*|demand\w*|readiness)\b|['’]ll\b",
    re.IGNORECASE,
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|do|does|did|\w+s|\w+ed|reach|end|begin|come|stop|go|take|set|get|win|lose)\b"
)
_PAST = re.compile(r"\b(?:was|were|had|did|said|told|made|took|[a-z]+ed)\b")
_END = re.compile(
    r"[,;:.!?”\"—–]|\s-+\s|\s(?:but|and (?:he|she|they|it|that|we|i|the|will|would|\\w+ed))\s", re.IGNORECASE
)
_HAS_VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|could|may|might|must|should)\b|n['’]t\b|['’](?:s|re|ll|ve)\b"
    r"|\b[a-z]+(?:ed|s|ing)\b|\b(?:reach|end|begin|come|stop|go|take|set|get|win|lose|agree|sign|want|need|fail|refuse|vote|pass)\b"
)
_DEADLINE = re.compile(
    r"\b(?:by|before|no later than|until)\s+(?:the end of\b[^,.;”\"]{2,30}|(?:next|this|early|late|mid-?|noon"
    r"|midnight|tonight|tomorrow)\b"
    r"[^,.;”\"]{0,24}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:January|February|March|April|May|June"
    r"|July|August|September|"
    r"October|November|December|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)(?:\s+\d{1,2})?(?:,?\s+\d{4})?"
    r"|\d{4}\b|\d{1,2}\s?[ap]\.?m\b)"
    r"|\bwithin\s+(?:the\s+next\s+|a\s+|an\s+|\w+\s+|\d+\s+)?(?:hours?|days?|weeks?|months?|years?)\b"
)


def conditions(text: str, sentence: Span) -> tuple[Span, ...]:
    """Returns the clauses of `sentence` that tell a condition or trigger, in order, none overlapping."""
    found: list[Span] = []
    for hit in [
        *_CONDITION.finditer(text, sentence.start, sentence.end),
        *_SHOULD.finditer(text, sentence.start, sentence.end),
    ]:
        if found and hit.start() < found[-1].end:
            continue
        span = _clause(text, hit, sentence.end)
        opener = hit.group().split()[-1].lower()
        if span is None or (opener in _TIMES and not _is_condition(text, opener, span, sentence)):
            continue
        found.append(span)
    return tuple(found)


def _clause(text: str, hit: re.Match[str], end: int) -> Span | None:
    stop = end
    noun_only = hit.group().split()[0].lower() in _BEFORE_NOUN
    if noun_only and (verb := _VERB.search(text, hit.end() + 2, end)):
        stop = verb.start()
        end = verb.start()
    for mark in _END.finditer(text, hit.end() + 2, end):
        if text[mark.start()] == "." and _inside(text, mark.end(), end):
            continue
        should = hit.group().lstrip('“"').startswith("Should")
        if (
            text[mark.start()] == ","
            and not (noun_only or should)
            and not _HAS_VERB.search(text, hit.end(), mark.start())
        ):
            continue  # "if the mayor, Ada Veld, signs it"
        stop = mark.start()
        break
    while stop > hit.start() and text[stop - 1].isspace():
        stop -= 1
    return Span(start=hit.start(), end=stop) if stop - hit.start() > len(hit.group()) + 3 else None


def _inside(text: str, place: int, end: int) -> bool:
    """A full stop of an abbreviation or a number: words of the same sentence follow it."""
    return bool(text[place:end].strip()) and text[place] not in "”\"’'" and text[place - 3 : place - 2] in " .\n("


def _is_condition(text: str, opener: str, span: Span, sentence: Span) -> bool:
    """A clause of time is a condition when it has a verb and stands beside something still to come."""
    rest = text[sentence.start : span.start] + " " + text[span.end : sentence.end]
    if not _FUTURE.search(rest):
        return False
    clause = text[span.start : span.end]
    if opener in ("amid", "amidst", "during"):
        return bool(re.search(r"\b(?:fighting|hostilit\w+|war|conflict|talks)\b", clause))
    if opener in ("before", "after", "when", "whenever"):
        to_come = bool(_FINITE.search(clause)) and " the " in clause and not _PAST.search(clause)
        return (opener == "after" and to_come) or opener in ("when", "whenever")
    return True


def deadline(text: str, span: Span) -> Span | None:
    """Returns the time by which something in `span` is to be done, None where none is told."""
    hit = _DEADLINE.search(text, span.start, span.end)
    return Span(start=hit.start(), end=hit.end()) if hit else None


def condition_near(found: Sequence[Span], act: Span) -> Span | None:
    """Returns the condition that belongs to an act: one that overlaps its words, else the nearest."""
    if not found:
        return None
    inside = [c for c in found if c.overlaps(act)]
    return min(inside or found, key=lambda c: min(abs(c.start - act.end), abs(act.start - c.end)))
