"""Causes and triggers: what the sides say set it off."""

from __future__ import annotations

import re
from typing import Final

from crosswire.judge.sides.finding import Finding, asserted
from crosswire.judge.sides.side import STOP, Side, tokens
from crosswire.model import Span

#: What introduces a cause; "after" and "following" tell a time as often, and count only where both sides use
#: such a word.
_STRONG: Final = re.compile(
    r"\b(?:because\sof|because|due\sto|caused\sby|owing\sto|as\sa\sresult\sof|in\s(?:direct\s)?response\sto|in\sretaliation\sfor|"
    r"triggered\sby|sparked\sby|prompted\sby|provoked\sby|stem(?:s|med|ming)\sfrom|blamed\son|started\swhen|began\swhen|broke\sout\swhen|"
    r"started\sas|over\sa(?:n)?|directly\sfollowed|on\sthe\sheels\sof|(?:came|comes)\s(?:just\s)?(?:\w+\s\w+\s)?after|followed)\b",
    re.IGNORECASE,
)
#: Words that two clauses may share without telling of one happening.
_VAGUE: Final = frozenset({"come", "follow", "report", "police", "authority", "official", "investigat", "accord"})
_TITLE: Final = re.compile(r"(?:\b[A-Z][\w’'-]*\s)+$")
_END: Final = re.compile(r"[,;:.]\s|\s(?:which|who|when|where|while|but|and\s(?:he|she|they|it|was|were))\s|$")


def causes(a: Side, b: Side) -> tuple[Finding, ...]:
    """Finds one happening that the sides trace to causes which share no word but the names of persons.

    Reason given: "cause: a spark from the mill in 01; a fallen lamp in 02".
    """
    left, right = _cause(a), _cause(b)
    if left is None or right is None:
        return ()
    words, others = _words(a, left), _words(b, right)
    if not words or not others or words & others:
        return ()
    if (a.stems - words) & (b.stems - others) <= _VAGUE:
        return ()
    return (Finding(slot="cause", nature="conflict", left=asserted(a, left), right=asserted(b, right), about="cause"),)


def _cause(side: Side) -> Span | None:
    text = side.piece.report.text
    found = _STRONG.search(text, side.span.start, side.span.end)
    if not found:
        return None
    start = found.end() + (text[found.end() : found.end() + 1] == " ")
    end = _END.search(text, start, side.span.end)
    return Span(start=start, end=end.start() if end else side.span.end) if end and end.start() > start else None


def _words(side: Side, span: Span) -> frozenset[str]:
    """What happened, to the end of the side and without who did it: one person does many things."""
    told = Span(start=span.start, end=side.span.end)
    who = [_with_title(side.piece.report.text, n.span) for n in side.persons]
    return frozenset(
        t.stem
        for t in tokens(side.piece.report.text, told)
        if t.word not in STOP and not any(w.start <= t.start < w.end for w in who)
    )


def _with_title(text: str, name: Span) -> Span:
    """A person's name with the capitalised words in front of it."""
    title = _TITLE.search(text, max(0, name.start - 60), name.start)
    return Span(start=title.start() if title else name.start, end=name.end)
