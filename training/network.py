"""The network: one encoder, its small heads, and the link model that is asked once for every cue."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch
import torch.nn.functional as F  # noqa: N812
from safetensors.torch import load_file
from torch import Tensor, nn

from crosswire.annotate.tagging.labels import CUE_TAGS, LINK_AFTER, LINK_BEFORE, LINK_TAGS, NAME_TAGS, UPOS, allowed
from crosswire.language.words import LINES, QUOTES, SHAPES

WIDTH, HEADS, LAYERS, INNER = 384, 12, 6, 1536
MIXED = 4  # the last layers, whose outputs the heads weigh
LINK, ARC, RELATION, VECTOR = 192, 192, 128, 384
FORBIDDEN = -1e4


class Layer(nn.Module):  # type: ignore[misc]
    """One transformer layer, its norms after its sums, as in BERT."""

    def __init__(self, width: int, heads: int, inner: int) -> None:
        super().__init__()
        self.heads = heads
        self.mixing = nn.Linear(width, 3 * width)
        self.mixed = nn.Linear(width, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.wide = nn.Linear(width, inner)
        self.narrow = nn.Linear(inner, width)
        self.last_norm = nn.LayerNorm(width, eps=1e-12)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """The next vectors; mask is added to the scores of who sees whom."""
        batch, length, width = x.shape
        query, key, value = self.mixing(x).view(batch, length, 3, self.heads, -1).permute(2, 0, 3, 1, 4)
        # Written out: on a processor torch's fused attention takes three times as long on the way back.
        seen = ((query * query.shape[-1] ** -0.5) @ key.transpose(-1, -2) + mask).softmax(-1) @ value
        x = self.norm(x + self.mixed(seen.transpose(1, 2).reshape(batch, length, width)))
        return self.last_norm(x + self.narrow(F.gelu(self.wide(x))))


class Embedding(nn.Module):  # type: ignore[misc]
    """Word pieces with their place, and what casing, quotation marks and lines tell."""

    def __init__(self) -> None:
        super().__init__()
        self.piece = nn.Embedding(30522, WIDTH)
        self.place = nn.Embedding(512, WIDTH)
        self.shape = nn.Embedding(len(SHAPES), WIDTH)
        self.quote = nn.Embedding(len(QUOTES), WIDTH)
        self.line = nn.Embedding(len(LINES), WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        for table in (self.shape, self.quote, self.line):
            nn.init.normal_(table.weight, std=0.01)

    def forward(self, ids: Tensor, shape: Tensor, quote: Tensor, line: Tensor) -> Tensor:
        """The first layer's input."""
        places = self.place.weight[: ids.shape[1]]
        return self.norm(self.piece(ids) + places + self.shape(shape) + self.quote(quote) + self.line(line))


class Encoder(nn.Module):  # type: ignore[misc]
    """The layers; gives the outputs of the last MIXED of them."""

    def __init__(self) -> None:
        super().__init__()
        self.layers = nn.ModuleList([Layer(WIDTH, HEADS, INNER) for _ in range(LAYERS)])

    def forward(self, x: Tensor, mask: Tensor) -> tuple[Tensor, ...]:
        """One output for each of the last layers."""
        outputs = []
        for layer in self.layers:
            x = layer(x, mask)
            outputs.append(x)
        return tuple(outputs[-MIXED:])


class Mix(nn.Module):  # type: ignore[misc]
    """A learned weighing of layers; it begins with the last."""

    def __init__(self) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.linspace(-1.0, 1.0, MIXED))

    def forward(self, layers: Tensor) -> Tensor:
        """The weighed sum of layers [layer, batch, word, width]."""
        return torch.einsum("k,kbwd->bwd", self.weight.softmax(0), layers)


class _Partition(torch.autograd.Function):  # type: ignore[misc]
    """log Z of a linear chain, its gradient by the forward-backward algorithm in scaled probabilities."""

    @staticmethod
    def forward(ctx: Any, scores: Tensor, moves: Tensor, first: Tensor, last: Tensor) -> Tensor:
        """One log Z for each sequence."""
        peak = scores.amax(2, keepdim=True)
        emit = (scores - peak).exp().transpose(0, 1).contiguous()
        move = moves.exp()
        alphas, sizes = [], []
        alpha = emit[0] * first.exp()
        for step in range(len(emit)):
            if step:
                alpha = (alpha @ move) * emit[step]
            size = alpha.sum(1, keepdim=True)
            alpha = alpha / size
            alphas.append(alpha)
            sizes.append(size)
        ending = (alpha * last.exp()).sum(1)
        scale = torch.stack(sizes)
        ctx.save_for_backward(emit, move, torch.stack(alphas), scale, last, ending)
        return scale.log().sum(0)[:, 0] + peak.sum((1, 2)) + ending.log()

    @staticmethod
    def backward(ctx: Any, *grads: Tensor) -> tuple[Tensor, Tensor, None, None]:
        """Marginals of tags and of pairs of tags."""
        emit, move, alphas, scale, last, ending = ctx.saved_tensors
        grad = grads[0]
        beta = (last.exp() / ending[:, None]).expand_as(alphas[0])
        betas, nexts = [beta], []
        backwards = move.t().contiguous()
        for step in range(len(emit) - 1, 0, -1):
            incoming = emit[step] * beta / scale[step]
            nexts.append(incoming)
            beta = incoming @ backwards
            betas.append(beta)
        marginal = alphas * torch.stack(betas[::-1]) * grad[None, :, None]
        pairs = torch.einsum("wni,wnj->ij", alphas[:-1] * grad[None, :, None], torch.stack(nexts[::-1])) * move
        return marginal.transpose(0, 1), pairs, None, None


class Crf(nn.Module):  # type: ignore[misc]
    """A linear chain over tags edged begin, inside, end, single; impossible sequences have no weight.

    All sequences of a batch have its full length: what is padding scores high as outside.
    """

    def __init__(self, tags: tuple[str, ...]) -> None:
        super().__init__()
        pairs, first, last = (torch.tensor(part) for part in allowed(tags))
        self.pairs = nn.Parameter(torch.zeros(len(tags), len(tags)))
        self.register_buffer("forbidden", (~pairs).float() * FORBIDDEN)
        self.register_buffer("first", (~first).float() * FORBIDDEN)
        self.register_buffer("last", (~last).float() * FORBIDDEN)

    def transitions(self) -> Tensor:
        """Scores [from, to]."""
        return self.pairs + self.forbidden

    def loss(self, scores: Tensor, tags: Tensor) -> Tensor:
        """Negative log-likelihood of each sequence."""
        moves = self.transitions()
        gold = scores.gather(2, tags[..., None])[..., 0].sum(1) + moves[tags[:, :-1], tags[:, 1:]].sum(1)
        total: Tensor = _Partition.apply(scores, moves, self.first, self.last)
        return total - gold


def outside(scores: Tensor, there: Tensor) -> Tensor:
    """Scores that say outside (tag 0) wherever no word is."""
    padding = torch.full((scores.shape[2],), FORBIDDEN)
    padding[0] = 0
    return torch.where(there[..., None] > 0, scores, padding)


class LinkModel(nn.Module):  # type: ignore[misc]
    """Given words around a cue and the cue, which of them are its source and its content."""

    def __init__(self) -> None:
        super().__init__()
        self.word = nn.Linear(LINK, LINK)
        self.cue = nn.Linear(LINK, LINK, bias=False)
        self.product = nn.Linear(LINK, LINK, bias=False)
        self.distance = nn.Embedding(LINK_BEFORE + LINK_AFTER, LINK)
        self.is_cue = nn.Embedding(2, LINK)
        self.norm = nn.LayerNorm(LINK)
        self.layer = Layer(LINK, 6, 2 * LINK)
        self.out = nn.Linear(LINK, len(LINK_TAGS))
        nn.init.normal_(self.distance.weight, std=0.02)
        nn.init.normal_(self.is_cue.weight, std=0.1)

    def forward(self, words: Tensor, cue_words: Tensor, mask: Tensor) -> Tensor:
        """words [n, BEFORE+AFTER, LINK], cue_words [n, BEFORE+AFTER] 1 inside the cue, mask [n, BEFORE+AFTER]."""
        share = cue_words / cue_words.sum(1, keepdim=True).clamp(min=1)
        cue = torch.einsum("nw,nwd->nd", share, words)[:, None]
        x = self.word(words) + self.cue(cue) + self.product(words * cue)
        x = self.norm(x + self.distance.weight + self.is_cue.weight[0] + cue_words[..., None] * self.is_cue.weight[1])
        return self.out(self.layer(x, (1 - mask)[:, None, None, :] * FORBIDDEN))


class Heads(nn.Module):  # type: ignore[misc]
    """Everything that is read off a word's vector."""

    def __init__(self, relations: int, dropout: float) -> None:
        super().__init__()
        self.mix_said, self.mix_syntax, self.mix_vector = Mix(), Mix(), Mix()
        self.drop = nn.Dropout(dropout)
        self.said = nn.Linear(WIDTH, LINK)
        self.cue = nn.Sequential(nn.Linear(WIDTH, LINK), nn.GELU(), nn.Linear(LINK, len(CUE_TAGS)))
        self.roles = nn.Linear(WIDTH, len(LINK_TAGS))
        self.pos = nn.Linear(WIDTH, len(UPOS))
        self.names = nn.Linear(WIDTH, len(NAME_TAGS))
        self.arc_word, self.arc_head = nn.Linear(WIDTH, ARC), nn.Linear(WIDTH, ARC)
        self.arc = nn.Parameter(torch.eye(ARC) / ARC**0.5)
        self.relation_word, self.relation_head = nn.Linear(WIDTH, RELATION), nn.Linear(WIDTH, RELATION)
        self.relation = nn.Linear(RELATION, relations)
        self.vector = nn.Linear(WIDTH, VECTOR)
        nn.init.eye_(self.vector.weight)
        self.scale, self.shift = nn.Parameter(torch.tensor(8.0)), nn.Parameter(torch.tensor(-5.0))
        self.cue_crf, self.link_crf = Crf(CUE_TAGS), Crf(LINK_TAGS)
        self.link = LinkModel()
        with torch.no_grad():  # most words are outside: say so from the start
            self.cue[2].bias[0] += 4
            self.link.out.bias[0] += 3
            self.link.out.weight *= 0.3

    def arcs(self, syntax: Tensor) -> Tensor:
        """Scores [batch, word, head]."""
        return self.arc_word(syntax) @ self.arc @ self.arc_head(syntax).transpose(1, 2)


class Network(nn.Module):  # type: ignore[misc]
    """All of it."""

    def __init__(self, relations: int, dropout: float = 0.0) -> None:
        super().__init__()
        self.embedding = Embedding()
        self.encoder = Encoder()
        self.heads = Heads(relations, dropout)

    def load_base(self, model: Path) -> None:
        """Takes the weights of the base encoder."""
        base = load_file(str(model / "model.safetensors"))
        names = {
            "embeddings.word_embeddings.weight": "embedding.piece.weight",
            "embeddings.LayerNorm.weight": "embedding.norm.weight",
            "embeddings.LayerNorm.bias": "embedding.norm.bias",
        }
        state = {ours: base[theirs] for theirs, ours in names.items()}
        state["embedding.place.weight"] = (
            base["embeddings.position_embeddings.weight"] + base["embeddings.token_type_embeddings.weight"][0]
        )
        parts = {
            "attention.output.dense": "mixed",
            "attention.output.LayerNorm": "norm",
            "intermediate.dense": "wide",
            "output.dense": "narrow",
            "output.LayerNorm": "last_norm",
        }
        for i in range(LAYERS):
            for kind in ("weight", "bias"):
                theirs, ours = f"encoder.layer.{i}.", f"encoder.layers.{i}."
                state[f"{ours}mixing.{kind}"] = torch.cat(
                    [base[f"{theirs}attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
                )
                for their_part, our_part in parts.items():
                    state[f"{ours}{our_part}.{kind}"] = base[f"{theirs}{their_part}.{kind}"]
        missing, unexpected = self.load_state_dict(state, strict=False)
        if unexpected or any(name.startswith("encoder") for name in missing):
            raise ValueError(f"base weights do not fit: missing {missing}, unexpected {unexpected}")


def pick_words(layers: tuple[Tensor, ...], first: Tensor, last: Tensor) -> Tensor:
    """The mean of each word's first and last piece, for every layer: [layer, batch, word, WIDTH]."""
    picked = []
    for layer in layers:
        ends = [layer.gather(1, at[..., None].expand(-1, -1, WIDTH)) for at in (first, last)]
        picked.append((ends[0] + ends[1]) * 0.5)
    return torch.stack(picked).float()
