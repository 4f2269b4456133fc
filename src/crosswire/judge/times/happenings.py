"""Which happening a day or an hour is told of: the attack, the call about it, the arrest, a death, a hearing."""

from __future__ import annotations

from typing import Final

from crosswire.judge.sides.governors import CONTENT, governors, head_of, is_beside, is_one_word, words_in
from crosswire.judge.sides.kept import once_a_span
from crosswire.judge.sides.side import Side, stem, stems_of
from crosswire.model import Span, Struct

#: Kinds of happening with the words that tell them; what is in none is a happening of its own.
_KINDS: Final[dict[str, frozenset[str]]] = {
    "death": stems_of("died dies death dead deaths pronounced succumbed perished"),
    "response": stems_of("called call calls responded response responding dispatched received reported 911"),
    "finding": stems_of("found discovered discovery located"),
    "arrest": stems_of(
        "arrested arrest detained captured custody apprehended caught surrendered jailed booked capture"
    ),
    "charge": stems_of("charged charges indicted indictment indictments accused"),
    "court": stems_of(
        "arraigned arraignment hearing court trial appeared appears appearance testified testify pleaded plea"
    ),
    "saying": stems_of(
        "said says saying told tells added stated according announced statement interview news tweeted tweet wrote "
        "conference briefing warned spokesman spokeswoman confirmed"
    ),
    "meeting": stems_of("met meeting meetings summit talks meet forum sit sat sitting"),
    "arrival": stems_of("arrived visit visited travelled traveled flew landed trip arrival"),
    "deal": stems_of("signed agreed agreement deal approved passed pact treaty accord vote voted ratified"),
    "event": stems_of(
        "happened occurred incident event unfolded erupted broke began started shooting shot shots fired fire gunfire "
        "attack attacked ambush ambushed massacre rampage gunned shootout killed killing killings slain slaying "
        "murdered murder murders homicide stabbed stabbing bomb bombed bombing exploded explosion blast crash crashed "
        "collided collision accident derailed burned blaze struck strike hit wounded wounding injured injuring "
        "shelled shelling raid robbed robbery assault assaulted beaten carjacking sinking sank spree melee brawl fight "
        "hurt terrorized tragedy"
    ),
}
#: Verbs that only put a happening into time: what happens is their subject or object ("the hearing is set for Monday").
_LIGHT: Final = stems_of(
    "scheduled set held hold planned expected due slated take takes took taken place came come comes went made given "
    "was be lasted ended continue continued"
)
#: The event, the call about it and what was found are of one day.
_OF_EVENT: Final = frozenset({"event", "response", "finding"})
#: Of these there are several in one case, each called by its own word.
_IN_COURT: Final = frozenset({"court"})
_CLIMB: Final = 4  # words from a time up to its happening


class Happening(Struct, frozen=True):
    """What a time is told of: the stems of the words that govern it, and the kinds of happening these tell; `light`
    where the verb only puts it into time."""

    stems: frozenset[str]
    kinds: frozenset[str]
    light: bool = False


@once_a_span
def happening_of(side: Side, span: Span) -> Happening:
    """Returns the happening that the time at `span` is told of; both sets are empty where nothing tells it."""
    stems = time_governors(side, span)
    words = side.piece.words
    at = head_of(words, span) if words else None
    if at is not None and (noun := _noun_before(side, span, words[at].head)) is not None:
        at = noun
    if "open" in stems and _opens_fire(side, at):
        stems |= {"fir"}
    kinds = _kinds(stems)
    for _ in range(_CLIMB):
        if kinds or at is None or words[at].head < 0 or (words[at].pos == "VERB" and not _LIGHT & _own(side, at)):
            break
        at = words[at].head
        kinds = _kinds(_own(side, at))
        stems |= _own(side, at) if words[at].pos in CONTENT else frozenset()
    if kinds:
        return Happening(stems=stems, kinds=kinds)
    if stems & _LIGHT or not stems - _LIGHT:
        stems = (stems - _LIGHT) | _partners(side, span, ("nsubj", "obj"))
        return Happening(stems=stems, kinds=_kinds(stems), light=True)
    return Happening(stems=stems, kinds=_kinds(_partners(side, span, ("obj",))))


@once_a_span
def time_governors(side: Side, span: Span) -> frozenset[str]:
    """Returns the stems of what governs a time: as `governors`, but the noun of a happening right before it ("the
    shooting Sunday") sooner than a verb of saying or one that is still to come."""
    words = side.piece.words
    top = head_of(words, span) if words else None
    noun = None if top is None else _noun_before(side, span, words[top].head)
    return governors(side, span) if noun is None else _own(side, noun)


def _noun_before(side: Side, span: Span, head: int) -> int | None:
    """The noun of a happening that a time stands right behind, where its head is a verb of saying or stands behind
    it."""
    words = side.piece.words
    at = words_in(words, span)[0] - 1
    while at >= 0 and words[at].pos in ("ADP", "ADV") and words[at].start >= side.span.start:
        at -= 1
    if at < 0 or head < 0 or words[at].pos != "NOUN" or words[at].start < side.span.start:
        return None
    elsewhere = words[head].start > span.end or _own(side, head) & _KINDS["saying"]
    return at if elsewhere and _kinds(_own(side, at)) - {"saying"} else None


def _opens_fire(side: Side, at: int | None) -> bool:
    """Whether the verb above a time opens fire, and not a door."""
    if at is None:
        return "fir" in side.stems
    words = side.piece.words
    top = words[at].head
    near = range(max(0, top - 3), min(len(words), top + 4))
    return top >= 0 and any("fir" in _own(side, i) for i in near)


def _own(side: Side, at: int) -> frozenset[str]:
    word = side.piece.words[at]
    return frozenset({stem(side.piece.report.text[word.start : word.end].lower())})


def _kinds(stems: frozenset[str]) -> frozenset[str]:
    return frozenset(kind for kind, words in _KINDS.items() if stems & words)


def _partners(side: Side, span: Span, roles: tuple[str, ...]) -> frozenset[str]:
    """The stems of what stands in `roles` of the verb above a time: their heads, with what is joined to them."""
    words = side.piece.words
    at = head_of(words, span) if words else None
    for _ in range(_CLIMB):
        if at is None or words[at].head < 0:
            return frozenset()
        at = words[at].head
        near = range(max(0, at - 30), min(len(words), at + 30))
        own = [i for i in near if words[i].head == at and words[i].relation.split(":")[0] in roles]
        if own:
            joined = [
                i for i in near if words[i].head in own and words[i].relation.split(":")[0] in ("compound", "amod")
            ]
            return frozenset().union(*(_own(side, i) for i in (*own, *joined) if words[i].pos in CONTENT))
    return frozenset()


def one_happening(a: Side, left: Span, b: Side, right: Span) -> bool | None:
    """Tells whether the times at `left` and `right` are told of one happening; None where nothing tells either."""
    same = may_be_one(happening_of(a, left), happening_of(b, right))
    return same if same is not None else True if is_beside(a, left, b, right) else None


def may_be_one(one: Happening, other: Happening) -> bool | None:
    """Tells whether two happenings are one by the words that tell them; None where nothing tells either."""
    if one.kinds and other.kinds and one.kinds & other.kinds != _IN_COURT:
        return bool(one.kinds & other.kinds) or (bool(one.kinds & _OF_EVENT) and bool(other.kinds & _OF_EVENT))
    alike = is_one_word(one.stems - _LIGHT, other.stems - _LIGHT)
    if alike or (one.light and other.light and one.stems and other.stems):
        return alike
    return None
