"""The templates of the desk: those of the one-file page and its own, in one environment."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from crosswire.show.page import environment
from crosswire.show.visible import one_line

if TYPE_CHECKING:
    from jinja2 import Environment


@lru_cache(maxsize=1)
def looks() -> Environment:
    """Returns the templates; every text is escaped, and what steers a line is made visible."""
    from jinja2 import ChoiceLoader, PackageLoader

    shared = environment()
    made = shared.overlay(loader=ChoiceLoader([PackageLoader("crosswire.web", "templates"), shared.loader]))  # type: ignore[list-item]
    made.filters = {**shared.filters, "segment": segment, "moment": moment}
    made.globals = {**shared.globals, "source": source, "address": address}
    return made


def segment(name: str) -> str:
    """Returns a name as one piece of an address."""
    return quote(name, safe="")


def address(path: str, **told: object) -> str:
    """Returns an address with what of `told` says anything."""
    kept = {key: value for key, value in told.items() if value not in (None, "", False)}
    return path + (f"?{urlencode(kept)}" if kept else "")


def source(report: str, start: int, end: int) -> str:
    """Returns the address of words in their report."""
    return f"/reports/{segment(report)}?start={start}&end={end}#words"


def moment(told: str | None) -> str:
    """Returns a time of the desk as one reads it: "2031-05-10 12:04"; it is in UTC."""
    return one_line(told or "")[:16].replace("T", " ")
