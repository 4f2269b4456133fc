"""The tree of a report's words: who is the subject of a verb, what belongs to a phrase."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict

from crosswire.annotate.tagging.tagger import Tagged
from crosswire.language.lexicon import WEEKDAYS, group_words, offices, words
from crosswire.model import Span

_SHARED = frozenset(("conj", "xcomp", "advcl", "parataxis"))
_LEFT_OUT = frozenset(("acl:relcl", "parataxis", "advcl", "cc", "conj", "punct"))
_RELATIVES = frozenset(("who", "which", "that", "whom"))
_MOST_STEPS = 6


class Tree:
    """The tagged words of one report as trees; words are told by their index."""

    def __init__(self, text: str, tagged: Tagged) -> None:
        self.text = text
        self.start: list[int] = tagged.start.tolist()
        self.end: list[int] = tagged.end.tolist()
        self.head: list[int] = tagged.head.tolist()
        self.pos = tagged.pos
        self.vectors = tagged.word_vectors
        self.relation = tagged.relation
        self._words = [text[a:b].lower() for a, b in zip(self.start, self.end, strict=True)]
        self._children: dict[int, list[int]] = defaultdict(list)
        for i, head in enumerate(self.head):
            if head >= 0:
                self._children[head].append(i)

    def word(self, i: int) -> str:
        """Returns word i in lower case."""
        return self._words[i]

    def children(self, i: int) -> list[int]:
        """Returns the words that depend on word i, in order."""
        return self._children[i]

    def words_in(self, span: Span) -> range:
        """Returns the words that share a character with `span`."""
        first = bisect_right(self.end, span.start)
        return range(first, max(first, bisect_left(self.start, span.end)))

    def top(self, span: Span) -> int | None:
        """Returns the word of `span` that all others of it hang on: the first whose head lies outside."""
        inside = self.words_in(span)
        outside = [i for i in inside if self.head[i] not in inside and self.pos[i] != "PUNCT"]
        return outside[0] if outside else None

    def subject(self, i: int) -> int | None:
        """Returns the subject of the verb at i, also one it shares with the verb above it; None where none is told."""
        for _ in range(_MOST_STEPS):
            own = [c for c in self._children[i] if self.relation[c] in ("nsubj", "csubj", "nsubj:outer")]
            if own:
                return self.meant(own[0])
            if self.passive(i):
                return None
            relation, head = self.relation[i], self.head[i]
            if head < 0:
                return None
            if relation in ("acl", "acl:relcl") and self.pos[head] in ("NOUN", "PROPN", "PRON"):
                return head
            if relation not in _SHARED and self.pos[i] not in ("VERB", "AUX", "ADJ"):
                return None
            i = head
        return None

    def meant(self, i: int) -> int:
        """The noun that a relative pronoun stands for."""
        if self.word(i) not in _RELATIVES:
            return i
        verb = self.head[i]
        noun = self.head[verb] if verb >= 0 else -1
        beside = self._noun_before(i)
        if noun < 0 or noun >= i or self.pos[noun] not in ("NOUN", "PROPN", "PRON"):
            return beside
        named = self.word(i) == "who" and self.pos[beside] == "PROPN" and self.pos[noun] == "NOUN"
        return beside if named else noun

    def _noun_before(self, i: int) -> int:
        """The noun right before a relative pronoun, or the one that noun hangs on ("the daughter of the man, who")."""
        j = i - 1
        while j >= 0 and i - j < 4 and (self.pos[j] in ("PUNCT", "ADP") or self.word(j) in WEEKDAYS):
            j -= 1
        if j < 0 or self.pos[j] not in ("NOUN", "PROPN", "NUM"):
            return i
        while (
            self.head[j] >= 0
            and i - self.head[j] < 10
            and self.head[j] < j
            and self.relation[j] in ("nmod", "flat", "appos")
        ):
            j = self.head[j]
        return j

    def passive(self, i: int) -> bool:
        """Tells whether the verb at i is passive."""
        return any(self.relation[c] in ("nsubj:pass", "aux:pass") for c in self._children[i])

    def verbs_above(self, i: int) -> list[int]:
        """Returns the verbs that word i hangs on, nearest first."""
        found: list[int] = []
        for _ in range(12):
            i = self.head[i]
            if i < 0:
                break
            if self.pos[i] in ("VERB", "AUX"):
                found.append(i)
        return found

    def phrase(self, i: int) -> Span:
        """Returns the phrase of noun i: its words before it and what directly hangs on it, without clauses."""
        inside = {i}
        queue = [i]
        while queue:
            for child in self._children[queue.pop()]:
                if self.relation[child] in _LEFT_OUT or (self.relation[child] == "case" and self.head[child] == i):
                    continue
                if child not in inside:
                    inside.add(child)
                    queue.append(child)
        first, last = i, i
        while first - 1 in inside or (first - 2 in inside and self._joins(first - 1)):
            first -= 1
        while last + 1 in inside or (last + 2 in inside and self._joins(last + 1)):
            last += 1
        return Span(start=self.start[first], end=self.end[last])

    def reach(self, i: int) -> int:
        """Returns the last word that hangs on word i, not counting what is joined to it by "and" or runs on."""
        last = i
        queue = [c for c in self._children[i] if self.relation[c] not in ("conj", "parataxis", "cc")]
        seen = 0
        while queue and seen < 400:
            child = queue.pop()
            seen += 1
            last = max(last, child)
            queue.extend(self._children[child])
        return last

    def _joins(self, i: int) -> bool:
        return self.pos[i] == "PUNCT" and self.word(i) in ("-", "–", ",", ".", "(")


def can_speak(tree: Tree, i: int) -> bool:
    """Tells whether word i can be a voice: a name, a person's pronoun, an office, a body or a group."""
    word = tree.word(i)
    if tree.pos[i] == "PROPN" or word in words("subject pronouns"):
        return word != "it"
    return word in offices() or word in group_words() or word.rstrip("s") in offices()
