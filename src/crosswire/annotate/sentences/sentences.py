"""Sentences outside the page furniture."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from crosswire.annotate.sentences.endings import endings, small_words
from crosswire.model import Furniture, Span

#: A full stop glued to the next sentence, as pages leave it where a line break was lost: 'hurt."By', 'said.It'.
_GLUED = re.compile(r"""(?<=[a-z0-9]{2})[.!?]["”’)]*(?=["“‘(]?[A-Z][a-z]*(?:\s|'|’))|[.!?]["”](?=["“]?[A-Z])""")
_BREAK = re.compile(r"\r?\n[^\S\n]*(?:\r?\n\s*)?|\u2029")
#: An abbreviation that never ends a sentence, because a name follows it.
_TITLE_END = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Prof|Sen|Sens|Rep|Reps|Gov|Govs|Gen|Lt|Col|Maj|Capt|Sgt|Cpl|Adm|Cmdr|Rev|Hon|Det|Supt|Insp|Pvt|Fr|vs)\.\Z|\bNos?\.\Z(?=\s*\d)"
)
_TITLE_LONG = 12
_ENDS = '.!?:;"”’)»…'


def sentences(text: str, furniture: tuple[Furniture, ...]) -> tuple[Span, ...]:
    """Returns the sentences of `text` in order, none of them crossing a blank line or touching furniture.

    A line of its own (a headline) is a sentence; spaces around a sentence are not part of it. Empty for blank text.
    """
    found: list[Span] = []
    lower = small_words(text)
    for block in paragraphs(text, furniture):
        found.extend(_split(text, block, lower))
    return tuple(found)


def paragraphs(text: str, furniture: tuple[Furniture, ...]) -> tuple[Span, ...]:
    """Returns the paragraphs of `text` outside its furniture, in order, without the spaces around them.

    A single line break ends a paragraph as well, unless the line is long and the text runs on in lower case.
    """
    blocks = (line for free in _free(text, furniture) for line in _lines(text, free))
    return tuple(block for block in (_stripped(text, b.start, b.end) for b in blocks) if block)


def _free(text: str, furniture: tuple[Furniture, ...]) -> Iterator[Span]:
    start = 0
    for piece in sorted(furniture, key=lambda f: f.span.start):
        if piece.span.start > start:
            yield Span(start=start, end=piece.span.start)
        start = max(start, piece.span.end)
    if start < len(text):
        yield Span(start=start, end=len(text))


def _lines(text: str, free: Span) -> Iterator[Span]:
    start = free.start
    for gap in _BREAK.finditer(text, free.start, free.end):
        if _runs_on(text, start, gap):
            continue
        yield Span(start=start, end=gap.start())
        start = gap.end()
    yield Span(start=start, end=free.end)


def _runs_on(text: str, start: int, gap: re.Match[str]) -> bool:
    """A hard-wrapped line: long, unfinished, one break, and the next begins in lower case."""
    line = text[max(start, text.rfind("\n", 0, gap.start()) + 1) : gap.start()].rstrip()
    after = text[gap.end() : gap.end() + 1]
    single = gap.group().count("\n") == 1
    return single and len(line) > 40 and line[-1] not in _ENDS and after.islower()


def _stripped(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start=start, end=end) if start < end else None


def _split(text: str, block: Span, lower: Callable[[], frozenset[str]]) -> Iterator[Span]:
    start = block.start
    for end in _ends(text, block, lower):
        for cut in _GLUED.finditer(text, start, end):
            if cut.end() < end:
                yield from _one(text, start, cut.end())
                start = cut.end()
        yield from _one(text, start, end)
        start = end


def _ends(text: str, block: Span, lower: Callable[[], frozenset[str]]) -> list[int]:
    """Where the sentences of a paragraph end, in order: the last at its own end."""
    from nupunkt import sent_spans

    words = text[block.start : block.end]
    found = {block.start + first + len(words[first:last].rstrip()) for first, last in sent_spans(words)}
    found = {end for end in found if not _TITLE_END.search(text, max(block.start, end - _TITLE_LONG), end)}
    for end, told in endings(text, block.start, block.end, lower):
        (found.add if told else found.discard)(end)
    return sorted(found | {block.end})


def _one(text: str, start: int, end: int) -> Iterator[Span]:
    span = _stripped(text, start, end)
    if span:
        yield span
