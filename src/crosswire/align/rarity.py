"""How rare a word is in news at large, beside how rare it is in one story."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import numpy as np
from numpy.typing import NDArray

from crosswire.align.shipped import arrays

#: How many articles a word that was never counted is taken to stand in: names above all.
UNSEEN = 4.0
#: The rarity of a number.
NUMBER = 3.0


def rarities(stems: Iterable[str]) -> NDArray[np.float32]:
    """Returns for each stem the logarithm of one over its share of all articles; the rarer, the higher."""
    total, counts = _counted()
    return np.array(
        [NUMBER if stem[:1].isdigit() else np.log(total / counts.get(stem, UNSEEN)) for stem in stems], np.float32
    )


@cache
def _counted() -> tuple[float, dict[str, int]]:
    table = arrays("rarity")
    return float(table["articles"]), dict(zip(table["stems"].tolist(), table["counts"].tolist(), strict=True))
