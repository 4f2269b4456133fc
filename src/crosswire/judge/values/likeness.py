"""Likeness: how sure it is that two values, wherever two reports tell them, are told of one thing."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Final

from crosswire.judge.values.kinds import Features, Kind
from crosswire.judge.values.telling import Telling

#: What speaks for one thing (above nought) and against it, in steps of which 0.7 double the odds. Fitted by logistic
#: regression on values of labelled stories that two reports tell alike of one thing, and on values that exclude one
#: another and are labelled as no difference.
WEIGHTS: Final[dict[str, dict[str, float]]] = {
    "number": {
        "to begin with": -5.6,
        "how sure it is that the sides tell one thing": 2.7,
        "the clauses are near": 2.5,
        "a rare word governs both": 1.8,
        "the words around them agree": 1.5,
        "one unit": 1.2,
        "they can be compared": 1.2,
        "one value is told by one report alone": 1.1,
        "two units": 0.3,
        "no other values are as alike": 0.2,
        "no unit": -0.2,
        "two things befell them": -0.3,
        "one tells what befell them": -0.4,
        "one report tells both": -0.5,
        "both reports tell both": -1.4,
    },
    "day": {
        "to begin with": -7.2,
        "one value is told by one report alone": 2.4,
        "rare words stand around both": 2.0,
        "how sure it is that the sides tell one thing": 1.9,
        "days of one week": 1.7,
        "the same word stands after both": 1.2,
        "one happening": 1.1,
        "the clauses are near": 0.8,
        "a rare word governs both": 0.6,
        "one word tells the happening": 0.4,
        "no other values are as alike": 0.4,
        "one is a bound": -0.3,
        "both are of a saying": -0.6,
        "one report tells both": -0.6,
        "two prepositions": -0.8,
        "two happenings": -1.1,
    },
    "place": {
        "to begin with": -8.8,
        "one value is told by one report alone": 2.7,
        "how sure it is that the sides tell one thing": 2.3,
        "the clauses are near": 2.3,
        "places of one level": 2.2,
        "rare words stand around both": 2.0,
        "the same word stands after both": 2.0,
        "one point holds both": 1.0,
        "told in two ways": 0.7,
        "buildings": 0.6,
        "two subjects": -0.6,
        "places of no known kind": -1.1,
        "both reports tell both": -1.4,
    },
}
#: A shared word so rare counts in full.
_RAREST: Final = 5.0
_RARE_TOGETHER: Final = 12.0


def likeness(kind: Kind, a: Telling, b: Telling, near: float, rare: Mapping[str, float]) -> Features:
    """Returns what speaks for one thing in the surroundings of two values, whatever the values are.

    Args:
        kind: what kind of value both are.
        a: one telling.
        b: the other, of another report.
        near: how near their clauses' vectors are, from -1 to 1.
        rare: how rare each stem is in the story.
    """
    shared = a.around & b.around
    sure = max((min(a.points[i], b.points[i]) for i in a.points.keys() & b.points.keys()), default=0.0)
    seen = {
        "the clauses are near": near,
        "how sure it is that the sides tell one thing": sure,
        "one point holds both": sure > 0,
        "the words around them agree": len(shared) / max(1, min(len(a.around), len(b.around))),
        "rare words stand around both": min(sum(rare.get(s, 0) for s in shared), _RARE_TOGETHER) / _RARE_TOGETHER,
        "a rare word governs both": max((rare.get(s, 0) for s in a.governors & b.governors), default=0) / _RAREST,
        "the same word stands after both": bool(a.behind and b.behind) and a.behind[0] == b.behind[0],
        **kind.features(a, b),
    }
    return {name: float(value) for name, value in seen.items()}


def weighed(kind: Kind, seen: Features) -> float:
    """Returns what is seen of two values in one figure, above nought where it speaks for one thing."""
    weights = WEIGHTS[kind.name]
    return weights.get("to begin with", 0.0) + sum(weights.get(name, 0.0) * value for name, value in seen.items())


def chance(figure: float) -> float:
    """Returns a figure of `weighed` as a share of sureness, from nought to one."""
    return 1 / (1 + math.exp(-figure))
