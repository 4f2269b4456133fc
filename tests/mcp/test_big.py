"""A desk of ten thousand reports: every answer stays inside its bounds, and a cursor reaches the end."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from mcp.server import MCPServer
from tests.mcp.asking import asked
from tests.store.invented import Clock, Plain

from crosswire.mcp.bounds import mark, tokens
from crosswire.mcp.folders import Folders
from crosswire.mcp.server import server
from crosswire.model import Report
from crosswire.store import Desk

pytestmark = pytest.mark.slow

_SYLLABLES = ("mar", "tel", "or", "vik", "sen", "dal", "ku", "rin", "bel", "hol", "ast", "grim", "pet", "lu", "van")
#: Events, and reports of each but the first, which has all the rest.
EVENTS, EACH, REPORTS = 2451, 4, 10_000


class Told(Plain):
    """Groups by what an id begins with."""

    def group(self, reports: Sequence[Report]) -> tuple[str, ...]:
        return tuple(report.id.split("-")[0] for report in reports)


def invented() -> Iterator[Report]:
    draw = random.Random(7)
    for event in range(EVENTS):
        ship, port, master = ("".join(draw.choices(_SYLLABLES, k=3)).capitalize() for _ in range(3))
        for k in range(REPORTS - (EVENTS - 1) * EACH if event == 0 else EACH):
            yield Report(
                id=f"e{event}-{k}",
                text=f"The ferry {ship} sank off Port {port} on Monday. {k + event % 50} passengers drowned "
                f"near {port}. Harbour master {master} said the {ship} had no lifeboats. "
                f"Divers of {port} raise the {ship}.",
                title=f"Ferry {ship} sinks ({k})", outlet=f"Outlet {k}", published="2031-05-05", language="en",
            )  # fmt: skip


@pytest.fixture(scope="module")
def big(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with Desk(tmp_path_factory.mktemp("big") / "desk.db", analyst=Told(), clock=Clock()) as desk:
        stored, _ = desk.store(list(invented()))
        assert len(stored) == REPORTS
        desk.catch_up()
        yield desk


@pytest.fixture
def of_it(big: Desk) -> MCPServer[Any]:
    return server(big, Folders([]))


@pytest.mark.parametrize(
    ("tool", "arguments", "items"),
    [
        ("list_stories", {"limit": 50}, "stories"),
        ("list_stories", {"limit": 50, "cursor": f"2400-{mark('stories', None)}"}, "stories"),
        ("get_story", {"story": "s1", "parts": ["reports", "points", "statements", "acts"], "limit": 50}, "reports"),
        ("get_story", {"story": "s1", "parts": ["points"], "limit": 50}, "points"),
        ("search_desk", {"words": "ferry", "limit": 50}, "hits"),
        ("search_desk", {"words": "ferry", "limit": 50, "cursor": f"9950-{mark('search', 'ferry')}"}, "hits"),
        ("search_desk", {"words": "verdict:conflicting", "limit": 50}, "hits"),
        ("find_statements", {"since": "2030", "limit": 50}, "hits"),
        ("find_statements", {"act": "denial", "limit": 50}, "hits"),
        ("check_quote", {"text": "the ferry had no lifeboats"}, "places"),
        ("check_quote", {"text": "sank off Port on Monday and had no lifeboats to raise"}, None),
        ("get_value_history", {"story": "s1", "point": "p2", "limit": 50}, "tellings"),
        ("find_commitments", {"story": "s1", "kind": "denial", "limit": 50}, "commitments"),
        ("verify_desk", {}, None),
    ],
)
def test_answers_stay_inside_their_bounds(
    of_it: MCPServer[Any], tool: str, arguments: dict[str, Any], items: str | None
) -> None:
    told = asked(of_it, tool, **arguments)
    assert tokens(json.dumps(told, ensure_ascii=False)) < 25_000
    if items is not None:
        assert 0 < len(told[items]) <= 50


def test_cursors_reach_every_story(of_it: MCPServer[Any]) -> None:
    seen: list[str] = []
    cursor, first = None, True
    while first or cursor:
        told = asked(of_it, "list_stories", limit=50, cursor=cursor)
        seen += [story["id"] for story in told["stories"]]
        cursor, first = told["next"], False
    assert len(seen) == len(set(seen)) == EVENTS
