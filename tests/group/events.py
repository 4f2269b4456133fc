"""Invented events, each told by several reports."""

FIRE_KELM = (
    "A fire in a rope works in Kelm killed two people on Tuesday, the town's fire chief, Pavel Orsin, said. The "
    "building on Quay Street burned for six hours before forty firemen had it under control.",
    "Two night watchmen died when the rope works on Quay Street in Kelm burned down. Pavel Orsin, who leads the town's "
    "fire brigade, spoke of a faulty stove.",
    "KELM - The owner of the rope works that went up in flames on Tuesday, Mira Dolen, said that she had asked for a "
    "hydrant on Quay Street three times. Two of her watchmen lost their lives in the fire.",
)
FIRE_ANSGAR = (
    "A fire in a net loft in Port Ansgar killed three people on Sunday night, fire chief Ragna Tveit said. The loft on "
    "Chapel Hill burned for two hours.",
    "Three men who slept in a net loft on Chapel Hill, Port Ansgar, died in a fire on Sunday. Neighbours rang the "
    "chapel bell, said Ragna Tveit, the fire chief.",
)
ELECTION = (
    "Sigrid Aune's party won most seats in Norland's election on Sunday and will seek partners for a government, with "
    "the greens the likeliest.",
    "With 48 of 120 seats Norland's prime minister, Sigrid Aune, has won the election. The greens say that they are "
    "ready to talk about a government with her party.",
)
