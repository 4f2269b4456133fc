"""What the network is trained to make small."""

from __future__ import annotations

import random

import torch
import torch.nn.functional as F  # noqa: N812
from torch import Tensor

from crosswire.annotate.tagging.labels import LINK_AFTER, LINK_BEFORE
from training.batches import IGNORED, Batch, Link
from training.evaluate import link_inputs
from training.network import Heads, outside


def losses_of(
    heads: Heads, layers: Tensor, batch: Batch, teacher: Tensor, noisy: float, rng: random.Random
) -> dict[str, Tensor]:
    """Each head's loss over what the batch has labels for."""
    found: dict[str, Tensor] = {}
    said_rows = batch.said.nonzero()[:, 0]
    if len(said_rows):
        found |= _said_losses(heads, layers, batch, said_rows, noisy, rng)
    syntax_rows = ((batch.pos != IGNORED).any(1) | (batch.names != IGNORED).any(1)).nonzero()[:, 0]
    if len(syntax_rows):
        found |= _syntax_losses(heads, layers[:, syntax_rows], batch, syntax_rows)
    if batch.targets:
        found |= _vector_losses(heads, heads.mix_vector(layers), batch, teacher)
    return found


def _said_losses(
    heads: Heads, layers: Tensor, batch: Batch, rows: Tensor, noisy: float, rng: random.Random
) -> dict[str, Tensor]:
    said = heads.drop(heads.mix_said(layers))
    there = (torch.arange(said.shape[1])[None] < batch.lengths[rows][:, None]).float()
    scores = heads.cue(said[rows])
    likelihood = heads.cue_crf.loss(outside(scores, there), batch.cue[rows].clamp(min=0))
    cues = (batch.cue[rows].clamp(min=0) > 0).sum().clamp(min=8)
    found = {
        "cue": likelihood[likelihood < 1000].sum() / cues,
        "roles": F.cross_entropy(
            heads.roles(said[rows]).flatten(0, 1), batch.roles[rows].flatten(), ignore_index=IGNORED
        ),
    }
    links = list(batch.links)
    if noisy:
        links = _with_guesses(links, scores.detach().argmax(-1), batch, rows.tolist(), noisy, rng)
    if links:
        words, cue, exists = link_inputs(heads.said(said), [(link.window, link.cue) for link in links], batch.lengths)
        likelihood = heads.link_crf.loss(
            outside(heads.link(words, cue, exists), exists), torch.tensor([k.tags for k in links])
        )
        found["link"] = likelihood.clamp(max=200).mean()
    return found


def _with_guesses(
    links: list[Link], tags: Tensor, batch: Batch, rows: list[int], noisy: float, rng: random.Random
) -> list[Link]:
    """The links, some with the cue as the network would find it, and false cues that have nothing."""
    kept = {(link.window, link.cue): link for link in links}
    nothing = [0] * (LINK_BEFORE + LINK_AFTER)
    for row, found in zip(rows, tags.tolist(), strict=True):
        gold = batch.cue[row].tolist()
        start = None
        for i in range(int(batch.lengths[row]) + 1):
            inside = i < batch.lengths[row] and found[i] != 0
            if inside and start is None:
                start = i
            elif not inside and start is not None:
                span, start = (start, i), None
                if rng.random() > noisy or (row, span) in kept:
                    continue
                if not any(tag > 0 for tag in gold[span[0] : span[1]]):
                    kept[(row, span)] = Link(row, span, nothing)
                    continue
                near = [link for link in links if link.window == row and link.cue[0] == span[0]]
                if near:
                    kept[(row, span)] = Link(row, span, near[0].tags)
    return list(kept.values())


def _syntax_losses(heads: Heads, layers: Tensor, batch: Batch, rows: Tensor) -> dict[str, Tensor]:
    syntax = heads.drop(heads.mix_syntax(layers))
    found = {}
    pos, gold, names = batch.pos[rows].flatten(), batch.heads[rows], batch.names[rows].flatten()
    if (pos != IGNORED).any():
        found["pos"] = F.cross_entropy(heads.pos(syntax).flatten(0, 1), pos, ignore_index=IGNORED)
        sentence = batch.sentence[rows]
        together = sentence[:, :, None] == sentence[:, None, :]
        arcs = heads.arcs(syntax).masked_fill(~together, -1e4)
        known = gold != IGNORED
        found["arc"] = F.cross_entropy(arcs[known], gold[known])
        where = (known & (batch.relations[rows] != IGNORED)).nonzero()
        word = heads.relation_word(syntax)[where[:, 0], where[:, 1]]
        head = heads.relation_head(syntax)[where[:, 0], gold[where[:, 0], where[:, 1]]]
        found["relation"] = F.cross_entropy(
            heads.relation(heads.drop(torch.relu(word + head))), batch.relations[rows][where[:, 0], where[:, 1]]
        )
    if (names != IGNORED).any():
        found["names"] = F.cross_entropy(heads.names(syntax).flatten(0, 1), names, ignore_index=IGNORED)
    return found


def _vector_losses(heads: Heads, mixed: Tensor, batch: Batch, teacher: Tensor) -> dict[str, Tensor]:
    sums = F.pad(mixed.cumsum(1), (0, 0, 1, 0))

    def pooled(places: list[tuple[int, tuple[int, int]]]) -> Tensor:
        windows, starts, ends = (torch.tensor(part) for part in zip(*((k, a, b) for k, (a, b) in places), strict=True))
        mean = (sums[windows, ends] - sums[windows, starts]) / (ends - starts)[:, None]
        return F.normalize(heads.vector(mean), dim=1)

    own = pooled([(k, span) for k, span, _ in batch.targets])
    goal = F.normalize(teacher[torch.tensor([target for _, _, target in batch.targets])].float(), dim=1)
    spread = ((own @ own.t() - goal @ goal.t()) ** 2).mean()
    found = {"vector": (1 - (own * goal).sum(1)).mean() + 5 * spread}
    if batch.pairs:
        left, right = (pooled([pair[side] for pair in batch.pairs]) for side in (0, 1))  # type: ignore[misc]
        same = torch.tensor([pair[2] for pair in batch.pairs])
        found["pairs"] = F.binary_cross_entropy_with_logits((left * right).sum(1) * heads.scale + heads.shift, same)
    return found
