"""The same answers over standard input and output, and over HTTP on this computer, which refuses all others."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import anyio
import httpx2
import pytest
from mcp import Client
from mcp.client.stdio import StdioServerParameters
from mcp.client.streamable_http import streamable_http_client
from mcp.server import MCPServer
from tests.mcp.asking import DESK_TOOLS, asked, called, with_client

from crosswire.mcp.serving import app
from crosswire.store import Desk

SOURCE = str(Path(__file__).parents[2] / "src")
HERE = "http://127.0.0.1:8417"


async def all_tools(client: Client) -> dict[str, Any]:
    listed = {tool.name for tool in (await client.list_tools()).tools}
    assert set(DESK_TOOLS) <= listed
    answers = {}
    for tool, arguments in DESK_TOOLS.items():
        found = await client.call_tool(tool, arguments)
        assert not found.is_error, (tool, found.content)
        answers[tool] = found.structured_content
    wrong = await client.call_tool("get_story", {"story": "s99"})
    assert wrong.is_error
    health = (await client.read_resource("crosswire://desk/health")).contents[0]
    assert '"sound":true' in health.text  # type: ignore[union-attr]
    return answers


def command(desk: Desk, *more: str) -> list[str]:
    return [sys.executable, "-m", "crosswire.cli", "mcp", str(desk.path), *more]


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": SOURCE}


def test_over_standard_input_and_output(made: MCPServer[Any], desk: Desk) -> None:
    program, *arguments = command(desk)
    served = StdioServerParameters(command=program, args=arguments, env=environment())
    answers = with_client(served, all_tools)
    assert answers == {tool: asked(made, tool, **told) for tool, told in DESK_TOOLS.items()}


@pytest.mark.parametrize("mode", ["auto", "legacy"])
def test_over_http(made: MCPServer[Any], mode: str) -> None:
    async def run() -> Any:
        served = app(made, 8417)
        async with (
            made.session_manager.run(),
            httpx2.AsyncClient(transport=httpx2.ASGITransport(served), base_url=HERE) as web,
            Client(streamable_http_client(f"{HERE}/mcp", http_client=web), mode=mode) as client,
        ):
            return await all_tools(client)

    assert anyio.run(run) == {tool: asked(made, tool, **told) for tool, told in DESK_TOOLS.items()}


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"Host": "localhost:8417"}, 200),
        ({"Origin": HERE}, 200),
        ({"Origin": "http://localhost:8417"}, 200),
        ({"Host": "evil.example"}, 421),
        ({"Host": "evil.example:8417"}, 421),
        ({"Host": "127.0.0.1"}, 421),
        ({"Host": "127.0.0.1:80"}, 421),
        ({"Host": "127.0.0.1:8417.evil.example"}, 421),
        ({"Host": "localhost:8417@evil.example"}, 421),
        ({"Host": ""}, 421),
        ({"Origin": "null"}, 403),
        ({"Origin": "https://evil.example"}, 403),
        ({"Origin": "http://127.0.0.1:80"}, 403),
        ({"Origin": "http://127.0.0.1:8417.evil.example"}, 403),
        ({"Origin": "https://127.0.0.1:8417"}, 403),
        ({"Content-Type": "text/plain"}, 400),
        ({"Content-Type": "application/x-www-form-urlencoded"}, 400),
    ],
)
def test_http_answers_this_computer_alone(made: MCPServer[Any], headers: dict[str, str], status: int) -> None:
    asks = {
        "jsonrpc": "2.0",
        "id": 1,
        "method": "initialize",
        "params": {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "t", "version": "1"}},
    }
    usual = {"Accept": "application/json, text/event-stream", "Content-Type": "application/json"}

    async def run() -> int:
        served = app(made, 8417)
        async with (
            made.session_manager.run(),
            httpx2.AsyncClient(transport=httpx2.ASGITransport(served), base_url=HERE) as web,
        ):
            return (await web.post("/mcp", json=asks, headers={**usual, **headers})).status_code

    assert anyio.run(run) == status


@pytest.fixture
def address(desk: Desk) -> Iterator[str]:
    with subprocess.Popen(
        command(desk, "--http", "--port", "0"), stderr=subprocess.PIPE, text=True, env=environment()
    ) as process:
        try:
            assert process.stderr is not None
            line = process.stderr.readline()
            found = re.search(r"serving at (http://127\.0\.0\.1:\d+/mcp)", line)
            assert found, line
            yield found[1]
        finally:
            process.terminate()


def test_the_command_serves_over_http(address: str) -> None:
    assert called(address, "list_stories").structured_content["stories"]  # type: ignore[index]
    port = address.split(":")[2].split("/")[0]
    again = subprocess.run(
        [sys.executable, "-m", "crosswire.cli", "mcp", "--folder", ".", "--http", "--port", port],
        capture_output=True, text=True, env=environment(), check=False,
    )  # fmt: skip
    assert again.returncode == 1
    assert f"wrong argument: --port {port}: address already in use" in again.stderr
    assert "Traceback" not in again.stderr
