"""What a number, a day or a place belongs to: the verb or noun that governs it, so that only values of one thing
are compared."""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

from crosswire.judge.sides.kept import once_a_span, once_a_story
from crosswire.judge.sides.lying import Lying
from crosswire.judge.sides.side import STOP, Side, inside, stem, tokens
from crosswire.model import Annotated, Span, Word

CONTENT: Final = frozenset({"NOUN", "VERB", "PROPN", "ADJ"})
#: Ways to tell one doing; the first group are words for any happening, which agree with every one that is a noun.
_SAME: Final = tuple(
    frozenset(map(stem, group.split()))
    for group in (
        "happened occurred incident event unfolded erupted scene episode",
        "said told announced stated declared added reported spoke warned revealed confirmed remarks "
        "comments statement speech "
        "interview announcement warning tweet tweeted wrote conference briefing",
        "killed died dead slain death fatal murdered murder left claimed",
        "shot shooting shots fired fire gunfire opened attack attacked ambush ambushed massacre "
        "rampage gunned killing shootout killed "
        "dead died slain fatal murdered murder wounded injured wounding injuring struck hit opening",
        "injured wounded hurt hospitalized left treated shot struck hit suffered",
        "arrested detained captured custody apprehended caught arrest surrendered jailed booked",
        "met meeting summit talks held meet gathered conference forum",
        "attack struck strike bombed bombing shelled shelling explosion blast exploded hit airstrike raid",
        "arrived came visit visited travelled traveled flew landed trip",
        "signed agreed agreement deal approved passed pact treaty accord vote voted",
        "pledged pledge promised committed offered guarantees agreed",
        "decided decision agreed resolved chose",
        "charged indicted accused arraigned",
        "crash crashed collided collision accident derailed",
        "responded response called call arrived",
        "treated treatment hospitalized hospitalised admitted recovering recovered surgery taken transported rushed "
        "airlifted flown brought driven",
    )
)
_EVENT: Final = _SAME[0]
#: The groups for what befalls people: an arrest is told of an event, but is another one.
_HAPPENINGS: Final = tuple(
    g for g in _SAME if g & frozenset(map(stem, ("shooting", "injured", "summit", "blast", "crash")))
)


#: How many characters off a word still stands beside a value.
_BESIDE: Final = 20
#: Stems of so many letters that begin alike are one word.
_LONG: Final = 5


@once_a_span
def governors(side: Side, span: Span) -> frozenset[str]:
    """Returns the stems of what governs the words at `span`: its verb, or the noun it belongs to.

    Where the report's syntax is not known, the stems of the content words nearest to it in its clause stand in.
    """
    words = side.piece.words
    if not words:
        return _near(side, span)
    top = head_of(words, span)
    if top is None:
        return _near(side, span)
    at = words[top].head
    while at >= 0 and words[at].pos not in CONTENT:
        at = words[at].head
    if at < 0:
        return frozenset({_stem(side.piece, words[top])}) if words[top].pos in CONTENT else frozenset()
    found = {_stem(side.piece, words[at])}
    if words[at].pos == "PROPN" and words[at].head >= 0:
        found.add(_stem(side.piece, words[words[at].head]))
    return frozenset(found) | _doings(side, top)


def _doings(side: Side, top: int) -> frozenset[str]:
    """The stems of all predicates whose subject, object or other phrase the word is: "men who opened fire" open."""
    words = side.piece.words
    return frozenset(
        stem(side.piece.words_of(doing.predicate).lower())
        for doing in inside(side.piece.doings, side.span)
        if any(role and _heads(words, top, role) for role in (doing.subject, doing.object, *doing.others))
    )


def _heads(words: tuple[Word, ...], top: int, role: Span) -> bool:
    return role.start <= words[top].start < role.end and head_of(words, role) == top


def head_of(words: tuple[Word, ...], span: Span) -> int | None:
    """Returns the index of the word inside `span` that hangs on a word outside it, None where no word lies inside."""
    first, last = words_in(words, span)
    return next((i for i in range(first, last) if not first <= words[i].head < last), None)


def words_in(words: tuple[Word, ...], span: Span) -> tuple[int, int]:
    """Returns the words inside `span` as a half-open range of their indices."""
    first = bisect_right(words, span.start, key=lambda w: w.end)
    last = first
    while last < len(words) and words[last].start < span.end:
        last += 1
    return first, last


def _stem(piece: Annotated, word: Word) -> str:
    return stem(piece.report.text[word.start : word.end].lower().replace("’", "'"))


def _near(side: Side, span: Span, reach: int = 40) -> frozenset[str]:
    near = Span(start=max(side.span.start, span.start - reach), end=min(side.span.end, span.end + reach))
    return frozenset(
        t.stem
        for t in tokens(side.piece.report.text, near)
        if t.word not in STOP and not (span.start <= t.start < span.end)
    )


def same_doing(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tells whether two governors may be one doing; nothing known speaks against none."""
    if not one or not other or one & other:
        return True
    if any(one & group and other & group for group in _SAME):
        return True
    return bool((one & _EVENT and _is_happening(other)) or (other & _EVENT and _is_happening(one)))


def is_one_word(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tells whether two governors have a stem in common, or a verb and its noun ("arrive", "arrival")."""
    if one & other:
        return True
    return any(
        min(len(left), len(right)) >= _LONG and (left.startswith(right) or right.startswith(left))
        for left in one
        for right in other
    )


def is_beside(a: Side, left: Span, b: Side, right: Span) -> bool:
    """Tells whether what governs one value stands right beside the other: "Friday's vote", "won in the vote on
    Friday"."""
    return bool(governors(a, left) & _right_beside(b, right) or governors(b, right) & _right_beside(a, left))


@once_a_span
def _right_beside(side: Side, span: Span) -> frozenset[str]:
    return _near(side, span, _BESIDE)


def _is_happening(stems: frozenset[str]) -> bool:
    return any(stems & group for group in _HAPPENINGS)


def near_alike(a: Side, b: Side) -> bool:
    """Tells whether two sides are so alike in their words that whatever differs is what they differ in."""
    left, right = a.stems, b.stems
    return len(left & right) >= 0.6 * max(len(left), len(right))


def one_doing(a: Side, left: Span, b: Side, right: Span) -> bool:
    """Tells whether values at `left` and `right` belong to one doing: one governor, or sides that are alike
    throughout."""
    if same_doing(governors(a, left), governors(b, right)) or near_alike(a, b):
        return True
    return is_beside(a, left, b, right)


_RELATIVE: Final = frozenset({"who", "which", "that"})


@once_a_span
def subject(side: Side, span: Span) -> frozenset[str]:
    """Returns the words of the subject of the verb that `span` belongs to, lower-cased; empty where it is not
    known or a pronoun."""
    words = side.piece.words
    at = head_of(words, span) if words else None
    for _ in range(6):
        if at is None or at < 0:
            return frozenset()
        own = [i for i in _children(words, at) if words[i].relation.startswith("nsubj")]
        if own and _stem(side.piece, words[own[0]]) in _RELATIVE and words[at].head >= 0:
            return _phrase(side.piece, words[at].head)
        if own:
            return _phrase(side.piece, own[0])
        at = words[at].head
    return frozenset()


def _children(words: tuple[Word, ...], at: int) -> list[int]:
    return [i for i in range(max(0, at - 40), min(len(words), at + 40)) if words[i].head == at]


def _phrase(piece: Annotated, at: int) -> frozenset[str]:
    """The names of a subject: in its head and what is compounded, joined or apposed to it; common nouns may mean
    anybody."""
    words = piece.words
    if words[at].pos == "PRON":
        return frozenset()
    inside = {at}
    for _ in range(3):
        inside |= {
            i
            for j in tuple(inside)
            for i in _children(words, j)
            if words[i].relation.split(":")[0] in ("compound", "flat", "conj", "appos", "nmod", "amod")
        }
    named = [words[i] for i in inside if words[i].pos == "PROPN"]
    return frozenset(_stem(piece, w) for w in named) | frozenset(name for w in named for name in _known_as(piece, w))


def _known_as(piece: Annotated, word: Word) -> set[str]:
    """The names by which the story knows what a word is part of: its country, its actor."""
    near = _known(piece).near(Span(start=word.start, end=word.end))
    return {name for span, name in near if span.start <= word.start < span.end}


@once_a_story
def _known(piece: Annotated) -> Lying[tuple[Span, str]]:
    """The places and the actors of a report by where they lie, each as the story knows it."""
    told = [(p.span, p.name.lower()) for p in piece.places]
    told += [(n.span, n.actor.lower()) for n in piece.names if n.actor]
    return Lying(((span, name), (span,)) for span, name in told)


def other_subject(a: Side, left: Span, b: Side, right: Span) -> bool:
    """Tells whether the two are told of different subjects: both named, no word shared, neither told elsewhere on
    the other side."""
    one, other = subject(a, left), subject(b, right)
    if not one or not other or one & other:
        return False
    return not (one & b.stems or other & a.stems)
