"""Search: spans with the words around them, by facets, kept under a name, and as a feed."""

from __future__ import annotations

import itertools
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import Response

from crosswire.errors import DeskError
from crosswire.store import Desk, Hit
from crosswire.store.query import KINDS
from crosswire.web import visitor
from crosswire.web.answer import RefusedError, behind, cursor, refused, reply, wants
from crosswire.web.atom import Entry, atom
from crosswire.web.forms import Form, done
from crosswire.web.looks import address, source

PAGE: Final = 30
LONGEST: Final = 500


def search(request: Request) -> Response:
    """Finds words; `in`, `outlet`, `story` and `speaker` narrow what `q` asks for."""
    desk: Desk = request.app.state.desk
    told = request.query_params
    typed = told.get("q", "")[:LONGEST]
    narrowed = {name: told[name][:LONGEST] for name in ("in", "outlet", "story", "speaker") if told.get(name)}
    asked = " ".join([typed, *(f'{name}:"{value.replace(chr(34), "")}"' for name, value in narrowed.items())]).strip()
    after = behind(told.get("after"), int)
    offset = max(0, after[0]) if after else 0
    found = desk.search(asked, limit=PAGE, offset=offset)
    if wants(request.headers) == "atom" or told.get("as") == "atom":
        return atom(asked, address("/search", q=typed, **narrowed), [_entry(desk, hit) for hit in found.hits])
    facets = desk.search_facets(asked)
    more = cursor(offset + PAGE) if offset + PAGE < found.total else None
    content: dict[str, Any] = {
        "typed": typed, "narrowed": narrowed, "found": found, "facets": facets, "kinds": tuple(KINDS), "offset": offset,
        "titles": desk.titles([story for story, _ in facets.get("story", ())]),
        "asked": asked, "saved": desk.searches(), "pieces": [pieces(hit) for hit in found.hits],
        "more": more and address("/search", q=typed, **narrowed, after=more),
        "atom": address("/search", q=typed, **narrowed, **{"as": "atom"}),
    }  # fmt: skip
    data = {"search": found, "facets": facets, "next": more}
    return reply(request, "search.html", content, data)


def pieces(hit: Hit) -> list[tuple[str, bool]]:
    """Returns the words of a hit cut where what was found begins and ends: each piece, and whether it was found."""
    cuts = [(hit.start, False)]
    for match in hit.matches:
        cuts += [(match.start, True), (match.end, False)]
    cuts.append((hit.end, False))
    found = []
    for (start, inside), (end, _) in itertools.pairwise(cuts):
        if end > start:
            found.append((hit.exact[start - hit.start : end - hit.start], inside))
    return found


def save(request: Request, form: Form) -> Response:
    """Keeps a search under a name."""
    name, words = form.needed("name")[:80], form.needed("words")[:LONGEST]
    saved = request.app.state.desk.save_search(name, words, by=visitor.of(request).person)
    return done(request, address("/search", q=words), saved, did="saved")


def drop(request: Request, form: Form) -> Response:
    """Takes a saved search away."""
    name = form.needed("name")
    try:
        request.app.state.desk.drop_search(name, by=visitor.of(request).person)
    except DeskError as error:
        raise refused(error, 404) from None
    return done(request, "/search", {"dropped": name}, did="dropped")


def log(request: Request) -> Response:
    """Tells what was done, newest first."""
    desk: Desk = request.app.state.desk
    subject = request.query_params.get("subject", "")[:300] or None
    told = request.query_params.get("limit", "100")
    if not (told.isascii() and told.isdigit() and 1 <= int(told[:6]) <= 5000):
        raise RefusedError(422, "limit is a number", "1 to 5000", "field_wrong")
    lines = desk.log(subject=subject, limit=int(told))
    content = {
        "lines": lines,
        "subject": subject,
        "more": address("/log", subject=subject, limit=min(5000, int(told) * 4)) if len(lines) == int(told) else None,
        "decisions": {f"decision {one.id}": one for one in desk.decisions() if one.undone_at is None},
    }
    return reply(request, "log.html", content, {"log": lines})


def _entry(desk: Desk, hit: Hit) -> Entry:
    at = desk.report(hit.report).read_at
    title = hit.title or hit.outlet or hit.report
    key = f"{hit.report} {hit.start} {hit.end}"
    return Entry(key=key, title=title, at=at, words=hit.exact, path=source(hit.report, hit.start, hit.end))
