"""The voices of a story, each told once with every form it is told by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from crosswire.model import Actor, Annotated, VoiceKind


def actors(pieces: Sequence[Annotated]) -> tuple[Actor, ...]:
    """Returns the named voices of a story, those that speak most often first, then by name."""
    forms: dict[str, set[str]] = {}
    reports: dict[str, list[str]] = {}
    kinds: dict[str, Counter[VoiceKind]] = {}
    said: Counter[str] = Counter()
    for piece in pieces:
        for statement in piece.statements:
            voice = statement.voice
            if voice.name is None:
                continue
            said[voice.name] += 1
            kinds.setdefault(voice.name, Counter())[voice.kind] += 1
            told = forms.setdefault(voice.name, set())
            if voice.span is not None and voice.resolution != "pronoun":
                told.add(piece.words_of(voice.span).rstrip(" ,;:"))
            if piece.report.id not in (seen := reports.setdefault(voice.name, [])):
                seen.append(piece.report.id)
        for name in piece.names:
            if name.actor in forms:
                forms[name.actor].add(piece.words_of(name.span))
    order = sorted(said, key=lambda name: (-said[name], name))
    return tuple(
        Actor(
            name=name,
            kind=kinds[name].most_common(1)[0][0],
            forms=tuple(sorted(forms[name], key=lambda form: (-len(form), form))),
            reports=tuple(reports[name]),
        )
        for name in order
    )
