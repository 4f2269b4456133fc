"""Dev figures of a network: exact F1 of statements, syntax with gold words, names, vectors."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from crosswire.annotate.tagging.labels import CUE_TAGS, LINK_AFTER, LINK_BEFORE, LINK_TAGS, NAME_TAGS, UPOS
from crosswire.inference.decode import begun_spans, best_tags, edged_spans, tree_heads
from crosswire.inference.windows import Window, windows_of
from crosswire.language.words import Span
from training.batches import Batch, Encoded, collate
from training.network import Network, outside

Forward = Callable[[Batch], Tensor]
Triple = tuple[tuple[Span, ...], tuple[Span, ...], tuple[Span, ...]]


@dataclass
class Predicted:
    """What is said of one document, in words."""

    statements: list[Triple]
    pos: list[str]
    heads: list[int]
    relations: list[int]
    names: list[str]


def link_inputs(said: Tensor, cues: Sequence[tuple[int, Span]], lengths: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """Words around every cue, which of them are the cue, and which exist."""
    reach = torch.arange(-LINK_BEFORE, LINK_AFTER)
    windows = torch.tensor([window for window, _ in cues])
    starts = torch.tensor([cue[0] for _, cue in cues])[:, None]
    ends = torch.tensor([cue[1] for _, cue in cues])[:, None]
    places = starts + reach
    there = (places >= 0) & (places < lengths[windows][:, None])
    words = said[windows[:, None], places.clamp(0, said.shape[1] - 1)]
    return words, ((places >= starts) & (places < ends)).float(), there.float()


@torch.no_grad()  # type: ignore[untyped-decorator]
def predict(network: Network, forward: Forward, documents: Sequence[Encoded], limit: int, overlap: int,
            size: int, bias: tuple[float, float] = (0.0, 0.0)) -> list[Predicted]:  # fmt: skip
    """What the network says of whole documents; `bias` is taken off outside's score for cues and for links."""
    results = [Predicted([], ["X"] * len(d.counts), [-1] * len(d.counts), [0] * len(d.counts), ["O"] * len(d.counts))
               for d in documents]  # fmt: skip
    jobs: list[tuple[int, Window]] = []
    for n, encoded in enumerate(documents):
        jobs += [(n, window) for window in windows_of(encoded.sentences, encoded.counts, limit, overlap)]
    jobs.sort(key=lambda job: -sum(documents[job[0]].counts[job[1].start : job[1].end]))
    at = 0
    while at < len(jobs):
        longest = sum(documents[jobs[at][0]].counts[jobs[at][1].start : jobs[at][1].end]) + 2
        length = -(-longest // 32) * 32
        chosen = jobs[at : at + max(1, size // length)]
        at += len(chosen)
        batch = collate([(documents[n], window) for n, window in chosen], length, {}, 0.0, random.Random(0))
        _read(network, forward(batch), batch, chosen, documents, results, bias)
    return results


def _read(network: Network, layers: Tensor, batch: Batch, jobs: Sequence[tuple[int, Window]],
          documents: Sequence[Encoded], results: list[Predicted], bias: tuple[float, float]) -> None:  # fmt: skip
    heads = network.heads
    said, syntax = heads.mix_said(layers), heads.mix_syntax(layers)
    scores = heads.cue(said)
    scores[..., 0] -= bias[0]
    crf = heads.cue_crf
    tags = best_tags(
        scores.numpy(), batch.lengths.numpy(), crf.transitions().numpy(), crf.first.numpy(), crf.last.numpy()
    )
    pos = heads.pos(syntax).argmax(-1).numpy()
    names = heads.names(syntax).argmax(-1).numpy()
    arcs = heads.arcs(syntax).numpy()
    word, head = heads.relation_word(syntax), heads.relation_head(syntax)
    cues: list[tuple[int, Span]] = []
    for k, (n, window) in enumerate(jobs):
        size = window.end - window.start
        for a, b, _ in edged_spans([CUE_TAGS[t] for t in tags[k, :size]]):
            if window.first <= a + window.start < window.last:
                cues.append((k, (a, b)))
        result = results[n]
        for start, end in documents[n].sentences:
            if window.first <= start and end <= window.last:
                a, b = start - window.start, end - window.start
                found = tree_heads(arcs[k, a:b, a:b])
                own = [i if h < 0 else h for i, h in enumerate(found)]
                relation = heads.relation(torch.relu(word[k, a:b] + head[k, a:b][own])).argmax(-1)
                result.heads[start:end] = [h + start if h >= 0 else -1 for h in found]
                result.relations[start:end] = relation.tolist()
                result.pos[start:end] = [UPOS[t] for t in pos[k, a:b]]
                result.names[start:end] = [NAME_TAGS[t] for t in names[k, a:b]]
    if cues:
        _link(network, said, batch, cues, jobs, results, bias[1])


def _link(network: Network, said: Tensor, batch: Batch, cues: list[tuple[int, Span]],
          jobs: Sequence[tuple[int, Window]],
          results: list[Predicted], bias: float) -> None:  # fmt: skip
    heads = network.heads
    inputs = link_inputs(heads.said(said), cues, batch.lengths)
    scores = heads.link(*inputs)
    scores[..., 0] -= bias
    scores = outside(scores, inputs[2])
    crf = heads.link_crf
    whole = np.full(len(cues), scores.shape[1])
    tags = best_tags(scores.numpy(), whole, crf.transitions().numpy(), crf.first.numpy(), crf.last.numpy())
    for (k, cue), row in zip(cues, tags, strict=True):
        n, window = jobs[k]
        base = cue[0] + window.start - LINK_BEFORE
        spans = edged_spans([LINK_TAGS[t] for t in row])
        source = tuple((a + base, b + base) for a, b, kind in spans if kind == "source")
        content = tuple((a + base, b + base) for a, b, kind in spans if kind == "content")
        results[n].statements.append((source, ((cue[0] + window.start, cue[1] + window.start),), content))


def f1(right: int, gold: int, predicted: int) -> float:
    """In per cent."""
    return round(200 * right / max(gold + predicted, 1), 2)


def statement_figures(documents: Sequence[Encoded], predicted: Sequence[Predicted]) -> dict[str, float]:
    """Exact F1 of the roles, of all of them, and of whole statements."""
    counts = {role: [0, 0, 0] for role in ("source", "cue", "content", "all", "triple")}
    for encoded, result in zip(documents, predicted, strict=True):
        gold = [(tuple(a.source), (a.cue,), tuple(a.content)) for a in encoded.document.attributions or []]
        for i, role in enumerate(("source", "cue", "content")):
            g, p = ({span for item in items for span in item[i]} for items in (gold, result.statements))
            for key in (role, "all"):
                for j, n in enumerate((len(g & p), len(g), len(p))):
                    counts[key][j] += n
        g2, p2 = set(gold), set(result.statements)
        for j, n in enumerate((len(g2 & p2), len(g2), len(p2))):
            counts["triple"][j] += n
    return {role: f1(*count) for role, count in counts.items()}


def syntax_figures(
    documents: Sequence[Encoded], predicted: Sequence[Predicted], relations: Sequence[str]
) -> dict[str, float]:
    """UPOS, UAS and LAS; LAS by universal relations, and in full with subtypes."""
    right = [0, 0, 0, 0]
    total = 0
    for encoded, result in zip(documents, predicted, strict=True):
        document = encoded.document
        for i, tag in enumerate(document.upos or []):
            gold_head, gold_relation = (document.heads or [])[i], (document.relations or [])[i]
            relation = relations[result.relations[i]]
            attached = result.heads[i] == gold_head
            right[0] += result.pos[i] == tag
            right[1] += attached
            right[2] += attached and relation.split(":")[0] == gold_relation.split(":")[0]
            right[3] += attached and relation == gold_relation
            total += 1
    return {name: round(100 * n / total, 2) for name, n in zip(("upos", "uas", "las", "las_full"), right, strict=True)}


def name_figures(documents: Sequence[Encoded], predicted: Sequence[Predicted]) -> dict[str, float]:
    """Exact F1 of names with their kinds, and without."""
    counts = {"names": [0, 0, 0], "names_untyped": [0, 0, 0]}
    for encoded, result in zip(documents, predicted, strict=True):
        gold, found = set(begun_spans(encoded.document.names or [])), set(begun_spans(result.names))
        for key, cut in (("names", 3), ("names_untyped", 2)):
            g, p = {x[:cut] for x in gold}, {x[:cut] for x in found}
            for j, n in enumerate((len(g & p), len(g), len(p))):
                counts[key][j] += n
    return {key: f1(*count) for key, count in counts.items()}
