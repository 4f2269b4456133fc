"""Furniture inside a line: credits and notes in brackets, datelines, buttons, added sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from crosswire.clean.controls import controls_at_start
from crosswire.clean.paragraphs import Piece
from crosswire.clean.phrases import LAST, kind_of
from crosswire.clean.wording import AGENCY, CREDIT, MOMENT, STAMP
from crosswire.model import Furniture, FurnitureKind, Span

PAPER = r"(?:news|times|post|herald|tribune|journal|images)"
_BRACKETED: tuple[tuple[FurnitureKind, str], ...] = (
    ("caption", rf"{CREDIT}\s*(?:[:/|]|by\b|courtesy\b)[^()\[\]]{{0,120}}"),
    ("caption", rf"{AGENCY}\s+(?:file\s+)?(?:photo|image|video|graphic)[^()\[\]]{{0,100}}"),
    ("caption", rf"[^()\[\]]{{2,60}}(?:/|via )\s*(?:{AGENCY}|[\w .]{{2,40}}\b{PAPER})"),
    ("caption", r"file(?: photo| image)?"),
    ("promotion", r"(?:related|see also|read more|also read|read also)\s*:[^()\[\]]{3,250}"),
    ("notice", r"(?:©|copyright\b)[^()\[\]]{0,250}"),
    ("byline", rf"{STAMP}\s*:?\s*(?:{MOMENT}|[^()\[\]]{{0,40}}\d{{4}})"),
)
BRACKETS = tuple((kind, re.compile(rf"[(\[]\s*(?:{x})\s*[)\]]\.?", re.IGNORECASE)) for kind, x in _BRACKETED)
CREDIT_AT_END = re.compile(
    r"(?:[(\[]\s*)?(?:(?:photo|image|picture|credit|courtesy)s?(?: (?:by|credit|courtesy(?: of)?))?\s*[:/]"
    rf"|(?:{AGENCY})\s+(?:file\s+)?photo\b)"
    rf"[^()\[\].]{{0,80}}[)\]]?\s*\.?$",
    re.IGNORECASE,
)
CREDIT_SIGN = re.compile(r"photo|image|picture|credit|courtesy", re.IGNORECASE)
LONGEST_CREDIT = 140
SENTENCE = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[\"“(@©]?[A-Z])")
LAST_SENTENCES = 6
ADDED = ("promotion", "notice", "comments")
PLACE = r"[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]*){0,2}"
REGION = r"(?:,\s*[A-Z][\w.]*(?:\s[A-Z][\w.]*){0,2})?"
PLACES = rf"{PLACE}{REGION}(?:/{PLACE}{REGION})*(?:,?\s+(?:and|&)\s+{PLACE})?"
ON = r"(?:,\s*[A-Z][a-z]{2,8}\.?\s+\d{1,2}(?:,\s*\d{4})?)?"
BY = r"\([A-Z][\w./& ]{1,40}\)\s*"
DASH = r"(?:--|[-–—]+)\s+(?=[\"“‘'(]?[A-Z0-9])"
DATELINE = re.compile(rf"(?:(?:{PLACES}|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){{0,3}}{REGION}){ON}\s*)?{BY}{DASH}")
BARE_DATELINE = re.compile(rf"{PLACES}{ON}\s*{DASH}")
FIRST, PARAGRAPH = 5, 150  # a bare dateline opens one of the first paragraphs, of so many characters and more
FILE = re.compile(r"FILE(?: PHOTO| IMAGE)?\s*[-–—:]+")
CONTINUES = re.compile(r"\b(?:Story|Article|Text) Continue[sd] Below\b")
SHORT_DATELINE = re.compile(r"(?:[A-Z][a-z.'’-]+(?: [A-Z][a-z.'’-]+){0,2}):")


def inside(piece: Piece) -> Iterator[Furniture]:
    """Gives the buttons that open a line, its bracketed credits, notes and links, and a credit at its end.

    What a caption says stays: it is told by the report, though in another place than its text.
    """
    if buttons := controls_at_start(piece.words):
        yield Furniture(span=_at(piece, 0, buttons), kind="navigation")
    for cut in CONTINUES.finditer(piece.words):
        yield Furniture(span=_at(piece, cut.start(), cut.end()), kind="promotion")
    if file := FILE.match(piece.words):
        yield Furniture(span=_at(piece, 0, file.end()), kind="caption")
    if (credit := credit_at_end(piece.words)) < len(piece.words):
        yield Furniture(span=_at(piece, credit, len(piece.words)), kind="caption")
    if (added := _added(piece.words)) is not None:
        yield Furniture(span=_at(piece, added[0], len(piece.words)), kind=added[1])
    for kind, rule in BRACKETS:
        for found in rule.finditer(piece.words):
            yield Furniture(span=_at(piece, found.start(), found.end()), kind=kind)


def datelines(pieces: Sequence[Piece]) -> Iterator[Furniture]:
    """Gives the places and agencies that open a report: "HALDEN, Norland (NNA) —", or "Halden:" on its own line.

    One without an agency is taken near the top alone, and once: further down, capitals before a dash are a heading.
    """
    paragraphs = 0
    for index, piece in enumerate(pieces):
        found = DATELINE.match(piece.words)
        if found is None and paragraphs < FIRST:
            found = BARE_DATELINE.match(piece.words) or _short_dateline(index, piece)
            paragraphs += FIRST if found else len(piece.words) >= PARAGRAPH
        if found and not FILE.match(piece.words):
            yield Furniture(span=_at(piece, 0, len(found[0].rstrip())), kind="dateline")


def _short_dateline(index: int, piece: Piece) -> re.Match[str] | None:
    if index > 1 or len(piece.words) > 40 or kind_of(piece.words, LAST) is not None:
        return None
    return SHORT_DATELINE.fullmatch(piece.words)


def _added(words: str) -> tuple[int, FurnitureKind] | None:
    """Returns where the last sentences of a paragraph begin that a page has added to it, and the kind of the first."""
    start, kind = len(words), None
    for cut in reversed(list(SENTENCE.finditer(words))[-LAST_SENTENCES:]):
        found = kind_of(words[cut.end() : start].strip(), LAST)
        if found not in ADDED:
            break
        start, kind = cut.end(), found
    return (start, kind) if kind else None


def credit_at_end(words: str) -> int:
    """Returns where the credit begins that ends a line ("(Photo: Ann Doe)"); its length when there is none."""
    start = max(0, len(words) - LONGEST_CREDIT)
    if not CREDIT_SIGN.search(words, start):
        return len(words)
    found = CREDIT_AT_END.search(words, start)
    return found.start() if found else len(words)


def _at(piece: Piece, start: int, end: int) -> Span:
    return Span(start=piece.span.start + start, end=piece.span.start + end)
