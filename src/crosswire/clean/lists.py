"""Headlines of other stories listed under a label: "Related stories:" and the lines that follow it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from crosswire.clean.paragraphs import Piece
from crosswire.clean.titles import ENDING
from crosswire.model import Furniture

LABEL = re.compile(
    r"(?:also|also read|read also|see also|related|read more|more|recommended|trending|most popular|most read"
    r"|you may also like|read more (?:about|on|from)\b.{0,100}|more (?:on|from|about)\b.{0,60}"
    r"|(?:related|recommended|popular|top|latest|more|other|similar)\s+(?:stories|story|articles?|news|coverage|content"
    r"|links?|posts?|reading|videos?|headlines))\s*:?",
    re.IGNORECASE,
)
LONGEST = 150
MOST = 12


def listed(pieces: Sequence[Piece]) -> Iterator[Furniture]:
    """Gives the headlines under each label: lines without an end mark, up to the first that is a sentence.

    One such line alone, with sentences behind it, may be a heading of the report itself and is left.
    """
    for index, piece in enumerate(pieces):
        if not LABEL.fullmatch(piece.words):
            continue
        run = []
        for follower in pieces[index + 1 : index + 1 + MOST]:
            if len(follower.words) > LONGEST or ENDING.search(follower.words) or LABEL.fullmatch(follower.words):
                break
            run.append(follower)
        last = index + 1 + len(run) >= len(pieces)
        if len(run) > 1 or (run and last):
            yield from (Furniture(span=line.span, kind="promotion") for line in run)
