"""The settings that the environment tells: read in one place, and a wrong one is the user's error, told at once."""

from __future__ import annotations

import os
from typing import Final

from crosswire.errors import SettingError

PRECISION: Final = "CROSSWIRE_PRECISION"
PRECISIONS: Final = ("auto", "f32", "bf16")


def precision() -> str:
    """Returns the precision that CROSSWIRE_PRECISION asks for, in any case of letters; "auto" where it is not set.

    Raises:
        SettingError: it is none of "auto", "f32" and "bf16".
    """
    told = os.environ.get(PRECISION, "").strip()
    if not told:
        return "auto"
    if told.lower() not in PRECISIONS:
        raise SettingError(PRECISION, f"{told[:40]!r} is not known", ", ".join(PRECISIONS))
    return told.lower()
