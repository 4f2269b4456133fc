"""Names of persons, organisations and places as a report writes them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from crosswire.language.lexicon import MONTHS, WEEKDAYS, cue_verbs, listed, offices
from crosswire.language.lexicon import words as listed_words
from crosswire.language.words import word_spans
from crosswire.model import Name, Report, Span, VoiceKind
from crosswire.values.places.compounds import names_inside
from crosswire.values.places.countries import countries
from crosswire.values.places.words import known

_JOINS = listed_words("joins")
_PLACE_WORDS = listed_words("place words")
_PLACE_BEFORE = listed_words("place before")
_PLACE_OR_PERSON_BEFORE = listed_words("place or person before")
_AGED = re.compile(r"\S+[-‑](?:year|month|week)s?[-‑]olds?", re.IGNORECASE)
_OPENERS = listed_words("openers")
_NEVER = WEEKDAYS | MONTHS | listed_words("never")
_NEAR = 40_000
_AGE = re.compile(r",? (?:\d{1,3}\b|aged \d)")

Token = tuple[int, int]


def find(
    report: Report, sentences: tuple[Span, ...], hints: Mapping[str, Counter[VoiceKind]] | None = None
) -> tuple[Name, ...]:
    """Returns the names mentioned in the sentences of `report`, in reading order, none overlapping.

    Found by capital letters: what stands before (an office, "in"), inside ("Ministry") or behind (an age) tells which.
    In a line that capitalises every word only names met elsewhere in the report count. `hints` are the kinds that the
    tagger gives a form; they decide where the rules leave it open.
    """
    text = report.text
    if not sentences:
        return ()
    lower = _lower_words(text[sentences[0].start : sentences[-1].end])
    joined = {s: tuple(names_inside(text, s)) for s in sentences}
    runs = [(s, run) for s in sentences for run in _runs(text, s, [span for span, _ in joined[s]])]
    headlines = {s for s in sentences if _capitalises_all(text, s)}
    found = [n for s, run in runs if s not in headlines for n in _named(text, s, run, lower)]
    found = _settled(text, found, hints or {})
    found.extend(n for s in sentences if s not in headlines for _, inside in joined[s] for n in inside)
    known = {text[n.span.start : n.span.end]: n.kind for n in found}
    for name in [*known]:
        if known[name] == "person":
            known.setdefault(name.split()[-1], "person")
    found.extend(n for s in headlines for n in _known_in(text, s, known))
    return tuple(sorted(found, key=lambda n: n.span.start))


def _lower_words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"(?<![\w'’])[a-z]+(?![\w])", text))


def _capitalises_all(text: str, sentence: Span) -> bool:
    """A headline that capitalises every word but the small ones; a sentence with its full stop seldom is one."""
    line = text[sentence.start : sentence.end]
    found = [w for w in re.findall(r"[^\W\d_][\w'’]*", line) if w.lower() not in listed_words("small")]
    least, share = (6, 1.0) if line[-1] in ".!?" else (3, 0.8)
    return len(found) >= least and sum(w[0].isupper() for w in found) >= share * len(found)


def _runs(text: str, sentence: Span, compounds: Sequence[Span]) -> Iterator[list[Token]]:
    """Stretches of capitalised words outside the compounds, with the small words that join names."""
    run: list[Token] = []
    words = _whole_words(text, sentence)
    for i, word in enumerate(words):
        if any(span.start < word[1] and word[0] < span.end for span in compounds):
            if run:
                yield run
            run = []
        elif (_capital(text, word) and (not run or text[run[-1][1] : word[0]].strip() in ("", "&"))) or (
            run and _joins(text, run, words, i)
        ):
            run.append(word)
        else:
            if run:
                yield run
            run = [word] if _capital(text, word) else []
    if run:
        yield run


def _whole_words(text: str, sentence: Span) -> list[Token]:
    """Words with hyphens and inner apostrophes joined again; "'s" and marks stand alone."""
    joined: list[Token] = []
    for start, end in word_spans(text, sentence.start, sentence.end):
        if joined and joined[-1][1] == start and _glues(text, joined[-1], start, end):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _glues(text: str, last: Token, start: int, end: int) -> bool:
    if not text[last[0]].isalnum():
        return False
    before, word = text[start - 1], text[start:end]
    after = text[end : end + 1]
    if word in ("-", "‑", "’", "'"):
        return before.isalpha() and after.isalpha()
    return before in "-‑’'" and word[0].isalnum()


def _capital(text: str, word: Token) -> bool:
    return text[word[0]].isupper() or (
        text[word[0]].isdigit() and text[word[0] : word[1]].isalnum() and text[word[1] - 1].isupper()
    )


def _joins(text: str, run: list[Token], words: list[Token], i: int) -> bool:
    word = text[slice(*words[i])].lower()
    if i + 1 >= len(words) or not _capital(text, words[i + 1]):
        return False
    if word == "of" and f"{text[slice(*run[-1])].lower()} of" in _office_starts():
        return True
    if word in ("of", "for", "and", "the"):
        return any(text[slice(*w)].lower() in listed("organisations.txt") for w in run[-3:]) and word == "of"
    if word in ("'s", "’s", "’", "'"):
        return text[slice(*words[i + 1])].lower() in listed("organisations.txt")
    return word in _JOINS or word == "&"


@lru_cache(maxsize=1)
def _office_starts() -> frozenset[str]:
    return frozenset(" ".join(office.split()[:2]) for office in offices() if office.count(" of "))


def _named(text: str, sentence: Span, run: list[Token], lower: frozenset[str]) -> Iterator[Name]:
    words = [text[slice(*w)] for w in run]
    first = run[0][0] == sentence.start or text[run[0][0] - 1] in "\"“‘'(—"
    if first and _is_plain_word(text, words, run, lower):
        run, words = run[1:], words[1:]
    titled = False
    cut = _after_office(words)
    if cut:
        run, words, titled = run[cut:], words[cut:], True
    while words and words[-1].lower() in _NEVER:
        run, words = run[:-1], words[:-1]
    while words and (words[0].lower() in _NEVER or (words[0] in countries().adjectives and len(words) > 1 and titled)):
        run, words = run[1:], words[1:]
    if len(words) == 1 and words[0].lower() in listed_words("peoples"):
        return
    while words and _AGED.fullmatch(words[0]):
        run, words = run[1:], words[1:]  # "Three-year-old Ada Holm"
    if not words or words[-1].lower() in offices() or (len(words) == 1 and words[0] in countries().adjectives):
        return
    before = text[max(sentence.start, run[0][0] - 24) : run[0][0]].split()
    if _is_posting(before, words):
        yield Name(span=Span(start=run[0][0], end=run[0][1]), kind="place")
        run, words, titled = run[1:], words[1:], True
    if len(words) > 2 and words[-1] == words[-2]:
        run, words = run[:-1], words[:-1]  # a slip: "Ada Holm Holm"
    titled = titled or bool(before and before[-1].lower() in offices() and len(words) < 4)
    span = Span(start=run[0][0], end=run[-1][1])
    kind = _kind(text, span, words, titled, before[-1].lower() if before else "")
    if kind:
        yield Name(span=span, kind=kind)


def _is_posting(before: list[str], words: list[str]) -> bool:
    """ "the ambassador to Veskia Ada Holm": a country between an office and the name that bears it."""
    office = len(before) > 1 and before[-1].lower() in ("to", "of", "for") and before[-2].lower() in offices()
    return office and len(words) > 2 and words[0] in countries().names


def _after_office(words: list[str]) -> int:
    """Where the name begins behind the last office of a run ("Secretary of State X"), 0 without one."""
    for end in range(len(words) - 1, 0, -1):
        if words[end].lower().strip("'’") == "s" or words[end] in ("'", "’"):
            continue  # "the Sheriff's Office"
        if any(" ".join(words[start:end]).lower() in offices() for start in range(end)):
            return end
    return 0


def _is_plain_word(text: str, words: list[str], run: list[Token], lower: frozenset[str]) -> bool:
    """A sentence's first word has a capital anyway: it is no name when met in lower case, or never met elsewhere."""
    word = words[0].lower()
    if word in offices():
        return False
    if word in lower or word in _OPENERS:
        return True
    alone = len(words) == 1 and words[0] not in countries().names and not words[0].isupper()
    return alone and not _met_inside(text, words[0], run[0][0]) and not _speaks(text, run[0][1])


def _met_inside(text: str, word: str, place: int) -> bool:
    """The word stands with its capital inside a sentence not too far off."""
    near = re.compile(rf"(?<=[a-z,] ){re.escape(word)}\b")
    return near.search(text, max(0, place - _NEAR), place + _NEAR) is not None


def _speaks(text: str, end: int) -> bool:
    following = re.compile(r" (?:has |had |also )?(\w+)").match(text, end)
    return following is not None and following.group(1) in cue_verbs()


def _kind(text: str, span: Span, words: Sequence[str], titled: bool, before: str) -> VoiceKind | None:
    whole = " ".join(words)
    if re.match(r"[A-Z]-[A-Z]", whole):  # a party and state: "R-Ohio"
        return None
    if whole in known() or whole in countries().names or whole in countries().capitals or whole in countries().seats:
        return "place"
    if any(w.lower().strip(".") in listed("organisations.txt") for w in words) and not (titled and len(words) < 3):
        return "organisation"
    if titled or _AGE.match(text, span.end):
        return "person"
    if words[-1].lower().strip(".") in _PLACE_WORDS:
        return "place"
    if len(words) == 1 and words[0].isupper() and len(words[0]) > 1:
        return "organisation"
    if (before in _PLACE_BEFORE and len(words) < 4) or (before in _PLACE_OR_PERSON_BEFORE and len(words) == 1):
        return "place"
    return "unnamed"


def _settled(text: str, found: list[Name], hints: Mapping[str, Counter[VoiceKind]]) -> list[Name]:
    """What is open takes the kind of a clearer mention, else the tagger's, else it is a person."""
    found = [n if n.kind != "unnamed" else _hinted(text, n, hints) for n in found]
    votes: dict[str, Counter[VoiceKind]] = {}
    for name in found:
        words = text[name.span.start : name.span.end].split()
        weight = 2 if len(words) > 1 else 1
        for key in {" ".join(words), *([words[-1]] if name.kind == "person" else [])}:
            if name.kind != "unnamed":
                votes.setdefault(key, Counter())[name.kind] += weight
    settled = []
    for name in found:
        counted = votes.get(text[name.span.start : name.span.end])
        kind = counted.most_common(1)[0][0] if counted else "person"
        settled.append(Name(span=name.span, kind=kind))
    return settled


def _hinted(text: str, name: Name, hints: Mapping[str, Counter[VoiceKind]]) -> Name:
    form = text[name.span.start : name.span.end]
    counted = hints.get(form)
    if counted:
        return Name(span=name.span, kind=counted.most_common(1)[0][0])
    return Name(span=name.span, kind="person") if 1 < len(form.split()) < 5 else name


def _known_in(text: str, sentence: Span, known: dict[str, VoiceKind]) -> Iterator[Name]:
    if not known:
        return
    taken = sentence.start
    longest = sorted(known, key=len, reverse=True)
    for hit in re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest)) + r")(?!\w)").finditer(
        text, taken, sentence.end
    ):
        yield Name(span=Span(start=hit.start(), end=hit.end()), kind=known[hit.group()])
