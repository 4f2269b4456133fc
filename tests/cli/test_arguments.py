"""Arguments: what is understood, and what a wrong one is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from crosswire.cli import main
from crosswire.cli.arguments import format_of
from crosswire.cli.page import page

DOCS = Path(__file__).parents[2] / "docs" / "cli.md"


@pytest.mark.parametrize(
    ("told", "output", "form"),
    [
        (None, None, "terminal"),
        (None, "-", "terminal"),
        (None, "a.html", "html"),
        (None, "a.HTM", "html"),
        (None, "a.json", "json"),
        (None, "a.md", "markdown"),
        (None, "folder.x/a.csv", "csv"),
        ("json", "a.html", "json"),
        ("csv", "a.data", "csv"),
        ("terminal", "a.txt", "terminal"),
    ],
)
def test_format_of(told: str | None, output: str | None, form: str) -> None:
    assert format_of(told, output) == form


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "crosswire compare reports/ "),
        ([], "set the reports given side by side"),
        (["reed", "a.txt"], "invalid choice: 'reed' (choose from"),
        (["compare"], "the following arguments are required: REPORT"),
        (["compare", "a.txt", "--format", "pdf"], "invalid choice: 'pdf' (choose from"),
        (
            ["compare", "a.txt", "--output", "a.docx"],
            "unknown ending '.docx' in 'a.docx' (allowed: .html, .htm, .json, .md, .csv",
        ),
        (["compare", "a.txt", "--output", "story"], "no ending in 'story' (allowed: .html, .htm, .json, .md, .csv"),
        (["compare", "a.txt", "--stric"], "unrecognized arguments: --stric"),
        (["statements", "a.txt", "--format", "json"], "unrecognized arguments: --format"),
    ],
)
def test_wrong_arguments_end_with_2(capsys: pytest.CaptureFixture[str], arguments: list[str], message: str) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    told = capsys.readouterr()
    assert ended.value.code == 2
    assert message in told.err
    assert told.out == ""


@pytest.mark.parametrize(
    "arguments", [["--help"], ["compare", "--help"], ["statements", "-h"], ["group", "-h"], ["--version"]]
)
def test_help_ends_with_0(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 0
    assert "crosswire" in capsys.readouterr().out


def test_the_page_of_the_command_line_is_up_to_date() -> None:
    assert DOCS.read_text("utf-8") == page(), "run: python -m crosswire.cli.page > docs/cli.md"
