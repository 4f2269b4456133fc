"""HTML pages: the article, what the page tells of itself, and pages that hold none."""

from __future__ import annotations

import io

import pytest

from crosswire.errors import ReadError
from crosswire.model import Report
from crosswire.read.formats.page import read_page
from crosswire.read.found import Found, Source

SOURCE = Source(name="a.html", id="a")
FIRST = "Norland will close the strait of Mirra to all foreign ships on Friday, its foreign minister said in Halden."
SECOND = "Veskia called the closure a breach of the treaty and said that its tankers would not turn back for anybody."
BODY = f"<article><h1>Strait closed</h1><p>{FIRST}</p><p>{SECOND}</p></article>"
HEAD = (
    '<title>Strait closed | Halden Post</title><meta property="og:site_name" content="Halden Post">'
    '<link rel="canonical" href="https://halden.example/strait">'
)


def read(html: str | bytes, source: Source = SOURCE) -> Report:
    (item,) = read_page(io.BytesIO(html if isinstance(html, bytes) else html.encode()), source)
    assert isinstance(item, Found)
    return item.report


def page(head: str = "", body: str = BODY) -> str:
    return f"<!DOCTYPE html><html lang='en'><head>{HEAD}{head}</head><body>{body}</body></html>"


def test_an_article() -> None:
    report = read(page('<meta property="article:published_time" content="2031-09-05T10:20:00+01:00">'))
    assert report.text == f"{FIRST}\n\n{SECOND}" or report.text == f"Strait closed\n\n{FIRST}\n\n{SECOND}"
    assert (report.id, report.title, report.outlet) == ("a", "Strait closed", "Halden Post")
    assert (report.published, report.url) == ("2031-09-05T10:20:00+01:00", "https://halden.example/strait")


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ('<meta property="article:published_time" content="2031-09-05T10:20:00Z">', "2031-09-05T10:20:00+00:00"),
        ('<meta name="date" content="2031-09-05">', "2031-09-05"),
        ('<meta itemprop="datePublished" content="2031-09-05T08:00">', "2031-09-05T08:00:00"),
        (
            '<script type="application/ld+json">{"datePublished": "2031-09-05T09:00:00+02:00"}</script>',
            "2031-09-05T09:00:00+02:00",
        ),
        ('<meta property="article:published_time" content="yesterday">', None),
        ("", None),
    ],
)
def test_when_it_was_published(head: str, published: str | None) -> None:
    assert read(page(head)).published == published


@pytest.mark.parametrize(
    "body",
    [
        f"<script>if (a < b) document.write('<p>{SECOND} not this</p>')</script>{BODY}",
        f"<style>p::before {{ content: 'not this' }}</style>{BODY}",
        f"<div><p><b>{FIRST}<i></p></b><p>{SECOND}</div></span></p><td>",
        f"<p>{FIRST}<p>{SECOND}",
        f"<!-- not this --><article><p>{FIRST}</p><p>{SECOND}</p></article><!-- not this",
        f"<nav><ul><li><a href='/'>not this</a></li></ul></nav>{BODY}<footer>not this</footer>",
        "<div>" * 200 + f"<p>{FIRST}</p><p>{SECOND}</p>",
    ],
)
def test_scripts_and_broken_tags_are_no_obstacle(body: str) -> None:
    text = read(page(body=body)).text
    assert FIRST in text
    assert SECOND in text
    assert "not this" not in text
    assert "<" not in text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(encoding: str) -> None:
    assert "café" in read(page(body=BODY.replace("tankers", "café")).encode(encoding)).text


def test_a_charset_the_page_names() -> None:
    russian = f"<p>{'Норландия закроет пролив Мирра для всех иностранных судов в пятницу, сказал министр. ' * 3}</p>"
    html = f"<html><head><meta charset='koi8-r'></head><body><article>{russian}</article></body></html>"
    assert "Норландия закроет пролив" in read(html.encode("koi8-r")).text
    assert FIRST in read(page('<meta charset="no-such-charset">')).text


@pytest.mark.parametrize(
    ("html", "why"),
    [
        ("", "empty file"),
        (" \n", "nothing but white space in the file"),
        ("Norland closed the strait.", "no markup in it"),
        ("<html><body></body></html>", "no article text found in the page"),
        ("<html><body><script>var a = 1;</script></body></html>", "no article text found in the page"),
        ("<html><body><img src='a.png'></body></html>", "no article text found in the page"),
        ("<html>" + "<div>" * 3000 + f"<p>{FIRST}</p><p>{SECOND}</p>", "no article text found in the page"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00", "not text: an image"),
    ],
)
def test_pages_without_an_article_are_named(html: str | bytes, why: str) -> None:
    with pytest.raises(ReadError) as refused:
        read(html)
    assert refused.value.why == why


def test_the_address_it_was_fetched_from_is_kept() -> None:
    assert (
        read(page(), Source(name="u", id="u", url="https://halden.example/from")).url == "https://halden.example/from"
    )


def test_a_short_article_keeps_its_paragraphs_apart() -> None:
    head = "<h1>Strait closed</h1><time>2 hours ago</time>"
    body = f"<article>{head}<p>Norland closed the strait.</p><p>Veskia objected.</p></article>"
    report = read(page(body=body))
    assert report.text.endswith("Norland closed the strait.\n\nVeskia objected.")
