"""Word pieces of words, and the windows a long text is read through."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tokenizers import Tokenizer

CLS, SEP, UNKNOWN = 101, 102, 100
MOST_PIECES_A_WORD = 8
_MOST_REMEMBERED = 200_000


class Pieces:
    """The word pieces of words, remembered: a text repeats most of its words."""

    def __init__(self, tokenizer: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(tokenizer))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self._known: dict[str, tuple[int, ...]] = {}

    def of(self, words: Sequence[str]) -> list[tuple[int, ...]]:
        """For each word its pieces, at least one and at most MOST_PIECES_A_WORD."""
        known = self._known  # replaced when full, never emptied: another thread may be reading it
        missing = list({word for word in words if word not in known})
        if missing:
            if len(known) + len(missing) > _MOST_REMEMBERED:
                known = self._known = {}
                missing = list(set(words))
            # Half of a surrogate pair, as broken pages hold, is no text to the tokenizer.
            whole = [word.encode("utf-8", "replace").decode("utf-8") for word in missing]
            encoded = self._tokenizer.encode_batch_fast(whole, add_special_tokens=False)
            for word, encoding in zip(missing, encoded, strict=True):
                known[word] = tuple(encoding.ids[:MOST_PIECES_A_WORD]) or (UNKNOWN,)
        return [known[word] for word in words]
