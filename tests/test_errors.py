"""The tree of errors: every message says what failed, which, why and what is allowed."""

from __future__ import annotations

import ast
import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import crosswire
from crosswire.errors import CrosswireError

SOURCE = Path(__file__).parent.parent / "src" / "crosswire"


def tree(top: type[CrosswireError]) -> Iterator[type[CrosswireError]]:
    """The class itself and everything below it."""
    yield top
    for below in top.__subclasses__():
        yield from tree(below)


def every_error() -> list[type[CrosswireError]]:
    for module in pkgutil.walk_packages(crosswire.__path__, "crosswire."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    return list(tree(CrosswireError))


ERRORS = every_error()


def test_the_tree_is_walked() -> None:
    assert {error.__name__ for error in ERRORS} >= {"ReadError", "AddressError", "NothingReadError", "OutputError"}


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: error.__name__)
def test_a_message_says_what_failed_which_why_and_what_is_allowed(error: type[CrosswireError]) -> None:
    told = error("mirra.txt", "it is empty", "a text of at least one word")
    assert str(told) == f"{error.what}: mirra.txt: it is empty (allowed: a text of at least one word)"
    assert (told.which, told.why, told.allowed) == ("mirra.txt", "it is empty", "a text of at least one word")
    assert str(error("mirra.txt", "it is empty")) == f"{error.what}: mirra.txt: it is empty"


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: error.__name__)
def test_each_error_has_words_of_its_own(error: type[CrosswireError]) -> None:
    assert error.__module__ == "crosswire.errors", "one tree, one file"
    assert error.__doc__
    assert error.what == error.what.strip()
    assert error.what[0].islower()
    assert [other.what for other in ERRORS].count(error.what) == 1


def raised(path: Path) -> Iterator[tuple[int, str]]:
    """Line and name of everything that a file raises by name."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call) and isinstance(node.exc.func, ast.Name):
            yield node.lineno, node.exc.func.id


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("*.py")), ids=lambda path: str(path.relative_to(SOURCE)))
def test_no_bare_errors_are_raised(path: Path) -> None:
    bare = [f"{path.name}:{line}: {name}" for line, name in raised(path) if name in ("Exception", "RuntimeError")]
    assert not bare
