"""When a page says that it was published."""

from __future__ import annotations

import pytest
from lxml import html

from crosswire.read.dates import page_date

META = '<meta property="article:published_time" content="2029-05-09T08:00:00Z">'


@pytest.mark.parametrize(
    ("head", "body", "moment"),
    [
        (
            META + '<meta property="article:modified_time" content="2029-05-11T08:00:00Z">',
            "",
            "2029-05-09T08:00:00+00:00",
        ),
        ('<meta name="date" content="2029-05-18">' + META, "", "2029-05-09T08:00:00+00:00"),
        ('<meta name="DC.date" content="2029-05-09">', "", "2029-05-09"),
        ('<meta itemprop="datePublished" content="2029-05-09">', "", "2029-05-09"),
        ("", '<time datetime="2029-05-09T10:00:00+02:00">2 hours ago</time>', "2029-05-09T10:00:00+02:00"),
        ("", "<aside><time datetime='2019-01-03'></time></aside><time datetime='2029-05-09'></time>", "2029-05-09"),
        ("", "<ul><li><time datetime='2019-01-03'></time></li></ul>", None),
        ("", "<time itemprop='dateModified' datetime='2029-05-11'></time>", None),
        ('<script type="application/ld+json">{"datePublished": "2029-05-09"}</script>', "", "2029-05-09"),
        ('<meta name="date" content="soon">', "", None),
        ("", "Published 3 January 2019", None),
    ],
)
def test_the_surest_place_first(head: str, body: str, moment: str | None) -> None:
    tree = html.document_fromstring(f"<html><head>{head}</head><body><p>x</p>{body}</body></html>")
    found = page_date(tree)
    assert (found.moment if found else None) == moment
