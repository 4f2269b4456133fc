"""RSS and Atom: a report an entry, markup reduced to text."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from crosswire.errors import ReadError
from crosswire.model import Unread
from crosswire.read.formats.feed import read_feed
from crosswire.read.found import Found, Source
from crosswire.read.markup import text_of

SOURCE = Source(name="a.xml", id="a")
RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Halden Post</title>
<item><title>Strait &amp; ships</title><link>https://halden.example/world/strait-closed.html</link>
<pubDate>Fri, 05 Sep 2031 10:00:00 +0200</pubDate><description>Only a summary.</description>
<content:encoded>
<![CDATA[<p>Norland <b>closed</b> the strait.</p><script>alert(1)</script><p>Veskia objected.</p>]]></content:encoded>
</item>
<item><title>Second</title><description>&lt;p&gt;Only a &lt;i&gt;summary&lt;/i&gt;.&lt;/p&gt;</description></item>
<item><title>Third, without words</title></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Orsk Wire</title><entry><title>Denied</title>
<link href="https://orsk.example/1"/><updated>2031-09-06T08:00:00Z</updated>
<content type="html">&lt;p&gt;Veskia denied it.&lt;/p&gt;</content></entry></feed>"""


def read(xml: str) -> list[Found | Unread]:
    return list(read_feed(io.BytesIO(xml.encode()), SOURCE))


def test_rss() -> None:
    first, second, third = read(RSS)
    assert isinstance(first, Found)
    assert isinstance(second, Found)
    report = first.report
    assert report.text == "Norland closed the strait.\n\nVeskia objected."
    assert (report.id, report.title, report.outlet) == ("strait-closed", "Strait & ships", "Halden Post")
    assert (report.published, report.url) == (
        "2031-09-05T08:00:00+00:00",
        "https://halden.example/world/strait-closed.html",
    )
    assert (second.report.id, second.report.text, second.report.published) == ("Second", "Only a summary.", None)
    assert third == Unread(name="a.xml", why="entry 3: no text in it")


def test_atom() -> None:
    (item,) = read(ATOM)
    assert isinstance(item, Found)
    assert (item.report.text, item.report.published) == ("Veskia denied it.", "2031-09-06T08:00:00+00:00")


@pytest.mark.parametrize("xml", ["", "words", "<html><body>a page</body></html>", "<?xml version='1.0'?><note/>"])
def test_what_is_no_feed_is_named(xml: str) -> None:
    with pytest.raises(ReadError, match="neither RSS nor Atom"):
        read(xml)


def test_a_feed_reads_no_file_of_this_computer(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret words")
    xml = (
        f'<!DOCTYPE rss [<!ENTITY x SYSTEM "file://{secret}">]>' + RSS.replace("Veskia", "&x; Veskia").split("?>\n")[1]
    )
    told = [item.report.text for item in read(xml) if isinstance(item, Found)]
    assert not any("secret words" in text for text in told)
    with pytest.raises(ReadError):
        read(str(secret))


@pytest.mark.parametrize(
    ("fragment", "text"),
    [
        ("plain words", "plain words"),
        ("  5 < 6 and a > b ", "5 < 6 and a > b"),
        ("AT&amp;T &#8211; caf&eacute;", "AT&T – café"),
        ("<p>One.</p><p>Two.</p>", "One.\n\nTwo."),
        ("One.<br>Two.<br/>Three", "One.\n\nTwo.\n\nThree"),
        ("<ul><li>a</li><li>b</li></ul>", "a\n\nb"),
        ("<p>One <b>bold</b>\n word.</p> tail", "One bold word.\n\ntail"),
        ("<script>alert(1)</script><style>p {}</style>left<!-- comment --> over", "left over"),
        ("<img src='a.png'>", ""),
        ("<b>" * 200 + "deep", "deep"),
        ("", ""),
    ],
)
def test_text_of(fragment: str, text: str) -> None:
    assert text_of(fragment) == text
