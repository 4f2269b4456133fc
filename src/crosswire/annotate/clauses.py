"""Clauses: the assertions of a report, and a vector for each."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from crosswire.model import Clause, Report, Span, Statement


def clauses(report: Report, sentences: tuple[Span, ...], statements: tuple[Statement, ...]) -> tuple[Clause, ...]:
    """Returns the clauses of `report` in reading order, each inside one sentence."""
    return ()


def vectors(report: Report, clauses: tuple[Clause, ...]) -> NDArray[np.float32]:
    """Returns one L2-normalised row for each clause."""
    return np.zeros((len(clauses), 0), np.float32)
