"""Reports as JSON lines that `crosswire add` and `crosswire compare` take back, with what people say of their words."""

from __future__ import annotations

from collections import defaultdict

import msgspec

from crosswire.export.parcel import Parcel
from crosswire.show.remarks import Remark


def lines(parcel: Parcel) -> str:
    """Returns one line a report, in the order given: its fields, and `marks` where people marked words of it.

    Read again each line gives the report it was made from; `marks` are not read, since a mark is its person's alone.
    """
    marked: defaultdict[str, list[Remark]] = defaultdict(list)
    for remark in parcel.remarks:
        for name in dict.fromkeys(told.report for told in remark.evidence):
            marked[name].append(remark)
    written = []
    for report in parcel.reports:
        fields = msgspec.to_builtins(report)
        marks = {"marks": msgspec.to_builtins(marked[report.id])} if report.id in marked else {}
        written.append(msgspec.json.encode({**fields, **marks}).decode() + "\n")
    return "".join(written)
