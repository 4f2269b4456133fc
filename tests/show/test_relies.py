"""Who relies on whom, what is doubtful and which passages are copied, in every view."""

from __future__ import annotations

import re

from msgspec import structs
from sample import STORY

from crosswire.model import Doubtful, Evidence, Relied, Span
from crosswire.show import markdown, page, terminal

TEXT = STORY.reports[1].text
NAMED = Evidence(report="02", start=0, end=20, exact=TEXT[:20])
RELIED = structs.replace(
    STORY,
    relies=(
        Relied(report="02", source="Halden Courier", evidence=NAMED, spans=(Span(start=0, end=20),), other="01"),
        Relied(report="02", source="Nordwire", evidence=NAMED, spans=(Span(start=0, end=20),)),
    ),
    doubtful=(
        Doubtful(report="03", nearest="01", likeness=0.2),
        Doubtful(report="05", nearest=None, likeness=0.0),
    ),
)


def test_the_brief_names_them() -> None:
    told = terminal(RELIED, 100, colour=False)
    assert "02 ← 01" in told
    assert "02 ← Nordwire" in told
    assert "03: may tell another story: it is hardly like the others, likest to 01" in told
    assert "05: seems to tell another story" in told


def test_markdown_names_them() -> None:
    told = markdown(RELIED)
    assert "- 02 ← 01: relies on it" in told
    assert "- 03: may tell another story" in told


def test_the_page_leads_to_the_words_that_name_the_source() -> None:
    html = page(RELIED)
    part = html[html.index("Who relies on whom") : html.index("Doubtful")]
    number = re.search(r'class="line" href="#m(\d+)"', part)
    assert number is not None
    assert f'id="m{number[1]}"' in html
    assert "copied passage" in html
