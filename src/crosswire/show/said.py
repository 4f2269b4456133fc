"""Who said what: each voice, each of its utterances once, with every telling of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Literal

from crosswire.model import Evidence, Resolution, Statement, Story, Struct
from crosswire.show.clashes import folded
from crosswire.show.clip import clip
from crosswire.show.labels import told_as
from crosswire.show.lookup import Lookup
from crosswire.show.wording import Stretch, changes, closeness, words_of

_SAME_UTTERANCE, _RETOLD, _BY_CHANCE = 0.6, 0.3, 6
_CUE, _FORM, _FORMS = 40, 48, 6


class Telling(Struct, frozen=True):
    """One report's telling of an utterance.

    `cue` is the report's own word for the saying ("fears"), told with indirect speech alone; `note` says how the voice
    was named there, where not by name.
    """

    id: str
    statement: str | None
    speaker: str | None
    manner: Literal["direct", "indirect"]
    evidence: Evidence
    cue: str = ""
    note: str = ""
    resolution: Resolution = "named"


class Variant(Struct, frozen=True):
    """The tellings with the same words; `stretches` shows how they differ from the fullest, empty where too unlike."""

    tellings: tuple[Telling, ...]
    stretches: tuple[Stretch, ...] = ()

    @property
    def notes(self) -> tuple[str, ...]:
        """How the voice was named in these tellings, each way once."""
        return tuple(dict.fromkeys(telling.note for telling in self.tellings if telling.note))


class Utterance(Struct, frozen=True):
    """The same words of one voice: the fullest telling first, then the tellings that word it otherwise.

    `given_to` names other speakers to whom some report gives these words.
    """

    variants: tuple[Variant, ...]
    reports: tuple[str, ...]
    given_to: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @property
    def indirect(self) -> bool:
        """True when no report tells it in quotation marks."""
        return self.variants[0].tellings[0].manner == "indirect"


class Voiced(Struct, frozen=True):
    """One voice with its utterances, those told by most reports first. `name` is None where no voice is settled.

    `forms` are the shorter of the other forms it is told by.
    """

    name: str | None
    government: bool
    forms: tuple[str, ...]
    reports: tuple[str, ...]
    utterances: tuple[Utterance, ...]


def voices(story: Story, lookup: Lookup) -> tuple[Voiced, ...]:
    """Returns the voices, those told by most reports first, the unsettled last; each utterance is told once."""
    tellings = tuple(_tellings(story, lookup))
    grouped: dict[str | None, list[Utterance]] = {}
    governments: set[str | None] = set()
    for group in _joined(tellings, story):
        speaker = _speaker(group)
        grouped.setdefault(speaker, []).append(_utterance(group, speaker, lookup))
        if any(t.resolution == "government" and t.speaker == speaker for t in group):
            governments.add(speaker)
    forms = {actor.name: actor.forms for actor in story.actors}
    found = [_voiced(name, told, name in governments, forms, lookup) for name, told in grouped.items()]
    return tuple(sorted(found, key=lambda v: (v.name is None, -len(v.reports), -len(v.utterances))))


def _voiced(
    name: str | None, told: list[Utterance], government: bool, forms: dict[str, tuple[str, ...]], lookup: Lookup
) -> Voiced:
    return Voiced(
        name=name,
        government=government,
        forms=_forms(forms.get(name or "", ()), name),
        reports=lookup.in_order(report for utterance in told for report in utterance.reports),
        utterances=tuple(sorted(told, key=lambda u: (-len(lookup.by_origin(u.reports)), u.indirect, -len(u.reports)))),
    )


def _forms(forms: tuple[str, ...], name: str | None) -> tuple[str, ...]:
    plain = (form.strip(" ,;") for form in forms if len(form) <= _FORM)
    once: dict[str, str] = {}
    for form in plain:
        once.setdefault(_bare(form), form)
    return tuple(form for key, form in once.items() if key != _bare(name or ""))[:_FORMS]


def _bare(name: str) -> str:
    return folded(name).removeprefix("the ")


def _tellings(story: Story, lookup: Lookup) -> Iterator[Telling]:
    statements = {statement.id: statement for statement in story.statements}
    quoted = {quote.statement for quote in story.quotes}
    for quote in story.quotes:
        words = Evidence(report=quote.report, start=quote.start, end=quote.end, exact=quote.exact)
        statement = statements.get(quote.statement or "")
        note, resolution = _note(statement, lookup)
        yield Telling(
            id=quote.id,
            statement=quote.statement,
            speaker=quote.speaker,
            manner="direct",
            evidence=words,
            note=note,
            resolution=resolution,
        )
    for statement in story.statements:
        told = _content(statement, lookup)
        if told is None or statement.id in quoted:
            continue
        note, resolution = _note(statement, lookup)
        yield Telling(
            id=statement.id,
            statement=statement.id,
            speaker=statement.voice.name,
            manner="direct" if statement.manner == "direct" else "indirect",
            evidence=told,
            cue=_cue(statement, lookup) if statement.manner == "indirect" else "",
            note=note,
            resolution=resolution,
        )


def _cue(statement: Statement, lookup: Lookup) -> str:
    report = lookup.report(statement.report)
    if report is None or statement.cue is None:
        return ""
    return clip(report.text[statement.cue.start : statement.cue.end], _CUE)


def _note(statement: Statement | None, lookup: Lookup) -> tuple[str, Resolution]:
    if statement is None:
        return "", "named"
    voice = statement.voice
    report = lookup.report(statement.report)
    words = report.text[voice.span.start : voice.span.end] if report and voice.span else None
    how = "" if _bare(words or "") == _bare(voice.name or "") else told_as(voice.resolution, words)
    via = f"via {', '.join(voice.via)}" if voice.via else ""
    return "; ".join(part for part in (how, via) if part), voice.resolution


def _content(statement: Statement, lookup: Lookup) -> Evidence | None:
    report = lookup.report(statement.report)
    if report is None or not statement.content:
        return None
    longest = max(statement.content, key=lambda span: span.end - span.start)
    exact = report.text[longest.start : longest.end]
    return Evidence(report=report.id, start=longest.start, end=longest.end, exact=exact) if exact.strip() else None


def _joined(tellings: tuple[Telling, ...], story: Story) -> list[list[Telling]]:
    """Returns the tellings put together by utterance, in order of first telling."""
    place = {telling.id: i for i, telling in enumerate(tellings)}
    root = list(range(len(tellings)))

    def find(i: int) -> int:
        while root[i] != i:
            root[i] = root[root[i]]
            i = root[i]
        return i

    for one, other in _links(tellings, story):
        if one in place and other in place:
            a, b = sorted((find(place[one]), find(place[other])))
            root[b] = a
    groups: dict[int, list[Telling]] = {}
    for i, telling in enumerate(tellings):
        groups.setdefault(find(i), []).append(telling)
    return list(groups.values())


def _links(tellings: tuple[Telling, ...], story: Story) -> Iterator[tuple[str, str]]:
    for quote in story.quotes:
        for same in quote.same_as:
            yield quote.id, same
        for retelling in quote.retold:
            if retelling.statement:
                yield quote.id, retelling.statement
    yield from _word_for_word(tellings)
    by_report: dict[str, list[Telling]] = {}
    for telling in tellings:
        by_report.setdefault(telling.evidence.report, []).append(telling)
    shared = [point.evidence for point in story.points if len(point.evidence) > 1]
    once = {told: _carried(told, by_report.get(told.report, ())) for told in {e for told in shared for e in told}}
    for evidence in shared:
        carried = [found for told in evidence if (found := once[told]) is not None]
        for i, telling in enumerate(carried):
            for other in carried[:i]:
                if _one_utterance(other, telling):
                    yield other.id, telling.id


def _word_for_word(tellings: tuple[Telling, ...]) -> Iterator[tuple[str, str]]:
    """Yields tellings in the same words: of one voice, or of anybody where the words are too many to meet by chance."""
    first: dict[tuple[str | None, tuple[str, ...]], str] = {}
    for telling in tellings:
        words = words_of(telling.evidence.exact)
        speaker = None if len(words) >= _BY_CHANCE else telling.speaker
        if speaker is not None or len(words) >= _BY_CHANCE:
            yield first.setdefault((speaker, words), telling.id), telling.id


def _carried(evidence: Evidence, tellings: Iterable[Telling]) -> Telling | None:
    def shared(telling: Telling) -> int:
        return min(telling.evidence.end, evidence.end) - max(telling.evidence.start, evidence.start)

    best = max(tellings, key=shared, default=None)
    if best is None:
        return None
    shorter = min(len(best.evidence.exact), len(evidence.exact))
    return best if shared(best) * 2 > shorter else None


def _one_utterance(first: Telling, second: Telling) -> bool:
    """Tells whether two tellings of one point are one utterance: of one speaker, one of them in the report's own words,
    and with enough words in common that a reader sees it; a point may hold several things that one voice said."""
    told_apart = first.evidence.report != second.evidence.report and "indirect" in (first.manner, second.manner)
    if not told_apart or first.speaker is None or first.speaker != second.speaker:
        return False
    return closeness(first.evidence.exact, second.evidence.exact) >= _RETOLD


def _speaker(group: list[Telling]) -> str | None:
    named = Counter(telling.speaker for telling in group if telling.speaker)
    return named.most_common(1)[0][0] if named else None


def _utterance(group: list[Telling], speaker: str | None, lookup: Lookup) -> Utterance:
    group = sorted(
        group, key=lambda t: (t.manner == "indirect", -len(t.evidence.exact), lookup.place(t.evidence.report))
    )
    variants: dict[tuple[str, ...], list[Telling]] = {}
    for telling in group:
        variants.setdefault(words_of(telling.evidence.exact), []).append(telling)
    others: dict[str, list[str]] = {}
    for telling in group:
        if telling.speaker and telling.speaker != speaker:
            others.setdefault(telling.speaker, []).append(telling.evidence.report)
    fullest = group[0].evidence.exact
    return Utterance(
        variants=tuple(
            Variant(tellings=tuple(variant), stretches=_compared(fullest, variant[0]) if place else ())
            for place, variant in enumerate(variants.values())
        ),
        reports=lookup.in_order(telling.evidence.report for telling in group),
        given_to=tuple((name, lookup.in_order(reports)) for name, reports in others.items()),
    )


def _compared(fullest: str, telling: Telling) -> tuple[Stretch, ...]:
    words = telling.evidence.exact
    return changes(fullest, words) if closeness(fullest, words) >= _SAME_UTTERANCE else ()
