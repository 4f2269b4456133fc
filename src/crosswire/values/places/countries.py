"""Countries with their adjectives, capitals and seats of government: so that a capital can stand for a government."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from crosswire.language.lexicon import sections


class Countries(NamedTuple):
    """Lookups from a form, as printed, to its country's first name."""

    names: dict[str, str]
    adjectives: dict[str, str]
    capitals: dict[str, str]
    seats: dict[str, str]

    def of(self, form: str) -> str | None:
        """Returns the country that `form` names, adjoins or stands for, or None."""
        form = form.removeprefix("the ").removeprefix("The ")
        for table in self:
            if form in table:
                return table[form]
        return None


@lru_cache(maxsize=1)
def countries() -> Countries:
    """Returns the table of countries, read once."""
    tables: tuple[dict[str, str], ...] = ({}, {}, {}, {})
    for line in sections("countries.txt")[""]:
        cells = [[form.strip() for form in cell.split(",") if form.strip()] for cell in line.split("|")]
        for table, forms in zip(tables, cells, strict=False):
            for form in forms:
                table.setdefault(form, cells[0][0])
    return Countries(*tables)
