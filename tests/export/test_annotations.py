"""Web Annotations: every one finds its words again, by place and by words."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest
from msgspec.structs import replace
from tests.export.invented import AT, DOSSIER, READ_AT

from crosswire.export.annotations import AROUND, web_annotations
from crosswire.export.withheld import withheld

COLLECTION = json.loads(web_annotations(DOSSIER))
ITEMS: list[dict[str, Any]] = COLLECTION["first"]["items"]
FOUND = [item for item in ITEMS if item["motivation"] == "classifying"]
TEXTS = {report.id: report.text for report in DOSSIER.story.reports}


def of(part: str) -> list[dict[str, Any]]:
    return [item for item in FOUND if item["body"]["crosswire:part"] == part]


def test_the_collection_is_of_the_standard() -> None:
    assert COLLECTION["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert (COLLECTION["type"], COLLECTION["first"]["type"]) == ("AnnotationCollection", "AnnotationPage")
    assert COLLECTION["total"] == len(ITEMS)
    assert len({item["id"] for item in ITEMS}) == len(ITEMS)
    assert all(item["type"] == "Annotation" and item["target"] for item in ITEMS)


def test_a_position_and_a_quote_find_the_words_in_code_points() -> None:
    for item in FOUND:
        target = item["target"]
        text = TEXTS[target["crosswire:report"]]
        place, words = target["selector"]
        assert (place["type"], words["type"]) == ("TextPositionSelector", "TextQuoteSelector")
        assert text[place["start"] : place["end"]] == words["exact"]
        assert text[: place["start"]].endswith(words["prefix"])
        assert text[place["end"] :].startswith(words["suffix"])
        assert len(words["prefix"]) == min(AROUND, place["start"])
        assert len(words["suffix"]) == min(AROUND, len(text) - place["end"])


def test_there_is_one_for_each_piece_of_evidence() -> None:
    story = DOSSIER.story
    assert len(of("point")) == sum(len(point.evidence) for point in story.points)
    assert len(of("difference")) == sum(len(v.evidence) for p in story.points for d in p.differences for v in d.values)
    assert len(of("quote")) == len(story.quotes)
    assert len(of("statement")) == sum(len(statement.content) for statement in story.statements)
    assert len(of("timeline")) == sum(len(happening.evidence) for happening in story.timeline)


@pytest.mark.parametrize(
    ("part", "told"),
    [
        ("point", {"item": "p1", "verdict": "conflicting"}),
        ("difference", {"item": "p3", "slot": "number", "nature": "conflict", "about": "sailors held", "value": "14"}),
        ("quote", {"item": "q7", "speaker": "Norland"}),
        ("statement", {"item": "01:s1", "speaker": "Ada Brandt", "act": "threat"}),
        ("act", {"act": "demand", "speaker": "Ilya Soren"}),
        ("timeline", {"from": "2031-03-04", "to": "2031-03-06", "item": "p1"}),
        ("inconsistency", {"why": DOSSIER.story.inconsistencies[0].why}),
    ],
)
def test_the_body_tells_the_facts(part: str, told: dict[str, str]) -> None:
    wanted = {f"crosswire:{name}": value for name, value in told.items()}
    assert any(wanted.items() <= item["body"].items() for item in of(part))


@pytest.mark.parametrize(
    ("report", "source"),
    [("01", "https://courier.example/boards"), ("02", None), ("05", None)],
)
def test_the_source_is_an_address_that_can_be_opened_or_the_hash(report: str, source: str | None) -> None:
    told = next(r for r in DOSSIER.story.reports if r.id == report)
    digest = base64.urlsafe_b64encode(bytes.fromhex(told.sha256)).decode().rstrip("=")
    targets = [item["target"] for item in FOUND if item["target"]["crosswire:report"] == report]
    assert {target["source"] for target in targets} == {source or f"ni:///sha-256;{digest}"}
    state = {"type": "TimeState", "sourceDate": READ_AT[report], "crosswire:sha256": told.sha256}
    assert all(target["state"] == state for target in targets)


def test_marks_are_assessments_by_a_person() -> None:
    first, second, third = (item for item in ITEMS if item["motivation"] == "assessing")
    assert first["creator"] == {"type": "Person", "name": "ann"}
    assert (first["created"], first["body"][0]["value"], first["body"][0]["crosswire:item"]) == (
        AT,
        "wrong",
        "p3:number",
    )
    assert (first["body"][1]["purpose"], first["body"][1]["value"]) == (
        "commenting",
        "=1+1; <b>the photo</b> shows two",
    )
    assert [target["crosswire:report"] for target in first["target"]] == ["01", "02"]
    assert second["target"][0]["selector"] == [{"type": "TextPositionSelector", "start": 3, "end": 9}]
    assert second["target"][0]["source"] == "urn:crosswire:report:gone"
    assert third["target"][0]["selector"][1]["exact"] == "will not negotiate under threat"


def test_of_a_withheld_text_no_words_around_are_told() -> None:
    told = json.loads(web_annotations(replace(DOSSIER, story=withheld(DOSSIER.story))))["first"]["items"]
    assert [item["id"] for item in told] == [item["id"] for item in ITEMS]
    for item in (item for item in told if item["motivation"] == "classifying"):
        quoted = item["target"]["selector"][1:]
        assert all("prefix" not in words and "suffix" not in words for words in quoted)
        assert bool(quoted) == (item["body"]["crosswire:part"] != "statement")
