"""Addresses: what is fetched, what is refused, and that nothing goes on for ever."""

from __future__ import annotations

import gzip
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest

from crosswire.errors import AddressError
from crosswire.read import address, gather
from crosswire.read.address import fetch
from crosswire.read.public import is_public

Site = Callable[..., str]
WORDS = (
    "Norland will close the strait of Mirra to all foreign ships on Friday, its foreign minister said in Halden. " * 3
)
PAGE = f"<html><head><title>Strait closed</title></head><body><article><p>{WORDS}</p></article></body></html>"
ENTRY = f"<item><title>A</title><description>{WORDS}</description></item>"
FEED = f"<rss version='2.0'><channel><title>F</title>{ENTRY}</channel></rss>"


def answering(
    body: bytes, media: str | None = None, status: int = 200, **headers: str
) -> Callable[[BaseHTTPRequestHandler], None]:
    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(status)
        if media:
            request.send_header("Content-Type", media)
        for name, value in headers.items():
            request.send_header(name.replace("_", "-"), value)
        request.end_headers()
        request.wfile.write(body)

    return answer


@pytest.mark.parametrize(
    ("body", "media"),
    [
        (PAGE.encode(), "text/html; charset=utf-8"),
        (PAGE.encode(), None),
        (WORDS.encode(), "text/plain"),
        (WORDS.encode(), None),
        (WORDS.encode(), "TEXT/PLAIN"),
        (FEED.encode(), "application/rss+xml"),
        (FEED.encode(), "text/xml"),
        (FEED.encode(), None),
    ],
)
def test_what_is_read(site: Site, body: bytes, media: str | None) -> None:
    url = site(answering(body, media)) + "/world/strait.html"
    (report,), unread = gather([url], allow_private=True)
    assert report.text.strip() == WORDS.strip()
    assert unread == ()
    assert report.url == url or report.id == "A"


def test_the_charset_told(site: Site) -> None:
    words = "Пролив закрыт."
    (report,), _ = gather([site(answering(words.encode("koi8-r"), "text/plain; charset=KOI8-R"))], allow_private=True)
    assert report.text == words
    (report,), _ = gather([site(answering(words.encode(), "text/plain; charset=no-such"))], allow_private=True)
    assert report.text == words


@pytest.fixture
def certificate(tmp_path: Path) -> tuple[Path, Path]:
    """A certificate for localhost that nobody has signed, and its key."""
    if not shutil.which("openssl"):
        pytest.skip("no openssl here to make a certificate")
    key, own = tmp_path / "key.pem", tmp_path / "own.pem"
    subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
    make = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "2",
        "-keyout",
        str(key),
        "-out",
        str(own),
    ]
    subprocess.run(make + subject, check=True, capture_output=True)
    return own, key


def test_https(site: Site, certificate: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    own, key = certificate
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(own, key)
    url = site(answering(WORDS.encode(), "text/plain"), context).replace("http://127.0.0.1", "https://localhost")
    with pytest.raises(AddressError, match="its certificate is not trusted: self-signed certificate"):
        fetch(url, allow_private=True)
    monkeypatch.setenv("SSL_CERT_FILE", str(own))
    assert fetch(url, allow_private=True).body == WORDS.encode()
    with pytest.raises(AddressError, match="its certificate is not trusted"):
        fetch(url.replace("localhost", "127.0.0.1"), allow_private=True)


def test_what_is_asked(site: Site) -> None:
    asked: dict[str, str] = {}

    def answer(request: BaseHTTPRequestHandler) -> None:
        asked.update(request.headers.items(), path=request.path)
        answering(WORDS.encode(), "text/plain")(request)

    url = site(answer)
    fetch(url + "/a b?q=é#part", allow_private=True)
    assert asked["path"] == "/a%20b?q=%C3%A9"
    assert asked["Host"] == url.removeprefix("http://")
    assert asked["User-Agent"].startswith("crosswire/")
    assert "Authorization" not in asked


def test_a_redirect_is_followed_and_the_last_address_kept(site: Site) -> None:
    def answer(request: BaseHTTPRequestHandler) -> None:
        to = {"/": "/one", "/one": "two"}.get(request.path)
        answering(b"", status=302, Location=to)(request) if to else answering(WORDS.encode(), "text/plain")(request)

    url = site(answer)
    assert fetch(url + "/", allow_private=True).url == f"{url}/two"


def test_a_packed_answer(site: Site) -> None:
    url = site(answering(gzip.compress(WORDS.encode()), "text/plain", Content_Encoding="gzip"))
    assert fetch(url, allow_private=True).body == WORDS.encode()


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (answering(b"", status=404), "answers 404 Not Found"),
        (answering(b"", status=503), "answers 503 Service Unavailable"),
        (answering(b"", status=204), "answers 204 No Content"),
        (answering(b"", status=302), "answers 302 Found"),
        (answering(b"", status=302, Location="/"), "redirects more than 5 times"),
        (
            answering(b"", status=301, Location="file:///etc/hostname"),
            "redirects to what may not be opened: not an address of the web",
        ),
        (answering(b"", status=301, Location="http://[::1"), "redirects to what is no address"),
        (answering(b"\x89PNG", "image/png"), "answers with image/png; allowed: HTML, plain text, RSS, Atom"),
        (answering(b"\x89PNG\r\n\x1a\n\x00"), "not text: an image"),
        (answering(b"", "text/plain"), "empty file"),
        (answering(b"not packed", "text/plain", Content_Encoding="gzip"), "no proper answer: its gzip data is damaged"),
        (answering(b"x", "text/plain", Content_Length="100"), "the answer was cut short"),
        (lambda request: request.wfile.write(b"no http at all\r\n\r\n"), "no proper answer: "),
        (lambda request: None, "no proper answer: Remote end closed connection"),
    ],
)
def test_answers_that_are_none(site: Site, answer: Callable[[BaseHTTPRequestHandler], None], why: str) -> None:
    url = site(answer)
    reports, unread = gather([url], allow_private=True)
    assert reports == ()
    assert [item.name for item in unread] == [url]
    assert unread[0].why.startswith(why)


def endless(piece: bytes, pause: float) -> Callable[[BaseHTTPRequestHandler], None]:
    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.send_header("Content-Type", "text/plain")
        request.end_headers()
        while True:
            request.wfile.write(piece)
            time.sleep(pause)

    return answer


def test_a_stream_without_end_is_cut_at_its_size(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(address, "LARGEST_ANSWER", 2_000_000)
    with pytest.raises(AddressError, match="answers with more than 2 MB"):
        fetch(site(endless(b"x" * 100_000, 0)), allow_private=True)


def test_a_packed_answer_cannot_become_endless(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(address, "LARGEST_ANSWER", 2_000_000)
    bomb = gzip.compress(b"x" * 30_000_000)
    with pytest.raises(AddressError, match="answers with more than 2 MB"):
        fetch(site(answering(bomb, "text/plain", Content_Encoding="gzip")), allow_private=True)


@pytest.mark.parametrize("where", ["body", "head", "redirects"])
def test_a_slow_stream_is_cut_at_its_time(site: Site, monkeypatch: pytest.MonkeyPatch, where: str) -> None:
    monkeypatch.setattr(address, "SECONDS", 0.6)

    def slow_head(request: BaseHTTPRequestHandler) -> None:
        for letter in b"HTTP/1.1 200 OK\r\n" * 9:
            request.wfile.write(bytes([letter]))
            time.sleep(0.05)

    def slow_redirect(request: BaseHTTPRequestHandler) -> None:
        time.sleep(0.25)
        answering(b"", status=302, Location="/")(request)

    answers = {"body": endless(b"x", 0.05), "head": slow_head, "redirects": slow_redirect}
    start = time.monotonic()
    with pytest.raises(AddressError, match="did not answer in full within 1 seconds"):
        fetch(site(answers[where]), allow_private=True)
    assert time.monotonic() - start < 5


@pytest.mark.parametrize(
    ("ip", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("240.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("::", False),
        ("fe80::1%eth0", False),
        ("fc00::1", False),
        ("ff02::1", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:93.184.216.34", True),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
    ],
)
def test_is_public(ip: str, public: bool) -> None:
    assert is_public(ip) is public


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "[::1]", "0.0.0.0", "2130706433", "0x7f.1", "169.254.169.254", "[::ffff:127.0.0.1]"],
)
def test_private_addresses_are_refused(host: str) -> None:
    with pytest.raises(AddressError, match=r"not a public address|no such host"):
        fetch(f"http://{host}:1/")


def resolving(monkeypatch: pytest.MonkeyPatch, *answers: list[str]) -> list[str]:
    """Lets names resolve to the given addresses, one list a look-up; returns the names looked up so far."""
    looked_up: list[str] = []

    def look_up(host: str, port: int, *_: Any, **__: Any) -> list[Any]:
        looked_up.append(host)
        ips = answers[min(len(looked_up), len(answers)) - 1]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, port)) for ip in ips]

    monkeypatch.setattr(address.socket, "getaddrinfo", look_up)
    return looked_up


def test_one_private_address_among_public_ones_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    resolving(monkeypatch, ["93.184.216.34", "10.0.0.1"])
    with pytest.raises(AddressError, match=r"is at 10\.0\.0\.1, not a public address"):
        fetch("http://halden.example/")


def test_the_address_that_was_checked_is_the_one_connected_to(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_up = resolving(monkeypatch, ["93.184.216.34"], ["127.0.0.1"])
    connected: list[Any] = []

    def connect(to: tuple[str, int], timeout: float) -> socket.socket:
        connected.append(to)
        raise ConnectionRefusedError(111, "Connection refused")

    monkeypatch.setattr(address.socket, "create_connection", connect)
    with pytest.raises(AddressError, match=r"cannot connect to halden\.example: Connection refused"):
        fetch("http://halden.example/")
    assert looked_up == ["halden.example"]
    assert connected == [("93.184.216.34", 80)]


def test_a_redirect_into_the_own_network_is_refused(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    url = site(answering(b"", status=302, Location="http://inside.example/secret"))
    port = int(url.rpartition(":")[2])
    resolving(monkeypatch, ["93.184.216.34"], ["192.168.0.7"])
    real = socket.socket

    def connect(to: tuple[str, int], timeout: float) -> socket.socket:
        assert to == ("93.184.216.34", 80), "only the public address may be connected to"
        here = real(socket.AF_INET, socket.SOCK_STREAM)
        here.connect(("127.0.0.1", port))
        return here

    monkeypatch.setattr(address.socket, "create_connection", connect)
    with pytest.raises(
        AddressError, match=r"redirects to inside\.example, which is at 192\.168\.0\.7, not a public address"
    ):
        fetch("http://halden.example/")


@pytest.mark.parametrize(
    "url", ["http://", "http:///path", "http://[::1", "http://halden.example:99999/", "https://a..b/"]
)
def test_what_is_no_address_is_named(url: str) -> None:
    reports, unread = gather([url])
    assert reports == ()
    assert len(unread) == 1
