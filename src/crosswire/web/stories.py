"""The first page: the stories, newest change first, filtered, and what is new since the last visit."""

from __future__ import annotations

from typing import Any, Final

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from crosswire.model import ActKind, Nature, Slot
from crosswire.store import Desk, ShelfFilter, Shelved
from crosswire.web import visitor
from crosswire.web.answer import behind, cursor, reply, wants
from crosswire.web.atom import Entry, atom
from crosswire.web.forms import Form, back, done
from crosswire.web.looks import address, segment

PAGE: Final = 40
KINDS: Final[tuple[str, ...]] = (*Slot.__args__, *(n for n in Nature.__args__ if n not in Slot.__args__))  # type: ignore[attr-defined]
ACTS: Final[tuple[str, ...]] = ActKind.__args__  # type: ignore[attr-defined]


def home(request: Request) -> Response:
    """Leads to the stories."""
    return RedirectResponse("/stories", 303)


def stories(request: Request) -> Response:
    """Lists the stories that pass the filters in the address."""
    desk: Desk = request.app.state.desk
    told = request.query_params
    wanted = ShelfFilter(
        words=told.get("q", "")[:500], outlet=told.get("outlet", "")[:500], actor=told.get("actor", "")[:500],
        kind=told.get("kind", "")[:40], marked="marked" in told, unresolved="open" in told, lone="lone" in told,
    )  # fmt: skip
    asked = behind(told.get("after"), str, str)
    who = visitor.of(request)
    seen = who.seen if who.seen is not None else desk.pulse().change
    found, total = desk.shelf(wanted, limit=PAGE, behind=asked and (asked[0], asked[1]), seen=seen)
    more = cursor(found[-1].story.changed, found[-1].story.id) if len(found) == PAGE else None
    filters = {
        name: told[name] for name in ("q", "outlet", "actor", "kind", "marked", "open", "lone") if told.get(name)
    }
    if wants(request.headers) == "atom" or told.get("as") == "atom":
        return atom("Stories", address("/stories", **filters), [_entry(one) for one in found])
    content = {
        "found": found, "total": total, "more": more and address("/stories", **filters, after=more), "wanted": wanted,
        "facets": _facets(request), "kinds": KINDS, "filters": filters, "saved": desk.searches(), "behind": bool(asked),
        "atom": address("/stories", **filters, **{"as": "atom"}), "search": _as_search(wanted),
        "first_visit": who.seen is None,
    }  # fmt: skip
    data = {"total": total, "stories": [_data(one) for one in found], "next": more}
    answer = reply(request, "stories.html", content, data)
    if who.seen is None:
        visitor.set_cookie(request, answer, "seen", str(seen))
    return answer


def _facets(request: Request) -> dict[str, tuple[str, ...]]:
    """Returns what stories can be filtered by: counted again when something changed."""
    desk: Desk = request.app.state.desk
    key = (-1, desk.pulse().change)
    kept: dict[str, tuple[str, ...]] | None = request.app.state.shelf.get(key)
    if kept is None:
        kept = desk.facets()
        request.app.state.shelf.put(key, kept)
    return kept


def seen(request: Request, form: Form) -> Response:
    """Notes that a person has seen every change up to one."""
    newest = request.app.state.desk.pulse().change
    upto = min(form.number("change") or newest, newest)
    answer = done(request, back(form, "/stories"), {"seen": upto})
    visitor.set_cookie(request, answer, "seen", str(upto))
    return answer


def _data(one: Shelved) -> dict[str, Any]:
    return {
        "story": one.story, "agreed": one.agreed, "new": one.new, "marked": one.marked,
        "url": f"/stories/{segment(one.story.id)}",
    }  # fmt: skip


def _entry(one: Shelved) -> Entry:
    story = one.story
    told = (
        f"{story.reports} reports, {story.origins} origins; {one.agreed} agreed, {story.conflicts} differ, "
        f"{story.updates} updated. {', '.join(story.outlets)}"
    )
    return Entry(
        key=f"{story.id} {story.changed}", title=story.title or "no title", at=story.changed, words=told,
        path=f"/stories/{segment(story.id)}",
    )  # fmt: skip


def _as_search(wanted: ShelfFilter) -> str:
    """Returns the filters that can be kept as a search, in the words of the search."""
    parts = [
        wanted.words,
        f'outlet:"{wanted.outlet}"' if wanted.outlet else "",
        f'speaker:"{wanted.actor}"' if wanted.actor else "",
        "verdict:conflicting" if wanted.unresolved else "",
    ]
    return " ".join(part for part in parts if part)
