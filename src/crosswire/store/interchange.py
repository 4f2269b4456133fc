"""What of a desk goes into an export: stories with their marks, or reports, as `export` takes them."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from crosswire.errors import DeskError
from crosswire.export.kinds import KINDS
from crosswire.export.parcel import Dossier, Parcel
from crosswire.model import Unread
from crosswire.show.remarks import Remark
from crosswire.store.consulted import Consulted
from crosswire.store.types import Mark


def packed(desk: Consulted, kind: str, story: str | None, *, texts: bool) -> tuple[Parcel, tuple[Unread, ...]]:
    """Returns what an export of one kind is made of, and what of the desk is left out of it and why.

    Args:
        desk: where the stories are.
        kind: one of `KINDS`.
        story: its id; None for the whole desk.
        texts: whole texts may go where the kind can do without them.

    Raises:
        DeskError: a kind that tells one story was asked for the whole desk; there is no such story.
    """
    takes = KINDS[kind].takes
    if takes == "reports":
        return _reports(desk, story)
    if story is not None:
        return Parcel(stories=(_dossier(desk, story),), texts=texts), ()
    if takes == "story":
        every = ", ".join(f"--as {name}" for name, kind in KINDS.items() if kind.takes != "story")
        raise DeskError(f"--as {kind}", "it tells one story", f"a STORY, or {every}")
    found, left_out = [], []
    for one in desk.stories():
        if one.stale:
            left_out.append(Unread(name=one.id, why="reports came in since it was compared; crosswire add goes on"))
        else:
            found.append(_dossier(desk, one.id))
    return Parcel(one=False, stories=tuple(found), texts=texts), tuple(left_out)


def _reports(desk: Consulted, story: str | None) -> tuple[Parcel, tuple[Unread, ...]]:
    """Packs the newest version of each report, older ones and those forgotten being left out."""
    current = [report for report in desk.reports(story) if report.current]
    gone = [Unread(name=one.id, why=f"it was forgotten: {one.forgotten}") for one in current if one.forgotten]
    texts = tuple(desk.full_report(one.id) for one in current if one.forgotten is None)
    return Parcel(one=story is not None, reports=texts, remarks=_remarks(desk.marks(story))), tuple(gone)


def _dossier(desk: Consulted, story: str) -> Dossier:
    name = desk.summary(story).id
    return Dossier(
        id=name, story=desk.story(name), at=desk.states(name)[-1].at,
        read_at={report.id: report.read_at for report in desk.reports(name)}, remarks=_remarks(desk.marks(name)),
    )  # fmt: skip


def _remarks(marks: Iterable[Mark]) -> tuple[Remark, ...]:
    return tuple(msgspec.convert(msgspec.to_builtins(mark), Remark) for mark in marks)
