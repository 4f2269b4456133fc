"""Voices: what kind a source is and what it is called before names are joined, its author, who passed its words on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from crosswire.annotate.quotations.stretches import Stretch
from crosswire.annotate.tagging.syntax import Tree
from crosswire.language.lexicon import MONTHS, group_words, listed, offices, words
from crosswire.language.lexicon import words as listed_words
from crosswire.language.words import word_spans
from crosswire.model import Name, Quotation, Span, Voice, VoiceKind
from crosswire.values.places.countries import countries

PRONOUNS = listed_words("pronouns") | listed_words("possessive pronouns")
_DETERMINER = re.compile(r"^(?:the|a|an|his|her|its|their|this|that|these|those|our|my)\s+", re.IGNORECASE)
#: "ORSK – Police": a place line that runs into the voice.
_DATELINE = re.compile(r"^[A-Z][A-Z. ]+ [—–-]+ ")
_BARE_SOURCE = re.compile(r"\b(?:source|sources|insider|insiders|somebody|someone|anonymous)\b", re.IGNORECASE)


def voice(text: str, span: Span | None, names: Sequence[Name], via: Sequence[str] = ()) -> Voice:
    """Returns the voice told by the words at `span`: its name as this mention tells it, its kind, its chain.

    Args:
        text: the report's text.
        span: the source, None where none is told.
        names: the report's names in reading order.
        via: those who passed the words on, nearest to the outlet first.
    """
    if span is None:
        return Voice(via=tuple(via))
    words = text[span.start : span.end]
    if words.lower() in PRONOUNS:
        return Voice(span=span, kind="unnamed", via=tuple(via), resolution="unresolved")
    if country := countries().of(words):
        return Voice(name=country, kind="place", span=span, via=tuple(via), resolution="government")
    inside = [n for n in names if n.span.overlaps(span)]
    person = head_name(text, span, inside)
    if person is not None:
        name = text[person.span.start : person.span.end]
        return Voice(name=name, kind=person.kind, span=span, via=tuple(via), resolution="named")
    told = described(words)
    if told is None:
        return Voice(span=span, via=tuple(via))
    return Voice(name=told, kind=kind_of(words), span=span, via=tuple(via), resolution="title")


def head_name(text: str, span: Span, inside: Sequence[Name]) -> Name | None:
    """Returns the name that is the source itself, not one it merely mentions ("a spokesman for X")."""
    for name in inside:
        before = text[span.start : name.span.start].lower()
        behind = text[name.span.end : span.end]
        if (
            re.search(r"\b(?:of|for|from|in|at|with|to|by|on|near|and)\s+(?:the\s+)?$", before)
            and len(before.split()) > 1
        ):
            continue
        if re.match(r"['’]s?\s|\s?[-–]", behind):
            continue
        if re.match(r"\s+(?!and\b|of\b|in\b|at\b|for\b)[a-z]", behind) and not _tails_off(behind):
            continue  # "Kremlin officials", "NBC station"
        return name
    return None


def _tails_off(behind: str) -> bool:
    return bool(re.match(r"\s+(?:who|himself|herself|itself|themselves|also|later|on)\b", behind))


def described(words: str) -> str | None:
    """Returns a description as a name: its determiner and whatever hangs on behind taken off.

    None where nothing is left that names anybody: "some 100", "those", "no one".
    """
    plain = _DETERMINER.sub("", _DATELINE.sub("", " ".join(words.split())))
    plain = re.split(r",| (?:who|which|that|whose|whom)\b| on condition | [—–] |—", plain)[0].strip()
    told = [w.strip(".").lower() for w in re.findall(r"[^\W\d_][\w.'’-]*", plain)]
    weighty = [w for w in told if w not in listed_words("nobody") and not {w, w + "."} & MONTHS and len(w) > 1]
    verbs = [w for w in told if w in ("is", "are", "was", "were", "has", "have", "had", "will", "would")]
    return plain if weighty and not verbs and plain[0].isalnum() and told[0] not in ("of", "in", "on", "at") else None


def kind_of(words: str) -> VoiceKind:
    """Returns the kind of a voice without a name, by its noun."""
    if _BARE_SOURCE.search(words):
        return "unnamed"
    return next((kind for word in reversed(_noun_phrase(words)) if (kind := _kind_of_word(word))), "unnamed")


def is_body(words: str) -> bool:
    """Tells whether a description is of a body, a place or of several people: "the government in Orsk"."""
    phrase = _noun_phrase(words)
    head = phrase[-1] if phrase else ""
    return _kind_of_word(head) in ("organisation", "group") or head in listed_words("place words")


def _noun_phrase(words: str) -> list[str]:
    """The words up to what hangs on behind the noun, in small letters."""
    lower = [words[a:b].lower() for a, b in word_spans(words)]
    ends = ("of", "for", "in", "from", "at", "with", ",", "who")
    return lower[: next((k for k, w in enumerate(lower) if w in ends), len(lower))]


def _kind_of_word(word: str) -> VoiceKind | None:
    if word in group_words():
        return "group" if group_words()[word] == "group" else "organisation"
    if word in offices():
        return "person"
    if word in listed("organisations.txt"):
        return "organisation"
    return "group" if word.endswith("s") and word[:-1] in offices() else None


def is_medium(form: str) -> bool:
    """Tells whether a name or description is one of an outlet: by a word of press, or all capitals."""
    found = re.findall(r"[\w.]+", form)
    named = any(w.lower() in listed_words("media") for w in found)
    return named or (len(found) == 1 and form.isupper() and 2 < len(form.replace(".", "")) < 6)


class Draft(NamedTuple):
    """A statement before its voice is named; `meant` is the noun that a source such as "who" stands for."""

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    meant: Span | None = None


class Page(NamedTuple):
    """What the rules look at: the text, its paragraphs, sentences, stretches, tree and quotations."""

    text: str
    read: Sequence[Stretch]
    blocks: Sequence[Span]
    sentences: Sequence[Span]
    tree: Tree
    quotations: Sequence[Quotation]


_TOLD = re.compile(r"\b(?:told|tells|telling)$", re.IGNORECASE)
_NEXT = 60


def via(text: str, draft: Draft, drafts: Sequence[Draft], names: Sequence[Name]) -> tuple[str, ...]:
    """Returns the outlets that passed a statement on, nearest to the report first; empty where none is told.

    They are the source of an attribution that holds the whole statement, and the outlet that was told.
    """
    found: list[str] = []
    for other in drafts:
        if other is draft or other.source is None or draft.source is None or other.source == draft.source:
            continue
        words = text[other.source.start : other.source.end]
        if _holds(other, draft) and is_medium(words) and (name := described(words)):
            found.append(name)
    if draft.cue and _TOLD.search(text[draft.cue.start : draft.cue.end]):
        behind = [n for n in names if draft.cue.end <= n.span.start <= draft.cue.end + _NEXT]
        hearer = text[behind[0].span.start : behind[0].span.end] if behind else ""
        if behind and "\n" not in text[draft.cue.end : behind[0].span.end] and is_medium(hearer):
            found.append(hearer)
    return tuple(dict.fromkeys(found))


def _holds(outer: Draft, inner: Draft) -> bool:
    if set(outer.content) == set(inner.content):
        return True
    cue: Span | None = inner.cue
    return cue is not None and any(c.covers(cue) for c in outer.content)


#: How many words behind "letter" its "by" or "from" may stand, and before it the verb that sends it.
_REACH = 12
_OF_PHRASE = frozenset(("DET", "ADJ", "NUM", "NOUN", "PROPN", "PART", "ADV", "PRON"))


def with_author(tree: Tree, told: Voice, names: Sequence[Name]) -> Voice:
    """Returns the voice of a document as that of its author, where the text tells one; any other voice as it is.

    The span stays that of the words "the letter". The author stands behind "from" or "by", before "'s", or is the
    subject of "signed", "sent", "wrote" the document, at its first mention that tells one.
    """
    if told.span is None or told.resolution != "title":
        return told
    heads = [i for i in tree.words_in(told.span) if tree.word(i) in words("documents") and tree.pos[i] == "NOUN"]
    if not heads:
        return told
    for i in range(len(tree.head)):
        if tree.word(i) == tree.word(heads[-1]) and tree.start[i] <= told.span.end:
            author = _behind(tree, i) or _before(tree, i)
            if author is not None:
                found = voice(tree.text, author, names, told.via)
                return Voice(
                    name=found.name, kind=found.kind, span=told.span, via=told.via, resolution=found.resolution
                )
    return told


def _behind(tree: Tree, i: int) -> Span | None:
    """ "a letter (released on Friday and signed) by X", "a letter from X"."""
    for k in range(i + 1, min(i + _REACH, len(tree.head) - 1)):
        if (
            tree.pos[k] == "PUNCT"
            or tree.word(k) in ("to", "that", "which", "saying")
            or tree.start[k] - tree.end[k - 1] > 1
        ):
            return None
        if tree.word(k) in ("by", "from"):
            return _phrase_from(tree, k + 1)
    return None


def _before(tree: Tree, i: int) -> Span | None:
    """ "X's letter", "X signed a letter", "X has sent the board a letter"."""
    for child in tree.children(i):
        if tree.relation[child] == "nmod:poss":
            return tree.phrase(child)
    for k in range(i - 1, max(-1, i - _REACH), -1):
        if tree.word(k) in words("authoring") and tree.pos[k] == "VERB":
            subjects = [c for c in tree.children(k) if tree.relation[c].startswith("nsubj") and c < k]
            return tree.phrase(subjects[0]) if subjects else None
        if tree.word(k) in (".", "“", '"', "?"):
            return None
    return None


def _phrase_from(tree: Tree, first: int) -> Span | None:
    last = first
    while last < len(tree.head) and (
        tree.pos[last] in _OF_PHRASE
        or (tree.word(last) in ("of", "and") and last > first and last + 1 < len(tree.head))
    ):
        last += 1
    return Span(start=tree.start[first], end=tree.end[last - 1]) if last > first else None
