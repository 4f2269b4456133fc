"""Members: the passages of a point → each report's evidence, and the clause that stands for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from crosswire.align.passages import Passage
from crosswire.align.words import terms
from crosswire.model import Annotated, Member


class Members:
    """What makes members of passages; the words of each are found once, as many points hold the same ones."""

    def __init__(self, told: Sequence[Passage], pieces: Sequence[Annotated]) -> None:
        self._told = told
        self._pieces = pieces
        self._words: dict[int, frozenset[str]] = {}
        self._clauses: dict[tuple[int, int], frozenset[str]] = {}

    def of(self, point: Sequence[int]) -> tuple[Member, ...]:
        """Returns one member a passage, in the order of the reports.

        The clause that stands for a passage is the one that shares most words with the other members, the first of
        equals.
        """
        counted = Counter(word for i in point for word in self._content(i))
        found = []
        for i in sorted(point):
            own = self._content(i)
            others = {word for word, times in counted.items() if times > (word in own)}
            passage = self._told[i]
            clause = max(
                range(passage.first, passage.last + 1),
                key=lambda k: (len(self._clause(passage.report, k) & others), -k),
            )
            found.append(Member(report=self._pieces[passage.report].report.id, clause=clause, span=passage.span))
        return tuple(found)

    def _content(self, i: int) -> frozenset[str]:
        if i not in self._words:
            self._words[i] = frozenset(term.stem for term in terms(self._told[i].text) if not term.plain)
        return self._words[i]

    def _clause(self, report: int, k: int) -> frozenset[str]:
        if (report, k) not in self._clauses:
            piece = self._pieces[report]
            text = piece.words_of(piece.clauses[k].span)
            self._clauses[report, k] = frozenset(term.stem for term in terms(text))
        return self._clauses[report, k]
