"""Kinds of spot: the common nouns of English for where something is, of one kind on a line's side of a bar.

Kinds of one level exclude one another: what lay on the desk did not lie on the shelf. Kinds of two levels do
not: the desk stands in the bedroom, the bedroom in the house.
"""

from __future__ import annotations

from typing import Final

from crosswire.judge.sides.side import stem

_LEVELS: Final[dict[str, str]] = {
    "furniture": """nightstand, night stand, night table, bedside table | dresser, bureau, chest of drawers |
        closet, wardrobe | bed, mattress, pillow, bunk, crib, cot | couch, sofa, loveseat, futon, settee |
        chair, armchair, recliner, wheelchair | desk | shelf, bookshelf, bookcase | cabinet, cupboard, pantry |
        safe, lockbox, strongbox | coffee table, kitchen table, dining table | counter, countertop | refrigerator,
        fridge, freezer | oven, stove | fireplace | trash can, garbage can, dumpster, trash bin""",
    "baggage": """purse, handbag | backpack, knapsack | suitcase, luggage | pocket | waistband | holster | duffel bag,
        gym bag | briefcase""",
    "vehicle": "trunk | glove compartment, glove box | console | front seat, passenger seat | back seat, rear seat",
    "room": """kitchen | bedroom, master bedroom | living room, family room, sitting room, den | bathroom, restroom,
        washroom, toilet, bathtub | basement, cellar | attic, loft | garage, carport | hallway, hall, corridor |
        lobby, foyer, vestibule | dining room | stairwell, staircase, stairs | laundry room | classroom |
        cafeteria, canteen, lunchroom | gym, gymnasium | locker room | elevator, lift | ballroom | courtroom |
        dance floor""",
    "outdoors": """backyard, back yard, rear yard | front yard, front lawn, lawn | porch, front porch, stoop, doorstep,
        front steps, front door | driveway | street, road, roadway, intersection, lane | sidewalk, pavement | alley,
        alleyway | parking lot, car park, parking garage, lot | playground, park | woods, forest, field, meadow |
        creek, stream, river, canal, lake, pond | ditch, ravine | roof, rooftop | balcony, terrace, deck, patio |
        beach, shore | bridge, overpass | tunnel, underpass | bus stop | railroad tracks, train tracks, tracks""",
    "building": """home, house, residence, apartment, townhouse, town house, trailer, mobile home, duplex, condo,
        condominium, dwelling, flat, townhome | hotel, motel, inn | elementary school, middle school, high school,
        school, academy | university, college, dormitory | church, chapel, cathedral, mosque, synagogue,
        temple | hospital, clinic, medical center, medical centre, emergency room | police station, precinct, police
        headquarters, substation, fire station, firehouse | jail, prison, penitentiary, detention center | nightclub,
        night club, club, bar, lounge, tavern, pub, restaurant, diner, cafe | store, shop, supermarket, market, mall,
        gas station, petrol station, service station, convenience store, grocery store, truck stop, mini-mart,
        pharmacy, salon, barbershop, shopping center, car wash | office, office building, headquarters | courthouse,
        court | bank | theater, theatre, cinema | library | museum | airport | stadium, arena | factory, warehouse,
        plant | barn, farm, shed | embassy, consulate | train station, railway station, bus station | palace, castle |
        gym, fitness center | nursing home | cemetery, graveyard""",
}


def _table() -> dict[tuple[str, ...], tuple[str, str]]:
    found: dict[tuple[str, ...], tuple[str, str]] = {}
    for level, rows in _LEVELS.items():
        for kind in " ".join(rows.split()).split(" | "):
            names = [name.strip() for name in kind.split(",") if name.strip()]
            for name in names:
                found.setdefault(tuple(map(stem, name.split())), (level, names[0]))
    return found


#: Each name as the stems of its words, with its level and its kind.
SPOTS: Final = _table()
LONGEST: Final = max(map(len, SPOTS))
HEADS: Final = frozenset(name[-1] for name in SPOTS)
