"""Every page reads, as HTML and as JSON of the same content; errors have stable codes; cursors lead on."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from tests.store.invented import EVENTS
from tests.web.conftest import Visit

from crosswire.export.kinds import KINDS
from crosswire.model import Report

PAGES = (
    ("/stories", "Ferry (", "stories"),
    ("/stories/s1", "What each report tells", "ledger"),
    ("/reports/ferry-post-6", "passengers drowned", "text"),
    ("/search?q=passengers", "passengers", "search"),
    ("/review", "without a mark", "differences"),
    ("/sources", "Everything given was read", "feeds"),
    ("/log", "Nothing in it can be changed", "log"),
    ("/add", "Add reports", "address"),
    ("/keys", "next and previous line", "keys"),
)


@pytest.mark.parametrize(("path", "words", "key"), PAGES)
def test_a_page_reads_and_answers_programs(visit: Visit, path: str, words: str, key: str) -> None:
    page = visit.get(path)
    assert page.status_code == 200
    assert words in page.text
    assert page.headers["content-type"].startswith("text/html")
    data = visit.json(path)
    assert data.headers["content-type"] == "application/json"
    assert key in data.json()


@pytest.mark.parametrize("kind", KINDS)
def test_a_story_is_given_as_a_file(visit: Visit, kind: str) -> None:
    answer = visit.get(f"/stories/s1/export/{kind}")
    assert answer.status_code == 200
    assert answer.headers["content-disposition"].startswith('attachment; filename="desk-s1.')
    assert answer.content


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("/nowhere", 404, "not_found"),
        ("/stories/s99", 404, "not_found"),
        ("/stories/s1?at=99", 404, "no_state"),
        ("/stories/s1?at=x", 404, "no_state"),
        ("/stories/s1/export/exe", 404, "not_found"),
        ("/stories/s1/lines/00000000000000000000", 404, "not_found"),
        ("/reports/nobody", 404, "not_found"),
        ("/reports/ferry-post-6?start=a&end=b", 422, "bad_span"),
        ("/stories?after=x", 422, "bad_cursor"),
        ("/search?q=a&after=bm8", 422, "bad_cursor"),
        ("/review?after=WyJhIl0", 422, "bad_cursor"),
        ("/log?limit=0", 422, "field_wrong"),
        ("/jobs/77", 404, "not_found"),
        ("/added/77", 404, "not_found"),
        ("/static/../app.py", 404, "not_found"),
        ("/static/nothing.js", 404, "not_found"),
        ("/events?change=a&line=1", 422, "field_wrong"),
    ],
)
def test_errors_have_stable_codes(visit: Visit, path: str, status: int, code: str) -> None:
    answer = visit.json(path)
    assert (answer.status_code, answer.json()["error"]["code"]) == (status, code)
    page = visit.get(path)
    assert page.status_code == status
    assert code in page.text


def test_cursors_lead_through_all_stories(visit: Visit) -> None:
    texts = {
        f"e{n}": f"The tower of {n * 7919} Quarz{chr(97 + n // 26)}{chr(97 + n % 26)}ville {n} fell into lake {n * 31}."
        for n in range(60)
    }
    visit.desk.add([Report(id=name, text=text, title=name, language="en") for name, text in texts.items()])
    seen: list[str] = []
    path: str | None = "/stories"
    while path:
        data = visit.json(path).json()
        seen += [one["story"]["id"] for one in data["stories"]]
        path = data["next"] and f"/stories?after={data['next']}"
    assert len(seen) == len(set(seen)) == data["total"] == len(visit.desk.stories())


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", {"s1", "s2", "s3"}),
        ("?q=passengers", {"s1"}),
        ("?q=outlet:Courier", {"s3"}),
        ("?q=speaker:Drago", {"s2"}),
        ("?q=act:denial", {"s1", "s2", "s3"}),
        ("?q=verdict:corroborated+mine", {"s2"}),
        ("?outlet=Wire", {"s1", "s2"}),
        ("?actor=Lien", {"s1"}),
        ("?kind=number", {"s1"}),
        ("?kind=conflict", {"s1"}),
        ("?open=1", {"s1"}),
        ("?lone=1", {"s3"}),
        ("?marked=1", set()),
        ("?q=zzz", set()),
        ("?q=%22%22", set()),
    ],
)
def test_stories_are_filtered_by_the_address(visit: Visit, query: str, found: set[str]) -> None:
    data = visit.json(f"/stories{query}").json()
    assert {one["story"]["id"] for one in data["stories"]} == found
    assert data["total"] == len(found)


def test_what_is_new_is_new_until_it_was_seen(visit: Visit) -> None:
    visit.get("/stories")  # the first visit: nothing is new
    assert [one["new"] for one in visit.json("/stories").json()["stories"]] == [0, 0, 0]
    visit.desk.add([Report(id="late", text=EVENTS["ferry"][0].format(n=9), published="2031-05-05", language="en")])
    page = visit.get("/stories")
    assert " new</span>" in page.text
    assert "since you said" in visit.get("/stories/s1").text
    assert visit.post("/seen", {"change": str(visit.desk.pulse().change)}).status_code == 303
    assert " new</span>" not in visit.get("/stories").text


def test_lists_are_feeds_too(visit: Visit) -> None:
    for path in ("/stories?outlet=Post", "/search?q=passengers"):
        answer = visit.client.get(path, headers={"accept": "application/atom+xml"})
        assert answer.headers["content-type"] == "application/atom+xml"
        assert answer.text.count("<entry>") >= 2
        assert visit.get(f"{path}&as=atom").text.count("<entry>") == answer.text.count("<entry>")


def test_a_story_reads_as_it_was(visit: Visit) -> None:
    visit.desk.add([Report(id="late", text=EVENTS["ferry"][0].format(n=9), published="2031-05-05", language="en")])
    now, then = visit.json("/stories/s1").json(), visit.json("/stories/s1?at=1").json()
    assert (now["at"], then["at"]) == (2, 1)
    assert len(now["ledger"]["reports"]) == len(then["ledger"]["reports"]) + 1
    page = visit.get("/stories/s1?at=1").text
    assert "as it was on" in page
    assert 'name="mark"' not in page
    assert 'type="range"' in page


def test_a_merged_story_leads_on(visit: Visit) -> None:
    visit.desk.merge("s2", "s1", by="ann")
    answer = visit.get("/stories/s2")
    assert answer.headers["location"] == "/stories/s1"


def test_words_open_at_their_span(visit: Visit) -> None:
    text = visit.desk.full_report("ferry-post-6").text
    start = text.index("6 passengers")
    page = visit.get(f"/reports/ferry-post-6?start={start}&end={start + 12}").text
    assert 'id="words" tabindex="-1">6 passengers</mark>' in page or ">6</mark>" in page
    assert visit.get("/reports/ferry-post-6/text").text == text
    assert "do not stand" in visit.get("/reports/ferry-post-6?start=0&end=999999").text


def test_versions_stand_beside_one_another(visit: Visit) -> None:
    text = EVENTS["ferry"][0].format(n=16)
    again = Report(
        id="ferry-post-6", text=text, url="https://post.example/ferry", outlet="Post", published="2031-05-05"
    )
    name = visit.desk.add([again]).reports[0].report
    page = visit.get(f"/reports/{name}").text
    assert "version 1</a>" in page
    assert "<del>6</del>" in page
    assert "a later version was read" in visit.get("/reports/ferry-post-6").text


def test_values_and_copies_are_drawn(visit: Visit) -> None:
    page = visit.get("/stories/s1").text
    assert '<path class="steps" d="M' in page
    assert "style=" not in page
    assert "Who copied whom" in page


def test_the_next_page_of_a_search_begins_where_the_first_ended(visit: Visit) -> None:
    reports = [Report(id=f"x{n}", text=f"Pelican number {n} was seen.", language="en") for n in range(40)]
    visit.desk.store(reports)
    first: dict[str, Any] = visit.json("/search?q=pelican").json()
    second = visit.json(f"/search?q=pelican&after={first['next']}").json()
    ids = [hit["report"] for page in (first, second) for hit in page["search"]["hits"]]
    assert len(ids) == len(set(ids)) == 40
    assert second["next"] is None
    more = visit.get("/search?q=pelican").text
    assert parse_qs(urlsplit(more.split('rel="next" href="')[1].split('"')[0]).query)["q"] == ["pelican"]
