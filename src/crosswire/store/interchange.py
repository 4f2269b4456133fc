"""A desk's stories and reports for other programs, in the kinds that `show` has, and as the JSON lines `add` takes."""

from __future__ import annotations

import msgspec

from crosswire.errors import DeskError
from crosswire.store.consulted import Consulted

STORIES = "crosswire.stories/1"


def exported(desk: Consulted, kind: str, story: str | None) -> str:
    """Returns a story, or all, in one kind.

    Args:
        desk: where they are.
        kind: json, html, markdown, csv (one story each; json also all), or jsonl (the reports).
        story: its id; None for the whole desk.

    Raises:
        DeskError: a kind that tells one story was asked for the whole desk.
    """
    if kind == "jsonl":
        names = [report.id for report in desk.reports(story) if report.current and report.forgotten is None]
        return "".join(desk.full_report(name).to_json() + "\n" for name in names)
    if kind == "json":
        if story is not None:
            return desk.story(story).to_json() + "\n"
        every = [msgspec.to_builtins(desk.story(one.id)) for one in desk.stories() if not one.stale]
        return msgspec.json.encode({"format": STORIES, "stories": every}).decode() + "\n"
    if story is None:
        raise DeskError(f"--as {kind}", "it tells one story", "a STORY, or --as json, --as jsonl")
    from crosswire import show

    return {"html": show.page, "markdown": show.markdown, "csv": show.table}[kind](desk.story(story))
