"""Values are shown with the words that deny them and those that complete them, whichever comparator shows them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from tests.judge.tagged import read, tagged

from crosswire.judge import judge
from crosswire.judge.sides.finding import asserted
from crosswire.model import Aligned, Alignment, Difference, Evidence, Member, Origin, Span

#: A sentence, words of it, and what is shown for them.
SHOWN = [
    ("No gun was found in the cabin.", "was found in", "No gun was found in the cabin"),
    ("None of the wounded had life-threatening injuries.", "had life-threatening",
     "None of the wounded had life-threatening injuries"),
    ("The sailors never left the ferry.", "left", "never left the ferry"),
    ("The sailors are not expected to survive.", "expected", "not expected to survive"),
    ("The sailors were part of a gang.", "part", "part of a gang"),
    ("The pilot was fatally shot in Orsk.", "was fatally", "was fatally shot"),
    ("The pilot was arrested, and the police left Orsk.", "was arrested", "was arrested"),
]  # fmt: skip


def test_a_line_above_is_none_of_it() -> None:
    text = "Ferry towed\nThe pilot was arrested in Orsk."
    at = text.index("The pilot")
    found = asserted(tagged(text), Span(start=at, end=at + len("The pilot was arrested")))
    assert (found.span.start, found.value) == (at, "the pilot was arrested")


@pytest.mark.parametrize(("text", "words", "expected"), SHOWN)
def test_what_is_told_is_shown_with_what_denies_and_completes_it(text: str, words: str, expected: str) -> None:
    at = text.index(words)
    assert asserted(tagged(text), Span(start=at, end=at + len(words))).shown == expected


PLAIN = (
    "The two sailors were hurt when the mast fell.",
    "The two sailors were arrested at the harbour of Orsk.",
    "The two sailors were charged with murder in Orsk.",
    "The two sailors are in critical condition, the hospital in Orsk said.",
    "The two sailors were armed when they left the ferry.",
    "The two sailors were found in the engine room of the ferry.",
    "The two sailors were released on Friday by the court in Orsk.",
    "The two sailors were identified by the harbour police on Friday.",
    "The two sailors had a criminal record in Veskia.",
    "The two sailors are expected to survive, the hospital in Orsk said.",
    "The two sailors knew each other from the harbour of Orsk.",
    "The two sailors suffered life-threatening injuries in the crash.",
    "The two sailors left a note in the cabin of the ferry.",
    "The two sailors were part of a gang from the harbour.",
    "The two sailors shot the pilot by accident in the harbour of Orsk.",
)
_VERB = re.compile(r"^The two sailors (?P<be>were|are)?\s?(?P<rest>.*)$")
_BARE = {"had": "have", "knew": "know", "suffered": "suffer", "left": "leave", "shot": "shoot"}
_DENYING = re.compile(r"\b(?:none|neither|not|never|no|nor)\b", re.IGNORECASE)
_SAID = frozenset({"stance", "cause", "order"})


def _denials(plain: str) -> Iterator[str]:
    """A sentence denied in every way."""
    yield plain.replace("The two sailors", "None of the sailors")
    yield plain.replace("The two sailors", "Neither of the two sailors")
    yield plain.replace("The two sailors", "No sailors")
    found = _VERB.match(plain)
    assert found is not None
    first, _, rest = found["rest"].partition(" ")
    for no in ("not", "never"):
        if found["be"]:
            yield f"The two sailors {found['be']} {no} {found['rest']}"
        else:
            yield f"The two sailors {'did ' if no == 'not' else ''}{no} {_BARE[first] if no == 'not' else first} {rest}"


def _differences(one: str, other: str) -> Iterator[Difference]:
    pieces = read(one, "01"), read(other, "02")
    members = tuple(Member(report=p.report.id, clause=0, span=p.clauses[0].span) for p in pieces)
    origins = tuple(Origin(id=f"o{i}", reports=(p.report.id,)) for i, p in enumerate(pieces))
    told = Alignment(points=(Aligned(members=members, confidence=0.95, sure=(True,) * len(members)),), utterances=())
    for point in judge(told, pieces, origins):
        yield from (d for d in point.differences if d.nature in ("conflict", "update"))


def _shown(plain: str) -> Iterator[tuple[Evidence, str]]:
    """What the denying report is shown to say, in every difference from the plain one, with the whole sentence."""
    for denied in _denials(plain):
        for difference in _differences(plain, denied):
            if difference.slot in _SAID:
                shown = (e for value in difference.values for e in value.evidence if e.report == "02")
                yield from ((e, denied) for e in shown)


@pytest.mark.parametrize("plain", PLAIN)
def test_no_comparator_shows_a_denied_doing_as_done(plain: str) -> None:
    for evidence, denied in _shown(plain):
        assert _DENYING.search(evidence.exact), (evidence.exact, denied)


def test_most_of_these_denials_are_differences() -> None:
    assert sum(any(True for _ in _shown(plain)) for plain in PLAIN) >= len(PLAIN) - 3
