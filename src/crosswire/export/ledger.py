"""Ledgers as JSON, each with what people say of it."""

from __future__ import annotations

from typing import Final

import msgspec

from crosswire.export.parcel import Dossier, Parcel

STORIES: Final = "crosswire.stories/1"


def ledger(parcel: Parcel) -> str:
    """Returns one ledger as `crosswire.story/1`, or several as `crosswire.stories/1`, with `marks` beside the rest."""
    every = [told(dossier) for dossier in parcel.stories]
    whole: object = every[0] if parcel.one else {"format": STORIES, "stories": every}
    return msgspec.json.encode(whole).decode() + "\n"


def told(dossier: Dossier) -> dict[str, object]:
    """Returns a ledger as its JSON would be read: the fields of the story, and `marks`."""
    return {**msgspec.to_builtins(dossier.story), "marks": msgspec.to_builtins(dossier.remarks)}
