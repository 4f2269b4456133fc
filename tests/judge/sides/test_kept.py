"""What is found in a report is found once while a story is judged, for that report alone, and then let go."""

from __future__ import annotations

import gc
import threading

from crosswire.judge.sides.kept import keeping, once_a_story
from crosswire.model import Annotated, Report

LOOKED: list[str] = []


@once_a_story
def length(piece: Annotated) -> int:
    LOOKED.append(piece.report.id)
    return len(piece.report.text)


@keeping
def lengths(*pieces: Annotated) -> list[int]:
    return [length(piece) for piece in pieces]


@keeping
def twice(*pieces: Annotated) -> list[int]:
    return lengths(*pieces) + lengths(*pieces)


def annotated(name: str, text: str) -> Annotated:
    return Annotated(report=Report(id=name, text=text))


def test_each_report_is_looked_at_once_and_an_equal_one_by_itself() -> None:
    LOOKED.clear()
    one, other = (annotated("00", "The strait is open.") for _ in range(2))
    longer = annotated("01", "The strait of Mirra is open.")
    assert lengths(one, one, longer, other, longer) == [19, 19, 28, 19, 28]
    assert LOOKED == ["00", "01", "00"]


def test_work_inside_work_keeps_with_it() -> None:
    LOOKED.clear()
    one = annotated("00", "The strait is open.")
    assert twice(one) == [19, 19]
    assert LOOKED == ["00"]


def test_nothing_is_kept_afterwards_nor_where_no_story_is_judged() -> None:
    LOOKED.clear()
    one = annotated("00", "The strait is open.")
    for _ in range(2):
        lengths(one)
        length(one)
    assert LOOKED == ["00"] * 4
    gc.collect()
    assert not any(isinstance(held, dict) and any(v is one for v in held.values()) for held in gc.get_referrers(one))


def test_two_threads_keep_apart() -> None:
    LOOKED.clear()
    one = annotated("00", "The strait is open.")
    threads = [threading.Thread(target=lengths, args=(one, one)) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert LOOKED == ["00", "00"]
