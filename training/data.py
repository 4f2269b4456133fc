"""Documents of words with their labels, read from the bench folder."""

from __future__ import annotations

import csv
import gzip
import json
import random
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

from nupunkt import sent_spans

from crosswire.language.words import Span, line_flags, quote_states, shape_of, word_spans


@dataclass
class Attribution:
    """Spans of words."""

    cue: Span
    source: list[Span]
    content: list[Span]


@dataclass
class Document:
    """A text's words and whatever is labelled of them; a missing kind of label is None."""

    text: str
    words: list[Span]
    sentences: list[Span]  # of words
    attributions: list[Attribution] | None = None
    upos: list[str] | None = None
    heads: list[int] | None = None  # index of the head word in the document, -1 for a root
    relations: list[str] | None = None
    names: list[str] | None = None
    pairs: list[tuple[int, int, float]] = field(default_factory=list)  # sentences that do or do not say the same

    def features(self) -> tuple[list[int], list[int], list[int]]:
        """Shape, quotation state and line flag of every word."""
        lines = line_flags(self.text, self.words)
        return [shape_of(self.text[a:b]) for a, b in self.words], quote_states(self.text, self.words, lines), lines


def lines_of(path: Path) -> Iterator[str]:
    """The lines of a packed file."""
    with gzip.open(path, "rt", encoding="utf-8-sig") as file:
        yield from file


def plain(text: str) -> Document:
    """A document without labels."""
    words = word_spans(text)
    starts = [start for start, _ in words]
    cuts = {0, len(words)}
    for start, end in sent_spans(text):
        cuts.add(bisect_right(starts, start - 1))
        for blank in re.finditer(r"\n\s*\n", text[start:end]):
            cuts.add(bisect_right(starts, start + blank.end() - 1))
    ordered = sorted(cuts)
    return Document(text, words, [(a, b) for a, b in pairwise(ordered) if a < b])


def first_annotator(annotations: Any) -> list[dict[str, Any]]:
    """The first annotator's statements, from either form the data comes in."""
    first = next(iter(annotations.values())) if isinstance(annotations, dict) else annotations[0][1]
    return list(first)


def polnear(path: Path) -> list[Document]:
    """Articles with attributions; one without a cue is left out."""
    documents = []
    for line in lines_of(path):
        row = json.loads(line)
        document = plain(row["text"])
        starts, ends = [a for a, _ in document.words], [b for _, b in document.words]

        def place(span: list[int], starts: list[int] = starts, ends: list[int] = ends) -> Span:
            first = bisect_right(ends, span[0])
            return first, max(first + 1, bisect_right(starts, span[1] - 1))

        found = {}
        for item in first_annotator(row["annotations"]):
            spans = {
                role: sorted(place(s) for s in item.get(role, []) if row["text"][s[0] : s[1]].strip())
                for role in ("source", "cue", "content")
            }
            if spans["cue"]:
                found[spans["cue"][0]] = Attribution(spans["cue"][0], spans["source"], spans["content"])
        document.attributions = [found[cue] for cue in sorted(found)]
        documents.append(document)
    return documents


def _token_spans(text: str, rows: list[list[str]], base: int) -> list[Span]:
    """Where each word of a treebank sentence stands in its text; the parts of a fused token share it."""
    spans: list[Span] = []
    position = token_start = token_end = fused_to = 0
    for row in rows:
        if "-" in row[0]:
            fused_to = int(row[0].split("-")[1])
            token_start = text.index(row[1], position)
            position = token_end = token_start + len(row[1])
        elif "." not in row[0]:
            if int(row[0]) <= fused_to:
                end = min(token_start + len(row[1]), token_end) if int(row[0]) < fused_to else token_end
                spans.append((base + min(token_start, end - 1), base + end))
                token_start = end
            else:
                start = text.index(row[1], position)
                position = start + len(row[1])
                spans.append((base + start, base + position))
    return spans


def treebank_blocks(path: Path) -> Iterator[list[tuple[bool, str, list[list[str]]]]]:
    """For each document its sentences: whether a paragraph begins, the text, the rows."""
    sentences: list[tuple[bool, str, list[list[str]]]] = []
    for block in "".join(lines_of(path)).strip().split("\n\n"):
        rows = [line.split("\t") for line in block.split("\n") if line and not line.startswith("#")]
        if block.startswith("# newdoc") and sentences:
            yield sentences
            sentences = []
        text = re.search(r"^# text = (.*)$", block, re.M)
        if text and rows:
            sentences.append(("# newpar" in block, text[1], rows))
    if sentences:
        yield sentences


def _joined(sentences: list[tuple[bool, str, list[list[str]]]]) -> tuple[Document, list[list[list[str]]]]:
    text, rows_of = "", []
    words: list[Span] = []
    spans: list[Span] = []
    for new_paragraph, sentence, rows in sentences:
        text += ("\n\n" if new_paragraph else " ") if text else ""
        first = len(words)
        words += _token_spans(sentence, rows, len(text))
        spans.append((first, len(words)))
        rows_of.append([row for row in rows if row[0].isdigit()])
        text += sentence
    return Document(text, words, spans), rows_of


def treebank(path: Path, *, names: bool) -> list[Document]:
    """Documents with parts of speech and dependencies, and names where the treebank has entities."""
    documents = []
    for sentences in treebank_blocks(path):
        document, rows_of = _joined(sentences)
        document.upos, document.heads, document.relations = [], [], []
        for (first, _), rows in zip(document.sentences, rows_of, strict=True):
            for row in rows:
                document.upos.append(row[3])
                document.heads.append(int(row[6]) - 1 + first if row[6] != "0" else -1)
                document.relations.append(row[7])
        if names:
            document.names = _entity_names(document, [row for rows in rows_of for row in rows])
        documents.append(document)
    return documents


_KINDS = {"person": "person", "organization": "organisation", "place": "place"}
_TITLES = re.compile(
    r"(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Sir|President|Prime|Minister|Senator|Professor|Queen|King|"
    r"Governor|Chancellor|Secretary|General|Captain|Lord|Lady|Judge|Justice|Mayor|Director)\.?"
)


def _entity_names(document: Document, rows: list[list[str]]) -> list[str]:
    tags = ["O"] * len(rows)
    found: list[tuple[int, int, int, str]] = []
    opened: dict[str, list[tuple[int, str, int]]] = {}
    for i, row in enumerate(rows):
        match = re.search(r"(?:^|\|)Entity=([^|\n]*)", row[9])
        for opens, closes in re.findall(r"\(([^()]+)\)?|(?<!\()\b([\w]+)\)", match[1]) if match else []:
            if opens:
                parts = opens.split("-")
                if len(parts) > 1 and parts[1] in _KINDS:
                    where = re.match(r"\d+", parts[5]) if len(parts) > 5 else None
                    head = int(where[0]) if where else 1
                    opened.setdefault(parts[0], []).append((i, parts[1], head))
                    if f"({opens})" in match[1] and opened[parts[0]]:  # type: ignore[index]
                        start, kind, head = opened[parts[0]].pop()
                        found.append((start, i + 1, start + head - 1, kind))
            elif closes and opened.get(closes):
                start, kind, head = opened[closes].pop()
                found.append((start, i + 1, start + head - 1, kind))
    for start, end, head, kind in sorted(found, key=lambda f: f[0] - f[1]):
        span = _named_part(rows, start, end, head)
        if span:
            first, last = span
            tags[first] = f"B-{_KINDS[kind]}"
            tags[first + 1 : last] = [f"I-{_KINDS[kind]}"] * (last - first - 1)
    return tags


def _named_part(rows: list[list[str]], start: int, end: int, head: int) -> Span | None:
    """The run of proper nouns around an entity's head, without the title before it."""
    if not (start <= head < end) or rows[head][3] != "PROPN":
        return None
    first = last = head
    while (first > start and rows[first - 1][3] in ("PROPN", "NUM")) or (
        first - 1 > start and rows[first - 1][1] in ("of", "the", "&", "-", "and") and rows[first - 2][3] == "PROPN"
    ):
        first -= 1
    while (last + 1 < end and rows[last + 1][3] in ("PROPN", "NUM")) or (
        last + 2 < end and rows[last + 1][1] in ("of", "for", "the", "&", "-") and rows[last + 2][3] == "PROPN"
    ):
        last += 1
    while first < last and _TITLES.fullmatch(rows[first][1]) and rows[start][3] == "PROPN":
        first += 1
    return first, last + 1


def uner(path: Path) -> list[Document]:
    """Documents with names by hand."""
    kinds = {"PER": "person", "ORG": "organisation", "LOC": "place"}
    documents = []
    for sentences in treebank_blocks(path):
        document, rows_of = _joined([(p, t, [r for r in rows if r[0].isdigit()]) for p, t, rows in sentences])
        tags = [row[2] for rows in rows_of for row in rows]
        document.names = ["O" if tag[2:] not in kinds else f"{tag[0]}-{kinds[tag[2:]]}" for tag in tags]
        documents.append(document)
    return documents


def unlabelled(folder: Path, rng: random.Random, texts: int) -> list[Document]:
    """A sample of the articles nobody has labelled, for the vectors."""
    with gzip.open(folder / "text_reuse/helsinki_articles.csv.gz", "rt", encoding="utf-8") as file:
        found = [row["text"].replace(" ### ", "\n\n") for row in csv.DictReader(file)]
    found = rng.sample(found, min(texts, len(found)))
    incidents = [json.loads(line)["text"] for line in lines_of(folder / "grouping/incidents.jsonl.gz")]
    return [plain(text[:6000]) for text in found + rng.sample(incidents, texts)]


def paraphrases(path: Path, rng: random.Random) -> list[Document]:
    """Sentence pairs, six pairs to a document, so that sentences have a context as they have in a report."""
    rows = [line.rstrip("\n").split("\t") for line in lines_of(path)][1:]
    pairs = [(row[3], row[4], float(row[0])) for row in rows if len(row) == 5]
    rng.shuffle(pairs)
    documents = []
    for i in range(0, len(pairs), 6):
        chosen = pairs[i : i + 6]
        texts = [text for left, right, _ in chosen for text in (left, right)]
        order = list(range(len(texts)))
        rng.shuffle(order)
        documents.append(_stacked([texts[k] for k in order]))
        where = {k: n for n, k in enumerate(order)}
        documents[-1].pairs = [(where[2 * n], where[2 * n + 1], pair[2]) for n, pair in enumerate(chosen)]
    return documents


def _stacked(texts: list[str]) -> Document:
    text = ""
    words: list[Span] = []
    sentences: list[Span] = []
    for part in texts:
        text += "\n\n" if text else ""
        first = len(words)
        words += [(a + len(text), b + len(text)) for a, b in word_spans(part)]
        sentences.append((first, len(words)))
        text += part
    return Document(text, words, sentences)
