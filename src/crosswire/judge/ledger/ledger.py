"""The ledger of a story, put together from what the stages gave."""

from __future__ import annotations

from collections.abc import Sequence

from crosswire.judge.ledger.actors import actors
from crosswire.judge.ledger.acts import acts
from crosswire.judge.ledger.inconsistencies import inconsistencies
from crosswire.judge.ledger.quotes import quotes
from crosswire.judge.ledger.timeline import timeline
from crosswire.model import Alignment, Annotated, Origin, Point, Story, StoryReport, Unread


def ledger(
    pieces: Sequence[Annotated],
    origins: Sequence[Origin],
    alignment: Alignment,
    points: tuple[Point, ...],
    unread: tuple[Unread, ...],
) -> Story:
    """Returns the story's ledger: reports, origins, actors, statements, quotes, points, timeline, acts."""
    origin_of = {r: o.id for o in origins for r in o.reports}
    return Story(
        reports=tuple(
            StoryReport(
                id=p.report.id,
                outlet=p.report.outlet,
                title=p.report.title,
                published=p.report.published,
                url=p.report.url,
                sha256=p.report.sha256,
                origin=origin_of[p.report.id],
                characters=len(p.report.text),
                furniture=tuple(f.span for f in p.furniture),
                language=p.report.language,
                understood=p.understood,
                text=p.report.text,
            )
            for p in pieces
        ),
        unread=unread,
        origins=tuple(origins),
        actors=actors(pieces),
        statements=tuple(s for p in pieces for s in p.statements),
        quotes=quotes(pieces, alignment),
        points=points,
        timeline=timeline(pieces, points),
        acts=acts(pieces),
        inconsistencies=inconsistencies(pieces),
    )
