"""Quotations of a draft held against reports: what each kind takes, and what is never told as exact."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.model import Report, Span
from crosswire.quotes import check
from crosswire.quotes.types import Asked, Finding, Said, Source

HARBOUR = (
    "“We will not leave the strait before Friday,” Hanne Aune said, “and nobody will make us.” "
    "The minister said the ferry had carried 1,200 passengers to Orsk without one lifeboat. "
    "“The gallery was never propped, and we told them so,” said Lars Dahl. “Shame!” a voice cried."
)


def said(words: str, speaker: str | None, *, marks: bool = True, text: str = HARBOUR) -> Said:
    start = text.index(words)
    return Said(span=Span(start=start, end=start + len(words)), marks=marks, speaker=speaker, kind="person")


SOURCE = Source(
    report="harbour",
    sha256=Report(id="harbour", text=HARBOUR).sha256,
    text=HARBOUR,
    said=(
        said("We will not leave the strait before Friday,", "Hanne Aune"),
        said("and nobody will make us.", "Hanne Aune"),
        said("The gallery was never propped, and we told them so,", "Lars Dahl"),
        said("Shame!", None),
        said("the ferry had carried 1,200 passengers to Orsk without one lifeboat", "Ole Brandt", marks=False),
    ),
)


def found(words: str, speaker: str | None = None) -> Finding:
    (one,) = check([Asked(words=words, span=Span(start=0, end=len(words)), speaker=speaker)], [SOURCE])
    for place in one.places:
        assert place.exact == tuple(HARBOUR[span.start : span.end] for span in place.spans)
        for edit in place.edits:
            assert edit.draft_words == words[edit.draft.start : edit.draft.end]
            assert edit.report_words == HARBOUR[edit.report.start : edit.report.end]
    return one


@pytest.mark.parametrize(
    ("words", "speaker", "kind"),
    [
        ("We will not leave the strait before Friday", "Aune", "exact"),
        ("we will NOT leave the strait before Friday.", "Hanne Aune", "exact"),
        ("[W]e will not leave the strait, before Friday", None, "exact"),
        ("We will not leave the strait before Friday and nobody will make us", "Hanne Aune", "exact"),
        ("Shame", "Lars Dahl", "exact"),
        ("the ferry had carried 1,200 passengers", "Ole Brandt", "exact"),
        ("leave the strait before Friday", "Hanne Aune", "trimmed"),
        ("We will not leave … before Friday", "Hanne Aune", "trimmed"),
        ("We will not leave [...] nobody will make us", "Hanne Aune", "trimmed"),
        ("before Friday, and nobody", None, "trimmed"),
        ("We will leave the strait before Friday", "Hanne Aune", "altered"),
        ("We will not leave the strait before Sunday", "Hanne Aune", "altered"),
        ("We will not leave before Friday", None, "altered"),
        ("the ferry had carried 1,300 passengers to Orsk without one lifeboat", None, "altered"),
        ("We will not leave the strait before Friday", "Lars Dahl", "another speaker"),
        ("we told them so", "Hanne Aune", "another speaker"),
        ("We will not leave the strait before Friday", "the minister", "exact"),
        ("The copper mine pays for every school in Korvald", "Hanne Aune", "not found"),
        ("shore", None, "not found"),
        ("ferry", None, "not found"),
        ("…", None, "not found"),
        ("", None, "not found"),
    ],
)
def test_kinds(words: str, speaker: str | None, kind: str) -> None:
    assert found(words, speaker).kind == kind


@pytest.mark.parametrize(
    ("words", "edits"),
    [
        ("We will leave the strait before Friday", [("", "not")]),
        ("We will not leave the strait before Sunday", [("Sunday", "Friday")]),
        ("We will surely not leave the strait before Friday", [("surely", "")]),
        ("They will not leave the strait before Friday", [("They", "We")]),
        ("The gallery was never propped and they told them that", [("they", "we"), ("that", "so")]),
        ("We will not leave the strait before Friday and never ever", [("never ever", "nobody will")]),
    ],
)
def test_the_words_that_differ(words: str, edits: list[tuple[str, str]]) -> None:
    (place,) = found(words).places
    assert [(edit.draft_words, edit.report_words) for edit in place.edits] == edits


def test_a_place_tells_marks_speaker_and_the_whole_quotation() -> None:
    (part,) = found("leave the strait").places
    assert (part.marks, part.speaker, part.report, part.sha256) == (True, "Hanne Aune", "harbour", SOURCE.sha256)
    assert part.whole == SOURCE.said[0].span
    (plain,) = found("the ferry had carried 1,200 passengers").places
    assert (plain.marks, plain.speaker, plain.whole) == (False, "Ole Brandt", None)


@pytest.mark.parametrize(
    "words",
    ["the ferry had carried -1,200 passengers", "the ferry had carried $1,200 passengers",
     "the ferry had carried 1,200% passengers", "the ferry had carried 1.200 passengers"],
)  # fmt: skip
def test_a_sign_that_changes_a_number_is_never_exact(words: str) -> None:
    assert found(words).kind == "altered"


def test_hidden_characters_and_typewriter_marks_are_no_change() -> None:
    text = 'Lars said: "It doesn\'t end he\u00adre, it ne\u200bver ended."'
    source = Source(report="x", sha256="", text=text, said=(said(text[12:-1], "Lars Dahl", text=text),))
    for words in (
        "It doesn’t end here — it never ended…",
        "[I]t doesn't end here it never ended",
        "[it] doesn`t end here, it never ended",
    ):
        (one,) = check([Asked(words=words, span=Span(start=0, end=len(words)))], [source])
        assert one.kind == "exact"


def test_a_bracket_inside_a_contraction_is_no_change() -> None:
    text = "“I’m not going,” Lars Dahl said."
    source = Source(report="x", sha256="", text=text, said=(said("I’m not going,", "Lars Dahl", text=text),))
    (one,) = check([Asked(words="[i]'m not going", span=Span(start=0, end=15))], [source])
    assert one.kind == "exact"


@given(st.lists(st.sampled_from(HARBOUR.split()), min_size=1, max_size=14).map(" ".join))
def test_exact_words_stand_in_the_report(words: str) -> None:
    one = found(words)
    if one.kind == "exact":
        plain = ["".join(c for c in word if c.isalnum()).casefold() for word in words.split()]
        there = [
            "".join(c for c in word if c.isalnum()).casefold()
            for p in one.places
            for e in p.exact
            for word in e.split()
        ]
        assert there[: len(plain)] == plain


@given(st.text(max_size=80))
def test_anything_may_be_asked(words: str) -> None:
    assert found(words).kind in ("exact", "trimmed", "altered", "another speaker", "not found")
