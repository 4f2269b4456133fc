"""The brief for a terminal: the seven parts on one or two screens."""

from __future__ import annotations

import io

from crosswire.model import Story
from crosswire.show.lookup import Lookup
from crosswire.show.parts import parts

_LEAST = 40


def terminal(story: Story, width: int = 100, colour: bool = True) -> str:
    """Returns the brief as lines for a terminal; no text of a report can steer it.

    Args:
        story: the ledger.
        width: columns of the terminal; fewer than 40 are taken as 40.
        colour: with escape sequences for colour and weight; without, the clashing words stand between ▸ and ◂.

    Returns:
        The seven parts in order, about 100 lines at 100 columns; long lists end in "… and 7 more".
    """
    from rich.console import Console

    from crosswire.show.brief import brief
    from crosswire.show.ink import Sheet

    out = io.StringIO()
    columns = max(_LEAST, width)
    console = Console(
        file=out,
        width=columns,
        color_system="standard" if colour else None,
        force_terminal=colour,
        no_color=not colour,
        legacy_windows=False,
        markup=False,
        highlight=False,
        emoji=False,
        _environ={},
    )
    lookup = Lookup(story)
    for line in brief(parts(story, lookup), lookup, Sheet(width=columns, colour=colour)):
        console.print(line)
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines())
