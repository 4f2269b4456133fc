"""Lines of text for the terminal brief: headings, hanging entries, report names, clashing words.

Every text of a report passes `one_line` on its way in, and rich's markup is never interpreted.
"""

from __future__ import annotations

from collections.abc import Iterable

from rich.table import Table
from rich.text import Text

from crosswire.model import Struct
from crosswire.show.clashes import Piece
from crosswire.show.clip import clip
from crosswire.show.lookup import Lookup
from crosswire.show.visible import one_line
from crosswire.show.wording import Stretch

NARROW = 80
# Red and magenta alone can be read on a light and on a dark terminal: yellow, green and cyan are lost on white.
CONFLICT = "bold red"
UPDATE = "bold"
AGREED = "bold"
FAINT = "dim"
NAME = "magenta"
_FEW = 6


class Room(Struct, frozen=True):
    """How many of each thing are told before "… and 7 more"; `utterances` a voice, `alone` a report."""

    reports: int = 8
    clashes: int = 8
    agreed: int = 8
    matters: int = 3
    voices: int = 4
    utterances: int = 2
    alone: int = 2
    alone_reports: int = 5
    acts: int = 9
    days: int = 7


#: From ample to tight: the first that fits on two screens is taken.
ROOMS = (
    Room(),
    Room(agreed=6, matters=2, voices=3, alone_reports=4, acts=6, days=5),
    Room(reports=6, clashes=5, agreed=5, matters=1, voices=3, utterances=1, alone=1, alone_reports=4, acts=5, days=4),
)


class Sheet(Struct, frozen=True):
    """What the brief is written on: the columns of the terminal, whether it shows colour, and how much is told."""

    width: int
    colour: bool
    room: Room

    @property
    def narrow(self) -> bool:
        """True when values and words stand below each other, not side by side."""
        return self.width < NARROW


def heading(number: int, name: str, told: str, style: str = "bold") -> Text:
    """Returns a part's heading with an empty line before it."""
    text = Text("\n")
    text.append(f"{number}  {name.upper()}", style=style)
    text.append(f"  {told}", style=FAINT)
    return text


def entry(label: Text, body: Text, columns: int, indent: int = 3) -> Table:
    """Returns the label in a column of its own and the body beside it, wrapped under itself."""
    grid = Table.grid(padding=(0, 2, 0, 0), expand=False)
    grid.add_column(width=indent - 2)
    grid.add_column(width=columns)
    grid.add_column()
    grid.add_row(Text(""), label, body)
    return grid


def more(number: int) -> Text:
    """Returns the line that tells how many were left out."""
    return Text(f"   … and {number} more", style=FAINT)


def names(reports: Iterable[str], lookup: Lookup, few: int = _FEW) -> Text:
    """Returns the reports' names, copies of one another joined by "=", the rest counted."""
    groups = lookup.by_origin(reports)
    text = Text()
    for place, group in enumerate(groups[:few]):
        text.append(" " if place else "")
        shown = "=".join(clip(lookup.label(report), 16) for report in group[:3])
        text.append(shown + (f"+{len(group) - 3}" if len(group) > 3 else ""), style=NAME)
    if len(groups) > few:
        text.append(f" +{len(groups) - few}", style=NAME)
    return text


def full_names(reports: Iterable[str], lookup: Lookup, room: int) -> Text:
    """Returns the reports with outlet and day, "02 Nordwire, 13 March = 03"; the names alone where that is too long."""
    told = tuple(reports)
    text = Text()
    for group in lookup.by_origin(told):
        for place, report in enumerate(group):
            text.append(" = " if place else "; " if text.plain else "")
            label, about = lookup.full(report)
            text.append(clip(label, 16), style=NAME).append(about)
    return text if len(text) <= room else names(told, lookup)


def words(pieces: Iterable[Piece], style: str, sheet: Sheet) -> Text:
    """Returns the pieces with the clashing words in reverse, or between ▸ and ◂ where there is no colour."""
    text = Text()
    for piece in pieces:
        if not piece.clashes:
            text.append(piece.words)
        elif sheet.colour:
            text.append(piece.words, style=f"{style} reverse")
        else:
            text.append(f"▸{piece.words.strip()}◂" + piece.words[len(piece.words.rstrip()) :])
    return text


def cue(word: str) -> Text:
    """Returns the report's own word for the saying, in brackets before the words said; nothing where there is none."""
    return Text().append(f"({one_line(word)}) " if word else "", style=FAINT)


def changed(stretches: Iterable[Stretch], sheet: Sheet) -> Text:
    """Returns a telling with the words cut struck through and the words added underlined, or [-cut-] and {+added+}."""
    text = Text()
    for stretch in stretches:
        if text.plain:
            text.append(" ")
        shown = one_line(stretch.short)
        if stretch.kind == "same":
            text.append(shown)
        elif sheet.colour:
            text.append(shown, style="red strike" if stretch.kind == "cut" else "bold underline")
        else:
            text.append(f"[-{shown}-]" if stretch.kind == "cut" else f"{{+{shown}+}}")
    return text
