"""What a user types into a search: understood whatever it is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.store.invented import Plain, report

from crosswire.store import Desk
from crosswire.store.query import Query, instant, understood

NOW = datetime(2031, 5, 10, 12, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("words", "match"),
    [
        ("ferry", '"ferry"'),
        ("ferry sank", '"ferry" AND "sank"'),
        ('"ferry sank" Ansgar', '"ferry sank" AND "Ansgar"'),
        ("ferry OR boat", '("ferry" OR "boat")'),
        ("ferry OR boat sank", '("ferry" OR "boat") AND "sank"'),
        ("ferry -boat", '("ferry") NOT ("boat")'),
        ('ferry -"port of" -Orsk', '("ferry") NOT ("port of" OR "Orsk")'),
        ("drown*", '"drown"*'),
        ("OR ferry OR", '"ferry"'),
        ("ferry and near not", '"ferry" AND "and" AND "near" AND "not"'),
        ('"unended phrase', '"unended phrase"'),
        ("“curly marks”", '"curly marks"'),
        ("don't", '"don t"'),
        ("12:30", '"12 30"'),
        ("http://a.example/b", '"http a example b"'),
        ("(ferry) ^boat + {x}", '"ferry" AND "boat" AND "x"'),
        ("", ""),
        ("  ...  ", ""),
        ("-boat", ""),
    ],
)
def test_words(words: str, match: str) -> None:
    assert understood(words, NOW).match == match


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("outlet:Post", Query(outlets=("Post",))),
        ('outlet:"The Post" -outlet:Wire', Query(outlets=("The Post",), not_outlets=("Wire",))),
        ("speaker:Lien", Query(speakers=("Lien",), kind="statement")),
        ("act:Threat", Query(acts=("threat",), kind="statement")),
        ("verdict:conflicting", Query(verdicts=("conflicting",), kind="point")),
        ("story:s1 story:s2", Query(stories=("s1", "s2"))),
        ("in:points act:threat", Query(acts=("threat",), kind="point")),
        ("since:2031-05 until:2031-05", Query(since="2031-05-01T00:00:00.000Z", until="2031-05-31T23:59:59.999Z")),
        ("Outlet:Post", Query(outlets=("Post",))),
    ],
)
def test_filters(words: str, wanted: Query) -> None:
    assert understood(words, NOW) == wanted


@pytest.mark.parametrize(
    ("words", "ignored"),
    [
        ("since:someday", ("since:someday", "no date")),
        ("act:shouting", ("act:shouting", "allowed: pledge, threat")),
        ("in:dreams", ("in:dreams", "allowed: reports, statements, points")),
        ('outlet:""', ('outlet:""', "nothing behind outlet:")),
        ("-since:2031", ("-since:2031", "only outlet: and speaker: can be left out")),
        ("-boat", ('-"boat"', "words to leave out need words to look for")),
        ("ferry !!", ("!!", "no word in it")),
    ],
)
def test_what_makes_no_sense_is_told(words: str, ignored: tuple[str, str]) -> None:
    told = understood(words, NOW).ignored
    assert [(one.name, one.why[: len(ignored[1])]) for one in told] == [ignored]


@pytest.mark.parametrize(
    ("told", "first", "last"),
    [
        ("2031", "2031-01-01T00:00:00.000Z", "2031-12-31T23:59:59.999Z"),
        ("2032-02", "2032-02-01T00:00:00.000Z", "2032-02-29T23:59:59.999Z"),
        ("2031-05-06", "2031-05-06T00:00:00.000Z", "2031-05-06T23:59:59.999Z"),
        ("2031-05-06T14:05", "2031-05-06T14:05:00.000Z", "2031-05-06T14:05:00.000Z"),
        ("2031-05-06T14:05+02:00", "2031-05-06T12:05:00.000Z", "2031-05-06T12:05:00.000Z"),
        ("today", "2031-05-10T00:00:00.000Z", "2031-05-10T23:59:59.999Z"),
        ("yesterday", "2031-05-09T00:00:00.000Z", "2031-05-09T23:59:59.999Z"),
        ("36h", "2031-05-09T00:30:00.000Z", "2031-05-09T00:30:00.000Z"),
        ("2w", "2031-04-26T12:30:00.000Z", "2031-04-26T12:30:00.000Z"),
        ("9999y", None, None),
        ("2031-13", None, None),
        ("2031-02-30", None, None),
        ("0000", None, None),
        ("soon", None, None),
        ("", None, None),
    ],
)
def test_instants(told: str, first: str | None, last: str | None) -> None:
    assert (instant(told, NOW, end=False), instant(told, NOW, end=True)) == (first, last)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    path = tmp_path_factory.mktemp("search") / "desk.db"
    with Desk(path, analyst=Plain(), clock=lambda: NOW) as desk:
        desk.add([
            report("ferry", 61, "Harbour Post"), report("ferry", 72, "Nordwire", more="Ⓐ ⑫ ² e\u0301tude."),
            report("mine", 40, "Nordwire"), report("bank", 9, None),
        ])  # fmt: skip
        yield desk


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("ferry", {"ferry-harbour-post-61", "ferry-nordwire-72"}),
        ("FERRIES sinks", set()),
        ("passenger drowning", {"ferry-harbour-post-61", "ferry-nordwire-72"}),
        ("miners OR vault", {"mine-nordwire-40", "bank-x-9"}),
        ('"copper mine"', {"mine-nordwire-40"}),
        ('"mine copper"', set()),
        ("havbris -72", {"ferry-harbour-post-61"}),
        ("outlet:nordwire", {"ferry-nordwire-72", "mine-nordwire-40"}),
        ("outlet:nordwire havbris", {"ferry-nordwire-72"}),
        ("-outlet:nordwire said", {"ferry-harbour-post-61", "bank-x-9"}),
        ("speaker:quist", {"bank-x-9"}),
        ("act:denial lifeboats", {"ferry-harbour-post-61", "ferry-nordwire-72"}),
        ("act:threat", set()),
        ("story:s1 wreck", {"ferry-harbour-post-61", "ferry-nordwire-72"}),
        ("verdict:conflicting", {"ferry-harbour-post-61", "ferry-nordwire-72"}),
        ("since:2031-05-08 until:2031-05-08", {"mine-nordwire-40"}),
        ("since:2031-05-09", {"bank-x-9"}),
        ("étude", {"ferry-nordwire-72"}),
    ],
)
def test_searches(filled: Desk, words: str, found: set[str]) -> None:
    told = filled.search(words)
    assert {hit.report for hit in told.hits} <= found
    assert bool(told.hits) == bool(found)
    if not words.startswith("verdict"):
        assert {hit.report for hit in told.hits} == found
    check(filled, words)


def check(desk: Desk, words: str) -> None:
    found = desk.search(words)
    assert len(found.hits) <= found.total
    for hit in found.hits:
        text = desk.full_report(hit.report).text
        assert text[hit.start : hit.end] == hit.exact
        for match in hit.matches:
            assert hit.start <= match.start < match.end <= hit.end


def test_matches_are_the_words_found(filled: Desk) -> None:
    hit = filled.search("drown").hits[0]
    text = filled.full_report(hit.report).text
    assert [text[m.start : m.end] for m in hit.matches] == ["drowned"]
    said = filled.search("speaker:Lien lifeboat").hits[0]
    assert (said.kind, said.speaker, said.act, said.exact) == (
        "statement",
        "Lien",
        "denial",
        "the Havbris had no lifeboats.",
    )
    assert [said.exact[m.start - said.start : m.end - said.start] for m in said.matches] == ["lifeboats"]


def test_only_what_was_read_since(desk: Desk) -> None:
    desk.add(report("ferry", 1, "Post"))
    then = desk.reports()[0].read_at
    desk.add(report("ferry", 2, "Wire"))
    assert [hit.report for hit in desk.search("ferry", read_after=then).hits] == ["ferry-wire-2"]
    assert desk.search("ferry", read_after=desk.reports()[1].read_at).total == 0


def test_pages_of_hits(filled: Desk) -> None:
    every = filled.search("said").hits
    assert [filled.search("said", limit=1, offset=n).hits[0] for n in range(len(every))] == list(every)
    assert filled.search("said", limit=0).total == len(every)


WORDS = ["ferry", "said", "OR", "AND", "NOT", "NEAR", "2031", "é", "²", "outlet:", "since:", "act:", "in:points"]
SIGNS = ["-", '"', "*", "(", ")", "^", ":", "\x00", "“", "story:s1", "{", "+", "speaker:L", "'", ";", "--", "\\"]
PIECES = WORDS + SIGNS


@settings(max_examples=120)
@given(st.one_of(st.text(max_size=30), st.lists(st.sampled_from(PIECES), max_size=8).map(" ".join),
                 st.lists(st.sampled_from(PIECES), max_size=8).map("".join)))  # fmt: skip
def test_nothing_is_a_syntax_error(filled: Desk, words: str) -> None:
    check(filled, words)


def test_saved_searches(desk: Desk) -> None:
    desk.add(report("ferry"))
    desk.save_search("ferries", "ferry", by="ann")
    desk.save_search("ferries", "ferry outlet:post", by="bob")
    assert [(s.name, s.words, s.by) for s in desk.searches()] == [("ferries", "ferry outlet:post", "bob")]
    assert desk.log()[0].old == "ferry"
    desk.drop_search("ferries", by="ann")
    assert desk.searches() == ()
    assert msgspec.json.decode(desk.search("ferry").to_json())["total"] == 1


def test_an_empty_search_finds_nothing(filled: Desk, tmp_path: Path) -> None:
    assert filled.search("").hits == ()
    assert filled.search("-boat").total == 0
