"""What is found in a report once and kept while its story is judged, no longer."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from functools import wraps
from typing import Any, Final, ParamSpec, TypeVar

from crosswire.model import Annotated

P = ParamSpec("P")
T = TypeVar("T")
#: By what is looked for and the report it is looked for in: the report, held so that its identity stays its own, and
#: what was found. None while no story is judged.
_KEPT: Final[ContextVar[dict[tuple[object, int], tuple[Annotated, Any]] | None]] = ContextVar("kept", default=None)


def keeping(work: Callable[P, T]) -> Callable[P, T]:
    """Returns `work` so that what is found in a report while it lasts is found once, and is let go when it ends."""

    @wraps(work)
    def kept(*args: P.args, **kwargs: P.kwargs) -> T:
        if _KEPT.get() is not None:
            return work(*args, **kwargs)
        token = _KEPT.set({})
        try:
            return work(*args, **kwargs)
        finally:
            _KEPT.reset(token)

    return kept


def once_a_report(find: Callable[[Annotated], T]) -> Callable[[Annotated], T]:
    """Returns `find` so that what it found in a report is given again while a story is judged; an equal report is
    another."""

    @wraps(find)
    def found(piece: Annotated) -> T:
        known = _KEPT.get()
        if known is None:
            return find(piece)
        if (told := known.get((find, id(piece)))) is None:
            told = known[find, id(piece)] = (piece, find(piece))
        value: T = told[1]
        return value

    return found
