"""Sources: the feeds that are followed and how they are, lists of feeds in and out, what could not be read."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from crosswire.errors import DeskError, ReadError
from crosswire.store import Desk
from crosswire.watch import Book, feeds_of, opml
from crosswire.web import visitor
from crosswire.web.answer import RefusedError, refused, reply
from crosswire.web.forms import Form, done

LARGEST: Final = 2_000_000
MOST: Final = 2_000


def sources(request: Request) -> Response:
    """Lists the feeds with their health, and what was given and could not be used."""
    book: Book = request.app.state.book
    desk: Desk = request.app.state.desk
    feeds, unread = book.feeds(), desk.unread()
    content = {"feeds": feeds, "unread": unread[:200], "unread_total": len(unread)}
    return reply(request, "sources_page.html", content, {"feeds": feeds, "unread": unread})


def follow(request: Request, form: Form) -> Response:
    """Follows feeds, given by address or as an OPML file; `crosswire watch` asks them."""
    book: Book = request.app.state.book
    urls = [word for line in form.texts("address") for word in line.split()]
    for upload in form.files("file"):
        data = upload.file.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise RefusedError(413, "a list of feeds that long is not taken", f"{LARGEST // 1_000_000} MB")
        try:
            urls += feeds_of(data, (upload.filename or "the file")[:100])
        except ReadError as error:
            raise refused(error, 422) from None
    if not urls:
        raise RefusedError(422, "no feed was given", "addresses, or an OPML file", "field_missing")
    try:
        new = book.follow(urls[:MOST], datetime.now(UTC), visitor.of(request).person)
    except DeskError as error:
        raise refused(error, 422) from None
    return done(request, "/sources", {"followed": new}, did="followed", n=len(new))


def unfollow(request: Request, form: Form) -> Response:
    """Follows a feed no longer."""
    url = form.needed("feed")
    try:
        request.app.state.book.unfollow(url, datetime.now(UTC), visitor.of(request).person)
    except DeskError as error:
        raise refused(error, 404) from None
    return done(request, "/sources", {"unfollowed": url}, did="unfollowed", n=1)


def outlines(request: Request) -> Response:
    """Gives the feeds as an OPML file."""
    book: Book = request.app.state.book
    headers = {"Content-Disposition": 'attachment; filename="feeds.opml"'}
    return Response(opml(book.feeds()), media_type="text/x-opml", headers=headers)
