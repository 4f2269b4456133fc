"""Changes to a report's text, and what the ledger then says of the point they touch; shared by distort and
paraphrase."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import Any

from bench.corpus import stories
from bench.quality.gate import EXAMPLE, dated_reports, example
from crosswire.judge.sides.side import Side, side_at
from crosswire.model import Annotated, Difference, Point, Report, Span, Story, Struct
from crosswire.pipeline import annotated, compare_reports

#: Changes made to one story in one run; more would leave little of it to align by.
BATCH = 8
#: Runs over one story at most.
MOST_BATCHES = 4


#: The slots in which a change of each kind may come out.
SLOTS: dict[str, frozenset[str]] = {
    "number": frozenset({"number"}),
    "day": frozenset({"date"}),
    "place": frozenset({"place"}),
    "name": frozenset({"name"}),
    "speaker": frozenset({"speaker"}),
    "polarity": frozenset({"stance"}),
}


class Change(Struct, frozen=True):
    """New words for a span of one report, what kind of change that is, and the report that tells the same unchanged."""

    kind: str
    report: str
    span: Span
    words: str
    other: str
    other_span: Span


class Outcome(Struct, frozen=True):
    """What became of a change: the slots in which the changed place differs now, and whether it is corroborated as
    it stands.

    A point that says of a slot that its passages do not confirm one another in it does not corroborate that slot:
    `corroborated` leaves out the points whose unsettled slots are those that the change is of.

    `slots` leaves out those in which it differed before; `new` has every slot whose difference was not told so before.
    """

    change: Change
    slots: tuple[str, ...]
    corroborated: bool
    new: tuple[str, ...] = ()


def cases() -> Iterator[tuple[str, list[Report], dict[str, Any]]]:
    """Yields every story with its reports and what a careful reader listed, the project's own example first."""
    reports, raw = example()
    yield EXAMPLE.name, reports, raw
    for folder in stories():
        yield folder.name, dated_reports(folder), read_gold(folder)


def read_gold(folder: Path) -> dict[str, Any]:
    """Returns what a careful reader listed for a story."""
    import json

    raw: dict[str, Any] = json.loads((folder / "gold.json").read_text("utf-8"))
    return raw


def sides(raw: dict[str, Any], reports: Sequence[Report]) -> list[list[Side]]:
    """Returns the corroborated points of a story as sides, one a report, each the reader's own evidence."""
    pieces: dict[str, Annotated] = {p.report.id: p for p in annotated(reports)}
    points = []
    for point in raw["points"]:
        if point["verdict"] == "corroborated":
            told = [
                (pieces[r], pieces[r].report.text.find(words), words) for r, words in point["ev"].items() if r in pieces
            ]
            points.append([side_at(p, Span(start=at, end=at + len(words))) for p, at, words in told if at >= 0])
    return [point for point in points if len(point) > 1]


def batches(changes: Sequence[Change], wanted: int, seed: str) -> list[list[Change]]:
    """Returns at most so many of the changes, kinds in turn, in batches in which no two lie within 300 characters or
    write the same words: two reports changed alike would confirm one another."""
    dice = random.Random(hashlib.sha256(seed.encode()).hexdigest())
    by_kind: dict[str, list[Change]] = {}
    for change in {(c.kind, c.report, c.span): c for c in changes}.values():
        by_kind.setdefault(change.kind, []).append(change)
    for found in by_kind.values():
        dice.shuffle(found)
    made: list[list[Change]] = []
    while sum(map(len, made)) < wanted and any(by_kind.values()):
        for found in by_kind.values():
            if found and sum(map(len, made)) < wanted:
                _put(found.pop(), made)
    return made


def _put(change: Change, made: list[list[Change]]) -> None:
    """Puts a change into the first batch that has room for it, a new one where none has."""
    for batch in made:
        if len(batch) < BATCH and not any(_near(change, other) or _alike(change, other) for other in batch):
            batch.append(change)
            return
    if len(made) < MOST_BATCHES:
        made.append([change])


def _near(one: Change, other: Change) -> bool:
    places = [(one.report, one.span), (one.other, one.other_span)]
    others = [(other.report, other.span), (other.other, other.other_span)]
    return any(r == q and abs(a.start - b.start) < 300 for r, a in places for q, b in others)


def _alike(one: Change, other: Change) -> bool:
    return one.words.lower() == other.words.lower()


def outcomes(reports: Sequence[Report], made: Sequence[Sequence[Change]]) -> Iterator[Outcome]:
    """Yields what became of each change, each batch made in one run over the whole story.

    A difference that the story tells at that place without any change is not the change's doing.
    """
    before = compare_reports(reports) if made else None
    for batch in made:
        changed, moved = changed_reports(reports, batch)
        story = compare_reports(changed)
        for change, where in zip(batch, moved, strict=True):
            told = _told_at(change, where, story)
            known = _told_at(change, change.span, before) if before else frozenset()
            slots = {slot for slot, _ in told} - {slot for slot, _ in known}
            new = {slot for slot, _ in told - known}
            yield Outcome(
                change=change,
                slots=tuple(sorted(slots)),
                corroborated=is_corroborated(
                    change, _told(change, reports), where, story, SLOTS.get(change.kind, frozenset())
                ),
                new=tuple(sorted(new)),
            )


def changed_reports(reports: Sequence[Report], changes: Sequence[Change]) -> tuple[list[Report], list[Span]]:
    """Returns the reports with all changes made, and where each change stands in its report now."""
    moved: dict[int, Span] = {}
    told = []
    for report in reports:
        text, shift = report.text, 0
        own = sorted((c.span, i) for i, c in enumerate(changes) if c.report == report.id)
        for span, i in own:
            words = changes[i].words
            text = text[: span.start + shift] + words + text[span.end + shift :]
            moved[i] = Span(start=span.start + shift, end=span.start + shift + len(words))
            shift += len(words) - (span.end - span.start)
        told.append(
            Report(
                id=report.id,
                text=text,
                title=report.title,
                outlet=report.outlet,
                published=report.published,
                url=report.url,
                language=report.language,
            )
        )
    return told, [moved[i] for i in range(len(changes))]


def _told(change: Change, reports: Sequence[Report]) -> str:
    """The words that a change takes away."""
    return next(r.text[change.span.start : change.span.end] for r in reports if r.id == change.report)


def _touching(change: Change, where: Span, story: Story) -> list[Point]:
    return [
        p
        for p in story.points
        if any(e.report == change.report and e.start < where.end and where.start < e.end for e in p.evidence)
    ]


def _told_at(change: Change, where: Span, story: Story) -> frozenset[tuple[str, str]]:
    """The slots that differ at a place, each with the reason given.

    The words that clash stand there; the clause shown as evidence may end before the name of who said it.
    """
    return frozenset(
        (d.slot, d.why)
        for p in story.points
        if p.verdict in ("conflicting", "updated")
        for d in p.differences
        if _is_told(d, change, where)
    )


def is_corroborated(change: Change, told: str, where: Span, story: Story, slots: Collection[str]) -> bool:
    """Tells whether a point holds a changed place and what tells it unchanged, and corroborates it in these slots.

    The other report tells it unchanged in the passage that the reader listed, and wherever it has the words that
    were changed, `told`. What a point says of another passage of that report is another assertion.
    """
    return any(
        p.verdict == "corroborated" and _tells(p, change, told) and not any(u.slot in slots for u in p.unsettled)
        for p in _touching(change, where, story)
    )


def _is_told(difference: Difference, change: Change, where: Span) -> bool:
    if difference.nature not in ("conflict", "update"):
        return False
    reach = Span(start=where.start - 40, end=where.end + 40)
    return any(
        e.report == change.report and e.start < reach.end and reach.start < e.end
        for v in difference.values
        for e in v.evidence
    )


def _tells(point: Point, change: Change, told: str) -> bool:
    place = change.other_span
    return any(
        e.report == change.other and ((e.start < place.end and place.start < e.end) or bool(told and told in e.exact))
        for e in point.evidence
    )
