"""What a user types into a search, understood whatever it is: words, "phrases", OR, -word, word*, and filters.

Filters are outlet:, speaker:, act:, story:, verdict:, in: (reports, statements or points), since: and until:. A value
of several words stands in quotation marks. Whatever cannot be understood is told, and never an error.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Final, NamedTuple, get_args

import msgspec

from crosswire.model import ActKind, Unread, Verdict
from crosswire.store.types import HitKind

KINDS: Final[dict[str, HitKind]] = {"reports": "report", "statements": "statement", "points": "point"}
_FILTERS: Final = ("outlet", "speaker", "act", "story", "verdict", "in", "since", "until")
_TOKEN: Final = re.compile(r"""(-?)(?:([^\W\d_]+):)?(?:["“”]([^"“”]*)["“”]?|([^\s"“”]+))""")
_SPAN: Final = re.compile(r"(\d+)(h|d|w|m|y)")
_DAYS: Final = {"d": 1, "w": 7, "m": 30, "y": 365}
_WORDS: Final = re.compile(r"[^\W_]+", re.UNICODE)


class _Term(NamedTuple):
    without: bool
    name: str
    value: str
    quoted: bool
    raw: str


class Query(msgspec.Struct, frozen=True):
    """A search as understood: `match` is what FTS5 takes, "" where no words were given."""

    match: str = ""
    kind: HitKind = "report"
    outlets: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    stories: tuple[str, ...] = ()
    verdicts: tuple[str, ...] = ()
    not_outlets: tuple[str, ...] = ()
    not_speakers: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    ignored: tuple[Unread, ...] = ()

    @property
    def empty(self) -> bool:
        """Tells whether nothing was asked."""
        told = (self.match, self.outlets, self.speakers, self.acts, self.stories, self.verdicts, self.not_outlets,
                self.not_speakers, self.since, self.until)  # fmt: skip
        return not any(told)


def understood(words: str, now: datetime) -> Query:
    """Returns what `words` ask for.

    Args:
        words: anything at all.
        now: what "3d", "today" and "yesterday" count from.

    Returns:
        The query; what of it made no sense stands in `ignored` with the reason.
    """
    wanted: list[list[str]] = [[]]
    unwanted: list[str] = []
    filters: dict[str, list[str]] = {}
    ignored: list[Unread] = []
    either = False
    for term in _terms(words):
        if term.name:
            why = _filter(term, filters, now)
            if why:
                ignored.append(Unread(name=term.raw, why=why))
            continue
        if term.value == "OR" and not term.quoted and not term.without:
            either = bool(wanted[-1])
            continue
        phrase = _phrase(term.value)
        if not phrase:
            ignored.append(Unread(name=term.raw, why="no word in it"))
        elif term.without:
            unwanted.append(phrase)
        elif either or not wanted[-1]:
            wanted[-1].append(phrase)
        else:
            wanted.append([phrase])
        either = False
    if unwanted and not wanted[-1] and len(wanted) == 1:
        ignored.append(
            Unread(name=" ".join(f"-{w}" for w in unwanted), why="words to leave out need words to look for")
        )
        unwanted = []
    return _query(_match(wanted, unwanted), filters, ignored)


def instant(told: str, now: datetime, *, end: bool) -> str | None:
    """Returns the first, or the last, moment that a date or interval means, in ISO 8601; None for anything else.

    A year, a month, a day, a time of day; "today", "yesterday"; "36h", "3d", "2w", "6m", "1y" before now.
    """
    told = told.strip().lower()
    if ago := _SPAN.fullmatch(told):
        number = min(int(ago[1]), 10_000)
        back = timedelta(hours=number) if ago[2] == "h" else timedelta(days=number * _DAYS[ago[2]])
        try:
            return _iso(now - back)
        except OverflowError:
            return None
    if told in ("today", "yesterday"):
        return _edge(now.astimezone(UTC).date() - timedelta(days=told == "yesterday"), end)
    parts = told.split("-")
    try:
        if len(parts) == 1 and len(told) == 4:
            return _edge(date(int(told), 12, 31) if end else date(int(told), 1, 1), end)
        if len(parts) == 2 and len(told) == 7:
            year, month = int(parts[0]), int(parts[1])
            return _edge(date(year, month, monthrange(year, month)[1] if end else 1), end)
        if len(told) == 10:
            return _edge(date.fromisoformat(told), end)
        moment = datetime.fromisoformat(told.replace("z", "+00:00"))
    except (ValueError, OverflowError):
        return None
    return _iso(moment if moment.tzinfo else moment.replace(tzinfo=UTC))


def _edge(day: date, end: bool) -> str:
    return _iso(datetime.combine(day, time.max if end else time.min, UTC))


def _iso(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _terms(words: str) -> Iterator[_Term]:
    for found in _TOKEN.finditer(words):
        minus, name, phrase, word = found.groups()
        name = (name or "").lower()
        value = phrase if phrase is not None else word
        if name and name not in _FILTERS:
            name, value = "", f"{found[2]}:{value}"
        yield _Term(bool(minus), name, value, phrase is not None, found.group())


def _phrase(value: str) -> str:
    """Returns words as an FTS5 phrase, in which nothing is an operator; with a star behind, as a beginning."""
    told = _WORDS.findall(value)
    if not told:
        return ""
    return f'"{" ".join(told)}"' + ("*" if value.endswith("*") else "")


def _match(wanted: list[list[str]], unwanted: list[str]) -> str:
    parts = [f"({' OR '.join(group)})" if len(group) > 1 else group[0] for group in wanted if group]
    match = " AND ".join(parts)
    return f"({match}) NOT ({' OR '.join(unwanted)})" if match and unwanted else match


def _filter(term: _Term, filters: dict[str, list[str]], now: datetime) -> str | None:
    """Takes a filter; returns why it makes no sense, None when it does."""
    name, value = term.name, term.value.strip()
    if not value:
        return f"nothing behind {name}:"
    if term.without:
        if name not in ("outlet", "speaker"):
            return "only outlet: and speaker: can be left out"
        filters.setdefault(f"not {name}", []).append(value)
        return None
    if name in ("since", "until"):
        moment = instant(value, now, end=name == "until")
        if moment is None:
            return "no date: 2031, 2031-05, 2031-05-06, today, yesterday, 36h, 3d, 2w, 6m"
        value = moment
    allowed = {"act": get_args(ActKind), "verdict": get_args(Verdict), "in": tuple(KINDS)}.get(name)
    if allowed and value.lower() not in allowed:
        return f"allowed: {', '.join(allowed)}"
    filters.setdefault(name, []).append(value.lower() if allowed else value)
    return None


def _query(match: str, filters: dict[str, list[str]], ignored: list[Unread]) -> Query:
    def told(name: str) -> tuple[str, ...]:
        return tuple(filters.get(name, ()))

    kind: HitKind = "report"
    if told("in"):
        kind = KINDS[told("in")[-1]]
    elif told("verdict"):
        kind = "point"
    elif told("speaker") or told("act") or told("not speaker"):
        kind = "statement"
    return Query(
        match=match, kind=kind, outlets=told("outlet"), speakers=told("speaker"), acts=told("act"),
        stories=told("story"), verdicts=told("verdict"), not_outlets=told("not outlet"),
        not_speakers=told("not speaker"), since=max(told("since"), default=None),
        until=min(told("until"), default=None), ignored=tuple(ignored),
    )  # fmt: skip
