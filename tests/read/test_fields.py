"""Fields by the names people use, in JSON and in tables; and the table that tells of the files beside it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from crosswire.read import Read, gather, look

TEXT = "Norland closed the strait of Mirra on Friday, its foreign minister said in Halden."


def only(path: Path, **fields: str) -> object:
    (report,), unread = gather([path], fields=fields)
    assert unread == ()
    return report


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ({"text": TEXT}, {"text": TEXT, "id": "re3a3d1ff0d"}),
        (
            {"maintext": TEXT, "source_domain": "halden.example", "date_publish": "2031-09-05 10:00:00"},
            {"outlet": "halden.example", "published": "2031-09-05T10:00:00"},
        ),
        (
            {"content": {"rendered": f"<p>{TEXT}</p><p>More.</p>"}, "title": {"rendered": "A &amp; B"}},
            {"text": f"{TEXT}\n\nMore."},
        ),
        ({"body": TEXT, "source": {"id": None, "name": "Halden Post"}}, {"outlet": "Halden Post"}),
        (
            {
                "articleBody": TEXT,
                "headline": "A",
                "datePublished": "2031-09-05T10:00:00Z",
                "publisher": {"name": "Halden Post"},
            },
            {"title": "A", "outlet": "Halden Post", "published": "2031-09-05T10:00:00+00:00"},
        ),
        (
            {"text": TEXT, "url": "https://www.halden.example/a/strait.html"},
            {"id": "strait", "outlet": "halden.example"},
        ),
        ({"text": TEXT, "published": 1946448000}, {"published": "2031-09-06T08:00:00+00:00"}),
        ({"text": TEXT, "published": "20310905"}, {"published": "2031-09-05"}),
        ({"text": "a <b> c", "id": 7}, {"text": "a <b> c", "id": "7"}),
        ({"description": TEXT, "content": "", "lang": "en-GB"}, {"text": TEXT, "language": "en"}),
    ],
)
def test_names_that_people_use(tmp_path: Path, row: dict[str, object], told: dict[str, str]) -> None:
    for name, data in (
        ("a.jsonl", json.dumps(row)),
        ("b.json", json.dumps([row], indent=1)),
        ("c.json", json.dumps({"articles": [row]})),
    ):
        (tmp_path / name).write_text(data)
        report = only(tmp_path / name)
        assert {key: getattr(report, key) for key in told if key != "id" or told["id"][0] != "r"} == {
            key: value for key, value in told.items() if key != "id" or value[0] != "r"
        }


def test_names_that_the_user_gives(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f"Kopf,Rumpf\nA,{json.dumps(TEXT)}\n")
    _, unread = gather([tmp_path])
    assert unread[0].why.startswith("no column of text among Kopf, Rumpf; allowed: text, body")
    report = only(tmp_path / "a.csv", text="Rumpf", title="Kopf")
    assert (report.title, report.text) == ("A", TEXT)  # type: ignore[attr-defined]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_what_parts_the_cells_of_a_table(tmp_path: Path, delimiter: str) -> None:
    quoted = json.dumps(TEXT)
    (tmp_path / "a.csv").write_text(
        f"title{delimiter}text\nA{delimiter}{quoted}\nB{delimiter}\n\n{delimiter}{quoted}\n"
    )
    reports, unread = gather([tmp_path])
    assert [(report.title, report.text) for report in reports] == [("A", TEXT), (None, TEXT)]
    assert [note.why.partition(";")[0] for note in unread] == ["line 3: empty text"]


@pytest.mark.parametrize(
    ("data", "why", "kind"),
    [
        ('{"format": "crosswire.story/1", "reports": []}', "a ledger that crosswire wrote, not a report", "aside"),
        ('{"name": "x", "version": 1}', "no report in it: nothing that is called text", "aside"),
        ("[]", "no report in it", "aside"),
        ("7", "neither a list nor an object", "unread"),
        ("[" * 100_000, "not JSON", "unread"),
        ("{", "not JSON: Input data was truncated", "unread"),
    ],
)
def test_json_that_holds_no_report(tmp_path: Path, data: str, why: str, kind: str) -> None:
    (tmp_path / "a.json").write_text(data)
    (note,) = gather([tmp_path / "a.json"])[1]
    assert note.why.startswith((why, "nested too deeply"))
    assert note.kind == kind


def test_a_table_tells_of_the_files_beside_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "c.txt").write_text(TEXT + " More.")
    rows = "file,outlet,published,url\na.txt,Halden Post,2031-09-05,https://halden.example/a\n"
    (tmp_path / "reports.csv").write_text(rows + "b/c.txt,Orsk Courier,soon,\ngone.txt,X,,\n")
    items = list(look([tmp_path]))
    told = {item.report.id: item for item in items if isinstance(item, Read)}
    report = told["a"].report
    assert (report.outlet, report.published, report.url) == ("Halden Post", "2031-09-05", "https://halden.example/a")
    assert (told["a"].whence.outlet, told["a"].whence.published) == ("reports.csv", "reports.csv")
    assert (told["c"].report.outlet, told["c"].report.published) == ("Orsk Courier", None)
    assert [item.why for item in items if not isinstance(item, Read)] == [
        "line 4: no such file: gone.txt",
        "b/c.txt: published is not a date: 'soon'",
    ]
    (alone,), _ = gather([tmp_path / "a.txt"])
    assert alone.outlet == "Halden Post"
