"""EML and MHTML, by the standard library's mail parser: a message is one report, a saved page is its article."""

from __future__ import annotations

import email
from collections.abc import Iterator
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr
from typing import BinaryIO

import msgspec

from crosswire.errors import ReadError
from crosswire.model import Report, Unread
from crosswire.read.decoding import decode
from crosswire.read.formats.page import read_article
from crosswire.read.found import Found, Source, Whence, set_aside, whole
from crosswire.read.markup import text_of
from crosswire.read.naming import tidy
from crosswire.read.published import published_iso

TEXTS = ("text/plain", "text/html")
MOST_PARTS = 1_000
LONGEST_HEADER = 10_000


def read_mail(stream: BinaryIO, source: Source) -> Iterator[Found | Unread]:
    """Gives the one report of a message: its plain text, else its HTML; attachments are named and set aside."""
    message = _parsed(whole(stream, source), source)
    parts = list(_parts(message, source))
    inline = [part for part in parts if not _attached(part)]
    for part in parts:
        if _attached(part):
            name = tidy(part.get_filename() or part.get_content_type())
            yield set_aside(source, "an attachment is not read: save it and give it by itself", name)
    plain = [_text(part, source) for part in inline if part.get_content_type() == "text/plain"]
    marked = [text_of(_text(part, source)) for part in inline if part.get_content_type() == "text/html"]
    text = "\n\n".join(filter(str.strip, plain)) or "\n\n".join(filter(None, marked))
    if not text:
        raise ReadError(source.name, "no text in the message")
    title, day = _header(message, "Subject"), published_iso(_header(message, "Date"))
    name, address = parseaddr(_header(message, "From"))
    outlet = tidy(name) or address.rpartition("@")[2]
    whence = Whence(
        title="the message's Subject" if title else None,
        outlet="the message's From" if outlet else None,
        published="the message's Date" if day else None,
    )
    report = Report(id=source.id, text=text, title=title or None, outlet=outlet or None, published=day, url=source.url)
    yield Found(report=report, whence=whence)


def read_saved(stream: BinaryIO, source: Source) -> Iterator[Found | Unread]:
    """Gives the article of a page that a browser saved as MHTML; the day on which it was saved is not taken."""
    message = _parsed(whole(stream, source), source)
    page = next((part for part in _parts(message, source) if part.get_content_type() == "text/html"), None)
    if page is None:
        raise ReadError(source.name, "no page in it")
    told = message.get("Snapshot-Content-Location") or page.get("Content-Location") or ""
    url = "".join(str(told).split())
    address = url if url.lower().startswith(("http://", "https://")) else source.url
    yield from read_article(_text(page, source), msgspec.structs.replace(source, url=address))


def _parsed(data: bytes, source: Source) -> Message:
    if not data.strip():
        raise ReadError(source.name, "empty file")
    message = email.message_from_bytes(data)
    if not message.keys():
        raise ReadError(source.name, "not a message: no header at its head")
    return message


def _parts(message: Message, source: Source) -> Iterator[Message]:
    for number, part in enumerate(message.walk()):
        if number >= MOST_PARTS:
            raise ReadError(source.name, f"more than {MOST_PARTS} parts in the message")
        if not part.is_multipart():
            yield part


def _attached(part: Message) -> bool:
    return part.get_content_disposition() == "attachment" or part.get_content_type() not in TEXTS


def _text(part: Message, source: Source) -> str:
    data = part.get_payload(decode=True)
    charset = part.get_content_charset()
    text = decode(data, source.name, charset) if isinstance(data, bytes) else ""
    return text.replace("\r\n", "\n")


def _header(message: Message, name: str) -> str:
    told = str(message.get(name, ""))[:LONGEST_HEADER]
    try:
        return tidy(str(make_header(decode_header(told))))
    except (LookupError, ValueError, UnicodeError):
        return tidy(told)
