"""What befell those who are counted: killed is not injured, charged is not arrested."""

from __future__ import annotations

import re
from typing import Final

from crosswire.language.lexicon import in_order, sections

#: A happening and every form in which English news tells that it befell somebody, or that somebody did it.
SCOPES: Final = {scope: "|".join(forms) for scope, forms in sections("befallen.txt").items()}
_EACH: Final = {scope: re.compile(rf"\b(?:{forms})\b", re.IGNORECASE) for scope, forms in SCOPES.items()}
_BREAK: Final = re.compile(
    r"[;:.!?]\s|,\s|\s(?:and(?!\s(?:killed|wounded|injured)\b)|but|while|whereas|including|with|after|before|when|who|that|as|in|from|at)\s|\n",
    re.IGNORECASE,
)
#: What may stand between those who are counted and what befell them: ", including two children, were".
_ASIDE: Final = re.compile(r"^,[^,.;]{1,60},(?=\s(?:were|was|have|has|had|are|is)\b)|^\s\((?:[^()]{1,60})\)")


#: How those who are counted fare, told behind them.
_CONDITION: Final = re.compile(
    r"(?:\s(?:of\sthem|are|were|is|was|who|people|victims?|others?|remain(?:s|ed)?|still|listed|reported|hospitali[sz]ed|"
    r"now|both|all)){0,5}(?:\sin)?\s(critical|critically|serious|stable|fair)\b(?:\s(?:but\s\w+\s)?condition|\s(?:injured|"
    r"wounded|hurt)|(?=[,.;]|\sand\b))",
    re.IGNORECASE,
)


#: Between what is counted and a number told alone: "the number of injured stands at 40".
_LEVEL: Final = re.compile(
    rf"\s(?:now\s)?(?:{'|'.join(in_order('levels', 'counted.txt'))})(?:\s(?:at|to|as))?(?:\s\w+ly)?\s$", re.IGNORECASE
)


#: Those who do it, and do not suffer it.
_SHOOTING: Final = re.compile(
    r"\s(?:of\s\w+\s)?(?:who\s)?(?:(?:were|was|are|is|been|began|begun|started)\s(?:\w+ly\s)?(?:shooting|firing)|opened\sfire)\b",
    re.IGNORECASE,
)


def scope_at(text: str, start: int, end: int, left: int, right: int) -> str | None:
    """Returns what befell what is counted at text[start:end], None where nothing near tells it.

    The nearest telling word wins; one after the number in its own stretch of the clause goes before one in front of it.

    Args:
        text: the report's text.
        start: where the number with its modifiers starts.
        end: where its counted noun ends.
        left: where the clause or sentence starts.
        right: where it ends.
    """
    if condition := _CONDITION.match(text, end, right):
        return {"critically": "critical"}.get(condition[1].lower(), condition[1].lower())
    if _SHOOTING.match(text, end, right):
        return "fire"
    after = _stretch_after(text, end, right)
    before = _stretch_before(text, start, left)
    best: tuple[float, str] | None = None
    noun = text[start:end]
    for scope, pattern in _EACH.items():
        if (told := pattern.search(noun)) and scope in ("kill", "injure", "fire", "miss"):
            best = _nearer(best, 0.0 + (len(noun) - told.end()) / 1000, scope)
        if told := pattern.search(after):
            best = _nearer(best, told.start() + 1.0, scope)
        for told in pattern.finditer(before):
            best = _nearer(best, (len(before) - told.end()) + 2.5, scope)
    return best[1] if best else None


def _nearer(best: tuple[float, str] | None, distance: float, scope: str) -> tuple[float, str]:
    return (distance, scope) if best is None or distance < best[0] else best


def _stretch_after(text: str, end: int, right: int) -> str:
    aside = _ASIDE.match(text[end:right])
    end += aside.end() if aside else 0
    stretch = text[end : min(right, end + 60)]
    found = _BREAK.search(stretch)
    return stretch[: found.start()] if found else stretch


def _stretch_before(text: str, start: int, left: int) -> str:
    if level := _LEVEL.search(text, max(left, start - 40), start):
        start = level.start()
    stretch = text[max(left, start - 40) : start]
    cut = 0
    for found in _BREAK.finditer(stretch):
        cut = found.end()
    return stretch[cut:]
