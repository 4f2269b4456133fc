"""Who may import whom, and what is not imported before it is needed."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "crosswire"
STAGES = ("read", "clean", "annotate", "group", "align", "judge", "show", "quotes", "register")
BASE = ("model", "errors", "settings", "weblinks")
READERS = ("annotate", "align", "judge")  # the stages that may ask a trained reader
# model, errors → language, inference → values → stages → export, pipeline → store, run → watch → cli, web;
# each may import what stands before it.
MAY_IMPORT = {
    "model": (),
    "errors": (),
    "settings": ("errors",),
    "weblinks": ("model",),
    "inference": (*BASE, "language", "inference"),
    "language": (*BASE, "language"),
    "values": (*BASE, "language", "values"),
    **{stage: (*BASE, "language", "values", stage) for stage in STAGES},
    **{stage: (*BASE, "language", "inference", "values", stage) for stage in READERS},
    "export": (*BASE, "show", "export"),
    "pipeline": (*BASE, *STAGES),
    "store": (*BASE, *STAGES, "export", "pipeline", "store"),
    "run": (*BASE, *STAGES, "pipeline", "run"),
    "watch": (*BASE, "read", "store", "watch"),
    "cli": (*BASE, *STAGES, "export", "pipeline", "store", "watch", "run", "cli", "mcp", "web", "crosswire"),
    "mcp": (*BASE, *STAGES, "pipeline", "store", "run", "mcp", "crosswire"),
    "web": (*BASE, *STAGES, "export", "pipeline", "store", "run", "watch", "web", "crosswire"),
    "crosswire": (*BASE, *STAGES, "pipeline", "store", "run"),
}
# The folders of judge: each may import those before it, and none the modules beside the folders, which import them all.
JUDGE = ("sides", "numbers", "places", "times", "values", "people", "events", "sayings", "questions", "ledger")
# A notebook shows a story as its page: the one step back, taken only when `Story._repr_html_` is called.
EXCEPTIONS = {("model", "show")}
NETWORK = {"socket", "ssl", "http", "urllib", "ftplib", "smtplib", "asyncio", "requests", "httpx", "urllib3", "aiohttp"}
HARMLESS = {"urllib.parse"}
CLOCKS = {("datetime", "now"), ("datetime", "utcnow"), ("datetime", "today"), ("date", "today")}
HEAVY = (
    "numpy",
    "scipy",
    "openvino",
    "tokenizers",
    "trafilatura",
    "lxml",
    "dateparser",
    "nupunkt",
    "jinja2",
    "msgspec",
    "starlette",
    "uvicorn",
)
REPORTERS = {"openvino_telemetry", "posthog", "sentry_sdk", "analytics", "segment", "mixpanel"}
LIGHT_COMMANDS = (["-c", "import crosswire"], ["-m", "crosswire.cli", "--help"], ["-m", "crosswire.cli", "--version"])

LONG = {"model.py": 700, "schema.py": 360}  # the words of every stage, and the tables of a desk, each in one place

FILES = sorted(path for path in SOURCE.rglob("*.py"))


def part(path: Path) -> str:
    """The part of crosswire that a file belongs to: its folder, or its name when it lies at the top."""
    inside = path.relative_to(SOURCE).parts
    return inside[0] if len(inside) > 1 else inside[0].removesuffix(".py").replace("__init__", "crosswire")


def imported(path: Path) -> Iterator[str]:
    """Every module that a file imports, at its top or inside a function, by its full name."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def part_of(module: str) -> str | None:
    """The part of crosswire that a module's name belongs to; None for other packages."""
    names = module.split(".")
    if names[0] != "crosswire":
        return None
    return names[1] if len(names) > 1 and names[1] in MAY_IMPORT else "crosswire"


def test_there_is_something_to_check() -> None:
    assert {part(path) for path in FILES} >= {"model", "errors", "pipeline", "crosswire", "cli", *STAGES}


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_imports_go_one_way(path: Path) -> None:
    allowed = MAY_IMPORT[part(path)]
    for module in imported(path):
        other = part_of(module)
        if other is not None and (part(path), other) not in EXCEPTIONS:
            assert other in allowed, f"{part(path)} may not import {module}"


def test_every_folder_of_judge_has_its_place() -> None:
    assert {path.parent.name for path in (SOURCE / "judge").glob("*/*.py")} == set(JUDGE)


@pytest.mark.parametrize(
    "path", sorted((SOURCE / "judge").glob("*/*.py")), ids=lambda path: str(path.relative_to(SOURCE))
)
def test_the_folders_of_judge_import_one_way(path: Path) -> None:
    own = path.parent.name
    for module in imported(path):
        names = module.split(".")
        if names[:2] == ["crosswire", "judge"]:
            assert names[2] in JUDGE[: JUDGE.index(own) + 1], f"judge/{own} may not import {module}"


@pytest.mark.parametrize(
    "path", [p for p in FILES if part(p) in (*STAGES, "export")], ids=lambda p: str(p.relative_to(SOURCE))
)
def test_a_stage_has_no_clock_and_no_network(path: Path) -> None:
    for module in imported(path):
        if part(path) != "read" and module not in HARMLESS and not module.startswith("urllib.parse"):
            assert module.split(".")[0] not in NETWORK, f"{module}: only read may use the network"
        if part(path) != "read":
            assert module.split(".")[0] != "time", f"{module}: a stage has no clock"
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            assert (node.value.id, node.attr) not in CLOCKS, f"{path.name}:{node.lineno}: a stage has no clock"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_files_read_well(path: Path) -> None:
    assert path.stem not in ("utils", "helpers", "common_utils", "misc"), "name a file after its concern"
    assert len(path.read_text("utf-8").splitlines()) <= LONG.get(path.name, 300)


def loaded(command: list[str]) -> set[str]:
    """The modules that a fresh interpreter has loaded after `command`."""
    told = subprocess.run([sys.executable, "-X", "importtime", *command], capture_output=True, text=True, check=True)
    return {line.rsplit("|", 1)[1].strip() for line in told.stderr.splitlines() if line.startswith("import time:")}


@pytest.mark.parametrize("command", LIGHT_COMMANDS, ids=lambda command: command[-1])
def test_nothing_heavy_is_imported_before_it_is_needed(command: list[str]) -> None:
    modules = loaded(command)
    assert "crosswire" in modules
    assert not {module.split(".")[0] for module in modules} & set(HEAVY)


def test_values_need_no_neural_runtime() -> None:
    rooms = [
        f"crosswire.values.{room}.{part}"
        for room in ("names", "numbers", "places", "times")
        for part in ("find", "relate")
    ]
    modules = loaded(["-c", f"import {', '.join(rooms)}"])
    assert set(rooms) <= modules
    assert not {module.split(".")[0] for module in modules} & {"openvino", "tokenizers", "scipy", "nupunkt"}
    assert not any(module.startswith(("crosswire.annotate", "crosswire.judge")) for module in modules)


def test_no_telemetry_is_loaded_by_a_comparison(tmp_path: Path) -> None:
    for name, day in (("00", "Monday"), ("01", "Tuesday")):
        (tmp_path / f"{name}.txt").write_text(f"The strait of Mirra was closed on {day}, the harbour master said.")
    program = "import sys, crosswire; crosswire.compare([sys.argv[1]]); print(*sys.modules)"
    told = subprocess.run([sys.executable, "-c", program, str(tmp_path)], capture_output=True, text=True, check=True)
    modules = set(told.stdout.split())
    assert {"crosswire.pipeline", "crosswire.judge"} <= modules
    assert not {module.split(".")[0] for module in modules} & REPORTERS
