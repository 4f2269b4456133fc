from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.align.stories import STRAIT, report, strait

from crosswire.align import align
from crosswire.model import Annotated, Origin, Report
from crosswire.pipeline import annotated


@pytest.fixture(scope="module")
def read() -> tuple[Annotated, ...]:
    """The three reports of the strait and a copy of the first, as the tagger reads them."""
    texts = ["\n\n".join(sentences) for sentences in (*STRAIT, STRAIT[0])]
    return annotated([Report(id=f"{i:02}", text=text) for i, text in enumerate(texts)])


def told(pieces: tuple[Annotated, ...], origins: tuple[Origin, ...] = ()) -> list[dict[str, str]]:
    """The points as the words of their members by report."""
    by_id = {piece.report.id: piece for piece in pieces}
    return [{m.report: by_id[m.report].words_of(m.span) for m in p.members} for p in align(pieces, origins).points]


SAME = [
    (STRAIT[0][0], STRAIT[1][0]),
    (STRAIT[0][1], STRAIT[1][1]),
    (STRAIT[0][2], STRAIT[1][2]),
    (STRAIT[0][2], STRAIT[2][0]),
    (STRAIT[1][0], STRAIT[2][1]),
    (STRAIT[1][1], STRAIT[2][2]),
]
OTHER = [
    (STRAIT[0][3], STRAIT[1][3]),
    (STRAIT[0][3], STRAIT[2][2]),
    (STRAIT[1][3], STRAIT[2][0]),
    (STRAIT[0][1], STRAIT[2][0]),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_the_same_assertion_is_one_point(read: tuple[Annotated, ...], one: str, other: str) -> None:
    assert any(one in point.values() and other in point.values() for point in told(read[:3]))


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_another_assertion_is_another_point(read: tuple[Annotated, ...], one: str, other: str) -> None:
    assert not any(one in point.values() and other in point.values() for point in told(read[:3]))


def test_what_only_one_report_tells_is_a_point_of_its_own(read: tuple[Annotated, ...]) -> None:
    alone = [point for point in told(read[:3]) if list(point.values()) == [STRAIT[0][3]]]
    assert len(alone) == 1


def test_every_passage_stands_in_some_point() -> None:
    found = {words for point in told(strait()) for words in point.values()}
    assert found == {sentence for sentences in STRAIT for sentence in sentences}


def test_points_come_in_order_of_first_telling() -> None:
    first = [(p.members[0].report, p.members[0].span.start) for p in align(strait(), ()).points]
    assert first == sorted(first)


def test_what_only_copies_tell_is_told_once_by_the_first(read: tuple[Annotated, ...]) -> None:
    origins = (Origin(id="o1", reports=("00", "03")),)
    points = told(read, origins)
    assert [p for p in points if STRAIT[0][3] in p.values()] == [{"00": STRAIT[0][3]}]
    seized = [p for p in points if p.get("00") == STRAIT[0][0] and len(p) > 2]
    assert seized
    assert all(p["03"] == STRAIT[0][0] for p in seized)


@pytest.mark.parametrize("pieces", [(), (report("00", STRAIT[0]),), (report("00", ()), report("01", STRAIT[1]))])
def test_with_less_than_two_reports_nothing_is_joined(pieces: tuple[Annotated, ...]) -> None:
    assert all(len(point.members) == 1 for point in align(pieces, ()).points)


sentences = st.lists(st.sampled_from([s for r in STRAIT for s in r]), min_size=1, max_size=5, unique=True)


@settings(max_examples=40, deadline=None)
@given(st.lists(sentences, min_size=2, max_size=4))
def test_one_member_a_report_and_every_member_inside_its_sentence(texts: list[list[str]]) -> None:
    pieces = tuple(report(f"{i:02}", text) for i, text in enumerate(texts))
    by_id = {piece.report.id: piece for piece in pieces}
    for point in align(pieces, ()).points:
        reports = [member.report for member in point.members]
        assert reports == sorted(set(reports))
        assert 0.0 <= point.confidence <= 1.0
        for member in point.members:
            clause = by_id[member.report].clauses[member.clause]
            assert by_id[member.report].sentences[clause.sentence].covers(member.span)
            assert member.span.end - member.span.start <= 400


@settings(max_examples=25, deadline=None)
@given(st.permutations(range(3)))
def test_the_order_of_the_reports_changes_nothing(order: list[int]) -> None:
    def members(pieces: tuple[Annotated, ...]) -> set[frozenset[tuple[str, int]]]:
        return {frozenset((m.report, m.span.start) for m in point.members) for point in align(pieces, ()).points}

    pieces = strait()
    assert members(tuple(pieces[i] for i in order)) == members(pieces)


def test_the_same_input_gives_the_same_points() -> None:
    assert align(strait(), ()) == align(strait(), ())
