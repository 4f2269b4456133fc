"""What a person does at the desk: marks, undo, merge, split, move, adding, saved searches, feeds, a name."""

from __future__ import annotations

from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest
from tests.store.invented import EVENTS
from tests.web.conftest import Visit

from crosswire.model import Report
from crosswire.store import Desk
from crosswire.store.lines import keys


def verdicts(desk: Desk) -> list[tuple[str, str | None, str, str]]:
    return sorted((mark.story, mark.item, mark.verdict, mark.by) for mark in desk.marks())


def difference(desk: Desk) -> str:
    point = next(p for p in desk.story("s1").points if p.differences)
    return f"{point.id}:number"


@pytest.mark.parametrize("verdict", ["right", "wrong", "open"])
def test_a_line_is_marked(visit: Visit, verdict: str) -> None:
    item = difference(visit.desk)
    answer = visit.post("/marks", {"mark": f"s1 {item} {verdict}", "note": "seen", "back": "/stories/s1"})
    assert answer.status_code == 303
    assert answer.headers["location"] == f"/stories/s1?did={verdict}&n=1"
    assert verdicts(visit.desk) == [("s1", item, verdict, "ann")]
    page = visit.get(answer.headers["location"]).text
    assert f"Marked {verdict}" in page
    assert f"{verdict} · ann: seen" in page


def test_many_lines_are_marked_at_once(visit: Visit) -> None:
    lines = [f"s1 {point.id}" for point in visit.desk.story("s1").points[:3]]
    visit.post("/marks", {"item": lines, "all": "right"})
    assert len(visit.desk.marks()) == 3


def test_a_marked_difference_leaves_the_queue_and_undo_brings_it_back(visit: Visit) -> None:
    item = difference(visit.desk)
    assert item in visit.get("/review").text
    visit.post("/marks", {"mark": f"s1 {item} open", "back": "/review"})
    assert item not in visit.get("/review").text
    visit.post("/undo", {"back": "/review"})
    assert item in visit.get("/review").text


def test_undo_gives_back_the_mark_that_was_replaced(visit: Visit) -> None:
    item = difference(visit.desk)
    for verdict in ("right", "wrong"):
        visit.post("/marks", {"mark": f"s1 {item} {verdict}"})
    assert verdicts(visit.desk) == [("s1", item, "wrong", "ann")]
    visit.post("/undo", {})
    assert verdicts(visit.desk) == [("s1", item, "right", "ann")]


def test_the_later_of_two_persons_is_told_and_both_marks_stand(visit: Visit) -> None:
    item = difference(visit.desk)
    line = visit.desk.pulse().line
    visit.desk.mark("s1", item, "wrong", by="ben")
    answer = visit.post("/marks", {"mark": f"s1 {item} right", "pulse": str(line)})
    assert "other=ben" in answer.headers["location"]
    assert "ben marked the same line meanwhile; both marks stand" in visit.get(answer.headers["location"]).text
    assert verdicts(visit.desk) == [("s1", item, "right", "ann"), ("s1", item, "wrong", "ben")]


def test_undo_with_nothing_to_undo_says_so(visit: Visit) -> None:
    answer = visit.post("/undo", {})
    assert "nothing of yours to undo" in visit.get(answer.headers["location"]).text


def test_a_mark_is_taken_back(visit: Visit) -> None:
    mark = visit.desk.mark("s1", difference(visit.desk), "wrong", by="ann")
    visit.post("/unmark", {"mark": str(mark.id)})
    assert visit.desk.marks() == ()


def test_a_line_is_found_by_its_content_after_it_moved(visit: Visit) -> None:
    ledger = visit.desk.story("s1")
    found = {item.name: key for key, item in keys(ledger)}
    name = next(p.id for p in ledger.points if "lifeboats" in p.gist)
    answer = visit.get(f"/stories/s1/lines/{found[name]}")
    assert answer.headers["location"] == f"/stories/s1?line={name}#l-{name}"
    late = EVENTS["ferry"][0].format(n=9)
    visit.desk.add([Report(id="late", text=late, published="2031-05-05", language="en")])
    moved = visit.get(f"/stories/s1/lines/{found[name]}")
    assert moved.status_code == 200
    assert "told otherwise now" in moved.text


def test_a_line_that_stands_no_more_says_so(visit: Visit) -> None:
    ledger = visit.desk.story("s2")
    key = next(key for key, item in keys(ledger) if item.kind == "point" and "Tessin Metals" in item.evidence[0].exact)
    visit.desk.split("s2", ["mine-wire-4"], by="ann")
    answer = visit.get(f"/stories/s2/lines/{key}")
    assert answer.status_code == 410
    assert "stands no more" in answer.text
    assert "Tessin Metals" in answer.text


def test_a_story_is_split_merged_and_each_is_undone(visit: Visit) -> None:
    answer = visit.done(visit.post("/stories/s2/decide", {"do": "split", "report": "mine-wire-4", "why": "another"}))
    assert answer.status_code == 200
    assert len(visit.desk.stories()) == 4
    visit.done(visit.post("/undo", {}))
    assert len(visit.desk.stories()) == 3
    visit.done(visit.post("/stories/s3/decide", {"do": "merge", "to": "s1"}))
    assert [s.id for s in visit.desk.stories() if s.reports == 4] == ["s1"]
    visit.done(visit.post("/undo", {}))
    visit.done(visit.post("/stories/s2/decide", {"do": "move", "report": "mine-wire-4", "to": "s3"}))
    assert {r.id for r in visit.desk.reports("s3")} == {"bank-courier-12", "mine-wire-4"}
    assert "undo move" in visit.get("/stories/s3").text
    n = visit.desk.decisions()[0].id
    visit.done(visit.post("/undo", {"decision": str(n), "back": "/stories/s3"}))
    assert {r.id for r in visit.desk.reports("s3")} == {"bank-courier-12"}


def test_files_and_texts_are_added_and_what_is_none_is_named(visit: Visit) -> None:
    text = EVENTS["ferry"][0].format(n=8)
    files = [("file", ("eighth.txt", text.encode())), ("file", ("empty.txt", b"  "))]
    page = visit.done(visit.post("/add", {}, files=files))
    assert "is new" in page.text
    assert "nothing but white space" in page.text
    assert "/tmp" not in page.text
    visit.settle()
    assert visit.desk.report("eighth").story == "s1"
    assert visit.desk.report("eighth").source == "upload of eighth.txt"
    pasted = {"text": EVENTS["mine"][0].format(n=5), "outlet": "Orsk Radio", "published": "2031-05-08"}
    visit.done(visit.post("/add", pasted))
    visit.settle()
    stored = visit.desk.report("orsk-radio")
    assert (stored.outlet, stored.story) == ("Orsk Radio", "s2")


def test_an_address_is_added(visit: Visit, site: Callable[..., str]) -> None:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        body = f"<html><title>Ferry</title><article><p>{EVENTS['ferry'][0].format(n=11)}</p></article></html>".encode()
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    url = site(answer) + "/ferry.html"
    assert url in visit.get(f"/add?url={url}").text
    page = visit.done(visit.post("/add", {"address": f"{url}\nftp://no.example/x"}))
    assert "is new" in page.text
    assert "only http and https" in page.text
    visit.settle()
    assert any(one.url == url for one in visit.desk.reports())


def test_a_search_is_kept_and_dropped(visit: Visit) -> None:
    visit.post("/searches", {"name": "boats", "words": 'ferry outlet:"Post"'})
    assert [one.words for one in visit.desk.searches()] == ['ferry outlet:"Post"']
    assert "boats" in visit.get("/stories").text
    visit.post("/searches/drop", {"name": "boats"})
    assert visit.desk.searches() == ()


def test_feeds_are_followed_listed_and_left(visit: Visit) -> None:
    outlines = b'<opml><body><outline xmlUrl="https://b.example/feed"/></body></opml>'
    visit.post("/sources/follow", {"address": "https://a.example/feed"}, files=[("file", ("f.opml", outlines))])
    page = visit.get("/sources").text
    assert "https://a.example/feed" in page
    assert "not asked yet" in page
    assert 'xmlUrl="https://b.example/feed"' in visit.get("/sources.opml").text
    visit.post("/sources/unfollow", {"feed": "https://a.example/feed"})
    assert len(visit.json("/sources").json()["feeds"]) == 1


def test_a_person_has_a_name_and_may_switch_the_keys_off(visit: Visit) -> None:
    visit.post("/person", {"person": "  Bea\tLund  "})
    visit.post("/person", {"keys": "off"})
    page = visit.get("/stories").text
    assert "Bea Lund" in page
    assert 'data-keys="off"' in page
    visit.post("/marks", {"mark": f"s1 {difference(visit.desk)} right"})
    assert visit.desk.marks()[0].by == "Bea Lund"


@pytest.mark.parametrize(
    ("path", "data", "status"),
    [
        ("/marks", {}, 422),
        ("/marks", {"mark": "s1 p1 maybe"}, 422),
        ("/marks", {"mark": "s1 p99 right"}, 409),
        ("/marks", {"mark": "s99 p1 right"}, 409),
        ("/unmark", {"mark": "x"}, 422),
        ("/unmark", {"mark": "77"}, 409),
        ("/stories/s1/decide", {"do": "burn"}, 422),
        ("/stories/s1/decide", {"do": "split"}, 422),
        ("/stories/s1/decide", {"do": "merge"}, 422),
        ("/stories/s1/decide", {"do": "merge", "to": "s99"}, 404),
        ("/stories/s99/decide", {"do": "merge", "to": "s1"}, 404),
        ("/searches", {"name": "", "words": "a"}, 422),
        ("/searches/drop", {"name": "none"}, 404),
        ("/sources/follow", {}, 422),
        ("/sources/follow", {"address": "javascript:alert(1)"}, 422),
        ("/sources/unfollow", {"feed": "https://a.example"}, 404),
        ("/add", {}, 422),
        ("/add", {"address": "file:///etc/passwd"}, 422),
    ],
)
def test_what_makes_no_sense_is_told(visit: Visit, path: str, data: dict[str, Any], status: int) -> None:
    answer = visit.post(path, data, accept="application/json")
    assert answer.status_code == status
    assert answer.json()["error"]["message"]


def test_work_that_fails_says_so_and_the_next_goes_on(visit: Visit) -> None:
    answer = visit.post("/stories/s1/decide", {"do": "move", "report": "ferry-post-6", "to": "s1"})
    assert answer.headers["location"].startswith("/jobs/")
    assert "already" in visit.get(answer.headers["location"]).text
    visit.done(visit.post("/stories/s3/decide", {"do": "merge", "to": "s1"}))
    assert len(visit.desk.stories()) == 2


def test_other_writes_are_told_as_they_come(visit: Visit) -> None:
    before = visit.desk.pulse()
    visit.desk.mark("s1", difference(visit.desk), "open", by="ben")
    visit.desk.add([Report(id="late", text=EVENTS["ferry"][0].format(n=9), published="2031-05-05", language="en")])
    changes, acts = visit.desk.news(before, "s1")
    assert changes > 0
    assert acts == 1
    assert visit.desk.news(before, "s3") == (0, 0)
    assert visit.desk.news(visit.desk.pulse()) == (0, 0)


def test_short_work_is_answered_with_its_result(visit: Visit) -> None:
    job = visit.app.state.jobs.start("nothing", lambda tell: "/stories")
    assert job is not None
    assert job.done.wait(10)
    assert job.result == "/stories"
    assert visit.get(f"/jobs/{job.n}").headers["location"] == "/stories"
