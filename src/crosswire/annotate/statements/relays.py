"""Who passed the words on: "told the Orsk Courier", "..., the news agency reported", "according to state media"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crosswire.annotate.statements.drafts import Draft
from crosswire.annotate.statements.voices import described, is_medium
from crosswire.model import Name, Span

_TOLD = re.compile(r"\b(?:told|tells|telling)$", re.IGNORECASE)
_NEXT = 60


def via(text: str, draft: Draft, drafts: Sequence[Draft], names: Sequence[Name]) -> tuple[str, ...]:
    """Returns the outlets that passed a statement on, nearest to the report first; empty where none is told.

    They are the source of an attribution that holds the whole statement, and the outlet that was told.
    """
    found: list[str] = []
    for other in drafts:
        if other is draft or other.source is None or draft.source is None or other.source == draft.source:
            continue
        words = text[other.source.start : other.source.end]
        if _holds(other, draft) and is_medium(words) and (name := described(words)):
            found.append(name)
    if draft.cue and _TOLD.search(text[draft.cue.start : draft.cue.end]):
        behind = [n for n in names if draft.cue.end <= n.span.start <= draft.cue.end + _NEXT]
        hearer = text[behind[0].span.start : behind[0].span.end] if behind else ""
        if behind and "\n" not in text[draft.cue.end : behind[0].span.end] and is_medium(hearer):
            found.append(hearer)
    return tuple(dict.fromkeys(found))


def _holds(outer: Draft, inner: Draft) -> bool:
    if set(outer.content) == set(inner.content):
        return True
    cue: Span | None = inner.cue
    return cue is not None and any(c.covers(cue) for c in outer.content)
