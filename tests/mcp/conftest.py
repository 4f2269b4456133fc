"""A desk of three invented events, a folder of two reports, and the server of both; none needs a model."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from mcp.server import MCPServer
from tests.store.invented import Clock, Plain, report

from crosswire.mcp import server as servers
from crosswire.mcp.folders import Folders
from crosswire.model import Report, Story, Unread
from crosswire.store import Desk

GIVEN = (
    report("ferry", 6, "Post", url="https://post.example/ferry"),
    report("ferry", 8, "Wire"),
    report("ferry", 9, "Courier", more="The hull was patched in spring."),
    report("mine", 31, "Post"),
    report("mine", 33, "Wire"),
    report("bank", 4, "Ledger"),
)


def plainly(reports: Sequence[Report], unread: Sequence[Unread]) -> Story:
    """Compares without a model."""
    plain = Plain()
    told = plain.compare(plain.read(reports, lambda step, share: None), lambda step, share: None)
    return Story(**{**{name: getattr(told, name) for name in told.__struct_fields__}, "unread": tuple(unread)})


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with Desk(tmp_path_factory.mktemp("desk") / "desk.db", analyst=Plain(), clock=Clock()) as made:
        for one in GIVEN:
            made.add([one])
        made.add([report("ferry", 7, "Post", url="https://post.example/ferry")])  # a second version of the first
        yield made


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("folder")
    for one in GIVEN[:2]:
        (made / f"{one.outlet}.txt").write_text(one.text, "utf-8")
    (made / "inner").mkdir()
    (made / "inner" / "mine.txt").write_text(GIVEN[3].text, "utf-8")
    return made


@pytest.fixture
def made(desk: Desk, folder: Path, monkeypatch: pytest.MonkeyPatch) -> MCPServer[Any]:
    monkeypatch.setattr(servers, "compared", plainly)
    return servers.server(desk, Folders([str(folder)]))
