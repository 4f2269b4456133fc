"""Who speaks after a colon: the verb of saying that leads up to it, the name at the head of a turn, a subject."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crosswire.annotate.quotations.stretches import with_marks
from crosswire.annotate.statements.voices import Draft, Page
from crosswire.annotate.tagging.syntax import can_speak
from crosswire.language.lexicon import SAYING, cue_verbs
from crosswire.model import Quotation, Span

#: "Added the minister:"
_INVERTED = re.compile(r"([A-Z]\w+) ([^:,“\"]{2,60}):$")
_TURN = re.compile(r"((?:[A-Z][\w.’'-]*\s?){1,4}?)(?:,[^:\n]{1,60})?:$")
#: A verb that stands farther before a colon does not lead up to it.
_NEAR_COLON = 50


def demanded(page: Page, quotation: Quotation, holder: Draft | None) -> Draft | None:
    """ "the agency said he went up to the guard and demanded: ...": the verb of saying right before colon or comma,
    unless it is that of the attribution found already."""
    opened = with_marks(page.text, quotation.span).start
    colon = opened - 1 - (len(before := page.text[max(0, opened - 9) : opened]) - len(before.rstrip()))
    if colon < 0 or page.text[colon] not in ":,":
        return None
    sentence = next((s for s in reversed(page.sentences) if s.start < colon), None)
    if sentence is None or sentence.end < colon:
        return None
    for verb in reversed(page.tree.words_in(Span(start=max(sentence.start, colon - _NEAR_COLON), end=colon))):
        uses = cue_verbs().get(page.tree.word(verb), frozenset())
        if page.tree.pos[verb] == "VERB" and any(kind in SAYING for kind, _, _ in uses):
            cue = Span(start=page.tree.start[verb], end=page.tree.end[verb])
            subject = page.tree.subject(verb)
            if subject is None or not can_speak(page.tree, subject) or (holder and holder.cue and holder.cue == cue):
                return None
            return Draft(page.tree.phrase(subject), cue, (with_marks(page.text, quotation.span),))
    return None


def introduced(page: Page, i: int, drafts: Sequence[Draft]) -> Draft | None:
    """A colon, in the sentence or at the end of the paragraph before: who is its subject."""
    quotation = page.quotations[i]
    opened = with_marks(page.text, quotation.span).start
    before = page.text[:opened].rstrip()
    if not before.endswith(":"):
        return None
    sentence = next((s for s in reversed(page.sentences) if s.start < len(before)), None)
    if sentence is None:
        return None
    inverted = _INVERTED.match(page.text, sentence.start, len(before))
    if inverted and inverted.group(1).lower() in cue_verbs():
        cue, who = (Span(start=inverted.start(g), end=inverted.end(g)) for g in (1, 2))
        return Draft(who, cue, (with_marks(page.text, quotation.span),))
    return _dialogue(page, quotation, len(before)) or told_by(page, sentence, quotation, len(before), drafts)


def _dialogue(page: Page, quotation: Quotation, colon: int) -> Draft | None:
    """ "Ada Holm, a neighbour: ...": a name, and what it is, at the head of the paragraph."""
    block = next((b for b in page.blocks if b.start < colon <= b.end), None)
    named = _TURN.match(page.text, block.start, colon) if block else None
    if named is None or any(page.tree.pos[k] in ("VERB", "AUX") for k in page.tree.words_in(_turn(named))):
        return None
    return Draft(Span(start=named.start(1), end=named.end(1)), None, (with_marks(page.text, quotation.span),))


def _turn(match: re.Match[str]) -> Span:
    return Span(start=match.start(), end=match.end())


def told_by(page: Page, sentence: Span, quotation: Quotation, end: int, drafts: Sequence[Draft]) -> Draft | None:
    """Who speaks in a sentence by an attribution; else who "who" stands for in it; else its first subject."""
    tree = page.tree
    speaking = [d for d in drafts if d.cue and d.source and sentence.covers(d.cue) and sentence.overlaps(d.source)]
    if speaking:
        return Draft(speaking[-1].source, None, (with_marks(page.text, quotation.span),), speaking[-1].meant)
    inside = tree.words_in(Span(start=sentence.start, end=max(end, sentence.start + 1)))
    who = [tree.head[k] for k in inside if tree.word(k) == "who" and tree.relation[k] == "nsubj"]
    meant = [tree.head[verb] for verb in who if verb >= 0 and tree.head[verb] >= 0 and can_speak(tree, tree.head[verb])]
    subjects = [k for k in inside if tree.relation[k] == "nsubj" and can_speak(tree, k) and tree.word(k) != "who"]
    if not meant and not subjects:
        return None
    return Draft(tree.phrase((meant or subjects)[0]), None, (with_marks(page.text, quotation.span),))
