"""Forms of address that tell the sex of whom they name: "Ms. Orvik", "Sir Eldar Orvik"."""

from __future__ import annotations

import re
from collections import defaultdict

from crosswire.values.names.spellings import plain_words

_ADDRESS = re.compile(r"\b(Mr|Mrs|Ms|Miss|Sir|Dame)\.? ", re.IGNORECASE)
_FIRST = re.compile(r"\w+ ")
_LETTERS = re.compile(r"\w*")


class Courtesies:
    """The forms of address of one text, found by the word behind them and by the word after that one."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._places: dict[str, list[int]] = defaultdict(list)
        for found in _ADDRESS.finditer(text):
            first = _FIRST.match(text, found.end())
            for start in {found.end(), first.end() if first else found.end()}:
                self._places[_letters(text, start)].append(found.start())

    def sex(self, name: str) -> str | None:
        """Returns "he" or "she" as the first form of address before a person's last name tells it, None where none
        does."""
        words = plain_words(name)
        if not words:
            return None
        address = re.compile(rf"{_ADDRESS.pattern}(?:\w+ )?{re.escape(words[-1])}\b", re.IGNORECASE)
        hits = (address.match(self._text, start) for start in self._places.get(_letters(words[-1], 0), ()))
        hit = next((hit for hit in hits if hit), None)
        return None if hit is None else ("he" if hit.group(1).lower() in ("mr", "sir") else "she")


def _letters(text: str, start: int) -> str:
    found = _LETTERS.match(text, start)
    return found[0].lower() if found else ""
