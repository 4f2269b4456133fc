"""judge: points → verdicts, with every difference named and its reason; and the ledger made of them."""

from __future__ import annotations

from crosswire.judge import points
from crosswire.judge.ledger import ledger as made
from crosswire.judge.sides.kept import keeping

__all__ = ["judge", "ledger"]

judge = keeping(points.judge)
ledger = keeping(made.ledger)
