"""To whom a quotation belongs: the attribution that holds it, the verb it hangs on, the voice it goes on with.

The rules in order: the tagger's attribution with the least content around it; for a few words inside a sentence, the
verb of saying they hang on, when it stands nearer; a colon before them; the voice before, for whole sentences in marks
that follow one another; the subject of their sentence, or of the sentence before.
"""

from __future__ import annotations

from collections.abc import Sequence

from crosswire.annotate.quotations.stretches import with_marks
from crosswire.annotate.statements.colons import demanded, introduced, told_by
from crosswire.annotate.statements.phrases import after, span_of
from crosswire.annotate.statements.voices import Draft, Page, is_medium
from crosswire.annotate.tagging.syntax import can_speak
from crosswire.language.lexicon import SAYING, cue_verbs
from crosswire.model import Quotation, Span

#: A quotation of more characters is no heading.
LONGEST_HEADING = 100


def owned(page: Page, drafts: Sequence[Draft]) -> tuple[dict[int, int], list[Draft]]:
    """Returns for each quotation the index of the draft it belongs to, and the drafts with those added for it.

    A quotation that no rule gives a voice has no entry.
    """
    grown = list(drafts)
    owners: dict[int, int] = {}
    for i in range(len(page.quotations)):
        if _is_heading(page, page.quotations[i]):
            continue
        holder = _holder(page, page.quotations[i], grown)
        found = grown[holder] if holder is not None else None
        nearer = demanded(page, page.quotations[i], found) or _hangs_on(page, page.quotations[i], found)
        if holder is not None and nearer is None and _retold(page, grown[holder]):
            nearer = _followed(page, page.quotations[i])
        if holder is not None and nearer is None and not _passed_on(page, grown[holder]):
            owners[i] = holder
            continue
        draft = (
            nearer
            or _followed(page, page.quotations[i])
            or (introduced(page, i, drafts) if holder is None else None)
            or _continued(page, i, owners, grown)
            or (_subject_near(page, i, drafts) if holder is None else None)
        )
        if isinstance(draft, int):
            grown[draft] = _longer(grown[draft], with_marks(page.text, page.quotations[i].span))
            owners[i] = draft
        elif draft is not None:
            grown.append(draft)
            owners[i] = len(grown) - 1
        elif holder is not None:
            owners[i] = holder
    return owners, grown


def _holder(page: Page, quotation: Quotation, drafts: Sequence[Draft]) -> int | None:
    """The draft whose content holds the quotation with the least around it; of equals the one that tells who."""
    holding = [d for d in range(len(drafts)) if any(_share(c, quotation.span) for c in drafts[d].content)]
    return min(
        holding,
        key=lambda d: (_retold(page, drafts[d]), _length(drafts[d]), _far(page.text, drafts[d], quotation)),
        default=None,
    )


def _retold(page: Page, draft: Draft) -> bool:
    """ "A," X said, according to Y.: Y tells it, X said it."""
    return draft.cue is not None and page.text[draft.cue.start : draft.cue.end].lower().startswith("according")


def _passed_on(page: Page, draft: Draft) -> bool:
    """ "according to an outlet": somebody else may have said it."""
    source = draft.source
    return source is not None and _retold(page, draft) and is_medium(page.text[source.start : source.end])


def _far(text: str, draft: Draft, quotation: Quotation) -> int:
    """How many characters lie between cue and quotation; far off when a line break does, or no voice is told."""
    cue = draft.cue
    if cue is None or draft.source is None:
        return 10_000
    away = max(cue.start - quotation.span.end, quotation.span.start - cue.end)
    between = text[min(cue.end, quotation.span.end) : max(cue.start, quotation.span.start)]
    return away + 1_000 * ("\n" in between)


def _share(content: Span, quotation: Span) -> bool:
    shared = min(content.end, quotation.end) - max(content.start, quotation.start)
    return shared > 0.5 * (quotation.end - quotation.start)


def _length(draft: Draft) -> int:
    return sum(c.end - c.start for c in draft.content)


def stands_alone(page: Page, quotation: Quotation) -> bool:
    """Tells whether a quotation is a sentence of its own: it begins one, and in the report's line too."""
    opened = with_marks(page.text, quotation.span).start
    before = page.text[:opened].rstrip()[-1:]
    begins = page.text[quotation.span.start : quotation.span.end][:1]
    fresh = (
        not before or before in '.!?:;…"”’' or any(s.start in (opened, quotation.span.start) for s in page.sentences)
    )
    return fresh and (begins.isupper() or not begins.isalpha())


def _hangs_on(page: Page, quotation: Quotation, holder: Draft | None) -> Draft | None:
    """The verb of saying above a few words inside a sentence, when it is nearer than the cue found for them."""
    if stands_alone(page, quotation):
        return None
    top = page.tree.top(quotation.span)
    for verb in page.tree.verbs_above(top) if top is not None else ():
        cue = Span(start=page.tree.start[verb], end=page.tree.end[verb])
        if cue.end > quotation.span.start:
            continue
        if holder and holder.cue and cue.start <= holder.cue.end:
            return None
        uses = cue_verbs().get(page.tree.word(verb), frozenset())
        subject = page.tree.subject(verb)
        if subject is not None and any(kind in SAYING for kind, _, _ in uses) and can_speak(page.tree, subject):
            return Draft(page.tree.phrase(subject), cue, (with_marks(page.text, quotation.span),))
    return None


def _followed(page: Page, quotation: Quotation) -> Draft | None:
    """A verb of saying with its subject right behind the quotation."""
    tree = page.tree
    if told := _tag_behind(page, quotation):
        return told
    behind = Span(start=quotation.span.end + 1, end=quotation.span.end + 90)
    line = page.text[behind.start : behind.end].split("\n")[0]
    for k in tree.words_in(Span(start=behind.start, end=behind.start + max(1, len(line)))):
        if tree.word(k) in (".", "“", '"', "but", "that"):
            return None
        if tree.pos[k] != "VERB":
            continue
        subject = tree.subject(k)
        if subject is None or tree.start[subject] < quotation.span.end or not can_speak(tree, subject):
            return None
        if any(kind in SAYING for kind, _, _ in cue_verbs().get(tree.word(k), ())):
            cue = Span(start=tree.start[k], end=tree.end[k])
            return Draft(tree.phrase(subject), cue, (with_marks(page.text, quotation.span),))
        return None
    return None


def _tag_behind(page: Page, quotation: Quotation) -> Draft | None:
    """ "A," notes X.: a cue verb as the first word behind the quotation, then a phrase that can speak."""
    stretch = next((s for s in page.read if s.span.overlaps(quotation.span)), None)
    tokens = stretch.tokens if stretch else ()
    at = next((k for k, t in enumerate(tokens) if t.quote >= 0 and page.quotations[t.quote] is quotation), None)
    if at is None:
        return None
    verb = at + 2 if at + 1 < len(tokens) and tokens[at + 1].lower == "," else at + 1
    if verb >= len(tokens) or tokens[verb].lower not in cue_verbs():
        return None
    who = after(tokens, verb + 1)
    if who is None:
        return None
    cue = Span(start=tokens[verb].start, end=tokens[verb].end)
    return Draft(span_of(tokens, who), cue, (with_marks(page.text, quotation.span),))


def _longer(draft: Draft, content: Span) -> Draft:
    return draft._replace(content=tuple(sorted({*draft.content, content})))


def _continued(page: Page, i: int, owners: dict[int, int], drafts: Sequence[Draft]) -> Draft | int | None:
    """ "A," he said. "B.": whole sentences in marks go on with the voice before them, also in the next paragraph.

    In the same paragraph they belong to the same statement, told by its index; in the next they are one of their own.
    """
    quotation = page.quotations[i]
    if not stands_alone(page, quotation):
        return None
    block = _block(page.blocks, quotation.span)
    for j in range(i - 1, -1, -1):
        if block - _block(page.blocks, page.quotations[j].span) > 1:
            break
        if j in owners and _between_is_short(page, page.quotations[j], quotation):
            if _another_steps_in(page, page.quotations[j], quotation):
                return None
            before = drafts[owners[j]]
            if block == _block(page.blocks, page.quotations[j].span):
                return owners[j]
            return Draft(before.source, None, (with_marks(page.text, quotation.span),), before.meant)
    return None


def _is_heading(page: Page, quotation: Quotation) -> bool:
    """A few words in marks that are a paragraph of their own and end without a stop: a heading says them again."""
    opened = with_marks(page.text, quotation.span)
    whole = any(b.start >= opened.start and b.end <= opened.end for b in page.blocks if b.overlaps(quotation.span))
    return whole and opened.end - opened.start < LONGEST_HEADING and _ends_open(page.text, quotation.span)


def _ends_open(text: str, span: Span) -> bool:
    return text[span.end - 1].isalnum()


def _between_is_short(page: Page, before: Quotation, after: Quotation) -> bool:
    """Nothing but the tag of the quotation before stands between the two, or one short sentence."""
    between = [s for s in page.sentences if s.start > before.span.end and s.end < after.span.start]
    return len(between) <= 1


def _another_steps_in(page: Page, before: Quotation, after: Quotation) -> bool:
    """Tells whether the sentence between two quotations opens the paragraph of the second one and names its subject."""
    block = _block(page.blocks, after.span)
    if block == _block(page.blocks, before.span):
        return False
    return any(
        _named_subject(page, s)
        for s in page.sentences
        if s.start > before.span.end and s.end < after.span.start and _block(page.blocks, s) == block
    )


def _named_subject(page: Page, sentence: Span) -> bool:
    tree = page.tree
    return any(
        tree.relation[k] == "nsubj"
        and can_speak(tree, k)
        and any(tree.pos[w] == "PROPN" for w in tree.words_in(tree.phrase(k)))
        for k in tree.words_in(sentence)
    )


def _block(blocks: Sequence[Span], span: Span) -> int:
    return next((b for b, block in enumerate(blocks) if block.overlaps(span)), -9)


def _subject_near(page: Page, i: int, drafts: Sequence[Draft]) -> Draft | None:
    """The subject of the quotation's own sentence before it; for a whole sentence that of the sentence before."""
    quotation = page.quotations[i]
    own = [s for s in page.sentences if s.overlaps(quotation.span)]
    if not own:
        return None
    opened = with_marks(page.text, quotation.span).start
    if opened - own[0].start > 3:
        return told_by(page, own[0], quotation, opened, drafts)
    block = _block(page.blocks, quotation.span)
    earlier = [s for s in page.sentences if s.end <= opened and block - _block(page.blocks, s) <= 1]
    return told_by(page, earlier[-1], quotation, earlier[-1].end, drafts) if earlier else None
