"""Cuts a clause to the room there is, so that the words that matter stay in sight."""

from __future__ import annotations

from crosswire.show.clashes import Piece
from crosswire.show.visible import one_line

_MORE = "…"


def clip(text: str, room: int) -> str:
    """Returns `text` on one line, cut after a whole word to at most `room` characters, "…" at the cut."""
    line = one_line(text)
    if len(line) <= room:
        return line
    cut = line[: room - 1]
    return (cut.rpartition(" ")[0] or cut).rstrip(" ,;:") + _MORE


def clip_around(pieces: tuple[Piece, ...], room: int) -> tuple[Piece, ...]:
    """Returns the pieces on one line, cut on both sides so that about `room` characters about the clashing words stay.

    Clashing words are never cut; the first and last piece end in "…" where something was left out.
    """
    shown = tuple(Piece(words=_flat(piece.words), clashes=piece.clashes) for piece in pieces if piece.words.strip())
    spare = sum(len(piece.words) for piece in shown) - room
    if spare <= 0:
        return shown
    last = len(shown) - 1
    found: list[Piece] = []
    for place, piece in enumerate(shown):
        words = piece.words
        if not piece.clashes:
            keep = max(12, len(words) - spare)
            words = _cut_middle(words, keep, at_start=place == 0, at_end=place == last)
            spare -= len(piece.words) - len(words)
        found.append(Piece(words=words, clashes=piece.clashes))
    return tuple(found)


def _flat(words: str) -> str:
    line = one_line(words)
    before = " " if words[:1].isspace() else ""
    after = " " if words[-1:].isspace() and line else ""
    return before + line + after


def _cut_middle(words: str, keep: int, at_start: bool, at_end: bool) -> str:
    if len(words) <= keep:
        return words
    if at_start:
        return _MORE + words[-keep:].partition(" ")[2] if not at_end else clip(words, keep)
    if at_end:
        return (words[:keep].rpartition(" ")[0] or words[:keep]) + _MORE
    half = keep // 2
    return words[:half].rpartition(" ")[0] + f" {_MORE} " + words[-half:].partition(" ")[2]
