"""Inside one report: a weekday that is not that date, a year of a war that its own date contradicts, sums that do
not add up."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from crosswire.judge.sides.evidences import clipped
from crosswire.judge.sides.tellings import sentence_at, telling
from crosswire.judge.sides.units import same_unit
from crosswire.language.lexicon import in_order
from crosswire.model import Annotated, Inconsistency, Quantity, Span, evidence

_WEEKDAY: Final = re.compile(
    r"\b(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday),?\s(?:the\s)?(?P<date>(?:[A-Z][a-z]+\.?\s\d{1,2}(?:st|nd|rd|th)?|"
    r"\d{1,2}(?:st|nd|rd|th)?\s(?:of\s)?[A-Z][a-z]+)(?:,?\s(?P<year>\d{4}))?)"
)
_DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NTH: Final = re.compile(
    r"\b(?:war|conflict|invasion|occupation|siege|strike|blockade)\b[^.;\n]{0,40}?\b(?:its|the)\s(?P<nth>second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\syear\b"
)
_SINCE: Final = re.compile(
    r"\b(?:war|conflict|invasion|invaded|occupation|siege|strike|blockade)\b[^.;\n]{0,60}?\b(?:began|started|launched|since|broke\sout|invaded)\b[^.;\n]{0,30}?\b(?P<year>(?:19|20)\d\d)\b"
)
_NTHS: Final = ("zeroth", *in_order("ordinals", "numerals.txt"))
_TOTAL: Final = re.compile(r"^\s?(?:[-—–:,]+|,?\sincluding|\(|,?\samong\sthem)\s", re.IGNORECASE)


def inconsistencies(pieces: Sequence[Annotated]) -> tuple[Inconsistency, ...]:
    """Returns what inside one report cannot be right as written, in the order of the reports."""
    return tuple(found for piece in pieces for check in (_weekdays, _years, _sums) for found in check(piece))


def _weekdays(piece: Annotated) -> Iterator[Inconsistency]:
    """ "Friday, 4 September 2025" where that day is a Thursday."""
    for match in _WEEKDAY.finditer(piece.report.text):
        time = next(
            (
                t
                for t in piece.times
                if t.first and t.first == t.last and t.span.start <= match.start("date") < t.span.end
            ),
            None,
        )
        year = match["year"] or (piece.report.published or "")[:4]
        if time is None or not time.first or not year or not _is_in_sentence(piece, match.start()):
            continue
        day = _DAYS[date.fromisoformat(time.first).weekday()]
        if day != match["weekday"] and (match["year"] or _is_near(time.first, piece)):
            why = f"{match['date']} was a {day}, not a {match['weekday']}"
            yield _inconsistency(piece, why, [Span(start=match.start(), end=match.end())])


def _is_in_sentence(piece: Annotated, place: int) -> bool:
    at = bisect_right(piece.sentences, place, key=lambda s: s.start) - 1
    return at >= 0 and place < piece.sentences[at].end


def _is_near(day: str, piece: Annotated) -> bool:
    published = (piece.report.published or "")[:10]
    return len(published) == 10 and abs((date.fromisoformat(day) - date.fromisoformat(published)).days) < 60


def _years(piece: Annotated) -> Iterator[Inconsistency]:
    """A war "in its third year" whose beginning the same report dates otherwise."""
    text, published = piece.report.text, (piece.report.published or "")[:4]
    nth, since = _NTH.search(text), _SINCE.search(text)
    if not nth or not since or not published.isdigit():
        return
    number, years = _NTHS.index(nth["nth"]), int(published) - int(since["year"])
    if number not in (years, years + 1):
        why = f"a war since {since['year']} was not in its {nth['nth']} year in {published}"
        yield _inconsistency(
            piece, why, [Span(start=nth.start(), end=nth.end()), Span(start=since.start(), end=since.end())]
        )


def _sums(piece: Annotated) -> Iterator[Inconsistency]:
    """A total told with its parts right behind it in a dash or brackets, where the parts make more than the total."""
    text = piece.report.text
    for i, total in enumerate(piece.quantities):
        if total.kind != "count" or not total.exact or not total.unit:
            continue
        link = _TOTAL.match(text[total.span.end : total.span.end + 14])
        parts = _parts(piece, i) if link else []
        whole = sum(p.low for p in parts)
        if (
            len(parts) > 1
            and whole > total.high
            and not any(same_unit(p.unit, total.unit) for p in parts[:1] if p.low == total.low)
        ):
            listed = " and ".join(f"{p.low:g}" for p in parts)
            why = f"{listed} make {whole:g}, more than the {total.low:g} told"
            yield _inconsistency(piece, why, [Span(start=total.span.start, end=parts[-1].span.end)])


def _parts(piece: Annotated, at: int) -> list[Quantity]:
    """The exact counts that follow one another in the list behind a total, in its own sentence."""
    text, sentence = piece.report.text, sentence_at(piece, piece.quantities[at].span)
    parts: list[Quantity] = []
    end = piece.quantities[at].span.end
    for part in piece.quantities[at + 1 :]:
        between = text[end : part.span.start]
        if part.span.end > sentence.end or part.kind != "count" or not part.exact or not part.unit or len(between) > 14:
            break
        if parts and not re.fullmatch(r",?\s(?:and\s)?|,\s", between):
            break
        parts.append(part)
        end = part.span.end
    return parts


def _inconsistency(piece: Annotated, why: str, spans: list[Span]) -> Inconsistency:
    told = [clipped(piece.report.text, telling(piece, span, whole=True).span) for span in spans]
    return Inconsistency(
        report=piece.report.id, why=why, evidence=tuple(evidence(piece.report, s) for s in dict.fromkeys(told))
    )
