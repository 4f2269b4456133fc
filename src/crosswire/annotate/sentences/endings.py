"""Whether a sentence ends at an abbreviation: told by what stands before it and what follows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from crosswire.language.lexicon import MONTHS, WEEKDAYS, offices
from crosswire.language.lexicon import words as listed_words
from crosswire.model import Struct
from crosswire.values.places.words import BODIES, ENDINGS

_STATES = (
    r"Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kans?|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Nebr?|Nev|Okla|Ore|Pa"
    r"|Tenn|Tex|Va|Vt|Wash|Wis|Wyo|Ont|Que|N\.\s?[YJCDMH]|S\.\s?[CD]|R\.\s?I|W\.\s?Va|D\.\s?C|B\.\s?C"
)
_AT = re.compile(
    r"(?<![\w.'’-])(?:(?P<clock>[apAP]\.\s?[mM])|(?P<street>Ave?|Blvd|Rd|Hwy|Ln|Pkwy|Fwy|Expy|Tpke|Rte?|Cir|Sq)"
    r"|(?P<saint>St|Ct|Pl|Dr)|(?P<kin>Jr|Sr)|(?P<firm>Inc|Corp|Cos?|Ltd|Bros|Assn)"
    rf"|(?P<state>{_STATES})|(?P<land>U\.\s?S(?:\.\s?A)?|U\.\s?K|U\.\s?N|E\.\s?U|U\.A\.E))\."
    r"(?P<gap>[\"”’)]*\s+)[\"“‘']?(?P<next>[A-Z\d])"
)
_WORD = re.compile(r"(?<![\w.'’@/&-])(?P<word>[A-Za-z]+)\.(?P<gap>[\"”’)]*\s+)[\"“‘(]?(?P<next>[A-Z])")
#: What is written short in small letters; every other word with a full stop and a capital behind it ends a sentence.
_SHORT = listed_words("short", "sentence_ends.txt")
_LOWER = re.compile(r"(?<![\w'’])[a-z]+(?!\w)")
_CAPITALS = re.compile(r"[A-Z][\w’'-]*(?:[^\S\n](?:of[^\S\n](?:the[^\S\n])?)?[A-Z][\w’'-]*)*")
_NAMED = re.compile(
    r"(?P<before>[\w’'-]+,?\s)?(?P<name>(?:\d+(?:st|nd|rd|th)\s|(?:[NSEW]|[A-Z][\w’'-]*[a-z])\.?\s)+)\Z"
)
_ZONE = re.compile(
    r"(?:[ECMPA][SD]?T|H[SD]?T|GMT|UTC|BST|IST|MSK|JST|CES?T|EES?T|AES?T|Eastern|Central|Mountain|Pacific|Atlantic|Local"
    r"|[A-Z]\w+\s[Tt]ime)\b"
)
_HOLIDAY = re.compile(
    r"(?:Christmas|Thanksgiving|Easter|Halloween|Hanukkah|Passover|Ramadan|Eid|[A-Z][a-z]+\s(?:[A-Z]\w+day\b))"
    r"|(?:[A-Z][a-z]+(?:['’]s?)?\s){1,3}(?:Day|Eve|Weekend)\b"
)
_COMPASS = re.compile(r"(?:[NSEW]|[NS][EW]|(?:North|South)(?:east|west)?|East|West)\b")
_TITLED = frozenset(("the", "a", "an", "this", "that"))
_LEADING = listed_words("leading", "sentence_ends.txt")
_NEAR_BEFORE = 60
_BEFORE_ANSWER = ("", ".", "!", "?", "…", "\n")


class _Abbreviation(Struct, frozen=True):
    """An abbreviation with what lies around it: `end` is behind its full stop, `next` where the next word begins."""

    text: str
    start: int
    end: int
    next: int
    limit: int
    headline: bool
    quoted: bool
    lower: Callable[[], frozenset[str]]

    @property
    def word(self) -> str:
        """The next word."""
        found = re.compile(r"[A-Za-z]+|\d+").match(self.text, self.next, self.limit)
        return found[0] if found else ""

    @property
    def second(self) -> str:
        """The word behind the next, empty where a mark stands between."""
        found = re.compile(r"[A-Za-z]+['’]?[a-z]*\s+(\w+)").match(self.text, self.next, self.limit)
        return found[1] if found else ""

    @property
    def opens(self) -> bool:
        """Whether the next word is one with which sentences begin, and that is part of no name."""
        told = not self.headline or self.second[:1].islower()  # a headline may give every word a capital
        return told and self.word.lower() in _openers() and (len(self.word) == 1 or not self.word.isupper())

    @property
    def common(self) -> bool:
        """Whether the next word is no name: the report has it in lower case, and goes on in lower case."""
        known = not self.word.isupper() and self.word.lower() in self.lower()
        return known and self.second[:1].islower() and not self.headline

    @property
    def named(self) -> re.Match[str] | None:
        """The capitalised words right before the abbreviation, as a street or a person is called."""
        return _NAMED.search(self.text, max(0, self.start - _NEAR_BEFORE), self.start)

    @property
    def goes_on(self) -> bool:
        """Whether what follows belongs to the name: "Jr. High School", "Fifth Ave. Bridge"."""
        run = _CAPITALS.match(self.text, self.next, self.limit)
        return run is not None and any(word in ENDINGS or word in BODIES for word in run[0].split())

    @property
    def dated(self) -> bool:
        """Whether a weekday or a month follows."""
        return self.word.lower() in WEEKDAYS or self.word.lower() in MONTHS or f"{self.word.lower()}." in MONTHS

    @property
    def in_office(self) -> bool:
        """Whether an office follows: "U.S. Ambassador", "Corp. Chief Executive"."""
        two = f"{self.word} {self.second}".lower()
        return self.word.lower() in offices() or two in offices() or two in ("first lady", "vice president")


def small_words(text: str) -> Callable[[], frozenset[str]]:
    """Returns what gives the words that stand in small letters in `text`, found once, and only when asked for."""
    return lru_cache(maxsize=1)(lambda: frozenset(_LOWER.findall(text)))


def endings(text: str, start: int, stop: int, lower: Callable[[], frozenset[str]]) -> Iterator[tuple[int, bool]]:
    """Gives the place behind each abbreviation in a paragraph that may end a sentence, and whether it does.

    Nothing is given of an abbreviation where the words around it do not tell. A plain word before a full stop and a
    capital is no abbreviation, and ends one. `lower` gives the words of the whole text that stand in small letters.
    """
    headline = text[start:stop].rstrip("\"”’')] ")[-1:] not in tuple(".!?…:")

    def seen(found: re.Match[str]) -> _Abbreviation:
        return _Abbreviation(
            text=text,
            start=found.start(),
            end=found.start("gap") + len(found["gap"].rstrip()),
            next=found.start("next"),
            limit=stop,
            headline=headline,
            quoted=text[found.start("next") - 1] in "\"“‘'",
            lower=lower,
        )

    for rules, places in ((_RULES, _AT), ({"word": _plain}, _WORD)):
        for found in places.finditer(text, start, stop):
            rule = next(rules[kind] for kind in rules if found[kind] is not None)
            here = seen(found)
            if "\n" not in found["gap"] and (told := rule(here)) is not None:
                yield here.end, told


@lru_cache(maxsize=1)
def _openers() -> frozenset[str]:
    return listed_words("openers") | {"i", "about", "around", "authorities", "police", "officers", "witnesses"}


def _plain(seen: _Abbreviation) -> bool | None:
    word = seen.text[seen.start : seen.text.index(".", seen.start)]
    if word.islower():
        return True if len(word) > 1 and word not in _SHORT else None
    if word == "No" and seen.text[max(0, seen.start - 3) : seen.start].rstrip("\"“‘' ")[-1:] in _BEFORE_ANSWER:
        return True
    known = word.lower() in _SHORT or f"{word.lower()}." in offices() or word in "NSEW"
    return True if seen.opens and len(seen.word) > 1 and not known else None


def _clock(seen: _Abbreviation) -> bool | None:
    if seen.word.isdigit():
        return None
    timed = any(rule.match(seen.text, seen.next, seen.limit) for rule in (_ZONE, _HOLIDAY))
    if timed or seen.dated or seen.second.lower() in WEEKDAYS:
        return False
    return True if seen.opens or not seen.headline else None


def _street(seen: _Abbreviation) -> bool | None:
    """A street's short ending: what follows the street's name opens a sentence, unless the street tells which one."""
    named = seen.named
    if seen.word.isdigit() or named is None or _COMPASS.match(seen.text, seen.next) or seen.dated:
        return False
    if seen.opens or seen.common or seen.quoted:
        return True
    before = (named["before"] or "").strip().lower()
    if seen.headline or seen.goes_on or before in _TITLED:
        return False
    return True if before in _LEADING or before.isdigit() else None


def _saint(seen: _Abbreviation) -> bool | None:
    """ "St." before a name is a saint, "Dr." a doctor: only a word that opens a sentence tells a street or a drive."""
    named = seen.named
    if named is None or seen.dated:
        return False
    before = (named["before"] or "").strip().lower()
    doctor = seen.text.startswith("Dr", seen.start)
    if doctor and before not in _LEADING and not before.isdigit():
        return False
    return seen.opens or seen.common


def _kin(seen: _Abbreviation) -> bool | None:
    if seen.word.isdigit() or seen.named is None:
        return None
    if seen.opens:
        return True
    if seen.headline:
        return None
    return not (seen.goes_on or seen.in_office or seen.word in ("High", "Day", "Holiday", "Middle", "Elementary"))


def _firm(seen: _Abbreviation) -> bool | None:
    if seen.word.isdigit() or seen.quoted:
        return None
    if seen.in_office:
        return False
    return True if seen.opens or seen.common else None


def _state(seen: _Abbreviation) -> bool | None:
    """A state behind its town: "Mirra, Va. Police said"."""
    town = seen.text[max(0, seen.start - 2) : seen.start] == ", "
    return _firm(seen) if town else None


def _land(seen: _Abbreviation) -> bool | None:
    if seen.in_office:
        return False
    return True if seen.opens and not seen.quoted else None


_RULES: dict[str, Callable[[_Abbreviation], bool | None]] = {
    "clock": _clock,
    "street": _street,
    "saint": _saint,
    "kin": _kin,
    "firm": _firm,
    "state": _state,
    "land": _land,
}
