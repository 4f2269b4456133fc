"""When a report says it was published, in the forms that files, feeds and pages use → ISO 8601."""

from __future__ import annotations

import re
from datetime import datetime
from email.utils import parsedate_to_datetime

ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
SPELLED = ("%B %d, %Y", "%b %d, %Y", "%b. %d, %Y", "%d %B %Y", "%d %b %Y", "%B %d %Y", "%Y/%m/%d")


def published_iso(told: str) -> str | None:
    """Returns the day or moment told as ISO 8601, its offset kept; None when it is not a date.

    A date alone stays a date. "2 May 2031", "May 2, 2031" and the dates of mails and feeds are read too.
    """
    told = " ".join(told.split())
    if ISO_DAY.fullmatch(told):
        return told if _iso(told) else None
    for read in (_iso, _mail, _spelled):
        if (found := read(told)) is not None:
            return found
    return None


def _iso(told: str) -> str | None:
    try:
        return datetime.fromisoformat(told).isoformat()
    except ValueError:
        return None


def _mail(told: str) -> str | None:
    try:
        return parsedate_to_datetime(told).isoformat()
    except (ValueError, TypeError, IndexError):
        return None


def _spelled(told: str) -> str | None:
    for form in SPELLED:
        try:
            return datetime.strptime(told, form).date().isoformat()
        except ValueError:
            continue
    return None
