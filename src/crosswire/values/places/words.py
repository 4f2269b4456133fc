"""The language of place in English news: regions of countries, words that make a name a place, compass and venues."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from crosswire.language.lexicon import sections
from crosswire.values.places.countries import countries

#: A capitalised run that ends in one of these is a place.
ENDINGS: Final = frozenset(
    """Street St. Drive Dr. Lane Ln. Avenue Ave. Road Rd. Boulevard Blvd. Highway Hwy. Parkway Court Square Plaza
    Place Way
    Terrace Circle Airport Airfield Harbor Harbour Port Station County Parish Province District Region Oblast Prefecture
    Township Village City Town Island Islands River Lake Bay Gulf Strait Sea Ocean Canal Bridge Park Beach Mountain
    Mountains
    Hills Valley Desert Forest Peninsula Border Hospital School University College Church Mosque Temple Synagogue
    Cathedral
    Hotel Inn Mall Stadium Arena Museum Theater Theatre Library Palace Castle Prison Jail Base Camp Center Centre
    Apartments
    Plant Dam Cemetery Zoo Heights Quarter""".split()  # noqa: SIM905
)
#: A capitalised run that ends in one of these is a body of people, not a place.
BODIES: Final = frozenset(
    """Department Council Association Committee Party Police Agency Ministry Commission Union Group Company
    Corporation Inc Corp
    Service Bureau Office Institute Foundation League Team Times Post News Journal Tribune Herald Treaty Act
    Agreement Agreements
    War Games Cup Conference Forum Summit Army Navy Force Forces Guard Authority Administration Republicans
    Democrats""".split()  # noqa: SIM905
)
COMPASS: Final = (
    r"(?:north|south|east|west|northeast|northwest|southeast|southwest|north-east|north-west|south-east|south-west|central|"
    r"northern|southern|eastern|western|northeastern|northwestern|southeastern|southwestern|downtown|suburban|inner|upper|lower)"
)
#: What kind of spot a thing happens at, told by a common noun.
VENUES: Final = (
    "home|house|residence|apartment|apartment complex|flat|building|church|school|mosque|synagogue|"
    "temple|hotel|motel|bar|restaurant|"
    "cafe|café|nightclub|club|gas station|petrol station|service station|convenience store|grocery "
    "store|supermarket|store|shop|"
    "parking lot|car park|garage|street|sidewalk|highway|mall|shopping center|shopping centre|park|"
    "playground|airport|hospital|"
    "office|courthouse|court|jail|prison|police station|station|factory|warehouse|farm|field|forest|"
    "beach|bridge|stadium|arena|"
    "theater|theatre|cinema|market|bank|embassy|consulate|bus|train|truck stop|rest area|"
    "intersection|driveway|yard|alley|port|"
    "harbor|harbour|checkpoint|base|camp|clinic|pharmacy|university|college|campus|museum|library|square|tunnel|subway"
)


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
