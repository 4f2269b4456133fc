"""When a report says it was published, in the forms that files, feeds and pages use → ISO 8601."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
COMPACT_DAY = re.compile(r"\d{8}")
MOMENT = re.compile(r"[1-9]\d{9}|[1-9]\d{12}")
LONGEST = 100  # code points of a date, however it is written
EARLIEST, LATEST = 1450, 2200  # years in which a report may have been published
SPELLED = (
    "%B %d, %Y",
    "%b %d, %Y",
    "%b. %d, %Y",
    "%d %B %Y",
    "%d %b %Y",
    "%B %d %Y",
    "%Y/%m/%d",
    "%Y-%m-%d %H:%M:%S %z",
    "%Y-%m-%d %H:%M:%S %Z",
    "%Y/%m/%d %H:%M:%S",
)


def published_iso(told: str) -> str | None:
    """Returns the day or moment told as ISO 8601, its offset kept; None when it is not a date.

    A date alone stays a date. "2 May 2031", "May 2, 2031" and the dates of mails and feeds are read too.
    """
    told = " ".join(told[: 4 * LONGEST].split())
    if not told or len(told) > LONGEST:
        return None
    if MOMENT.fullmatch(told):
        return _sound(_moment(told))
    if COMPACT_DAY.fullmatch(told):
        told = f"{told[:4]}-{told[4:6]}-{told[6:]}"
    if ISO_DAY.fullmatch(told):
        return told if _sound(_iso(told)) else None
    for read in (_iso, _mail, _spelled):
        if (found := _sound(read(told))) is not None:
            return found
    return None


def _sound(found: str | None) -> str | None:
    """Returns the day or moment if it is one on which a report can have been published."""
    return found if found and EARLIEST <= int(found[:4]) <= LATEST else None


def _moment(told: str) -> str | None:
    """Reads seconds or milliseconds since 1970, as data files count them."""
    seconds = int(told) / (1000 if len(told) == 13 else 1)
    return datetime.fromtimestamp(seconds, UTC).isoformat()


def _iso(told: str) -> str | None:
    try:
        return datetime.fromisoformat(told).isoformat()
    except (ValueError, OverflowError):
        return None


def _mail(told: str) -> str | None:
    try:
        return parsedate_to_datetime(told).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _spelled(told: str) -> str | None:
    for form in SPELLED:
        try:
            return datetime.strptime(told, form).date().isoformat()
        except (ValueError, OverflowError):
            continue
    return None
