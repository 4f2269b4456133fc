"""Following in an invented world: what is fetched and what is not, what is told, and a thousand polls."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from tests.store.invented import EVENTS
from tests.watch.world import Clock, Following, Net, answer, failing, following, item, page, rss, until

from crosswire.read.address import Answer, Request
from crosswire.watch import Rule

FEED = "http://post.example/feed"
PAGE = "http://post.example/ferry"
WORDS = EVENTS["ferry"][0]


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def net() -> Net:
    return Net()


@pytest.fixture
def follow(tmp_path: Path, clock: Clock, net: Net) -> Iterator[Following]:
    with following(tmp_path / "desk.db", clock, net) as made:
        yield made


def saying(body: str | Callable[[], str], media: str = "text/html", **headers: str) -> Callable[[Request], Answer]:
    return lambda request: answer(request.url, body if isinstance(body, str) else body(), media, **headers)


def feed(*items: str, **headers: str) -> Callable[[Request], Answer]:
    return saying(rss(*items), "application/rss+xml", **headers)


def test_new_items_become_reports(follow: Following, net: Net, clock: Clock) -> None:
    net.places = {FEED: feed(item(PAGE, "Ferry", day=clock.now)), PAGE: saying(page(WORDS.format(n=6)))}
    follow.book.follow([FEED], clock.now, "ann")
    follow.watcher.round()
    (report,) = follow.desk.reports()
    assert (report.url, report.outlet, report.source) == (PAGE, "Norland Post", FEED)
    assert report.published == "2031-05-10T12:00:00+00:00"
    assert follow.events("polled")[0].why == "1 item"
    assert [story.reports for story in follow.desk.stories()] == [1]
    assert {line.what for line in follow.desk.log()} >= {"feed followed", "feed health", "report new"}
    assert follow.desk.verify().sound


def test_conditions_and_what_is_unchanged(follow: Following, net: Net, clock: Clock) -> None:
    told = feed(item(PAGE), etag='"1"', last_modified="Sat, 10 May 2031 12:00:00 GMT")

    def ask(request: Request) -> Answer:
        return answer(FEED, status=304) if request.headers.get("If-None-Match") == '"1"' else told(request)

    net.places = {FEED: ask, PAGE: saying(page(WORDS))}
    follow.book.follow([FEED], clock.now, "ann")
    until(follow, clock, 3)
    assert [event.why for event in follow.events("polled")] == ["1 item", "unchanged (304)", "unchanged (304)"]
    assert net.asked[-1].headers["If-Modified-Since"] == "Sat, 10 May 2031 12:00:00 GMT"
    assert net.times(PAGE) == 1


def test_a_failing_feed_is_asked_without_condition(follow: Following, net: Net, clock: Clock) -> None:
    answers = iter([rss(item(PAGE)), None, "304", rss(item(PAGE))])

    def ask(request: Request) -> Answer:
        told = next(answers)
        if told is None:
            return answer(FEED, status=500, reason="Oops")
        return answer(FEED, status=304) if told == "304" else answer(FEED, told, "text/xml", etag="x")

    net.places = {FEED: ask, PAGE: saying(page(WORDS))}
    follow.book.follow([FEED], clock.now, "ann")
    until(follow, clock, 4)
    assert [(event.health, event.why) for event in follow.events("polled")] == [
        ("well", "1 item"),
        ("failing", "answers 500 Oops"),
        ("failing", "unchanged (304) since it failed: answers 500 Oops"),
        ("well", "1 item"),
    ]
    conditions = ["If-None-Match" in request.headers for request in net.asked if request.url == FEED]
    assert conditions == [False, True, False, False]
    assert [line.new for line in follow.desk.log(subject=FEED)][:3] == ["well", "failing", "well"]


def test_one_item_in_three_feeds_is_fetched_once(follow: Following, net: Net, clock: Clock) -> None:
    feeds = [f"http://f{n}.example/feed" for n in range(3)]
    links = [PAGE, f"{PAGE}?utm_source=rss", f"{PAGE}#top"]
    net.places = {url: feed(item(link, f"In {url}")) for url, link in zip(feeds, links, strict=True)}
    net.places[PAGE] = saying(page(WORDS))
    follow.book.follow(feeds, clock.now, "ann")
    until(follow, clock, 30)
    assert net.times(PAGE) == 1
    assert len(follow.desk.reports()) == 1


def test_changing_ids_and_addresses_fetch_nothing_again(follow: Following, net: Net, clock: Clock) -> None:
    count = iter(range(1000))
    net.places = {
        FEED: saying(lambda: rss(item(PAGE, "Ferry", f"id-{next(count)}", said="It sank.")), "text/xml"),
        "http://wire.example/feed": saying(
            lambda: rss(item(f"{PAGE}?session={next(count)}", "Mine", "same", said="Trapped.")), "text/xml"
        ),
    }
    net.places[PAGE] = net.places[f"{PAGE}?session=0"] = net.places[f"{PAGE}?session=1"] = saying(page(WORDS))
    follow.book.follow([FEED, "http://wire.example/feed"], clock.now, "ann")
    until(follow, clock, 20)
    assert sum(request.url.startswith(PAGE) for request in net.asked) == 2


def test_an_item_told_otherwise_is_read_again(follow: Following, net: Net, clock: Clock) -> None:
    dead = ["6", "6", "6", "7", "7", "7"]
    net.places = {
        FEED: saying(lambda: rss(item(PAGE, f"{dead[0]} dead")), "text/xml"),
        PAGE: saying(lambda: page(WORDS.format(n=dead[0]))),
    }
    follow.book.follow([FEED], clock.now, "ann")
    for polls in range(1, 6):
        until(follow, clock, polls)
        dead.pop(0)
    assert net.times(PAGE) == 2
    assert [(r.version, r.current) for r in follow.desk.reports()] == [(1, False), (2, True)]


def test_entries_without_an_address_are_reports_themselves(follow: Following, net: Net, clock: Clock) -> None:
    net.places = {FEED: feed(item(title="Ferry", said=WORDS.format(n=6)), item(title="Nothing"))}
    follow.book.follow([FEED], clock.now, "ann")
    until(follow, clock, 3)
    (report,) = follow.desk.reports()
    assert (report.title, report.url, report.outlet) == ("Ferry", None, "Norland Post")
    assert [item.name for item in follow.desk.unread()] == ["report Nothing"]


@pytest.mark.parametrize(
    ("told", "why", "times"),
    [
        (saying("x", "image/png"), "answers with image/png, which is no page", 1),
        (saying(""), "empty file", 1),
        (failing("timed out"), "timed out; tried 3 times", 3),
        (lambda request: answer(PAGE, status=404, reason="Not Found"), "answers 404 Not Found", 1),
        (lambda request: answer(PAGE, status=503, reason="Busy"), "answers 503 Busy; tried 3 times", 3),
    ],
)
def test_a_page_that_is_none_is_given_up(
    follow: Following, net: Net, clock: Clock, told: Callable[[Request], Answer], why: str, times: int
) -> None:
    net.places = {FEED: feed(item(PAGE)), PAGE: told}
    follow.book.follow([FEED], clock.now, "ann")
    until(follow, clock, 12)
    assert net.times(PAGE) == times
    assert follow.desk.reports() == ()
    (note,) = follow.desk.unread()
    assert note.name == PAGE
    assert why in note.why
    assert [event.state for event in follow.events("page")] == ["waiting"] * (times - 1) + ["given up"]


def test_robots_are_heeded(follow: Following, net: Net, clock: Clock) -> None:
    robots = "User-agent: *\nDisallow: /ferry\n\nUser-agent: crosswire\nDisallow: /mine\nCrawl-delay: 20\n"
    others = ["http://post.example/mine", "http://wire.example/ferry", "http://halden.example/ferry"]
    net.places = {
        FEED: feed(*(item(url) for url in [PAGE, *others])),
        "http://post.example/robots.txt": saying(robots, "text/plain"),
        "http://wire.example/robots.txt": lambda request: answer(request.url, status=500),
    } | {url: saying(page(WORDS + url)) for url in [PAGE, *others]}
    follow.book.follow([FEED], clock.now, "ann")
    follow.watcher.round()
    pages = {event.page: (event.state, event.why) for event in follow.events("page")}
    assert pages[PAGE] == ("stored", None)
    assert pages[others[0]] == ("given up", "the robots.txt of post.example does not allow it")
    assert pages[others[1]] == ("waiting", "its robots.txt cannot be read: answers 500")
    assert pages[others[2]] == ("stored", None)


def test_a_host_is_not_hurried(tmp_path: Path, net: Net, clock: Clock) -> None:
    links = [f"http://post.example/{n}" for n in range(5)]
    net.places = {FEED: feed(*map(item, links))} | {url: saying(page(f"{WORDS} {url}")) for url in links}
    at: list[datetime] = []
    ask = net.ask

    def timed(request: Request) -> Answer:
        at.append(clock.now)
        return ask(request)

    net.ask = timed  # type: ignore[method-assign]
    with following(tmp_path / "desk.db", clock, net) as follow:
        follow.book.follow([FEED], clock.now, "ann")
        follow.watcher.round()
    assert len(at) == 7
    assert all(after - before >= timedelta(seconds=2) for before, after in pairwise(at))


def test_a_page_cannot_stand_in_for_another_site(follow: Following, net: Net, clock: Clock) -> None:
    net.places = {FEED: feed(item(PAGE)), PAGE: saying(page(WORDS, canonical="http://wire.example/true"))}
    follow.book.follow([FEED], clock.now, "ann")
    follow.watcher.round()
    assert [report.url for report in follow.desk.reports()] == [PAGE]


def test_a_page_that_names_its_feed(follow: Following, net: Net, clock: Clock) -> None:
    home = "http://post.example/"
    head = "<link rel='alternate' type='application/rss+xml' href='/feed'>"
    net.places = {home: saying(f"<html><head>{head}</head><body>Hi</body></html>"), FEED: feed()}
    follow.book.follow([home], clock.now, "ann")
    until(follow, clock, 2)
    assert [feed.url for feed in follow.book.feeds()] == [FEED]
    assert [(event.feed, event.health) for event in follow.events("polled")] == [(home, "failing"), (FEED, "well")]


def test_a_stop_loses_nothing(tmp_path: Path, net: Net, clock: Clock) -> None:
    links = [f"http://post.example/{n}" for n in range(5)]
    net.places = {FEED: feed(*map(item, links))} | {url: saying(page(f"{WORDS} {url}")) for url in links}

    def stopping(request: Request) -> Answer:
        clock.stopped = True
        return answer(request.url, page(f"{WORDS} {links[1]}"), "text/html")

    with following(tmp_path / "desk.db", clock, net) as follow:
        net.places[links[1]] = stopping
        follow.book.follow([FEED], clock.now, "ann")
        follow.watcher.run()
        assert len(follow.desk.reports()) == 2
    clock.stopped = False
    with following(tmp_path / "desk.db", clock, net) as follow:
        follow.watcher.round()
        assert len(follow.desk.reports()) == 5
    assert [net.times(url) for url in links] == [1] * 5


def test_two_programs_never_ask_the_same(tmp_path: Path, net: Net, clock: Clock) -> None:
    with following(tmp_path / "desk.db", clock, net) as one, following(tmp_path / "desk.db", clock, net) as two:
        one.book.follow([FEED], clock.now, "ann")
        assert one.book.take_feed(clock.now) is not None
        assert two.book.take_feed(clock.now) is None
        clock.wait(121)  # the first was killed
        assert two.book.take_feed(clock.now) is not None


def test_a_thousand_polls(follow: Following, net: Net, clock: Clock) -> None:
    """Seven feeds for weeks: an item a day, copies, failures, an end; each report once, a log of changes alone."""
    pages: list[str] = []

    def news(request: Request) -> Answer:
        day = (clock.now - datetime(2031, 5, 10, tzinfo=clock.now.tzinfo)).days
        links = [f"http://post.example/day-{n}" for n in range(max(0, day - 3), min(day, 20) + 1)]
        for n, link in enumerate(links):
            if link not in net.places:
                net.places[link] = saying(page(f"{WORDS.format(n=n + 2)} It was told as {link}."))
                pages.append(link)
        days = [clock.now - timedelta(hours=8 * n) for n in range(len(links))]
        return answer(request.url, rss(*map(item, links, ["News"] * 9, [""] * 9, days)), "text/xml", etag="e")

    polls = Counter[str]()

    def counted(tell: Callable[[int, Request], Answer]) -> Callable[[Request], Answer]:
        def ask(request: Request) -> Answer:
            polls[request.url] += 1
            return tell(polls[request.url], request)

        return ask

    net.places = {
        "http://a.example/": news,
        "http://b.example/": news,
        "http://c.example/": counted(lambda n, r: answer(r.url, status=500) if n % 3 == 0 else news(r)),
        "http://d.example/": counted(lambda n, r: answer(r.url, status=410) if n == 5 else news(r)),
        "http://e.example/": feed(),
        "http://f.example/": failing("timed out"),
        "http://g.example/": lambda r: answer(r.url, status=429, reason="Slow", retry_after="7200"),
    }
    follow.book.follow(list(net.places), clock.now, "ann")
    until(follow, clock, 1000, timedelta(hours=3))
    health = {feed.url[7]: (feed.health.kind, feed.health.why) for feed in follow.book.feeds()}
    assert health["a"][0] == health["b"][0] == "well"
    assert health["d"] == ("ended", "it is gone for good (410 Gone); it is not asked any more")
    assert health["e"] == ("well", "it has no items")
    assert health["f"] == ("failing", "timed out")
    assert health["g"] == ("failing", "answers 429 Slow; it asks to wait: Retry-After 7200")
    assert net.times("http://d.example/") == 5
    assert len(pages) == 21
    assert all(net.times(url) == 1 for url in pages)
    assert sorted(str(report.url) for report in follow.desk.reports()) == sorted(pages)
    lines = Counter((line.what, line.subject[:16]) for line in follow.desk.log(limit=10_000))
    assert lines["report new", "http://post.exam"] == 0
    assert sum(n for (what, _), n in lines.items() if what == "report new") == 21
    assert lines["feed health", "http://a.example"] == lines["feed health", "http://f.example"] == 1
    assert lines["feed health", "http://d.example"] == 2
    turns = [event.health for event in follow.events("polled") if event.feed == "http://c.example/"]
    assert lines["feed health", "http://c.example"] == sum(a != b for a, b in zip(["new", *turns], turns, strict=False))
    assert follow.desk.verify().sound


def test_rules_tell_each_real_change_once(follow: Following, net: Net, clock: Clock) -> None:
    links = [f"http://post.example/{name}" for name in "abcd"]
    dead, shown = [6, 6, 7, 8], [1]
    net.places = {
        FEED: saying(lambda: rss(*map(item, links[: shown[0]])), "text/xml"),
    } | {url: saying(page(f"{WORDS.format(n=n)} From {url}.")) for url, n in zip(links, dead, strict=True)}
    follow.book.follow([FEED], clock.now, "ann")
    follow.desk.save_search("lifeboats", "lifeboats", by="ann")
    for rule in (
        Rule(name="v", kind="value"),
        Rule(name="elsewhere", kind="value", slot="place"),
        Rule(name="d", kind="difference"),
        Rule(name="s", kind="search", search="lifeboats"),
    ):
        follow.rules.add(rule, clock.now, "ann")
    for polls in range(1, 9):
        until(follow, clock, polls)
        shown[0] = min(4, shown[0] + 1)
    told = Counter(event.rule for event in follow.events("notice"))
    assert told == {"v": 2, "d": 1, "s": 4}
    values = [event for event in follow.events("notice") if event.rule == "v"]
    assert [(value.old, value.new, value.slot) for value in values] == [
        (None, "6, 7", "number"),
        ("6, 7", "8", "number"),
    ]
    assert values[1].why == "told by d"
