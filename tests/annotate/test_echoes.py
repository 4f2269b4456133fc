"""Words quoted again: a headline follows its own body, an open voice the same words in another report."""

from __future__ import annotations

import re

import pytest

from crosswire.annotate.names.echoes import echoed, headlined
from crosswire.annotate.names.people import People, Person
from crosswire.model import Annotated, Name, Quotation, Report, Resolution, Span, Statement, Voice

BODY = "“We will not pay for this wall,” said Ada Holm. “This wall is a joke,” said Ilsa Venn."


def read(headline: str, found: str | None) -> Annotated:
    """A report whose first quotation stands in the headline and was given to `found`."""
    text = f"{headline}\n\n{BODY}" if headline.endswith(("!", "”")) else f"{headline} {BODY}"
    spans = [Span(start=m + 1, end=text.index("”", m)) for m in range(len(text)) if text[m] == "“"]
    speakers = (found, "Ada Holm", "Ilsa Venn")
    first = Span(start=0, end=len(headline))
    return Annotated(
        report=Report(id="01", text=text),
        sentences=(first, Span(start=text.index(BODY), end=len(text))),
        quotations=tuple(
            Quotation(span=span, statement=None, speaker=who) for span, who in zip(spans, speakers, strict=True)
        ),
    )


@pytest.mark.parametrize(
    ("headline", "found", "expected"),
    [
        ("Orsk to Halden: we “will not pay”", "Orsk", "Ada Holm"),
        ("Orsk to Halden: we “will not pay”", None, "Ada Holm"),
        ("Talk of “this wall” goes on!", "Orsk", "Orsk"),  # two persons say it: the headline keeps what it had
        ("Talk of a “fence” goes on!", "Orsk", "Orsk"),  # one word is too little
        ("Talk of a “new border fence” goes on!", None, None),  # nobody says it
        ("Orsk said it “will not pay” for it.", "Orsk", "Orsk"),  # a sentence, no headline
    ],
)
def test_a_headline_follows_its_body(headline: str, found: str | None, expected: str | None) -> None:
    assert headlined(read(headline, found)).quotations[0].speaker == expected


WORDS = "Nobody will cross this border tonight"
KNOWN = People(
    [
        Person(
            name="Ada Holm",
            last=frozenset({"holm"}),
            first=frozenset({"ada"}),
            roles={},
            reports=frozenset({"01", "02"}),
        )
    ],
    {},
)


def said(
    report: str, text: str, voice: str, resolution: Resolution = "unresolved", name: str | None = None
) -> Annotated:
    """A report in which `voice` says the WORDS; Ada Holm is named wherever her last name stands."""
    at, content = text.index(voice), text.index(WORDS)
    words = Span(start=content, end=content + len(WORDS))
    who = Voice(name=name, span=Span(start=at, end=at + len(voice)), resolution=resolution)
    told = Statement(id=f"{report}:s1", report=report, manner="direct", voice=who, cue=None, content=(words,))
    named = [m.start() for m in re.finditer("Holm", text)]
    return Annotated(
        report=Report(id=report, text=text),
        names=tuple(Name(span=Span(start=m, end=m + 4), kind="person", actor="Ada Holm") for m in named),
        statements=(told,),
        quotations=(Quotation(span=words, statement=told.id, speaker=name),),
    )


@pytest.mark.parametrize(
    ("text", "voice", "expected"),
    [
        (f"The governor met the press. “{WORDS},” she said.", "she", None),  # named nowhere in her own report
        (f"Holm met the press. “{WORDS},” she said.", "she", "Ada Holm"),  # by her last name alone
        (f"The press was there. “{WORDS},” the governor said.", "the governor", "Ada Holm"),  # a description gives way
    ],
)
def test_a_pronoun_is_nobody_whom_its_own_report_never_names(text: str, voice: str, expected: str | None) -> None:
    other = said("01", f"“{WORDS},” Ada Holm said.", "Ada Holm", "named", "Ada Holm")
    own = echoed([other, said("02", text, voice)], KNOWN)[1]
    assert (own.quotations[0].speaker, own.statements[0].voice.name) == (expected, expected)
