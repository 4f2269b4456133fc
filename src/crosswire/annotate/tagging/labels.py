"""The labels the tagger gives."""

from __future__ import annotations

from typing import Final

UPOS: Final = (
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM",
    "VERB", "X",
)  # fmt: skip
NAME_KINDS: Final = ("person", "organisation", "place")
#: A name's tags: outside, then begin and inside of each kind.
NAME_TAGS: Final = ("O", *(f"{edge}-{kind}" for kind in NAME_KINDS for edge in "BI"))
#: A cue's tags: outside, begin, inside, end, single word.
CUE_TAGS: Final = ("O", "B", "I", "E", "S")
#: The tags of what belongs to one cue.
LINK_TAGS: Final = ("O", *(f"{edge}-{role}" for role in ("source", "content") for edge in "BIES"))
#: How many words before and from a cue's first word on are looked at for its source and content.
LINK_BEFORE: Final = 72
LINK_AFTER: Final = 128


def allowed(tags: tuple[str, ...]) -> tuple[list[list[bool]], list[bool], list[bool]]:
    """Which tag may follow which, which may begin and which may end a sequence, for tags edged B, I, E, S."""

    def follows(left: str, right: str) -> bool:
        inside = left[0] in "BI" and left != "O"
        return (right[0] in "IE" and right[1:] == left[1:]) if inside else right[0] in "OBS"

    pairs = [[follows(left, right) for right in tags] for left in tags]
    return pairs, [tag[0] in "OBS" for tag in tags], [tag[0] in "OES" for tag in tags]
