"""Any arguments at all: an answer that fits its schema, or an error of one line; never a fault of the server's own."""

from __future__ import annotations

import json
import logging
from typing import Any

import anyio
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from mcp import Client
from mcp.server import MCPServer
from tests.mcp.asking import DESK_TOOLS, checked

NAMES = [
    "story", "parts", "as_of", "limit", "cursor", "words", "report", "start", "end", "version", "speaker", "act",
    "since", "until", "text", "point", "actor", "kind", "paths",
]  # fmt: skip
LIKELY = st.sampled_from(
    ["s1", "s2", "ferry-post-6", "p2", "t2", "points", ["points"], ["acts", "acts"], "denial", "2031-05-09", "3d", 1,
     20, "null", "[]", '{"a": 1}', "ferry", "in:points verdict:x", '"', "OR -", "NEAR(", "0-000000000000", "Post.txt",
     "\x00", ["."], ["\x00"], ["Post.txt"], "\u202e", "1" * 40, 2**63, -1, 1.5, True, None]
)  # fmt: skip
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)
ARGUMENTS = st.dictionaries(st.sampled_from(NAMES) | st.text(max_size=8), LIKELY | ANYTHING, max_size=5)
TOOLS = ("compare_reports", *DESK_TOOLS)


def properties(made: MCPServer[Any], tool: str) -> dict[str, Any]:
    """The arguments that a tool knows."""
    known: dict[str, Any] = next(one for one in anyio.run(made.list_tools) if one.name == tool).input_schema
    return known["properties"]


def outcome(made: MCPServer[Any], tool: str, arguments: dict[str, Any]) -> None:
    async def work() -> Any:
        async with Client(made) as client:
            return await client.call_tool(tool, arguments)

    found = anyio.run(work)
    if found.is_error:
        (content,) = found.content
        assert content.text.startswith(f"{tool}: ")
        assert content.text.isprintable()
        assert len(content.text) <= 1000
    else:
        checked(made, tool, found)


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(tool=st.sampled_from(TOOLS), arguments=ARGUMENTS, known=st.booleans())
def test_any_arguments(
    made: MCPServer[Any], caplog: pytest.LogCaptureFixture, tool: str, arguments: dict[str, Any], known: bool
) -> None:
    if known:
        usual = {"paths": ["Post.txt"]} if tool == "compare_reports" else DESK_TOOLS[tool]
        arguments = {**usual, **{name: value for name, value in arguments.items() if name in properties(made, tool)}}
    caplog.clear()
    outcome(made, tool, arguments)
    assert [record for record in caplog.records if record.levelno >= logging.ERROR] == []


@pytest.mark.parametrize("tool", TOOLS)
@pytest.mark.parametrize("half", ["\ud800", "a\udfffb"])
def test_half_a_character(made: MCPServer[Any], caplog: pytest.LogCaptureFixture, tool: str, half: str) -> None:
    for name in properties(made, tool):
        outcome(made, tool, {**DESK_TOOLS.get(tool, {"paths": ["Post.txt"]}), name: half})
        outcome(made, tool, {**DESK_TOOLS.get(tool, {"paths": ["Post.txt"]}), name: [half]})
    outcome(made, tool, {half: json.dumps(half)})
    assert [record for record in caplog.records if record.levelno >= logging.ERROR] == []
