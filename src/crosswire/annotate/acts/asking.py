"""What asking does, by what is asked for: an appeal, a demand, an order; and orders in somebody's own words."""

from __future__ import annotations

from collections.abc import Sequence

from crosswire.annotate.acts.modality import has
from crosswire.annotate.tagging.syntax import Tree
from crosswire.language.lexicon import words
from crosswire.model import ActKind, Span

Rest = Sequence[str]
_ASKING = frozenset(("whether", "if", "about", "how", "what", "why", "who", "when", ",", "."))
_NO_ORDER = frozenset(("he", "she", "it", "they", "i", "we", "that", ",", ".", "about", "how", "what"))


def near(rest: Rest, count: int = 8) -> str:
    """Returns the first `count` words behind a verb as one text."""
    return " ".join(rest[:count])


def head(rest: Rest) -> str:
    """Returns the word behind a verb, "" where none is."""
    return rest[0] if rest else ""


def ask(kind: ActKind, rest: Rest) -> ActKind | None:
    """Returns what "ask" does: "asked for changes" demands, "asked them to wait" appeals, "asked whether" neither."""
    if head(rest) in (*_ASKING, "to") or {"identified", "named", "anonymous", "whether"} & set(rest[:6]):
        return None
    if "for" in rest[1:6] and "to" not in rest[1:5]:
        return "demand"
    return "appeal" if {"to", "that", "for"} & set(rest[:14]) else None


def request(kind: ActKind, rest: Rest) -> ActKind | None:
    """Returns an appeal where something is requested or encouraged."""
    return "appeal" if head(rest) not in _ASKING and {"to", "that", "for"} & set(rest[:9]) else None


def command(kind: ActKind, rest: Rest) -> ActKind | None:
    """Returns the act of "told them to leave"; not "told us he tried to"."""
    at = rest.index("to") if "to" in rest[1:6] else 0
    return kind if at and not _NO_ORDER & set(rest[:at]) else None


def press(kind: ActKind, rest: Rest) -> ActKind | None:
    """Returns the act of "pressed both sides to talk", "pushed for talks"."""
    if head(rest) == "for" or {"on", "about", "over"} & set(rest[1:4]):
        return "demand"
    return kind if "to" in rest[1:6] and not {",", "back", "through"} & set(rest[: rest.index("to")]) else None


def warn(kind: ActKind, rest: Rest) -> ActKind | None:
    """Returns the act of "warned Norland against closing it", "cautioned them not to"."""
    if "against" in rest[:5] or ("not" in rest[1:6] and "to" in rest[1:7]):
        return kind
    return kind if "to" in rest[1:4] and "that" not in rest[:4] else None


def recommend(kind: ActKind, rest: Rest) -> ActKind | None:
    """Returns the act unless it is a question."""
    return kind if rest and head(rest) not in _ASKING else None


def challenge(kind: ActKind, rest: Rest) -> ActKind | None:
    """Returns the act of "challenged X to"."""
    return kind if "to" in rest[1:6] else None


def asks_much(rest: Rest) -> bool:
    """Tells whether what is asked for costs whoever is asked: "to resign", "for the release of the crew"."""
    if "to" in rest[:9]:
        at = rest.index("to") + 1
        return not {"not"} & set(rest[at : at + 1]) and has(near(rest[at:], 2), "costly")
    return "for" in rest[:3] and has(near(rest, 6), "costly things")


def want(rest: Rest, one_person: bool) -> ActKind | None:
    """Returns a demand where somebody is wanted to do something, or something is wanted of somebody."""
    rest = rest[1:] if head(rest).endswith("ly") else rest
    if head(rest) == "to":
        return "demand" if not one_person and has(near(rest), "giving") else None
    wanted = has(near(rest, 5), "wanted") or "to" in rest[1:7] or any(word.endswith("ed") for word in rest[1:4])
    return "demand" if wanted else None


def give(kind: ActKind, rest: Rest) -> ActKind | None:
    """Returns the demand of an ultimatum: "gave X until Friday to", "gave X ten days to"."""
    timed = {"until", "till", "days", "hours", "weeks", "deadline", "ultimatum"} & set(rest[:6])
    return "demand" if timed and "to" in rest[:9] else None


def seek(kind: ActKind, rest: Rest) -> ActKind | None:
    """Returns the act where what is sought has to be granted: "sought an apology"."""
    return kind if has(near(rest, 5), "wanted") and head(rest) != "to" else None


_BEFORE = frozenset(("so", "and", "but", "now", "just", "please", "do", "not", "n't", "n’t", "never", "don", "then"))


def is_order(tree: Tree, clause: Span) -> bool:
    """Tells whether a clause in somebody's own words is an order: "Bring back our sons!", "Do not sign it"."""
    inside = [i for i in tree.words_in(clause) if tree.pos[i] != "PUNCT"]
    named = inside and tree.pos[inside[0]] == "PROPN"
    if inside and (named or tree.word(inside[0]) in words("supposing")):
        inside = _behind_comma(tree, clause)
    while inside and tree.word(inside[0]) in _BEFORE:
        inside.pop(0)
    if len(inside) < 3 or all(tree.text[tree.start[i]].isupper() for i in inside[:3]):
        return False
    verb = inside[0]
    relations = {tree.relation[c] for c in tree.children(verb)}
    plain = tree.pos[verb] == "VERB" and not tree.word(verb).endswith(("ing", "ed", "s"))
    if not plain or tree.word(verb) in words("no order"):
        return False
    return not relations & {"nsubj", "nsubj:pass", "expl"} and bool(relations & {"obj", "xcomp", "obl"})


def _behind_comma(tree: Tree, clause: Span) -> list[int]:
    """The words behind the first comma: what follows "if it is true"."""
    inside = list(tree.words_in(clause))
    at = next((k for k, i in enumerate(inside) if tree.word(i) == ","), len(inside))
    rest = [i for i in inside[at:] if tree.pos[i] != "PUNCT"]
    first = next((k for k, i in enumerate(rest) if tree.pos[i] == "VERB"), 0)
    before = [
        i for i in rest[:first] if tree.pos[i] not in ("ADP", "DET", "NOUN", "ADV") or tree.relation[i] == "nsubj"
    ]
    return rest if before or first > 3 else rest[first:]
