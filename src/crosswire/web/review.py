"""The queue: differences without a mark, most consequential first, one key each."""

from __future__ import annotations

from collections import defaultdict
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import Response

from crosswire.store import Desk, OpenDifference
from crosswire.web.answer import behind, cursor, reply
from crosswire.web.looks import address

PAGE: Final = 25


def review(request: Request) -> Response:
    """Lists what nobody has judged yet."""
    desk: Desk = request.app.state.desk
    after = behind(request.query_params.get("after"), int)
    offset = max(0, after[0]) if after else 0
    found, total = desk.unmarked(limit=PAGE, offset=offset)
    more = cursor(offset + PAGE) if offset + PAGE < total else None
    content = {
        "rows": [(one, sides(one)) for one in found], "total": total,
        "more": more and address("/review", after=more), "offset": offset,
    }  # fmt: skip
    return reply(request, "review.html", content, {"total": total, "differences": found, "next": more})


def sides(one: OpenDifference) -> list[list[tuple[Any, ...]]]:
    """Returns who tells each value, the first telling of each report."""
    by_value: dict[int, dict[str, tuple[Any, ...]]] = defaultdict(dict)
    for told in one.values:
        by_value[told[0]].setdefault(told[1], told)
    return [list(reports.values()) for _, reports in sorted(by_value.items())]
