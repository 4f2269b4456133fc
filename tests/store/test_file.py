"""The file of a desk: what is none, what cannot be written, what is from another version, what is full."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from tests.store.invented import Plain, report

from crosswire.errors import DeskError
from crosswire.store import Desk, file, schema

NEXT = "ALTER TABLE stories ADD COLUMN colour TEXT; CREATE TABLE colours (name TEXT PRIMARY KEY);"


def opened(path: Path) -> Desk:
    return Desk(path, analyst=Plain())


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    with opened(tmp_path / "desk.db") as desk:
        desk.add([report("ferry", 6, "Post"), report("mine", 4, "Wire")])
    return tmp_path / "desk.db"


def _text(path: Path) -> None:
    path.write_text("The ferry sank.\n" * 100)


def _other(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE cats (name)")


def _newer(path: Path) -> None:
    with opened(path) as desk:
        desk.add(report("ferry"))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {schema.VERSION + 1}")


def _nothing(path: Path) -> None:
    pass


def _cut(path: Path) -> None:
    with opened(path) as desk:
        desk.add([report("ferry", n, f"Outlet {n}") for n in range(20)])
    path.write_bytes(path.read_bytes()[: 4096 * 12 + 100])


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (_nothing, "desk.db: there is no such file .allowed: crosswire add DESK REPORT... makes one"),
        (_text, "desk.db: it is not a desk, nor any SQLite file"),
        (_other, "desk.db: it is a file of another program, not a desk"),
        (_newer, "desk.db: it was written by a newer crosswire .tables of version 3. .allowed: versions up to 2"),
        (_cut, "desk.db: it is damaged"),
        (Path.mkdir, "desk.db: it cannot be opened"),
    ],
)
def test_what_is_no_desk_is_told(tmp_path: Path, make: Callable[[Path], None], message: str) -> None:
    make(tmp_path / "desk.db")
    with pytest.raises(DeskError, match=message):
        ask_everything(tmp_path / "desk.db")


def ask_everything(path: Path) -> None:
    with opened(path) as desk:
        desk.stories()
        desk.search("ferry")
        desk.verify()
        desk.story("s1")


def test_it_is_never_made_over_what_is_there(tmp_path: Path) -> None:
    _other(tmp_path / "desk.db")
    before = (tmp_path / "desk.db").read_bytes()
    with pytest.raises(DeskError, match="it is a file of another program"), opened(tmp_path / "desk.db") as desk:
        desk.add(report("ferry"))
    assert (tmp_path / "desk.db").read_bytes() == before


def test_no_folder(tmp_path: Path) -> None:
    with pytest.raises(DeskError, match="there is no folder"), opened(tmp_path / "no" / "desk.db") as desk:
        desk.add(report("ferry"))


def test_a_desk_says_what_it_is(filled: Path) -> None:
    with closing(sqlite3.connect(filled)) as connection:
        assert connection.execute("PRAGMA application_id").fetchone()[0] == schema.APPLICATION
        assert connection.execute("PRAGMA user_version").fetchone()[0] == schema.VERSION
        assert connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is write-protected for root; the next test stands in")
def test_a_write_protected_file_is_read(filled: Path) -> None:
    filled.chmod(0o444)
    filled.parent.chmod(0o555)
    try:
        _reads_and_refuses(filled)
    finally:
        filled.parent.chmod(0o755)


def test_a_read_only_file_is_read_and_checked(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file.DeskFile, "writable", False)
    _reads_and_refuses(filled)


def _reads_and_refuses(path: Path) -> None:
    with opened(path) as desk:
        assert len(desk.stories()) == 2
        assert desk.search("ferry").total == 1
        assert desk.verify().sound
        for work in (lambda: desk.add(report("bank")), lambda: desk.mark("s1", "p1", "right", by="ann")):
            with pytest.raises(DeskError, match="it is read-only, or its folder is"):
                work()


def test_a_locked_desk_says_so_and_is_read_meanwhile(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file, "PATIENCE", 0.1)
    with opened(filled) as desk, closing(sqlite3.connect(filled, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE meta SET value = value")
        assert len(desk.stories()) == 2
        with pytest.raises(DeskError, match="another program is writing to it, and went on for"):
            desk.add(report("bank"))
        other.execute("COMMIT")
        assert desk.add(report("bank")).stories == ("s3",)


def test_a_writer_waits_for_another(filled: Path) -> None:
    with (
        opened(filled) as desk,
        closing(sqlite3.connect(filled, isolation_level=None, check_same_thread=False)) as other,
    ):
        other.execute("BEGIN IMMEDIATE")
        threading.Timer(0.3, lambda: other.execute("COMMIT")).start()
        assert desk.add(report("bank")).stories == ("s3",)


def test_a_full_disk_leaves_all_that_was_there(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """SQLite is told that the file may grow no further, and says what it says when a disk is full."""
    opens = file.DeskFile._opened

    def tight(self: file.DeskFile, uri: str) -> sqlite3.Connection:
        connection = opens(self, uri)
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages + 2}")
        return connection

    with opened(filled) as desk:
        before = [story.id for story in desk.stories()]
    with monkeypatch.context() as patch:
        patch.setattr(file.DeskFile, "_opened", tight)
        with opened(filled) as desk, pytest.raises(DeskError, match=r"there is no room left on the disk"):
            desk.add([report("bank", n, f"Outlet {n}", more="Long. " * 2000) for n in range(5)])
    with opened(filled) as desk:
        assert [story.id for story in desk.stories()] == before
        assert desk.verify().sound
        assert len(desk.add([report("bank", n, f"Outlet {n}") for n in range(5)]).reports) == 5


@pytest.mark.slow
def test_a_disk_that_is_really_full(tmp_path: Path) -> None:
    """On a file system of 1 MB in memory, where this machine lets one be mounted."""
    place = tmp_path / "small"
    place.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "none", str(place)], capture_output=True).returncode:
        pytest.skip("no file system may be mounted here")
    try:
        with opened(place / "desk.db") as desk:
            desk.add(report("ferry"))
            many = [report("bank", n, f"Outlet {n}", more="Long. " * 5000) for n in range(100)]
            with pytest.raises(DeskError, match=r"no room left|the system failed"):
                desk.add(many)
        with opened(place / "desk.db") as desk:
            assert desk.stories()
            assert desk.verify().sound
    finally:
        subprocess.run(["umount", str(place)], check=True)


@pytest.fixture
def newer(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The desk made, and then as crosswire's next version, whose tables have one column and one table more."""
    monkeypatch.setattr(schema, "VERSION", schema.VERSION + 1)
    monkeypatch.setitem(schema.MIGRATIONS, schema.VERSION - 1, NEXT)


def backups(path: Path) -> list[Path]:
    return sorted(path.parent.glob(f"{path.name}.version-*.backup"))


@pytest.mark.usefixtures("newer")
def test_an_older_desk_is_brought_up_to_date_after_a_copy(filled: Path) -> None:
    before = sqlite3.connect(filled).execute("SELECT id, text FROM reports").fetchall()
    with opened(filled) as desk:
        assert len(desk.stories()) == 2
        assert desk.verify().sound
        desk.add(report("bank"))
    with closing(sqlite3.connect(filled)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone()[0] == schema.VERSION
        assert connection.execute("SELECT colour FROM stories").fetchall()
    (copy,) = backups(filled)
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone()[0] == schema.VERSION - 1
        assert connection.execute("SELECT id, text FROM reports").fetchall() == before


@pytest.mark.usefixtures("newer")
def test_a_migration_that_fails_changes_nothing(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(schema.MIGRATIONS, schema.VERSION - 1, f"{NEXT} SELECT colour FROM nowhere;")
    with pytest.raises(sqlite3.OperationalError, match="nowhere"), opened(filled) as desk:
        desk.stories()
    with closing(sqlite3.connect(filled)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone()[0] == schema.VERSION - 1
        assert not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'colours'").fetchall()


def test_a_script_is_cut_into_its_statements() -> None:
    script = (
        "CREATE TABLE a (b); -- one; two\nCREATE TRIGGER c AFTER INSERT ON a BEGIN DELETE FROM a; END;\nSELECT ';';"
    )
    told = list(file.statements(script))
    assert len(told) == 3
    assert "".join(told) == script


def test_every_version_has_a_step_to_the_next() -> None:
    assert sorted(schema.MIGRATIONS) == list(range(1, schema.VERSION))


def test_a_migrated_desk_has_the_tables_of_a_new_one(tmp_path: Path) -> None:
    """From the first schema on; the first one is the newest while there is no step."""
    first = Path(__file__).with_name("schema-1.sql").read_text()
    with closing(sqlite3.connect(tmp_path / "old.db", isolation_level=None)) as connection:
        for statement in file.statements(first):
            connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {schema.APPLICATION}")
        connection.execute("PRAGMA user_version = 1")
        connection.execute("PRAGMA journal_mode = WAL")
    with opened(tmp_path / "old.db") as old, opened(tmp_path / "new.db") as new:
        old.add(report("ferry"))
        new.add(report("ferry"))
    assert tables(tmp_path / "old.db") == tables(tmp_path / "new.db")


def tables(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(path)) as connection:
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")]
        return {name: connection.execute(f"PRAGMA table_xinfo({name})").fetchall() for name in sorted(names)}


def test_a_backup_is_a_whole_desk(filled: Path, tmp_path: Path) -> None:
    with opened(filled) as desk:
        desk.backup(tmp_path / "copy.db")
        desk.add(report("bank"))
        with pytest.raises(DeskError, match=r"copy.db: there is a file already"):
            desk.backup(tmp_path / "copy.db")
        with pytest.raises(DeskError, match=r"no such file or directory|cannot be opened"):
            desk.backup(tmp_path / "no" / "copy.db")
    with opened(tmp_path / "copy.db") as copy:
        assert len(copy.stories()) == 2
        assert copy.verify().sound
    assert not list(tmp_path.glob(".*partial*"))


# How Datasette finds the index of a table, so that its page of the table has a search box.
DETECT = """SELECT name FROM sqlite_master WHERE rootpage = 0 AND sql LIKE '%VIRTUAL TABLE%USING FTS%content="{}"%'"""


@pytest.mark.parametrize("table", ["reports", "points", "statements"])
def test_other_programs_search_the_tables(filled: Path, table: str) -> None:
    with closing(sqlite3.connect(filled)) as connection:
        ((index,),) = connection.execute(DETECT.format(table)).fetchall()
        found = f"SELECT count(*) FROM {table} WHERE n IN (SELECT rowid FROM {index} WHERE {index} MATCH 'lifeboat')"
        assert connection.execute(found).fetchone()[0]


@pytest.mark.parametrize(
    "view",
    ["story_list", "story_reports", "who_said_what", "open_conflicts", "value_history", "pins", "newest_versions"],
)
def test_every_view_can_be_read(filled: Path, view: str) -> None:
    with closing(sqlite3.connect(filled)) as connection:
        assert isinstance(connection.execute(f"SELECT * FROM {view}").fetchall(), list)
