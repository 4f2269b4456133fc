"""The comparators, in the order in which their differences are told."""

from __future__ import annotations

from typing import Final

from crosswire.judge.events.calls import calls
from crosswire.judge.events.causes import causes
from crosswire.judge.events.opposites import opposites
from crosswire.judge.events.parties import parties
from crosswire.judge.events.polarity import polarity
from crosswire.judge.numbers.numbers import numbers
from crosswire.judge.people.ages import ages
from crosswire.judge.people.names import names
from crosswire.judge.people.roles import roles
from crosswire.judge.places.places import places
from crosswire.judge.places.spots import spots
from crosswire.judge.questions.known_or_not import known_or_not
from crosswire.judge.sayings.speakers import speakers
from crosswire.judge.sayings.wordings import wordings
from crosswire.judge.sides.finding import Comparator
from crosswire.judge.sides.kept import once_a_pair
from crosswire.judge.times.clocks import clocks
from crosswire.judge.times.dates import dates
from crosswire.judge.times.orders import orders

#: Comparators that hold whatever the sides tell, or that weigh themselves how sure it is that the sides tell one thing.
SAFE: Final[tuple[Comparator, ...]] = tuple(once_a_pair(compare) for compare in (
    names, ages, roles, causes, polarity, wordings, numbers, dates, clocks, places,
    spots,
))  # fmt: skip
COMPARATORS: Final[tuple[Comparator, ...]] = tuple(once_a_pair(compare) for compare in (
    numbers, ages, opposites, polarity, speakers, dates, clocks, places, spots, names, roles, causes, calls, parties,
    orders, wordings, known_or_not,
))  # fmt: skip
