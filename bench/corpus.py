"""Where the data to measure on lies: beside the clone, never in it."""

from __future__ import annotations

import hashlib
import importlib.util
import sys
from pathlib import Path
from types import ModuleType

CORPUS = Path(__file__).parent.parent.parent / "shared" / "bench"


def present(*needed: str) -> bool:
    """Tells whether the corpus lies beside the clone and holds every file or folder `needed`."""
    return all((CORPUS / name).exists() for name in ("README.md", *needed))


def need(*needed: str) -> Path:
    """Returns the corpus; ends the program with status 0 and the reason when it is not there: nothing was measured."""
    if not present(*needed):
        print(f"skipped: {', '.join(needed) or 'the corpus'} does not lie at ../shared/bench beside the clone")
        sys.exit(0)
    return CORPUS


def stories() -> list[Path]:
    """Returns the folders of the labelled stories, by name."""
    return sorted(path.parent for path in (CORPUS / "stories").glob("*/gold.json"))


def scorer(name: str) -> ModuleType:
    """Returns one of the corpus's own scorers as a module, by its file's stem."""
    told = importlib.util.spec_from_file_location(name, CORPUS / f"{name}.py")
    assert told is not None
    assert told.loader is not None
    module = importlib.util.module_from_spec(told)
    told.loader.exec_module(module)
    return module


def digest(folder: str) -> str:
    """Returns the SHA-256 of every file's name and bytes under a folder of the corpus, in the order of names."""
    total = hashlib.sha256()
    top = CORPUS / folder
    for path in sorted(p for p in top.rglob("*") if p.is_file() and "__pycache__" not in p.parts):
        total.update(path.relative_to(top).as_posix().encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()
