"""`compare` on reports of several events: said at once, each story by itself, in every format."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from crosswire import compare
from crosswire.cli import main
from crosswire.model import Stories, Story

FIRE = (
    "A fire in a rope works in Kelm killed two people on Tuesday, the town's fire chief, Pavel Orsin, said. The "
    "building on Quay Street burned for six hours before forty firemen had it under control.",
    "Two night watchmen died when the rope works on Quay Street in Kelm burned down. Pavel Orsin, who leads the town's "
    "fire brigade, said a faulty stove had started the fire in the building.",
)
VOTE = (
    "Sigrid Aune's party won most seats in Norland's election on Sunday and will seek partners for a government, with "
    "the greens the likeliest.",
    "With 48 of 120 seats Norland's prime minister, Sigrid Aune, has won the election. The greens say that they are "
    "ready to talk about a government with her party.",
)
SAID = "these 4 reports tell 2 stories (--one-story holds them together)\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in zip(("fire-1", "fire-2", "vote-1", "vote-2"), (*FIRE, *VOTE), strict=True):
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    (tmp_path / "empty.txt").write_text("")
    return tmp_path


def test_each_story_has_a_ledger_of_its_own(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", "--format", "json", str(folder)]) == 0
    told = capsys.readouterr()
    assert told.err.endswith(SAID)
    found = json.loads(told.out)
    assert found["format"] == "crosswire.stories/1"
    assert [item["why"] for item in found["unread"]] == ["empty file"]
    members = [[report["id"] for report in story["reports"]] for story in found["stories"]]
    assert members == [["fire-1", "fire-2"], ["vote-1", "vote-2"]]
    for story in found["stories"]:
        own = {report["id"] for report in story["reports"]}
        assert {e["report"] for point in story["points"] for e in point["evidence"]} <= own


def test_the_users_word_holds_them_together(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", "--format", "json", "--one-story", str(folder)]) == 0
    told = capsys.readouterr()
    assert "stories" not in told.err
    ledger = json.loads(told.out)
    assert len(ledger["reports"]) == 4
    assert [doubt["report"] for doubt in ledger["doubtful"]] == ["vote-1", "vote-2"]


@pytest.mark.parametrize(
    ("form", "start"),
    [("terminal", "These 4 reports tell 2 stories\n"), ("markdown", "# These 4 reports tell 2 stories\n")],
)
def test_an_index_comes_first(folder: Path, capsys: pytest.CaptureFixture[str], form: str, start: str) -> None:
    assert main(["compare", "--format", form, str(folder)]) == 0
    assert capsys.readouterr().out.startswith(start)


def test_the_table_tells_the_story_of_each_row(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", "--format", "csv", str(folder)]) == 0
    rows = capsys.readouterr().out.splitlines()
    assert rows[0].startswith("story,part,id,")
    assert {row.partition(",")[0] for row in rows[1:]} == {"1", "2"}


def test_every_link_of_the_page_leads_to_one_place(folder: Path) -> None:
    out = folder.parent / f"{folder.name}.html"
    assert main(["compare", str(folder), "--output", str(out)]) == 0
    html = out.read_text("utf-8")
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', html)) <= set(ids)
    assert {"s1-story", "s2-story"} <= set(ids)


def test_python_gives_a_story_or_stories(folder: Path) -> None:
    fire = [folder / "fire-1.txt", folder / "fire-2.txt"]
    assert isinstance(compare(fire), Story)
    several = compare([*fire, folder / "vote-1.txt"])
    assert isinstance(several, Stories)
    assert [len(story.reports) for story in several.stories] == [2, 1]
    assert isinstance(compare([*fire, folder / "vote-1.txt"], one_story=True), Story)
