"""What every test stands on: no deadlines for generated examples, since CI machines are slow by turns."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("crosswire", deadline=None)
settings.load_profile("crosswire")
