"""Whether words in marks are anybody's."""

from __future__ import annotations

import pytest

from crosswire.annotate.quotations.quotations import is_spoken, quotations
from crosswire.annotate.statements.voices import Draft
from crosswire.model import Report, Span

TABLE = [
    ('Veld called the plan "reckless" on Friday.', True, True),
    ('The film "Night Ferry" opens on Friday.', True, False),
    ('The raid, known as "Long Tide", failed.', True, False),
    ('She spoke on “Orsk Tonight” about the ships.', True, False),
    ('On "Orsk Tonight" he told of the ships.', True, False),
    ('The sailors’ “Harbour Song” was heard.', True, False),
    ('Police hold Iven "Gull" Maas of Orsk.', True, False),
    ('A man who goes by "Gull" was seen.', True, False),
    ('Iven Maas called Orsk "dull" And Left', True, True),
    ('A bill to end the "boat fix" was passed.', False, False),
    ('A voice on the radio: "Turn back or we will fire on you."', False, True),
    ('Veld Says Ships Will Be "Fair Game" In The Strait', True, True),  # a headline in capitals is no title
]  # fmt: skip


@pytest.mark.parametrize(("text", "attributed", "expected"), TABLE)
def test_is_spoken(text: str, attributed: bool, expected: bool) -> None:
    (quotation,) = quotations(Report(id="00", text=text), ())
    draft = Draft(Span(start=0, end=4), Span(start=5, end=9), (quotation.span,)) if attributed else None
    assert is_spoken(text, quotation, draft) is expected
