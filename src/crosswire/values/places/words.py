"""The language of place in English news: regions of countries, words that make a name a place, compass and venues."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from crosswire.language.lexicon import sections, words
from crosswire.values.places.countries import countries

#: A capitalised run that ends in one of these is a place.
ENDINGS: Final = words("endings", "places.txt")
#: A capitalised run that ends in one of these is a body of people, not a place.
BODIES: Final = words("bodies", "places.txt")
COMPASS: Final = (
    r"(?:north|south|east|west|northeast|northwest|southeast|southwest|north-east|north-west|south-east|south-west|central|"
    r"northern|southern|eastern|western|northeastern|northwestern|southeastern|southwestern|downtown|suburban|inner|upper|lower)"
)
#: What kind of spot a thing happens at, told by a common noun.
VENUES: Final = "|".join(sections("places.txt")["venues"])


#: What contains a country.
WORLD: Final = ("the world",)


@lru_cache(maxsize=1)
def known() -> dict[str, tuple[str, tuple[str, ...]]]:
    """Returns every known place by its form, as printed: its comparable name and what contains it, nearest first."""
    table: dict[str, tuple[str, tuple[str, ...]]] = {}
    told = countries()
    for form, country in told.names.items():
        table.setdefault(form, (country, WORLD))
    for form, country in told.capitals.items():
        table.setdefault(form, (form, (country,)))
    for line in sections("regions.txt")[""]:
        forms, country = (cell.strip() for cell in line.split("|"))
        first, *others = (form.strip() for form in forms.split(","))
        for form in (first, *others):
            table.setdefault(form, (first.removesuffix(" state"), (country,)))
    return table
