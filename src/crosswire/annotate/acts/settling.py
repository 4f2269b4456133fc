"""What a verb really does, by its object: to sign a treaty is an agreement, to sign a book is no act."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from crosswire.annotate.acts.asking import (
    Rest,
    ask,
    asks_much,
    challenge,
    command,
    give,
    head,
    near,
    press,
    recommend,
    request,
    seek,
    want,
    warn,
)
from crosswire.annotate.acts.modality import has
from crosswire.model import ActKind

Settle = Callable[[ActKind, Rest], ActKind | None]

_YIELDING = frozenset(
    ("admit", "apologise", "apologize", "condemn", "agree", "accept", "commit", "approve", "endorse", "consent")
)


def settle(kind: ActKind, base: str, rest: Rest, negated: bool, one_person: bool) -> ActKind | None:
    """Returns what a verb with this object does, None when it is no act.

    Args:
        kind: what the verb does by itself.
        base: the verb.
        rest: the words behind it, lower case.
        negated: whether "not" or "never" stands with it.
        one_person: whether the subject is "he" or "she".
    """
    if negated:
        return "refusal" if base in _YIELDING else None
    if base == "want":
        return want(rest, one_person)
    rule = _RULES.get(base)
    settled = rule(kind, rest) if rule is not None else _plain(kind, rest)
    return "demand" if settled == "appeal" and asks_much(rest) else settled


def _plain(kind: ActKind, rest: Rest) -> ActKind | None:
    if kind == "pledge":
        return _promised(kind, rest)
    if kind == "refusal" and "rule out" in near(rest):
        return None
    return kind


def _promised(kind: ActKind, rest: Rest) -> ActKind:
    hostile = has(near(rest, 4), "harm") and not has(near(rest, 3), "giving")
    return "threat" if hostile else "pledge"


def _planned(kind: ActKind, rest: Rest) -> ActKind | None:
    told = has(near(rest), "giving") or has(near(rest), "harm")
    return _promised(kind, rest) if head(rest) == "to" and told else None


def _deal(kind: ActKind, rest: Rest) -> ActKind | None:
    if head(rest) in ("off", "down", "out", "up", "away", "into"):
        return None
    return "agreement" if has(near(rest), "deals") else None


def _reject(kind: ActKind, rest: Rest) -> ActKind | None:
    named = rest[: rest.index("as")] if "as" in rest else rest[:4]
    worded = has(near(named, 9), "words") and ("as" in rest or "that" in rest[:7])
    return "denial" if worded or has(near(named, 9), "claims") else "refusal"


def _deny(kind: ActKind, rest: Rest) -> ActKind | None:
    asked = {
        "request",
        "requests",
        "bid",
        "permit",
        "permission",
        "access",
        "visa",
        "visas",
        "entry",
        "bail",
        "service",
        "application",
    }
    return "refusal" if asked & set(rest[:4]) else "denial"


def _agree(kind: ActKind, rest: Rest) -> ActKind | None:
    """To, on or upon something, also behind "at a summit"; not "agreed that", "agrees with"."""
    if head(rest) in ("to", "on", "upon", "terms"):
        return "agreement"
    return "agreement" if head(rest) in ("at", "in", "after", "late", "early") and "to" in rest[:12] else None


def _question(kind: ActKind, rest: Rest) -> ActKind | None:
    return "accusation" if has(near(rest, 6), "doubted") else None


def _dealt(kind: ActKind, rest: Rest) -> ActKind | None:
    """To halt, block or call off what was agreed, planned or proposed."""
    return kind if has(near(rest, 7), "dealings") else None


def _assure(kind: ActKind, rest: Rest) -> ActKind | None:
    return kind if {"would", "will", "of"} & set(rest[:10]) else None


def _complain(kind: ActKind, rest: Rest) -> ActKind | None:
    return kind if head(rest) in ("that", "about", "of", "over") or "that" in rest[:5] else None


def _pushed_back(kind: ActKind, rest: Rest) -> ActKind | None:
    """Against what is said; against a person or a plan it is a refusal."""
    against = {"on", "at", "against"} & set(rest[:3])
    return kind if against and has(near(rest, 7), "claims") else "refusal" if against else None


def _brushed_off(kind: ActKind, rest: Rest) -> ActKind | None:
    return kind if has(near(rest, 6), "claims") else None


def _hit(kind: ActKind, rest: Rest) -> ActKind | None:
    """Words that also tell of blows: "slammed the plan", not "slammed into a wall"."""
    return None if has(near(rest, 2), "directions") else kind


def _sue(kind: ActKind, rest: Rest) -> ActKind | None:
    return kind if {"for", "over", "alleging", "claiming", "saying", "accusing"} & set(rest[:12]) else None


def _charge(kind: ActKind, rest: Rest) -> ActKind | None:
    """That something is so, or somebody with something; not a fee."""
    return kind if head(rest) == "that" or "with" in rest[1:9] else None


def _attribute(kind: ActKind, rest: Rest) -> ActKind | None:
    return kind if "to" in rest[:12] and has(near(rest, 16), "wrong") else None


def _when(first: Sequence[str], kind: ActKind) -> Settle:
    """An act only when one of `first` is the next word."""
    return lambda _, rest: kind if head(rest) in first else None


def _unless(first: Sequence[str], kind: ActKind) -> Settle:
    return lambda _, rest: None if head(rest) in first else kind


_RULES: dict[str, Settle] = {
    **dict.fromkeys(("admit", "apologise", "apologize"), lambda kind, rest: None),
    "commit": lambda kind, rest: kind if "to" in rest[:6] or has(near(rest, 5), "committed") else None,
    "plead": lambda kind, rest: (
        "denial" if rest[:2] == ["not", "guilty"] else _unless(("guilty", "no"), kind)(kind, rest)
    ),
    "plan": _planned,
    "intend": _planned,
    "ask": ask,
    "request": request,
    "encourage": request,
    "tell": command,
    "order": command,
    "command": command,
    "instruct": command,
    "volunteer": lambda kind, rest: "offer" if "to" in rest[:3] else None,
    "agree": _agree,
    "give": give,
    "resolve": _when(("to",), "pledge"),
    "guarantee": _when(("that",), "pledge"),
    "accuse": _unless(("of",), "accusation"),
    "invite": lambda kind, rest: "offer" if "to" in rest[1:8] else None,
    "offer": lambda kind, rest: None if has(near(rest), "empty offers") else "offer",
    "reaffirm": lambda kind, rest: "pledge" if has(near(rest), "promises") else None,
    "charge": _charge,
    "attack": lambda kind, rest: "accusation" if {"for", "as", "over"} & set(rest[1:9]) else None,
    "implicate": lambda kind, rest: None,
    "distance": lambda kind, rest: "refusal" if "from" in rest[:4] else None,
    "reject": _reject,
    "dismiss": _reject,
    "deny": _deny,
    "question": _question,
    "call for": lambda kind, rest: kind if has(near(rest, 4), "gentle") else "demand",
    "assure": _assure,
    "seek": seek,
    "press": press,
    "push": press,
    "lobby": press,
    "petition": press,
    "advise": warn,
    "warn": warn,
    "caution": warn,
    "counsel": warn,
    "recommend": recommend,
    "advocate": recommend,
    "challenge": challenge,
    "complain": _complain,
    "protest": _unless(("in", "at", "on", "outside", "near", "for", "peacefully", ",", "."), "accusation"),
    "push back": _pushed_back,
    "sue": _sue,
    "attribute": _attribute,
    "contest": _brushed_off,
    "play down": _brushed_off,
    "downplay": _brushed_off,
    "hold out": lambda kind, rest: kind if {"prospect", "hope", "possibility", "offer"} & set(rest[:4]) else None,
    "put forward": _deal,
    "settle": _when(("with",), "agreement"),
    "make": lambda kind, rest: kind if {"deal", "pact", "truce"} & set(rest[:3]) else None,
    "cut": lambda kind, rest: kind if {"deal", "pact"} & set(rest[:3]) else None,
    "come to": lambda kind, rest: kind if {"agreement", "terms", "understanding"} & set(rest[:3]) else None,
    **dict.fromkeys(
        ("brush off", "brush aside", "shrug off", "wave off", "wave away", "laugh off", "debunk", "discredit"),
        _brushed_off,
    ),
    **dict.fromkeys(("slam", "blast", "rip", "trash", "savage", "bash", "skewer", "hit back at", "lash out"), _hit),
    **dict.fromkeys(
        (
            "cancel",
            "call off",
            "scrap",
            "suspend",
            "halt",
            "freeze",
            "block",
            "bar",
            "sever",
            "break off",
            "put on hold",
            "pull out of",
            "withdraw from",
            "walk out of",
            "drop out of",
            "shoot down",
            "forgo",
        ),
        _dealt,
    ),
    **dict.fromkeys(("adopt", "seal", "broker", "initial", "enter into", "hammer out"), _deal),
    **dict.fromkeys(
        ("sign", "strike", "reach", "conclude", "clinch", "accept", "approve", "endorse", "ratify", "back"), _deal
    ),
}
