"""Every format, one report told in each: what is read, and what each tells of itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench.fuzz.builders import DAY, FORMATS, OUTLET, TEXT, TITLE, URL, WORDS
from hypothesis import given, settings
from hypothesis import strategies as st

from crosswire.model import Report, Unread
from crosswire.read import gather
from crosswire.read.formats.pdf import paragraphs
from crosswire.read.kinds import READERS

SILENT_OF_OUTLET = {"plain.txt", "mark.md", "print.pdf", "word.docx", "open.odt", "rich.rtf", "packed.zip", "nitf.xml"}
SILENT_OF_DAY = {"print.pdf", "word.docx", "open.odt", "rich.rtf"}
SEVERAL = {"lines.jsonl": 2, "crawl.warc": 2, "crawl2.warc.gz": 2, "packed.zip": 2}


@pytest.mark.parametrize("name", FORMATS)
def test_every_format(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(FORMATS[name]())
    reports, unread = gather([tmp_path / name])
    assert len(reports) == SEVERAL.get(name, 1)
    assert {note.kind for note in unread} <= {"aside"}
    for report in reports:
        assert all(words in report.text for words in WORDS)
        assert "<" not in report.text
    first = reports[0]
    assert first.title == TITLE or name in ("plain.txt", "mark.md", "packed.zip")
    assert first.outlet == (None if name in SILENT_OF_OUTLET else OUTLET)
    assert (first.published or "").startswith("" if name in SILENT_OF_DAY else DAY)
    assert first.url in (URL, None)


def test_a_folder_of_everything(tmp_path: Path) -> None:
    for name, build in FORMATS.items():
        (tmp_path / name).write_bytes(build())
    (tmp_path / "README.md").write_text("How these were gathered.")
    (tmp_path / "LICENSE").write_text("Free.")
    (tmp_path / "map.png").write_bytes(b"\x89PNG")
    (tmp_path / "empty.txt").write_bytes(b"")
    reports, unread = gather([tmp_path])
    assert len(reports) == len(FORMATS) + len(SEVERAL)
    assert len({report.id for report in reports}) == len(reports)
    why = {(Path(note.name).name, note.why, note.kind) for note in unread}
    assert ("map.png", "a picture, no report", "aside") in why
    assert ("empty.txt", "empty file", "unread") in why
    assert (tmp_path.name, "2 set aside: a note about the files, no report: LICENSE, README.md", "aside") in why
    assert ("mail.eml", "map.png: an attachment is not read: save it and give it by itself", "aside") in why


def test_a_note_that_is_named_itself_is_read(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text(TEXT)
    assert [report.text for report in gather([tmp_path / "README.md"])[0]] == [TEXT]


@settings(max_examples=150)
@given(
    st.sampled_from([*READERS, *(f"{ending}.gz" for ending in READERS), ".dat", ""]),
    st.one_of(st.binary(max_size=300), st.sampled_from(list(FORMATS)).map(lambda name: FORMATS[name]())),
    st.binary(max_size=30),
    st.integers(0, 2000),
)
def test_whatever_is_given_ends_as_report_or_with_a_reason(
    tmp_path_factory: pytest.TempPathFactory, ending: str, data: bytes, noise: bytes, at: int
) -> None:
    path = tmp_path_factory.mktemp("any") / f"a{ending}"
    path.write_bytes(data[:at] + noise + data[at:])
    reports, unread = gather([path])
    assert reports or unread
    assert all(isinstance(report, Report) and report.text.strip() for report in reports)
    assert all(isinstance(note, Unread) and note.why and note.name == str(path) for note in unread)
    for report in reports:
        report.to_json()


@pytest.mark.parametrize(
    ("page", "text"),
    [
        (
            "A line of many words that goes on.\nAnd ends.\nA line of words that goes on again",
            "A line of many words that goes on. And ends.\n\nA line of words that goes on again",
        ),
        (
            "The harbour mas-\nter spoke of it at length today\nand left.",
            "The harbour master spoke of it at length today and left.",
        ),
        ("The Anglo-\nVeskian treaty", "The Anglo-Veskian treaty"),
        ("One.\n\nTwo.", "One.\n\nTwo."),
        ("", ""),
    ],
)
def test_the_lines_of_a_printed_page_are_joined(page: str, text: str) -> None:
    assert paragraphs(page) == text
