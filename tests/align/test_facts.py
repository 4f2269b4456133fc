from __future__ import annotations

from crosswire.align.facts import facts
from crosswire.align.passages import passages
from crosswire.model import Annotated, Clause, Name, Place, Quantity, Report, Span, Statement, Time, Voice, Word

TEXT = "Minister Ina Falk spoke on Monday. She said nineteen sailors were held in Halden."


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start=start, end=start + len(words))


def word(text: str, pos: str, head: int) -> Word:
    return Word(start=at(text).start, end=at(text).end, pos=pos, head=head, relation="dep")


PIECE = Annotated(
    report=Report(id="00", text=TEXT),
    sentences=(Span(start=0, end=34), Span(start=35, end=len(TEXT))),
    clauses=(Clause(span=Span(start=0, end=34), sentence=0), Clause(span=Span(start=35, end=len(TEXT)), sentence=1)),
    names=(Name(span=at("Ina Falk"), kind="person", actor="Ina Falk"),),
    times=(Time(span=at("Monday"), first="2026-03-02", last="2026-03-02", value="2026-03-02"),),
    quantities=(Quantity(span=at("nineteen sailors"), low=19, high=19, exact=True, unit="sailors", scope="hold"),),
    places=(Place(span=at("Halden"), name="Halden"),),
    statements=(
        Statement(
            id="00:s1",
            report="00",
            manner="indirect",
            voice=Voice(name="Ina Falk", kind="person"),
            cue=at("said"),
            content=(at("nineteen sailors were held in Halden"),),
        ),
    ),
    words=(word("nineteen", "NUM", 1), word("sailors", "NOUN", 2), word("held", "VERB", -1)),
)


def test_each_passage_has_its_facts_in_a_comparable_form() -> None:
    found = facts(passages([PIECE]), [PIECE])
    assert found["day"] == [{"2026-03-02 2026-03-02"}, set()]
    assert found["count"] == [set(), {"count 19 19", "count 19 19 hold", "count 19 19 sailor"}]
    assert found["person"] == [{"ina falk"}, set()]
    assert found["place"] == [set(), {"halden"}]
    assert found["voice"] == [set(), {"ina falk"}]
    assert found["doing"] == [set(), {"held"}]
    assert found["link"] == [set(), {"nineteen sailor", "sailor held"}]


def test_a_pronoun_means_the_last_person_named() -> None:
    assert facts(passages([PIECE]), [PIECE])["meant"] == [{"ina falk"}, {"ina falk"}]
