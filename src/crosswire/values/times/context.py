"""What a time is read with: from where it is told, and what reads it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from crosswire.model import Struct
from crosswire.values.times.days import Reading
from crosswire.values.times.tense import Way


class Context(Struct, frozen=True):
    """Where a time is told from: the report's date, None where unknown, and which way its sentence looks.

    `last` are the days told last before it, `quarter` the quarter that figures are told of around it.
    """

    today: date | None
    way: Way | None = None
    last: Reading | None = None
    quarter: Reading | None = None

    @property
    def ahead(self) -> bool:
        """Whether the sentence looks ahead."""
        return self.way == "ahead"


#: What a rule makes of its match: None where the match is no time after all.
Resolve = Callable[["re.Match[str]", Context], Reading | None]
