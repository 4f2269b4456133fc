"""The tagger on data it was not trained on, with pinned floors: who said what, syntax with given words, names.

python -m bench.quality.tagger [--part 0.25] [--raise] [--lower NAME --reason "..."]

Statements are scored as `score_statements.py` does: exact spans over whole documents, against the first annotator.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from bench import floors
from bench.corpus import need
from crosswire.annotate.tagging.tagger import Tagged, Tagger

FLOORS = Path(__file__).with_name("tagger_floors.json")
ARTICLES = "polnear/dev.jsonl.gz"
TREES = "treebank/ewt_dev.conllu.gz"
NAMES = "treebank/uner_en_ewt-ud-dev.iob2.gz"
ROLES = ("source", "cue", "content")
KINDS = {"person": "PER", "organisation": "ORG", "place": "LOC"}

Span = tuple[int, int]
Said = dict[str, tuple[Span, ...]]


class Sentence(NamedTuple):
    """A treebank sentence: its text and its rows."""

    text: str
    rows: list[list[str]]


def main() -> int:
    """Tags the dev data, prints the figures and holds the floors; returns the exit status."""
    parser = floors.arguments("score the tagger")
    parser.add_argument("--part", type=float, default=1.0, help="share of the articles; floors hold for the whole only")
    parser.add_argument("--precision", default="auto", help="f32, bf16 or auto")
    told = parser.parse_args()
    corpus = need(ARTICLES, TREES, NAMES)
    tagger = Tagger.load(told.precision)
    figures = statements(tagger, corpus / ARTICLES, told.part)
    figures |= syntax(tagger, corpus / TREES, told.part) | names(tagger, corpus / NAMES, told.part)
    for name, figure in figures.items():
        print(f"{name:16} {figure:.4f}")
    return 0 if told.part < 1 else floors.check(FLOORS, figures, ("polnear", "treebank"), told)


def lines(path: Path) -> Iterator[str]:
    """Gives the lines of a packed file."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        yield from file


def share(items: Sequence[Any], part: float) -> Sequence[Any]:
    """Returns the first part of the items, at least one."""
    return items[: max(1, round(len(items) * part))]


def f1(right: int, gold: int, found: int) -> float:
    """Returns the harmonic mean of precision and recall."""
    return 2 * right / (gold + found) if gold + found else 0.0


def statements(tagger: Tagger, path: Path, part: float = 1.0) -> dict[str, float]:
    """Returns exact F1 of sources, cues, contents, all of them, and whole statements."""
    rows = share([json.loads(line) for line in lines(path)], part)
    counts = {name: [0, 0, 0] for name in (*ROLES, "all", "triple")}
    for row, tagged in zip(rows, tagger.tag([row["text"] for row in rows]), strict=True):
        gold, found = gold_said(row), found_said(row["text"], tagged)
        for role in ROLES:
            g, f = ({span for said in whole for span in said[role]} for whole in (gold, found))
            for key in (role, "all"):
                add(counts[key], g, f)
        g2, f2 = ({tuple(said[role] for role in ROLES) for said in whole} for whole in (gold, found))
        add(counts["triple"], g2, f2)
    return {name: f1(*count) for name, count in counts.items()}


def add(counts: list[int], gold: set[Any], found: set[Any]) -> None:
    """Adds what is right, what is gold and what was found."""
    for i, n in enumerate((len(gold & found), len(gold), len(found))):
        counts[i] += n


def trimmed(text: str, start: int, end: int) -> Span:
    """Returns the span without the spaces at its ends."""
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())


def gold_said(row: dict[str, Any]) -> list[Said]:
    """Returns the first annotator's statements; the data has its annotators as an object or as pairs."""
    annotations = row["annotations"]
    first = next(iter(annotations.values())) if isinstance(annotations, dict) else annotations[0][1]
    return [{r: tuple(sorted(trimmed(row["text"], *s) for s in item.get(r, []))) for r in ROLES} for item in first]


def found_said(text: str, tagged: Tagged) -> list[Said]:
    """Returns the tagger's statements in the same form."""
    return [
        {
            "source": (trimmed(text, *a.source),) if a.source else (),
            "cue": (trimmed(text, *a.cue),) if a.cue else (),
            "content": tuple(sorted(trimmed(text, *c) for c in a.content)),
        }
        for a in tagged.attributions
    ]


def documents(path: Path) -> Iterator[list[Sentence]]:
    """Gives the documents of a treebank file, each as its sentences."""
    document: list[Sentence] = []
    for block in "".join(lines(path)).strip().split("\n\n"):
        if block.startswith("# newdoc") and document:
            yield document
            document = []
        text = re.search(r"^# text = (.*)$", block, re.M)
        rows = [line.split("\t") for line in block.split("\n") if line and not line.startswith("#")]
        if text:
            document.append(Sentence(text[1], rows))
    yield document


def given_words(document: Sequence[Sentence]) -> tuple[str, list[Span], list[Span], list[list[str]]]:
    """Returns a document's text, its words in it, its sentences as spans of words, and the words' rows."""
    text, kept = "", []
    words: list[Span] = []
    spans: list[Span] = []
    for sentence in document:
        first, base, position, fused = len(words), len(text), 0, (0, 0, 0)
        for row in sentence.rows:
            if "-" in row[0]:
                start = sentence.text.index(row[1], position)
                position = start + len(row[1])
                fused = (int(row[0].split("-")[1]), start, position)
            elif row[0].isdigit():
                if int(row[0]) <= fused[0]:
                    last = int(row[0]) == fused[0]
                    end = fused[2] if last else min(fused[1] + len(row[1]), fused[2])
                    words.append((base + min(fused[1], end - 1), base + end))
                    fused = (fused[0], end, fused[2])
                else:
                    start = sentence.text.index(row[1], position)
                    position = start + len(row[1])
                    words.append((base + start, base + position))
                kept.append(row)
        spans.append((first, len(words)))
        text += sentence.text + " "
    return text, words, spans, kept


def syntax(tagger: Tagger, path: Path, part: float = 1.0) -> dict[str, float]:
    """Returns UPOS, and attachment with universal relations (without subtypes), words and sentences given."""
    right = {"UPOS": 0, "UAS": 0, "LAS": 0}
    total = 0
    for document in share(list(documents(path)), part):
        text, words, spans, rows = given_words(document)
        tagged = tagger.tag_words(text, words, spans)
        for first, last in spans:
            for i in range(first, last):
                head = int(tagged.head[i]) - first + 1 if tagged.head[i] >= 0 else 0
                attached = head == int(rows[i][6])
                right["UPOS"] += tagged.pos[i] == rows[i][3]
                right["UAS"] += attached
                right["LAS"] += attached and tagged.relation[i].split(":")[0] == rows[i][7].split(":")[0]
                total += 1
    return {name: count / total for name, count in right.items()}


def names(tagger: Tagger, path: Path, part: float = 1.0) -> dict[str, float]:
    """Returns exact F1 of names with their kinds, words and sentences given."""
    counts = [0, 0, 0]
    for document in share(list(documents(path)), part):
        text, words, spans, rows = given_words(document)
        tagged = tagger.tag_words(text, words, spans)
        gold = set()
        for i, row in enumerate(rows):
            if row[2].startswith("B-") and row[2][2:] in KINDS.values():
                end = i + 1
                while end < len(rows) and rows[end][2] == f"I-{row[2][2:]}":
                    end += 1
                gold.add((words[i][0], words[end - 1][1], row[2][2:]))
        add(counts, gold, {(name.start, name.end, KINDS[name.kind]) for name in tagged.names})
    return {"names": f1(*counts)}


if __name__ == "__main__":
    sys.exit(main())
