"""Numbers as their words leave them open: "about 20", "more than 30", "20 or so"."""

from __future__ import annotations

import re

from crosswire.model import Span, Struct
from crosswire.values.numbers.words import ABOUT, AT_LEAST, AT_MOST, INF, LESS, MORE

_BEFORE = re.compile(
    rf"(?:\b(?P<more>{MORE})|\b(?P<least>{AT_LEAST})|\b(?P<less>{LESS})|\b(?P<most>{AT_MOST})|\b(?P<about>{ABOUT}))"
    r"\s(?:the\s|a\s|an\s)?$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?P<about>\sor\sso\b|-some(?:thing)?\b|-odd\b)|(?P<more>\sor\smore\b|\splus\b|-plus\b|\+)", re.IGNORECASE
)


class Number(Struct, frozen=True):
    """A number as told, before it is known what it counts."""

    start: int
    end: int
    low: float
    high: float
    exact: bool
    money: str | None = None
    share: bool = False
    plain: float | None = None


def widened(text: str, sentence: Span, told: Number) -> Number:
    """Returns the number with the words that make it vague: "about 20", "more than 30", "20 or so"."""
    before = _BEFORE.search(text, max(sentence.start, told.start - 28), told.start)
    after = _AFTER.match(text, told.end, sentence.end)
    start = before.start() if before else told.start
    end = after.end() if after else told.end
    low, high = told.low, told.high
    step = 1.0 if low == int(low) and low < 1e4 else 0.0
    if (before and before["more"]) or (after and after["more"]):
        low, high = low + (step if before else 0.0), _ceiling(low)
    elif before and before["least"]:
        low, high = (low, INF) if "many" not in before["least"].lower() else (low, max(high, low * 1.0))
    elif before and before["less"]:
        low, high = 0.0, high - step
    elif before and before["most"]:
        low, high = 0.0, high
    elif before or after:
        low, high = low * 0.85, high * 1.15
    widened = bool(before or after)
    return Number(
        start=start, end=end, low=low, high=high, exact=told.exact and not widened, money=told.money, share=told.share,
        plain=told.low if told.exact else None,
    )  # fmt: skip


def _ceiling(low: float) -> float:
    """How far "more than" such a number goes: no bound for a round one; one told to the unit was counted, and
    holds for now."""
    return INF if low < 20 or low % 10 == 0 else low * 1.1
