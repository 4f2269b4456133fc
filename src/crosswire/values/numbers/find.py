"""Numbers told, with what is counted and what befell it.

Years, dates, clock times, addresses, telephone numbers, road and flight numbers are not quantities and are kept out.
"""

from __future__ import annotations

import re
from typing import Literal

from crosswire.model import Quantity, Report, Span, Struct, Time
from crosswire.values.numbers.kinds import ages, length, ordinals
from crosswire.values.numbers.scope import scope_at
from crosswire.values.numbers.units import unit_after
from crosswire.values.numbers.words import (
    ABOUT,
    AT_LEAST,
    AT_MOST,
    CURRENCY,
    DURATIONS,
    INF,
    LESS,
    MEASURES,
    MONEY_UNITS,
    MORE,
    NUMBER,
    PERCENT,
    value_of,
)

Kind = Literal["count", "age", "money", "percent", "ordinal", "measure", "duration", "score"]

_BEFORE = re.compile(
    rf"(?:\b(?P<more>{MORE})|\b(?P<least>{AT_LEAST})|\b(?P<less>{LESS})|\b(?P<most>{AT_MOST})|\b(?P<about>{ABOUT}))"
    r"\s(?:the\s|a\s|an\s)?$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?P<about>\sor\sso\b|-some(?:thing)?\b|-odd\b)|(?P<more>\sor\smore\b|\splus\b|-plus\b|\+)", re.IGNORECASE
)
_LABEL = re.compile(
    r"(?:\b(?:Highway|Hwy\.?|Interstate|Route|Road|Loop|Freeway|FM|Market|Expressway|Turnpike|Flight|FOX|Fox|ABC|NBC|CBS|CW|NEWS|News|TV|Precinct|District|Pier|Studio|Force|Squad|Ladder|Medic|Battalion|Dock|Platform|Area|Tower|Hangar|Runway|Room|Unit|Article|Section|Title|Chapter|Resolution|No\.|"
    r"Number|Channel|Engine|Station|Exit|Gate|Terminal|Building|Apartment|Apt\.?|Suite|Ward|Zone|Sector|Class|Grade|Level|"
    r"Phase|Type|Boeing|Airbus|Version|Part|Act|Amendment|War|Page|U\.S\.|US|Apollo|Bill|Proposition|Rule|I|M|A|Covid|Windows)"
    r"[\s-]|[#@/]|[^\W\d]-)$"
)
_ADDRESS = re.compile(r"\s(?:block\sof\b|(?:[NSEW]\.?\s|North\s|South\s|East\s|"
    r"West\s)?(?:[A-Z]\w+\s){1,3}(?:Drive|Dr\.|Lane|Ln\.|Street|St\.|Avenue|Ave\.|Road|Rd\.|Boulevard|"
        r"Blvd\.|Highway|Court|Place|Parkway|Way)(?!\w))")  # fmt: skip
_ROAD = re.compile(r"\s(?:Freeway|Fwy\.?|Highway|Hwy\.?|Expressway|Turnpike|Loop)\b")
#: The numbers that one calls for help; nobody counts with them.
_EMERGENCY = frozenset(["911", "999", "112"])
_PHONE = re.compile(r"\(?\d{3}\)?[\s.-]\d{3}[\s.-]\d{4}|\d{3}-\d{4}")
_SCORE = re.compile(r"\b\d{1,3}\s?[-–]\s?\d{1,3}\b(?!\s?(?:year|month|day|mile|people|percent|%))")
#: What a number measures that is joined to it: "a 25-minute ride", "a two-story house".
_COMPOUND = re.compile(
    r"-(minute|hour|day|week|month|year|decade|second|night|mile|story|storey)(?:-long)?\b", re.IGNORECASE
)
_RANGE = re.compile(
    r"\s(?:to|and|or)\s|\s?[-–]\s?|(?:,|\sor|,?\sand)\s(?:possibly|perhaps|maybe)\s(?:even\s)?|,?\sif\snot\s",
    re.IGNORECASE,
)
#: Units of more than one word, by the first letter of their last one.
_SCALED = re.compile(
    r"\s?percentage[\s-]points?\b|\s?(?:°\s?|degrees?\s)(?:C|F|Celsius|Fahrenheit|centigrade)\b", re.IGNORECASE
)
_SCALES = {"p": "percentage points", "c": "°c", "f": "°f"}
#: A number right behind a number and a hyphen ends a range or is part of a date or key.
_BEHIND_ONE = re.compile(r"\d-$")


class Told(Struct, frozen=True):
    """A number as told, before it is known what it counts."""

    start: int
    end: int
    low: float
    high: float
    exact: bool
    money: str | None = None
    share: bool = False
    plain: float | None = None


def find(report: Report, sentences: tuple[Span, ...], times: tuple[Time, ...] = ()) -> tuple[Quantity, ...]:
    """Returns the numbers told in `report`, in reading order, as ranges with their unit and scope.

    Args:
        report: the report whose text is read.
        sentences: where its sentences are; nothing is looked for elsewhere.
        times: its time expressions: a number inside one is a duration or no quantity at all.

    Returns:
        Quantities that do not overlap; empty when nothing is counted.
    """
    found: list[Quantity] = []
    for sentence in sentences:
        inside = [t for t in times if t.span.overlaps(sentence)]
        found.extend(_in_sentence(report.text, sentence, inside))
    return tuple(found)


def _in_sentence(text: str, sentence: Span, times: list[Time]) -> list[Quantity]:
    other = [*ages(text, sentence), *ordinals(text, sentence, times)]
    taken = [q.span for q in other] + _apart(text, sentence)
    told = [n for n in _numbers(text, sentence) if not any(n.start < s.end and s.start < n.end for s in taken)]
    counted = [q for n in _ranges(text, told) if (q := _quantity(text, sentence, n, times))]
    lengths = [
        q for t in times if not any(t.span.overlaps(c.span) for c in counted) and (q := length(text, sentence, t))
    ]
    return _apart_from_one_another(sorted([*other, *counted, *lengths], key=lambda q: q.span.start))


def _apart_from_one_another(found: list[Quantity]) -> list[Quantity]:
    kept: list[Quantity] = []
    for quantity in found:
        if not kept or kept[-1].span.end <= quantity.span.start:
            kept.append(quantity)
    return kept


def _apart(text: str, sentence: Span) -> list[Span]:
    """Telephone numbers and results of games, which count nothing."""
    return [
        Span(start=m.start(), end=m.end())
        for pattern in (_PHONE, _SCORE)
        for m in pattern.finditer(text, sentence.start, sentence.end)
        if pattern is _PHONE or not re.match(r"\s[a-z]+s\b", text[m.end() : m.end() + 20])
    ]


def _numbers(text: str, sentence: Span) -> list[Told]:
    told: list[Told] = []
    for found in NUMBER.finditer(text, sentence.start, sentence.end):
        start, end = found.span()
        bounds = value_of(found)
        if bounds is None or _is_label(text, sentence, found) or _is_pronoun(text, sentence, found):
            continue
        while text[start].isspace():
            start += 1
        exact = not (found["vague"] or found["half"]) or (bounds[0] == bounds[1] and not found["half"])
        told.append(
            _widened(
                text,
                sentence,
                Told(
                    start=start,
                    end=end,
                    low=bounds[0],
                    high=bounds[1],
                    exact=exact,
                    money=CURRENCY.get(_symbol(found)),
                    share=bool(found["half"]),
                ),
            )
        )
    return told


def _symbol(found: re.Match[str]) -> str:
    symbol = (found["money"] or "").upper()
    return "$" if symbol.endswith("$") else symbol


def _is_label(text: str, sentence: Span, found: re.Match[str]) -> bool:
    """A road, flight, room or paragraph number, an address, or digits that are part of a word."""
    before = text[max(sentence.start, found.start() - 16) : found.start()]
    if not found["money"] and re.match(
        r"-(?!year|yr|month|week|day|hour|minute|plus|some|odd|mile|stor(?:y|ey)\b)[a-z]",
        text[found.end() : found.end() + 8],
    ):
        return True  # "a four-door car"
    if found["digits"] and (
        _LABEL.search(before)
        or (text[found.end() : found.end() + 1] == "-" and text[found.end() + 1 : found.end() + 2].isupper())
    ):
        return True
    if found["digits"] in _EMERGENCY or (found["digits"] and _ROAD.match(text, found.end(), sentence.end)):
        return True
    return bool(found["digits"] and _ADDRESS.match(text, found.end(), min(sentence.end, found.end() + 60)))


_NOT_COUNTED = re.compile(
    r"\s?(?:another\b|ages?\b|aged\b|of\b|by\sone\b|day\b|side\b|thing\b|more\sthing|that\b|who\b|which\b|is\b|should\b|can\b|could\b|would\b|might\b|must\b|has\b|in\sparticular|’s|'s)|[’']",
    re.IGNORECASE,
)
_BEFORE_PRONOUN = re.compile(
    r"\b(?:no|any|some|every|each|this|that|the|which|another|only|first|last|second)[\s-]$", re.IGNORECASE
)


def _is_pronoun(text: str, sentence: Span, found: re.Match[str]) -> bool:
    """Whether "one", "some", "few", "many", "both" is here a pronoun or a plain determiner rather than a number."""
    words = (found["words"] or found["vague"] or "").lower()
    if words in ("some", "many", "few", "both", "multiple", "numerous", "a", "an"):
        return True
    if words != "one":
        return False
    if _BEFORE_PRONOUN.search(text, max(sentence.start, found.start() - 10), found.start()):
        return True
    return bool(_NOT_COUNTED.match(text, found.end(), sentence.end))


def _widened(text: str, sentence: Span, told: Told) -> Told:
    """The number with the words that make it vague: "about 20", "more than 30", "20 or so"."""
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
    return Told(
        start=start, end=end, low=low, high=high, exact=told.exact and not widened, money=told.money, share=told.share,
        plain=told.low if told.exact else None,
    )  # fmt: skip


def _ceiling(low: float) -> float:
    """How far "more than" such a number goes: no bound for a round one; one told to the unit was counted, and
    holds for now."""
    return INF if low < 20 or low % 10 == 0 else low * 1.1


def _ranges(text: str, told: list[Told]) -> list[Told]:
    """Joins the ends of a range: "between 10 and 15", "10 to 15", "10-15", "two, possibly three,"."""
    joined: list[Told] = []
    for number in told:
        last = joined[-1] if joined else None
        if (
            last
            and last.plain is not None
            and number.exact
            and last.plain < number.low
            and (last.exact or text[last.start].isalpha())
            and (link := _RANGE.fullmatch(text[last.end : number.start]))
        ):
            between = re.search(r"\b(?:between|from)\s$", text[max(0, last.start - 9) : last.start], re.IGNORECASE)
            if link[0].strip() != "and" or between:
                joined[-1] = Told(
                    start=last.start,
                    end=number.end + (link[0].startswith(",") and text.startswith(", ", number.end)),
                    low=last.plain,
                    high=number.high,
                    exact=False,
                    money=last.money or number.money,
                )
                continue
        if not _BEHIND_ONE.search(text, max(0, number.start - 2), number.start):
            joined.append(number)
    return joined


def _quantity(text: str, sentence: Span, told: Told, times: list[Time]) -> Quantity | None:
    during = next((t for t in times if t.span.start < told.end and told.start < t.span.end), None)
    if during is not None and (told.share or not during.value.startswith("P")):
        return None
    unit, end = unit_after(text, told.end, sentence.end, plural=told.high > 1)
    if scaled := _SCALED.match(text, told.end, sentence.end):
        unit, end = _SCALES[scaled[0].replace("-", " ").split()[-1].strip("°").lower()[:1]], scaled.end()
    if unit is None and (compound := _COMPOUND.match(text, told.end, sentence.end)):
        unit, end = compound[1].lower(), compound.end()
    kind: Kind = "duration" if during is not None or unit in DURATIONS else _kind(told, unit)
    if kind == "count" and told.exact and _is_bare_year(text, told, unit):
        return None
    scope = (
        scope_at(text, told.start, end, sentence.start, sentence.end)
        if kind in ("count", "money", "duration")
        else None
    )
    if kind == "count" and unit is None and scope is None and told.low == 1:
        return None
    return Quantity(
        span=Span(start=told.start, end=max(told.end, end)), low=told.low, high=told.high, exact=told.exact,
        unit=told.money or ("%" if kind == "percent" and unit != "percentage points" else unit), scope=scope, kind=kind,
    )  # fmt: skip


def _kind(told: Told, unit: str | None) -> Kind:
    if told.money or unit in MONEY_UNITS:
        return "money"
    if told.share or unit in PERCENT:
        return "percent"
    return "measure" if unit in MEASURES or unit in _SCALES.values() else "count"


def _is_bare_year(text: str, told: Told, unit: str | None) -> bool:
    digits = text[told.start : told.end]
    return bool(re.fullmatch(r"1[5-9]\d\d|20\d\d", digits)) and (
        unit is None or text[told.end : told.end + 1] in ",;:)"
    )
