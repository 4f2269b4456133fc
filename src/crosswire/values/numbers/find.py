"""Numbers told, with what is counted and what befell it.

Years, dates, clock times, addresses, telephone numbers, road and flight numbers are not quantities and are kept out.
"""

from __future__ import annotations

import re
from typing import Literal

from crosswire.model import Quantity, Report, Span, Time
from crosswire.values.numbers.hedges import Number, widened
from crosswire.values.numbers.kinds import ages, length, ordinals
from crosswire.values.numbers.labels import is_bare_year, is_label, is_pronoun, spans_apart
from crosswire.values.numbers.scope import scope_at
from crosswire.values.numbers.units import unit_after
from crosswire.values.numbers.words import (
    CURRENCY,
    DURATIONS,
    MEASURES,
    MONEY_UNITS,
    NUMBER,
    PERCENT,
    value_of,
)

Kind = Literal["count", "age", "money", "percent", "ordinal", "measure", "duration", "score"]

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
    taken = [q.span for q in other] + spans_apart(text, sentence)
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


def _numbers(text: str, sentence: Span) -> list[Number]:
    told: list[Number] = []
    for found in NUMBER.finditer(text, sentence.start, sentence.end):
        start, end = found.span()
        bounds = value_of(found)
        if bounds is None or is_label(text, sentence, found) or is_pronoun(text, sentence, found):
            continue
        while text[start].isspace():
            start += 1
        exact = not (found["vague"] or found["half"]) or (bounds[0] == bounds[1] and not found["half"])
        told.append(
            widened(
                text,
                sentence,
                Number(
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


def _ranges(text: str, told: list[Number]) -> list[Number]:
    """Joins the ends of a range: "between 10 and 15", "10 to 15", "10-15", "two, possibly three,"."""
    joined: list[Number] = []
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
                joined[-1] = Number(
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


def _quantity(text: str, sentence: Span, told: Number, times: list[Time]) -> Quantity | None:
    during = next((t for t in times if t.span.start < told.end and told.start < t.span.end), None)
    if during is not None and (told.share or not during.value.startswith("P")):
        return None
    unit, end = unit_after(text, told.end, sentence.end, plural=told.high > 1)
    if scaled := _SCALED.match(text, told.end, sentence.end):
        unit, end = _SCALES[scaled[0].replace("-", " ").split()[-1].strip("°").lower()[:1]], scaled.end()
    if unit is None and (compound := _COMPOUND.match(text, told.end, sentence.end)):
        unit, end = compound[1].lower(), compound.end()
    kind: Kind = "duration" if during is not None or unit in DURATIONS else _kind(told, unit)
    if kind == "count" and told.exact and is_bare_year(text, told, unit):
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


def _kind(told: Number, unit: str | None) -> Kind:
    if told.money or unit in MONEY_UNITS:
        return "money"
    if told.share or unit in PERCENT:
        return "percent"
    return "measure" if unit in MEASURES or unit in _SCALES.values() else "count"
