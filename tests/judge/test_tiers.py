from __future__ import annotations

import pytest
from tests.judge.tagged import read

from crosswire.judge.tiers import contradicts, tiered
from crosswire.model import (
    Aligned,
    Alignment,
    Annotated,
    Difference,
    Evidence,
    Member,
    Point,
    Span,
    Value,
    evidence,
)

TEXTS = {
    "01": "Veskia closed the strait on Monday.",
    "02": "The strait was closed by Veskia on Monday.",
    "03": "On Monday Veskia closed the strait to ships.",
    "04": "Monday: Veskia closed the strait.",
}
PIECES: dict[str, Annotated] = {name: read(text, name) for name, text in TEXTS.items()}


def whole(name: str) -> Evidence:
    return evidence(PIECES[name].report, Span(start=0, end=len(TEXTS[name])))


def aligned(sure: str) -> Alignment:
    members = tuple(Member(report=n, clause=0, span=Span(start=0, end=len(t))) for n, t in TEXTS.items())
    told = Aligned(members=members, confidence=0.8, sure=tuple(name in sure.split() for name in TEXTS))
    return Alignment(points=(told,), utterances=())


def point(**changed: object) -> Point:
    told = tuple(whole(name) for name in TEXTS)
    return Point(
        **({"id": "", "verdict": "corroborated", "gist": told[0].exact, "origins": 4, "evidence": told} | changed)
    )  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("sure", "expected"),
    [
        ("01 02 03 04", [("corroborated", "01 02 03 04")]),
        ("01 02", [("corroborated", "01 02"), ("same-matter", "01 02 03 04")]),
        ("02 03", [("corroborated", "02 03"), ("same-matter", "01 02 03 04")]),
        ("", [("same-matter", "01 02 03 04")]),
    ],
)
def test_only_what_is_sure_is_agreed_on_and_nothing_is_lost(sure: str, expected: list[tuple[str, str]]) -> None:
    found = tiered([point()], aligned(sure), PIECES, {name: name for name in TEXTS})
    assert [(p.verdict, " ".join(e.report for e in p.evidence)) for p in found] == expected


def test_copies_alone_agree_on_nothing() -> None:
    origins = {"01": "o1", "02": "o1", "03": "o2", "04": "o2"}
    found = list(tiered([point()], aligned("01 02"), PIECES, origins))
    assert [p.verdict for p in found] == ["same-matter"]


def test_the_gist_of_an_agreed_point_is_told_by_one_of_its_reports() -> None:
    agreed, _ = tiered([point()], aligned("02 03"), PIECES, {name: name for name in TEXTS})
    assert agreed.gist in {e.exact for e in agreed.evidence}


def test_what_a_difference_parts_is_not_agreed_on() -> None:
    def value(name: str, words: str) -> Value:
        start = TEXTS[name].index(words)
        told = evidence(PIECES[name].report, Span(start=start, end=start + len(words)))
        return Value(value=words, evidence=(told,))

    parted = Difference(
        slot="stance", nature="conflict", values=(value("01", "closed"), value("04", "Monday: Veskia closed"))
    )
    assert contradicts(parted, [whole("01"), whole("04")])
    assert not contradicts(parted, [whole("01"), whole("02")])
    clash = point(verdict="conflicting", evidence=(whole("01"), whole("04")), differences=(parted,))
    found = list(tiered([point(), clash], aligned("01 02 03 04"), PIECES, {name: name for name in TEXTS}))
    assert [p.verdict for p in found] == ["same-matter", "conflicting"]
