"""Nouns: the tables exclude one another, and their patterns match both numbers."""

from __future__ import annotations

import re
from itertools import combinations

import pytest

from crosswire.judge.sides import nouns

#: Tables made of others.
UNIONS = ("SUSPECTS", "YOUNG", "KIN", "WEAPONS", "SEVERAL")
TABLES = {
    name: table
    for name, table in vars(nouns).items()
    if name.isupper() and not name.startswith("_") and name not in UNIONS
}
PLURALS = {
    "ATTACKERS": "gunmen shooters attackers assailants",
    "VICTIMS": "victims casualties hostages survivors",
    "OFFICERS": "officers deputies troopers agents",
    "INVESTIGATORS": "police authorities officials detectives investigators",
    "MEN": "men boys",
    "WOMEN": "women girls",
    "CHILDREN": "children babies infants toddlers",
    "TEENS": "teens teenagers youths",
    "PERSONS": "people persons individuals adults",
    "MALE_KIN": "brothers stepfathers half-brothers sons-in-law",
    "FEMALE_KIN": "wives widows grandmothers sisters-in-law",
    "GIRLFRIENDS": "girlfriends fiancées fiancees",
    "GUNS": "guns rifles",
    "BLADES": "knives blades",
}


def test_every_table_is_here() -> None:
    assert {"ATTACKERS", "VICTIMS", "OFFICERS", "MALE_KIN", "FEMALE_KIN", "GUNS", "COUNTS"} <= set(TABLES)


@pytest.mark.parametrize(("one", "other"), list(combinations(sorted(TABLES), 2)))
def test_no_word_stands_in_two_tables(one: str, other: str) -> None:
    assert not set(TABLES[one]) & set(TABLES[other])


@pytest.mark.parametrize("name", sorted(TABLES))
def test_no_word_stands_twice_and_each_is_one_lower_cased_word(name: str) -> None:
    words = TABLES[name]
    assert len(set(words)) == len(words)
    assert all(word == word.lower() and not re.search(r"[\s|]", word) for word in words)


@pytest.mark.parametrize("name", sorted(TABLES))
def test_the_pattern_of_a_table_matches_each_of_its_words(name: str) -> None:
    pattern = re.compile(nouns.either(TABLES[name]))
    assert [word for word in TABLES[name] if not pattern.fullmatch(word)] == []


@pytest.mark.parametrize("table", sorted(PLURALS))
def test_the_pattern_of_a_table_matches_plurals(table: str) -> None:
    pattern = re.compile(nouns.either(TABLES[table]))
    assert [plural for plural in PLURALS[table].split() if not pattern.fullmatch(plural)] == []


@pytest.mark.parametrize("word", ["suspected", "gun", "manly", "officer's", "personal", ""])
def test_the_pattern_of_suspects_matches_nothing_else(word: str) -> None:
    assert not re.fullmatch(nouns.either(nouns.SUSPECTS, nouns.MEN, nouns.OFFICERS), word)


def test_either_joins_tables_in_one_group() -> None:
    assert re.fullmatch(rf"the {nouns.either(nouns.SUSPECTS, nouns.VICTIMS)} ran", "the victims ran")
    assert re.fullmatch(nouns.either(nouns.WEAPONS), "weapons")
