"""A call forgets: nothing keeps a report alive after it, and a second one in the same process gives the same bytes."""

from __future__ import annotations

import gc
import weakref
from pathlib import Path

from crosswire.model import Report
from crosswire.pipeline import compare_reports
from crosswire.read import gather

EXAMPLE = Path(__file__).parents[1] / "examples" / "strait"


class Text(str):
    """A text that can be watched: a plain string takes no weak reference."""


def test_nothing_keeps_a_report_or_its_text_alive() -> None:
    reports, _ = gather([EXAMPLE / "01-harbour-post.txt", EXAMPLE / "02-nordwire.txt"])
    watched = [Report(id=r.id, text=Text(r.text), published=r.published) for r in reports]
    texts = [weakref.ref(report.text) for report in watched]  # type: ignore[arg-type]
    story = compare_reports(watched)
    assert story.points
    del story, watched
    gc.collect()
    assert [text() for text in texts] == [None, None]


def test_the_second_run_in_a_process_gives_the_same_bytes() -> None:
    reports, unread = gather(sorted(EXAMPLE.glob("0*")))
    assert compare_reports(reports, unread).to_json() == compare_reports(reports, unread).to_json()
