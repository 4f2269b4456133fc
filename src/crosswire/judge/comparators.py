"""The comparators, in the order in which their differences are told."""

from __future__ import annotations

from typing import Final

from crosswire.judge.causes import causes
from crosswire.judge.dates import clocks, dates
from crosswire.judge.finding import Comparator
from crosswire.judge.names import names
from crosswire.judge.numbers import ages, numbers
from crosswire.judge.places import places
from crosswire.judge.roles import roles
from crosswire.judge.speakers import speakers
from crosswire.judge.stances import opposites, polarity
from crosswire.judge.wordings import wordings

COMPARATORS: Final[tuple[Comparator, ...]] = (
    numbers, ages, opposites, polarity, speakers, dates, clocks, places, names, roles, causes, wordings,
)  # fmt: skip
