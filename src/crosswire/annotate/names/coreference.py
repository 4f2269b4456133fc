"""Voices given their names: full and short names, descriptions by office, pronouns.

Never guessed silently: a pronoun or description that the text does not settle keeps its words, or no name at all.
"""

from __future__ import annotations

import bisect
import re
from collections import defaultdict
from functools import lru_cache
from typing import NamedTuple

import msgspec

from crosswire.annotate.names.people import People, Person
from crosswire.annotate.names.roles import Courtesies, Role, answers, parsed
from crosswire.annotate.statements.voices import PRONOUNS, head_name, is_body
from crosswire.language.lexicon import sections
from crosswire.language.lexicon import words as listed_words
from crosswire.model import Annotated, Statement, Voice, VoiceKind
from crosswire.values.names.spellings import plain_words

_HE = listed_words("male")
_SHE = listed_words("female")
_REACH = 5
#: A description that nobody bears points at most this many sentences back.
_NEAR = 2
#: Sources that reports leave without a name: no description of somebody named before.
_NAMELESS = listed_words("nameless")


class _Mention(NamedTuple):
    place: int
    sentence: int
    name: str
    kind: VoiceKind
    speaks: bool
    first: bool


def resolved(piece: Annotated, known: People) -> tuple[Statement, ...]:
    """Returns the statements of `piece` with their voices named by the fullest form the story gives."""
    reader = _Reader(piece, known)
    by_place = sorted(range(len(piece.statements)), key=lambda i: _source_place(piece.statements[i]))
    voices: dict[int, Voice] = {}
    for i in by_place:
        voices[i] = reader.voice(piece.statements[i])
    return tuple(msgspec.structs.replace(s, voice=voices[i]) for i, s in enumerate(piece.statements))


def _source_place(statement: Statement) -> int:
    return statement.voice.span.start if statement.voice.span else 10**9


class _Reader:
    """Reads one report's voices in order, remembering who was mentioned where."""

    def __init__(self, piece: Annotated, known: People) -> None:
        self._piece, self._known = piece, known
        self._starts = [s.start for s in piece.sentences]
        # Who is named in a quotation is spoken of, not speaking.
        quoted = [q.span for q in piece.quotations if q.spoken]
        self._addressed: dict[str, str | None] = {}
        self._courtesies = Courtesies(piece.report.text)
        self._mentions: dict[int, list[_Mention]] = defaultdict(list)
        sources = {s.voice.span for s in piece.statements if s.voice.span}
        starts = [n.span.start for n in piece.names]
        heads = (
            head_name(
                piece.report.text,
                s,
                piece.names[bisect.bisect_left(starts, s.start) : bisect.bisect_left(starts, s.end)],
            )
            for s in sources
        )
        firsts = {name.span for name in heads if name}
        for name in piece.names:
            before = bisect.bisect_right(quoted, name.span.start, key=lambda q: q.start) - 1
            if name.actor is None or (before >= 0 and quoted[before].covers(name.span)):
                continue
            owned = piece.report.text[name.span.end : name.span.end + 2] in ("'s", "’s")
            speaks = name.span in firsts and not owned
            self._mention(name.span.start, name.actor, name.kind, speaks, owned)

    def _mention(self, place: int, name: str, kind: VoiceKind, speaks: bool, owned: bool = False) -> None:
        sentence = self._sentence(place)
        there = self._mentions[sentence]
        first = not owned and not any(m.kind == kind and m.place < place for m in there)
        bisect.insort(there, _Mention(place, sentence, name, kind, speaks, first))

    def _sentence(self, place: int) -> int:
        return bisect.bisect_right(self._starts, place) - 1

    def voice(self, statement: Statement) -> Voice:
        """Returns the voice of `statement` with its name."""
        voice = statement.voice
        if voice.span is None:
            return voice
        words = self._piece.words_of(voice.span)
        lower = words.lower()
        if lower in PRONOUNS and voice.name is None:
            return self._pronoun(voice, lower)
        if voice.resolution == "government":
            return voice
        if voice.resolution == "named" and voice.name:
            if voice.kind == "person":
                full = self._known.named(self._piece, voice.name, voice.span.start)
                return msgspec.structs.replace(voice, name=full or voice.name)
            return msgspec.structs.replace(voice, name=self._known.body(voice.name))
        found = self._description(voice, words)
        if found is voice and voice.span and voice.name and voice.kind in ("person", "group", "unnamed"):
            self._mention(voice.span.start, voice.name, "person" if voice.kind == "unnamed" else voice.kind, True)
        return found

    def _description(self, voice: Voice, words: str) -> Voice:
        role = parsed(words)
        if not _definite(words):
            return voice
        place = voice.span.start if voice.span else 0
        if role is None or not self._known.of_role(role):
            return self._varied(voice, words, role)
        fitting = self._known.of_role(role)
        here = [p for p in fitting if self._piece.report.id in p.reports] or ([] if role.country is None else fitting)
        if len(here) > 1 and role.country is None:
            often = [sum(n for r, n in p.roles.items() if answers(r, role) and r.country is None) for p in here]
            here = [p for p, n in zip(here, often, strict=True) if n == max(often)]
        if len(here) > 1:
            here = self._last_named(here, place)
        if not here or not _same_sex(here[0].name, words):
            return voice
        self._mention(place, here[0].name, "person", True)
        return msgspec.structs.replace(voice, name=here[0].name, kind="person", resolution="title")

    def _varied(self, voice: Voice, words: str, role: Role | None) -> Voice:
        """ "the retired engineer": nobody is told to be that; the one person spoken of just before is meant, of several
        the one who spoke."""
        place = voice.span.start if voice.span else 0
        if not words.lower().startswith("the ") or is_body(words) or not _is_telling(words):
            return voice
        now = self._sentence(place)
        near = [m for s in range(max(0, now - _NEAR), now + 1) for m in self._mentions.get(s, ()) if m.place < place]
        persons = {m.name for m in near if m.kind == "person"}
        if len(persons) > 1 and voice.kind == "person":
            persons = {m.name for m in near if m.kind == "person" and m.speaks}
        if len(persons) != 1 or not _same_sex(next(iter(persons)), words):
            return voice
        name = next(iter(persons))
        self._mention(place, name, "person", True)
        return msgspec.structs.replace(voice, name=name, kind="person", resolution="title")

    def _last_named(self, persons: list[Person], place: int) -> list[Person]:
        """Of several persons the one named last before `place`; the first where none is."""
        by_name = {p.name: p for p in persons}
        for sentence in range(self._sentence(place), -1, -1):
            for mention in reversed(self._mentions.get(sentence, ())):
                if mention.place < place and mention.name in by_name:
                    return [by_name[mention.name]]
        return persons[:1]

    def _pronoun(self, voice: Voice, word: str) -> Voice:
        place = voice.span.start if voice.span else 0
        found = self._antecedent(place, word)
        if found is None:
            return voice
        self._mention(place, found.name, found.kind, True)
        return msgspec.structs.replace(voice, name=found.name, kind=found.kind, resolution="pronoun")

    def _antecedent(self, place: int, word: str) -> _Mention | None:
        """The person spoken of last: in the same sentence its subject, before it who spoke, else the first named."""
        now = self._sentence(place)
        for sentence in range(now, max(-1, now - _REACH), -1):
            fitting = [m for m in self._mentions.get(sentence, ()) if m.place < place and self._fits(m, word)]
            if not fitting:
                continue
            spoke = [m for m in fitting if m.speaks]
            subjects = [m for m in fitting if m.first]
            return (spoke or subjects or fitting)[-1 if spoke else 0]
        return None

    def _fits(self, mention: _Mention, word: str) -> bool:
        if word in ("they", "them", "it", "their", "its"):
            return mention.kind in ("group", "organisation", "place") and mention.speaks
        if mention.kind != "person":
            return False
        sex = self._sex(mention.name)
        return sex is None or word in ("who", "i", "we") or sex == ("she" if word in ("she", "her") else "he")

    def _sex(self, name: str) -> str | None:
        person = self._known.person(name)
        told = {r.office for r in person.roles} if person else set()
        told |= set(name.lower().split())
        if told & _HE:
            return "he"
        if told & _SHE:
            return "she"
        return given_sex(name) or self._address(name)

    def _address(self, name: str) -> str | None:
        if name not in self._addressed:
            self._addressed[name] = self._courtesies.sex(name)
        return self._addressed[name]


@lru_cache(maxsize=1)
def _given() -> dict[str, str]:
    return {name: sex for sex, lines in sections("given_names.txt").items() for line in lines for name in line.split()}


def given_sex(name: str) -> str | None:
    """Returns "he" or "she" where the given name tells it."""
    words = plain_words(name)
    return _given().get(words[0]) if len(words) > 1 else None


def _is_telling(words: str) -> bool:
    """Whether a description says more than what any source may be."""
    plain = plain_words(re.split(r"[,;]| (?:of|who|in|at|for|from) ", words)[0])
    return len(plain) > 1 and plain[-1] not in _NAMELESS and not plain[-1].endswith("s")


def _definite(words: str) -> bool:
    first = words.split()[0].lower()
    return first in ("the", "his", "her", "their") or (words[:1].isupper() and first not in ("a", "an"))


def _same_sex(name: str, words: str) -> bool:
    told = set(words.lower().split())
    sex = given_sex(name)
    return not ((sex == "he" and told & _SHE) or (sex == "she" and told & _HE))


__all__ = ["Role", "given_sex", "resolved"]
