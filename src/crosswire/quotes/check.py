"""Each quotation of a draft found in reports, or not: never a guess."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from crosswire.model import Span
from crosswire.quotes.changed import Changed, changed, sharing
from crosswire.quotes.folding import Folded, folded
from crosswire.quotes.speakers import is_another
from crosswire.quotes.streams import Opened, opened, within
from crosswire.quotes.types import Asked, Finding, Fit, Kind, Place, Said, Source
from crosswire.quotes.whole import Stretch, stretches

#: Places told of one quotation.
PLACES: Final = 5
#: Reports in which a quotation with changed words is looked for: those that have most of its words.
_LIKELIEST: Final = 6


class _Ranked(NamedTuple):
    rank: int
    kind: Kind
    place: Place


def check(asked: Sequence[Asked], sources: Sequence[Source]) -> tuple[Finding, ...]:
    """Returns what became of each quotation, in the order asked.

    "exact": a report has these words in a row; where it has them between quotation marks, they are the whole of its
    quotation. "trimmed": a part of a quotation, or parts in order with an ellipsis for what is left out. "altered": a
    report's words with some changed, cut or put in. "another speaker": exact or trimmed, and the report surely gives
    the words to somebody else. Case, punctuation, brackets and the shape of quotation marks make no difference.

    Args:
        asked: the quotations; one without a word is not found.
        sources: the reports to look in, in the order in which equal places are told.
    """
    reports = [opened(source) for source in sources]
    return tuple(_finding(one, reports) for one in asked)


def _finding(asked: Asked, reports: Sequence[Opened]) -> Finding:
    words = folded(asked.words)
    if not words.keys:
        return Finding(kind="not found", asked=asked)
    ranked = [found for report in reports for found in _as_they_are(asked, words, report)]
    if not ranked:
        likeliest = sorted(reports, key=lambda report: -sharing(words, report))[:_LIKELIEST]
        ranked = [found for report in likeliest for found in _with_changes(asked, words, report)]
    if not ranked:
        return Finding(kind="not found", asked=asked)
    ranked.sort(key=lambda found: (found.rank, len(found.place.edits)))
    kind = ranked[0].kind
    return Finding(kind=kind, asked=asked, places=tuple(one.place for one in ranked if one.kind == kind)[:PLACES])


def _as_they_are(asked: Asked, words: Folded, report: Opened) -> Iterator[_Ranked]:
    seen: set[int] = set()
    for stretch in stretches(words, report):
        if stretch.stream is None and stretch.words[0] in seen:
            continue
        seen.add(stretch.words[0])
        said = _who(stretch.words, report, stretch.stream is not None)
        fit: Fit = "exact" if stretch.whole else "trimmed"
        another = is_another(asked, said)
        marks = stretch.stream is not None
        place = _place(report, _spans(stretch, said, report), fit, said, marks)
        yield _Ranked(_rank(place, another), "another speaker" if another else fit, place)


def _rank(place: Place, another: bool) -> int:
    """Quotations before plain words, the whole before a part, and words that nobody is told to have said last."""
    if another:
        return 3 if place.marks else 4
    if place.marks:
        return 0 if place.fit == "exact" else 1
    return 2 if place.speaker is not None else 5


def _with_changes(asked: Asked, words: Folded, report: Opened) -> Iterator[_Ranked]:
    found = changed(asked, words, report)
    if found is None:
        return
    said = found.said or _who(found.words, report, False)
    fit: Fit = "altered" if found.edits else "trimmed"
    another = is_another(asked, said)
    place = _place(report, _parts(found.words, report), fit, said, found.said is not None)
    if found.edits:
        place = _with_edits(place, found)
    kind: Kind = fit if found.edits or not another else "another speaker"
    yield _Ranked(8 - round(2 * found.share) + another, kind, place)


def _with_edits(place: Place, found: Changed) -> Place:
    return Place(**{**{name: getattr(place, name) for name in place.__struct_fields__}, "edits": found.edits})


def _place(report: Opened, spans: tuple[Span, ...], fit: Fit, said: Said | None, marks: bool) -> Place:
    text = report.source.text
    return Place(
        report=report.source.report,
        sha256=report.source.sha256,
        spans=spans,
        exact=tuple(text[span.start : span.end] for span in spans),
        fit=fit,
        marks=marks,
        speaker=said.speaker if said else None,
        whole=said.span if said and marks and fit == "trimmed" else None,
    )


def _who(numbers: Sequence[int], report: Opened, marks: bool) -> Said | None:
    """To whom the report gives most of these words: in quotation marks where they are, else told in any way."""
    best: tuple[int, int, Said] | None = None
    for said in report.source.said:
        if marks and not said.marks:
            continue
        held = within(said.span, report.words)
        count = sum(number in held for number in numbers)
        if count * 2 > len(numbers) and (best is None or (count, said.speaker is not None) > best[:2]):
            best = (count, said.speaker is not None, said)
    return best[2] if best else None


def _spans(stretch: Stretch, said: Said | None, report: Opened) -> tuple[Span, ...]:
    """The words' own spans; a whole quotation with the punctuation it ends in."""
    if stretch.whole and stretch.stream is not None:
        held = set(stretch.words)
        return tuple(one.span for one in stretch.stream.said if held.issuperset(within(one.span, report.words)))
    if stretch.stream is None:
        return _parts(stretch.words, report)
    parts: list[Span] = []
    for one in stretch.stream.said:
        inside = within(one.span, report.words)
        parts.extend(_parts(tuple(number for number in stretch.words if number in inside), report))
    return tuple(parts)


def _parts(numbers: Sequence[int], report: Opened) -> tuple[Span, ...]:
    parts: list[list[int]] = []
    for number in numbers:
        if parts and number == parts[-1][-1] + 1:
            parts[-1].append(number)
        else:
            parts.append([number])
    return tuple(Span(start=report.words.starts[part[0]], end=report.words.ends[part[-1]]) for part in parts)
