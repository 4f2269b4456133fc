"""Windows over sentences: all that is owned once, nothing too long."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from crosswire.inference.windows import bounded_sentences, windows_of


@given(
    st.lists(st.lists(st.integers(1, 8), min_size=1, max_size=40), max_size=30), st.integers(8, 60), st.integers(0, 30)
)
def test_every_word_is_owned_by_one_window_that_holds_its_sentence(
    lengths: list[list[int]], limit: int, overlap: int
) -> None:
    counts = [n for sentence in lengths for n in sentence]
    sentences, at = [], 0
    for sentence in lengths:
        sentences.append((at, at + len(sentence)))
        at += len(sentence)
    bounded = bounded_sentences(sentences, counts, limit)
    assert [i for a, b in bounded for i in range(a, b)] == list(range(len(counts)))
    windows = windows_of(bounded, counts, limit, overlap)
    assert [i for w in windows for i in range(w.first, w.last)] == list(range(len(counts)))
    for window in windows:
        assert window.start <= window.first < window.last <= window.end
        assert sum(counts[window.start : window.end]) <= limit
        assert any(window.first == a for a, _ in bounded)


def test_neighbours_share_context_and_split_it_in_the_middle() -> None:
    sentences = [(i * 10, i * 10 + 10) for i in range(6)]
    windows = windows_of(sentences, [1] * 60, 40, 20)
    assert [(w.start, w.end, w.first, w.last) for w in windows] == [(0, 40, 0, 30), (20, 60, 30, 60)]
