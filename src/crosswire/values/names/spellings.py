"""Names compared word by word: which spellings can be of one name."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

from crosswire.language.lexicon import are_short_forms
from crosswire.language.lexicon import words as listed_words

_SUFFIXES = listed_words("suffixes")


def plain_words(form: str) -> list[str]:
    """Returns the words of a name in lower case, without suffixes and stops."""
    return list(_plain_words(form))


@lru_cache(maxsize=50_000)
def _plain_words(form: str) -> tuple[str, ...]:
    words = [w.strip(".,").lower().replace("’", "'") for w in form.split()]
    while len(words) > 1 and words[-1] in _SUFFIXES:
        words.pop()
    return tuple(w for w in words if w)


@lru_cache(maxsize=20_000)
def same_given(a: str, b: str) -> bool:
    """Tells whether two given names can be one person's: equal, initial, short form, or nearly the same spelling."""
    if a == b or ((len(a) == 1 or len(b) == 1) and a[0] == b[0]):
        return True
    if are_short_forms(a, b):
        return True
    return _alike(_folded(a), _folded(b))


class Surnames:
    """Surnames met so far, each with those that are spelt nearly like it."""

    def __init__(self) -> None:
        self._like: dict[str, list[str]] = {}
        self._by_letter: dict[str, list[str]] = defaultdict(list)

    def add(self, surname: str) -> None:
        """Adds a surname to those met."""
        if surname in self._like:
            return
        self._like[surname] = [surname]
        for other in self._rivals(surname):
            self._like[surname].append(other)
            self._like[other].append(surname)
        self._by_letter[_folded(surname)[:1]].append(surname)

    def like(self, surname: str) -> list[str]:
        """Returns those met that are spelt like `surname` or nearly so, itself among them where it was met."""
        return self._like[surname] if surname in self._like else self._rivals(surname)

    def _rivals(self, surname: str) -> list[str]:
        folded = _folded(surname)
        return [other for other in self._by_letter.get(folded[:1], ()) if _alike(folded, _folded(other))]


def _alike(a: str, b: str) -> bool:
    """Whether two words without their marks are spelt the same or nearly so; only with the same first letter."""
    if a == b:
        return True
    shortest, longest = sorted((len(a), len(b)))
    most = 1 if longest < 8 else 2
    if shortest < 5 or longest - shortest > most or a[0] != b[0]:
        return False
    from rapidfuzz.distance import DamerauLevenshtein

    return DamerauLevenshtein.distance(a, b, score_cutoff=most) <= most


@lru_cache(maxsize=50_000)
def _folded(word: str) -> str:
    """A word in lower case without marks on and between its letters."""
    import unicodedata

    from rapidfuzz.utils import default_process

    return "".join(c for c in unicodedata.normalize("NFKD", default_process(word)) if not unicodedata.combining(c))
