"""One voice, whether its sentence begins with it or not."""

from __future__ import annotations

import pytest

from crosswire.annotate.names.actors import begun_alike
from crosswire.model import Annotated, Quotation, Report, Resolution, Span, Statement, Voice, VoiceKind

Spoken = tuple[str, VoiceKind, Resolution]


def saying(voices: list[Spoken]) -> Annotated:
    """A report in which each voice says something between quotation marks."""
    at = Span(start=0, end=1)
    statements = tuple(
        Statement(
            id=f"01:s{i}",
            report="01",
            manner="direct",
            voice=Voice(name=name, kind=kind, span=at, resolution=how),
            cue=None,
            content=(at,),
        )
        for i, (name, kind, how) in enumerate(voices)
    )
    quotations = tuple(Quotation(span=at, statement=s.id, speaker=s.voice.name) for s in statements)
    return Annotated(report=Report(id="01", text="x"), statements=statements, quotations=quotations)


@pytest.mark.parametrize(
    ("told", "other", "expected"),
    [
        (("Police", "organisation", "title"), ("police", "organisation", "title"), "police"),
        (("Authorities", "person", "named"), ("authorities", "group", "title"), "authorities"),  # taken for a name
        (("Harbour pilot", "person", "title"), ("harbour pilot", "person", "title"), "harbour pilot"),
        (("Baker", "person", "named"), ("baker", "person", "title"), "Baker"),  # somebody is called so
        (("Orsk Police", "organisation", "named"), ("Orsk police", "organisation", "title"), "Orsk Police"),
        (("Police", "organisation", "title"), ("police chief", "person", "title"), "Police"),
    ],
)
def test_a_description_is_one_voice_with_a_capital_and_without(told: Spoken, other: Spoken, expected: str) -> None:
    (one, two) = begun_alike([saying([told]), saying([other])])
    assert (one.statements[0].voice.name, one.quotations[0].speaker) == (expected, expected)
    assert two.statements[0].voice.name == other[0]


def test_what_was_taken_for_a_name_is_a_description() -> None:
    (piece,) = begun_alike([saying([("Deputies", "person", "named"), ("deputies", "group", "title")])])
    assert [(s.voice.kind, s.voice.resolution) for s in piece.statements] == [("group", "title")] * 2
