"""What the rules about voices pass on: a statement before its voice is named, and the page they look at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from crosswire.annotate.quotations.stretches import Stretch
from crosswire.annotate.tagging.syntax import Tree
from crosswire.model import Quotation, Span


class Draft(NamedTuple):
    """A statement before its voice is named; `meant` is the noun that a source such as "who" stands for."""

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    meant: Span | None = None


class Page(NamedTuple):
    """What the rules look at: the text, its paragraphs, sentences, stretches, tree and quotations."""

    text: str
    read: Sequence[Stretch]
    blocks: Sequence[Span]
    sentences: Sequence[Span]
    tree: Tree
    quotations: Sequence[Quotation]
