"""Every kind of export: what it is on one line, and that marks go with it."""

from __future__ import annotations

import csv
import io
import json
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.export.invented import DOSSIER, PARCEL, REMARKS

from crosswire.export.kinds import KINDS
from crosswire.export.lines import lines
from crosswire.export.parcel import Parcel
from crosswire.model import Report, Story
from crosswire.read import gather
from crosswire.show import markdown, page, table

REPORTS = tuple(
    Report(id=r.id, text=r.text, title=r.title, outlet=r.outlet, published=r.published, url=r.url, language=r.language)
    for r in DOSSIER.story.reports
)
ALL = Parcel(stories=(DOSSIER,), reports=REPORTS, remarks=REMARKS)


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_told_on_a_line_and_takes_marks_along(kind: str) -> None:
    assert "\n" not in KINDS[kind].about
    written = KINDS[kind].write(ALL)
    if isinstance(written, bytes):
        written = zipfile.ZipFile(io.BytesIO(written)).read("ledger.json").decode()
    assert "the photo" in written
    assert "ann" in written


def test_a_ledger_is_the_story_and_its_marks() -> None:
    told = json.loads(KINDS["json"].write(PARCEL))
    assert (told["format"], [mark["item"] for mark in told.pop("marks")]) == (
        "crosswire.story/1", ["p3:number", None, "q7"],
    )  # fmt: skip
    assert told == json.loads(DOSSIER.story.to_json())
    every = json.loads(KINDS["json"].write(Parcel(one=False, stories=(DOSSIER, DOSSIER))))
    assert (every["format"], len(every["stories"])) == ("crosswire.stories/1", 2)


def test_views_without_marks_are_as_they_were() -> None:
    assert "Marks" not in page(DOSSIER.story)
    assert "Marks" not in markdown(DOSSIER.story)
    assert "\r\nmark," not in table(DOSSIER.story)


def test_a_note_is_no_markup_and_no_formula() -> None:
    assert "<b>the photo" not in page(Story(), REMARKS)
    assert "<b>" not in markdown(Story(), REMARKS)
    (first, *_) = [row for row in csv.DictReader(io.StringIO(table(DOSSIER.story, REMARKS))) if row["part"] == "mark"]
    assert (first["id"], first["verdict"], first["slot"], first["report"]) == ("p3:number", "wrong", "number", "01")
    assert first["why"].startswith("'=1+1")


def test_lines_are_taken_back_as_the_same_reports(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("lines") / "reports.jsonl"
    path.write_text(lines(ALL), "utf-8")
    reports, unread = gather([path])
    assert unread == ()
    assert reports == REPORTS
    assert [mark["id"] for mark in json.loads(lines(ALL).splitlines()[0])["marks"]] == [1]
    assert "marks" not in json.loads(lines(ALL).splitlines()[3])


words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(lambda text: text.strip())


@given(words, st.none() | words)
def test_whatever_a_text_holds_it_comes_back(text: str, title: str | None) -> None:
    report = Report(id="a", text=text, title=title, outlet="Halden Courier", published="2031-03-07", language="en")
    written = lines(Parcel(reports=(report, report)))
    assert written.count("\n") == 2, "one line each, whatever breaks of lines are in it"
    told = json.loads(written.split("\n")[0])
    assert told["text"] == text
    assert told["title"] == title
