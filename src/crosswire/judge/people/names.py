"""Names: one person told by two first names or two spellings; a nickname or an initial is no difference."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import OSA

from crosswire.judge.people.namesakes import are_told_as_two
from crosswire.judge.sides.finding import Finding, told
from crosswire.judge.sides.side import Side
from crosswire.judge.sides.slots import Asked, same_slot
from crosswire.model import Annotated, Name, Nature, Span, Struct

#: First names that are forms of one another, each group one person's possible names.
_SHORT: Final = (
    "alexander alex sasha aleksandr|andrew andy drew|anthony tony|benjamin ben benny|catherine "
    "katherine kathryn kate cathy kathy katie|"
    "charles charlie chuck|christopher chris|christine chris christina tina|daniel dan danny|david "
    "dave|deborah debbie deb debra|donald don "
    "donny|douglas doug|edward ed eddie ted|elizabeth liz beth betsy|eugene gene|francis frank|"
    "frederick fred freddie|gerald jerry|gregory "
    "greg|harold harry hal|henry hank harry|jacob jake|james jim jimmy|jeffrey jeff geoffrey geoff|"
    "jennifer jen jenny|john jack johnny jon "
    "jonathan|joseph joe joey|joshua josh|kenneth ken kenny|lawrence larry|leonard len lenny|"
    "margaret maggie meg peggy|matthew matt|"
    "michael mike mick|nancy nan|nathan nate|nathaniel nate nathan|nicholas nick|pamela pam|patricia "
    "pat patty tricia|patrick pat|peter "
    "pete|philip phil phillip|raymond ray|rebecca becky|richard rick dick rich ricky|robert rob bob "
    "bobby|ronald ron ronnie|samuel sam|"
    "sandra sandy|stephen steve steven|susan sue|theodore ted|thomas tom tommy|timothy tim|vincent "
    "vince|volodymyr vladimir|walter walt|"
    "william bill billy will|zachary zach zack|victoria vicky|abigail abby|amanda mandy|barbara barb|"
    "jacqueline jackie|terrence terry"
)
_GROUPS: Final = tuple(frozenset(group.split()) for group in _SHORT.split("|"))
#: Words in front of a name that are no part of it.
TITLES: Final = frozenset(
    """mr mrs ms dr president prime minister chancellor senator sen rep representative gov governor mayor sheriff
    chief deputy officer
    sergeant sgt lieutenant lt captain capt colonel general judge justice king queen prince princess pope sir lord
    lady secretary
    spokesman spokeswoman detective constable superintendent commissioner private major admiral attorney professor
    prof coach reverend rev father sister brother
    trooper corporal cpl agent justice senate house majority minority leader speaker whip""".split()  # noqa: SIM905
)
_SUFFIX: Final = frozenset("jr sr ii iii iv md phd".split())  # noqa: SIM905
#: Letters that transliterations and translations of one name write differently.
_SOUNDS: Final = (
    (r"[’'\-`]", ""), (r"(?:iy|yy|ii|ij|yi)\b", "y"), (r"i\b", "y"), (r"kh", "h"), (r"zh|dj", "j"), (r"ou|oo", "u"),
    (r"ph", "f"),
    (r"ck|q|c(?=[aou])", "k"), (r"tch|tsch", "ch"), (r"ks", "x"), (r"w", "v"), (r"ey|ei|ay", "ai"), (r"yo|jo|io",
    "o"), (r"gh", "g"),
    (r"ye|je|ie", "e"), (r"(?<=[aeiou])y(?=[aeiou])", "i"), (r"sch", "sh"), (r"ff\b|v\b", "f"), (r"y", "i"),
)  # fmt: skip


_MEETINGS: Final = frozenset(
    "summit forum conference congress convention festival cup games olympics show day week act bill fund".split()  # noqa: SIM905
)
#: Surnames of languages that are not written in Latin letters: Slavic, Caucasian, Greek, Arabic, Persian.
_FROM_ANOTHER_SCRIPT: Final = re.compile(
    r"(?:[oe]v|[oe]va|[^aeiou]in|ina|sk[iy]+|skiy|skaya|enko|chuk|yuk|ich|yan|ian|dze|shvili|oulos|akis|zade|oglu)$|"
    r"^(?:al|el)-|^(?:bin|ibn|abd|abu)"
)
#: A surname of so many letters that is told in two spellings is hardly borne by two persons of one story.
_RARE: Final = 6
_NOBODY: Final = frozenset({"place", "organisation"})
#: From this score on two names stand in one slot, whoever else the reports know.
_LEAST: Final = 0.6
#: Sides that share so many words besides the names speak of one person, whoever else their reports know.
_FEWEST_SHARED: Final = 4


def names(a: Side, b: Side) -> tuple[Finding, ...]:
    """Finds persons whose surname agrees and whose first names do not, or whose spelling differs in a letter or two.

    Reason given: "name of Orvik: Eldar Orvik in 01; Eldor Orvik in 03". Nicknames and initials are precision,
    transliterations wording.
    """
    findings: list[Finding] = []
    left, right = _full(a), _full(b)
    for one in left:
        for other in right:
            nature = difference(one.written, other.written)
            if nature == "conflict" and not _one_person(a, one, b, other, len(left) * len(right)):
                continue
            if nature:
                about = about_name(parts(one.written), parts(other.written))
                values = told(a, one.span), told(b, other.span)
                findings.append(Finding(slot="name", nature=nature, left=values[0], right=values[1], about=about))
    return tuple(findings)


def about_name(one: Sequence[str], other: Sequence[str]) -> str:
    """Returns what two names that differ are values of: the name of whoever bears what they share, or his surname."""
    if one[-1] != other[-1] and one[0] == other[0]:
        return f"surname of {one[0].capitalize()}"
    return f"name of {one[-1].capitalize()}" if one[-1] == other[-1] else "name of one person"


class _Called(Struct, frozen=True):
    """A person as a side calls him, titles left out."""

    span: Span
    written: str


def _full(side: Side) -> list[_Called]:
    """Whom a side names; the bare surname of somebody whom the story names in full tells no name."""
    called = (_Called(span=n.span, written=without_titles(side.piece.words_of(n.span))) for n in _named(side))
    return [c for c in called if not _is_no_person(c.written)]


def _named(side: Side) -> Iterator[Name]:
    for name in side.persons:
        words, known = parts(without_titles(side.piece.words_of(name.span))), parts(without_titles(name.actor or ""))
        if len(words) != 1 or len(known) < 2 or known[-1] != words[0]:
            yield name


def _is_no_person(written: str) -> bool:
    """Whether words are a headline's capitals or the name of a meeting, not a person's."""
    words = written.split()
    return len(words) > 1 and (written.isupper() or words[-1].lower() in _MEETINGS)


def without_titles(written: str) -> str:
    """Returns a name without the titles and offices written before it."""
    words = written.split()
    while len(words) > 1 and words[0].lower().rstrip(".") in TITLES:
        words = words[1:]
    return " ".join(words)


def _one_person(a: Side, one: _Called, b: Side, other: _Called, pairs: int) -> bool:
    """Whether two names that clash may be one person's: nobody knows them for two, or they stand in one slot."""
    if _tells(a.piece, a.span, one.written, other.written) or _tells(b.piece, b.span, other.written, one.written):
        return False
    told = (
        _tells(a.piece, whole(a.piece), one.written, other.written),
        _tells(b.piece, whole(b.piece), other.written, one.written),
    )
    if all(told) or (any(told) and parts(one.written)[-1] != parts(other.written)[-1]):
        return False  # both reports know two persons, or one of them spells a surname in both ways
    if not similar(parts(one.written)[0], parts(other.written)[0]) and are_told_as_two(
        a.piece, one.span, b.piece, other.span
    ):
        return False
    known = _knows(a, one.written, b, other.written) + _knows(b, other.written, a, one.written)
    if not known:
        return True
    return same_slot(a, one.span, b, other.span, Asked(kind="name", rivals=pairs, told=known)).score >= _LEAST


def _knows(side: Side, own: str, opposite: Side, name: str) -> bool:
    """Whether a side knows the other name too, its clause or, where the sides are not alike, its report: then they
    are two."""
    own_words = set(parts(own)) | set(parts(name))
    alike = len({w for w in side.stems & opposite.stems if w not in own_words}) >= _FEWEST_SHARED
    return _tells(side.piece, side.span if alike else whole(side.piece), own, name)


def whole(piece: Annotated) -> Span:
    """Returns the span of a report's whole text."""
    return Span(start=0, end=len(piece.report.text))


def _tells(piece: Annotated, span: Span, own: str, name: str) -> bool:
    """Whether a stretch of a report has the first name and surname in which another name differs from its own."""
    words = parts(name)
    new = [word for word in {*words[:1], *words[-1:]} if word not in parts(own)]
    return bool(new) and all(writes(piece, span, word) for word in new)


def writes(piece: Annotated, span: Span, word: str) -> bool:
    """Tells whether a stretch of a report has a word of a person's name, not only in the name of a place or body."""
    found = re.finditer(rf"\b{re.escape(word)}\b", piece.words_of(span), re.IGNORECASE)
    spans = (Span(start=span.start + m.start(), end=span.start + m.end()) for m in found)
    return any(not any(n.kind in _NOBODY and n.span.covers(s) for n in piece.names) for s in spans)


@lru_cache(maxsize=20_000)
def parts(name: str) -> tuple[str, ...]:
    """Returns the words of a name, lower-cased, without accents, possessive and suffix."""
    plain = unicodedata.normalize("NFKD", re.sub(r"['’]s\b", "", name)).encode("ascii", "ignore").decode().lower()
    return tuple(w for w in re.findall(r"[a-z]+(?:['-][a-z]+)*", plain) if w not in _SUFFIX)


@lru_cache(maxsize=20_000)
def difference(one: str, other: str) -> Nature | None:
    """Returns how two names of what may be one person differ; None where they are one name or no version of one
    another.

    Both need a first name and a surname for a conflict: a bare surname contradicts nothing.
    """
    a, b = parts(one), parts(other)
    if a == b or not a or not b:
        return None
    if len(a) < 2 or len(b) < 2:
        return _bare(a, b)
    if len(set(a) & set(b)) > 1 or (a[-1] == b[-1] and (a[0] in b or b[0] in a)):
        return "precision"
    first, last = (a[0], b[0]), (a[-1], b[-1])
    same_last = last[0] == last[1]
    if _sounds(a[0]) == _sounds(b[0]) and _sounds(a[-1]) == _sounds(b[-1]):
        return "conflict" if _are_two_spellings(first, last) else "wording"
    if same_last:
        return "precision" if _is_short_for(*first) else "conflict"
    if _is_misspelt(*last) and (first[0] == first[1] or _is_short_for(*first) or _are_both_misheard(first, last)):
        return "conflict"
    return None


def _are_two_spellings(first: tuple[str, str], last: tuple[str, str]) -> bool:
    """Whether one part of a name is spelled in two ways in Latin letters ("Monica", "Monika") beside the same rest,
    and is not written over from another script; a hyphen or an apostrophe makes no other name."""
    apart = [part for part in (first, last) if re.sub(r"\W", "", part[0]) != re.sub(r"\W", "", part[1])]
    return len(apart) == 1 and not any(map(_FROM_ANOTHER_SCRIPT.search, last))


def _are_both_misheard(first: tuple[str, str], last: tuple[str, str]) -> bool:
    """Whether a rare surname is spelled in two ways beside first names that begin alike."""
    return first[0][0] == first[1][0] and min(map(len, last)) >= _RARE


def _bare(a: tuple[str, ...], b: tuple[str, ...]) -> Nature | None:
    """A surname alone against a name: only a spelling can differ."""
    if a[-1] == b[-1] or set(a) & set(b):
        return None
    if _sounds(a[-1]) == _sounds(b[-1]):
        return "wording"
    return (
        "conflict"
        if len(a[-1]) >= 6 and len(b[-1]) >= 6 and OSA.distance(a[-1], b[-1]) == 1 and a[-1][0] == b[-1][0]
        else None
    )


def _is_misspelt(one: str, other: str) -> bool:
    """Whether two names are one name in two spellings: one letter in five, at most two, the first one kept."""
    apart = OSA.distance(one, other)
    return (
        0 < apart <= (1 if min(len(one), len(other)) < 6 else 2)
        and min(len(one), len(other)) >= 4
        and one[0] == other[0]
    )


def similar(one: str, other: str) -> bool:
    """Tells whether two first names may be one name misheard or misspelt ("Eldar" and "Eldor", "Travin" and
    "Kavin")."""
    return _is_misspelt(one, other) or (
        min(len(one), len(other)) >= 4 and OSA.normalized_similarity(one, other) >= 0.5 and one[-3:] == other[-3:]
    )


def _is_short_for(one: str, other: str) -> bool:
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    return any(one in group and other in group for group in _GROUPS) or _begins(one, other) or _begins(other, one)


def _begins(name: str, short: str) -> bool:
    """Whether a first name is cut short: by two letters or more; Jon and Jona are two names."""
    return name.startswith(short) and len(name) - len(short) > 1


@lru_cache(maxsize=20_000)
def _sounds(word: str) -> str:
    """A key that is one for the transliterations of a name."""
    for pattern, sound in _SOUNDS:
        word = re.sub(pattern, sound, word)
    return word
