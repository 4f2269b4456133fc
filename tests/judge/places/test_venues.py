"""Where somebody spoke, told by several reports."""

from __future__ import annotations

import msgspec
import pytest
from tests.judge.invented import report

from crosswire.judge.places.venues import venues
from crosswire.model import Annotated, Span, Statement, Voice


def heard(text: str, name: str, cues: tuple[str, ...] = ("said",), voice: str = "Ada Holm") -> Annotated:
    """A report whose every cue tells a statement of one voice."""
    piece = report(text, name)
    said = []
    for i, cue in enumerate(cues):
        start = text.index(cue)
        said.append(
            Statement(
                id=f"{name}:s{i}",
                report=name,
                manner="indirect",
                voice=Voice(name=voice, kind="person", resolution="named"),
                cue=Span(start=start, end=start + len(cue)),
                content=(Span(start=start + len(cue), end=len(text)),),
            )
        )
    return msgspec.structs.replace(piece, statements=tuple(said))


TABLE = [
    ("Speaking from Paris, Holm said the talks failed.", "Holm said in Rome that the talks failed.", True),
    ("Speaking at a forum in Rome, Holm said the talks failed.", "Holm said in Paris that the talks failed.", True),
    ("Speaking from Paris, Holm said the talks failed.", "Holm said in France that the talks failed.", False),
    ("Speaking at a farm forum in Rome, Holm said it failed.", "Holm said at a farm forum in Paris it failed.", False),
    ("Speaking from Paris, Holm said the talks failed.", "Holm said the talks in Rome failed.", False),
    ("Holm said in Paris that the talks failed.", "Holm packed in Rome with Orsk.", False),
    ("Holm said the talks failed.", "Holm said in Rome that the talks failed.", False),
]


@pytest.mark.parametrize(("one", "other", "differ"), TABLE)
def test_where_a_voice_spoke(one: str, other: str, differ: bool) -> None:
    cues = [("packed",) if "packed" in text else ("said",) for text in (one, other)]
    found = venues([heard(one, "01", cues[0]), heard(other, "02", cues[1])])
    assert bool(found) is differ
    for _, (left, right, finding) in found:
        assert finding.slot == "place"
        assert finding.about == "where Holm spoke"
        for side, told in ((left, finding.left), (right, finding.right)):
            assert " ".join(side.piece.words_of(told.span).split()) == told.shown


def test_a_voice_heard_in_two_places_of_one_report_is_left_alone() -> None:
    text = "Holm said in Paris that it failed.\nSpeaking in Rome, Holm told them it would not."
    twice = heard(text, "01", ("said", "told"))
    assert venues([twice, heard("Holm said in London that it failed.", "02")]) == []


def test_two_voices_may_speak_in_two_places() -> None:
    other = heard("Holm said in Rome that the talks failed.", "02", voice="Ilsa Venn")
    assert venues([heard("Speaking from Paris, Holm said the talks failed.", "01"), other]) == []
