import pytest

from crosswire.model import Origin, Story
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
