"""Whether a draft and a report give words to one speaker. Where that is not sure, nothing is claimed."""

from __future__ import annotations

from crosswire.quotes.types import Asked, Said
from crosswire.values.names.relate import relate
from crosswire.values.names.written import parts

#: Of these a name tells one: two of one kind that share no name are two.
_NAMED = ("person", "organisation", "place")


def is_another(asked: Asked, said: Said | None) -> bool:
    """Tells whether the report surely gives the words to somebody else than the draft does.

    Never where either tells no speaker, where one of them is told by an office alone ("the minister"), or where one is
    a person and the other what that person may speak for.
    """
    if asked.speaker is None or said is None or said.speaker is None:
        return False
    if not _is_name(asked.speaker) or not _is_name(said.speaker):
        return False
    if said.kind not in _NAMED or (asked.speaker_kind or said.kind) != said.kind:
        return False
    return not any(_may_be_one(asked.speaker, form) for form in (said.speaker, *said.forms) if _is_name(form))


def _is_name(told: str) -> bool:
    return any(word[:1].isupper() for word in told.split()[1:]) or told[:1].isupper()


def _may_be_one(one: str, other: str) -> bool:
    relation = relate(one, other)
    if relation.how != "apart":
        return True
    shared = {word for word in parts(one) if len(word) > 1} & {word for word in parts(other) if len(word) > 1}
    return relation.reason in ("spelling", "transliterated") or bool(shared and relation.reason != "namesake")
