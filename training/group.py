"""Train the scorer that puts reports into stories, and measure it on stories left out.

python -m training.group measure     prints the figures of the held-out halves
python -m training.group ship        the same, and writes src/crosswire/models/group/stories.npz

Half of the labelled stories train and choose the thresholds, by the hash of the story (of the topic where two stories
are look-alikes of one another, so that they stay together); the other half is only measured.
"""

from __future__ import annotations

import hashlib
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import lightgbm
import numpy as np
from bench.corpus import need
from bench.quality.grouping import ECB, INCIDENTS, ecb, rows
from numpy.typing import NDArray

from crosswire.group.candidates import keys, pairs
from crosswire.group.likeness import NAMES, figures, rarity, spread, weighed
from crosswire.group.scorer import Scorer
from crosswire.group.stories import link
from crosswire.group.table import table
from crosswire.group.terms import Terms, terms
from crosswire.model import Report
from training.align import flat

SHIPPED = Path(__file__).resolve().parents[1] / "src" / "crosswire" / "models" / "group" / "stories.npz"
NEWS = "polnear/train.jsonl.gz"
READ = 150  # reports counted as read elsewhere
FEWEST = 5  # training reports that must hold a term before it counts as known
ROUNDS = 200
FOLDS = 4
TRUSTED = 3.0  # weight of a pair of the small collection
WHOLE = 0.98  # share of the training stories that must stay whole when given alone
STEPS = [step / 40 for step in range(4, 28)]
#: +1: more of it never makes one event less likely.
GROWS = frozenset(
    (
        *("words", "lead", "names", "numbers", "phrases", "title in the other", "most of one", "rare shared"),
        *("phrases shared", "a day shared", "ages shared", "names of one"),
    )
)
SETTINGS: dict[str, Any] = {
    "objective": "binary",
    "learning_rate": 0.06,
    "num_leaves": 12,
    "min_data_in_leaf": 30,
    "feature_fraction": 0.6,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 5,
    "verbose": -1,
    "num_threads": 1,
    "deterministic": True,
    "force_row_wise": True,
    "seed": 1,
    "monotone_constraints": [int(name in GROWS) for name in NAMES],
}

Floats = NDArray[np.float32]


class Pool(NamedTuple):
    """Reports grouped together: their terms, their stories, and what says in which fold a story is."""

    rows: list[Terms]
    stories: list[str]
    keys: list[str]
    weight: float


class Seen(NamedTuple):
    """The candidate pairs of a pool with their figures, and whether each is of one story."""

    pool: Pool
    pairs: NDArray[np.int64]
    figures: Floats
    same: NDArray[np.bool_]


def main() -> int:
    """Trains, prints the figures and, when asked to, ships; returns the exit status."""
    corpus = need(INCIDENTS, ECB, NEWS)
    dated, bare, titled, lookalikes = _pools(corpus)
    train = [_half(pool, 0) for pool in (dated, bare, titled, lookalikes)]
    news = [terms(Report(id=row["id"], text=row["text"])) for row in rows(corpus / NEWS)]
    known = _known([*train[0].rows, *train[3].rows, *train[3].rows, *news])
    seen = [_seen(pool, known) for pool in train]
    same = _threshold(seen, known)
    arrays = _trained(seen, known) | {"same": np.array(same)}
    arrays["apart"] = np.array(_apart(Scorer(arrays), seen))
    scorer = Scorer(arrays)
    print(f"same {scorer.same}, apart {scorer.apart}, {len(scorer.known.nonzero()[0])} known terms")
    pools = (("incidents", dated), ("incidents without days", bare), ("titled", titled), ("ecbplus", lookalikes))
    for name, pool in pools:
        held, whole = _half(pool, 1), pool
        print(f"{name}: held-out half {_told(held, scorer, known)}; whole {_told(whole, scorer, known)}")
    if sys.argv[1:] == ["ship"]:
        SHIPPED.parent.mkdir(parents=True, exist_ok=True)
        np.savez_compressed(SHIPPED, **arrays)
        print(f"{SHIPPED.stat().st_size} bytes")
    return 0


def _pools(corpus: Path) -> tuple[Pool, Pool, Pool, Pool]:
    told = list(rows(corpus / INCIDENTS))
    forms: tuple[Callable[[dict[str, str]], Report], ...] = (
        lambda row: Report(id=row["id"], text=row["text"], published=row["published"]),
        lambda row: Report(id=row["id"], text=row["text"]),
        lambda row: Report(id=row["id"], text=row["text"], published=row["published"], title=row["title"]),
    )
    names = [row["story"] for row in told]
    first, second, third = (Pool([terms(form(row)) for row in told], names, names, 1.0) for form in forms)
    pieces = list(ecb(corpus))
    topics = [f"t{story.split('_')[0]}y" for _, story in pieces]
    return first, second, third, Pool([terms(r) for r, _ in pieces], [s for _, s in pieces], topics, TRUSTED)


def _half(pool: Pool, which: int) -> Pool:
    kept = [i for i, key in enumerate(pool.keys) if int(hashlib.sha1(key.encode()).hexdigest(), 16) % 2 == which]
    return Pool(
        [pool.rows[i] for i in kept], [pool.stories[i] for i in kept], [pool.keys[i] for i in kept], pool.weight
    )


def _known(read: Sequence[Terms]) -> Floats:
    counts = spread(table(read))
    counts[counts < FEWEST] = 0
    return (counts / len(read)).astype(np.float32)


def _seen(pool: Pool, known: Floats) -> Seen:
    all_rows = table(pool.rows)
    rare = rarity(spread(all_rows), len(pool.rows), known, READ)
    found = pairs(keys(all_rows, rare), 0, len(pool.rows))
    stories = np.array(pool.stories)
    told = figures(weighed(all_rows, rare), found[:, 0], found[:, 1])
    return Seen(pool, found, told, stories[found[:, 0]] == stories[found[:, 1]])


def _trained(seen: Sequence[Seen], known: Floats, kept: Sequence[NDArray[np.bool_]] | None = None) -> dict[str, Any]:
    masks = kept or [np.ones(len(one.same), np.bool_) for one in seen]
    data = lightgbm.Dataset(
        np.concatenate([one.figures[mask] for one, mask in zip(seen, masks, strict=True)]),
        np.concatenate([one.same[mask] for one, mask in zip(seen, masks, strict=True)]),
        weight=np.concatenate([np.full(mask.sum(), one.pool.weight) for one, mask in zip(seen, masks, strict=True)]),
    )
    arrays: dict[str, Any] = dict(flat([lightgbm.train(SETTINGS, data, ROUNDS).dump_model()], 0.0))
    held = np.flatnonzero(known)
    return arrays | {
        "names": np.array(NAMES),
        "terms": held.astype(np.int32),
        "shares": known[held].astype(np.float16),
        "read": np.array(READ),
        "same": np.array(0.5),
        "apart": np.array(0.5),
    }


def _threshold(seen: Sequence[Seen], known: Floats) -> float:
    """Returns the threshold at which stories scored by models that did not see them come out best."""
    likely = [np.zeros(len(one.same), np.float32) for one in seen]
    for fold in range(FOLDS):
        sides = [
            np.array([hashlib.sha1(b"f" + key.encode()).digest()[0] % FOLDS == fold for key in one.pool.keys])
            for one in seen
        ]
        touched = [side[one.pairs].any(1) for one, side in zip(seen, sides, strict=True)]
        left: list[NDArray[np.bool_]] = [np.logical_not(touch) for touch in touched]
        scorer = Scorer(_trained(seen, known, left))
        for one, touch, told in zip(seen, touched, likely, strict=True):
            told[touch] = scorer.likeness(one.figures[touch])
    sums = {}
    for step in STEPS:
        found = [
            _score(seen[k].pool.stories, link(len(seen[k].pool.rows), [(seen[k].pairs, likely[k])], step))
            for k in (0, 3)
        ]
        sums[step] = sum(sum(one) for one in found)
        print(f"threshold {step}: " + ", ".join(f"{b3:.1f}/{pair:.1f}" for b3, pair in found))
    return max(sums, key=lambda step: sums[step])


def _apart(scorer: Scorer, seen: Sequence[Seen]) -> float:
    """Returns the highest threshold at which WHOLE of the training stories of three reports or more stay one when
    each is given alone; prints how many of two stories put together are then told apart."""
    whole: dict[float, float] = {}
    pools = [(seen[k].pool, sorted(n for n, c in Counter(seen[k].pool.stories).items() if c > 2)) for k in (0, 1, 3)]
    alone = [_alone(pool, {name}, scorer) for pool, found in pools for name in found]
    mixed = [_alone(pool, {one, other}, scorer) for pool, found in pools for one, other in pairwise(found)]
    for step in STEPS:
        whole[step] = float(np.mean([len(set(link(n, [told], step))) == 1 for _, n, told in alone]))
        clean = np.mean([_clean(stories, link(n, [told], step)) for stories, n, told in mixed])
        print(
            f"given alone, {step}: {100 * whole[step]:.1f} % stay one of {len(alone)}; "
            f"no report with those of another story in {100 * clean:.1f} % of {len(mixed)} pairs"
        )
    return max((step for step in STEPS if whole[step] >= WHOLE), default=STEPS[0])


def _alone(pool: Pool, names: set[str], scorer: Scorer) -> tuple[list[str], int, tuple[Any, Any]]:
    kept = [i for i, story in enumerate(pool.stories) if story in names]
    part = _seen(Pool([pool.rows[i] for i in kept], [pool.stories[i] for i in kept], [], 1.0), scorer.known)
    return part.pool.stories, len(kept), (part.pairs, scorer.likeness(part.figures))


def _clean(stories: Sequence[str], labels: Sequence[int]) -> bool:
    return len(set(zip(stories, labels, strict=True))) == len(set(labels))


def _told(pool: Pool, scorer: Scorer, known: Floats) -> str:
    seen = _seen(pool, known)
    labels = link(len(pool.rows), [(seen.pairs, scorer.likeness(seen.figures))], scorer.same)
    return "B3 {:.1f}, pairs F1 {:.1f}".format(*_score(pool.stories, labels))


def _score(gold: Sequence[str], found: Sequence[int]) -> tuple[float, float]:
    """Returns B3 and pair F1, in per cent."""
    sizes, groups, both = Counter(gold), Counter(found), Counter(zip(gold, found, strict=True))
    precision = sum(c * c / groups[g] for (_, g), c in both.items()) / len(gold)
    recall = sum(c * c / sizes[s] for (s, _), c in both.items()) / len(gold)
    hits, told, labelled = (sum(c * (c - 1) // 2 for c in counts.values()) for counts in (both, groups, sizes))
    return 200 * precision * recall / (precision + recall), 200 * hits / max(1, told + labelled)


if __name__ == "__main__":
    sys.exit(main())
