"""What is found in a report, or in a side, once and kept while its story is judged, no longer."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from functools import wraps
from typing import Any, Final, ParamSpec, Protocol, TypeVar

from crosswire.model import Annotated, Clause, Span

P = ParamSpec("P")
S = TypeVar("S")
T = TypeVar("T")
#: By what is looked for and what it is looked for in: that thing, held so that its identity stays its own, and what was
#: found. None while no story is judged.
_KEPT: Final[ContextVar[dict[object, tuple[object, Any]] | None]] = ContextVar("kept", default=None)
#: Whether it was asked, since it was last said that it was not, how sure it is that two sides tell one thing.
_UNSURE: Final[ContextVar[bool]] = ContextVar("unsure", default=False)


class Telling(Protocol):
    """A side, for what is kept: of one passage of a report many sides are made, a point each, that differ only in how
    sure it is that they tell what the others of the point tell."""

    @property
    def piece(self) -> Annotated:
        """The report."""

    @property
    def span(self) -> Span:
        """The passage."""

    @property
    def clause(self) -> Clause | None:
        """The clause that it is."""


A = TypeVar("A", bound=Telling)


#: A span, or a value that stands at one: equal ones are one.
V = TypeVar("V")


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


def once_a_story(find: Callable[[S], T]) -> Callable[[S], T]:
    """Returns `find` so that what it found in a report or a side is given again while a story is judged; an equal
    report is another, and sides of one passage are one."""

    @wraps(find)
    def found(there: S) -> T:
        known = _KEPT.get()
        if known is None:
            return find(there)
        piece = getattr(there, "piece", None)
        key = (find, id(there)) if piece is None else (find, *_passage(there))  # type: ignore[arg-type]
        if (told := known.get(key)) is None:
            told = known[key] = (there, find(there))
        value: T = told[1]
        return value

    return found


def once_a_span(find: Callable[[A, V], T]) -> Callable[[A, V], T]:
    """Returns `find` so that what it found of a place in a side, or of a value there, is given again while a story is
    judged; it may hang on these two alone."""

    @wraps(find)
    def found(side: A, there: V) -> T:
        known = _KEPT.get()
        if known is None:
            return find(side, there)
        key = (find, *_passage(side), there)
        if (told := known.get(key)) is None:
            told = known[key] = (side, find(side, there))
        value: T = told[1]
        return value

    return found


def once_a_pair(compare: Callable[[A, A], T]) -> Callable[[A, A], T]:
    """Returns `compare` so that what it found between two passages is given again while a story is judged, wherever it
    did not hang on how sure it is that they tell one thing: many points hold the same two passages."""

    @wraps(compare)
    def found(one: A, other: A) -> T:
        known = _KEPT.get()
        if known is None:
            return compare(one, other)
        key = (compare, *_passage(one), *_passage(other))
        if (told := known.get(key)) is not None:
            value: T = told[1]
            return value
        token = _UNSURE.set(False)
        value = compare(one, other)
        asked = _UNSURE.get()
        _UNSURE.reset(token)
        if asked:
            _UNSURE.set(True)
        else:
            known[key] = ((one, other), value)
        return value

    return found


def unsure() -> None:
    """Says that what is found hangs on how sure it is that two sides tell one thing."""
    _UNSURE.set(True)


def _passage(side: Telling) -> tuple[int, int, int, int]:
    return id(side.piece), side.span.start, side.span.end, id(side.clause)
