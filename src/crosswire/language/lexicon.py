"""The lists of the language that the annotators share, read once from the files in `data`."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=32)
def sections(name: str) -> dict[str, tuple[str, ...]]:
    """Returns the lines of data file `name` by their [heading]; what stands before any is under an empty one."""
    found: dict[str, list[str]] = {}
    heading = ""
    text = files("crosswire.language").joinpath("data", name).read_text(encoding="utf-8")
    for line in text.splitlines():
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        if line.startswith("["):
            heading = line.strip("[]")
            continue
        found.setdefault(heading, []).append(line)
    return {key: tuple(lines) for key, lines in found.items()}


@lru_cache(maxsize=256)
def words(heading: str, name: str = "words.txt") -> frozenset[str]:
    """Returns the words under `heading` in data file `name`."""
    return frozenset(word for line in sections(name)[heading] for word in line.split())


def in_order(heading: str, name: str) -> tuple[str, ...]:
    """Returns the words under `heading` in data file `name`, in the order of the file."""
    return tuple(word for line in sections(name)[heading] for word in line.split())


def table(heading: str, name: str) -> dict[str, str]:
    """Returns the lines "form = value" under `heading` in data file `name`, in the order of the file."""
    return {form: value for form, _, value in (line.partition(" = ") for line in sections(name)[heading])}


WEEKDAYS = words("weekdays")
#: The kinds of cue verbs that bring somebody's words.
SAYING = frozenset(("speech", "judgement", "manner", "urging"))
MONTHS = words("months")
_VOWELS = "aeiou"
#: Verbs of more than one syllable whose last consonant doubles.
_DOUBLING = words("doubling")


@lru_cache(maxsize=32)
def listed(name: str) -> frozenset[str]:
    """Returns all lines of data file `name` as one set."""
    return frozenset(line for lines in sections(name).values() for line in lines)


def inflected(line: str) -> dict[str, str]:
    """Returns every form of the verb on `line` ("base past participle", the last two where irregular) with its tense.

    The tenses are "base", "present", "past", "participle" and "going". Words of a phrase are joined by a space.
    """
    base, *irregular = line.split()
    verb, _, rest = base.partition("_")
    tail = f" {rest.replace('_', ' ')}" if rest else ""
    past = irregular[0].replace("_", " ") if irregular else _past(verb) + tail
    participle = irregular[1].replace("_", " ") if len(irregular) > 1 else past
    forms = {f"{verb}{tail}": "base", _present(verb) + tail: "present", _going(verb) + tail: "going"}
    if verb.endswith(("el", "al", "ol")) and not irregular:  # labelled beside labeled
        forms |= {f"{verb}led{tail}": "past", f"{verb}ling{tail}": "going"}
    return (
        {participle: "participle", past: "past"}
        | {f: t for f, t in forms.items() if f != past}
        | ({past: "past"} if past != verb + tail else {})
    )


def _present(verb: str) -> str:
    if verb.endswith(("s", "sh", "ch", "x", "z", "o")):
        return verb + "es"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ies"
    return verb + "s"


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ied"
    return (verb + verb[-1] if _doubles(verb) else verb) + "ed"


def _going(verb: str) -> str:
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return verb[:-1] + "ing"
    return (verb + verb[-1] if _doubles(verb) else verb) + "ing"


def _doubles(verb: str) -> bool:
    if len(verb) < 3 or verb[-1] in "wxy" or verb[-1] in _VOWELS:
        return False
    short = verb[-2] in _VOWELS and verb[-3] not in _VOWELS
    one_syllable = sum(a in _VOWELS and b not in _VOWELS for a, b in zip(verb, verb[1:] + " ", strict=False)) == 1
    return short and (one_syllable or verb in _DOUBLING)


@lru_cache(maxsize=1)
def cue_verbs() -> dict[str, frozenset[tuple[str, str, str]]]:
    """Returns for each form of a cue verb its (class, base, tense)s; phrases stand under their whole words."""
    found: dict[str, set[tuple[str, str, str]]] = {}
    for kind, lines in sections("cues.txt").items():
        for line in lines:
            base = line.split()[0].replace("_", " ")
            for form, tense in inflected(line).items():
                found.setdefault(form, set()).add((kind, base, tense))
    return {form: frozenset(uses) for form, uses in found.items()}


@lru_cache(maxsize=1)
def offices() -> frozenset[str]:
    """Returns every office, rank, calling and form of address, lower case."""
    return listed("offices.txt")


@lru_cache(maxsize=1)
def group_words() -> dict[str, str]:
    """Returns the nouns that name a voice without a person, each with its kind ("organisation" or "group")."""
    return {line: kind for kind, lines in sections("groups.txt").items() for line in lines}


def base_of(cue: str) -> str:
    """Returns the base form of a cue verb, the words themselves when they are none."""
    uses = cue_verbs().get(cue) or cue_verbs().get(cue.split()[-1] if cue else "")
    return sorted(uses)[0][1] if uses else cue


@lru_cache(maxsize=1)
def _given_names() -> dict[str, frozenset[int]]:
    """The lines of nicknames.txt that each given name stands in."""
    found: dict[str, set[int]] = {}
    for i, line in enumerate(sections("nicknames.txt")[""]):
        for form in line.split():
            found.setdefault(form, set()).add(i)
    return {form: frozenset(lines) for form, lines in found.items()}


def are_short_forms(one: str, other: str) -> bool:
    """Tells whether two given names, in lower case, are forms of one: "bob" and "robert", "sergei" and "sergey"."""
    known = _given_names()
    return bool(known.get(one, frozenset()) & known.get(other, frozenset()))
