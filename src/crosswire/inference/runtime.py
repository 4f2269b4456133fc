"""Graphs on OpenVINO: compiled once for this machine's processor, asked from any number of threads."""

from __future__ import annotations

import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from numpy.typing import NDArray

from crosswire import settings
from crosswire.inference.compiled import compiled_folder, sound

if TYPE_CHECKING:
    from openvino import CompiledModel, Core


class Session:
    """One compiled graph. Each thread asks through a request of its own, since a request that runs takes no other."""

    def __init__(self, compiled: CompiledModel) -> None:
        self._compiled = compiled
        self._of_thread = threading.local()

    def ask(self, inputs: Sequence[NDArray[Any]], *, share_outputs: bool) -> Any:
        """Returns the graph's outputs, by name or place; shared ones are good until this thread's next call."""
        request = getattr(self._of_thread, "request", None)
        if request is None:
            request = self._of_thread.request = self._compiled.create_infer_request()
        return request.infer(list(inputs), share_inputs=True, share_outputs=share_outputs)


class Runtime:
    """OpenVINO for the graphs of one model's folder."""

    def __init__(self, folder: Path, precision: str) -> None:
        self._core, self._folder = _core(), folder
        self.precision = _chosen(self._core, precision)
        self._options = {"INFERENCE_PRECISION_HINT": self.precision, "PERFORMANCE_HINT": "LATENCY"}
        self._cache = compiled_folder(folder, self.precision)

    def session(self, name: str) -> Session:
        """Returns the graph of file `name`, compiled, or taken from the cache of compiled graphs."""
        path = str(self._folder / name)
        if self._cache:
            # A cache that is full must not keep anyone from reading a report.
            with suppress(RuntimeError, OSError), sound(self._cache):
                return Session(self._core.compile_model(path, "CPU", self._options | {"CACHE_DIR": self._cache}))
        return Session(self._core.compile_model(path, "CPU", self._options))


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
