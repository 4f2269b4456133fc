"""Quotations made by program from the labelled stories: each must be told as what was done to it.

    python -m bench.quality.quotes [--raise] [--lower NAME --reason "..."]

300 quotations, 60 of a kind: whole, a part of one, two words changed, given to another speaker of the story, and one
that another story tells; all of eight words or more. "Another speaker" is a person told by name: an office could be
anybody's. Whether a report's speaker is read rightly is measured by `bench.quality.gate`; here the speaker of the
original is the one that crosswire reads.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from bench import corpus, floors
from crosswire.model import Span
from crosswire.pipeline import annotated
from crosswire.quotes import check, sources_of_pieces
from crosswire.quotes.folding import folded
from crosswire.quotes.types import Asked, Said, Source
from crosswire.read import gather

FLOORS = Path(__file__).with_name("quotes_floors.json")
EACH: Final = 60
AIM: Final = 0.97
#: Words of a quotation that one of each kind can be made of.
_FEWEST: Final = 8
_SEED: Final = 16
_KINDS: Final = ("exact", "trimmed", "altered", "another speaker", "not found")


def stories() -> list[tuple[Source, ...]]:
    """Returns the reports of each labelled story as crosswire reads them, in the order of the stories."""
    read = []
    for folder in corpus.stories():
        reports, _ = gather(sorted(path for path in folder.glob("*.txt")))
        read.append(sources_of_pieces(annotated(reports)))
    return read


def made(read: Sequence[tuple[Source, ...]], chance: random.Random) -> Iterator[tuple[str, Asked, tuple[Source, ...]]]:
    """Yields EACH quotations of a kind with the kind and the reports that it is to be looked for in."""
    usable = [
        (n, source, said)
        for n, sources in enumerate(read)
        for source in sources
        for said in source.said
        if said.marks and said.speaker and len(folded(source.text[said.span.start : said.span.end]).keys) >= _FEWEST
    ]
    for kind in _KINDS:
        count = 0
        while count < EACH:
            n, source, said = chance.choice(usable)
            asked = _made(kind, source, said, read[n], chance)
            if kind == "not found":
                n = chance.choice([other for other in range(len(read)) if _apart(asked, read[other])])
            if asked is not None:
                count += 1
                yield kind, asked, read[n]


def _made(kind: str, source: Source, said: Said, sources: Sequence[Source], chance: random.Random) -> Asked | None:
    words = source.text[said.span.start : said.span.end]
    speaker = said.speaker
    if kind == "trimmed":
        words = _part(words, chance)
    elif kind == "altered":
        words = _two_changed(words, source, chance)
    elif kind == "another speaker":
        others = {one.speaker for s in sources for one in s.said if one.speaker and one.kind == said.kind == "person"}
        names = {word for form in (speaker or "", *said.forms) for word in form.lower().split()}
        others = {name for name in others if name[0].isupper() and not names & set(name.lower().split())}
        if not others:
            return None
        speaker = chance.choice(sorted(others))
    return Asked(words=_retyped(words, chance), span=Span(start=0, end=0), speaker=speaker, speaker_kind=said.kind)


def _part(words: str, chance: random.Random) -> str:
    """A part of a quotation: its beginning, its end, its middle, or both ends with an ellipsis between."""
    told = words.split()
    third = max(2, len(told) // 3)
    way = chance.randrange(4)
    if way == 0:
        return " ".join(told[:-third])
    if way == 1:
        return " ".join(told[third:])
    if way == 2:
        return " ".join(told[1:-1])
    return f"{' '.join(told[:third])} {chance.choice(['…', '...', '[...]'])} {' '.join(told[-third:])}"


def _two_changed(words: str, source: Source, chance: random.Random) -> str:
    told = words.split()
    places = chance.sample([i for i, word in enumerate(told) if any(c.isalpha() for c in word)], 2)
    others = [word for word in source.text.split() if word.isalpha()]
    for place in places:
        told[place] = chance.choice([word for word in others if word.lower() not in told[place].lower()])
    return " ".join(told)


def _retyped(words: str, chance: random.Random) -> str:
    """The same words as another hand types them."""
    way = chance.randrange(4)
    if way == 0:
        return words.translate(str.maketrans("’‘“”", "''\"\""))
    if way == 1:
        return f"[{words[0].swapcase()}]{words[1:]}"
    return words.rstrip(".,!?") + ("…" if way == 2 else "")


def _apart(asked: Asked | None, sources: Sequence[Source]) -> bool:
    """Whether no report of a story has five words of a quotation in a row."""
    if asked is None:
        return False
    keys = folded(asked.words).keys
    runs = {keys[i : i + 5] for i in range(len(keys) - 4)}
    for source in sources:
        theirs = folded(source.text).keys
        if any(theirs[i : i + 5] in runs for i in range(len(theirs) - 4)):
            return False
    return True


def score(told: argparse.Namespace) -> dict[str, float]:
    """Returns the share of each kind that is told as what it is, and the share of altered ones not told as exact."""
    right = dict.fromkeys(_KINDS, 0)
    honest = 0
    for kind, asked, sources in made(stories(), random.Random(_SEED)):
        (found,) = check([asked], sources)
        right[kind] += found.kind == kind
        honest += kind == "altered" and found.kind != "exact"
        if told.misses and found.kind != kind:
            print(f"{kind} told as {found.kind}: {asked.speaker}: {asked.words!r}")
            print(f"    {[(p.speaker, p.marks, p.exact, p.report) for p in found.places][:2]}")
    return {**{kind: right[kind] / EACH for kind in _KINDS}, "altered never told as exact": honest / EACH}


def main() -> int:
    """Prints the figures and holds the floors; returns the exit status."""
    parser = floors.arguments("tell quotations made by program as what was done to them")
    parser.add_argument("--misses", action="store_true", help="print what was told wrongly")
    told = parser.parse_args()
    corpus.need("stories")
    figures = score(told)
    for name, figure in figures.items():
        print(f"{name:28} {figure:.3f}")
    return floors.check(FLOORS, figures, ("stories",), told)


if __name__ == "__main__":
    sys.exit(main())
