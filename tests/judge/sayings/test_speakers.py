"""One saying given to two voices, over whole reports: which pairs of reports differ in who said it."""

from __future__ import annotations

from functools import lru_cache

import pytest

from crosswire.judge.sayings.sayings import likeness, sayings
from crosswire.judge.sayings.speakers import speakers
from crosswire.judge.sayings.utterances import speakers_of
from crosswire.judge.sides.side import side_at
from crosswire.model import Annotated, Report
from crosswire.pipeline import annotated

LAKE = "The strait is not a lake that one state can close at will"
PAIRS = [
    (f"“{LAKE},” Mara Tellin said on Friday.", f"“{LAKE},” said Jon Brask on Friday.", True),
    (f"“{LAKE},” Mara Tellin said on Friday.", f"“{LAKE},” said Mara Tellin on Friday.", False),
    (f"“{LAKE},” Mara Tellin said on Friday.", f"“{LAKE},” said the foreign ministry.", False),
    (f"“{LAKE},” Mara Tellin said on Friday.", f"“{LAKE},” said Brask. “{LAKE},” Mara Tellin repeated.", False),
    (f"“{LAKE},” Mara Tellin said on Friday.", f"“{LAKE},” Jon Brask said, quoting Mara Tellin.", False),
    (
        f"“{LAKE},” Mara Tellin said on Friday.",
        "Jon Brask said on Friday that the strait was no lake which one state can close at will.",
        True,
    ),
    (f"“{LAKE},” Mara Tellin said on Friday.", f"“{LAKE},” the Halden Conservative said on Friday.", False),
    (
        "The seizure of the trawler was an act of piracy, Mara Tellin said.",
        "The seizure of the trawler was not an act of piracy, Jon Brask said.",
        False,
    ),
    (
        f"“{LAKE},” Mara Tellin said on Friday. “We have waited long enough for an answer from Orsk, and we will not "
        "ask again.”",
        f"“{LAKE},” Jon Brask said on Friday.",
        True,
    ),
    (
        f"“{LAKE},” Mara Tellin said on Friday. “We have waited long enough for an answer from Orsk,” Jon Brask said.",
        f"“{LAKE},” Mara Tellin said on Friday. “We have waited long enough for an answer from Orsk.”",
        True,
    ),
    ("“It is a dark day for our town,” Mara Tellin said.", "“It’s a dark day for our town,” said Jon Brask.", True),
    ("“I do not know,” Mara Tellin said.", "“I do not know,” said Jon Brask.", False),
    (
        f"“{LAKE},” Mara Tellin said on Friday.",
        "“Nobody in Orsk wants a quarrel over a few miles of cold water,” Jon Brask said.",
        False,
    ),
]


@lru_cache(maxsize=32)
def read(*texts: str) -> tuple[Annotated, ...]:
    return annotated([Report(id=f"0{i}", text=text) for i, text in enumerate(texts, 1)])


@pytest.mark.parametrize(("one", "other", "differs"), PAIRS)
def test_who_said_it(one: str, other: str, differs: bool) -> None:
    found = list(speakers_of(read(one, other)))
    assert [(pair[2].slot, pair[2].nature) for _, pair in found] == ([("speaker", "conflict")] if differs else [])


def test_all_tellings_of_one_saying_are_one_slot() -> None:
    texts = [f"“{LAKE},” {who} said on Friday." for who in ("Mara Tellin", "Jon Brask", "Mara Tellin")]
    found = list(speakers_of(read(*texts)))
    assert len(found) == 2
    assert len({key for key, _ in found}) == 1


def test_a_few_words_are_no_saying() -> None:
    (piece,) = read("“It is over,” Mara Tellin said.")
    assert sayings(piece) == ()


def test_a_saying_is_like_itself_and_not_like_a_small_part_of_it() -> None:
    whole, other = read(f"“{LAKE},” Mara Tellin said.", "“One state can close a lake,” Jon Brask said.")
    for said in sayings(whole):
        assert likeness(said, said) == 1.0
        for spoken in sayings(other):
            assert likeness(said, spoken) == likeness(spoken, said)


def test_a_point_surely_shared_needs_fewer_of_the_words() -> None:
    texts = (
        "Mara Tellin warned on Friday that failure to sign the fishing pact would sharply raise the risk of a clash.",
        "Jon Brask told reporters that failure to agree on the fishing pact would increase the risk of a clash.",
    )
    one, other = read(*texts)
    for certainty, slots in ((0.8, ["speaker"]), (0.2, [])):
        sides = [side_at(p, p.sentences[0], None, certainty) for p in (one, other)]
        assert [f.slot for f in speakers(*sides)] == slots
