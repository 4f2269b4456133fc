"""Gates of quality: figures with pinned floors, measured in the precision that every processor has."""

from __future__ import annotations

import os

os.environ.setdefault("CROSSWIRE_PRECISION", "f32")
