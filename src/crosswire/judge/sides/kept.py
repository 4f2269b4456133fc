"""What is found in a report once and kept while its story is judged."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Final, TypeVar

from crosswire.model import Annotated

T = TypeVar("T")
_KEPT: Final = 256  # reports for which what is found is kept


class _Same:
    """A report as a key: the same one, not an equal one."""

    def __init__(self, piece: Annotated) -> None:
        self.piece = piece

    def __hash__(self) -> int:
        return id(self.piece)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.piece is other.piece


def once_a_report(find: Callable[[Annotated], T]) -> Callable[[Annotated], T]:
    """Returns `find` so that what it found in one of the last reports it was asked for is given again."""
    kept = lru_cache(maxsize=_KEPT)(lambda same: find(same.piece))

    @wraps(find)
    def found(piece: Annotated) -> T:
        return kept(_Same(piece))

    return found
