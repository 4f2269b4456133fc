"""Requests that must not get through, and texts that must not become markup wherever they are shown."""

from __future__ import annotations

import asyncio
import re
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from tests.store.invented import Clock, Plain
from tests.web.conftest import HOME, Visit, filled

from crosswire.model import Report
from crosswire.store import Desk
from crosswire.watch import Book
from crosswire.web.guard import HEADERS, proof_of
from crosswire.web.settings import Settings

SCRIPT = "<script>document.title='owned'</script>"
IMAGE = '"><img src=x onerror=alert(1)>'
PAYLOADS = (
    SCRIPT, IMAGE, "'-alert(1)-'", "{{7*7}}{% raw %}", "javascript:alert(1)", "</title><svg onload=alert(1)>",
    "\u202egnp.exe\u202c", "a\r\nSet-Cookie: owned=1", "<!--", "&lt;script&gt;", "${7*7}", "<a href=//evil.example>x",
)  # fmt: skip


def raw(visit: Visit, method: str, path: str, headers: dict[str, str], body: bytes = b"") -> Any:
    return visit.client.request(method, path, headers=headers, content=body)


# (method, path, headers, status): none may be answered by a page of the desk.
REFUSED: tuple[tuple[str, str, dict[str, str], int], ...] = (
    ("GET", "/stories", {"host": "evil.example"}, 421),
    ("GET", "/stories", {"host": "evil.example:8710"}, 421),
    ("GET", "/stories", {"host": "127.0.0.1.evil.example:8710"}, 421),
    ("GET", "/stories", {"host": "localhost.evil.example:8710"}, 421),
    ("GET", "/stories", {"host": "127.0.0.1:9999"}, 421),
    ("GET", "/stories", {"host": "127.0.0.1:8710@evil.example"}, 421),
    ("GET", "/stories", {"host": "127.0.0.1:8710, evil.example"}, 421),
    ("GET", "/stories", {"host": "10.0.0.5:8710"}, 421),
    ("GET", "/stories", {"host": "[::2]:8710"}, 421),
    ("GET", "/stories", {"host": "127.0.0.1:"}, 421),
    ("GET", "/stories", {"host": ""}, 421),
    ("GET", "/stories", {"host": "127.0.0.1:87x0"}, 421),
    ("GET", "/events?change=0&line=0", {"host": "rebound.example:8710"}, 421),
    ("POST", "/marks", {"host": "rebound.example:8710"}, 421),
    ("PUT", "/stories", {}, 405),
    ("DELETE", "/stories/s1", {}, 405),
    ("PATCH", "/stories/s1", {}, 405),
    ("OPTIONS", "/marks", {"origin": "http://evil.example", "access-control-request-method": "POST"}, 405),
    ("TRACE", "/", {}, 405),
    ("POST", "/stories", {}, 405),
    ("GET", "/marks", {}, 405),
    ("GET", "/undo", {}, 405),
    ("GET", "/stories/s1/decide?do=merge&to=s2", {}, 405),
    ("GET", "/" + "a" * 9000, {}, 414),
    ("GET", "/search?q=" + "a" * 9000, {}, 414),
    ("POST", "/marks", {"origin": "http://evil.example"}, 403),
    ("POST", "/marks", {"origin": "null"}, 403),
    ("POST", "/marks", {"origin": "http://127.0.0.1:9999"}, 403),
    ("POST", "/marks", {"origin": "http://127.0.0.1:8710.evil.example"}, 403),
    ("POST", "/marks", {"origin": "file://"}, 403),
    ("POST", "/marks", {"origin": "http://127.0.0.1:8710@evil.example"}, 403),
    ("POST", "/marks", {"origin": "http://[bad"}, 403),
    ("POST", "/marks", {"sec-fetch-site": "cross-site"}, 403),
    ("POST", "/marks", {"sec-fetch-site": "same-site"}, 403),
    ("POST", "/undo", {"sec-fetch-site": "cross-site", "origin": HOME}, 403),
    ("POST", "/add", {"content-length": "999999999999"}, 413),
    ("POST", "/add", {"content-length": "-1"}, 413),
    ("POST", "/add", {"content-length": "1e9"}, 413),
    ("POST", "/add", {"content-length": "９"}, 413),
    ("GET", "/static/../../../../etc/passwd", {}, 404),
    ("GET", "/static/..%2f..%2fapp.py", {}, 404),
    ("GET", "/static/%2e%2e/desk.db", {}, 404),
    ("GET", "/static/desk.css%00.py", {}, 404),
    ("GET", "/reports/..%2f..%2fetc%2fpasswd", {}, 404),
    ("GET", "/reports/%00", {}, 404),
    ("GET", "/stories/s1%00/export/json", {}, 404),
    ("GET", "/stories/s1/export/..%2f..%2fx", {}, 404),
    ("GET", "/stories/s1'%20OR%201=1--", {}, 404),
    ("GET", "/stories/s1/lines/%27%20OR%20%271", {}, 404),
    ("GET", "/jobs/-1", {}, 404),
    ("GET", "/jobs/99999999999999999999999", {}, 404),
)  # fmt: skip

# Forms that are a page's own in nothing but their shape.
FORGED: tuple[tuple[str, dict[str, str]], ...] = (
    ("/marks", {"mark": "s1 p1 right"}),
    ("/marks", {"mark": "s1 p1 right", "csrf": ""}),
    ("/marks", {"mark": "s1 p1 right", "csrf": "0" * 64}),
    ("/marks", {"mark": "s1 p1 right", "csrf": "é" * 64}),
    ("/unmark", {"mark": "1", "csrf": "x"}),
    ("/undo", {}),
    ("/stories/s1/decide", {"do": "merge", "to": "s2"}),
    ("/searches", {"name": "a", "words": "b"}),
    ("/searches/drop", {"name": "a"}),
    ("/sources/follow", {"address": "https://evil.example/feed"}),
    ("/sources/unfollow", {"feed": "https://a.example"}),
    ("/add", {"text": "The ferry sank."}),
    ("/person", {"person": "eve"}),
    ("/seen", {"change": "9"}),
)


def test_the_table_holds_sixty_and_more() -> None:
    assert len(REFUSED) + len(FORGED) >= 60


@pytest.mark.parametrize(("method", "path", "headers", "status"), REFUSED, ids=lambda one: str(one)[:50])
def test_nothing_gets_through(visit: Visit, method: str, path: str, headers: dict[str, str], status: int) -> None:
    before = visit.desk.path.read_bytes(), visit.desk.pulse()
    told = {name: value.encode() for name, value in headers.items()}
    answer = raw(visit, method, path, {"accept": "application/json", **told})
    assert answer.status_code == status
    assert "passengers" not in answer.text
    assert answer.headers["content-security-policy"] == HEADERS["Content-Security-Policy"]
    assert "access-control-allow-origin" not in answer.headers
    assert (visit.desk.path.read_bytes(), visit.desk.pulse()) == before


@pytest.mark.parametrize(("path", "data"), FORGED, ids=lambda one: str(one)[:50])
def test_a_forged_form_does_nothing(visit: Visit, path: str, data: dict[str, str]) -> None:
    visit.get("/stories")
    before = held(visit.desk)
    answer = visit.client.post(path, data=data, headers={"accept": "application/json"})
    assert answer.status_code == 403
    assert answer.json()["error"]["code"] == "stale_page"
    assert held(visit.desk) == before


def held(desk: Desk) -> tuple[Any, ...]:
    return desk.pulse(), len(desk.reports()), desk.searches(), Book(desk.path).feeds()


def test_the_proof_of_one_browser_is_none_of_another(visit: Visit, desk: Desk, settings: Settings) -> None:
    theirs = visit.csrf()
    visit.client.cookies.clear()
    answer = visit.client.post("/undo", data={"csrf": theirs}, headers={"accept": "application/json"})
    assert answer.status_code == 403


@pytest.mark.parametrize(
    "back",
    ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", "/a\r\nSet-Cookie: a=b", "é"],
)
def test_a_form_leads_back_to_this_desk_alone(visit: Visit, back: str) -> None:
    answer = visit.post("/undo", {"back": back})
    assert answer.headers["location"] == "/stories?did=nothing"
    assert "a=b" not in answer.headers.get("set-cookie", "")


@pytest.mark.parametrize("name", ["a\r\nSet-Cookie: owned=1", "eve; Path=/evil", "x" * 9000, "\u202eeve"])
def test_a_name_puts_nothing_into_a_header(visit: Visit, name: str) -> None:
    answer = visit.post("/person", {"person": name})
    assert answer.status_code == 303
    assert "owned" not in answer.cookies
    assert "\n" not in answer.headers["set-cookie"]
    assert len(answer.headers["set-cookie"]) < 800
    assert visit.get("/stories").status_code == 200


@pytest.mark.parametrize(
    "cookie",
    [
        "crosswire-seen-8710=-1",
        "crosswire-seen-8710=9e9",
        "crosswire-session-8710=<x>",
        "crosswire-person-8710=%ff%00%0a",
        "crosswire-keys-8710=" + "y" * 3000,
        "=;;==;",
    ],
)
def test_a_cookie_that_makes_no_sense_is_passed_over(visit: Visit, cookie: str) -> None:
    answer = visit.client.get("/stories", headers={"cookie": cookie, "accept": "text/html"})
    assert answer.status_code == 200


def test_a_body_without_a_length_is_bounded_as_it_comes(desk: Desk) -> None:
    visit = Visit(desk, Settings(person="ann", largest=100_000))

    def endless() -> Iterator[bytes]:
        for _ in range(100):
            yield b"x" * 10_000

    answer = visit.client.post("/add", content=endless(), headers={"content-type": "multipart/form-data; boundary=x"})
    assert answer.status_code == 413


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"--x\r\nbroken", "multipart/form-data; boundary=x"),
        (b"", "multipart/form-data"),
        (b"a=1&" * 5000, "application/x-www-form-urlencoded"),
        (b"\x00\xff" * 500, "multipart/form-data; boundary=\xff"),
        (b'{"csrf": 1}', "application/json"),
        (b"<a/>", "text/xml"),
    ],
)
def test_a_body_that_is_no_form_is_refused(visit: Visit, content: bytes, kind: str) -> None:
    answer = visit.client.post("/marks", content=content, headers={"content-type": kind.encode("latin-1")})
    assert answer.status_code in (400, 403)


def test_too_many_files_are_refused(visit: Visit) -> None:
    files = [("file", (f"{n}.txt", b"x")) for n in range(60)]
    answer = visit.post("/add", {}, files=files)
    assert answer.status_code == 400
    assert len(visit.desk.reports()) == 6


def test_a_body_that_does_not_arrive_is_not_waited_for(desk: Desk) -> None:
    visit = Visit(desk, Settings(person="ann", patience=0.05))
    told: list[Any] = []

    async def ask() -> None:
        first = iter([{"type": "http.request", "body": b"a=1", "more_body": True}])

        async def receive() -> Any:
            found = next(first, None)
            if found is None:
                await asyncio.sleep(30)
            return found

        async def send(message: Any) -> None:
            told.append(message)

        scope = {
            "type": "http", "method": "POST", "path": "/marks", "raw_path": b"/marks", "query_string": b"",
            "headers": [(b"host", b"127.0.0.1:8710"), (b"content-length", b"999"),
                        (b"content-type", b"application/x-www-form-urlencoded")],
            "scheme": "http", "server": ("127.0.0.1", 8710), "http_version": "1.1", "root_path": "",
        }  # fmt: skip
        await asyncio.wait_for(visit.app(scope, receive, send), 10)

    asking = threading.Thread(target=lambda: asyncio.run(ask()))  # a loop of its own: a browser's may run here
    asking.start()
    asking.join(20)
    assert told[0]["status"] == 408


@pytest.mark.parametrize(
    "name",
    [
        "../../evil.txt",
        "/etc/cron.d/evil",
        "..\\..\\evil.txt",
        "a\x00b.txt",
        ".",
        "..",
        "\u202etxt.exe",
        "CON",
        "x" * 400,
    ],
)
def test_an_upload_is_written_nowhere_but_in_its_own_folder(visit: Visit, name: str) -> None:
    text = b"The ferry Havbris sank off Port Ansgar on Monday. 6 passengers drowned in the strait of Mirra, twice."
    page = visit.done(visit.post("/add", {}, files=[("file", (name, text))]))
    assert page.status_code == 200
    assert "/tmp" not in page.text
    assert not [path for path in Path(visit.desk.path.parent).rglob("*") if "evil" in path.name]


def test_elsewhere_a_token_is_asked_for(desk: Desk) -> None:
    settings = Settings(host="0.0.0.0", person="ann", token="a-token-of-this-desk", hosts=("desk.example",))
    visit = Visit(desk, settings, "http://192.168.1.7:8710")
    for path in ("/stories", "/stories/s1", "/events?change=0&line=0", "/static/desk.js", "/stories?token=wrong"):
        assert visit.get(path).status_code == 401
    assert visit.client.post("/undo").status_code == 401
    assert visit.get("/stories", host="evil.example:8710").status_code == 421
    assert visit.get("/stories", authorization="Bearer wrong").status_code == 401
    assert visit.get("/stories", authorization="Bearer a-token-of-this-desk").status_code == 200
    shown = visit.get("/stories?q=a&token=a-token-of-this-desk")
    assert shown.headers["location"] == "/stories?q=a"
    assert "httponly" in shown.headers["set-cookie"].lower()
    assert proof_of("a-token-of-this-desk") in shown.headers["set-cookie"]
    assert "a-token-of-this-desk" not in shown.headers["set-cookie"]
    assert visit.get("/stories").status_code == 200
    twice = visit.client.get("/stories?token=a-token-of-this-desk", headers={"host": "desk.example"})
    assert twice.status_code == 200


def test_a_token_in_an_address_leads_nowhere_else(desk: Desk) -> None:
    visit = Visit(desk, Settings(host="0.0.0.0", person="ann", token="a-token-of-this-desk"), "http://10.0.0.7:8710")
    answer = visit.get("//evil.example/x?token=a-token-of-this-desk")
    assert not answer.headers.get("location", "/").startswith("//")


@pytest.fixture(scope="module")
def poisoned(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visit]:
    """A desk in which every text is a trap."""
    with Desk(tmp_path_factory.mktemp("poison") / "desk.db", analyst=Plain(), clock=Clock()) as desk:
        filled(desk)
        for n, payload in enumerate(PAYLOADS):
            text = f"The ferry Havbris sank off Port Ansgar on Monday. {n} passengers {payload} drowned in Mirra. "
            text += f"{payload} said {payload}."
            desk.add(
                Report(
                    id=f"trap{n} {payload}", text=text, title=payload, outlet=payload, published="2031-05-05",
                    url=payload, language="en",
                ),
                by=payload, source=payload,
            )  # fmt: skip
        for payload in PAYLOADS[:6]:
            desk.save_search(payload, payload, by=payload)
            for story in desk.stories():
                desk.mark(story.id, "p1", "wrong", by=payload, note=payload)
        visit = Visit(desk, Settings(person=SCRIPT))
        yield visit
        visit.app.state.book.close()


def assert_clean(text: str) -> None:
    """No element and no attribute that the templates do not write."""
    tree = html.document_fromstring(text)
    for element in tree.iter():
        if not isinstance(element.tag, str):
            raise AssertionError("a comment")
        assert element.tag not in ("img", "iframe", "object", "embed", "base", "style")
        for name, value in element.attrib.items():
            assert not name.startswith("on"), name
            assert name != "style"
            if name in ("href", "src", "action", "hx-get") and "bookmarklet" not in element.get("class", ""):
                assert re.match(r"(/(?!/)|#|\?|https://post\.example/)", value), (name, value)
    scripts = {element.get("src") for element in tree.iter("script")}
    assert scripts <= {"/static/page.js", "/static/htmx.min.js", "/static/desk.js"}
    assert not [element.text for element in tree.iter("script") if element.text]


PLACES = ("/stories", "/search", "/review", "/sources", "/log", "/add", "/keys", "/nowhere")


@pytest.mark.parametrize("path", PLACES)
def test_a_text_is_never_markup(poisoned: Visit, path: str) -> None:
    assert_clean(poisoned.get(path).text)


def test_a_text_is_never_markup_in_stories_and_reports(poisoned: Visit) -> None:
    from urllib.parse import quote

    for story in poisoned.desk.stories():
        page = poisoned.get(f"/stories/{story.id}").text
        assert_clean(page)
    for report in poisoned.desk.reports():
        for ending in ("", "/words", "?start=3&end=60"):
            answer = poisoned.get(f"/reports/{quote(report.id, safe='')}{ending}")
            assert answer.status_code == 200
            assert_clean(answer.text)
    for suffix in ("/words", "?start=3&end=9"):
        assert SCRIPT not in poisoned.get(f"/reports/ferry-post-6{suffix}").text


@pytest.mark.parametrize("payload", PAYLOADS)
@pytest.mark.parametrize("path", ["/search", "/stories", "/add", "/log", "/reports/x", "/stories/x"])
def test_what_is_asked_is_never_markup(poisoned: Visit, path: str, payload: str) -> None:
    names = ("q", "outlet", "actor", "kind", "in", "story", "speaker", "url", "subject", "did", "n", "other", "line")
    for name in names:
        if name == "subject" and path != "/log":
            continue
        answer = poisoned.client.get(path, params={name: payload, "did": "right"}, headers={"accept": "text/html"})
        assert answer.status_code in (200, 404)
        assert_clean(answer.text)


def test_a_download_is_never_opened_as_a_page(poisoned: Visit) -> None:
    story = poisoned.desk.stories()[0].id
    answer = poisoned.get(f"/stories/{story}/export/html")
    assert answer.headers["content-disposition"].startswith("attachment")
    assert answer.headers["x-content-type-options"] == "nosniff"
    feed = poisoned.get("/search?q=ferry&as=atom")
    assert SCRIPT not in feed.text
