import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.show.wording import changes, closeness, words_of, words_of_its_own

WORDS = st.lists(st.sampled_from(["the", "ship", "“left”", "Halden,", "at", "dawn.", "Not"]), max_size=12).map(" ".join)


def _shown(first: str, second: str) -> list[tuple[str, str]]:
    return [(stretch.kind, stretch.words.strip()) for stretch in changes(first, second)]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("We will not leave", "We will not leave.", [("same", "We will not leave.")]),
        (
            "Every ship that enters is a target",
            "every ship which enters our waters is a target",
            [
                ("same", "every ship"),
                ("cut", "that"),
                ("added", "which"),
                ("same", "enters"),
                ("added", "our waters"),
                ("same", "is a target"),
            ],
        ),
        (
            "We want them back within two days",
            "We want them back",
            [("same", "We want them back"), ("cut", "within two days")],
        ),
        ("", "new words", [("added", "new words")]),
    ],
)
def test_changes(first: str, second: str, expected: list[tuple[str, str]]) -> None:
    assert _shown(first, second) == expected


@given(WORDS, WORDS)
def test_changes_keep_every_word_of_both(first: str, second: str) -> None:
    found = changes(first, second)
    assert "".join(s.words for s in found if s.kind != "cut") == second
    kept = [s.words.split() for s in found if s.kind != "added"]
    assert len([word for words in kept for word in words]) == len(first.split())


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("We will not leave,", "“we will not leave”", True),
        ("Halden’s ships", "Halden's ships", True),
        ("We will not leave", "We will leave", False),
        ("11 sailors", "14 sailors", False),
    ],
)
def test_words_of(first: str, second: str, same: bool) -> None:
    assert (words_of(first) == words_of(second)) is same


def test_closeness() -> None:
    assert closeness("ships will leave Halden", "ships will leave Halden") == 1
    assert closeness("ships will leave Halden", "they will not") == 0
    assert closeness("every ship that leaves the port of Halden", "the port") == 1
    assert closeness("ships leave Halden today", "nine ships leave Orsk") == 0.5
    assert closeness("", "ships") == 0
    assert closeness("the", "the") == 0


@pytest.mark.parametrize(
    ("text", "others", "expected"),
    [
        ("Norland ruled out handing over the ship", ("ready to hand over the ship",), ["Norland ruled out handing"]),
        ("did not leave the port", ("did leave the port",), ["not"]),
        ("the ship was in port", ("the ship is in the port",), []),
    ],
)
def test_words_of_its_own(text: str, others: tuple[str, ...], expected: list[str]) -> None:
    assert [text[a:b] for a, b in words_of_its_own(text, others)] == expected
