"""One long report: naming who speaks and judging grow with the text, not with its square."""

from __future__ import annotations

import random
import time
from collections.abc import Callable

import pytest

from crosswire.align import align
from crosswire.annotate import annotate, name_actors
from crosswire.judge import judge
from crosswire.model import Alignment, Annotated, Report

_SYLLABLES = ("mar", "tel", "or", "vik", "sen", "dal", "ku", "rin", "bel", "hol", "ast", "grim", "pet", "lu", "van")
_GIVEN = ("Ada", "Ivo", "Mara", "Jon", "Ilsa", "Eldar", "Nora", "Tomas")
_TOLD = (
    "{one}, the mayor of {place}, said the ferry would sail at {n} p.m. on Tuesday.",
    "Police arrested {one}, {n}, of {place}, who was charged with the death of {two}.",
    "“We have not closed the harbour of {place} and will not close it,” {last} told {two} in Halden.",
    "{two} was found dead near {place}, where {n} people were hurt, Mr. {last} said.",
    "A spokesman for {one} denied that {n} boats had been lost off {place}.",
)


def _prose(characters: int) -> str:
    draw = random.Random(7)
    lines, length = [], 0
    while length < characters:
        words = ["".join(draw.choices(_SYLLABLES, k=draw.choice((2, 2, 3)))).capitalize() for _ in range(3)]
        one, two = (f"{draw.choice(_GIVEN)} {word}" for word in words[:2])
        told = draw.choice(_TOLD).format(one=one, two=two, last=words[0], place=words[2], n=draw.randint(2, 60))
        lines.append(told + draw.choice((" ", "\n\n")))
        length += len(lines[-1])
    return "".join(lines)[:characters]


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _costs(characters: int) -> tuple[float, float]:
    report = Report(id="00", text=_prose(characters), published="2031-05-06", language="en")
    pieces: tuple[Annotated, ...] = annotate([(report, ())])
    named = name_actors(pieces)
    alignment: Alignment = align(named, ())
    return _seconds(lambda: name_actors(pieces)), _seconds(lambda: judge(alignment, named, ()))


@pytest.mark.slow
def test_four_times_the_text_costs_far_less_than_sixteen_times_the_time() -> None:
    short, long = _costs(100_000), _costs(400_000)
    assert [round(b / a, 1) for a, b in zip(short, long, strict=True) if b > 8 * a] == []
