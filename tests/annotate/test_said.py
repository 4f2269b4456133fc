"""Who said what and what it does, on invented reports through the shipped tagger."""

from __future__ import annotations

from functools import lru_cache

import pytest

from crosswire.annotate import annotate, name_actors
from crosswire.annotate.tagging.tagger import MODEL
from crosswire.model import Annotated, Report

pytestmark = pytest.mark.skipif(not (MODEL / "reading.bin").exists(), reason="the model is not in this tree")

SPEAKERS = [
    ('"We wait," said Ada Veld. "We do not hurry."', [("We wait,", "Ada Veld"), ("We do not hurry.", "Ada Veld")]),
    (
        "Ivo Marsk, the mayor of Orsk, told reporters: “The harbour is closed.”",
        [("The harbour is closed.", "Ivo Marsk")],
    ),
    (
        "Ada Veld came to Orsk on Friday. “I am glad to be here,” she said.",
        [("I am glad to be here,", "Ada Veld")],
    ),
    (
        "French President Ada Veld met Ivo Marsk. “It went well,” the French leader said.",
        [("It went well,", "Ada Veld")],
    ),
    ("Police said the crew “acted quickly.”", [("acted quickly.", "Police")]),
    (
        "The newspaper quotes Mayor Ada Veld as saying “it is a dark day for our town.”",
        [("it is a dark day for our town.", "Ada Veld")],
    ),
    (
        "“The strait will stay open,” the agency quoted Ivo Marsk as saying.",
        [("The strait will stay open,", "Ivo Marsk")],
    ),
    (
        "“The storm took the mast,” Ivo Marsk said on Friday.\n\n“We lost two boats.”",
        [("The storm took the mast,", "Ivo Marsk"), ("We lost two boats.", "Ivo Marsk")],
    ),
    (
        "Police said Ivo Marsk walked up to the guard and demanded: “Give me your keys.”",
        [("Give me your keys.", "Ivo Marsk")],
    ),
    (
        "“I have nothing against sailors,” Ivo Marsk said, according to survivor Ada Veld, 20.",
        [("I have nothing against sailors,", "Ivo Marsk")],
    ),
    (
        "Ada Veld lost her boat. Her boat was new.\n\nAda Veld, a sailor from Orsk: “I have no other boat to sail.”",
        [("I have no other boat to sail.", "Ada Veld")],
    ),
    (
        "Ivo Marsk said he knew of the risk.\n\n“I would go again tomorrow,” the retired sailor told a crowd.",
        [("I would go again tomorrow,", "Ivo Marsk")],
    ),
    (
        "Ivo Marsk said he knew of the risk.\n\n“We regret this loss,” the government in Orsk said in a note.",
        [("We regret this loss,", "government in Orsk")],
    ),
    (
        "The court heard Ivo Marsk’s cousin Ada Veld. “He was at home that night,” Ivo Marsk’s cousin Ada Veld said.",
        [("He was at home that night,", "Ada Veld")],
    ),
    (
        "Nurse Ada Veld said all were well.\n\n‘A very good night’\n\n"
        "Mayor Ivo Marsk met the crew. “We had a very good night out there,” Ivo Marsk said.",
        [("A very good night", "Ivo Marsk"), ("We had a very good night out there,", "Ivo Marsk")],
    ),
    (
        "Ivo Marsk said the talks with Jonas Veld were short. “We get along with Jonas Veld,” he said.",
        [("We get along with Jonas Veld,", "Ivo Marsk")],
    ),
    (
        "Police said Ada Veld joked to Ivo Marsk on the pier, “You will never sail again.”",
        [("You will never sail again.", "Ada Veld")],
    ),
    (
        "Senator Ada Veld said on Friday that Ivo Marsk was late.\n\n“He was late by a year,” the Orsk Democrat said.",
        [("He was late by a year,", "Ada Veld")],
    ),
]
ACTS = [
    ("Norland's president, Ivo Marsk, pledged to send aid to Orsk by Friday.", "pledge", "Ivo Marsk"),
    ("Ivo Marsk accused the navy of firing on a ferry.", "accusation", "Ivo Marsk"),
    ("Ivo Marsk denied that his ships had fired.", "denial", "Ivo Marsk"),
    ("Ada Veld urged both sides to talk.", "appeal", "Ada Veld"),
    ("Ada Veld rejected the offer on Friday.", "refusal", "Ada Veld"),
    ("Ada Veld threatened to close the strait.", "threat", "Ada Veld"),
    ("Ada Veld demanded an apology from the navy.", "demand", "Ada Veld"),
    ("Ada Veld offered to host the talks.", "offer", "Ada Veld"),
    ("The two ministers agreed to open the strait.", "agreement", None),
]
NO_ACTS = [
    "Ada Veld signed a book for the crew.",
    "The life-threatening storm passed.",
    "The storm reached the coast on Friday.",
    "Two boats were damaged in the harbour.",
    "The captain offered an analysis of the storm.",
]


@lru_cache(maxsize=64)
def read(*texts: str) -> tuple[Annotated, ...]:
    reports = [Report(id=f"{i:02}", text=text) for i, text in enumerate(texts)]
    return name_actors(annotate([(report, ()) for report in reports]))


@pytest.mark.parametrize(("text", "expected"), SPEAKERS)
def test_speakers(text: str, expected: list[tuple[str, str]]) -> None:
    (piece,) = read(text)
    assert [(piece.words_of(q.span), q.speaker) for q in piece.quotations] == expected


@pytest.mark.parametrize(("text", "kind", "actor"), ACTS)
def test_acts(text: str, kind: str, actor: str | None) -> None:
    (piece,) = read(text)
    told = {(s.act.kind, s.voice.name) for s in piece.statements if s.act}
    assert kind in {k for k, _ in told}
    assert actor is None or (kind, actor) in told


@pytest.mark.parametrize("text", NO_ACTS)
def test_no_acts(text: str) -> None:
    (piece,) = read(text)
    assert [s.act for s in piece.statements if s.act] == []


def test_a_condition_and_a_deadline_belong_to_their_act() -> None:
    (piece,) = read("Ada Veld threatened to close the strait by Friday unless Orsk frees the crew.")
    (act,) = [s.act for s in piece.statements if s.act and s.act.kind == "threat"]
    assert act.condition is not None
    assert piece.words_of(act.condition) == "unless Orsk frees the crew"
    assert act.deadline is not None
    assert piece.words_of(act.deadline) == "by Friday"


def test_a_pronoun_the_text_does_not_settle_stays_open() -> None:
    (piece,) = read("“It is over,” he said.")
    (quotation,) = piece.quotations
    assert quotation.speaker is None
    assert piece.statements[0].voice.resolution == "unresolved"


def test_a_capital_that_speaks_is_its_government_and_marked_so() -> None:
    (piece,) = read("Madrid said on Friday that it would open the harbour.")
    voice = piece.statements[0].voice
    assert (voice.name, voice.kind, voice.resolution) == ("Spain", "place", "government")


def test_a_letter_speaks_for_its_author() -> None:
    (piece,) = read("Ada Veld sent a letter to the harbour board on Friday. The letter says “the mast was rotten.”")
    assert [q.speaker for q in piece.quotations] == ["Ada Veld"]


def test_the_same_words_elsewhere_name_an_open_voice() -> None:
    named = "“Nobody told us that the mast was rotten,” Ada Veld said."
    left_open = "“Nobody told us that the mast was rotten,” an officer said."
    first, second = read(left_open, named)
    assert [q.speaker for q in (*first.quotations, *second.quotations)] == ["Ada Veld", "Ada Veld"]


def test_a_pronoun_is_nobody_whom_its_report_never_names() -> None:
    named = "“Nobody told us that the mast was rotten,” Ada Veld said."
    other = "Ilsa Marsk came to Orsk. “Nobody told us that the mast was rotten,” she said."
    first, second = read(other, named)
    assert [q.speaker for q in (*first.quotations, *second.quotations)] == ["Ilsa Marsk", "Ada Veld"]


def test_who_is_quoted_as_saying_it_says_it() -> None:
    (piece,) = read("The agency quoted Ada Veld as saying that the ships would leave Orsk on Friday.")
    said = [s for s in piece.statements if s.voice.name == "Ada Veld"]
    assert [(piece.words_of(s.content[0]), s.voice.via) for s in said] == [
        ("the ships would leave Orsk on Friday", ("agency",))
    ]


def test_ids_are_numbered_in_reading_order_and_quotations_point_at_them() -> None:
    (piece,) = read(
        "“We wait,” said Ada Veld. Ivo Marsk denied it and demanded an apology. “We do not hurry,” Ada Veld said."
    )
    assert [s.id for s in piece.statements] == [f"00:s{n + 1}" for n in range(len(piece.statements))]
    ids = {s.id: s for s in piece.statements}
    for quotation in piece.quotations:
        assert quotation.statement is not None
        assert any(c.overlaps(quotation.span) for c in ids[quotation.statement].content)


def test_another_language_is_kept_and_not_read() -> None:
    report = Report(id="00", text="Норланд ждёт.", language="ru")
    (piece,) = annotate([(report, ())])
    assert not piece.understood
    assert (piece.sentences, piece.statements, piece.quotations) == ((), (), ())


def test_every_span_lies_in_the_text_and_contents_are_in_order() -> None:
    (piece,) = read(
        "“We wait,” said Ada Veld, who left. “We do not hurry.” She warned that, if Orsk fires, they will answer."
    )
    length = len(piece.report.text)
    for s in piece.statements:
        spans = [*s.content, *([s.cue] if s.cue else []), *([s.voice.span] if s.voice.span else [])]
        assert all(0 <= span.start < span.end <= length for span in spans)
        assert list(s.content) == sorted(s.content)
