"""Roles and titles: the same person told as manager and as owner."""

from __future__ import annotations

import re
from typing import Final

from crosswire.judge.sides.finding import Finding, told
from crosswire.judge.sides.kept import once_a_span
from crosswire.judge.sides.side import Side
from crosswire.model import Name, Span
from crosswire.values.names.written import parts

#: Roles of one kind, of which a person holds one at a time in one affair; whose kin he is depends on who is meant.
_KINDS: Final = (
    "owner|co-owner|manager|employee|clerk|cashier|customer|tenant|landlord",
    "president|vice president|prime minister|foreign minister|defense minister|defence minister|"
        "interior minister|finance minister|chancellor|king|queen",
    "sheriff|deputy|police chief|chief|captain|lieutenant|sergeant|detective|constable|commissioner|"
        "superintendent|officer",
    "governor|lieutenant governor|mayor|senator|representative|congressman|congresswoman|councilman|"
        "councilwoman|attorney general",
    "spokesman|spokeswoman|spokesperson|lawyer|attorney|adviser|advisor|ambassador|envoy",
    "general|colonel|major|admiral|commander|corporal|private",
    "student|teacher|professor|principal|dean|coach",
    "doctor|nurse|paramedic|surgeon|pharmacist",
    "driver|passenger|pedestrian|cyclist|motorcyclist",
    "suspect|victim|witness",
)  # fmt: skip
_SAME: Final = (
    frozenset({"spokesman", "spokeswoman", "spokesperson"}),
    frozenset({"lawyer", "attorney"}),
    frozenset({"adviser", "advisor"}),
    frozenset({"chief", "police chief", "superintendent", "commissioner"}),
    frozenset({"ambassador", "envoy"}),
    frozenset({"defense minister", "defence minister"}),
    frozenset({"employee", "clerk", "cashier"}),
    frozenset({"sheriff", "chief", "officer"}),
    frozenset({"deputy", "officer"}),
    frozenset({"detective", "officer", "sergeant"}),
)
#: Ranks as they are cut short before a name.
CUT_SHORT: Final = {
    "supt": "superintendent", "lt": "lieutenant", "capt": "captain", "sgt": "sergeant", "det": "detective",
    "cmdr": "commander", "gen": "general", "col": "colonel", "maj": "major", "sen": "senator", "gov": "governor",
    "rep": "representative", "detectives": "detective", "officers": "officer",
}  # fmt: skip
_ROLE_WORDS: Final = frozenset(word for kind in _KINDS for role in kind.split("|") for word in role.split())
_PATTERNS: Final = tuple(re.compile(rf"(?<![\w-])(?:{kind})\b(?!['’]s)", re.IGNORECASE) for kind in _KINDS)


def roles(a: Side, b: Side) -> tuple[Finding, ...]:
    """Finds one person, named on both sides, told by two roles of one kind.

    Reason given: "role of Orvik: manager in 01; owner in 02".
    """
    findings = []
    for one in a.persons:
        for other in b.persons:
            surname = _shared_surname(a, one, b, other)
            if not surname:
                continue
            left, right = role_of(a, one), role_of(b, other)
            if not left or not right or left[0] != right[0]:
                continue
            if not _same(left[1], right[1]) and not _titles(a, one) & _titles(b, other):
                findings.append(
                    Finding(
                        slot="role",
                        nature="conflict",
                        left=told(a, left[2]),
                        right=told(b, right[2]),
                        about=f"role of {surname}",
                    )
                )
    return tuple(findings)


def _shared_surname(a: Side, one: Name, b: Side, other: Name) -> str | None:
    left, right = parts(a.piece.words_of(one.span)), parts(b.piece.words_of(other.span))
    return left[-1].capitalize() if left and right and left[-1] == right[-1] else None


@once_a_span
def _titles(side: Side, name: Name) -> frozenset[str]:
    """Every word of a role around a name, before it and in the apposition behind it: "Second Deputy Supt. X, chief of
    detectives"."""
    text = side.piece.report.text
    before = re.split(
        r"[,;:\n]|\.\s(?=[A-Z][a-z]+\s[a-z])|\sand\s", text[max(0, name.span.start - 60) : name.span.start]
    )[-1]
    behind = re.match(r",\s[^,;.\n]{0,60}", text[name.span.end : name.span.end + 62])
    words = re.findall(r"[a-z]+(?:-[a-z]+)*", f"{before} {behind[0] if behind else ''}".lower())
    return frozenset(CUT_SHORT.get(word, word) for word in words) & _ROLE_WORDS


def _same(one: str, other: str) -> bool:
    return one in other or other in one or any(one in same and other in same for same in _SAME)


@once_a_span
def role_of(side: Side, name: Name) -> tuple[int, str, Span] | None:
    """Returns the kind of role, the role and its place told right beside a name: before it, or in the apposition
    after it."""
    text = side.piece.report.text
    for kind, pattern in enumerate(_PATTERNS):
        before = list(pattern.finditer(text, max(0, name.span.start - 40), name.span.start))
        if before and re.fullmatch(r"(?:\s(?:[A-Z][\w.]*\s?)*|,\s)", text[before[-1].end() : name.span.start]):
            return kind, before[-1][0].lower(), Span(start=before[-1].start(), end=before[-1].end())
        after = pattern.search(text, name.span.end, name.span.end + 40)
        if after and re.fullmatch(r",\s(?:\d{1,3},\s)?(?:(?:a|an|the|his|her|their|who\s(?:is|"
            r"was)(?:\sa|\san|\sthe)?)\s)?(?:[\w’'-]+\s){0,3}", text[name.span.end : after.start()]):  # fmt: skip
            return kind, after[0].lower(), Span(start=after.start(), end=after.end())
    return None
