"""Who relies on whom: reports that name an agency, or an outlet of the story, as their source for what they tell."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from crosswire.group.origins import find_printed
from crosswire.language.lexicon import sections, words
from crosswire.model import Annotated, Copied, Origin, Relied, Report, Span, evidence

_AROUND: Final = words("around", "agencies.txt")
_WORD: Final = re.compile(r"[^\W_]+(?:['’&-][^\W_]+)*")
_NUMBERED: Final = re.compile(r"^[\W\d_]+|[\W\d_]+$")
_BEFORE: Final = "|".join(line.replace(" ", r"\s+") for line in sections("agencies.txt")["before"])
_BEHIND: Final = "|".join(line.replace(" ", r"\s+") for line in sections("agencies.txt")["behind"])
#: Letters of an outlet that is only known by the name of its file.
_LETTERS: Final = 5
#: Characters at the head and at the end of a report in which a credit stands.
_HEAD, _END = 300, 200


class _Outlet(NamedTuple):
    """One that may be a source: its name, the forms it is told by, the report of the story that is its."""

    name: str
    forms: tuple[str, ...]
    report: str | None


def find_reliance(pieces: Sequence[Annotated], origins: Sequence[Origin]) -> tuple[Relied, ...]:
    """Finds where reports name others as their source, or print passages of them.

    A credit ("HALDEN (Nordwire) -", "Source: Nordwire") tells the source of a whole report; "according to Nordwire" and
    "told the Harbour Post" that of the sentence. A report that prints passages of another and tells much besides is no
    copy of it: it relies on it for these passages.

    Args:
        pieces: the annotated reports of one story.
        origins: their origins; copies of one text do not rely on one another.

    Returns:
        In the order of the reports, then of the places where they name their source.
    """
    origin_of = {report: origin.id for origin in origins for report in origin.reports}
    outlets = _outlets([piece.report for piece in pieces])
    found = list(_printed(find_printed(pieces), {piece.report.id: piece.report for piece in pieces}))
    for piece in pieces:
        own = {_plain(form) for outlet in outlets if outlet.report == piece.report.id for form in outlet.forms}
        own.add(_plain(piece.report.outlet or ""))
        for outlet in outlets:
            if own & {_plain(form) for form in outlet.forms}:
                continue
            other = outlet.report
            if other is None or origin_of.get(other) != origin_of.get(piece.report.id):
                found += list(_named(piece, outlet))
    order = {piece.report.id: place for place, piece in enumerate(pieces)}
    return tuple(sorted(found, key=lambda r: (order[r.report], r.evidence.start, r.evidence.end, r.source)))


def _printed(copied: Sequence[Copied], reports: Mapping[str, Report]) -> Iterator[Relied]:
    """Gives the passages that reports print of others as what they rely on them for, one a pair of reports."""
    pairs: dict[tuple[str, str], list[Span]] = {}
    for passage in copied:
        pairs.setdefault((passage.report, passage.other), []).append(passage.span)
    for (report, other), spans in pairs.items():
        yield Relied(
            report=report,
            source=reports[other].outlet or other,
            evidence=evidence(reports[report], spans[0]),
            spans=tuple(spans),
            other=other,
        )


def _outlets(reports: Sequence[Report]) -> list[_Outlet]:
    """The outlets of the story, the first published of each, and the agencies that are none of them."""
    found: dict[str, _Outlet] = {}
    for report in sorted(reports, key=lambda report: (report.published or "~", report.id)):
        name = report.outlet or _of_file(report.id)
        if name and _plain(name):
            found.setdefault(_plain(name), _Outlet(name, (name,), report.id))
    for line in sections("agencies.txt")["agencies"]:
        forms = tuple(form.strip() for form in line.split("|"))
        own = [key for form in forms if (key := _plain(form)) in found]
        if own:
            found[own[0]] = found[own[0]]._replace(forms=tuple(dict.fromkeys((*found[own[0]].forms, *forms))))
        else:
            found[_plain(forms[0])] = _Outlet(forms[0], forms, None)
    return list(found.values())


def _of_file(report: str) -> str | None:
    """The outlet that the name of a file tells: "02-nordwire"; None where it tells none."""
    bare = _NUMBERED.sub("", report)
    told = bare.replace("-", " ").replace("_", " ")
    return told.title() if bare != report and len(told) >= _LETTERS and told.replace(" ", "").isalpha() else None


def _plain(name: str) -> str:
    parts = [word.lower() for word in _WORD.findall(name.replace(".", " "))]
    return " ".join(word for word in parts if word not in _AROUND)


def _named(piece: Annotated, outlet: _Outlet) -> Iterator[Relied]:
    name = rf"(?:[Tt]he\s+)?(?:{'|'.join(_pattern(form) for form in outlet.forms)})(?![\w-])"
    text = piece.report.text
    if not re.search(name, text):
        return
    credit = _credit(name, text)
    if credit is not None:
        yield _relied(piece, outlet, Span(start=credit.start(), end=credit.end()), (Span(start=0, end=len(text)),))
        return
    for match in re.finditer(rf"(?i:\b(?:{_BEFORE}))\s+{name}|(?<![\w-]){name}(?:\s+(?i:{_BEHIND})\b)", text):
        place = Span(start=match.start(), end=match.end())
        sentence = _sentence(piece, place)
        if sentence is not None and not any(f.span.overlaps(place) for f in piece.furniture):
            yield _relied(piece, outlet, place, (sentence,))


def _pattern(form: str) -> str:
    parts = [re.escape(word) for word in _WORD.findall(re.sub(r"^(?:www\.)?([\w-]+)\.[\w.]+$", r"\1", form))]
    return r"[\s.-]+".join(part for part in parts if part.lower() != "the") or "(?!)"


def _credit(name: str, text: str) -> re.Match[str] | None:
    """The words that credit a whole report to an agency: in its place line, its byline, its last line."""
    head, end = text[:_HEAD], max(0, len(text) - _END)
    found = re.search(rf"(?m)^[A-Z][\w.,'’ /-]{{1,50}}\(\s*{name}\s*\)\s*[-–—:]*", head)
    found = found or re.search(rf"(?m)^\s*(?:\(\s*{name}\s*\)|{name})\s*[-–—]+\s", head)
    found = found or re.search(rf"(?m)^\s*(?i:by|from|source:?)\s+(?:[A-Z][\w.'’-]*[ ,|/]+){{0,5}}{name}\s*$", head)
    last = re.compile(rf"(?m)(?:^|(?<=[.”\"]))\s*(?:[(\[—–-]+\s*|(?i:source:?)\s+){name}\s*[)\]]?\s*\Z")
    return found or last.search(text, end)


def _sentence(piece: Annotated, place: Span) -> Span | None:
    at = bisect_right(piece.sentences, place.start, key=lambda span: span.start) - 1
    return piece.sentences[at] if at >= 0 and piece.sentences[at].overlaps(place) else None


def _relied(piece: Annotated, outlet: _Outlet, place: Span, spans: tuple[Span, ...]) -> Relied:
    told = evidence(piece.report, place)
    return Relied(report=piece.report.id, source=outlet.name, evidence=told, spans=spans, other=outlet.report)
