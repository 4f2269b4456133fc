"""The history of a value as a small step chart: who told what, as of when. Drawn here, as SVG without a style."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from crosswire.model import Story, Struct
from crosswire.show import labels
from crosswire.show.lookup import Lookup
from crosswire.store import Telling

WIDTH: Final = 560
HEIGHT: Final = 150
_LEFT, _RIGHT, _TOP, _BOTTOM = 96, 14, 14, 26
_MOST_LANES: Final = 8


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
    width: int = WIDTH
    height: int = HEIGHT


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
        if len({one.value for one in told}) < 2:
            continue
        title = next((titles[k] for t in told if (k := (t.report, t.start, t.end)) in titles), slot.capitalize())
        ordered = sorted(told, key=lambda t: (published.get(t.report) or t.since, t.since, t.start))
        found.append(_chart(f"{thread}-{slot}", title, ordered, published, lookup))
    return tuple(found)


def _chart(name: str, title: str, told: list[Telling], published: dict[str, str], lookup: Lookup) -> Chart:
    whens = [published.get(one.report) or one.since for one in told]
    times = list(dict.fromkeys(when[:16] for when in whens))
    across = (WIDTH - _LEFT - _RIGHT) / max(1, len(times) - 1)
    xs = [_LEFT + across * times.index(when[:16]) for when in whens]
    heights = _heights(told)
    ys = [heights[one.value][0] for one in told]
    seen: dict[tuple[float, float], int] = defaultdict(int)
    dots = []
    for one, x, y, when in zip(told, xs, ys, whens, strict=True):
        shift = 7 * seen[x, y]
        seen[x, y] += 1
        label = lookup.label(one.report)
        dots.append(Dot(x=round(x + shift, 1), y=round(y, 1), told=one, label=label, when=labels.day(when)))
    steps = [f"M{xs[0]:.1f} {ys[0]:.1f}"] + [f"H{x:.1f}V{y:.1f}" for x, y in zip(xs[1:], ys[1:], strict=True)]
    shown = range(len(times)) if len(times) < 6 else (0, len(times) - 1)
    days = tuple((round(_LEFT + across * n, 1), _short(times[n])) for n in shown)
    lanes = tuple(dict.fromkeys((round(y, 1), words) for y, words in heights.values()))
    return Chart(
        name=name, title=title, dots=tuple(dots), path="".join(steps), lanes=lanes, days=days, why=told[-1].why
    )


def _heights(told: list[Telling]) -> dict[str, tuple[float, str]]:
    """Returns the height of each value and its name at the side: numbers by size, everything else a lane each."""
    values = list(dict.fromkeys(one.value for one in told))
    middle = {one.value: _middle(one) for one in told}
    numbers = [number for number in middle.values() if number is not None]
    if len(numbers) == len(values) and max(numbers) > min(numbers):
        low, high = min(numbers), max(numbers)
        place = {value: (number - low) / (high - low) for value, number in middle.items() if number is not None}
        if len(values) > _MOST_LANES:
            edges = {min(place, key=place.__getitem__), max(place, key=place.__getitem__)}
            names = {value: value if value in edges else "" for value in values}
        else:
            names = {value: value for value in values}
    else:
        place = {value: 1 - n / max(1, len(values) - 1) for n, value in enumerate(values)}
        names = {value: value for value in values}
    room = HEIGHT - _TOP - _BOTTOM
    return {value: (_TOP + room * (1 - place[value]), _clipped(labels.value(names[value]))) for value in values}


def _middle(one: Telling) -> float | None:
    ends = [end for end in (one.low, one.high) if end is not None and abs(end) < 1e15]
    return sum(ends) / len(ends) if ends else None


def _clipped(words: str) -> str:
    return words if len(words) <= 14 else words[:13] + "…"


def _short(when: str) -> str:
    return labels.day(when).removesuffix(when[:4]).strip(" ,") if len(when) <= 10 else when[5:16].replace("T", " ")
