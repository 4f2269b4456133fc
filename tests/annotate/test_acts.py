"""What statements do: acts by verbs, nouns, adjectives, what is to come and what is said, on invented sentences."""

from __future__ import annotations

from functools import lru_cache

import pytest

from crosswire.annotate import annotate, name_actors
from crosswire.annotate.tagging.tagger import MODEL
from crosswire.model import Annotated, Report

pytestmark = pytest.mark.skipif(not (MODEL / "reading.bin").exists(), reason="the model is not in this tree")

#: A sentence and every (kind, voice) that it tells.
TOLD = [
    ("The plan was rejected by Norland on Friday.", {("refusal", "Norland")}),
    ("Ivo Marsk cancelled the talks with Veskia.", {("refusal", "Ivo Marsk")}),
    ("Ivo Marsk was scathing about the treaty.", {("accusation", "Ivo Marsk")}),
    ("Norland will send two ships to the strait.", {("pledge", "Norland")}),
    ("Ada Veld condemned the raid and called for an inquiry.", {("accusation", "Ada Veld"), ("demand", "Ada Veld")}),
    ("Ada Veld called for calm on Friday.", {("appeal", "Ada Veld")}),
    ("Ada Veld urged Ivo Marsk to resign.", {("demand", "Ada Veld")}),
    ("Ada Veld urged both sides to keep talking.", {("appeal", "Ada Veld")}),
    ("Ivo Marsk dismissed the allegations as nonsense.", {("denial", "Ivo Marsk")}),
    ("Ivo Marsk called the report a lie.", {("denial", "Ivo Marsk")}),
    ("Ivo Marsk described the press as “the enemy of the people.”", {("accusation", "Ivo Marsk")}),
    ("The minister faces accusations that he misled the court.", {("accusation", None)}),
    ("“We will not sign this treaty,” Ada Veld said.", {("refusal", "Ada Veld")}),
    ("“We need to keep talking,” Ada Veld said.", {("appeal", "Ada Veld")}),
    ("“Open the strait to our ferries,” Ada Veld said.", {("demand", "Ada Veld")}),
    ("“It isn't a treaty. It's a letter,” Ada Veld said.", {("denial", "Ada Veld")}),
    ("“Why didn't Norland answer our letter?” Ada Veld said.", {("accusation", "Ada Veld")}),
    ("“A total disgrace!” Ada Veld said.", {("accusation", "Ada Veld")}),
    ("Ada Veld said Norland's navy attacked two ferries in the strait.", {("accusation", "Ada Veld")}),
    ("Ivo Marsk said he had never met the captain.", {("denial", "Ivo Marsk")}),
    ("“They must leave or face the consequences,” Ada Veld said.", {("threat", "Ada Veld")}),
    ("Asked if he would sign, Ivo Marsk said that he would not.", {("refusal", "Ivo Marsk")}),
    ("Ada Veld said some of the rhetoric was dangerous.", {("accusation", "Ada Veld")}),
    ("Several businesses announced a halt to trade with Veskia.", {("refusal", "Several businesses")}),
    ("“If that is so, by all means publish the letter,” Ada Veld said.", {("demand", "Ada Veld")}),
    ("Ivo Marsk has never condemned the raid.", {("refusal", "Ivo Marsk")}),
    ("“He has no idea what he is doing,” Ada Veld said.", {("accusation", "Ada Veld")}),
    ("Ada Veld insisted that the law was not a ban.", {("denial", "Ada Veld")}),
    ("“We agree.” Ada Veld said.", {("agreement", "Ada Veld")}),
    ("“I don't think it is a stupid plan,” Ada Veld said.", {("denial", "Ada Veld")}),
    ("“They took advantage of our crews,” Ada Veld said.", {("accusation", "Ada Veld")}),
    ("“What good is a treaty?” Ada Veld said.", {("accusation", "Ada Veld")}),
    ("“We need other ships in the strait,” Ada Veld said.", {("demand", "Ada Veld")}),
    ("Prosecutors charged the minister with taking bribes.", {("accusation", "Prosecutors")}),
    ("Ada Veld took a dig at Ivo Marsk on Friday.", {("accusation", "Ada Veld")}),
    ("“I would certainly build that harbour,” Ada Veld said.", {("pledge", "Ada Veld")}),
    ("The minister was indicted for taking bribes.", {("accusation", None)}),
]
NOTHING = [
    "Ada Veld has not signed an agreement to sell the boat.",
    "If Ivo Marsk refuses to sign, the talks are over.",
    "A raid blamed on storms closed the harbour.",
    "Police said a man shot his neighbour in Orsk on Friday.",
    "Ada Veld hopes the navy will open the strait.",
    "Asked to comment, Ivo Marsk smiled.",
    "Ivo Marsk could accept the treaty.",
    "Officials asked whether he would pay.",
]


@lru_cache(maxsize=64)
def read(text: str) -> Annotated:
    return name_actors(annotate([(Report(id="00", text=text), ())]))[0]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_what_is_told(text: str, expected: set[tuple[str, str | None]]) -> None:
    assert {(s.act.kind, s.voice.name) for s in read(text).statements if s.act} == expected


@pytest.mark.parametrize("text", NOTHING)
def test_no_act(text: str) -> None:
    assert [s.act for s in read(text).statements if s.act] == []


def test_several_acts_of_one_sentence_have_their_own_words() -> None:
    piece = read("Ada Veld condemned the raid and called for an inquiry.")
    told = {s.act.kind: piece.words_of(s.act.words) for s in piece.statements if s.act and s.act.words}
    assert told == {"accusation": "the raid", "demand": "an inquiry"}


def test_every_span_of_an_act_lies_in_its_report() -> None:
    for text, _ in TOLD:
        piece = read(text)
        for act in [s.act for s in piece.statements if s.act]:
            for span in (act.words, act.condition, act.deadline):
                assert span is None or 0 <= span.start < span.end <= len(text)
