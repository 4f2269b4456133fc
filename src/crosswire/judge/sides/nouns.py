"""Nouns that tell who somebody is and what he holds, and the small numbers: each word is told once, for all who ask.

A module that asks for such nouns joins the tables it means and makes their alternatives of them by `either`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

#: Who attacked, by whatever name; and whoever is said to have done it.
ATTACKERS: Final = ("gunman", "shooter", "attacker", "assailant")
SUSPECTS: Final = ("suspect", *ATTACKERS)
#: Who did it, by what he did.
CULPRITS: Final = ("perpetrator", "killer", "bomber", "robber")
#: Whom it befell, alive or dead.
VICTIMS: Final = ("victim", "casualty", "hostage", "survivor")
#: The police, one by one.
OFFICERS: Final = ("officer", "deputy", "trooper", "agent")
#: The police as those who look into it or speak of it.
INVESTIGATORS: Final = ("police", "authority", "official", "detective", "investigator")

#: A man and a woman, grown or not, of nobody's kin.
MEN: Final = ("man", "boy")
WOMEN: Final = ("woman", "girl")
#: The young, of either sex: those who are looked after, and those who go about.
CHILDREN: Final = ("child", "baby", "infant", "toddler")
TEENS: Final = ("teen", "teenager", "youth")
YOUNG: Final = (*CHILDREN, *TEENS)
#: Somebody, of whom no more is told than that.
PERSONS: Final = ("person", "individual", "adult")

#: Kin and spouses, by sex.
MALE_KIN: Final = (
    "father", "dad", "son", "brother", "uncle", "nephew", "grandfather", "grandson", "husband", "widower",
    "stepfather", "stepson", "stepbrother", "half-brother", "father-in-law", "son-in-law", "brother-in-law",
)  # fmt: skip
FEMALE_KIN: Final = (
    "mother", "mom", "mum", "daughter", "sister", "aunt", "niece", "grandmother", "granddaughter", "wife", "widow",
    "stepmother", "stepdaughter", "stepsister", "half-sister", "mother-in-law", "daughter-in-law", "sister-in-law",
)  # fmt: skip
#: Kin of either sex.
ANY_KIN: Final = ("parent", "spouse", "sibling", "twin", "cousin")
#: Those bound to somebody by no kinship.
BOYFRIENDS: Final = ("boyfriend", "fiancé", "fiance")
GIRLFRIENDS: Final = ("girlfriend", "fiancée", "fiancee")

#: All who are told of as somebody's.
KIN: Final = (*MALE_KIN, *FEMALE_KIN, *ANY_KIN, *BOYFRIENDS, *GIRLFRIENDS)

#: What is counted of shots.
SHOTS: Final = ("shot", "round", "bullet", "gunshot")
#: What shoots, and what cuts.
GUNS: Final = ("gun", "handgun", "pistol", "revolver", "rifle", "shotgun", "firearm")
BLADES: Final = ("knife", "blade", "machete")
WEAPONS: Final = ("weapon", *GUNS, *BLADES)

#: The small numbers as words; all but the first are of several.
COUNTS: Final = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
SEVERAL: Final = COUNTS[1:]
#: Which one of several, from the second on.
ORDINALS: Final = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")

#: How an ending takes both numbers; any other takes an "s" or none.
_ENDINGS: Final = (
    ("man", "m[ae]n"), ("child", "child(?:ren)?"), ("person", "(?:persons?|people)"), ("police", "police"),
    ("fe", "(?:fe|ves)"), ("ty", "t(?:y|ies)"), ("by", "b(?:y|ies)"),
)  # fmt: skip


def either(*tables: Iterable[str]) -> str:
    """Returns the pattern, in a group without a name, of any noun of the tables, in the singular or the plural."""
    return f"(?:{'|'.join(_either_number(noun) for table in tables for noun in table)})"


def _either_number(noun: str) -> str:
    head, in_law, _ = noun.partition("-in-law")
    for ending, both in _ENDINGS:
        if head.endswith(ending):
            return head.removesuffix(ending) + both + in_law
    return f"{head}s?{in_law}"
