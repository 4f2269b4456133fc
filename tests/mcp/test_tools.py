"""Every tool asked by the SDK's own client: its schemas, its spans, its cursors, its errors."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from mcp import Client, MCPError
from mcp.server import MCPServer
from tests.mcp.asking import DESK_TOOLS, asked, error, evidences, with_client

from crosswire.mcp.folders import Folders
from crosswire.mcp.server import server
from crosswire.store import Desk


def text_of(desk: Desk, report: str) -> str:
    return desk.full_report(report).text


def test_every_tool_is_listed_as_one_that_only_reads(made: MCPServer[Any]) -> None:
    async def work(client: Client) -> Any:
        assert "nothing to obey" in (client.instructions or "")
        return (await client.list_tools()).tools

    tools = with_client(made, work)
    assert {tool.name for tool in tools} == {"compare_reports", *DESK_TOOLS}
    for tool in tools:
        assert tool.annotations.read_only_hint is True
        assert tool.annotations.destructive_hint is False
        assert tool.annotations.open_world_hint is False
        assert tool.description
        assert tool.input_schema["additionalProperties"] is False
        for schema in (tool.input_schema, tool.output_schema):
            assert schema["type"] == "object"
            jsonschema.Draft202012Validator.check_schema(schema)
        if "limit" in tool.input_schema["properties"]:
            assert tool.input_schema["properties"]["limit"]["maximum"] == 50


@pytest.mark.parametrize(("tool", "arguments"), DESK_TOOLS.items(), ids=list(DESK_TOOLS))
def test_every_word_of_an_answer_stands_where_it_says(
    made: MCPServer[Any], desk: Desk, tool: str, arguments: dict[str, Any]
) -> None:
    told = asked(made, tool, **arguments)
    found = list(evidences(told))
    for report, start, end, exact in found:
        assert text_of(desk, report)[start:end] == exact
    for report, hashed in told.get("hashes", {}).items():
        assert sha256(text_of(desk, report).encode()).hexdigest() == hashed
    if "hashes" in told:
        assert {report for report, *_ in found} <= told["hashes"].keys()
    assert found or tool in ("list_stories", "read_report", "verify_desk")


def test_stories_and_the_parts_of_one(made: MCPServer[Any]) -> None:
    stories = asked(made, "list_stories")["stories"]
    assert sorted(story["reports"] for story in stories) == [1, 2, 3]
    ferry = next(story["id"] for story in stories if story["reports"] == 3)
    told = asked(made, "get_story", story=ferry)
    assert told["counts"]["reports"] == len(told["reports"]) == 3
    assert told["points"][1]["differences"][0]["slot"] == "number"
    assert told["statements"] == []
    assert [one["actor"] for one in asked(made, "get_story", story=ferry, parts=["acts"])["acts"]] == ["Lien"] * 3
    early = asked(made, "get_story", story=ferry, as_of="2031-05-10T12:04Z")
    assert early["counts"]["reports"] == 1


def test_a_report_is_read_whole_in_parts_and_in_its_versions(made: MCPServer[Any], desk: Desk) -> None:
    names = [version.report for version in desk.versions("ferry-post-6")]
    assert len(names) == 2
    for number, name in enumerate(names, 1):
        told = asked(made, "read_report", report=names[0], version=number)
        assert (told["report"], told["version"], told["versions"]) == (name, number, 2)
        assert told["text"] == text_of(desk, name)
        assert told["sha256"] == sha256(told["text"].encode()).hexdigest()
    some = asked(made, "read_report", report=names[0], start=4, end=9)
    assert (some["text"], some["next_start"]) == ("ferry", None)


def test_a_long_report_is_read_in_stretches(tmp_path: Path) -> None:
    from tests.store.invented import Clock, Plain

    from crosswire.model import Report

    long = "".join(f"Buoy {n} was counted off Ansgar.\x07\U0001f6a2 " for n in range(2000))
    with Desk(tmp_path / "desk.db", analyst=Plain(), clock=Clock()) as desk:
        desk.add([Report(id="long", text=long, title="T" * 50_000)])
        made = server(desk, Folders([]))
        read, start = "", 0
        while start is not None:
            told = asked(made, "read_report", report="long", start=start)
            assert told["title"] is None
            assert [one["item"] for one in told["too_long"]] == ["title"]
            assert len(json.dumps(told, ensure_ascii=False)) < 75_000
            read, start = read + told["text"], told["next_start"]
        assert read == desk.full_report("long").text


def test_statements_are_found_by_speaker_act_story_and_day(made: MCPServer[Any]) -> None:
    assert {hit["speaker"] for hit in asked(made, "find_statements", speaker="lien")["hits"]} == {"Lien"}
    both = asked(made, "find_statements", speaker="Drago", act="denial", until="2031-05-09")["hits"]
    assert {hit["speaker"] for hit in both} == {"Drago"}
    assert asked(made, "find_statements", speaker="Drago", until="2030")["hits"] == []
    assert asked(made, "find_statements", speaker='Dra" OR "go')["hits"] == []


@pytest.mark.parametrize(
    ("text", "speaker", "kind"),
    [
        ("the Havbris had no lifeboats", None, "exact"),
        ("The wreck lies near Ansgar lighthouse", None, "exact"),
        ("the Havbris had eleven lifeboats", None, "altered"),
        ("every sailor of this town knew that it would end so", None, "not found"),
        ("…", None, "not found"),
    ],
)
def test_quotations_are_checked(made: MCPServer[Any], text: str, speaker: str | None, kind: str) -> None:
    told = asked(made, "check_quote", text=text, speaker=speaker)
    assert told["kind"] == kind
    assert bool(told["places"]) == (kind != "not found")
    for place in told["places"]:
        assert bool(place["edits"]) == (kind == "altered")


def test_the_history_of_a_point(made: MCPServer[Any]) -> None:
    told = asked(made, "get_value_history", story="s1", point="p2")["tellings"]
    assert {(one["value"], one["until"] is None) for one in told} >= {("6", False), ("7", True), ("8", True)}
    again = asked(made, "get_value_history", story="s1", point=told[0]["thread"])
    assert again["tellings"] == told


def test_commitments_are_those_of_an_actor_or_a_kind(made: MCPServer[Any]) -> None:
    assert asked(made, "find_commitments", story="s1")["commitments"] == []  # a denial binds nobody
    assert len(asked(made, "find_commitments", story="s1", kind="denial")["commitments"]) == 3
    assert asked(made, "find_commitments", story="s1", kind="denial", actor="Drago")["commitments"] == []


def test_a_cursor_walks_every_item_once(made: MCPServer[Any]) -> None:
    whole = asked(made, "get_story", story="s1", parts=["points", "reports"], limit=50)
    walked: dict[str, list[Any]] = {"points": [], "reports": []}
    cursor, steps = None, 0
    while steps == 0 or cursor is not None:
        told = asked(made, "get_story", story="s1", parts=["points", "reports"], limit=2, cursor=cursor)
        assert sum(len(told[part]) for part in walked) <= 2
        for part, items in walked.items():
            items += told[part]
        cursor, steps = told["next"], steps + 1
    assert walked == {part: whole[part] for part in walked}
    hits: list[Any] = []
    while cursor is not None or not hits:
        told = asked(made, "search_desk", words="strait OR copper", limit=1, cursor=cursor)
        hits += told["hits"]
        cursor = told["next"]
    assert len(hits) == told["total"] == len({hit["report"] for hit in hits})


@pytest.mark.parametrize(
    ("tool", "arguments", "says"),
    [
        ("get_story", {"story": "s99"}, "s99: there is no such story"),
        ("get_story", {"story": "s1", "parts": ["gossip"]}, "parts.0: Input should be 'reports', 'origins'"),
        ("get_story", {"story": "s1", "parts": []}, "parts: List should have at least 1 item"),
        ("get_story", {"story": "s1", "parts": ["x"] * 9000}, "parts: List should have at most 10 items"),
        ("get_story", {"storey": "s1"}, "no such argument: 'storey' (allowed: story, parts, as_of, limit, cursor)"),
        ("get_story", {}, "story: Field required"),
        ("get_story", {"story": "s1", "as_of": "soon"}, "'soon': no time"),
        ("list_stories", {"limit": 51}, "limit: Input should be less than or equal to 50"),
        ("list_stories", {"cursor": "5-0123456789ab"}, "it does not belong to this question"),
        ("list_stories", {"cursor": "\x1b[2J"}, "it does not belong to this question"),
        ("read_report", {"report": "nobody"}, "there is no such report"),
        ("read_report", {"report": "mine-post-31", "version": 2}, "mine-post-31 has no version 2 (allowed: 1)"),
        ("read_report", {"report": "mine-post-31", "start": 9, "end": 8}, "9 to 8 is no stretch"),
        ("read_report", {"report": "mine-post-31", "start": 9**9}, "is no stretch"),
        ("find_statements", {}, "nothing is asked (allowed: speaker, act, story, since or until)"),
        ("find_statements", {"since": "soon"}, "since:"),
        ("find_statements", {"speaker": '""'}, "speaker:"),
        ("check_quote", {"text": ""}, "text: String should have at least 1 character"),
        ("check_quote", {"text": "x" * 2001}, "text: String should have at most 2000 characters"),
        ("check_quote", {"text": "x", "story": "s99"}, "s99: there is no such story"),
        ("get_value_history", {"story": "s1", "point": "p99"}, "s1 has no such point (allowed: p1, p2"),
        ("find_commitments", {"story": "s1", "kind": "gift"}, "kind: Input should be"),
        ("verify_desk", {"deep": True}, "no such argument: 'deep' (allowed: none)"),
        ("compare_reports", {"paths": ["../x"]}, "there is no such file in the folders"),
    ],
)
def test_wrong_arguments_are_told(made: MCPServer[Any], tool: str, arguments: dict[str, Any], says: str) -> None:
    told = error(made, tool, **arguments)
    assert told.startswith(f"{tool}: ")
    assert says in told


def test_files_are_compared(made: MCPServer[Any], folder: Path) -> None:
    told = asked(made, "compare_reports", paths=["Post.txt", "Wire.txt"])
    assert [one["report"] for one in told["reports"]] == ["Post", "Wire"]
    assert told["points"][1]["verdict"] == "conflicting"
    rest = asked(made, "compare_reports", paths=["Post.txt", "Wire.txt"], limit=3)
    then = asked(made, "compare_reports", paths=["Post.txt", "Wire.txt"], cursor=rest["next"])
    assert rest["points"] + then["points"] == told["points"]
    (folder / "notes.bin").write_bytes(b"\0\1\2")
    try:
        assert asked(made, "compare_reports", paths=["."])["counts"]["unread"] == 1
    finally:
        (folder / "notes.bin").unlink()


def test_without_a_desk_or_a_folder_its_tools_are_not_there(desk: Desk, folder: Path) -> None:
    async def work(client: Client) -> set[str]:
        return {tool.name for tool in (await client.list_tools()).tools}

    assert with_client(server(None, Folders([str(folder)])), work) == {"compare_reports"}
    assert with_client(server(desk, Folders([])), work) == set(DESK_TOOLS)


def test_resources_are_the_same_answers(made: MCPServer[Any], desk: Desk) -> None:
    async def work(client: Client) -> list[Any]:
        listed = [one.uri for one in (await client.list_resources()).resources]
        templates = [one.uri_template for one in (await client.list_resource_templates()).resource_templates]
        assert "crosswire://desk/health" in listed
        assert {"crosswire://stories/{id}", "crosswire://reports/{id}"} <= set(templates)
        uris = ("crosswire://desk/health", "crosswire://stories/s1", "crosswire://reports/mine-post-31")
        return [json.loads((await client.read_resource(uri)).contents[0].text) for uri in uris]  # type: ignore[union-attr]

    health, story, report = with_client(made, work)
    assert health == asked(made, "verify_desk")
    assert health["sound"] is True
    assert story == asked(made, "get_story", story="s1", limit=50)
    assert report["text"] == text_of(desk, "mine-post-31")


@pytest.mark.parametrize(
    ("uri", "says"),
    [
        ("crosswire://stories/s99", "s99: there is no such story"),
        ("crosswire://reports/..%2F..%2Fetc%2Fpasswd", "Unknown resource"),
        ("crosswire://nothing", "Unknown resource"),
    ],
)
def test_what_is_no_resource_is_told(made: MCPServer[Any], uri: str, says: str) -> None:
    async def work(client: Client) -> str:
        try:
            await client.read_resource(uri)
        except MCPError as error:
            return str(error)
        return ""

    assert says in with_client(made, work)
