"""judge: points → verdicts, with every difference named and its reason; and the ledger made of them."""

from __future__ import annotations

from crosswire.judge.ledger.ledger import ledger
from crosswire.judge.points import judge

__all__ = ["judge", "ledger"]
