"""A server asked as a program asks it, with the client of the SDK; every answer is held against its schema."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Iterator
from typing import Any

import anyio
import jsonschema
from mcp import Client
from mcp.server import MCPServer
from mcp.types import CallToolResult

#: Tools that need a desk, each with arguments that it has an answer to on the desk of conftest.
DESK_TOOLS: dict[str, dict[str, Any]] = {
    "list_stories": {},
    "get_story": {"story": "s1", "parts": ["reports", "origins", "points", "statements", "acts", "timeline"]},
    "search_desk": {"words": "ferry OR miners"},
    "read_report": {"report": "ferry-post-6"},
    "find_statements": {"act": "denial"},
    "check_quote": {"text": "the Havbris had no lifeboats"},
    "get_value_history": {"story": "s1", "point": "p2"},
    "find_commitments": {"story": "s1", "kind": "denial"},
    "verify_desk": {},
}


def with_client(served: Any, work: Callable[[Client], Awaitable[Any]]) -> Any:
    """What `work` gives with a client of a server, a transport or an address."""

    async def run() -> Any:
        async with Client(served, read_timeout_seconds=60) as client:
            return await work(client)

    return anyio.run(run)


def called(served: Any, tool: str, **arguments: Any) -> CallToolResult:
    """The answer of a tool, an error or not."""

    async def work(client: Client) -> CallToolResult:
        return await client.call_tool(tool, arguments)

    found: CallToolResult = with_client(served, work)
    return found


def asked(made: MCPServer[Any], tool: str, **arguments: Any) -> dict[str, Any]:
    """The answer of a tool that is none of an error, held against the schema that the server lists for it."""
    found = called(made, tool, **arguments)
    assert not found.is_error, found.content
    return checked(made, tool, found)


def checked(made: MCPServer[Any], tool: str, found: CallToolResult) -> dict[str, Any]:
    """The structured content of an answer, which is also its text, and fits the tool's schema."""
    plain = found.structured_content
    assert isinstance(plain, dict)
    (content,) = found.content
    assert json.loads(content.text) == plain  # type: ignore[union-attr]
    jsonschema.Draft202012Validator(schema_of(made, tool)).validate(plain)
    return plain


def schema_of(made: MCPServer[Any], tool: str) -> dict[str, Any]:
    """The output schema of a tool."""
    schema = next(one for one in anyio.run(made.list_tools) if one.name == tool).output_schema
    assert schema is not None
    return schema


def error(made: MCPServer[Any], tool: str, **arguments: Any) -> str:
    """What a tool says of wrong arguments: one line."""
    found = called(made, tool, **arguments)
    assert found.is_error
    (content,) = found.content
    text: str = content.text  # type: ignore[union-attr]
    assert len(text) <= 1000
    assert text.isprintable()
    return text


def evidences(plain: object) -> Iterator[tuple[str, int, int, str]]:
    """Every (report, start, end, exact) in an answer, those of places among them."""
    if isinstance(plain, dict):
        if {"report", "start", "end", "exact"} <= plain.keys():
            yield plain["report"], plain["start"], plain["end"], plain["exact"]
        if {"report", "spans", "exact"} <= plain.keys():
            for span, exact in zip(plain["spans"], plain["exact"], strict=True):
                yield plain["report"], span["start"], span["end"], exact
        for value in plain.values():
            yield from evidences(value)
    elif isinstance(plain, list):
        for value in plain:
            yield from evidences(value)
