"""A row of data, by whatever names its fields have → a report."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from crosswire.errors import ReadError
from crosswire.model import Report, Unread
from crosswire.read.found import Found, Source, Whence, not_usable, read_partly
from crosswire.read.markup import text_of
from crosswire.read.naming import id_of_address, tidy
from crosswire.read.published import published_iso
from crosswire.weblinks import web_link

WORDS = ("id", "url", "text", "title", "outlet", "published", "language")
"""What a report is made of; each is found under many names."""

ALLOWED = (
    'allowed: "text" (or body, content ...), and optionally "id", "title", "outlet", "published", "url", "language"'
)
MARKED = re.compile(r"</?(?:p|div|br|span|a|h[1-6]|ul|li|strong|em|b|i)\b[^<>]{0,500}>", re.IGNORECASE)
ROW = "a row"
INNER = ("rendered", "value", "name", "title", "content", "text", "#text", "body_text", "uri", "url")
"""Where an object that stands for a word holds it, the likeliest first: {"source": {"name": "Halden Post"}}."""

_PLAIN = re.compile(r"[^a-z0-9]+")


def row_report(row: Any, source: Source, place: str) -> Iterator[Found | Unread]:
    """Gives the report of a row, or the reason why it holds none; and a note where its date is none.

    Args:
        row: an object of a data file or a line of a table; other values are refused.
        source: what the file is known by, and the names that the user gave for its fields.
        place: where in the file the row stands.
    """
    try:
        told, names = _told(row, source.fields)
    except ReadError as error:
        yield not_usable(source, f"{error.why}; {ALLOWED}", place)
        return
    day = published_iso(told["published"]) if "published" in told else None
    if "published" in told and day is None:
        why = f'"{names["published"]}" is not a date: {told["published"][:80]!r}; the report is read without it'
        yield read_partly(source, why, place)
    host = host_of(told["url"]) if "url" in told else None
    report = Report(
        id=told.get("id") or _id(told),
        text=told["text"],
        title=told.get("title"),
        outlet=told.get("outlet") or host,
        published=day,
        url=told.get("url"),
        language=told.get("language"),
    )
    whence = Whence(
        title=_field(names, "title"),
        outlet=_field(names, "outlet") or ("the host of its address" if host else None),
        published=_field(names, "published") if day else None,
    )
    yield Found(report=report, place=place, whence=whence)


def known(names: Mapping[str, Any] | list[str], fields: Mapping[str, str]) -> dict[str, str]:
    """Returns which of a file's names stands for which word, the names that the user gave first.

    Args:
        names: the names of a row's fields or of a table's columns.
        fields: word → name, as the user gave them.
    """
    plain: dict[str, str] = {}
    for name in names:
        plain.setdefault(_plainly(name), name)
    found: dict[str, str] = {}
    for word in WORDS:
        wanted = [_plainly(fields[word])] if word in fields else _names()[word]
        theirs = next((plain[each] for each in wanted if each in plain), None)
        if theirs is not None:
            found[word] = theirs
    return found


def host_of(url: str) -> str | None:
    """Returns the host of an address without its "www."; None when there is none that a browser would open."""
    link = web_link(url)
    return None if isinstance(link, str) else link.host.removeprefix("www.")


@cache
def _names() -> dict[str, list[str]]:
    told = json.loads((Path(__file__).parent / "data" / "fields.json").read_text("utf-8"))
    return {word: [_plainly(name) for name in names] for word, names in told.items()}


def _plainly(name: str) -> str:
    """Returns a name as it is compared: "datePublished", "date_published" and "Date published" are one."""
    return _PLAIN.sub("", name.lower())


def _field(names: dict[str, str], word: str) -> str | None:
    return f'the field "{tidy(names[word])[:40]}"' if word in names else None


def _told(row: Any, fields: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """Returns what a row tells, word by word, and under which names."""
    if not isinstance(row, dict):
        raise ReadError(ROW, "not an object")
    filled = {str(name): value for name, value in row.items() if value is not None and value != ""}
    names = known(filled, fields)
    if "text" not in names:
        empty = known({str(name): "" for name in row}, fields)
        if "text" in empty and row.get(empty["text"]) == "":
            return {"text": ""}, empty
        raise ReadError(ROW, f'no "{fields.get("text", "text")}"')
    told: dict[str, str] = {}
    for word, name in names.items():
        if string := _string(filled[name], word, name):
            told[word] = string
    told.setdefault("text", "")
    if "url" in told and names["url"] != "url" and isinstance(web_link(told["url"]), str):
        told.setdefault("id", tidy(told.pop("url")))  # a URI that is no address names the report all the same
    if names["text"] != "text" and MARKED.search(told["text"]):
        told["text"] = text_of(told["text"])
    if "title" in told and names["title"] != "title":
        told["title"] = text_of(told["title"])
    return told, names


def _string(value: Any, word: str, name: str) -> str:
    """Returns the words that a field holds; of an object the likeliest of its own, of a list the first."""
    if isinstance(value, list) and word not in ("id", "text") and value:
        value = value[0]
    if isinstance(value, list) and word == "text" and value and all(isinstance(part, str) for part in value):
        value = "\n\n".join(value)
    if isinstance(value, dict):
        value = next((value[key] for key in INNER if isinstance(value.get(key), str)), None)
        if value is None and word not in ("id", "text"):
            return ""
    if isinstance(value, str):
        return value
    if word in ("id", "published") and isinstance(value, int | float) and not isinstance(value, bool):
        return str(int(value)) if abs(value) < 1e15 else str(value)
    raise ReadError(ROW, f'"{tidy(name)[:40]}" is not a string')


def _id(told: dict[str, str]) -> str:
    """Returns an id for a row that has none: of its address, else of its words."""
    if "url" in told:
        return id_of_address(told["url"])
    return "r" + hashlib.sha256(told["text"].encode("utf-8", "surrogatepass")).hexdigest()[:10]
