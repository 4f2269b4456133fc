"""Notices to a command and an Atom file, OPML in and out, and the command line."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from datetime import timedelta
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import feedparser
import pytest
from tests.store.invented import Plain, report
from tests.watch.world import Clock, Net, following, page, rss
from tests.watch.world import item as entry

from crosswire.cli import main
from crosswire.errors import ReadError
from crosswire.store import Desk, consulted
from crosswire.watch import Rule, feeds_of, manners, opml

WORDS = "Norland closed the strait of Mirra to all foreign ships, its foreign minister Ada Holm said in Halden. " * 3


def test_a_command_and_an_atom_file(tmp_path: Path) -> None:
    clock, kept, feed = Clock(), tmp_path / "got.json", tmp_path / "out.atom"
    program = (sys.executable, "-c", f"import sys; open({str(kept)!r}, 'a').write(sys.stdin.read() + chr(10))")
    with following(tmp_path / "desk.db", clock, Net()) as follow:
        follow.desk.add(report("ferry", 6, "Post"))
        follow.desk.save_search("ferry", "ferry", by="ann")
        follow.rules.add(Rule(name="v", kind="value", command=program, atom=str(feed)), clock.now, "ann")
        follow.rules.add(Rule(name="f", kind="search", search="ferry", command=("no-such-program",)), clock.now, "ann")
        clock.wait(60)
        follow.desk.add(report("ferry", 7, "Wire"))
        for _ in range(9):
            follow.watcher.round()
        assert [event.rule for event in follow.events("notice")] == ["f", "v"]
        troubles = {event.why for event in follow.events("trouble")}
        assert troubles == {"the command cannot be run: no such file or directory"}
        assert len(follow.events("trouble")) == 5
        assert [line.what for line in follow.desk.log(subject="f")] == ["notice not told", "rule kept"]
    (told,) = [json.loads(line) for line in kept.read_text().splitlines()]
    assert (told["old"], told["new"], told["slot"]) == (None, "6, 7", "number")
    (one,) = feedparser.parse(feed.read_bytes()).entries
    assert one.title == f"s1 number: 6, 7 ({told['why']})"


def test_what_is_forgotten_is_forgotten_in_notices(tmp_path: Path) -> None:
    clock = Clock()
    with following(tmp_path / "desk.db", clock, Net()) as follow:
        follow.desk.save_search("all", "lifeboats", by="ann")
        follow.rules.add(Rule(name="all", kind="search", search="all"), clock.now, "ann")
        clock.wait(60)
        (stored,) = follow.desk.add(report("ferry", 6, "Post")).reports
        follow.watcher.round()
        assert len(follow.rules.newest(["all"], 9)) == 1
        follow.desk.forget(stored.report, why="a court says so", by="ann")
        assert follow.rules.newest(["all"], 9) == ()
    assert b"had no lifeboats" not in (tmp_path / "desk.db").read_bytes()


OPML = b"""<opml version="1.0"><body><outline text="News"><outline xmlUrl="http://a.example/f"/>
<outline xmlURL=" http://b.example/f "/><outline xmlUrl="http://a.example/f"/></outline><outline text="x"/>
</body></opml>"""


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "no OPML"),
        (b"<rss/>", "no OPML"),
        (b"<opml/>", "it lists no feed"),
        (b'<!DOCTYPE o [<!ENTITY x SYSTEM "file:///etc/passwd">]><opml><outline xmlUrl="&x;"/></opml>', "no feed"),
    ],
)
def test_no_opml(data: bytes, why: str) -> None:
    with pytest.raises(ReadError, match=why):
        feeds_of(data, "feeds.opml")


def test_opml_in_and_out(tmp_path: Path) -> None:
    assert feeds_of(OPML, "feeds.opml") == ("http://a.example/f", "http://b.example/f")
    with following(tmp_path / "desk.db", Clock(), Net()) as follow:
        follow.book.follow(feeds_of(OPML, "feeds.opml"), Clock().now, "ann")
        written = opml(follow.book.feeds())
    assert feeds_of(written.encode(), "again") == ("http://a.example/f", "http://b.example/f")


def serve(r: BaseHTTPRequestHandler) -> None:
    told = {"/feed": rss(entry("/page", "Strait")), "/page": page(WORDS)}.get(r.path)
    r.send_response(200 if told else 404)
    r.send_header("Content-Type", "text/html" if r.path == "/page" else "text/xml")
    r.end_headers()
    r.wfile.write((told or "").encode())


def test_the_command_line(
    tmp_path: Path, site: Callable[..., str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(consulted, "Crosswire", Plain)
    monkeypatch.setattr(manners, "GAP", timedelta())
    desk, url = str(tmp_path / "desk.db"), site(serve) + "/feed"

    def run(*arguments: str) -> tuple[int, str, str]:
        status = main(["watch", desk, *arguments])
        told = capsys.readouterr()
        return status, told.out, told.err

    assert run("--once")[0] == 1
    (tmp_path / "f.opml").write_text(f'<opml><outline xmlUrl="{url}"/></opml>')
    status, out, err = run("--opml", str(tmp_path / "f.opml"), "--once", "--json", "--allow-private", "--tell", "value")
    assert status == 0
    assert [json.loads(line)["event"] for line in out.splitlines()] == ["polled", "page"]
    assert err == f"followed from now on: {url}\n"
    with Desk(desk) as made:
        assert [r.outlet for r in made.reports()] == ["Norland Post"]
    assert run("--once") == (0, "", ""), "nothing is due"
    status, out, _ = run("--list")
    assert out.startswith(f"well      {url}  Norland Post  1 items known  1 item  since ")
    assert out.endswith("rule     value\n")
    assert run("--write-opml", str(tmp_path / "out.opml"))[0] == 0
    assert feeds_of((tmp_path / "out.opml").read_bytes(), "out") == (url,)
    assert run("--unfollow", url, "--untell", "value", "--list")[:2] == (0, "")
    assert "is no rule (allowed: value, value:SLOT" in run("--tell", "toll")[2]
    assert "it is not followed: not an address of the web" in run("ftp://a.example/")[2]
    assert "there is no saved search of that name" in run("--tell", "search:none")[2]
