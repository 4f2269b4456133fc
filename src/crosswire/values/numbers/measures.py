"""Units: the singular of what is counted, and measures and lengths of time brought to one unit."""

from __future__ import annotations

from typing import Final

from crosswire.language.lexicon import table

_IRREGULAR: Final = table("singulars", "units.txt")
#: What is measured, in the first unit of its list in the file.
_MEASURED: Final = ("length", "weight", "area", "volume", "speed", "power", "temperature")
_DIMENSIONS: Final = {
    unit: (kind, float(size)) for kind in _MEASURED for unit, size in table(kind, "units.txt").items()
}
_SECONDS: Final = {unit: float(size) for unit, size in table("time", "units.txt").items()}
_CURRENCIES: Final = table("currencies", "units.txt")


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
