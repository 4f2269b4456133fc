"""How much labelled page furniture is marked, and how much labelled evidence is marked by mistake.

    python bench/quality/furniture.py [--all] [STORIES]

STORIES is the folder of labelled stories (default: ../shared/bench/stories beside the repository). Recall: labelled
pieces of which at least half is marked. Mistakes: labelled quotations, evidence, conditions and acts of which any
character is marked. `--all` prints each miss and each mistake.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from crosswire.clean import furniture
from crosswire.model import Report, Span

STORIES = Path(__file__).resolve().parents[3] / "shared" / "bench" / "stories"


def marked(text: str) -> list[Span]:
    """Returns the spans that are marked in a text without a title told."""
    return [piece.span for piece in furniture(Report(id="r", text=text))]


def labelled(gold: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Gives the report and the words of everything labelled as content."""
    for report, words, *_ in gold["quotes"]:
        yield report, words
    for point in gold["points"]:
        yield from point["ev"].items()
    yield from gold["alone"]
    for _, _, report, words in gold.get("acts", []):
        yield report, words
    yield from gold.get("conditions", [])


def measure(folder: Path) -> tuple[list[str], list[str], int, int]:
    """Returns the missed pieces, the mistakes, the number of pieces and the number of labelled content."""
    gold = json.loads((folder / "gold.json").read_text("utf-8"))
    texts = {path.stem: path.read_bytes().decode() for path in sorted(folder.glob("[0-9]*.txt"))}
    spans = {report: marked(text) for report, text in texts.items()}

    def covered(report: str, words: str) -> float:
        places = []
        start = texts[report].find(words)
        while start >= 0:
            span = Span(start=start, end=start + len(words))
            places.append(
                sum(max(0, min(s.end, span.end) - max(s.start, span.start)) for s in spans[report]) / len(words)
            )
            start = texts[report].find(words, start + 1)
        return max(places)

    missed = [f"{r}: {w}" for r, w in gold["boilerplate"] if covered(r, w) < 0.5]
    content = list(labelled(gold))
    mistakes = []
    for report, words in content:
        start = texts[report].find(words)
        over = [s for s in spans[report] if s.overlaps(Span(start=start, end=start + len(words)))]
        if over and texts[report].count(words) == 1:
            mistakes.append(f"{report}: {words} <- {texts[report][over[0].start : over[0].end]}")
    return missed, mistakes, len(gold["boilerplate"]), len(content)


def main(arguments: list[str]) -> None:
    """Prints a line a story and the totals."""
    folders = [a for a in arguments if not a.startswith("--")]
    totals = [0, 0, 0, 0]
    for path in sorted((Path(folders[0]) if folders else STORIES).glob("*/gold.json")):
        missed, mistakes, pieces, content = measure(path.parent)
        found = f"furniture {pieces - len(missed):3} of {pieces:3}   content marked {len(mistakes)} of {content}"
        print(f"{path.parent.name:20} {found}")
        if "--all" in arguments:
            print(*(f"    missed  {m}"[:200] for m in missed), *(f"    MISTAKE {m}"[:300] for m in mistakes), sep="\n")
        for i, n in enumerate((len(missed), len(mistakes), pieces, content)):
            totals[i] += n
    print(f"recall {1 - totals[0] / totals[2]:.3f} of {totals[2]}   content marked {totals[1]} of {totals[3]}")


if __name__ == "__main__":
    main(sys.argv[1:])
