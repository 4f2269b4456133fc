"""The tagger's attributions made whole: sources that another part of the sentence tells, contents by form."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from crosswire.annotate.quotations.stretches import Stretch, Token
from crosswire.annotate.statements.phrases import trimmed
from crosswire.annotate.tagging.syntax import Tree, can_speak
from crosswire.annotate.tagging.tagger import Tagged
from crosswire.language.lexicon import offices
from crosswire.model import Span

_NAME = re.compile(r" [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*")
_QUOTING = frozenset(("quote", "quotes", "quoted", "quoting", "cite", "cites", "cited", "citing"))
_SAYING = frozenset(("saying", "telling", "stating", "warning", "adding", "arguing", "insisting"))
_THAT = re.compile(r"that\s")
_RELATIVES = frozenset(("who", "which", "that", "whom"))


class Attribution(NamedTuple):
    """Who (None where not told), by which cue (None where a mark alone tells it), what, in reading order.

    `meant` is the noun that a source such as "who" stands for.
    """

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    meant: Span | None = None


def linked(text: str, stretches: Sequence[Stretch], tagged: Tagged, tree: Tree) -> tuple[Attribution, ...]:
    """Returns the attributions of a report in reading order of their cues.

    The tagger finds cue, source and content. Where it leaves the source open, it is the subject that the participle
    shares with the verb before it, or the noun that "who" stands for.
    """
    found: list[Attribution] = []
    for one in tagged.attributions:
        cue = _span(one.cue)
        content = tuple(part for c in one.content for part in _within_paragraph(text, c) if _belongs(text, part, cue))
        at = cue or (content[0] if content else None)
        if at is None:
            continue
        quoted = _quoted_as(text, cue, content, stretches, tree)
        if quoted is not None:
            found.append(quoted)
        if quoted is not None and one.source is None:
            continue  # by whom it is quoted is not told
        if quoted is not None and quoted.cue is not None and quoted.source is not None:
            start = min(quoted.source.start, quoted.cue.start)
            content = (Span(start=start, end=max(quoted.cue.end, quoted.content[-1].end)),)
        told = _line(text, one.source, at)
        meant = _source(text, told, cue, tree) or _first_subject(cue, stretches, tree)
        source = _with_name(text, told or meant)
        if not content and cue:
            stretch = next((s for s in stretches if s.span.overlaps(at)), None)
            content = _rest(stretch, cue, source) if stretch else ()
        if content and not _repeats(found, cue, content):
            found.append(Attribution(source, cue, content, _with_name(text, meant) or source))
    return tuple(found)


def _quoted_as(
    text: str, cue: Span | None, content: tuple[Span, ...], stretches: Sequence[Stretch], tree: Tree
) -> Attribution | None:
    """ "The agency quoted Ada Holm as saying that it sank": what she said, by the syntax of the verb that quotes."""
    verb = tree.top(cue) if cue else None
    if verb is None or tree.word(verb) not in _QUOTING:
        return None
    children = tree.children(verb)
    saying = next((c for c in children if tree.word(c) in _SAYING and _is_as(tree, c)), None)
    who = _quoted(tree, verb, saying) if saying is not None else None
    if saying is None or who is None:
        return None
    said = Span(start=tree.start[saying], end=tree.end[saying])
    stretch = next((s for s in stretches if s.span.overlaps(said)), None)
    behind = _part(stretch.tokens, said.end, 10**9) if stretch else None
    phrase = tree.phrase(who)
    parts = [c for c in content if c.end <= tree.start[verb] and not c.overlaps(phrase)]
    if behind is not None and re.search(r"\w", text[behind.start : behind.end]):
        that = _THAT.match(text, behind.start, behind.end)
        parts.append(Span(start=that.end() if that else behind.start, end=behind.end))
    return Attribution(phrase, said, tuple(parts), _with_name(text, phrase)) if parts else None


def _quoted(tree: Tree, verb: int, saying: int) -> int | None:
    """Whom a verb quotes: its object, before "as saying", or the subject of its passive."""
    children = tree.children(verb)
    between = [c for c in children if verb < c < saying and tree.relation[c] in ("obj", "iobj", "nsubj")]
    passive = [c for c in children if c < verb and tree.relation[c] == "nsubj:pass"]
    return next(iter((*between, *passive)), None)


def _is_as(tree: Tree, i: int) -> bool:
    return any(tree.word(c) == "as" for c in tree.children(i))


def _span(pair: tuple[int, int] | None) -> Span | None:
    return Span(start=pair[0], end=pair[1]) if pair else None


def _within_paragraph(text: str, pair: tuple[int, int]) -> list[Span]:
    """A content that runs over a line break, cut there."""
    parts = []
    start = pair[0]
    for line in text[pair[0] : pair[1]].split("\n"):
        end = start + len(line)
        if line.strip():
            parts.append(Span(start=start + len(line) - len(line.lstrip()), end=start + len(line.rstrip())))
        start = end + 1
    return parts


def _with_name(text: str, source: Span | None) -> Span | None:
    """A source that is only a title ("Ms.") goes on with the name behind it."""
    if source is None or text[source.start : source.end].lower() not in offices():
        return source
    name = _NAME.match(text, source.end)
    return Span(start=source.start, end=name.end()) if name else source


def _belongs(text: str, part: Span, cue: Span | None) -> bool:
    """What is said in another paragraph than its cue is only believed in quotation marks."""
    if cue is None or "\n" not in text[min(part.end, cue.end) : max(part.start, cue.start)]:
        return True
    return text[part.start] in "\"“‘'«„"


def _line(text: str, source: tuple[int, int] | None, cue: Span) -> Span | None:
    """A source that runs over a line break: its line beside the cue."""
    if source is None:
        return None
    parts = [
        p for p in _within_paragraph(text, source) if "\n" not in text[min(p.end, cue.end) : max(p.start, cue.start)]
    ]
    return parts[-1] if parts else None


def _repeats(found: Sequence[Attribution], cue: Span | None, content: tuple[Span, ...]) -> bool:
    return any(a.cue == cue and set(content) & set(a.content) for a in found)


def _first_subject(cue: Span | None, stretches: Sequence[Stretch], tree: Tree) -> Span | None:
    """For a verb whose subject the tree does not tell: the first subject of its sentence that can speak."""
    stretch = next((s for s in stretches if cue and s.span.overlaps(cue)), None)
    if stretch is None or cue is None:
        return None
    before = Span(start=stretch.span.start, end=max(cue.start, stretch.span.start + 1))
    verb = tree.top(cue)
    if verb is None or tree.passive(verb) or not (tree.word(verb).endswith("ing") or tree.pos[verb] in ("VERB", "AUX")):
        return None
    subjects = (
        k
        for k in tree.words_in(before)
        if tree.relation[k] == "nsubj" and tree.word(k) not in _RELATIVES and can_speak(tree, k)
    )
    first = next(subjects, None)
    return tree.phrase(first) if first is not None else None


def _source(text: str, source: Span | None, cue: Span | None, tree: Tree) -> Span | None:
    if source is not None and text[source.start : source.end].lower().startswith("what "):
        source = Span(start=source.start + 5, end=source.end)
    if cue is None or (source is not None and text[source.start : source.end].lower() not in _RELATIVES):
        return source
    verb = tree.top(cue)
    subject = tree.subject(verb) if verb is not None else None
    if subject is None or tree.word(subject) in _RELATIVES:
        return None
    return tree.phrase(subject)


def _rest(stretch: Stretch, cue: Span, source: Span | None) -> tuple[Span, ...]:
    """What "according to X" governs: the sentence without it."""
    last = max(cue.end, source.end if source else 0)
    begin = min(cue.start, source.start if source else cue.start)
    parts = (_part(stretch.tokens, 0, begin), _part(stretch.tokens, last, 10**9))
    return tuple(s for s in parts if s and s.end - s.start > 8)


def _part(tokens: Sequence[Token], start: int, end: int) -> Span | None:
    inside = [k for k, t in enumerate(tokens) if t.start >= start and t.end <= end]
    return trimmed(tokens, inside[0], inside[-1] + 1) if inside else None
