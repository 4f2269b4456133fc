"""A desk in an empty folder, read by `Plain`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.store.invented import Clock, Plain

from crosswire.store import Desk


@pytest.fixture
def plain() -> Plain:
    return Plain()


@pytest.fixture
def desk(tmp_path: Path, plain: Plain) -> Iterator[Desk]:
    with Desk(tmp_path / "desk.db", analyst=plain, clock=Clock()) as made:
        yield made
