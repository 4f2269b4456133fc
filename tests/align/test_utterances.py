from __future__ import annotations

import pytest
from msgspec import structs
from tests.align.stories import report

from crosswire.align.utterances import utterances
from crosswire.model import Span, Statement, Voice

WHOLE = "We will not give up the Alma while a single sailor is held, and nobody should doubt that"
REWORDED = "Nobody should doubt we shall hold on to the Alma until every single sailor is free"
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
        ((WHOLE, "Ina Falk"), (WHOLE, "Jon Brask"), True),
        ((WHOLE, "Ina Falk"), (REWORDED, "Ina Falk"), True),
        ((WHOLE, "Ina Falk"), (REWORDED, "Jon Brask"), False),
        (("act of piracy", "Ina Falk"), ("act of piracy", "Jon Brask"), False),
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


@pytest.mark.parametrize(
    ("voice", "content", "found"),
    [
        ("Ina Falk", "they would not give up the Alma while a single sailor was held", True),
        ("Falk", "they would not give up the Alma while a single sailor was held", True),
        ("Jon Brask", "they would not give up the Alma while a single sailor was held", False),
        ("Ina Falk", "the harbour of Orsk would stay open to every ship that asks", False),
    ],
)
def test_indirect_speech_retells_a_quotation_of_its_voice(voice: str, content: str, found: bool) -> None:
    quoted = report("00", [f"“{WHOLE},” she said."], [(WHOLE, "Ina Falk")])
    told = report("01", [f"She said {content}."])
    span = Span(start=9, end=9 + len(content))
    said = Statement(id="01:s1", report="01", manner="indirect", voice=Voice(name=voice), cue=None, content=(span,))
    indirect = structs.replace(told, statements=(said,))
    assert [u.retold for u in utterances((quoted, indirect))] == ([(("01", "01:s1"),)] if found else [])


def test_without_quotations_there_is_nothing() -> None:
    assert utterances((report("00", ["The strait is calm."]),)) == ()
