"""What a verb really does, by its object: to sign a treaty is an agreement, to sign a book is no act."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from crosswire.annotate.modality import has
from crosswire.model import ActKind

Rest = Sequence[str]
Settle = Callable[[ActKind, Rest], ActKind | None]

_ASKING = frozenset(("whether", "if", "about", "how", "what", "why", "who", "when", ",", "."))
_NO_ORDER = frozenset(("he", "she", "it", "they", "i", "we", "that", ",", ".", "about", "how", "what"))
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
        return _want(rest, one_person)
    rule = _RULES.get(base)
    if rule is not None:
        return rule(kind, rest)
    if kind == "pledge":
        return _promised(kind, rest)
    if kind == "refusal" and "rule out" in _near(rest):
        return None
    return kind


def _near(rest: Rest, count: int = 8) -> str:
    return " ".join(rest[:count])


def _head(rest: Rest) -> str:
    return rest[0] if rest else ""


def _promised(kind: ActKind, rest: Rest) -> ActKind:
    hostile = has(_near(rest, 4), "harm") and not has(_near(rest, 3), "giving")
    return "threat" if hostile else "pledge"


def _planned(kind: ActKind, rest: Rest) -> ActKind | None:
    told = has(_near(rest), "giving") or has(_near(rest), "harm")
    return _promised(kind, rest) if _head(rest) == "to" and told else None


def _want(rest: Rest, one_person: bool) -> ActKind | None:
    if _head(rest) == "to":
        return "demand" if not one_person and has(_near(rest), "giving") else None
    wanted = has(_near(rest, 5), "wanted") or "to" in rest[1:7] or any(word.endswith("ed") for word in rest[1:4])
    return "demand" if wanted else None


def _ask(kind: ActKind, rest: Rest) -> ActKind | None:
    if _head(rest) in _ASKING or {"identified", "named", "anonymous"} & set(rest[:6]):
        return None
    if "for" in rest[1:6] and "to" not in rest[1:5]:
        return "demand"
    return "appeal" if {"to", "that", "for"} & set(rest[:14]) else None


def _request(kind: ActKind, rest: Rest) -> ActKind | None:
    return "appeal" if _head(rest) not in _ASKING and {"to", "that", "for"} & set(rest[:9]) else None


def _command(kind: ActKind, rest: Rest) -> ActKind | None:
    """ "told them to leave"; not "told us he tried to"."""
    at = rest.index("to") if "to" in rest[1:6] else 0
    return kind if at and not _NO_ORDER & set(rest[:at]) else None


def _deal(kind: ActKind, rest: Rest) -> ActKind | None:
    return "agreement" if has(_near(rest), "deals") else None


def _reject(kind: ActKind, rest: Rest) -> ActKind | None:
    near = rest[: rest.index("as")] if "as" in rest else rest[:4]
    worded = has(_near(near, 9), "words") and ("as" in rest or "that" in rest[:7])
    return "denial" if worded or has(_near(near, 9), "claims") else "refusal"


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
    if _head(rest) in ("to", "on", "upon", "terms"):
        return "agreement"
    return "agreement" if _head(rest) in ("at", "in", "after", "late", "early") and "to" in rest[:12] else None


def _give(kind: ActKind, rest: Rest) -> ActKind | None:
    """An ultimatum: "gave X until Friday to", "gave X ten days to"."""
    timed = {"until", "till", "days", "hours", "weeks", "deadline", "ultimatum"} & set(rest[:6])
    return "demand" if timed and "to" in rest[:9] else None


def _question(kind: ActKind, rest: Rest) -> ActKind | None:
    return "accusation" if has(_near(rest, 6), "doubted") else None


def _dealt(kind: ActKind, rest: Rest) -> ActKind | None:
    """To halt, block or call off what was agreed, planned or proposed."""
    return kind if has(_near(rest, 7), "dealings") else None


def _assure(kind: ActKind, rest: Rest) -> ActKind | None:
    return kind if {"would", "will", "of"} & set(rest[:10]) else None


def _seek(kind: ActKind, rest: Rest) -> ActKind | None:
    return kind if has(_near(rest, 5), "wanted") and _head(rest) != "to" else None


def _press(kind: ActKind, rest: Rest) -> ActKind | None:
    """ "pressed both sides to talk", "pushed for talks"."""
    if _head(rest) == "for":
        return "demand"
    return kind if "to" in rest[1:6] and not {",", "back", "through"} & set(rest[: rest.index("to")]) else None


def _warn(kind: ActKind, rest: Rest) -> ActKind | None:
    """ "warned Norland against closing it", "cautioned them not to"."""
    if "against" in rest[:5] or ("not" in rest[1:6] and "to" in rest[1:7]):
        return kind
    return kind if "to" in rest[1:4] and "that" not in rest[:4] else None


def _recommend(kind: ActKind, rest: Rest) -> ActKind | None:
    return kind if rest and _head(rest) not in _ASKING else None


def _complain(kind: ActKind, rest: Rest) -> ActKind | None:
    return kind if _head(rest) in ("that", "about", "of", "over") or "that" in rest[:5] else None


def _pushed_back(kind: ActKind, rest: Rest) -> ActKind | None:
    """Against what is said; against a person or a plan it is a refusal."""
    against = {"on", "at", "against"} & set(rest[:3])
    return kind if against and has(_near(rest, 7), "claims") else "refusal" if against else None


def _brushed_off(kind: ActKind, rest: Rest) -> ActKind | None:
    return kind if has(_near(rest, 6), "claims") else None


def _hit(kind: ActKind, rest: Rest) -> ActKind | None:
    """Words that also tell of blows: "slammed the plan", not "slammed into a wall"."""
    return None if has(_near(rest, 2), "directions") else kind


def _sue(kind: ActKind, rest: Rest) -> ActKind | None:
    return kind if {"for", "over", "alleging", "claiming", "saying", "accusing"} & set(rest[:12]) else None


def _attribute(kind: ActKind, rest: Rest) -> ActKind | None:
    return kind if "to" in rest[:12] and has(_near(rest, 16), "wrong") else None


def _challenge(kind: ActKind, rest: Rest) -> ActKind | None:
    return kind if "to" in rest[1:6] else None


def _when(first: Sequence[str], kind: ActKind) -> Settle:
    """An act only when one of `first` is the next word."""
    return lambda _, rest: kind if _head(rest) in first else None


def _unless(first: Sequence[str], kind: ActKind) -> Settle:
    return lambda _, rest: None if _head(rest) in first else kind


_RULES: dict[str, Settle] = {
    **dict.fromkeys(("admit", "apologise", "apologize"), lambda kind, rest: None),
    "plan": _planned,
    "intend": _planned,
    "ask": _ask,
    "request": _request,
    "encourage": _request,
    "tell": _command,
    "order": _command,
    "command": _command,
    "instruct": _command,
    "volunteer": lambda kind, rest: "offer" if "to" in rest[:3] else None,
    "agree": _agree,
    "give": _give,
    "resolve": _when(("to",), "pledge"),
    "guarantee": _when(("that",), "pledge"),
    "accuse": _unless(("of",), "accusation"),
    "invite": lambda kind, rest: "offer" if "to" in rest[1:8] else None,
    "offer": lambda kind, rest: None if has(_near(rest), "empty offers") else "offer",
    "reaffirm": lambda kind, rest: "pledge" if has(_near(rest), "promises") else None,
    "charge": _when(("that",), "accusation"),
    "attack": lambda kind, rest: "accusation" if {"for", "as", "over"} & set(rest[1:9]) else None,
    "implicate": lambda kind, rest: None,
    "distance": lambda kind, rest: "refusal" if "from" in rest[:4] else None,
    "reject": _reject,
    "dismiss": _reject,
    "deny": _deny,
    "question": _question,
    "assure": _assure,
    "seek": _seek,
    "press": _press,
    "push": _press,
    "lobby": _press,
    "petition": _press,
    "advise": _warn,
    "warn": _warn,
    "caution": _warn,
    "counsel": _warn,
    "recommend": _recommend,
    "advocate": _recommend,
    "challenge": _challenge,
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
