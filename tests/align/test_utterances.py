from __future__ import annotations

import pytest
from tests.align.stories import report

from crosswire.align.utterances import utterances

WHOLE = "We will not give up the Alma while a single sailor is held, and nobody should doubt that"
TRIMMED = "will not give up the Alma while a single sailor is held"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ((WHOLE, "Ina Falk"), (TRIMMED, "Falk"), True),
        ((WHOLE, "Ina Falk"), (WHOLE.upper(), "Ina Falk"), True),
        ((WHOLE, "Ina Falk"), (TRIMMED, None), True),
        ((WHOLE, "Ina Falk"), ("The harbour of Orsk stays open to every ship that asks", "Ina Falk"), False),
        (("act of piracy", "Ina Falk"), ("an act of piracy", "Ina Falk"), True),
        (("piracy", "Ina Falk"), (WHOLE, "Ina Falk"), False),
    ],
)
def test_the_same_words_are_one_utterance(
    one: tuple[str, str | None], other: tuple[str, str | None], same: bool
) -> None:
    pieces = (report("00", [f"“{one[0]},” she said."], [one]), report("01", [f"“{other[0]}.”"], [other]))
    assert [u.quotations for u in utterances(pieces)] == ([(("00", 0), ("01", 0))] if same else [])


def test_a_report_stands_in_an_utterance_once() -> None:
    twice = report("01", [f"“{WHOLE}.”", f"Again: “{TRIMMED}.”"], [(WHOLE, None), (TRIMMED, None)])
    found = utterances((report("00", [f"“{WHOLE}.”"], [(WHOLE, None)]), twice))
    assert [u.quotations for u in found] == [(("00", 0), ("01", 0))]


def test_without_quotations_there_is_nothing() -> None:
    assert utterances((report("00", ["The strait is calm."]),)) == ()
