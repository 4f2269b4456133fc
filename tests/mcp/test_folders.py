"""What lies outside the folders of a server is not read, however it is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from crosswire.errors import ArgumentError, NothingReadError
from crosswire.mcp import folders as under_test
from crosswire.mcp.folders import Folders

TEXT = "The ferry Havbris sank off Port Ansgar on Monday, harbour master Lien said in the evening of that day."


@pytest.fixture
def inside(tmp_path: Path) -> Path:
    (tmp_path / "in" / "deep").mkdir(parents=True)
    (tmp_path / "in" / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "in" / "deep" / "b.txt").write_text(TEXT + " It was raised.", "utf-8")
    (tmp_path / "in-beside").mkdir()
    for place in ("secret.txt", "in-beside/secret.txt"):
        (tmp_path / place).write_text(TEXT + " Nobody may know.", "utf-8")
    (tmp_path / "in" / "link.txt").symlink_to(tmp_path / "secret.txt")
    (tmp_path / "in" / "away").symlink_to(tmp_path / "in-beside")
    (tmp_path / "in" / "turn").symlink_to(tmp_path / "in" / "deep")
    return tmp_path / "in"


@pytest.mark.parametrize("told", ["a.txt", "./a.txt", "deep/b.txt", "deep/../a.txt", "turn/b.txt", "deep"])
def test_what_lies_inside_is_read(inside: Path, told: str) -> None:
    for path in (told, str(inside / told)):
        reports, unread = Folders([str(inside)]).read([path])
        assert (len(reports), unread) == (1, ())


@pytest.mark.parametrize(
    "told",
    ["../secret.txt", "link.txt", "away/secret.txt", "away", "deep/../../secret.txt", "../in-beside/secret.txt", "..",
     "/", "/etc/passwd", "nothing.txt", "~/x", "file:///etc/passwd", "a.txt\0", "\0", "x" * 5000, "-",
     "https://a.example/", "HTTP://a.example/", "a.txt/b", "\ud800"],
)  # fmt: skip
def test_what_lies_outside_is_refused(inside: Path, tmp_path: Path, told: str) -> None:
    for path in (told, str(tmp_path / "secret.txt")):
        with pytest.raises(ArgumentError) as raised:
            Folders([str(inside)]).read([path])
        assert "Nobody may know" not in str(raised.value)


def test_a_folder_does_not_lead_outside(inside: Path) -> None:
    reports, _ = Folders([str(inside)]).read(["."])
    assert sorted(report.text for report in reports) == [TEXT, TEXT + " It was raised."]


def test_a_list_of_addresses_is_named_and_not_fetched(inside: Path) -> None:
    (inside / "list.txt").write_text("https://a.example/1\nhttps://a.example/2\n", "utf-8")
    with pytest.raises(NothingReadError, match=r"list\.txt"):
        Folders([str(inside)]).read(["list.txt"])


def test_too_many_reports_are_refused(inside: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(under_test, "MOST_REPORTS", 1)
    with pytest.raises(ArgumentError, match="more than 1 reports"):
        Folders([str(inside)]).read(["a.txt", "deep/b.txt"])


def test_a_folder_has_to_be_one(inside: Path) -> None:
    for path in (inside / "a.txt", inside / "nothing"):
        with pytest.raises(ArgumentError, match="it is not a folder"):
            Folders([str(path)])
