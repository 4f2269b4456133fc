"""The crate: files with their hashes, and whole texts only where they are allowed."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from typing import Any

import pytest
from msgspec.structs import replace
from tests.export.invented import AT, DOSSIER, PARCEL

from crosswire.export.crate import METADATA, crate
from crosswire.export.parcel import Parcel
from crosswire.export.withheld import withheld

VIEWS = ["ledger.json", "page.html", "evidence.csv", "annotations.jsonld"]
UNQUOTED = "By Tove Lindqvist"


def opened(parcel: Parcel) -> tuple[zipfile.ZipFile, dict[str, dict[str, Any]]]:
    """The crate of a parcel, and what its metadata tells, by id."""
    packed = zipfile.ZipFile(io.BytesIO(crate(parcel)))
    told = json.loads(packed.read(METADATA))
    assert told["@context"][0] == "https://w3id.org/ro/crate/1.1/context"
    ids = [entity["@id"] for entity in told["@graph"]]
    assert len(set(ids)) == len(ids)
    return packed, {entity["@id"]: entity for entity in told["@graph"]}


@pytest.mark.parametrize("texts", [False, True])
def test_the_metadata_tells_every_file_and_its_hash(texts: bool) -> None:
    packed, told = opened(replace(PARCEL, texts=texts))
    root = told["./"]
    assert told[METADATA]["conformsTo"] == {"@id": "https://w3id.org/ro/crate/1.1"}
    assert told[METADATA]["about"] == {"@id": "./"}
    assert (root["@type"], root["datePublished"]) == ("Dataset", AT)
    assert all(root[name] for name in ("name", "description", "license"))
    names = [part["@id"] for part in root["hasPart"]]
    assert [METADATA, *names] == packed.namelist()
    for name in names:
        data = packed.read(name)
        assert (told[name]["@type"], told[name]["contentSize"]) == ("File", str(len(data)))
        assert told[name]["sha256"] == hashlib.sha256(data).hexdigest()
    referred = [part["@id"] for part in root["mentions"]]
    assert [told[name]["identifier"] for name in referred] == [report.id for report in DOSSIER.story.reports]


def test_a_report_is_told_with_what_is_known_of_it() -> None:
    _, told = opened(PARCEL)
    first, hostile = told["#report-1"], told["#report-5"]
    assert (first["@type"], first["url"], first["sdDatePublished"][:10]) == (
        "NewsArticle", "https://courier.example/boards", "2031-03-08",
    )  # fmt: skip
    assert told[first["publisher"]["@id"]]["name"] == "Halden Courier"
    assert "url" not in hostile, "an address that no browser should open is no link"
    assert "publisher" not in told["#report-4"]


def test_whole_texts_are_in_it_only_by_choice() -> None:
    packed, _ = opened(PARCEL)
    assert packed.namelist() == [METADATA, *VIEWS]
    assert not any(UNQUOTED in packed.read(name).decode() for name in packed.namelist())
    packed, told = opened(replace(PARCEL, texts=True))
    names = [name for name in packed.namelist() if name.startswith("texts/")]
    for name, report in zip(names, DOSSIER.story.reports, strict=True):
        assert packed.read(name).decode() == report.text
        assert told[name]["sha256"] == report.sha256
        assert told[told[name]["isBasedOn"]["@id"]]["identifier"] == report.id


def test_marks_go_with_ledger_page_and_table() -> None:
    packed, _ = opened(PARCEL)
    assert [mark["by"] for mark in json.loads(packed.read("ledger.json"))["marks"]] == ["ann"] * 3
    page = packed.read("page.html").decode()
    assert "&lt;b&gt;the photo&lt;/b&gt; shows two" in page
    assert packed.read("evidence.csv").decode().count("\r\nmark,") == 4


def test_a_crate_is_the_same_bytes_each_time() -> None:
    assert crate(PARCEL) == crate(PARCEL)


def test_no_name_of_a_report_becomes_a_path() -> None:
    reports = tuple(replace(report, id=f"../../{report.id}") for report in DOSSIER.story.reports)
    story = replace(DOSSIER.story, reports=reports, points=(), quotes=(), acts=(), timeline=(), statements=(),
                    inconsistencies=(), origins=(), actors=())  # fmt: skip
    packed, _ = opened(Parcel(stories=(replace(DOSSIER, story=story, remarks=()),), texts=True))
    assert not any(".." in name or name.startswith("/") for name in packed.namelist())


def test_of_a_withheld_text_every_piece_of_evidence_is_left() -> None:
    story = withheld(DOSSIER.story)
    texts = {report.id: report.text for report in story.reports}
    assert [len(text) for text in texts.values()] == [report.characters for report in DOSSIER.story.reports]
    for point in story.points:
        told = (*point.evidence, *(e for d in point.differences for v in d.values for e in v.evidence))
        assert all(texts[e.report][e.start : e.end] == e.exact for e in told)
    assert all(texts[quote.report][quote.start : quote.end] == quote.exact for quote in story.quotes)
    assert UNQUOTED not in texts["01"]
