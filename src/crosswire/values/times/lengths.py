"""Lengths of time as ISO 8601 writes them: "P3M", "PT90M"; vague ones ("PXD") have no length."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_ISO: Final = re.compile(r"P(?P<time>T?)(?P<count>\d+)(?P<unit>DE|CE|WE|[SMHDWQY])")
_UNITS: Final = {
    "TS": ("seconds", 1), "TM": ("seconds", 60), "TH": ("seconds", 3600), "D": ("seconds", 86_400),
    "W": ("seconds", 604_800), "WE": ("weekends", 1), "M": ("months", 1), "Q": ("months", 3), "Y": ("months", 12),
    "DE": ("months", 120), "CE": ("months", 1200),
}  # fmt: skip


class Length(NamedTuple):
    """So many seconds or months: a month has no number of seconds."""

    unit: str
    number: int


def length(value: str) -> Length | None:
    """Returns the length that an ISO 8601 duration tells, None where it tells none: two decades are twenty years."""
    found = _ISO.fullmatch(value)
    if found is None:
        return None
    unit, size = _UNITS[found["time"] + found["unit"]]
    return Length(unit, int(found["count"]) * size)
