import re
import time
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs
from sample import STORY, many_reports

from crosswire.model import Evidence, Point, Span, Story, StoryReport
from crosswire.show import notebook, page
from crosswire.show.visible import visible

TAGS = """
html head meta title style body a main header div span bdi label select option button h1 h2 h3 h4 p nav ul ol li b i
section table thead tbody tr th td details summary article blockquote footer strong small del ins kbd aside mark script
"""


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def _tags(html: str) -> list[tuple[str, dict[str, str | None]]]:
    parser = Tags()
    parser.feed(html)
    return parser.found


def test_the_eight_parts_come_in_order() -> None:
    assert re.findall(r'id="part(\d)"', page(STORY)) == list("12345678")


def test_the_policy_allows_its_own_style_and_script_alone() -> None:
    policy = next(a["content"] for t, a in _tags(page(STORY)) if a.get("http-equiv") == "Content-Security-Policy")
    assert policy is not None
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy


def test_only_known_elements_and_no_handlers() -> None:
    found = _tags(page(STORY))
    assert {tag for tag, _ in found} <= set(TAGS.split())
    assert sum(tag == "script" for tag, _ in found) == 1
    for _, attributes in found:
        assert not [
            name for name in attributes if name.startswith("on") or name in {"style", "src", "srcdoc", "action"}
        ]


def test_addresses_are_of_the_page_or_of_the_web() -> None:
    addresses = [a["href"] or "" for _, a in _tags(page(STORY)) if "href" in a]
    assert {a for a in addresses if not a.startswith("#")} == {"https://courier.example/boards"}


def test_every_address_on_the_page_exists_once() -> None:
    found = _tags(page(STORY))
    ids = [a["id"] for _, a in found if "id" in a]
    assert len(ids) == len(set(ids))
    assert {(a["href"] or "")[1:] for _, a in found if (a.get("href") or "").startswith("#")} <= set(ids)


@pytest.mark.parametrize("story", [Story(), Story(reports=STORY.reports[:1]), Story(unread=STORY.unread)])
def test_small_stories_do_not_fail(story: Story) -> None:
    assert 'id="part8"' in page(story)


def test_evidence_of_unknown_reports_does_not_fail() -> None:
    story = Story(reports=STORY.reports[:2], points=STORY.points, quotes=STORY.quotes, acts=STORY.acts)
    assert 'id="part8"' in page(story)


def test_the_same_story_gives_the_same_page() -> None:
    assert page(STORY) == page(STORY)


def test_the_notebook_frames_the_page() -> None:
    found = _tags(notebook(STORY))
    assert [tag for tag, _ in found] == ["iframe"]
    assert found[0][1]["srcdoc"] == page(STORY)
    assert found[0][1]["sandbox"] == "allow-scripts allow-popups"
    assert STORY._repr_html_() == notebook(STORY)


class Marks(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.words: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "mark":
            self.open = (dict(attrs)["data-m"] or "").split()

    def handle_endtag(self, tag: str) -> None:
        if tag == "mark":
            self.open = []

    def handle_data(self, data: str) -> None:
        for number in self.open:
            self.words[number] = self.words.get(number, "") + data


@settings(max_examples=30, deadline=None)
@given(st.text(st.characters(exclude_categories=()), min_size=1), st.integers(0, 30), st.integers(1, 30))
def test_no_text_makes_an_element_or_moves_a_mark(text: str, start: int, length: int) -> None:
    text = f"{text}<script>alert(1)</script>\"'>"
    exact = text[start : start + length]
    report = StoryReport(
        id=text[:9],
        outlet=text,
        title=text,
        published=text,
        url=text,
        sha256="",
        origin="o",
        characters=len(text),
        furniture=(Span(start=1, end=5),),
        language=text[:3],
        understood=True,
        text=text,
    )
    told = (Evidence(report=text[:9], start=start, end=start + len(exact), exact=exact),)
    point = Point(id="p", verdict="single-source", gist=exact, origins=1, evidence=told)
    html = page(Story(reports=(report,), points=(point,)))
    assert {tag for tag, _ in _tags(html)} <= set(TAGS.split())
    found = Marks()
    found.feed(html)
    assert "".join(found.words.get("0", "").split()) == "".join(visible(exact).split())


def test_thousands_of_points_of_one_report_stay_quick() -> None:
    base = many_reports(2)
    report = structs.replace(base.reports[0], text=(text := " ".join(f"Boat {i} left port." for i in range(6000))))
    points, at = [], 0
    for i in range(6000):
        words = f"Boat {i} left port."
        told = Evidence(report=report.id, start=(at := text.index(words, at)), end=at + len(words), exact=words)
        points.append(Point(id=f"p{i}", verdict="single-source", gist=words, origins=1, evidence=(told,)))
    start = time.process_time()
    page(Story(reports=(report,), points=tuple(points)))
    assert time.process_time() - start < 4


def test_eighty_reports_stay_small_and_quick() -> None:
    story = many_reports(80)
    page(STORY)
    start = time.process_time()
    html = page(story)
    assert time.process_time() - start < 2
    assert len(html.encode()) < 5_000_000


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://news.example/a", ">news.example</a>"),
        ("https://xn--mnchen-3ya.example/a", ">xn--mnchen-3ya.example</a>"),
        ("https://news.example:8443/a", ">news.example:8443</a>"),
        ("https://evil.example\\@news.example/", None),
        ("https://news.example@evil.example/", None),
        ("javascript:alert(1)", None),
    ],
)
def test_an_address_is_a_link_only_where_a_browser_opens_what_is_shown(url: str, shown: str | None) -> None:
    first, *rest = STORY.reports
    made = page(structs.replace(STORY, reports=(structs.replace(first, url=url), *rest)))
    assert (shown is None) == (f'href="{url}"' not in made)
    assert shown is None or shown in made
