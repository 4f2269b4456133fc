"""Points and differences of stories that the scorer was not trained on, and its likenesses on pairs of sentences.

    python -m bench.quality.align [--raise] [--lower NAME --reason "..."]

Each story, of the bench and of our own labels, is scored by the scorer of the fold that leaves it out (`python -m
training.align ship` writes them), those that nobody reads by the shipped one, which never saw them; its reports go
through the same stages as a user's.
"""

from __future__ import annotations

import csv
import gzip
import sys
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.stats import pearsonr
from training import label_stories
from training.align_stories import FOLD_SCORERS, Labelled, folds, labelled, names, pointed, points_score

from bench import floors
from bench.corpus import need, scorer
from crosswire.align import align_by
from crosswire.align.scorer import Trees, load
from crosswire.group import find_origins
from crosswire.judge import judge

FLOORS = Path(__file__).with_name("align_floors.json")
#: So many training pairs are enough to pick a threshold on.
PICKED_ON = 1000
Floats = NDArray[np.float32]
Pairs = list[tuple[float, str, str]]


def main() -> int:
    """Prints the figures and holds the floors; returns the exit status."""
    told = floors.arguments("score points on stories left out of training").parse_args()
    corpus = need("stories", "pairs", "score_ledger.py", "story_jsonl.py", "grouping", "polnear", "text_reuse")
    found = dict(left_out())
    for name in sorted(found):
        print(f"{name:20} " + "  ".join(f"{key} {value:.3f}" for key, value in found[name].items()))
    groups = (
        ("left out", names()),
        ("left out of ours", label_stories.names()),
        ("unread", label_stories.unread()),
    )
    figures = {
        f"{whose} {what}": float(np.mean([found[name][key] for name in mine]))
        for whose, mine in groups
        for key, what in (("f", "pairs F1"), ("p", "pairs P"), ("r", "pairs R"), ("found", "points found"))
    }
    for whose, mine in groups:
        figures |= {f"{whose} {what}": share for what, share in shares([found[name] for name in mine]).items()}
    figures |= sentences(corpus / "pairs")
    for name, figure in figures.items():
        print(f"{name}: {figure:.3f}")
    return floors.check(FLOORS, figures, ("stories", "pairs"), told)


def left_out() -> Iterator[tuple[str, dict[str, float]]]:
    """Gives each story's name and its figures by the scorer that never saw it."""
    with np.load(FOLD_SCORERS, allow_pickle=False) as arrays:
        kept = {key: arrays[key] for key in arrays.files}
    for i, fold in enumerate(folds()):
        trees = Trees({key.split("/")[1]: array for key, array in kept.items() if key.startswith(f"{i}/")})
        yield from scored(fold, trees)
    yield from scored(label_stories.unread(), load("passages"))


def scored(stories: Sequence[str], trees: Trees) -> Iterator[tuple[str, dict[str, float]]]:
    """Gives the name and the figures of each of these stories, joined by a scorer that never saw them."""
    for name in stories:
        story = labelled(name)
        yield name, points_score(story, pointed(story, trees)) | judged(story, trees)


def judged(story: Labelled, trees: Trees) -> dict[str, float]:
    """Returns how many differences of a story are labelled, found, claimed, and claimed as labelled; and how many pairs
    of passages are told as agreed, and how many of these the reading has in one point."""
    origins = find_origins(story.pieces)
    made = judge(align_by(trees, story.pieces, origins), story.pieces, origins)
    texts = {piece.report.id: piece.report.text for piece in story.pieces}
    told = [
        {"verdict": p.verdict, "evidence": [{"report": e.report, "start": e.start, "end": e.end} for e in p.evidence]}
        for p in made
    ]
    ledger = scorer("score_ledger")
    given = ledger.from_story({"quotes": [], "points": told}, texts)
    scored = ledger.score({"quotes": [], "points": story.gold["points"]}, given)
    counts = scored["conflicts"]
    return {
        "agreed": scored["agreed_pairs"],
        "agreed right": round(scored["agreed_right"] * scored["agreed_pairs"]),
        "labelled": counts["gold"],
        "differing": round(counts["r"] * counts["gold"]) if counts["gold"] else 0,
        "claimed": counts["pred"],
        "real": round(counts["p"] * counts["pred"]) if counts["pred"] else 0,
    }


def shares(stories: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """Returns the shares of labelled differences found, of claimed ones labelled, and of agreed pairs that are, of all
    stories together."""
    total = {key: sum(story[key] for story in stories) for key in stories[0]}
    return {
        "agreed right": total["agreed right"] / max(1, total["agreed"]),
        "differences R": total["differing"] / total["labelled"],
        "differences P": total["real"] / max(1, total["claimed"]),
    }


def sentences(folder: Path) -> dict[str, float]:
    """Returns how the two likenesses that need no story do on pairs of sentences, each beside the other.

    Paraphrase accuracy on the MSR validation half, the threshold picked on pairs of its training half; Pearson's r on
    the STS headlines.
    """
    train = msr(folder / "msr-para-train.tsv.gz")[:PICKED_ON]
    held = msr(folder / "msr-para-val.tsv.gz")
    headlines = sts(folder / "sts2013.headlines.tsv.gz") + sts(folder / "sts2014.headlines.tsv.gz")
    figures = {}
    for name, like in (("TF-IDF", tfidf), ("vectors", vectors)):
        figures[f"MSR accuracy, {name}"] = accuracy(like(train), train, like(held), held)
        gold = [score for score, _, _ in headlines]
        figures[f"STS headlines r, {name}"] = float(pearsonr(like(headlines), gold).statistic)
    return figures


def msr(path: Path) -> Pairs:
    """Returns the pairs of an MSR paraphrase file, 1 for a paraphrase."""
    with gzip.open(path, "rt", encoding="utf-8-sig") as lines:
        rows = csv.reader(StringIO(lines.read()), delimiter="\t", quoting=csv.QUOTE_NONE)
        return [(float(row[0]), row[3], row[4]) for row in rows if row[0] in ("0", "1")]


def sts(path: Path) -> Pairs:
    """Returns the pairs of an STS file, 0 for nothing in common to 5 for the same."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t") for line in lines]
    return [(float(row[0]), row[1], row[2]) for row in rows if len(row) >= 3]


def tfidf(pairs: Pairs) -> Floats:
    """Returns for each pair the cosine of its words, weighted by rarity among the pairs, as the aligner weighs them."""
    from crosswire.align.index import Table
    from crosswire.align.words import terms

    texts = [text for pair in pairs for text in pair[1:]]
    rows = Table([[term.stem for term in terms(text) if not term.plain] for text in texts]).unit_rows()
    return np.asarray(rows[0::2].multiply(rows[1::2]).sum(1), dtype=np.float32).ravel()


def vectors(pairs: Pairs) -> Floats:
    """Returns for each pair the cosine of the tagger's vectors."""
    from crosswire.annotate.tagging.tagger import Tagger

    texts = [text for pair in pairs for text in pair[1:]]
    tagged = Tagger.load().tag(texts, [[(0, len(text))] for text in texts])
    rows = np.concatenate([one.vectors([(0, len(text))]) for one, text in zip(tagged, texts, strict=True)])
    cosines: Floats = (rows[0::2] * rows[1::2]).sum(1)
    return cosines


def accuracy(train: Floats, of_train: Pairs, held: Floats, of_held: Pairs) -> float:
    """Returns the accuracy on `held` at the threshold that is best on `train`."""
    right = np.array([score > 0 for score, _, _ in of_train])
    best = max(np.unique(train), key=lambda cut: (float(((train >= cut) == right).mean()), float(-cut)))
    return float(((held >= best) == np.array([score > 0 for score, _, _ in of_held])).mean())


if __name__ == "__main__":
    sys.exit(main())
