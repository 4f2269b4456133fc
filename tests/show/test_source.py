from hypothesis import given
from hypothesis import strategies as st
from sample import COURIER, STORY, ev

from crosswire.model import Evidence, Point, Span, Story, StoryReport
from crosswire.show.source import marks, paragraphs


def _story(text: str, spans: list[tuple[int, int]], furniture: tuple[Span, ...] = ()) -> Story:
    report = StoryReport(
        id="r",
        outlet=None,
        title=None,
        published=None,
        url=None,
        sha256="",
        origin="o",
        characters=len(text),
        furniture=furniture,
        language="en",
        understood=True,
        text=text,
    )
    told = tuple(Evidence(report="r", start=a, end=b, exact=text[a:b]) for a, b in spans)
    point = Point(id="p1", verdict="single-source", gist="", origins=1, evidence=told)
    return Story(reports=(report,), points=(point,))


def _words(story: Story, number: int) -> str:
    return "".join(
        segment.words
        for block in paragraphs(story.reports[0], marks(story))
        for segment in block
        if number in segment.marks
    )


def test_nested_and_crossing_marks_are_whole() -> None:
    text = "The \U0001f6a2 ship left Halden at dawn on Tuesday."
    spans = [(0, 21), (4, 10), (6, 31), (11, 15)]
    story = _story(text, spans)
    for place, mark in marks(story).items():
        assert _words(story, mark.number) == text[place[1] : place[2]]


def test_each_mark_opens_once() -> None:
    story = _story("One line.\n\nAnother line of the report.", [(0, 9), (4, 30), (11, 30)])
    opened = [n for block in paragraphs(story.reports[0], marks(story)) for s in block for n in s.opens]
    assert sorted(opened) == [0, 1, 2]


@given(
    st.text(st.sampled_from("ab \n\r\U0001f6a2é"), min_size=1, max_size=60),
    st.lists(st.tuples(st.integers(0, 59), st.integers(1, 60)), max_size=8),
)
def test_the_segments_are_the_text(text: str, pairs: list[tuple[int, int]]) -> None:
    spans = [(a, min(b, len(text))) for a, b in pairs if a < min(b, len(text))]
    story = _story(text, spans, (Span(start=0, end=len(text) // 2),))
    found = marks(story)
    whole = "".join(s.words for block in paragraphs(story.reports[0], found) for s in block)
    assert whole.split() == text.split() or "".join(whole.split()) == "".join(text.split())
    for (_, a, b), mark in found.items():
        assert "".join(_words(story, mark.number).split()) == "".join(text[a:b].split())


def test_evidence_that_its_report_does_not_hold_is_not_marked() -> None:
    wrong = Evidence(report="01", start=0, end=4, exact="nope")
    missing = Evidence(report="99", start=0, end=4, exact="nope")
    point = Point(id="p1", verdict="single-source", gist="", origins=1, evidence=(wrong, missing))
    assert marks(Story(reports=STORY.reports, points=(point,))) == {}


def test_the_strongest_verdict_gives_the_tone() -> None:
    found = marks(STORY)
    boarded = ev("01", "Norland's coast guard boarded a Veskian tanker in the strait of Mirra on Tuesday")
    assert found["01", boarded.start, boarded.end].tone == "conflict"


def test_furniture_is_told_apart() -> None:
    blocks = paragraphs(STORY.reports[0], marks(STORY))
    dimmed = [segment.words for block in blocks for segment in block if segment.furniture]
    assert dimmed == ["By Tove Lindqvist", "Also read: The long quarrel over Mirra"]
    assert all(words in COURIER for words in dimmed)
