"""The files that the aligner was trained to: arrays by name, loaded once."""

from __future__ import annotations

from functools import cache
from importlib.resources import as_file, files

import numpy as np
from numpy.typing import NDArray

from crosswire.errors import ModelError


@cache
def arrays(name: str) -> dict[str, NDArray[np.generic]]:
    """Returns the arrays of the shipped file `name`. Raises ModelError when it is missing or damaged."""
    place = files("crosswire") / "models" / "align" / f"{name}.npz"
    try:
        with as_file(place) as path, np.load(path, allow_pickle=False) as data:
            return {key: data[key] for key in data.files}
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(f"align/{name}.npz", str(error), "the file that comes with crosswire") from error
