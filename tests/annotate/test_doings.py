"""Doings by a table: one sentence, what its first verb or state tells, and whether it is denied."""

from __future__ import annotations

from functools import lru_cache

import pytest

from crosswire.annotate.report import annotate_reports
from crosswire.model import Annotated, Report

SLOTS = [
    ("The pilot was shot by two officers on Monday.", "shot", "two officers", "The pilot"),
    ("Two officers shot the pilot on Monday.", "shot", "Two officers", "the pilot"),
    ("The pilot was caught and taken to Halden.", "taken", None, "The pilot"),
    ("The envoy is expected to meet the minister.", "meet", "The envoy", "the minister"),
    ("The sailor whom they arrested came from Orsk.", "arrested", "they", "The sailor"),
    ("A trawler sunk by a cutter lies off Orsk.", "sunk", "a cutter", "A trawler"),
    ("The trawler was a wreck.", "wreck", "The trawler", None),
    ("The blast left two sailors dead.", "dead", "two sailors", None),
    ("The captain told the crew to leave the ship.", "leave", "the crew", "the ship"),
    ("The strait will be closed.", "closed", None, "The strait"),
]
DENIED = [
    ("The captain was not charged with theft.", "charged", True),
    ("The captain was charged with theft.", "charged", False),
    ("The ships did not leave till Friday.", "leave", False),
    ("The captain was not charged until Friday.", "charged", False),
    ("Nobody was charged with theft.", "charged", True),
    ("None of the sailors were hurt.", "hurt", True),
    ("Police have yet to name the captain.", "name", True),
    ("The crew refused to leave the ship.", "leave", True),
    ("The crew refused to leave the ship.", "refused", False),
    ("The crew did not refuse to leave.", "leave", False),
    ("The minister denied that the ship was sunk.", "sunk", True),
    ("The minister said that the ship was sunk.", "sunk", False),
    ("The minister accepted denials that the ship was sunk.", "sunk", True),
    ("“No toll, no search and no delay at the strait,” he said of the pact.", "said", False),
    ("The ships left without paying.", "paying", True),
    ("The envoy is not expected to leave.", "leave", True),
    ("There is no evidence that the crew were armed.", "armed", True),
    ("The crew did not stop or call for help.", "call", True),
    ("The crew no longer sails under that flag.", "sails", True),
    ("The crew not only sailed but sang.", "sailed", False),
    ("It was not the deadliest storm in the strait.", "storm", True),
    ("Neither of the two sailors was hurt.", "hurt", True),
    ("Neither the pilot nor the mate was hurt.", "hurt", True),
    ("The pilot was neither arrested nor charged.", "charged", True),
    ("Not one of the sailors was hurt.", "hurt", True),
    ("Not all sailors were hurt.", "hurt", False),
    ("The two sailors were not each hurt in the leg.", "hurt", True),
    ("Under no circumstances will the minister resign.", "resign", True),
    ("Instead of leaving, the crew stayed.", "leaving", True),
    ("She could not believe that the ferry sank.", "sank", False),
    ("Police do not believe that the ferry sank.", "sank", True),
    ("Harbour masters are not ready to call the fire an accident.", "call", True),
    ("There was not enough evidence that the crew were armed.", "armed", True),
    ("There was not enough evidence to make her believe that the crew were armed.", "armed", True),
    ("The storm did not make the crew leave.", "leave", True),
]
MODALITY = [
    ("The ships left the strait.", "left", "asserted"),
    ("The ships may leave the strait.", "leave", "doubted"),
    ("The ships allegedly left the strait.", "left", "doubted"),
    ("The ships can leave the strait.", "leave", "possible"),
    ("The ships must leave the strait.", "leave", "necessary"),
    ("The ships will leave the strait.", "leave", "intended"),
    ("The ships plan to leave the strait.", "leave", "intended"),
    ("Norland will act if the ships leave.", "leave", "conditional"),
]


@lru_cache(maxsize=1)
def read() -> dict[str, Annotated]:
    texts = sorted({row[0] for table in (SLOTS, DENIED, MODALITY) for row in table})
    found = annotate_reports([(Report(id=str(i), text=text), ()) for i, text in enumerate(texts)])
    return {piece.report.text: piece for piece in found}


def doing(text: str, verb: str):
    piece = read()[text]
    return piece, next(d for d in piece.doings if piece.words_of(d.predicate) == verb)


@pytest.mark.parametrize(("text", "verb", "who", "whom"), SLOTS)
def test_who_does_what_to_whom(text: str, verb: str, who: str | None, whom: str | None) -> None:
    piece, found = doing(text, verb)
    told = [piece.words_of(span) if span else None for span in (found.subject, found.object)]
    assert told == [who, whom]


@pytest.mark.parametrize(("text", "verb", "denied"), DENIED)
def test_what_is_told_not_to_be_so(text: str, verb: str, denied: bool) -> None:
    assert doing(text, verb)[1].negated is denied


@pytest.mark.parametrize(("text", "verb", "modality"), MODALITY)
def test_how_certain_it_is_told_to_be(text: str, verb: str, modality: str) -> None:
    assert doing(text, verb)[1].modality == modality


def test_the_condition_is_the_clause_under_which_it_holds() -> None:
    piece, found = doing("Norland will act if the ships leave.", "act")
    assert found.condition is not None
    assert piece.words_of(found.condition) == "if the ships leave"


def test_a_clause_takes_the_slots_of_what_it_asserts() -> None:
    piece = read()["The minister denied that the ship was sunk."]
    (clause,) = piece.clauses
    assert clause.predicate is not None
    assert clause.object is not None
    assert (piece.words_of(clause.predicate), piece.words_of(clause.object), clause.negated) == (
        "sunk", "the ship", True,
    )  # fmt: skip
