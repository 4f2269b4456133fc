"""Quotations found by the runs of words in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator


class Runs:
    """An index of texts, their words apart by one space each, by every run of `length` words in them.

    What is found for a text may hold it, or be held by it; whether it does is still to be looked at.
    """

    def __init__(self, texts: Iterable[str], length: int) -> None:
        self._length = length
        self._by_run: dict[str, set[str]] = defaultdict(set)
        self._by_first: dict[str, list[str]] = defaultdict(list)
        for text in texts:
            for i, run in enumerate(self._runs(text)):
                self._by_run[run].add(text)
                if i == 0:
                    self._by_first[run].append(text)

    def holding(self, text: str) -> set[str]:
        """Returns every indexed text that can hold `text`; none where that has fewer words than a run."""
        return min((self._by_run.get(run, set()) for run in self._runs(text)), key=len, default=set())

    def held_by(self, text: str) -> Iterator[str]:
        """Yields every indexed text that can stand in `text`; those of fewer words than a run are passed over."""
        for run in self._runs(text):
            yield from self._by_first.get(run, ())

    def _runs(self, text: str) -> Iterator[str]:
        words = text.split()
        return (" ".join(words[i : i + self._length]) for i in range(len(words) - self._length + 1))
