"""The tagger's two graphs on OpenVINO: one reads windows, one is asked what belongs to a cue."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray

from crosswire import settings
from crosswire.annotate.compiled import compiled_folder

if TYPE_CHECKING:
    from openvino import CompiledModel, Core

OUTPUTS: Final = ("cue", "said", "pos", "names", "arcs", "relation_word", "relation_head", "vector")

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


class Graphs:
    """Both graphs, compiled for this machine's processor."""

    def __init__(self, folder: Path, precision: str) -> None:
        core = _core()
        self.precision = _chosen(core, precision)
        options = {
            "INFERENCE_PRECISION_HINT": self.precision,
            "PERFORMANCE_HINT": "LATENCY",
            "CACHE_DIR": compiled_folder(folder),
        }
        if not options["CACHE_DIR"]:
            del options["CACHE_DIR"]
        self._reading = _compiled(core, folder / "reading.xml", options)
        self._link = _compiled(core, folder / "link.xml", options)

    def read(self, inputs: tuple[Ints, ...]) -> dict[str, Floats]:
        """Every head's scores over the words of a batch of windows; good until the next call."""
        found = self._reading(list(inputs), share_inputs=True, share_outputs=True)
        return {name: found[name] for name in OUTPUTS}

    def link(self, words: Floats, cue: Floats, there: Floats) -> Floats:
        """Scores of tags for the words around each cue."""
        found: Floats = self._link([words, cue, there], share_inputs=True, share_outputs=False)[0]
        return found


def _core() -> Core:
    # OpenVINO's conversion tools report their use through this package where it is installed; nothing here converts.
    hidden = "openvino_telemetry" not in sys.modules
    if hidden:
        sys.modules["openvino_telemetry"] = None  # type: ignore[assignment]
    try:
        from openvino import Core
    finally:
        if hidden:
            del sys.modules["openvino_telemetry"]
    return Core()


def _chosen(core: Core, precision: str) -> str:
    wanted = settings.precision() if precision == "auto" else precision
    if wanted not in settings.PRECISIONS:
        raise ValueError(f"precision not known: {wanted!r}: allowed are {', '.join(settings.PRECISIONS)}")
    able = "BF16" in core.get_property("CPU", "OPTIMIZATION_CAPABILITIES")
    return "bf16" if able and wanted != "f32" else "f32"


def _compiled(core: Core, path: Path, options: dict[str, Any]) -> CompiledModel:
    try:
        return core.compile_model(str(path), "CPU", options)
    except RuntimeError:
        # A cache that is full or damaged must not keep anyone from reading a report.
        if "CACHE_DIR" not in options:
            raise
        return core.compile_model(str(path), "CPU", {k: v for k, v in options.items() if k != "CACHE_DIR"})
