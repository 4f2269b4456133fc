"""A slot in which a corroborated point is not corroborated is told under it, wherever the point is shown."""

from __future__ import annotations

from msgspec.structs import replace
from sample import STORY

from crosswire.model import Evidence, Slot, Unsettled, Value
from crosswire.show import markdown, page
from crosswire.show.clashes import caveats
from crosswire.show.lookup import Lookup


def told(slot: Slot, *values: tuple[str, str]) -> Unsettled:
    """A slot with the given words of the given reports."""
    return Unsettled(
        slot=slot,
        values=tuple(
            Value(value=words, evidence=(Evidence(report=report, start=0, end=len(words), exact=words),))
            for words, report in values
        ),
    )


OPEN = told("number", ("four sailors", "r1"), ("seven <sailors>", "r2"))
POINTS = tuple(replace(p, unsettled=(OPEN,)) if p.verdict == "corroborated" else p for p in STORY.points)


def test_the_page_tells_it_escaped() -> None:
    shown = page(replace(STORY, points=POINTS))
    assert "Number may differ:" in shown
    assert "seven &lt;sailors&gt;" in shown
    assert "may differ" not in page(STORY)


def test_the_note_tells_it() -> None:
    assert "Number may differ: four sailors" in markdown(replace(STORY, points=POINTS))


def test_what_stays_open_in_one_slot_is_told_as_one() -> None:
    other = told("number", ("two boats", "r1"), ("nine", "r2"))
    place = told("place", ("Orsk", "r1"), ("Halden", "r2"))
    point = replace(POINTS[3], unsettled=(OPEN, place, other, OPEN))
    assert caveats(point, Lookup(STORY)) == (
        ("Number may differ", "four sailors in r1; seven <sailors> in r2 · two boats in r1; nine in r2"),
        ("Place may differ", "Orsk in r1; Halden in r2"),
    )
