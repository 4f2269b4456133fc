"""The file of a desk: opened, checked, brought up to date, read and written; each failure told in plain words."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from crosswire.errors import DeskError
from crosswire.store import schema

#: Seconds that a writer waits for another one.
PATIENCE: Final = 30.0
_MAKES_ONE: Final = "crosswire add DESK REPORT... makes one"


class DeskFile:
    """One SQLite file, safe to use from many threads: every piece of work opens a connection of its own.

    One connection stays open and idle until `close`, so that the write-ahead log is not folded in after each of them.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = Path(path)
        self._uri = self.path.absolute().as_uri()
        self._lock = threading.Lock()
        self._keeper: sqlite3.Connection | None = None

    def close(self) -> None:
        """Folds the write-ahead log into the file and lets go of it."""
        with self._lock:
            if self._keeper is not None:
                self._keeper.close()
                self._keeper = None

    @property
    def writable(self) -> bool:
        """Tells whether the file, and its folder, can be written."""
        return os.access(self.path, os.W_OK) and os.access(self.path.parent, os.W_OK)

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Gives a connection that sees one state of the desk, whatever others write meanwhile.

        Raises:
            DeskError: there is no desk at this path, or it cannot be read.
        """
        with self._told():
            self._ready(create=False)
            with closing(self._connect()) as connection:
                connection.execute("PRAGMA query_only = ON")
                connection.execute("BEGIN")
                yield connection
                connection.execute("ROLLBACK")

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Gives a connection inside one immediate transaction, kept at the end of the block and undone by an error.

        Raises:
            DeskError: the file is no desk, is read-only, is locked by another writer for 30 seconds, or has no room.
        """
        with self._told():
            self._ready(create=True)
            with closing(self._connect()) as connection:
                connection.execute("BEGIN IMMEDIATE")
                try:
                    yield connection
                    connection.execute("COMMIT")
                except BaseException:
                    if connection.in_transaction:
                        connection.execute("ROLLBACK")
                    raise

    @contextmanager
    def alone(self) -> Iterator[sqlite3.Connection]:
        """Gives a connection outside any transaction, for what SQLite does only there (VACUUM, a backup)."""
        with self._told():
            self._ready(create=False)
            with closing(self._connect()) as connection:
                yield connection

    @contextmanager
    def checking(self) -> Iterator[sqlite3.Connection]:
        """Gives a connection for checks that SQLite counts as writing; onto a copy where the desk is read-only."""
        with self._told():
            self._ready(create=False)
            with closing(self._connect()) as connection:
                if self.writable:
                    yield connection
                    return
                with closing(sqlite3.connect("", isolation_level=None)) as copy:
                    connection.backup(copy)
                    copy.row_factory = sqlite3.Row
                    yield copy

    def backup(self, target: Path) -> None:
        """Copies the desk as it is now to a new file, while others go on reading and writing.

        Raises:
            DeskError: there is something at `target`, or it cannot be written.
        """
        if target.exists():
            raise DeskError(str(target), "there is a file already", "a path where nothing is")
        partial = target.with_name(f".{target.name}.partial")
        partial.unlink(missing_ok=True)
        try:
            with self.alone() as connection:
                _copy(connection, partial)
            os.replace(partial, target)
        except OSError as error:
            raise DeskError(str(target), (error.strerror or str(error)).lower()) from None
        finally:
            partial.unlink(missing_ok=True)

    def _connect(self) -> sqlite3.Connection:
        mode = "rw" if self.writable else "ro"
        try:
            return self._opened(f"{self._uri}?mode={mode}")
        except sqlite3.OperationalError:
            if mode == "rw":
                raise
            return self._opened(f"{self._uri}?immutable=1")  # a write-ahead log cannot be made beside it

    def _opened(self, uri: str) -> sqlite3.Connection:
        connection = sqlite3.connect(uri, uri=True, timeout=PATIENCE, isolation_level=None, check_same_thread=False)
        try:
            connection.row_factory = sqlite3.Row
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA recursive_triggers = ON")
            connection.execute("PRAGMA secure_delete = ON")
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except BaseException:
            connection.close()
            raise
        return connection

    def _ready(self, *, create: bool) -> None:
        """Sees to it that the file is a desk of this version, once for each time it is opened."""
        with self._lock:
            if self._keeper is not None:
                return
            if not self.path.exists():
                if not create:
                    raise DeskError(str(self.path), "there is no such file", _MAKES_ONE)
                self._create()
            keeper = self._connect()
            try:
                self._check(keeper)
            except BaseException:
                keeper.close()
                raise
            self._keeper = keeper

    def _create(self) -> None:
        """Makes the file under another name and moves it into place whole: a killed process leaves no half desk."""
        if not self.path.parent.is_dir():
            raise DeskError(str(self.path), f"there is no folder {self.path.parent}")
        partial = self.path.with_name(f".{self.path.name}.{os.getpid()}.{threading.get_ident()}.new")
        try:
            with closing(sqlite3.connect(partial, isolation_level=None)) as connection:
                connection.execute("PRAGMA journal_mode = WAL")
                connection.execute("BEGIN")
                for statement in statements(schema.SCHEMA):
                    connection.execute(statement)
                connection.execute(f"PRAGMA application_id = {schema.APPLICATION}")
                connection.execute(f"PRAGMA user_version = {schema.VERSION}")
                connection.execute("COMMIT")
            try:
                os.link(partial, self.path)
            except FileExistsError:
                pass  # another process was first
            except OSError:
                os.replace(partial, self.path)  # a file system without links
        except OSError as error:
            raise DeskError(str(self.path), (error.strerror or str(error)).lower()) from None
        finally:
            for left in ("", "-wal", "-shm", "-journal"):
                Path(f"{partial}{left}").unlink(missing_ok=True)

    def _check(self, connection: sqlite3.Connection) -> None:
        """Raises DeskError for a file that is no desk or of a newer version; brings an older one up to date."""
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        if application != schema.APPLICATION:
            raise DeskError(str(self.path), "it is a file of another program, not a desk", _MAKES_ONE)
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version > schema.VERSION:
            raise DeskError(
                str(self.path),
                f"it was written by a newer crosswire (tables of version {version})",
                f"versions up to {schema.VERSION}; install a newer crosswire",
            )
        if version < schema.VERSION:
            self._migrate(connection, version)

    def _migrate(self, connection: sqlite3.Connection, version: int) -> None:
        """Takes the desk from `version` to this one in one transaction, after a copy of it was made beside it."""
        if not self.writable:
            raise DeskError(str(self.path), f"it is read-only and its tables are of the older version {version}")
        stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
        copy = self.path.with_name(f"{self.path.name}.version-{version}-{stamp}.backup")
        partial = copy.with_name(f".{copy.name}.partial")
        try:
            _copy(connection, partial)
            os.replace(partial, copy)
        finally:
            partial.unlink(missing_ok=True)
        connection.execute("BEGIN IMMEDIATE")
        try:
            now = connection.execute("PRAGMA user_version").fetchone()[0]  # another process may have been first
            for step in range(now, schema.VERSION):
                for statement in statements(schema.MIGRATIONS[step]):
                    connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {schema.VERSION}")
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Turns what SQLite says into plain words."""
        try:
            yield
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.IntegrityError | sqlite3.ProgrammingError):
                raise  # a fault of crosswire
            told = self._words(error)
            if told is None:
                raise
            raise DeskError(str(self.path), *told) from error

    def _words(self, error: sqlite3.DatabaseError) -> tuple[str, str | None] | None:
        if "Could not decode to UTF-8" in str(error):
            return "it is damaged (a text in it is none)", "a backup; crosswire verify DESK tells what is wrong"
        name = getattr(error, "sqlite_errorname", "") or ""
        if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            return f"another program is writing to it, and went on for {PATIENCE:.0f} seconds", "try again later"
        if name.startswith("SQLITE_READONLY"):
            return "it is read-only, or its folder is", "a file and a folder that can be written"
        if name.startswith("SQLITE_FULL"):
            return "there is no room left on the disk; nothing half-done was kept", None
        if name.startswith("SQLITE_NOTADB"):
            return "it is not a desk, nor any SQLite file", _MAKES_ONE
        if name.startswith("SQLITE_CORRUPT"):
            return f"it is damaged ({error})", "a backup; crosswire verify DESK tells what is wrong"
        if name.startswith("SQLITE_CANTOPEN"):
            return "it cannot be opened", "a file that can be read, in a folder that exists"
        if name.startswith(("SQLITE_IOERR", "SQLITE_NOMEM")):
            return f"the system failed while reading or writing it ({error})", None
        return None


def statements(script: str) -> Iterator[str]:
    """Gives the statements of an SQL script one by one; `executescript` would end the transaction they stand in."""
    *pieces, rest = script.split(";")
    statement = ""
    for piece in pieces:
        statement += piece + ";"
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
    if (statement + rest).strip():
        yield statement + rest


def _copy(connection: sqlite3.Connection, target: Path) -> None:
    with closing(sqlite3.connect(target)) as copy:
        connection.backup(copy)
