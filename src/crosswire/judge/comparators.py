"""The comparators, in the order in which their differences are told."""

from __future__ import annotations

from typing import Final

from crosswire.judge.ages import ages
from crosswire.judge.calls import calls
from crosswire.judge.causes import causes
from crosswire.judge.clocks import clocks
from crosswire.judge.dates import dates
from crosswire.judge.finding import Comparator
from crosswire.judge.names import names
from crosswire.judge.numbers import numbers
from crosswire.judge.orders import orders
from crosswire.judge.parties import parties
from crosswire.judge.places import places
from crosswire.judge.polarity import polarity
from crosswire.judge.roles import roles
from crosswire.judge.speakers import speakers
from crosswire.judge.spots import spots
from crosswire.judge.stances import opposites
from crosswire.judge.untold import untold
from crosswire.judge.wordings import wordings

#: Comparators that hold whatever the sides tell, or that weigh themselves how sure it is that the sides tell one thing.
SAFE: Final[tuple[Comparator, ...]] = (
    names, ages, roles, causes, polarity, wordings, numbers, dates, clocks, places,
    spots,
)  # fmt: skip
COMPARATORS: Final[tuple[Comparator, ...]] = (
    numbers, ages, opposites, polarity, speakers, dates, clocks, places, spots, names, roles, causes, calls, parties,
    orders, wordings, untold,
)  # fmt: skip
