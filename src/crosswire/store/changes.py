"""What changed from one ledger of a story to the next, as data: two ledgers in, a list out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import msgspec

from crosswire.model import Difference, Evidence, Point, Story, StoryAct
from crosswire.store.types import Change, ChangeHow, ChangeWhat

_HALF: Final = 0.5  # of the shorter of two spans: so much has to be shared for them to be the same words


class Threads(msgspec.Struct, frozen=True):
    """The lasting name of each point of a ledger, by its id there, and how many names the story has used up."""

    names: dict[str, str]
    used: int


class Step(msgspec.Struct, frozen=True):
    """One thing that changed, before it is known in which state and when."""

    what: ChangeWhat
    how: ChangeHow
    thread: str | None = None
    slot: str | None = None
    old: str | None = None
    new: str | None = None
    reports: tuple[str, ...] = ()
    words: str | None = None

    def at(self, state: int, story: str, at: str, n: int) -> Change:
        """Returns it as told to the user."""
        return Change(state=state, story=story, at=at, n=n, **msgspec.structs.asdict(self))


def threads(old: Story | None, known: Threads, new: Story) -> Threads:
    """Gives each point of `new` the name of the point of `old` that it shares most evidence with, else a new one.

    Args:
        old: the ledger before; None for the first.
        known: the names of its points.
        new: the ledger now.

    Returns:
        A name for every point of `new`; no name stands twice, and none that was given up is used again.
    """
    where: dict[str, list[tuple[Evidence, str]]] = {}
    for point in old.points if old else ():
        for told in point.evidence:
            where.setdefault(told.report, []).append((told, point.id))
    wishes: list[tuple[int, int, str, str]] = []
    for place, point in enumerate(new.points):
        shared: dict[str, int] = {}
        for told in point.evidence:
            for other, name in where.get(told.report, ()):
                if _same_words(told, other):
                    shared[name] = shared.get(name, 0) + 1
        wishes += [(-count, place, point.id, name) for name, count in shared.items()]
    names: dict[str, str] = {}
    taken: set[str] = set()
    for _, _, point_id, name in sorted(wishes):
        if point_id not in names and name not in taken:
            names[point_id] = known.names[name]
            taken.add(name)
    used = known.used
    for point in new.points:
        if point.id not in names:
            used += 1
            names[point.id] = f"t{used}"
    return Threads(names=names, used=used)


def changed(old: Story | None, was: Threads, new: Story, now: Threads) -> tuple[Step, ...]:
    """Returns what changed: reports first, then points most important first, then what is gone, then acts."""
    before = {was.names[point.id]: point for point in old.points} if old else {}
    after = {now.names[point.id]: point for point in new.points}
    steps = [*_reports(old, new)]
    for thread, point in after.items():
        steps += _of_point(thread, before.get(thread), point)
    steps += [_gone(thread, point) for thread, point in before.items() if thread not in after]
    steps += _acts(old, new)
    return tuple(steps)


def _same_words(one: Evidence, other: Evidence) -> bool:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared > 0 and shared >= _HALF * min(one.end - one.start, other.end - other.start)


def _reports(old: Story | None, new: Story) -> Iterator[Step]:
    before = [r.id for r in old.reports] if old else []
    after = [r.id for r in new.reports]
    yield from (Step(what="report", how="new", new=r, reports=(r,)) for r in after if r not in set(before))
    yield from (Step(what="report", how="gone", old=r, reports=(r,)) for r in before if r not in set(after))


def _of_point(thread: str, old: Point | None, new: Point) -> Iterator[Step]:
    if old is None:
        yield Step(what="point", how="new", thread=thread, new=new.verdict, reports=_who(new.evidence), words=new.gist)
        yield from _differences(thread, (), new.differences)
        return
    if old.verdict != new.verdict:
        yield Step(
            what="verdict", how="changed", thread=thread, old=old.verdict, new=new.verdict,
            reports=tuple(r for r in _who(new.evidence) if r not in _who(old.evidence)) or _who(new.evidence),
            words=new.gist,
        )  # fmt: skip
    told = tuple(r for r in _who(new.evidence) if r not in _who(old.evidence))
    if told:
        yield Step(
            what="told", how="new", thread=thread, old=str(old.origins), new=str(new.origins), reports=told,
            words=next(e.exact for e in new.evidence if e.report == told[0]),
        )  # fmt: skip
    yield from _differences(thread, old.differences, new.differences)


def _differences(thread: str, old: Sequence[Difference], new: Sequence[Difference]) -> Iterator[Step]:
    before, after = _by_slot(old), _by_slot(new)
    for slot, difference in after.items():
        was = before.get(slot)
        if was is None:
            yield Step(
                what="difference", how="new", thread=thread, slot=slot, new=difference.nature,
                reports=_who([e for v in difference.values for e in v.evidence]), words=difference.why,
            )  # fmt: skip
        elif was.nature != difference.nature:
            yield Step(
                what="nature", how="changed", thread=thread, slot=slot, old=was.nature, new=difference.nature,
                reports=_who([e for v in difference.values for e in v.evidence]), words=difference.why,
            )  # fmt: skip
        yield from _values(thread, slot, was, difference)
    for slot, difference in before.items():
        if slot not in after:
            yield Step(
                what="difference", how="gone", thread=thread, slot=slot, old=difference.nature,
                reports=_who([e for v in difference.values for e in v.evidence]),
            )  # fmt: skip


def _values(thread: str, slot: str, old: Difference | None, new: Difference) -> Iterator[Step]:
    before = {value.value: value for value in old.values} if old else {}
    after = {value.value: value for value in new.values}
    for name, value in after.items():
        if name not in before:
            words = value.evidence[0].exact if value.evidence else None
            yield Step(
                what="value", how="new", thread=thread, slot=slot, new=name, reports=_who(value.evidence), words=words
            )
    for name, value in before.items():
        if name not in after:
            yield Step(what="value", how="gone", thread=thread, slot=slot, old=name, reports=_who(value.evidence))


def _by_slot(differences: Sequence[Difference]) -> dict[str, Difference]:
    """Names each difference by its slot, the second of one slot with a number behind."""
    found: dict[str, Difference] = {}
    for difference in differences:
        name, number = str(difference.slot), 1
        while name in found:
            number += 1
            name = f"{difference.slot}-{number}"
        found[name] = difference
    return found


def _gone(thread: str, point: Point) -> Step:
    return Step(what="point", how="gone", thread=thread, old=point.verdict, reports=_who(point.evidence))


def _acts(old: Story | None, new: Story) -> Iterator[Step]:
    before: dict[str, list[Evidence]] = {}
    for act in old.acts if old else ():
        before.setdefault(act.kind, []).extend(act.evidence)
    for act in new.acts:
        if not any(_same_place(told, other) for told in act.evidence for other in before.get(act.kind, ())):
            yield Step(
                what="act", how="new", slot=act.kind, new=act.actor, reports=_who(act.evidence), words=_first(act)
            )


def _same_place(one: Evidence, other: Evidence) -> bool:
    return one.report == other.report and _same_words(one, other)


def _first(act: StoryAct) -> str | None:
    return act.evidence[0].exact if act.evidence else None


def _who(evidence: Sequence[Evidence]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(told.report for told in evidence))


def named_differences(point: Point) -> Mapping[str, Difference]:
    """Returns a point's differences by the names that changes, marks and tellings call them: slot, slot-2 ..."""
    return _by_slot(point.differences)
