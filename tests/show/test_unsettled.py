"""A slot in which a corroborated point is not corroborated is told under it, wherever the point is shown."""

from __future__ import annotations

from msgspec.structs import replace
from sample import STORY

from crosswire.model import Unsettled
from crosswire.show import markdown, page

OPEN = Unsettled(slot="number", why="four sailors in r1; seven <sailors> in r2")
POINTS = tuple(replace(p, unsettled=(OPEN,)) if p.verdict == "corroborated" else p for p in STORY.points)


def test_the_page_tells_it_escaped() -> None:
    shown = page(replace(STORY, points=POINTS))
    assert "Number may differ:" in shown
    assert "seven &lt;sailors&gt;" in shown
    assert "may differ" not in page(STORY)


def test_the_note_tells_it() -> None:
    assert "Number may differ: four sailors" in markdown(replace(STORY, points=POINTS))
