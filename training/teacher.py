"""The base encoder's own sentence vectors, which the vector head learns to give from a report's context."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from crosswire.language.words import Span
from training.batches import Encoded
from training.network import Network

_CUT = re.compile(r"[,;:–—]|\b(?:that|and|but|because|after|before|if|while|who|which|when|as)\b")


def clause_spans(encoded: Encoded, rng: random.Random) -> list[Span]:
    """Every sentence of five words or more, and from every second longer one a part that begins at a joint."""
    spans = []
    document = encoded.document
    for start, end in document.sentences:
        if not 5 <= end - start <= 120:
            continue
        spans.append((start, end))
        joints = [i for i in range(start + 4, end - 4) if _CUT.fullmatch(document.text[slice(*document.words[i])])]
        if joints and rng.random() < 0.6:
            joint = rng.choice(joints)
            spans.append(
                (start, joint)
                if rng.random() < 0.5
                else (joint + (document.words[joint][1] - document.words[joint][0] == 1), end)
            )
    return spans


class Teacher:
    """Mean-pooled, normalised vectors of the untouched base encoder, in bfloat16."""

    def __init__(self, base: Path) -> None:
        self.network = Network(1)
        self.network.load_base(base)
        for table in (self.network.embedding.shape, self.network.embedding.quote, self.network.embedding.line):
            torch.nn.init.zeros_(table.weight)
        self.network.bfloat16().eval()

    @torch.no_grad()  # type: ignore[untyped-decorator]
    def vectors(self, texts: Sequence[Sequence[int]]) -> NDArray[np.float16]:
        """One vector for each sequence of pieces."""
        order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
        out = np.zeros((len(texts), 384), dtype=np.float16)
        for at in range(0, len(order), 64):
            chosen = order[at : at + 64]
            length = min(max(len(texts[i]) for i in chosen) + 2, 256)
            ids = torch.zeros(len(chosen), length, dtype=torch.long)
            mask = torch.zeros(len(chosen), length)
            for row, i in enumerate(chosen):
                pieces = [101, *texts[i][: length - 2], 102]
                ids[row, : len(pieces)] = torch.tensor(pieces)
                mask[row, : len(pieces)] = 1
            none = torch.zeros_like(ids)
            x = self.network.embedding(ids, none, none, none)
            hidden = self.network.encoder(x, ((1 - mask)[:, None, None] * -1e4).bfloat16())[-1].float()
            mean = (hidden * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
            out[chosen] = torch.nn.functional.normalize(mean, dim=1).half().numpy()
        return out


def add_targets(sets: Sequence[Sequence[Encoded]], base: Path, store: Path, seed: int) -> NDArray[np.float16]:
    """Sets every document's targets; the teacher's vectors are kept in a file between runs."""
    rng = random.Random(seed)
    texts: list[list[int]] = []
    for documents in sets:
        for encoded in documents:
            for span in clause_spans(encoded, rng):
                encoded.targets.append((span, len(texts)))
                texts.append([piece for word in encoded.pieces[slice(*span)] for piece in word])
    if store.exists():
        known: NDArray[np.float16] = np.load(store)
        if len(known) == len(texts):
            return known
    vectors: NDArray[np.float16] = Teacher(base).vectors(texts)
    np.save(store, vectors)
    return vectors
