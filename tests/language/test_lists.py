"""Word lists live in language: none stands in the code of a stage, and none stands twice."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from crosswire.language.lexicon import sections

SOURCE = Path(__file__).parents[2] / "src" / "crosswire"
ROOMS = ("align", "annotate", "clean", "group", "judge", "values", "show")
FILES = [path for room in ROOMS for path in sorted((SOURCE / room).rglob("*.py"))]
LISTS = sorted(path.name for path in files("crosswire.language").joinpath("data").iterdir() if path.name[-4:] == ".txt")
#: So many plain words in a row are a list.
MANY = 8
_WORD = re.compile(r"[a-z][a-z'’.-]*$")


def lists_in(code: str) -> Iterator[int]:
    """The lines of `code` at which a text of more than MANY lower-case words is split into a list."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Attribute) and node.attr == "split" and isinstance(node.value, ast.Constant):
            words = str(node.value.value).split()
            if len(words) > MANY and all(_WORD.match(word) for word in words):
                yield node.lineno


def test_a_list_is_noticed() -> None:
    assert list(lists_in('A = frozenset("a b c d e f g h i".split())')) == [1]
    assert not list(lists_in('A = "a b c".split()'))


@pytest.mark.parametrize(
    "path",
    [p for room in ROOMS for p in sorted((SOURCE / room).rglob("*.py"))],
    ids=lambda p: str(p.relative_to(SOURCE)),
)
def test_no_text_of_words_is_split_in_a_stage(path: Path) -> None:
    assert not list(lists_in(path.read_text("utf-8"))), "a list of words belongs into language/data"


def test_no_list_stands_twice() -> None:
    seen: dict[frozenset[str], str] = {}
    for name in LISTS:
        for heading, lines in sections(name).items():
            words = frozenset(word for line in lines for word in line.split())
            here = f"{name} [{heading}]"
            if len(words) > MANY:
                assert words not in seen, f"{here} is {seen[words]} again"
                seen[words] = here
