"""An error that nobody foresaw is told in plain words first, and keeps its trace."""

from __future__ import annotations

from pathlib import Path

import pytest

from crosswire.cli import main

TEXT = "Norland closed the strait of Mirra on Friday.\n\nFourteen ships turned back to Orsk.\n"


def break_at(monkeypatch: pytest.MonkeyPatch, where: str) -> None:
    """Lets a function of a stage fail."""

    def fail(*_: object, **__: object) -> None:
        raise IndexError("no such word")

    monkeypatch.setattr(where, fail)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "one.txt").write_text(TEXT, "utf-8")
    (tmp_path / "two.txt").write_text(TEXT.replace("Fourteen", "Sixteen"), "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("broken", "where"),
    [
        ("crosswire.clean.stamps", " while marking what is no part of a report, at report one"),
        ("crosswire.judge.points.differences", " while comparing"),  # of a point, which has no report
        ("crosswire.pipeline.align", ""),  # in no stage
    ],
)
def test_a_fault_is_told_in_plain_words_before_its_trace(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, broken: str, where: str
) -> None:
    break_at(monkeypatch, broken)
    assert main(["compare", str(folder / "one.txt"), str(folder / "two.txt")]) == 1
    told = capsys.readouterr()
    first, *rest = told.err.splitlines()
    assert first == (
        f"this is a fault of crosswire{where}, not of what it was given: IndexError: no such word; "
        "no file was written over"
    )
    assert "Traceback (most recent call last):" in rest
    assert rest[-1] == "IndexError: no such word"
    assert told.out == ""


def test_a_fault_leaves_the_file_that_was_to_be_written(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    page = folder / "page.html"
    page.write_text("the old page", "utf-8")
    break_at(monkeypatch, "crosswire.show.page")
    assert main(["compare", str(folder / "one.txt"), "--output", str(page)]) == 1
    assert capsys.readouterr().err.splitlines()[0].endswith(f"; {page} is as it was")
    assert page.read_text("utf-8") == "the old page"
