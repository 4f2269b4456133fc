"""How far a long work on a desk is: the share, the rate and when it will be done."""

from __future__ import annotations

import io
import re

import pytest

from crosswire.cli import progress
from crosswire.cli.progress import Progress


class Heard(Progress):
    """Keeps what it is told."""

    def __init__(self) -> None:
        super().__init__(io.StringIO())
        self.steps: list[str] = []

    def tell(self, step: str, share: float = 0) -> None:
        self.steps.append(step)


def test_a_rate_and_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    seconds = iter([0.0, 10.0, 10.0, 40.0, 50.0, 50.0, 60.0])
    monkeypatch.setattr(progress.time, "monotonic", lambda: next(seconds))
    heard = Heard()
    rate = progress.Rate(heard)
    rate.tell("comparing", 0)
    rate.tell("comparing", 0.25)
    rate.tell("verifying", 0)
    assert heard.steps[0] == "comparing"
    assert re.fullmatch(r"comparing, 25 %, 37.5 % a minute, done about \d\d:\d\d", heard.steps[1])
    assert heard.steps[2] == "verifying"
