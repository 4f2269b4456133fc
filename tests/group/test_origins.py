"""Copies of one text are one origin; reports that only share what was said are not."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.group import find_origins
from crosswire.model import Annotated, Furniture, Quotation, Report, Span

WIRE = (
    "Norland on Monday closed its harbours to Veskian ships after a ferry was boarded in the strait of Mirra.\n\n"
    "The order takes effect at midnight and will stand until the two crew members who were taken away are freed, "
    "the transport ministry in Halden said.\n\n"
    "About sixty ships a week call at the four harbours, most of them with timber and salt.\n\n"
    "Veskian officials did not answer questions on Monday evening, but a customs officer in Orsk said that the "
    "boarding party had acted on a tip about smuggled tobacco and had found none.\n\n"
    "Shipping agents expect the first queues on Tuesday morning and say that timber prices will rise within a week."
)
OWN = (
    "From midnight no ship under the Veskian flag may enter a harbour of Norland. The government in Halden took that "
    "step on Monday in answer to the boarding of a ferry.\n\n"
    "Two of the ferry's crew are still being held somewhere in Veskia, and until they are home the ban will not be "
    "lifted.\n\n"
    "In the port of Ansgar the stevedores stood about in the rain and talked of the last ban, nine years ago, which "
    "had cost every third of them his job. Timber makes up most of what Veskia sends them."
)
SPEECH = (
    "We shall open the harbours on the very day on which the last of our people comes home, and not one hour before "
    "it, because a country that lets its sailors be taken from the deck has no harbours left that are worth closing"
)


def piece(name: str, text: str, published: str | None = None, furniture: tuple[str, ...] = ()) -> Annotated:
    marks = [Span(start=text.index(f), end=text.index(f) + len(f)) for f in furniture]
    spoken = text.find("“")
    quotations = (
        (Quotation(span=Span(start=spoken + 1, end=text.index("”")), statement=None, speaker=None),)
        if spoken >= 0
        else ()
    )
    return Annotated(
        report=Report(id=name, text=text, published=published),
        furniture=tuple(Furniture(span=mark, kind="promotion") for mark in sorted(marks)),
        quotations=quotations,
    )


def groups(*pieces: Annotated) -> list[tuple[str, ...]]:
    return [origin.reports for origin in find_origins(pieces)]


def paragraphs(text: str, *places: int) -> str:
    return "\n\n".join(text.split("\n\n")[place] for place in places)


@pytest.mark.parametrize(
    ("other", "joined"),
    [
        pytest.param(WIRE, True, id="the same text"),
        pytest.param(WIRE.replace("sixty", "seventy").replace("Monday", "yesterday"), True, id="light edits"),
        pytest.param(
            "A headline of our own\n\n" + paragraphs(WIRE, 1, 3), True, id="a short one lifted from the long one"
        ),
        pytest.param(paragraphs(WIRE, 0, 1, 2) + "\n\n" + OWN, True, id="lifted, and as much written to it"),
        pytest.param(WIRE.replace("\n\n", "\r\n"), True, id="other line ends"),
        pytest.param(WIRE.upper(), True, id="other case"),
        pytest.param(OWN, False, id="the same news in one's own words"),
        pytest.param("", False, id="nothing"),
        pytest.param(
            "Norland on Monday closed its harbours to Veskian ships", False, id="a headline is too short to tell"
        ),
    ],
)
def test_copies(other: str, joined: bool) -> None:
    assert groups(piece("00", WIRE), piece("01", other)) == ([("00", "01")] if joined else [("00",), ("01",)])


def test_the_same_long_quotation_makes_no_copy() -> None:
    one = piece("00", paragraphs(WIRE, 0, 2) + f"\n\n“{SPEECH},” the minister said.")
    other = piece("01", paragraphs(OWN, 0, 2) + f"\n\nThe minister: “{SPEECH}.”")
    assert groups(one, other) == [("00",), ("01",)]


def test_the_same_page_furniture_makes_no_copy() -> None:
    notice = (
        "You have read the last of your free articles for this month. Subscribers read everything we publish, without "
        "advertisements, on all their devices, and may send ten articles a month to friends who do not subscribe yet."
    )
    texts = [paragraphs(WIRE, 0, 2) + "\n\n" + notice, paragraphs(OWN, 1, 2) + "\n\n" + notice]
    assert groups(*(piece(str(i), t) for i, t in enumerate(texts))) == [("0", "1")]
    assert groups(*(piece(str(i), t, furniture=(notice,)) for i, t in enumerate(texts))) == [("0",), ("1",)]


def test_thirty_copies_are_one_origin() -> None:
    draw = random.Random(7)
    pieces = [piece("own", OWN)]
    for number in range(30):
        kept = sorted(draw.sample(range(5), 4))
        pieces.append(piece(f"{number:02}", f"Headline {number}\n\n" + paragraphs(WIRE, *kept)))
    assert groups(*pieces) == [("own",), tuple(f"{number:02}" for number in range(30))]


def test_a_round_up_does_not_join_those_it_lifts_from() -> None:
    whole = paragraphs(WIRE, 0, 1, 2) + "\n\n" + OWN
    found = groups(piece("wire", WIRE), piece("own", OWN), piece("round-up", whole))
    assert all(not {"wire", "own"} <= set(group) for group in found)


def test_the_first_published_comes_first() -> None:
    given = [("00", None), ("01", "2026-03-13T20:05:00+01:00"), ("02", "2026-03-13"), ("03", "someday")]
    (origin,) = find_origins([piece(name, WIRE, when) for name, when in given])
    assert origin.id == "o1"
    assert origin.reports == ("02", "01", "00", "03")


def test_copied_passages_are_told_for_both_reports() -> None:
    here = "A headline of our own\n\n" + paragraphs(WIRE, 1).replace("midnight", "noon") + "\n\n" + paragraphs(WIRE, 4)
    (origin,) = find_origins([piece("00", WIRE), piece("01", here)])
    first, second = origin.copied
    assert (first.report, first.other) == ("01", "00")
    assert here[first.span.start : first.span.end] == paragraphs(here, 1).rstrip(".")  # the edit is bridged
    assert WIRE[first.other_span.start : first.other_span.end] == paragraphs(WIRE, 1).rstrip(".")
    assert here[second.span.start : second.span.end] == paragraphs(WIRE, 4).rstrip(".")


def test_nothing_gives_nothing() -> None:
    assert find_origins([]) == ()


VOCABULARY = ["ship", "harbour", "strait", "on", "the", "of", "captain", "said", "“no”", "never\n\n", "14"]
WORDS = st.lists(st.sampled_from(VOCABULARY), max_size=60)


@given(st.lists(WORDS, min_size=1, max_size=5))
def test_every_report_is_in_one_origin_and_every_passage_lies_in_its_report(texts: list[list[str]]) -> None:
    pieces = [Annotated(report=Report(id=str(i), text=" ".join(words))) for i, words in enumerate(texts)]
    origins = find_origins(pieces)
    assert sorted(name for origin in origins for name in origin.reports) == [p.report.id for p in pieces]
    assert [origin.id for origin in origins] == [f"o{n}" for n in range(1, len(origins) + 1)]
    lengths = {p.report.id: len(p.report.text) for p in pieces}
    for copied in (copied for origin in origins for copied in origin.copied):
        assert 0 <= copied.span.start < copied.span.end <= lengths[copied.report]
        assert 0 <= copied.other_span.start < copied.other_span.end <= lengths[copied.other]
