import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs
from rich.cells import cell_len
from sample import STORY, many_reports

from crosswire.model import Difference, Evidence, Story, StoryReport, Unread
from crosswire.show import terminal

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")
PARTS = (
    "1  READ",
    "2  WHERE THEY DIFFER",
    "3  WHAT THEY AGREE ON",
    "4  ON THE SAME MATTER",
    "5  WHO SAID WHAT",
    "6  WHAT ONLY ONE",
    "7  THREATS, DEMANDS, PLEDGES",
    "8  TIMELINE",
)


def test_the_eight_parts_come_in_order() -> None:
    text = terminal(STORY, 100, colour=False)
    places = [text.index(part) for part in PARTS]
    assert places == sorted(places)


@pytest.mark.parametrize("width", [40, 60, 80, 100, 160])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    for line in terminal(STORY, width, colour=False).splitlines():
        assert cell_len(line) <= width


@pytest.mark.parametrize("story", [STORY, many_reports(80)], ids=["five", "eighty"])
def test_it_fits_on_two_screens(story: Story) -> None:
    assert terminal(story, 100, colour=False).count("\n") <= 100


def test_a_crowded_story_is_cut_sooner() -> None:
    differences = tuple(point for point in STORY.points if point.differences)
    crowded = structs.replace(
        many_reports(12),
        points=tuple(structs.replace(p, id=f"{p.id}.{i}") for i in range(4) for p in differences)
        + many_reports(12).points,
        reports=STORY.reports + many_reports(12).reports,
        quotes=STORY.quotes,
        statements=STORY.statements,
        acts=STORY.acts * 4,
        timeline=STORY.timeline * 9,
    )
    assert terminal(crowded, 100, colour=False).count("\n") <= 100


def test_long_lists_tell_how_much_was_left_out() -> None:
    text = terminal(many_reports(80), 100, colour=False)
    assert "… and 72 more" in text
    assert "… and 112 more" in text
    assert text.count("--output page.html") == 1


def test_without_colour_there_is_no_escape_and_clashing_words_are_marked() -> None:
    text = terminal(STORY, 100, colour=False)
    assert "\x1b" not in text
    assert "▸on Tuesday◂" in text
    assert "▸on Thursday◂" in text
    assert "[-comes into-] {+enters+}" in text


def test_each_value_stands_above_its_words_with_outlet_and_day() -> None:
    text = terminal(STORY, 100, colour=False)
    assert re.search(
        r"A  Tue 4 March 2031  01 Halden Courier, 6 March = 04; 05 <b>Bad & Sons</b>, 7 March\n +Norland's", text
    )
    assert re.search(r"B  Fourteen sailors  02 Orsk Evening Post, 7 March\n +▸Fourteen sailors◂ were detained", text)
    assert "STANCE  updated later" in text


def test_no_difference_is_left_out_while_a_line_will_do() -> None:
    differing = tuple(structs.replace(STORY.points[2], id=f"d{i}", differences=(_other(i),)) for i in range(20))
    text = terminal(structs.replace(STORY, points=differing), 100, colour=False)
    left_out = [i for i in range(20) if f"HELD {i} " not in text and f"HELD {i}\n" not in text]
    assert 0 < len(left_out) < 8
    assert f"… and {len(left_out)} more\n" in text
    assert re.search(rf"^   HELD {left_out[0] - 1}  Eleven crew members 01=04 05 · Fourteen sailors 02$", text, re.M)


def _other(place: int) -> Difference:
    values = STORY.points[2].differences[0].values
    spans = tuple(structs.replace(v, evidence=tuple(_moved(e, place) for e in v.evidence)) for v in values)
    return structs.replace(STORY.points[2].differences[0], about=f"held {place}", values=spans)


def _moved(told: Evidence, by: int) -> Evidence:
    return structs.replace(told, end=told.end + by)


def test_with_colour_clashing_words_are_reversed() -> None:
    assert re.search(r"\x1b\[1;7;31mon Tuesday\x1b\[0m", terminal(STORY, 100, colour=True))


def test_no_colour_is_lost_on_a_light_or_a_dark_terminal() -> None:
    styles = set(re.findall(r"\x1b\[([\d;]*)m", terminal(STORY, 100, colour=True)))
    colours = {code for style in styles for code in style.split(";") if code not in ("0", "1", "2", "4", "7", "9", "")}
    assert colours == {"31", "35"}


def test_text_of_reports_neither_steers_nor_styles() -> None:
    text = terminal(STORY, 100, colour=True)
    assert "\x1b" not in ESCAPE.sub("", text)
    assert "\x07" not in text
    assert "\u202e" not in text
    assert "scan.pdf‹U+001B›[31m" in text
    story = Story(
        reports=STORY.reports, unread=(Unread(name="[bold red]x[/]", why="[link=https://a.example]y[/link]"),)
    )
    assert "[bold red]x[/]: [link=https://a.example]y[/link]" in ESCAPE.sub("", terminal(story, 100, colour=True))


def test_copies_unread_and_passed_over_are_told() -> None:
    report = STORY.reports[0]
    other = structs.replace(report, id="ru", understood=False, language="ru", origin="o9")
    text = terminal(
        Story(reports=(*STORY.reports, other), origins=STORY.origins, unread=STORY.unread), 100, colour=False
    )
    assert "counted once: 01=04" in text
    assert "kept, not compared: ru: in Russian" in text
    assert "not read: empty.txt: empty" in text


def test_one_report_reads_well() -> None:
    text = terminal(Story(reports=STORY.reports[:1], origins=STORY.origins[1:1]), 100, colour=False)
    assert "1 report, 1 origin" in text
    assert "There is one report: nothing to compare it with." in text


def test_an_empty_story_does_not_fail() -> None:
    assert "0 reports" in terminal(Story(), 100, colour=False)


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters(exclude_categories=())), st.booleans(), st.integers(40, 120))
def test_no_text_breaks_out(text: str, colour: bool, width: int) -> None:
    report = StoryReport(
        id=text[:20] or "x",
        outlet=text,
        title=text,
        published=text,
        url=text,
        sha256="",
        origin="o",
        characters=len(text),
        furniture=(),
        language=text[:5],
        understood=False,
        text=text,
    )
    shown = terminal(Story(reports=(report,), unread=(Unread(name=text, why=text),)), width, colour)
    bare = ESCAPE.sub("", shown)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", bare)
    if not colour:
        assert bare == shown
