"""Entries as cards and positions as a matrix."""

from __future__ import annotations

from msgspec.structs import replace
from tests.show.sample import STORY

from crosswire.model import Cell, Entry, Evidence, Position, Story, Term
from crosswire.show import page
from crosswire.show.registers import cards, matrices


def told(report: str) -> Evidence:
    return Evidence(report=report, start=0, end=7, exact="Norland")


def entry(name: str, reports: str, *more: Term) -> Entry:
    content = Term(term="content", value="five ships", evidence=tuple(told(r) for r in reports))
    return Entry(id=name, kind="pledge", actor="Norland", addressee=None, terms=(content, *more))


def test_a_card_is_made_of_what_two_reports_tell_or_has_terms() -> None:
    condition = Term(term="condition", value="once it is calm", evidence=(told("a"),), opener="once")
    story = Story(registers=(entry("e1", "ab"), entry("e2", "a"), entry("e3", "a", condition)))
    assert [card.entry.id for card in cards(story.registers)] == ["e1", "e3"]
    assert [line.name for line in cards(story.registers)[1].lines] == ["Condition"]


def test_a_matrix_has_a_row_an_actor_and_a_column_a_stance_taken() -> None:
    cells = (
        Cell(actor="Veskia", stance="against", evidence=(told("a"),)),
        Cell(actor="Norland", stance="for", evidence=(told("b"),)),
    )
    (matrix,) = matrices(Story(positions=(Position(question="ships in Orsk", cells=cells),)))
    assert matrix.stances == ("for", "against")
    assert [(row.actor, [cell is not None for cell in row.cells]) for row in matrix.rows] == [
        ("Veskia", [False, True]), ("Norland", [True, False]),
    ]  # fmt: skip


def test_the_page_shows_the_matrix_and_is_quiet_without() -> None:
    told_there = Evidence(report=STORY.reports[0].id, start=0, end=4, exact=STORY.reports[0].text[:4])
    cells = tuple(Cell(actor=actor, stance="for", evidence=(told_there,)) for actor in ("Norland", "Veskia"))
    shown = page(replace(STORY, positions=(Position(question="ships <b>", cells=cells),)))
    assert "<caption>ships &lt;b&gt;</caption>" in shown
    assert 'id="registers"' not in page(Story())
