"""The brief for a terminal: the seven parts on one or two screens."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from crosswire.model import Stories, Story
from crosswire.show.clip import clip
from crosswire.show.index import Entry, how_many, index
from crosswire.show.labels import count
from crosswire.show.lookup import Lookup
from crosswire.show.parts import Parts, parts
from crosswire.show.visible import one_line

if TYPE_CHECKING:
    from crosswire.show.ink import Sheet

_LEAST = 40
_TWO_SCREENS = 100


def terminal(story: Story | Stories, width: int = 100, colour: bool = True) -> str:
    """Returns the brief as lines for a terminal; no text of a report can steer it.

    Args:
        story: the ledger, or those of several stories.
        width: columns of the terminal; fewer than 40 are taken as 40.
        colour: with escape sequences for colour and weight; without, the clashing words stand between ▸ and ◂.

    Returns:
        The seven parts in order, about 100 lines: the longer the story, the sooner its lists end in "… and 7 more".
        Of several stories an index, then these of each that two reports or more tell.
    """
    if isinstance(story, Stories):
        return _several(story, width, colour)
    from crosswire.show.ink import ROOMS, Sheet

    columns = max(_LEAST, width)
    lookup = Lookup(story)
    found = parts(story, lookup)
    for room in ROOMS:
        lines = _lines(found, lookup, Sheet(width=columns, colour=colour, room=room))
        if len(lines) <= _TWO_SCREENS:
            break
    return "".join(f"{line}\n" for line in lines)


def _several(stories: Stories, width: int, colour: bool) -> str:
    from crosswire.show.brief import left_out

    entries = index(stories)
    lines = [how_many(stories), ""]
    lines += [_listed(entry) for entry in entries]
    lines += [left_out(unread) for unread in stories.unread]
    briefs = [
        f"\n{'═' * 8} Story {entry.number} of {len(entries)} {'═' * 8}\n\n{terminal(story, width, colour)}"
        for entry, story in zip(entries, stories.stories, strict=True)
        if len(story.reports) > 1
    ]
    return "\n".join(lines) + "\n" + "".join(briefs)


def _listed(entry: Entry) -> str:
    by = one_line(", ".join(entry.outlets[:4])) + (", ..." if len(entry.outlets) > 4 else "")
    head = f"{entry.number:3}  “{clip(entry.title, 90)}”"
    return f"{head}\n     {count(entry.reports, 'report')}, {one_line(entry.days)}: {by}"


def _lines(found: Parts, lookup: Lookup, sheet: Sheet) -> list[str]:
    from rich.console import Console

    from crosswire.show.brief import brief

    out = io.StringIO()
    console = Console(
        file=out,
        width=sheet.width,
        color_system="standard" if sheet.colour else None,
        force_terminal=sheet.colour,
        no_color=not sheet.colour,
        legacy_windows=False,
        markup=False,
        highlight=False,
        emoji=False,
        _environ={},
    )
    for line in brief(found, lookup, sheet):
        console.print(line)
    return [line.rstrip() for line in out.getvalue().splitlines()]
