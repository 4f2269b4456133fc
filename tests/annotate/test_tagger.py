"""The shipped tagger, on sentences about countries that do not exist."""

from __future__ import annotations

import socket
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosswire.annotate.tagging.tagger import MODEL, Tagged, Tagger, blocks_of, sentences_of

pytestmark = pytest.mark.skipif(not (MODEL / "reading.bin").exists(), reason="the model is not in this tree")

STATEMENTS = [
    (
        "Norland will not withdraw its patrol boats, Foreign Minister Ada Veld said on Friday.",
        [("Foreign Minister Ada Veld", "said", ["Norland will not withdraw its patrol boats"])],
    ),
    (
        "“We were told nothing,” Veld told reporters in Orsk. “We will not sign.”",
        [("Veld", "told", ["“We were told nothing,”", "“We will not sign.”"])],
    ),
    (
        "The army of Veskia denied that its troops had crossed the river.",
        [("The army of Veskia", "denied", ["that its troops had crossed the river"])],
    ),
    (
        "Two ships were damaged, according to the Orsk Courier.",
        [("the Orsk Courier", "according to", ["Two ships were damaged"])],
    ),
]

REPORT = (
    "Norland says talks with Veskia have failed\n\n"
    "ORSK — The president of Norland, Ivo Marsk, said on Tuesday that the talks had failed. “We tried,” he said, "
    "“and they walked out.”\n\n"
    "A spokesman for Veskia’s government called the claim absurd. The harbour of Belmark stays closed, two officials "
    "said, because the pilots are on strike. The union had warned of the strike in May.\n\n"
)


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    return Tagger.load()


def said(text: str, tagged: Tagged) -> list[tuple[str | None, str | None, list[str]]]:
    def words(span: tuple[int, int] | None) -> str | None:
        return text[slice(*span)] if span else None

    return [(words(a.source), words(a.cue), [text[s:e] for s, e in a.content]) for a in tagged.attributions]


@pytest.mark.parametrize(("text", "expected"), STATEMENTS)
def test_who_said_what(tagger: Tagger, text: str, expected: list[tuple[str, str, list[str]]]) -> None:
    assert said(text, tagger.tag([text])[0]) == expected


def test_syntax_of_a_plain_sentence(tagger: Tagger) -> None:
    text = "The small army crossed the river."
    tagged = tagger.tag([text])[0]
    assert tagged.pos == ("DET", "ADJ", "NOUN", "VERB", "DET", "NOUN", "PUNCT")
    assert tagged.head.tolist() == [2, 2, 3, -1, 5, 3, 3]
    assert tagged.relation == ("det", "amod", "nsubj", "root", "det", "obj", "punct")


def test_spans_of_several_texts_do_not_depend_on_each_other(tagger: Tagger) -> None:
    texts = [REPORT, *(text for text, _ in STATEMENTS), REPORT]
    together = tagger.tag(texts)
    assert said(REPORT, together[0]) == said(REPORT, together[-1])
    for text, tagged in zip(texts, together, strict=True):
        whole(text, tagged)


@pytest.mark.parametrize(
    "text", ["", " \n\n ", "x", "“", "…" * 40, "w" * 3000, "\u200b", "a\u0301 \U0001f600 \ufeff", "\n\n.\n"]
)
def test_odd_texts_are_read(tagger: Tagger, text: str) -> None:
    whole(text, tagger.tag([text])[0])


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet=st.sampled_from("aB é.,'’\"“”?!\n-–1$\u00a0\U0001f600中") | st.characters(), max_size=300))
def test_every_span_is_inside_the_text_and_in_order(tagger: Tagger, text: str) -> None:
    whole(text, tagger.tag([text])[0])


def whole(text: str, tagged: Tagged) -> None:
    """Fails unless all spans are inside the text, in order, and all arrays fit the words."""
    count = len(tagged.start)
    assert len(tagged.end) == len(tagged.pos) == len(tagged.head) == len(tagged.relation) == count
    assert len(tagged.word_vectors) == count
    spans = list(zip(tagged.start.tolist(), tagged.end.tolist(), strict=True))
    assert all(0 <= a < b <= len(text) for a, b in spans)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    assert not any(text[a:b].isspace() for a, b in spans)
    for first, last in tagged.sentences:
        heads = tagged.head[first:last]
        assert (heads == -1).sum() == 1
        assert all(head == -1 or first <= head < last for head in heads)
        assert [relation == "root" for relation in tagged.relation[first:last]] == [head == -1 for head in heads]
    for name in tagged.names:
        assert 0 <= name.start < name.end <= len(text)
    cues = [a.cue for a in tagged.attributions]
    assert cues == sorted(cues, key=lambda cue: cue or (0, 0))
    for attribution in tagged.attributions:
        pieces = [*([attribution.source] if attribution.source else []), *attribution.content]
        assert all(0 <= a < b <= len(text) for a, b in pieces)
        assert all(left[1] <= right[0] for left, right in pairwise(attribution.content))
        assert 0 < attribution.score <= 1


def test_long_texts_are_read_through_windows(tagger: Tagger) -> None:
    text = REPORT * 12
    tagged = tagger.tag([text])[0]
    whole(text, tagged)
    one = said(REPORT, tagger.tag([REPORT])[0])
    assert len(tagged.attributions) == pytest.approx(12 * len(one), rel=0.15)


def test_a_stream_gives_the_whole_text_in_parts(tagger: Tagger) -> None:
    text = REPORT * 12
    parts = list(tagger.stream(text, block=len(REPORT) * 3))
    assert len(parts) == 4
    starts = [start for part in parts for start in part.start.tolist()]
    assert starts == tagger.tag([text])[0].start.tolist()
    assert [text[a.cue[0] : a.cue[1]] for part in parts for a in part.attributions if a.cue]


@given(st.text(alphabet=" \nab", max_size=200), st.integers(2, 50))
def test_blocks_cover_the_text(text: str, block: int) -> None:
    assert "".join(text[a:b] for a, b in blocks_of(text, block)) == text


def test_sentences_do_not_cross_blank_lines() -> None:
    text = "The paper reports:\n\n“It is over.” He left."
    assert all("\n\n" not in text[a:b].strip() for a, b in sentences_of(text))


def test_what_lies_outside_the_sentences_given_is_not_read(tagger: Tagger) -> None:
    text = "Also Read: all the news. Ada Veld said it was late."
    at = text.index("Ada")
    tagged = tagger.tag([text], [[(at, len(text))]])[0]
    assert tagged.start.tolist()[0] == at


def test_vectors_of_like_clauses_are_near(tagger: Tagger) -> None:
    clauses = [
        "Norland closed its harbour to foreign ships",
        "Norland shut its port to ships from abroad",
        "The singer released an album",
    ]
    text = ". ".join(clauses) + "."
    spans = [(text.index(clause), text.index(clause) + len(clause)) for clause in clauses]
    vectors = tagger.tag([text])[0].vectors([*spans, (0, 0)])
    assert np.linalg.norm(vectors, axis=1).tolist() == pytest.approx([1, 1, 1, 0], abs=1e-5)
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2] + 0.2


def test_both_precisions_say_the_same(tagger: Tagger) -> None:
    texts = [REPORT, *(text for text, _ in STATEMENTS)]
    exact = Tagger.load("f32")
    assert exact.precision == "f32"
    found = [
        {span for a in tagged.attributions for span in (a.source, a.cue, *a.content)}
        for model in (tagger, exact)
        for tagged in model.tag(texts)
    ]
    half = len(found) // 2
    same = sum(len(a & b) for a, b in zip(found[:half], found[half:], strict=True))
    assert same >= 0.99 * max(sum(map(len, found[:half])), sum(map(len, found[half:])))


def test_a_precision_that_is_not_known_is_named() -> None:
    with pytest.raises(ValueError, match=r"f16.*allowed are auto, f32, bf16"):
        Tagger.load("f16")


def test_the_setting_forces_a_precision(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CROSSWIRE_PRECISION", "f32")
    assert Tagger.load().precision == "f32"


def test_nothing_is_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the tagger opened a socket")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    assert Tagger.load().tag([REPORT])[0].attributions


def test_a_cache_that_cannot_be_written_is_done_without(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/dev/null/nowhere")
    assert Tagger.load().tag(["Ada Veld said no."])[0].attributions


@pytest.mark.slow
def test_a_long_text_streams_through_in_bounded_memory(tagger: Tagger) -> None:
    resource = pytest.importorskip("resource")
    text = REPORT * 4000
    most: list[int] = []
    words = 0
    for i, part in enumerate(tagger.stream(text)):
        words += len(part.start)
        most.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
        if i == 12:
            break
    assert words > 100_000
    assert most[-1] - most[3] < 100_000  # kilobytes, where the unit is kilobytes
