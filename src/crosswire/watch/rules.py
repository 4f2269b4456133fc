"""What a person wants to be told, out of what changed in the desk: a rule and changes in, notices out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from crosswire.store import Change, Hit
from crosswire.watch.types import Notice, Rule

Place = tuple[int, str, str | None, str | None]  # state, story, thread, slot


def notices(rule: Rule, changes: Iterable[Change]) -> Iterator[Notice]:
    """Gives a notice for each change that a rule asks for: one for all that changed at once in one slot of one point.

    Args:
        rule: of kind value or difference; its story is the one that stands.
        changes: as `Desk.changes` gives them.
    """
    places: dict[Place, list[Change]] = {}
    for change in changes:
        if change.what in ("value", "difference", "nature") and _asked(rule, change):
            places.setdefault((change.state, change.story, change.thread, change.slot), []).append(change)
    for together in places.values():
        notice = _of_values(rule, together) if rule.kind == "value" else _of_difference(rule, together)
        if notice is not None:
            yield notice


def matched(rule: Rule, hit: Hit, address: str, words: str, at: str) -> Notice:
    """Returns the notice that a report matches a saved search; its versions and its other hits have the same key.

    Args:
        rule: of kind search.
        hit: what was found.
        address: what the versions of its report share.
        words: the search.
        at: now.
    """
    return Notice(
        rule=rule.name, kind=rule.kind, key=address, at=at, old=None, new=hit.title or hit.report, story=hit.story,
        why=f"matches {words}", words=hit.exact, reports=(hit.report,),
    )  # fmt: skip


def _asked(rule: Rule, change: Change) -> bool:
    slot = (change.slot or "").rpartition("-")  # the second difference of one slot is slot-2
    base = slot[0] if slot[1] and slot[2].isdigit() else change.slot
    return rule.story in (None, change.story) and rule.slot in (None, change.slot, base)


def _of_values(rule: Rule, together: Sequence[Change]) -> Notice | None:
    values = [change for change in together if change.what == "value"]
    old = sorted({change.old for change in values if change.how == "gone" and change.old is not None})
    new = sorted({change.new for change in values if change.how == "new" and change.new is not None})
    if old == new:
        return None
    return _notice(rule, together, values, (", ".join(old) or None, ", ".join(new) or None))


def _of_difference(rule: Rule, together: Sequence[Change]) -> Notice | None:
    for change in together:
        came = (change.what == "difference" and change.how == "new") or change.what == "nature"
        if came and rule.nature in (None, change.new):
            return _notice(rule, together, [change], (change.old, change.new))
    return None


def _notice(
    rule: Rule, together: Sequence[Change], own: Sequence[Change], values: tuple[str | None, str | None]
) -> Notice:
    first = together[0]
    reports = tuple(dict.fromkeys(report for change in own for report in change.reports))
    words = next((change.words for change in own if change.words), None)
    reason = next((change.words for change in together if change.what != "value" and change.words), None)
    told = "told by" if values[1] is not None else "no longer told by"
    return Notice(
        rule=rule.name, kind=rule.kind, key=f"{first.story}:{first.thread}:{first.slot}:{first.state}", at=first.at,
        old=values[0], new=values[1], why=reason or f"{told} {', '.join(reports) or 'a report that is gone'}",
        story=first.story, slot=first.slot, words=words, reports=reports,
    )  # fmt: skip
