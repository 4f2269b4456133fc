"""A story's ledger as the items of its parts, in one row that a cursor can walk."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from crosswire.mcp.answers import Commitment, ReportLine, Saying, StoryAnswer
from crosswire.mcp.bounds import begun, mark, page
from crosswire.model import Evidence, Statement, Story, StoryAct, StoryReport, Struct

Part = Literal[
    "reports", "origins", "actors", "points", "quotes", "statements", "acts", "timeline", "inconsistencies", "unread"
]


class _Item(Struct, frozen=True):
    part: Part
    item: Struct


def told(
    ledger: Story, parts: Sequence[Part], limit: int, cursor: str | None, *, story: str | None, as_of: str | None
) -> StoryAnswer:
    """Returns the parts asked for of a ledger, as many items as an answer takes, in the order of the parts."""
    asked = tuple(dict.fromkeys(parts))
    rows = {part: tuple(_items(ledger, part, story)) for part in asked}
    items = [_Item(part=part, item=item) for part in asked for item in rows[part]]
    bound = mark("story", story, as_of, asked, [report.id for report in ledger.reports] if story is None else ())
    begin = begun(cursor, bound)
    found = page(items[begin:], begin, limit, bound)
    held: dict[Part, list[Struct]] = {part: [] for part in asked}
    for item in found.items:
        held[item.part].append(item.item)
    return StoryAnswer(
        total=len(items),
        next=found.next,
        hashes={report.id: report.sha256 for report in ledger.reports if report.id in found.reports},
        story=story,
        too_long=found.too_long,
        counts={part: len(row) for part, row in rows.items()},
        **{part: tuple(row) for part, row in held.items()},  # type: ignore[arg-type]
    )


def commitments(story: Story, name: str | None) -> tuple[Commitment, ...]:
    """Returns every act of a ledger with its words."""
    return tuple(_commitment(act, name) for act in story.acts)


def _items(story: Story, part: Part, name: str | None) -> Iterator[Struct]:
    if part == "reports":
        yield from (_line(report) for report in story.reports)
    elif part == "statements":
        texts = {report.id: report.text for report in story.reports}
        yield from (_saying(statement, texts[statement.report]) for statement in story.statements)
    elif part == "acts":
        yield from commitments(story, name)
    else:
        yield from getattr(story, part)


def _line(report: StoryReport) -> ReportLine:
    return ReportLine(
        report=report.id, sha256=report.sha256, characters=report.characters, title=report.title,
        outlet=report.outlet, published=report.published, url=report.url, origin=report.origin,
    )  # fmt: skip


def _saying(statement: Statement, text: str) -> Saying:
    return Saying(
        id=statement.id,
        report=statement.report,
        manner=statement.manner,
        speaker=statement.voice.name,
        kind=statement.voice.kind,
        act=statement.act.kind if statement.act else None,
        words=tuple(
            Evidence(report=statement.report, start=span.start, end=span.end, exact=text[span.start : span.end])
            for span in statement.content
        ),
    )


def _commitment(act: StoryAct, name: str | None) -> Commitment:
    return Commitment(
        kind=act.kind, actor=act.actor, addressee=act.addressee, words=act.evidence, condition=act.condition,
        deadline=act.deadline, story=name,
    )  # fmt: skip
