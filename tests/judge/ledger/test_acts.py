"""The same act told twice is one."""

from __future__ import annotations

from crosswire.judge.ledger.actors import actors
from crosswire.judge.ledger.acts import acts
from crosswire.judge.ledger.quotes import quotes
from crosswire.model import Act, ActKind, Alignment, Annotated, Quotation, Report, Span, Statement, Utterance, Voice

FIRST = "Ada Veld pledged to send two rescue boats to Orsk."
SECOND = "The minister promised that rescue boats would be sent to Orsk."


def piece(report: str, text: str, words: str, kind: ActKind = "pledge", actor: str | None = "Ada Veld") -> Annotated:
    span = Span(start=text.index(words), end=text.index(words) + len(words))
    said = Statement(
        id=f"{report}:s1", report=report, manner="indirect", voice=Voice(name=actor, kind="person"), cue=None,
        content=(span,), act=Act(kind=kind, words=span),
    )  # fmt: skip
    return Annotated(report=Report(id=report, text=text), statements=(said,))


def test_alike_words_of_one_actor_are_one_act() -> None:
    told = acts(
        [
            piece("00", FIRST, "to send two rescue boats to Orsk"),
            piece("01", SECOND, "rescue boats would be sent to Orsk"),
        ]
    )
    assert [(a.kind, a.actor, a.statements) for a in told] == [("pledge", "Ada Veld", ("00:s1", "01:s1"))]
    assert [e.report for e in told[0].evidence] == ["00", "01"]


def test_another_actor_or_kind_is_another_act() -> None:
    words = "to send two rescue boats to Orsk"
    assert len(acts([piece("00", FIRST, words), piece("01", FIRST, words, actor="Ivo Marsk")])) == 2
    assert len(acts([piece("00", FIRST, words), piece("01", FIRST, words, kind="offer")])) == 2


def test_no_acts_without_statements() -> None:
    assert acts([Annotated(report=Report(id="00", text=FIRST))]) == ()


def test_evidence_never_crosses_a_line() -> None:
    text = "Veld said she would\nsend boats."
    (act,) = acts([piece("00", text, "she would\nsend boats.")])
    assert [e.exact for e in act.evidence] == ["she would"]


def test_actors_tell_every_form_longest_first() -> None:
    first, second = piece("00", FIRST, "to send"), piece("01", SECOND, "rescue boats")
    (actor,) = actors([first, second])
    assert (actor.name, actor.kind, actor.reports) == ("Ada Veld", "person", ("00", "01"))


def test_quotes_leave_out_what_nobody_said_and_link_the_same_words() -> None:
    text = "“We wait,” said Veld of “Night Ferry”."
    spans = [Span(start=1, end=9), Span(start=text.index("Night"), end=text.index("Night") + 11)]
    marks = tuple(Quotation(span=s, statement=None, speaker=None, spoken=i == 0) for i, s in enumerate(spans))
    pieces = [Annotated(report=Report(id=r, text=text), quotations=marks) for r in ("00", "01")]
    same = Utterance(quotations=(("00", 0), ("01", 0)))
    told = quotes(pieces, Alignment(points=(), utterances=(same,)))
    assert [(q.id, q.exact, q.same_as) for q in told] == [("q1", "We wait,", ("q2",)), ("q2", "We wait,", ("q1",))]
