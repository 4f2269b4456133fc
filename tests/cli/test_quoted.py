"""A draft's quotations checked from the command line: what is printed, written and refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from crosswire.cli import main
from crosswire.cli.quoted_told import page, terminal
from crosswire.model import Span, Unread
from crosswire.quotes import check
from crosswire.quotes.types import Asked, Looked, QuoteCheck, Said, Source

REPORTS = {
    "lien.txt": "“The ferry Havbris had no lifeboats on board,” harbour master Anna Lien said on Monday in "
    "Port Ansgar. She spoke to reporters at the lighthouse after the rescue.",
    "drago.txt": "“The gallery at Korvald was never propped by anybody,” foreman Ivo Drago said on Thursday. "
    "He led the rescuers to the shaft himself in the morning.",
}
DRAFT = (
    "The harbour and the mine had one thing in common, officials of both towns said in the week of the accidents.\n\n"
    "“The ferry Havbris had two lifeboats on board,” Anna Lien said.\n\n"
    "“The gallery at Korvald was never propped by anybody,” Anna Lien said.\n\n"
    "“The gallery at Korvald was never propped,” Ivo Drago said.\n\n"
    "“Every sailor of this town knew that it would end so,” Ivo Drago said.\n"
)
KINDS = ["altered", "another speaker", "trimmed", "not found"]


@pytest.fixture
def files(tmp_path: Path) -> Path:
    for name, text in REPORTS.items():
        (tmp_path / name).write_text(text, "utf-8")
    (tmp_path / "draft").mkdir()
    (tmp_path / "draft" / "draft.txt").write_text(DRAFT, "utf-8")
    return tmp_path


def test_a_draft_against_reports(files: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    against = [str(files / name) for name in REPORTS]
    draft = str(files / "draft" / "draft.txt")
    assert main(["quote-check", draft, "--against", *against, "--format", "json"]) == 0
    told = json.loads(capfdbinary.readouterr().out)
    assert told["format"] == "crosswire.quotes/1"
    assert [found["kind"] for found in told["findings"]] == KINDS
    texts = {name.removesuffix(".txt"): text for name, text in REPORTS.items()}
    for found in told["findings"]:
        asked = found["asked"]
        assert DRAFT[asked["span"]["start"] : asked["span"]["end"]] == asked["words"]
        for place in found["places"]:
            spans = [texts[place["report"]][span["start"] : span["end"]] for span in place["spans"]]
            assert spans == place["exact"]
    assert [(e["draft_words"], e["report_words"]) for e in told["findings"][0]["places"][0]["edits"]] == [("two", "no")]


def test_a_draft_against_a_desk(files: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    desk = str(files / "desk.db")
    assert main(["add", desk, *(str(files / name) for name in REPORTS)]) == 0
    capfdbinary.readouterr()
    draft = str(files / "draft" / "draft.txt")
    assert main(["quote-check", draft, "--against", desk, "--format", "json"]) == 0
    assert [found["kind"] for found in json.loads(capfdbinary.readouterr().out)["findings"]] == KINDS


@pytest.mark.parametrize(
    ("output", "status", "message"),
    [("told.md", 2, "allowed: .html, .htm, .json; or tell --format"), ("told", 2, "no ending")],
)
def test_formats_it_has_not(
    files: Path, capsys: pytest.CaptureFixture[str], output: str, status: int, message: str
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["quote-check", "draft.txt", "--against", "a.txt", "--output", output])
    assert ended.value.code == status
    assert message in capsys.readouterr().err


def test_a_draft_that_is_several_texts(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["quote-check", str(files / "*.txt"), "--against", str(files / "lien.txt")]) == 1
    assert "it holds 2 texts (allowed: a draft that is one text)" in capsys.readouterr().err


def checked() -> QuoteCheck:
    """A check of words that would steer a terminal or a page."""
    text = 'Lien said: "<b>no\x1b[31m lifeboats at all</b>"'
    source = Source(
        report="<i>", sha256="0" * 64, text=text, said=(Said(span=Span(start=12, end=45), marks=True, speaker="L<x>"),)
    )
    words = "no\x1b[31m lifeboats <script> at all"
    asked = Asked(words=words, span=Span(start=0, end=len(words)), speaker="L<x>")
    return QuoteCheck(
        draft="<d>", sha256="1" * 64, findings=check([asked], [source]), aside=(asked,),
        reports=(Looked(id="<i>", sha256="0" * 64),), unread=(Unread(name="<u>", why="<why>"),),
    )  # fmt: skip


def test_nothing_of_a_text_steers_the_terminal_or_the_page() -> None:
    assert "\x1b" not in terminal(checked())
    assert "ALTERED" in terminal(checked())
    told = page(checked())
    assert "\x1b" not in told
    assert all(mark not in told for mark in ("<b>", "<i>", "<d>", "<u>", "<script>", "L<x>"))
    assert "<del>&lt;script&gt;" in told or "<del>script</del>" in told
