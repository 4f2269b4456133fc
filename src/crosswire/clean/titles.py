"""Titles: the first stays the report's own; its repeats, and the site's name behind it, are furniture."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from crosswire.clean.paragraphs import Piece
from crosswire.model import Furniture, Span

LONGEST = 300
SHORTEST = 12
ENDING = re.compile(r"[.!?…]['\"’”)]*$")
LEFT = re.compile(r"[.!?…:]['\"’”)]*$|^[—–-]|^[^a-z]*:")
"""Lines that may well stand twice: sentences, the labels of speakers, the signatures of posts."""

SITE = re.compile(
    r"\s+(?:[-–—|»•]{1,2}|::)\s+(?=[^-–—|»]*(?:\.(?:com|org|net|co\.\w\w|tv|news|info)\b"
    r"|\b(?:News\w*|TV|Channel|Radio|Times|Post|Journal|Herald|Tribune|Gazette|Chronicle|Observer|Telegraph|Guardian|Press|Daily"
    r"|Weekly|Magazine|Online|Network|Today|Reporter|Examiner|Dispatch|Register|Star|Sun|Mail|Mirror|Standard|Independent"
    r"|Broadcasting|Media|Report|Wire|Agency|[A-Z]?[KW][A-Z]{2,3}(?:-(?:TV|FM|AM|DT))?)\b))"
)


def repeats(pieces: Sequence[Piece], title: str | None) -> Iterator[Furniture]:
    """Gives every line that says the title again, and every headline that stood earlier word for word."""
    seen: set[str] = set()
    told = plain(title) if title else None
    for piece in pieces:
        if not SHORTEST <= len(piece.words) <= LONGEST:
            continue
        words = plain(piece.words)
        if words in seen and (words == told or not LEFT.search(piece.words)):
            yield Furniture(span=piece.span, kind="title")
        seen.add(words)


def site_names(pieces: Sequence[Piece]) -> Iterator[Furniture]:
    """Gives what stands behind a dash or bar at the end of the first line when it reads like the name of a site."""
    for piece in pieces[:1]:
        if len(piece.words) <= LONGEST and not ENDING.search(piece.words) and (cut := SITE.search(piece.words)):
            start = piece.span.start + cut.start() + len(cut[0]) - len(cut[0].lstrip())
            yield Furniture(span=Span(start=start, end=piece.span.end), kind="navigation")


def plain(words: str) -> str:
    """Returns the letters and digits of `words`, lower-cased, marks and spaces reduced: what two printings share."""
    flat = unicodedata.normalize("NFKC", words).casefold()
    return " ".join(re.findall(r"\w+", flat))
