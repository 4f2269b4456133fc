"""What a report says is not known or not told: each such word, and the words that say what it is that is open."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from crosswire.judge.sides.nouns import KIN, either
from crosswire.model import Annotated, Span, Struct

_ADVERBS: Final = (
    r"(?:(?:yet|still|now|just|quite|somewhat|also|even|ever|so\sfar|as\syet|at\s(?:this|that)\stime|at\sfirst|"
    r"[a-z]+ly)\s)*"
)
_BE: Final = r"(?:is|are|was|were|be|been|being|remain(?:s|ed)?|['’]s)"
_NOT: Final = r"(?:\snot|n['’]t)"
_ASKING: Final = r"(?:whether|if|how|what|who|whose|why|where|when|which)"
_DONE: Final = (
    r"(?:known|clear|certain|available|released|determined|established|disclosed|identified|named|announced|given|"
    r"provided|confirmed|specified|revealed|explained|described|shared|discussed|made\s(?:public|available))"
)
_TELL: Final = (
    r"(?:say|said|tell|told|releas\w+|disclos\w+|reveal\w*|nam(?:e|ed)|identif\w+|giv(?:e|en)|provid\w+|know|known|"
    r"determin\w+|confirm\w*|specif\w+|establish\w*|discuss\w*|comment\w*|elaborat\w+|shar(?:e|ed)|announc\w+|"
    r"explain\w*|describ\w+|detail\w*|find\sout|found\sout|figure\w*\sout|learn\w*|"
    r"clarif\w+|speculat\w+|indicat\w+|offer\w*)"
)
_TELLING: Final = (
    r"(?:releasing|disclosing|revealing|naming|identifying|giving|providing|saying|confirming|specifying|discussing|"
    r"commenting|sharing|announcing|describing|speculating)"
)
#: What somebody may have or lack.
_HAD: Final = (
    r"(?:motives?|suspects?|names?|descriptions?|information|details|updates?|idea|clue|word|explanation|answers?|"
    r"(?:clear\s)?understanding)"
)
_NOBODY: Final = r"(?:neither|none|nor|no\s?one|nobody)"
_LATER: Final = r"(?:once|when|after|until|later|pending|hours|days)"
_LEARN: Final = (
    r"(?:determine|learn|figure\sout|find\sout|establish|identify|piece\stogether|sort\sout|clarify|understand|"
    r"confirm|ascertain)"
)
#: What is open stands behind these words ...
_BEHIND: Final = (
    rf"(?:\b(?:un(?:clear|known|certain|sure|aware)|not\s{_ADVERBS}(?:clear|known|certain|sure|aware))|"
    rf"n['’]t\s{_ADVERBS}(?:clear|known|certain|sure|aware))\s"
    rf"(?={_ADVERBS}(?:{_ASKING}|of|about|on|as\sto)\b)",
    rf"\b(?:did|does|do|has|have|had|will|wo|would|could|can|may|might){_NOT}\s{_ADVERBS}"
    rf"(?:(?:be(?:en)?\sable|plan|intend|expect)\sto\s)?{_TELL}\b",
    rf"\b(?:is|are|was|were){_NOT}\s{_ADVERBS}(?:{_TELLING}|(?:ready|prepared|able|going|expected)\sto\s{_TELL})\b",
    rf"\b(?:may|might|will)\snever\s(?:know|learn)\b|\btoo\s(?:early|soon)\sto\s{_TELL}\b",
    rf"\b(?:did|does|do|has|have|had){_NOT}\s{_ADVERBS}(?:have|had|got)\s(?=(?:any|an?|much|the)?\s?(?:[\w-]+\s){{0,2}}?{_HAD}\b)",
    rf"\b(?:has|have|had|there\s(?:is|are|was|were))\s{_ADVERBS}(?=no\s(?:[\w-]+\s){{0,3}}?{_HAD}\b"
    r"(?!\s(?:\w+\s){0,2}?(?:on|about|of|as\sto|regarding)\b))",
    rf"\b{_NOBODY}\b[^.;\n]{{0,80}}?\s(?:would|could|can)\s{_ADVERBS}{_TELL}\b",
    r"\bwaiting\sto\s(?:release|name|identify|announce)\b",
    rf"\b(?:will|plans?\sto|expects?\sto)\s(?:release|name|identify|announce)\b(?=[^.;\n]{{0,80}}?\b{_LATER}\b)",
    rf"\b(?:cannot|declin\w+\sto|refus\w+\sto|unable\sto|yet\sto)\s{_ADVERBS}{_TELL}\b",
    rf"\b(?:try|tries|tried|trying|work|works|working|worked|hope|hoping|seeking|attempting|want|wants)\sto\s{_LEARN}\b",
    rf"\b(?:investigating|looking\sinto|determining|probing|examining)\s(?={_ASKING}\b|the\s(?:motive|cause|circumstances))",
    r"\bno\s(?:\w+\s){0,2}?(?:word|information|details|indication)\s(?:\w+\s){0,4}?(?:on|about|of|as\sto|regarding)\b",
    r"\bwith(?:held|h?old(?:ing)?)\b",
)
#: ... and before these.
_BEFORE: Final = (
    rf"\b{_BE}\s{_ADVERBS}(?:un(?:clear|known|certain|determined|disclosed|explained)|a\smystery|under\sinvestigation|"
    rf"withheld|(?:being|been)\swithheld|not\s{_ADVERBS}(?:been\s|being\s)?{_ADVERBS}{_DONE})\b(?!\s{_ADVERBS}(?:{_ASKING}|about|of|as\sto)\b)",
    rf"\b(?:{_BE}|has|have|had)n['’]t\s{_ADVERBS}(?:been\s|being\s)?{_ADVERBS}{_DONE}\b(?!\s{_ADVERBS}(?:{_ASKING}|about|of|as\sto)\b)",
    rf"\b(?:has|have|had)(?:\snot\s{_ADVERBS}(?:been|being)|\syet\sto\sbe)\s{_ADVERBS}{_DONE}\b",
    rf"\bno\s(?:\w+\s){{1,5}}?(?:has|have|had|was|were|is|are)\s{_ADVERBS}(?:been\s)?{_ADVERBS}{_DONE}\b",
    rf"\b{_NOBODY}\s(?:[^.;,\n]{{1,60}}?\s)?(?:has|have|had|was|were|is|are)\s{_ADVERBS}(?:been\s)?{_ADVERBS}{_DONE}\b",
    rf"\b(?:will|wo)(?:\snot|n['’]t)?\sbe\s{_ADVERBS}(?:released|identified|named|announced|made\spublic)\b(?=[^.;\n]{{0,80}}?\b{_LATER}\b)",
    r"\b(?:will\snot|wo\snot|won['’]t)\sbe\s(?:released|identified|named|announced|made\spublic)\b",
)
_MARKERS: Final = re.compile(rf"(?P<behind>{'|'.join(_BEHIND)})|(?P<before>{'|'.join(_BEFORE)})", re.IGNORECASE)
#: Without one of these words no sentence leaves anything open.
_HINT: Final = re.compile(
    r"\bun(?:cl|kn|ce|su|aw|de|di|ex)|\bnot\b|n['’]t\b|\bcannot\b|\bno\s|\byet\b|mystery|investigat|\bwithh|\bdeclin|"
    r"\brefus|\bunable|\bto\s(?:de|le|fi|es|id|pi|so|cl|un|co|as)|looking\sinto|determining|probing|examining|"
    r"\bnone\b|\bneither\b|\bnobody\b|\bnor\b|\bnever\b|\bwill\s|\bwo|\bwaiting|\btoo\s",
    re.IGNORECASE,
)
_LONGEST: Final = 160  # characters on the far side of a marker
#: Where what is open ends behind its marker, and begins before it.
_END: Final = re.compile(
    r"[.;\n]|,\s?[”\"]|,\s(?:but|though|although|while|according|(?:\w+\s){0,2}said|\w+ed|and\s(?:he|she|they))\b|\b(?:because|pending)\b"
)
_BEGIN: Final = re.compile(
    r"[;:\n]|[.]\s|,\s(?:but|though|although|while|and)\s|\b(?:said|says|but|although)\s(?:that\s)?"
)


#: What one of those concerned does not know is open to him alone.
_KNOWS: Final = re.compile(r"\b(?:know|sure|aware|understand\w*|idea)\b", re.IGNORECASE)
_PRIVATE: Final = re.compile(
    r"(?:\b(?:I|you)|\b(?:victims?|survivors?|witness(?:es)?|neighbou?rs?|residents?|friends?|relatives|family|"
    rf"{either(KIN)}|grand\w+)\b[^.;\n]*)\s?$",
    re.IGNORECASE,
)
_NEAR: Final = 60  # characters before a marker in which stands who does not know


class Opening(Struct, frozen=True):
    """Words that leave something open: the sentence they stand in by its number, all of them, and what is open."""

    sentence: int
    span: Span
    asked: Span


def openings(piece: Annotated) -> tuple[Opening, ...]:
    """Returns what a report leaves open, in reading order; empty where it leaves nothing open.

    "Police have not released the names" leaves the names open, "the motive is unclear" the motive.
    """
    return tuple(o for i, sentence in enumerate(piece.sentences) for o in _in_sentence(piece.report.text, i, sentence))


def _in_sentence(text: str, number: int, sentence: Span) -> Iterator[Opening]:
    if not _HINT.search(text, sentence.start, sentence.end):
        return
    for found in _MARKERS.finditer(text, sentence.start, sentence.end):
        if _KNOWS.search(found[0]) and _PRIVATE.search(text, max(sentence.start, found.start() - _NEAR), found.start()):
            continue
        asked = _behind(text, found, sentence) if found["behind"] is not None else _before(text, found, sentence)
        whole = Span(start=min(found.start(), asked.start), end=max(found.end(), asked.end))
        yield Opening(sentence=number, span=whole, asked=asked)


def _behind(text: str, marker: re.Match[str], sentence: Span) -> Span:
    far = min(sentence.end, marker.end() + _LONGEST)
    end = _END.search(text, marker.end(), far)
    return Span(start=marker.end(), end=end.start() if end else far)


def _before(text: str, marker: re.Match[str], sentence: Span) -> Span:
    near = max(sentence.start, marker.start() - _LONGEST)
    begins = [m.end() for m in _BEGIN.finditer(text, near, marker.start())]
    # "No motive has been given": what is open stands inside the words that leave it open.
    return Span(start=begins[-1] if begins else near, end=marker.end())


def openings_in(text: str, span: Span) -> Iterator[Opening]:
    """Yields what a stretch of a text leaves open, as of its first sentence."""
    return _in_sentence(text, 0, span)
