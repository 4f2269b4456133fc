import re

import pytest
from sample import STORY, many_reports

from crosswire.model import Story
from crosswire.show import markdown
from crosswire.show.markdown import plain


def test_the_eight_parts_come_in_order() -> None:
    headings = re.findall(r"^## (\d)", markdown(STORY), re.M)
    assert headings == list("12345678")


def test_the_clashing_words_are_bold() -> None:
    text = markdown(STORY)
    assert "in the strait of Mirra **on Tuesday**”" in text
    assert "**on Thursday**" in text


def test_reports_are_told_by_label_and_their_ids_once() -> None:
    text = markdown(many_reports(2))
    assert "- **00** Outlet number 0 · 7 March 2031 · Tanker boarded, says outlet 0 · report-00\n" in text
    assert text.count("report-00") == 1
    assert re.search(r"^    - 00 Outlet number 0, 7 March: “\*\*boarded on Tuesday\*\*”", text, re.M)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# no heading", "\\# no heading"),
        ("1. no list", "\\1. no list"),
        ("- no list", "\\- no list"),
        ("[a](javascript:b)", "\\[a\\](javascript:b)"),
        ("<script>", "\\<script\\>"),
        ("**no** _weight_", "\\*\\*no\\*\\* \\_weight\\_"),
        ("https://example.org", "https\\://example.org"),
        ("two\nlines", "two lines"),
        ("&lt;", "\\&lt;"),
    ],
)
def test_plain(text: str, expected: str) -> None:
    assert plain(text) == expected


def test_an_empty_part_is_left_out_but_for_the_differences() -> None:
    text = markdown(Story(reports=STORY.reports[:1]))
    assert re.findall(r"^## (\d)", text, re.M) == ["1", "2"]
    assert "There is one report: nothing to compare it with." in text


def test_an_empty_story_does_not_fail() -> None:
    assert "0 reports" in markdown(Story())
