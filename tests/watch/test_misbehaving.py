"""A feed server on this computer that misbehaves in every way, over the real network code."""

from __future__ import annotations

import gzip
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from tests.watch.world import Clock, Following, following, item, page, rss

from crosswire.read.address import Answer, Request, ask
from crosswire.watch import Limits, Rule

Site = Callable[..., str]
LIMITS = Limits(largest=300_000, seconds=0.4)
WORDS = "Norland closed the strait of Mirra to all foreign ships, its foreign minister Ada Holm said in Halden. " * 3
FEED = rss(item("/page", "Strait"))


def loopback_alone(ip: str) -> bool:
    return ip == "127.0.0.1"


class Real:
    """The real network, where this computer and nothing else may be asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def ask(self, request: Request) -> Answer:
        self.asked.append(request.url)
        return ask(request, loopback_alone)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def follow(tmp_path: Path, clock: Clock) -> Iterator[Following]:
    with following(tmp_path / "desk.db", clock, Real(), LIMITS) as made:  # type: ignore[arg-type]
        yield made


def send(request: BaseHTTPRequestHandler, body: bytes = b"", status: int = 200, **headers: str) -> None:
    request.send_response(status)
    for name, value in headers.items():
        request.send_header(name.replace("_", "-"), value)
    request.end_headers()
    request.wfile.write(body)


def endless(request: BaseHTTPRequestHandler) -> None:
    send(request, b"<rss version='2.0'><channel>", Content_Type="application/rss+xml")
    while True:
        request.wfile.write(b"<item><title>More</title></item>" * 1000)


def slow(request: BaseHTTPRequestHandler) -> None:
    send(request, Content_Type="application/rss+xml")
    for _ in range(100):
        request.wfile.write(b"<")
        request.wfile.flush()
        time.sleep(0.02)


def silent(request: BaseHTTPRequestHandler) -> None:
    time.sleep(1)


BOMB = gzip.compress(b"<rss>" + b" " * 5_000_000)
NOT_PUBLIC = (
    "redirects to 10.0.0.1, which is at 10.0.0.1, not a public address; --allow-private fetches it all the same"
)


@pytest.mark.parametrize(
    ("misbehave", "health", "why"),
    [
        (slow, "failing", "did not answer in full within 0 seconds"),
        (silent, "failing", "did not answer in full within 0 seconds"),
        (endless, "failing", "answers with more than 0 MB"),
        (lambda r: send(r, BOMB, Content_Encoding="gzip"), "failing", "answers with more than 0 MB"),
        (lambda r: send(r, b"no", Content_Encoding="gzip"), "failing", "no proper answer: its gzip data is damaged"),
        (lambda r: send(r, status=304), "failing", "unchanged (304), though it was never read"),
        (lambda r: send(r, status=410), "ended", "it is gone for good (410 Gone); it is not asked any more"),
        (lambda r: send(r, status=404), "failing", "answers 404 Not Found"),
        (lambda r: send(r, b"", Content_Type="text/xml"), "failing", "an empty answer"),
        (lambda r: send(r, b"\x89PNG", Content_Type="image/png"), "failing", "neither RSS nor Atom (image/png)"),
        (lambda r: send(r, b"<p>Hi", Content_Type="text/html"), "failing", "neither RSS nor Atom (text/html)"),
        (lambda r: send(r, FEED.encode(), Content_Type="text/html"), "well", "1 item"),
        (lambda r: send(r, rss().encode(), Content_Type="text/xml"), "well", "it has no items"),
        (lambda r: send(r, status=302, Location="http://10.0.0.1/feed"), "failing", NOT_PUBLIC),
        (
            lambda r: send(r, status=302, Location="file:///etc/passwd"),
            "failing",
            "redirects to what may not be opened",
        ),
        (lambda r: send(r, status=302, Location="/again"), "failing", "redirects more than 5 times"),
    ],
)
def test_a_feed_that_misbehaves(
    follow: Following,
    clock: Clock,
    site: Site,
    misbehave: Callable[[BaseHTTPRequestHandler], None],
    health: str,
    why: str,
) -> None:
    url = site(lambda r: misbehave(r) if "page" not in r.path and "robots" not in r.path else send(r, status=404))
    follow.book.follow([url], clock.now, "ann")
    follow.watcher.round()
    (feed,) = follow.book.feeds()
    assert (feed.health.kind, feed.health.why[: len(why)]) == (health, why)
    assert follow.desk.reports() == ()


def test_one_that_is_not_well_formed_is_read(follow: Following, clock: Clock, site: Site) -> None:
    broken = FEED.replace("</channel></rss>", "<b>")

    def serve(r: BaseHTTPRequestHandler) -> None:
        if r.path == "/page":
            send(r, page(WORDS).encode(), Content_Type="text/html")
        else:
            send(r, broken.encode(), 404 if "robots" in r.path else 200, Content_Type="text/xml")

    follow.book.follow([site(serve)], clock.now, "ann")
    follow.watcher.round()
    (feed,) = follow.book.feeds()
    assert feed.health.kind == "well"
    assert "not well-formed" in feed.health.why
    assert len(follow.desk.reports()) == 1


def test_patience_that_is_asked_for(follow: Following, clock: Clock, site: Site) -> None:
    url = site(lambda r: send(r, status=429, Retry_After="86400"))
    follow.book.follow([url], clock.now, "ann")
    follow.watcher.round()
    (feed,) = follow.book.feeds()
    assert feed.health.why == "answers 429 Too Many Requests; it asks to wait: Retry-After 86400"
    assert "2031-05-11T12:00:00.000Z" <= feed.next_at < "2031-05-11T15"


@pytest.mark.parametrize(
    ("misbehave", "why"),
    [
        (slow, "did not answer in full"),
        (endless, "answers with more than"),
        (lambda r: send(r, BOMB, Content_Encoding="gzip"), "answers with more than"),
        (lambda r: send(r, status=302, Location="http://10.0.0.1/"), "not a public address"),
        (lambda r: send(r, status=302, Location="http://169.254.169.254/latest"), "not a public address"),
        (lambda r: send(r, status=302, Location="http://[::1]/"), "not a public address"),
        (lambda r: send(r, status=302, Location="/private/page"), "robots.txt"),
        (lambda r: send(r, b"PK", Content_Type="application/zip"), "which is no page"),
    ],
)
def test_a_page_that_misbehaves(
    follow: Following, clock: Clock, site: Site, misbehave: Callable[[BaseHTTPRequestHandler], None], why: str
) -> None:
    def serve(r: BaseHTTPRequestHandler) -> None:
        assert "crosswire/" in r.headers["User-Agent"]
        if r.path == "/page":
            misbehave(r)
        elif r.path == "/robots.txt":
            send(r, b"User-agent: *\nDisallow: /private/", Content_Type="text/plain")
        elif r.path == "/private/page":
            send(r, page(WORDS).encode(), Content_Type="text/html")
        else:
            send(r, FEED.encode(), Content_Type="text/xml")

    follow.book.follow([site(serve)], clock.now, "ann")
    follow.watcher.round()
    (event,) = follow.events("page")
    assert why in (event.why or "")
    assert follow.desk.reports() == ()


def test_nothing_private_is_asked_where_nothing_allows_it(tmp_path: Path, clock: Clock, site: Site) -> None:
    asked: list[str] = []
    url = site(lambda r: asked.append(r.path))

    class Guarded(Real):
        def ask(self, request: Request) -> Answer:
            return ask(request)

    with following(tmp_path / "desk.db", clock, Guarded()) as follow:  # type: ignore[arg-type]
        follow.book.follow([url], clock.now, "ann")
        follow.watcher.round()
        (feed,) = follow.book.feeds()
    assert "is at 127.0.0.1, not a public address" in feed.health.why
    assert asked == []


def test_a_webhook_is_guarded(follow: Following, clock: Clock) -> None:
    rule = Rule(name="s", kind="search", search="ferry", webhook="http://10.0.0.1/hook")
    follow.desk.save_search("ferry", "ferry", by="ann")
    follow.rules.add(rule, clock.now, "ann")
    clock.wait(60)
    from tests.store.invented import report

    follow.desk.add(report("ferry"))
    follow.watcher.round()
    follow.watcher.round()
    assert len(follow.events("notice")) == 1
    assert {event.why for event in follow.events("trouble")} == {
        "the webhook does not take it: is at 10.0.0.1, not a public address; --allow-private fetches it all the same"
    }
