"""A story written by hand, with the texts' true hashes, values as facts, and marks of people on it."""

from __future__ import annotations

import hashlib

from msgspec.structs import replace
from sample import POINTS, STORY, ev

from crosswire.export.parcel import Dossier, Parcel
from crosswire.model import Difference, Evidence, Story, Value
from crosswire.show.remarks import Remark, RemarkedWords

AT = "2031-03-09T10:00:00.000Z"
READ_AT = {report.id: f"2031-03-08T1{place}:00:00.000Z" for place, report in enumerate(STORY.reports)}


def _number(value: str, evidence: tuple[Evidence, ...], low: float | None, high: float | None) -> Value:
    return Value(value=value, evidence=evidence, kind="number", low=low, high=high, unit="sailors", exact=low == high)


HELD = Difference(
    slot="number", nature="conflict", about="sailors held",
    values=(
        _number("11", (ev("01", "Eleven crew members"), ev("04", "Eleven crew members")), 11, 11),
        _number("14", (ev("02", "Fourteen sailors"),), 14, 14),
        _number("several", (ev("03", "Several sailors"),), 3, None),
    ),
)  # fmt: skip
DAY = Difference(
    slot="date", nature="conflict", about="day of the boarding",
    values=(
        Value(value="2031-03-04", evidence=(ev("01", "on Tuesday"),), kind="time", first="2031-03-04",
              last="2031-03-04", clock="06:10"),
        Value(value="2031-03", evidence=(ev("02", "on Thursday"),), kind="time", first="2031-03-01", last="2031-03-31"),
    ),
)  # fmt: skip
PLACE = Difference(
    slot="place", nature="precision", about="place",
    values=(
        Value(value="mirra", evidence=(ev("01", "the strait of Mirra"),), kind="place", place="strait of Mirra",
              within=("Norland", "the North")),
    ),
)  # fmt: skip
TYPED = (replace(POINTS[0], differences=(DAY, PLACE)), POINTS[1], replace(POINTS[2], differences=(HELD,)), *POINTS[3:])


def hashed(story: Story) -> Story:
    """The story with the hashes that its texts have."""
    reports = (
        replace(report, sha256=hashlib.sha256(report.text.encode("utf-8", "surrogatepass")).hexdigest())
        for report in story.reports
    )
    return replace(story, reports=tuple(reports))


def remark(n: int, item: str | None, words: tuple[RemarkedWords, ...], kind: str = "point") -> Remark:
    return Remark(
        id=n, story="s1", item=item, kind=kind, slot="number" if kind == "difference" else None,  # type: ignore[arg-type]
        verdict="wrong", note="=1+1; <b>the photo</b> shows two", by="ann", at=AT, evidence=words,
    )  # fmt: skip


def marked(told: Evidence) -> RemarkedWords:
    return RemarkedWords(report=told.report, start=told.start, end=told.end, exact=told.exact)


REMARKS = (
    remark(
        1, "p3:number", (marked(ev("01", "Eleven crew members")), marked(ev("02", "Fourteen sailors"))), "difference"
    ),
    remark(2, None, (RemarkedWords(report="gone", start=3, end=9, exact=None),)),
    remark(3, "q7", (marked(ev("03", "will not negotiate under threat")),), "quote"),
)
DOSSIER = Dossier(
    id="s1", story=hashed(replace(STORY, points=TYPED)), at=AT, read_at=READ_AT, remarks=REMARKS
)  # fmt: skip
PARCEL = Parcel(stories=(DOSSIER,))
