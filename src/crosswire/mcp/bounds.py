"""What keeps an answer inside its bounds: whole items only, an estimate of their cost, cursors to go on with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import Final, Generic, NamedTuple, TypeVar

import msgspec

from crosswire.errors import ArgumentError
from crosswire.mcp.answers import TooLong
from crosswire.model import Struct

#: Items of one answer at most.
MOST_ITEMS: Final = 50
#: Tokens that the items of one answer may cost; what stands around takes some hundred more, the whole under 25,000.
MOST_TOKENS: Final = 22_000
#: Characters of a report's text in one answer.
MOST_TEXT: Final = 16_000
#: Tokens of a hash, which costs more than its length tells.
_HASH: Final = 40
#: Characters of the name of an item that is too long.
_NAME: Final = 80
_CURSOR: Final = re.compile(r"([0-9]{1,9})-([0-9a-f]{12})")

Item = TypeVar("Item", bound=Struct)


class Page(NamedTuple, Generic[Item]):
    """The items of one answer, the cursor to the next ones, and items that are too long for any answer."""

    items: tuple[Item, ...]
    next: str | None
    too_long: tuple[TooLong, ...]
    reports: frozenset[str]


def tokens(text: str) -> int:
    """Returns an upper estimate of what a text costs a language model: three ASCII characters, or two bytes of others,
    a token."""
    ascii_signs = sum(map(str.isascii, text))
    return ascii_signs // 3 + (len(text.encode("utf-8", "replace")) - ascii_signs) // 2 + 1


def cost(item: object) -> int:
    """Returns what an item of an answer costs, as JSON."""
    return tokens(msgspec.json.encode(item).decode())


def mark(*asked: object) -> str:
    """Returns what a cursor is bound to: the question that it goes on with."""
    return sha256(repr(asked).encode("utf-8", "backslashreplace")).hexdigest()[:12]


def begun(cursor: str | None, question: str) -> int:
    """Returns how many items a cursor passes over.

    Raises:
        ArgumentError: it is no cursor of this server, or of another question.
    """
    if cursor is None:
        return 0
    told = _CURSOR.fullmatch(cursor)
    if told is None or told[2] != question:
        raise ArgumentError(
            "cursor", "it does not belong to this question", "the `next` of an answer, with the same other arguments"
        )
    return int(told[1])


def page(items: Sequence[Item], begin: int, limit: int, question: str, *, more: bool = False) -> Page[Item]:
    """Returns as many items as an answer takes.

    Args:
        items: all items, or those behind `begin` where the asker fetched no others.
        begin: the number of the first of `items` among all.
        limit: so many at most.
        question: what the cursor is bound to.
        more: there are more than `items`.
    """
    taken: list[Item] = []
    too_long: list[TooLong] = []
    reports: set[str] = set()
    spent = used = 0
    for item in items[:limit]:
        plain = msgspec.to_builtins(item)
        named = set(_reports(plain)) - reports
        price = cost(plain) + sum(_HASH + tokens(name) for name in named)
        if price > MOST_TOKENS:
            too_long.append(TooLong(item=_name(plain), tokens=price))
            price, named = cost(too_long[-1]), set()
        elif spent + price > MOST_TOKENS:
            break
        else:
            taken.append(item)
        reports |= named
        spent += price
        used += 1
    left = more or used < len(items)
    following = f"{begin + used}-{question}" if left else None
    return Page(tuple(taken), following, tuple(too_long), frozenset(reports))


def _reports(plain: object) -> Iterator[str]:
    """Every report that an item names."""
    if isinstance(plain, dict):
        for key, value in plain.items():
            if key == "report" and isinstance(value, str):
                yield value
            elif key == "reports" and isinstance(value, list | tuple):
                yield from (one for one in value if isinstance(one, str))
            else:
                yield from _reports(value)
    elif isinstance(plain, list | tuple):
        for value in plain:
            yield from _reports(value)


def _name(plain: object) -> str:
    """What an item is called: by its own id, else by that of the report it is from."""
    inner = plain.get("item", plain) if isinstance(plain, dict) else {}
    return next((str(inner[key])[:_NAME] for key in ("id", "report", "name", "kind") if inner.get(key)), "")
