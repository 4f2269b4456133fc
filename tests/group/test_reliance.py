"""Who relies on whom: credits, sources named in a sentence, passages printed."""

from __future__ import annotations

import pytest

from crosswire.annotate.sentences.sentences import sentences
from crosswire.group import find_origins, find_reliance
from crosswire.model import Annotated, Relied, Report, Span

PLAIN = "A fire in a rope works in Kelm killed two people on Tuesday. The building burned for six hours."


def relied(*given: tuple[str, str | None, str]) -> tuple[Relied, ...]:
    reports = [Report(id=name, outlet=outlet, text=text) for name, outlet, text in given]
    pieces = [Annotated(report=report, sentences=sentences(report.text, ())) for report in reports]
    return find_reliance(pieces, find_origins(pieces))


@pytest.mark.parametrize(
    ("text", "named", "told"),
    [
        (
            "Two men died. Both were watchmen, according to Nordwire. The works burned down.",
            "according to Nordwire",
            "Both were watchmen, according to Nordwire.",
        ),
        (
            "Nordwire reported that two watchmen died. The mayor wept.",
            "Nordwire reported",
            "Nordwire reported that two watchmen died.",
        ),
        (
            "The mayor told the Nordwire news agency that he wept. It rained.",
            "told the Nordwire",
            "The mayor told the Nordwire news agency that he wept.",
        ),
    ],
)
def test_a_sentence_that_names_its_source(text: str, named: str, told: str) -> None:
    (found,) = relied(("01", "Nordwire", PLAIN), ("02", "Kelm Post", text))
    assert (found.report, found.other, found.evidence.exact) == ("02", "01", named)
    assert [text[span.start : span.end] for span in found.spans] == [told]


@pytest.mark.parametrize(
    ("head", "end"), [("KELM (Nordwire) - ", ""), ("By Ada Holm, Nordwire\n\n", ""), ("", " (Nordwire)")]
)
def test_a_credit_tells_the_source_of_the_whole_report(head: str, end: str) -> None:
    text = f"{head}Two night watchmen lost their lives on Quay Street, and the mayor of Kelm wept.{end}"
    (found,) = relied(("01", "Nordwire", PLAIN), ("02", None, text))
    assert (found.report, found.other, found.spans) == ("02", "01", (Span(start=0, end=len(text)),))


@pytest.mark.parametrize(
    ("outlet", "text"),
    [
        ("Nordwire", "Two men died, according to Nordwire."),
        ("Kelm Post", "The reporter of Nordwire was among the dead. The mayor met Nordwire last year."),
        ("Kelm Post", "Two men died, according to nordwires and other posts."),
    ],
)
def test_who_does_not_rely(outlet: str, text: str) -> None:
    assert relied(("01", "Nordwire", PLAIN), ("02", outlet, text)) == ()


def test_an_agency_that_is_none_of_the_reports_is_named() -> None:
    (found,) = relied(("01", None, PLAIN), ("02", None, "Two men died, according to the Associated Press."))
    assert (found.report, found.source, found.other) == ("02", "Associated Press", None)


def test_the_name_of_a_file_tells_an_outlet() -> None:
    (found,) = relied(("01-nordwire", None, PLAIN), ("02-post", None, "Two men died, according to Nordwire."))
    assert (found.report, found.other) == ("02-post", "01-nordwire")


def test_a_longer_report_that_prints_another_is_no_copy_of_it() -> None:
    short = " ".join(f"Watchman number {n} left the burning rope works by door {n + 40}." for n in range(6))
    own = " ".join(f"Our reporter counted {n} barrels of tar on pier {n + 7} of the harbour." for n in range(80))
    given = (("01", "Nordwire", short), ("02", "Kelm Post", f"{own}\n\n{short}"))
    (found,) = relied(*given)
    assert (found.report, found.other) == ("02", "01")
    assert given[1][2][found.spans[0].start : found.spans[0].end] in short
    pieces = [Annotated(report=Report(id=name, outlet=outlet, text=text)) for name, outlet, text in given]
    assert [origin.reports for origin in find_origins(pieces)] == [("01",), ("02",)]
