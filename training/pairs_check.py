"""Checks pairs of passages written for the reader against the guide: `python -m training.pairs_check [FILE...]`.

Prints how many pairs tell what, and every fault with its file and line; ends with status 1 where there is one.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import msgspec

FOLDER = Path(__file__).with_name("pairs")
KINDS: Final = ("number", "date", "place", "name", "role", "speaker", "stance", "cause", "order", "manner")
NATURES: Final = {
    "differ": ("conflict", "update", "precision", "rounding", "wording"),
    "same": ("precision", "rounding", "wording"),
    "other": (),
}
WEIGHTY: Final = {"conflict", "update"}
SHORTEST, LONGEST = 8, 60


class Pair(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One line of a file: two passages, their relation, and the values that are unlike: (a's, b's, kind, nature)."""

    a: str
    b: str
    relation: str
    values: list[tuple[str, str, str, str]]
    event: str
    trap: str | None


def faults(pair: Pair) -> Iterator[str]:
    """Yields what in a pair goes against the guide; nothing where it is sound."""
    if pair.relation not in NATURES:
        yield f"relation {pair.relation!r}; allowed: {', '.join(NATURES)}"
        return
    for side, text in (("a", pair.a), ("b", pair.b)):
        if not SHORTEST <= (words := len(text.split())) <= LONGEST:
            yield f"{side} has {words} words; allowed: {SHORTEST} to {LONGEST}"
    for mine, theirs, kind, nature in pair.values:
        if kind not in KINDS:
            yield f"kind {kind!r}; allowed: {', '.join(KINDS)}"
        if nature not in NATURES[pair.relation]:
            yield f"nature {nature!r} in a pair of relation {pair.relation!r}"
        for side, text, value in (("a", pair.a, mine), ("b", pair.b, theirs)):
            if not value or text.count(value) != 1:
                yield f"{value!r} stands {text.count(value)} times in {side}; it must stand there once"
    if pair.relation == "differ" and not WEIGHTY & {nature for *_, nature in pair.values}:
        yield "a pair that differs has no value in conflict and none that was updated"


def read(paths: list[Path]) -> tuple[list[Pair], list[str]]:
    """Returns the pairs of the files that can be read, and every fault as "file:line: what is wrong"."""
    pairs: list[Pair] = []
    found: list[str] = []
    seen: dict[str, str] = {}
    for path in paths:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            place = f"{path.name}:{number}"
            try:
                pair = msgspec.convert(json.loads(line), Pair)
            except (json.JSONDecodeError, msgspec.ValidationError) as error:
                found.append(f"{place}: {error}")
                continue
            pairs.append(pair)
            found += [f"{place}: {fault}" for fault in faults(pair)]
            for text in (pair.a, pair.b):
                if text in seen:
                    found.append(f"{place}: a passage that stands in {seen[text]} as well")
                seen.setdefault(text, place)
    return pairs, found


def main(*files: str) -> int:
    """Checks the files given, else all of the set; returns the exit status."""
    pairs, found = read([Path(file) for file in files] or sorted(FOLDER.glob("*.jsonl")))
    print(f"{len(pairs)} pairs: {dict(Counter(pair.relation for pair in pairs))}")
    print(f"values: {dict(Counter(kind for pair in pairs for _, _, kind, _ in pair.values))}")
    print(f"{len({pair.trap for pair in pairs if pair.trap})} traps, {len({pair.event for pair in pairs})} events")
    for fault in found:
        print(fault)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
