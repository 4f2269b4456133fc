"""Addresses as a browser reads them, and those it reads otherwise than a reader would."""

from __future__ import annotations

import pytest

from crosswire.weblinks import web_link


@pytest.mark.parametrize(
    ("told", "host", "port"),
    [
        ("https://news.example/a?b=c#d", "news.example", 443),
        ("HTTP://News.Example", "news.example", 80),
        ("http://news.example:8080/", "news.example", 8080),
        ("https://münchen.example/", "xn--mnchen-3ya.example", 443),
        ("http://[2606:2800::1]/", "2606:2800::1", 80),
        ("http://93.184.216.34/", "93.184.216.34", 80),
        ("https://news.example/a b", "news.example", 443),
    ],
)
def test_addresses(told: str, host: str, port: int) -> None:
    link = web_link(told)
    assert not isinstance(link, str)
    assert (link.host, link.port, link.url) == (host, port, told)


@pytest.mark.parametrize(
    "told",
    [
        None,
        "",
        "news.example",
        "javascript:alert(1)",
        "data:text/html,x",
        "ftp://news.example/",
        "https://evil.example\\@news.example/",
        "https:\\\\evil.example/",
        "https://news.example\\.evil.example/",
        "https://user@news.example/",
        "https://user:word@news.example/",
        "https://news.example@evil.example/",
        "https://evil.example/\u202egnp.",
        "https://new\ts.example/",
        "https://new\ns.example/",
        " https://news.example/",
        "https://news.example/\x1b[31m",
        "https://ne\u200bws.example/",
        "https:///a",
        "https://:80/",
        "https://news.example:x/",
        "https://news.example:99999/",
        "https://news.example:0/",
        "https://[::1/",
        "https://a b.example/",
        "https://news%2eexample/",
        "https://" + "a" * 300 + ".example/",
        "https://" + "é" * 5000 + ".example/",
        "https://news.example/" + "a" * 9000,
    ],
)
def test_what_is_not_shown_and_not_opened(told: str | None) -> None:
    assert isinstance(web_link(told), str)
