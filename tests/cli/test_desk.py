"""The commands of a desk from end to end, by crosswire's own pipeline."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.store.invented import Plain

import crosswire
from crosswire.cli import main
from crosswire.pipeline import compare_reports
from crosswire.read import gather
from crosswire.store import Desk, consulted
from crosswire.store.analyst import Crosswire

EXAMPLE = Path(__file__).parents[2] / "examples" / "strait"


@pytest.fixture(scope="module")
def strait(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk with the example, four reports first and then the fifth."""
    path = tmp_path_factory.mktemp("desk") / "strait.db"
    files = sorted(p for p in EXAMPLE.iterdir() if p.suffix != ".json")
    with Desk(path) as desk:
        desk.add(files[:-1])
        desk.add(files[-1:])
    return path


@pytest.fixture
def copy(strait: Path, tmp_path: Path) -> Path:
    with Desk(strait) as desk:
        desk.backup(tmp_path / "desk.db")
    return tmp_path / "desk.db"


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    """The status, standard output and standard error of a command."""
    status = main([str(argument) for argument in arguments])
    told = capsys.readouterr()
    return status, told.out, told.err


def lines(capsys: pytest.CaptureFixture[str], *arguments: object) -> list[Any]:
    status, out, _ = run(capsys, *arguments, "--json")
    assert status == 0
    return [json.loads(line) for line in out.splitlines()]


def test_a_story_that_grew_is_the_story_compared_at_once(strait: Path) -> None:
    reports, _ = gather([EXAMPLE])
    with Desk(strait) as desk:
        (story,) = desk.stories()
        grown = desk.story(story.id)
        assert [len(state.cause) for state in desk.states(story.id)] == [4, 1]
        assert desk.verify().sound
    by_id = {report.id: report for report in reports}
    whole = compare_reports([by_id[report.id] for report in grown.reports])
    assert grown.points == whole.points
    assert grown.statements == whole.statements


def test_each_report_is_read_once(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = []
    reading = Crosswire.read
    monkeypatch.setattr(
        Crosswire, "read", lambda self, reports, tell: read.extend(reports) or reading(self, reports, tell)
    )
    with Desk(copy) as desk:
        desk.split("s1", ["01-harbour-post"], by="ann")
        assert [story.reports for story in desk.stories()] in ([1, 4], [4, 1])
    assert read == [], "all of it was kept"


def test_crosswire_gives_the_desk() -> None:
    assert crosswire.Desk is Desk
    with pytest.raises(AttributeError, match="no attribute 'Shelf'"):
        _ = crosswire.Shelf


def test_add_and_stories(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("Norland closed the strait of Mirra on Friday, Ada Holm said in Halden.")
    desk = tmp_path / "desk.db"
    status, out, err = run(capsys, "add", desk, tmp_path / "a.txt", tmp_path / "b.txt")
    assert (status, err) == (0, f"could not read: {tmp_path / 'b.txt'}: no such file\n")
    assert out.splitlines()[0] == "1 new, 0 new versions, 0 known, 1 unread"
    assert out.splitlines()[1].startswith("s1 ")
    assert lines(capsys, "add", desk, tmp_path / "a.txt") == [{"report": "a", "arrival": "known"}]
    assert [story["id"] for story in lines(capsys, "stories", desk)] == ["s1"]
    status, out, err = run(capsys, "add", desk, tmp_path / "b.txt")
    assert status == 1
    assert "no usable report among them" in err


def test_show(copy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ledger = lines(capsys, "show", copy, "s1")[0]
    assert ledger["format"] == "crosswire.story/1"
    assert len(ledger["reports"]) == 5
    assert run(capsys, "show", copy, "s1")[1].count("\n") > 20
    assert run(capsys, "show", copy, "s1", "--output", tmp_path / "a.html")[:2] == (0, "")
    assert (tmp_path / "a.html").read_text("utf-8").startswith("<!doctype html>")
    with Desk(copy) as desk:
        between = desk.states("s1")[0].at
    assert len(lines(capsys, "show", copy, "s1", "--as-of", between)[0]["reports"]) == 4
    changes = lines(capsys, "show", copy, "s1", "--changes")
    assert changes[0]["what"] == "report"
    assert len(run(capsys, "show", copy, "s1", "--changes")[1].splitlines()) == len(changes)
    assert {"thread", "value", "low"} <= set(lines(capsys, "show", copy, "s1", "--values")[0])
    assert "since" in run(capsys, "show", copy, "s1", "--values")[1]


def test_search(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(capsys, "search", copy, "fishermen", "killed", "since:once")
    assert (status, err.startswith("passed over: since:once: no date")) == (0, True)
    assert out.splitlines()[-1].endswith(f"of {out.splitlines()[-1].split()[-1]}")
    assert lines(capsys, "search", copy, "speaker:Aune", "--save", "aune")[0]["total"] > 1
    assert lines(capsys, "search", copy, "--saved", "aune")[0]["total"] > 1
    status, _, err = run(capsys, "search", copy, "--saved", "nobody")
    assert (status, "allowed: aune" in err) == (1, True)


@pytest.fixture
def plainly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stories compared at once and without a model: for what hangs on no comparison."""
    monkeypatch.setattr(consulted, "Crosswire", Plain)


@pytest.mark.usefixtures("plainly")
def test_a_person_decides(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert lines(capsys, "mark", copy, "s1", "p1", "right", "--by", "ann", "--note", "seen")[0]["verdict"] == "right"
    assert lines(capsys, "split", copy, "s1", "01-harbour-post", "--by", "ann")[0]["kind"] == "split"
    assert "fits nothing" in run(capsys, "mark", copy)[1] or "s1 p" in run(capsys, "mark", copy)[1]
    assert run(capsys, "move", copy, "02-nordwire", "s2", "--by", "ann", "--why", "same ship")[1] == "decision 2\n"
    assert run(capsys, "undo", copy, "--by", "ann")[1] == "decision 2 undone\n"
    assert lines(capsys, "merge", copy, "s2", "s1", "--by", "ann")[0]["id"] == 3
    assert [story["reports"] for story in lines(capsys, "stories", copy)] == [5]
    assert "(same ship)" in run(capsys, "log", copy)[1]
    assert lines(capsys, "log", copy, "--limit", "1")[0]["what"] == "merge"
    status, _, err = run(capsys, "mark", copy, "s1", "p1")
    assert (status, "allowed: right, wrong, open" in err) == (1, True)


@pytest.mark.usefixtures("plainly")
def test_verify_backup_and_forget(copy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "verify", copy)[0] == 0
    assert lines(capsys, "verify", copy)[0]["faults"] == []
    assert run(capsys, "backup", copy, tmp_path / "b.db") == (0, "", "")
    assert run(capsys, "backup", copy, tmp_path / "b.db")[0] == 1
    stored = lines(capsys, "forget", copy, "02-nordwire", "--why", "a court says so", "--by", "ann")[0]
    assert (stored["forgotten"], stored["title"]) == ("a court says so", None)
    assert len(lines(capsys, "show", copy, "s1")[0]["reports"]) == 4
    data = bytearray((tmp_path / "b.db").read_bytes())
    data[data.index(b"Three fishermen were killed")] ^= 1
    (tmp_path / "b.db").write_bytes(data)
    status, out, err = run(capsys, "verify", tmp_path / "b.db")
    assert (status, "things are wrong with it" in err) == (1, True)
    assert "reports 01-harbour-post: its text is not the text that was read" in out


def test_export(copy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    every = json.loads(run(capsys, "export", copy, "--as", "json")[1])
    assert (every["format"], len(every["stories"])) == ("crosswire.stories/1", 1)
    assert run(capsys, "export", copy, "s1", "--as", "markdown")[1].startswith("# ")
    assert "part,id,verdict" in run(capsys, "export", copy, "s1", "--as", "csv")[1]
    assert run(capsys, "export", copy, "--as", "html")[0] == 1
    assert run(capsys, "export", copy, "--as", "jsonl", "--output", tmp_path / "r.jsonl")[:2] == (0, "")
    with Desk(tmp_path / "other.db") as again, Desk(copy) as desk:
        again.store([tmp_path / "r.jsonl"])
        assert [r.sha256 for r in again.reports()] == [r.sha256 for r in desk.reports()]


@pytest.mark.parametrize("command", ["stories", "verify", "search", "log"])
def test_no_desk(tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str) -> None:
    status, out, err = run(capsys, command, tmp_path / "desk.db")
    assert (status, out) == (1, "")
    assert err == (
        f"could not use the desk: {tmp_path / 'desk.db'}: there is no such file "
        "(allowed: crosswire add DESK REPORT... makes one)\n"
    )
