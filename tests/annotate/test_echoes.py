"""Words quoted again: a headline follows its own body."""

from __future__ import annotations

import pytest

from crosswire.annotate.echoes import headlined
from crosswire.model import Annotated, Quotation, Report, Span

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
