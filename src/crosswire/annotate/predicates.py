"""Acts that predicates tell: "X pledged", "X is ready to", "X's refusal to", by the outlet or in what is said."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple, cast

from crosswire.annotate.lexicon import inflected, sections, words
from crosswire.annotate.modality import has
from crosswire.annotate.phrases import after, ahead, first, in_capitals, past_adverbs, span_of, trimmed
from crosswire.annotate.stretches import Stretch, Token
from crosswire.model import ActKind, Span

_NEGATIONS = frozenset(("not", "n't", "n’t", "never", "no", "cannot", "nor"))
_POSSESSIVES = frozenset(("his", "her", "their", "its"))
_AFTER_NOUN = frozenset(("to", "that", "of", "for", "on", "with", "against", "by", "from"))


class Told(NamedTuple):
    """An act as its predicate tells it: who, the word that does it, and what it is about."""

    kind: ActKind
    source: Span | None
    cue: Span
    content: Span
    addressee: Span | None = None


@lru_cache(maxsize=1)
def _verbs() -> dict[str, tuple[ActKind, str, str]]:
    return {
        form: (cast(ActKind, kind), line.split()[0].replace("_", " "), tense)
        for kind, lines in sections("acts.txt").items()
        for line in lines
        for form, tense in inflected(line).items()
    }


@lru_cache(maxsize=1)
def _nouns() -> dict[str, ActKind]:
    return {noun: cast(ActKind, kind) for kind, lines in sections("act_nouns.txt").items() for noun in lines}


def told(stretch: Stretch, subject: Span | None) -> list[Told]:
    """Returns the acts that the predicates of a stretch tell, in order, quotations not looked into.

    Args:
        stretch: the sentence.
        subject: the source of its first attribution, who is also the subject of what is joined by "and".
    """
    tokens = stretch.tokens
    found = []
    for i in range(len(tokens)):
        if tokens[i].quote >= 0:
            continue
        for one in (_verb(tokens, i, subject), _state(tokens, i), _noun(tokens, i), _will_not(tokens, i)):
            if one is not None:
                found.append(one)
                break
    return found


def _verb(tokens: Sequence[Token], i: int, subject: Span | None) -> Told | None:
    for last in (i + 2, i + 1, i):
        use = _verbs().get(" ".join(t.lower for t in tokens[i : last + 1])) if last < len(tokens) else None
        if use:
            break
    else:
        return None
    kind, base, tense = use
    if (tokens[i].word[:1].isupper() and i and not in_capitals(tokens)) or (i and tokens[i - 1].lower == "-"):
        return None
    before = tokens[i - 1].lower if i else ""
    if before in words("determiners") or before in (
        "'s",
        "’s",
        "to",
        "of",
        "being",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
    ):
        if not (before in ("is", "are", "was", "were", "being", "'s", "’s") and tense == "going"):
            return None
    source = _subject(tokens, i, tense, subject)
    content = trimmed(tokens, last + 1, _stop(tokens, last + 1))
    if source is None or content is None:
        return None
    settled = settle(
        kind,
        base,
        [t.lower for t in tokens[last + 1 : last + 12]],
        _negated(tokens, i),
        source_is_plain(tokens, source),
    )
    cue = Span(start=tokens[i].start, end=tokens[last].end)
    return Told(settled, source, cue, content, _hearer(tokens, last + 1, settled)) if settled else None


def source_is_plain(tokens: Sequence[Token], source: Span) -> bool:
    """Tells whether a source is one person: a pronoun or a name without a plural."""
    own = [t for t in tokens if source.start <= t.start and t.end <= source.end]
    return len(own) == 1 and own[0].lower in ("he", "she", "i")


def _subject(tokens: Sequence[Token], i: int, tense: str, subject: Span | None) -> Span | None:
    if tense == "going":
        before = tokens[i - 1].lower if i else ""
        if before in words("being"):
            at = ahead(tokens, i)
            return span_of(tokens, at) if at else None
        return subject or first(tokens, i)
    at = ahead(tokens, i)
    if at:
        return span_of(tokens, at)
    joined = past_adverbs(tokens, i - 1)
    return subject if subject and joined >= 0 and tokens[joined].lower in ("and", "but") else None


def _negated(tokens: Sequence[Token], i: int) -> bool:
    return any(t.lower in _NEGATIONS for t in tokens[max(0, i - 3) : i])


def settle(kind: ActKind, base: str, rest: Sequence[str], negated: bool, one_person: bool) -> ActKind | None:
    """Returns what a verb with this object really does, None when it is no act.

    Args:
        kind: what the verb does by itself.
        base: the verb.
        rest: the words behind it, lower case.
        negated: whether "not" or "never" stands before it.
        one_person: whether the subject is "he" or "she".
    """
    near = " ".join(rest[:8])
    head = rest[0] if rest else ""
    if negated:
        return "refusal" if base in ("agree", "accept", "commit", "approve", "endorse", "consent", "support") else None
    if base == "accuse" and head == "of":
        return None
    if base == "guarantee" and head != "that":
        return None
    if base == "offer" and has(near, "empty offers"):
        return None
    if base in ("plan", "intend"):
        return _promised(near) if head == "to" and (has(near, "giving") or has(near, "harm")) else None
    if base == "want":
        return (
            "demand"
            if (head == "to" and not one_person and has(near, "giving"))
            or (head != "to" and ("to" in rest[1:7] or any(w.endswith("ed") for w in rest[1:4])))
            else None
        )
    if base in ("ask", "request", "encourage"):
        return (
            None
            if head in ("whether", "if", "about", "how", "what", "why", "who", "when", ",", ".")
            else (
                "demand"
                if base == "ask" and "for" in rest[1:6] and "to" not in rest[1:5]
                else "appeal"
                if {"to", "that", "for"} & set(rest[:9])
                else None
            )
        )
    if base == "agree":
        return "agreement" if head in ("to", "on", "upon", "terms") else None
    if base in ("sign", "strike", "reach", "conclude", "clinch", "accept", "approve", "endorse", "ratify", "back"):
        return "agreement" if has(near, "deals") else None
    if base in ("reaffirm", "resolve"):
        return (
            "pledge"
            if any(w in near for w in ("commitment", "support", "pledge", "promise"))
            or (base == "resolve" and head == "to")
            else None
        )
    if base in ("attack", "charge", "implicate"):
        return (
            "accusation" if (head == "that") or (base == "attack" and {"for", "as", "over"} & set(rest[1:9])) else None
        )
    if base == "distance":
        return "refusal" if "from" in rest[:4] else None
    if base == "volunteer" or base == "order" or base == "command" or base == "instruct":
        return kind if "to" in rest[:7] else None
    if kind == "refusal":
        return (
            "denial"
            if has(near, "claims") and base in ("reject", "dismiss")
            else (None if "rule out" in near else "refusal")
        )
    return _promised(near) if kind == "pledge" else kind


def _promised(near: str) -> ActKind:
    return (
        "threat"
        if has(" ".join(near.split()[:4]), "harm") and not has(" ".join(near.split()[:3]), "giving")
        else "pledge"
    )


def _hearer(tokens: Sequence[Token], start: int, kind: ActKind) -> Span | None:
    if kind not in ("appeal", "accusation", "demand", "threat", "offer", "pledge"):
        return None
    at = after(tokens, start)
    if at is None:
        return None
    end = next((k for k in range(at[0] + 1, at[1]) if tokens[k].lower in ("of", "for", "not", "-")), at[1])
    return span_of(tokens, (at[0], end))


def _stop(tokens: Sequence[Token], start: int) -> int:
    """Where the clause of the act ends: before ", but", ", while", "; ", ", said"."""
    for k in range(start + 2, len(tokens) - 1):
        if tokens[k].lower in (";", "—", "–", ":") and tokens[k + 1].quote < 0:
            return k
        if tokens[k].lower == "," and tokens[k + 1].lower in (
            "but",
            "while",
            "although",
            "though",
            "as",
            "and",
            "who",
            "which",
            "said",
            "says",
        ):
            return k
        if tokens[k].lower == "while":
            return k
    return len(tokens)


def _state(tokens: Sequence[Token], i: int) -> Told | None:
    """ "is ready to", "remained firmly opposed to"."""
    word = tokens[i].lower
    offers = word in words("states of mind to offer")
    if not offers and word not in words("states of mind to refuse"):
        return None
    if i + 1 >= len(tokens) or (offers and tokens[i + 1].lower not in ("to", "for")):
        return None
    j = i - 1
    negated = False
    while j >= 0 and (tokens[j].lower in _NEGATIONS or tokens[j].lower.endswith("ly")):
        negated = negated or tokens[j].lower in _NEGATIONS
        j -= 1
    at = ahead(tokens, j) if j >= 0 and tokens[j].lower in words("being") else None
    content = trimmed(tokens, i + 1, _stop(tokens, i + 1))
    if at is None or content is None:
        return None
    kind: ActKind = "refusal" if negated or not offers else "offer"
    return Told(kind, span_of(tokens, at), Span(start=tokens[j].start, end=tokens[i].end), content)


def _noun(tokens: Sequence[Token], i: int) -> Told | None:
    """ "X's refusal to", "their pledge that", "issued a threat to", "criticism from X that"."""
    kind = _nouns().get(tokens[i].lower)
    if kind is None or i + 1 >= len(tokens) or tokens[i + 1].lower not in _AFTER_NOUN:
        return None
    begin, source = i + 1, _owner(tokens, i)
    if tokens[begin].lower in ("from", "by"):
        at = after(tokens, begin + 1)
        if at:
            source, begin = span_of(tokens, at), at[1]
    elif kind == "agreement" and tokens[begin].lower not in ("with", "to"):
        return None
    if source is None or begin >= len(tokens) or tokens[begin].lower not in _AFTER_NOUN:
        return None
    content = trimmed(tokens, begin, _stop(tokens, begin))
    if content is None:
        return None
    near = " ".join(t.lower for t in tokens[begin : begin + 8])
    if tokens[i].lower == "plan" and not (tokens[begin].lower == "to" and (has(near, "giving") or has(near, "harm"))):
        return None
    return Told(kind, source, Span(start=tokens[i].start, end=tokens[i].end), content)


def _owner(tokens: Sequence[Token], i: int) -> Span | None:
    j = i - 1
    while (
        j >= 0 and i - j < 5 and tokens[j].lower not in _POSSESSIVES and tokens[j].lower not in ("'s", "’s", "’", "'")
    ):
        if tokens[j].lower in words("light verbs"):
            at = ahead(tokens, j)
            return span_of(tokens, at) if at else None
        if not tokens[j].word[0].isalpha() or tokens[j].lower in words("stops"):
            return None
        j -= 1
    if j < 0 or i - j >= 5:
        return None
    if tokens[j].lower in _POSSESSIVES:
        return Span(start=tokens[j].start, end=tokens[j].end)
    at = ahead(tokens, j)
    return span_of(tokens, at) if at else None


def _will_not(tokens: Sequence[Token], i: int) -> Told | None:
    """ "X would not say", "X won't pay": told by the outlet."""
    if tokens[i].lower not in ("not", "n't", "n’t") or i + 2 >= len(tokens) or i == 0:
        return None
    if tokens[i - 1].lower not in ("will", "would", "wo", "could", "can") or not has(tokens[i + 1].lower, "refusing"):
        return None
    if tokens[i - 1].lower in ("could", "can") and tokens[i + 1].lower not in (
        "accept",
        "agree",
        "support",
        "tolerate",
    ):
        return None
    at = ahead(tokens, i)
    content = trimmed(tokens, i + 1, _stop(tokens, i + 1))
    if at is None or content is None:
        return None
    return Told("refusal", span_of(tokens, at), Span(start=tokens[i - 1].start, end=tokens[i].end), content)
