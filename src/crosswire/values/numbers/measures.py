"""Units: the singular of what is counted, and measures and lengths of time brought to one unit."""

from __future__ import annotations

from typing import Final

_IRREGULAR: Final = {
    "people": "person", "persons": "person", "men": "man", "women": "woman", "children": "child", "wives": "wife",
    "lives": "life",
    "feet": "foot", "cops": "officer", "bodies": "body", "policemen": "policeman", "gunmen": "gunman",
    "troops": "troop",
}  # fmt: skip
#: Units by what they measure, each with how many of the first of its line it holds.
_MEASURES: Final[dict[str, dict[str, float]]] = {
    "length": {
        "metre": 1, "meter": 1, "kilometre": 1000, "kilometer": 1000, "km": 1000, "mile": 1609.344, "mi": 1609.344,
        "yard": 0.9144, "foot": 0.3048, "inch": 0.0254, "centimetre": 0.01, "centimeter": 0.01, "cm": 0.01, "mm": 0.001,
        "millimetre": 0.001, "millimeter": 0.001,
    },
    "weight": {
        "kilogram": 1, "kg": 1, "gram": 0.001, "tonne": 1000, "ton": 1000, "pound": 0.45359, "ounce": 0.02835,
    },
    "area": {"hectare": 1, "acre": 0.404686},
    "volume": {"litre": 1, "liter": 1, "gallon": 3.78541, "barrel": 158.987},
    "speed": {"kph": 1, "km/h": 1, "mph": 1.609344},
    "power": {"watt": 1, "kilowatt": 1e3, "megawatt": 1e6, "gigawatt": 1e9},
    "temperature": {"°c": 1, "°f": 1},
}  # fmt: skip
_DIMENSIONS: Final = {unit: (kind, size) for kind, units in _MEASURES.items() for unit, size in units.items()}
_SECONDS: Final = {
    "second": 1, "minute": 60, "hour": 3600, "day": 86400, "night": 86400, "week": 604800, "fortnight": 1209600,
    "month": 2_629_800, "year": 31_557_600, "decade": 315_576_000, "century": 3_155_760_000,
}  # fmt: skip
_CURRENCIES: Final = {"rouble": "ruble", "kronor": "krone"}


def singular(unit: str) -> str:
    """Returns the singular of a counted noun, so that "one person" and "two people" meet."""
    if unit in _IRREGULAR:
        return _IRREGULAR[unit]
    if unit.endswith("men") and len(unit) > 4:
        return unit[:-2] + "an"
    if unit.endswith("ies") and len(unit) > 4:
        return unit[:-3] + "y"
    if unit.endswith(("sses", "shes", "ches", "xes")):
        return unit[:-2]
    return unit[:-1] if unit.endswith("s") and not unit.endswith(("ss", "us", "is")) and len(unit) > 3 else unit


def seconds(unit: str | None) -> float | None:
    """Returns the length of a unit of time in seconds, None for anything else."""
    return _SECONDS.get(singular(unit)) if unit else None


def currency(unit: str | None) -> str | None:
    """Returns the name of a currency in the singular and in one spelling, None where none is told."""
    return _CURRENCIES.get(singular(unit), singular(unit)) if unit else None


def measured(value: float, unit: str | None) -> tuple[str, float] | None:
    """Returns what a unit measures and the value in one unit of its kind; None for a unit that is not known.

    Degrees Fahrenheit are given in Celsius, everything else in the first unit of its kind (metre, kilogram, hectare).
    """
    known = _DIMENSIONS.get(singular(unit)) or _DIMENSIONS.get(unit) if unit else None
    if known is None:
        return None
    return known[0], (value - 32) / 1.8 if unit == "°f" else value * known[1]
