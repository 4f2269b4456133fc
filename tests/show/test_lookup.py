import pytest
from msgspec import structs
from sample import STORY

from crosswire.model import Evidence, Origin, Story
from crosswire.show.lookup import Lookup, labels


@pytest.mark.parametrize(
    ("reports", "expected"),
    [
        (("01", "02"), ["01", "02"]),
        (("01-harbour-post", "02-nordwire"), ["01", "02"]),
        (("report-00", "report-01"), ["00", "01"]),
        (("a", "harbour-post-morning", "harbour-post-evening"), ["#1", "#2", "#3"]),
        (("one-report-alone",), ["one"]),
        (("https://a.example/story", "https://b.example/story"), ["#1", "#2"]),
        (("", "-------"), ["#1", "#2"]),
        ((), []),
    ],
)
def test_labels(reports: tuple[str, ...], expected: list[str]) -> None:
    assert list(labels(reports).values()) == expected


def test_reports_of_one_origin_stand_together() -> None:
    story = Story(origins=(Origin(id="o1", reports=("b", "a")), Origin(id="o2", reports=("c",))))
    assert Lookup(story).by_origin(["c", "a", "b", "a"]) == (("a", "b"), ("c",))


def test_reports_without_an_origin_stand_alone() -> None:
    assert Lookup(Story()).by_origin(["x", "y"]) == (("x",), ("y",))


def test_a_report_is_told_by_its_outlet_and_day() -> None:
    lookup = Lookup(STORY)
    assert [lookup.about(r) for r in ("01", "02", "04")] == [
        "Halden Courier, 6 March",
        "Orsk Evening Post, 7 March",
        "",
    ]


def test_the_year_is_told_where_there_are_several() -> None:
    reports = (STORY.reports[0], structs.replace(STORY.reports[1], published="2032-01-02"))
    assert Lookup(Story(reports=reports)).about("01") == "Halden Courier, 6 March 2031"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("n’t known", "isn’t known"),
        ("known who", "known who"),
        ("nown wh", "known who"),
        ("the “Star", "the “Star"),
        ("Norland", "Norland"),
        ("", ""),
    ],
)
def test_in_whole_words(words: str, expected: str) -> None:
    text = "It isn’t known who took the “Star”, Norland’s ship."
    report = structs.replace(STORY.reports[0], text=text)
    start = text.index(words)
    told = Evidence(report="01", start=start, end=start + len(words), exact=words)
    whole = Lookup(Story(reports=(report,))).in_whole_words(told)
    assert whole.exact == expected
    assert text[whole.start : whole.end] == expected
