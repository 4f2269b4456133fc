"""No value is shown without the words that deny it, whichever comparator shows it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from tests.judge.tagged import read

from crosswire.judge import judge
from crosswire.judge.sides.denied import denial, stated
from crosswire.model import Aligned, Alignment, Difference, Evidence, Member, Origin, Span

#: A sentence, words of it, and those words with what denies them.
TABLE = [
    ("None of those hurt, all sailors of the ferry, sustained life-threatening injuries.", "sustained life-threatening",
     "None of those hurt, all sailors of the ferry, sustained life-threatening"),
    ("Police said none of the wounded had life-threatening injuries.", "life-threatening",
     "none of the wounded had life-threatening"),
    ("No gun was found in the cabin.", "was found in the cabin", "No gun was found in the cabin"),
    ("Nobody was arrested.", "was arrested", "Nobody was arrested"),
    ("Neither sailor was charged.", "was charged", "Neither sailor was charged"),
    ("The sailors never left the ferry.", "left the ferry", "never left the ferry"),
    ("The sailors left without paying the harbour fee.", "paying the", "without paying the"),
    ("The pilot failed to stop the ferry.", "stop the ferry", "failed to stop the ferry"),
    ("The pilot denied that he had shot the mate.", "shot the mate", "denied that he had shot the mate"),
    ("The pilot has yet to be charged.", "be charged", "yet to be charged"),
    ("There is no evidence that he was armed.", "was armed", "no evidence that he was armed"),
    ("Officers found no trace of a gun.", "gun", "no trace of a gun"),
    ("The pilot was not killed in a robbery.", "robbery", "not killed in a robbery"),
    ("The police made no arrests.", "made", "made no arrests"),
    ("Few sailors were hurt.", "were hurt", "Few sailors were hurt"),
    ("The pilot nearly died in the fire.", "died", "nearly died"),
    ("The injuries are non-life-threatening.", "life-threatening", "non-life-threatening"),
    ("He was taken away with non life-threatening injuries.", "life-threatening", "non life-threatening"),
    ("The pilot wasn't sure what led to the fire.", "n't sure what led to", "wasn't sure what led to"),
    ("The pilot was not only charged but jailed.", "charged", "charged"),
    ("The pilot was not charged until Friday.", "charged", "charged"),
    ("A few sailors were hurt.", "were hurt", "were hurt"),
    ("The wounded sailor was not arrested.", "wounded", "wounded"),
    ("Police did not say whether the pilot was arrested.", "was arrested", "was arrested"),
    ("The sailors were not hurt.", "not hurt", "not hurt"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "expected"), TABLE)
def test_words_are_told_with_what_denies_them(text: str, words: str, expected: str) -> None:
    piece, at = read(text), text.index(words)
    span = Span(start=at, end=at + len(words))
    assert piece.words_of(stated(piece, span)) == expected
    inside = expected == words or words.startswith("n't")
    assert (denial(piece, span) is None) == inside


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
    told = Alignment(points=(Aligned(members=members, confidence=0.95),), utterances=())
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
