"""The history of a value as a small step chart: who told what, as of when. Drawn here, as SVG without a style."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from crosswire.model import Story, Struct
from crosswire.show import labels
from crosswire.show.lookup import Lookup
from crosswire.store import Telling

WIDTH: Final = 400
TALL: Final = 112
_RIGHT, _TOP, _BOTTOM, _LANE = 14, 12, 26, 24
_MOST_LANES: Final = 8
#: How many characters of a value stand at the side, and what one of them is wide.
_CLIP, _CHARACTER = 22, 6.2


class Dot(Struct, frozen=True):
    """One telling: where it stands in the picture, and its words."""

    x: float
    y: float
    told: Telling
    label: str
    when: str


class Chart(Struct, frozen=True):
    """The tellings of one value in the order told; `path` joins them in steps; `lanes` are the heights with a name."""

    name: str
    title: str
    dots: tuple[Dot, ...]
    path: str
    lanes: tuple[tuple[float, str], ...]
    days: tuple[tuple[float, str], ...]
    why: str
    left: int
    height: int
    width: int = WIDTH


def charts(ledger: Story, tellings: Sequence[Telling]) -> tuple[Chart, ...]:
    """Returns a chart for every slot that has been told at least two values, in the order of the points."""
    groups: dict[tuple[str, str], list[Telling]] = defaultdict(list)
    for one in tellings:
        groups[one.thread, one.slot].append(one)
    lookup = Lookup(ledger)
    published = {report.id: report.published or "" for report in ledger.reports}
    titles = {
        (told.report, told.start, told.end): labels.title(difference)
        for point in ledger.points
        for difference in point.differences
        for value in difference.values
        for told in value.evidence
    }
    found = []
    for (thread, slot), told in groups.items():
        if len({one.value for one in told}) < 2 or slot.partition("-")[0] == "wording":
            continue  # a wording has no history: the words stand side by side already
        title = next((titles[k] for t in told if (k := (t.report, t.start, t.end)) in titles), slot.capitalize())
        ordered = sorted(told, key=lambda t: (published.get(t.report) or t.since, t.since, t.start))
        found.append(_chart(f"{thread}-{slot}", title, ordered, published, lookup))
    return tuple(found)


def _chart(name: str, title: str, told: list[Telling], published: dict[str, str], lookup: Lookup) -> Chart:
    whens = [published.get(one.report) or one.since for one in told]
    times = list(dict.fromkeys(when[:16] for when in whens))
    lanes, height = _lanes(told)
    left = 18 + int(_CHARACTER * max(len(name) for _, name in lanes.values()))
    across = (WIDTH - left - _RIGHT) / max(1, len(times) - 1)
    xs = [left + across * times.index(when[:16]) for when in whens]
    ys = [lanes[one.value][0] for one in told]
    seen: dict[tuple[float, float], int] = defaultdict(int)
    dots = []
    for one, x, y, when in zip(told, xs, ys, whens, strict=True):
        shift = 7 * seen[x, y]
        seen[x, y] += 1
        label = lookup.label(one.report)
        dots.append(Dot(x=round(x + shift, 1), y=round(y, 1), told=one, label=label, when=labels.day(when)))
    steps = [f"M{xs[0]:.1f} {ys[0]:.1f}"] + [f"H{x:.1f}V{y:.1f}" for x, y in zip(xs[1:], ys[1:], strict=True)]
    shown = (0, len(times) - 1) if len(times) > 1 else (0,)
    days = tuple((round(left + across * n, 1), _short(times[n])) for n in shown)
    names = tuple(dict.fromkeys((round(y, 1), words) for y, words in lanes.values()))
    return Chart(
        name=name, title=title, dots=tuple(dots), path="".join(steps), lanes=names, days=days, why=told[-1].why,
        left=left, height=height,
    )  # fmt: skip


def _lanes(told: list[Telling]) -> tuple[dict[str, tuple[float, str]], int]:
    """Returns the height of each value with its name at the side, and that of the picture: numbers stand by size,
    everything else in a lane each."""
    values = list(dict.fromkeys(one.value for one in told))
    middle = {one.value: _middle(one) for one in told}
    numbers = [number for number in middle.values() if number is not None]
    names = {value: _clipped(labels.value(value)) for value in values}
    if len(numbers) < len(values) or max(numbers) == min(numbers):
        places = {value: (float(_TOP + _LANE * n), names[value]) for n, value in enumerate(values)}
        return places, _TOP + _BOTTOM + _LANE * (len(values) - 1)
    low, high = min(numbers), max(numbers)
    room = TALL - _TOP - _BOTTOM
    heights = {v: _TOP + room * (1 - (n - low) / (high - low)) for v, n in middle.items() if n is not None}
    edges = set(values) if len(values) <= _MOST_LANES else {v for v, n in middle.items() if n in (low, high)}
    return {value: (heights[value], names[value] if value in edges else "") for value in values}, TALL


def _middle(one: Telling) -> float | None:
    ends = [end for end in (one.low, one.high) if end is not None and abs(end) < 1e15]
    return sum(ends) / len(ends) if ends else None


def _clipped(words: str) -> str:
    return words if len(words) <= _CLIP else words[: _CLIP - 1] + "…"


def _short(when: str) -> str:
    return labels.day(when[:10]).removesuffix(when[:4]).strip()
