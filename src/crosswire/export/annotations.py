"""A ledger as Web Annotations: each piece of evidence pinned to its report by place and by words.

Source: W3C Web Annotation Data Model, https://www.w3.org/TR/annotation-model/.
"""

from __future__ import annotations

import base64
import hashlib
import uuid
from collections.abc import Iterator, Mapping
from typing import Final
from urllib.parse import quote

import msgspec

from crosswire.export.parcel import Dossier
from crosswire.model import Evidence, Statement, Story, StoryReport
from crosswire.show.remarks import Remark, RemarkedWords
from crosswire.weblinks import web_link

CONTEXT: Final = ("http://www.w3.org/ns/anno.jsonld", {"crosswire": "urn:crosswire:"})
"""The vocabulary of the standard, and a name space for what it has no words for."""

AROUND: Final = 32
"""Code points of a text quote on either side."""

_NAMES: Final = uuid.UUID("8a3f2f4e-6c1b-5d7a-9e42-0c6f5b1d7e90")  # name space of our annotations' ids

Json = Mapping[str, object]
Words = Evidence | RemarkedWords


def web_annotations(dossier: Dossier) -> str:
    """Returns a collection with one annotation a piece of evidence, and one a mark, as JSON-LD.

    A position counts code points of the stored text, whose hash stands in the target's state with the time of reading;
    The 32 code points on either side stand only where the whole text is at hand.
    `source` is the report's address where it has one that can be opened, else a name made of the hash (RFC 6920).
    """
    pins = _Pins(dossier)
    items = [*_evidence(dossier.story, pins), *(_assessing(remark, pins) for remark in dossier.remarks)]
    collection = {
        "@context": CONTEXT,
        "id": f"urn:crosswire:story:{quote(dossier.id, safe='')}",
        "type": "AnnotationCollection",
        "modified": dossier.at,
        "total": len(items),
        "first": {
            "id": f"urn:crosswire:story:{quote(dossier.id, safe='')}:page:1",
            "type": "AnnotationPage",
            "startIndex": 0,
            "items": items,
        },
    }
    return msgspec.json.encode(collection).decode() + "\n"


def _evidence(story: Story, pins: _Pins) -> Iterator[Json]:
    """Gives an annotation of each piece of evidence of each part of a ledger, in the ledger's order."""
    said: dict[str, str | None]
    for point in story.points:
        about = {"part": "point", "item": point.id, "verdict": point.verdict}
        yield from (pins.annotation(about, told) for told in point.evidence)
        for difference in point.differences:
            about = {**about, "part": "difference", "slot": difference.slot, "nature": difference.nature}
            for value in difference.values:
                said = {**about, "about": difference.about, "value": value.value}
                yield from (pins.annotation(said, told) for told in value.evidence)
    for quoted in story.quotes:
        told = Evidence(report=quoted.report, start=quoted.start, end=quoted.end, exact=quoted.exact)
        yield pins.annotation({"part": "quote", "item": quoted.id, "speaker": quoted.speaker}, told)
    for statement in story.statements:
        act = statement.act.kind if statement.act else None
        said = {"part": "statement", "item": statement.id, "speaker": statement.voice.name, "act": act}
        yield from (pins.annotation(said, told) for told in pins.contents(statement))
    for done in story.acts:
        said = {"part": "act", "item": " ".join(done.statements), "act": done.kind, "speaker": done.actor}
        yield from (pins.annotation(said, told) for told in done.evidence)
    for happening in story.timeline:
        said = {"part": "timeline", "item": happening.point, "from": happening.first, "to": happening.last}
        yield from (pins.annotation(said, told) for told in happening.evidence)
    for found in story.inconsistencies:
        yield from (pins.annotation({"part": "inconsistency", "why": found.why}, told) for told in found.evidence)


def _assessing(remark: Remark, pins: _Pins) -> Json:
    """Returns a person's mark as an annotation; one of words since forgotten keeps only their place."""
    told = {"verdict": remark.verdict, "item": remark.item, "slot": remark.slot}
    body = [_body("assessing", told, remark.verdict)]
    if remark.note:
        body.append(_body("commenting", {}, remark.note))
    return {
        "id": f"urn:uuid:{uuid.uuid5(_NAMES, f'mark {remark.id} {remark.story} {remark.by} {remark.at}')}",
        "type": "Annotation",
        "motivation": "assessing",
        "creator": {"type": "Person", "name": remark.by},
        "created": remark.at,
        "body": body,
        "target": [pins.target(words) for words in remark.evidence],
    }


def _body(purpose: str, told: Mapping[str, str | None], value: str) -> Json:
    """Returns a body: words for people, and the same as fields of our own, those that tell nothing left out."""
    fields = {f"crosswire:{name}": said for name, said in told.items() if said}
    return {"type": "TextualBody", "purpose": purpose, "format": "text/plain", "value": value, **fields}


class _Pins:
    """Pins words to the reports of a story."""

    def __init__(self, dossier: Dossier) -> None:
        self._reports = {report.id: report for report in dossier.story.reports}
        self._whole = {name: report for name, report in self._reports.items() if _is_whole(report)}
        self._dossier = dossier

    def annotation(self, told: Mapping[str, str | None], evidence: Words) -> Json:
        """Returns the annotation of one piece of evidence; told again with the same words it has the same id."""
        value = "; ".join(f"{name}: {said}" for name, said in told.items() if said)
        report = self._reports.get(evidence.report)
        digest = report.sha256 if report else evidence.report
        name = f"{self._dossier.id} {value} {evidence.report} {digest} {evidence.start} {evidence.end}"
        return {
            "id": f"urn:uuid:{uuid.uuid5(_NAMES, name)}",
            "type": "Annotation",
            "motivation": "classifying",
            "created": self._dossier.at,
            "body": _body("classifying", told, value),
            "target": self.target(evidence),
        }

    def contents(self, statement: Statement) -> Iterator[Words]:
        """Gives what a statement says, as words of its report; without the words where the text is withheld."""
        report = self._whole.get(statement.report)
        for span in statement.content:
            words = report.text[span.start : span.end] if report else None
            yield RemarkedWords(report=statement.report, start=span.start, end=span.end, exact=words)

    def target(self, told: Words) -> Json:
        """Returns where words stand: source, selectors by place and by words, and the state of the text."""
        report = self._reports.get(told.report)
        selectors: list[Json] = [{"type": "TextPositionSelector", "start": told.start, "end": told.end}]
        if told.exact is not None:
            selectors.append(
                {"type": "TextQuoteSelector", "exact": told.exact, **_around(told, self._whole.get(told.report))}
            )
        return {
            "type": "SpecificResource",
            "source": _source(told.report, report),
            "selector": selectors,
            "state": self._state(told.report, report),
            "crosswire:report": told.report,
        }

    def _state(self, name: str, report: StoryReport | None) -> Json:
        read = self._dossier.read_at.get(name)
        when = {"type": "TimeState", "sourceDate": read} if read else {"type": "State"}
        return {**when, **({"crosswire:sha256": report.sha256} if report else {})}


def _around(told: Words, report: StoryReport | None) -> Json:
    if report is None:
        return {}
    before, behind = report.text[max(0, told.start - AROUND) : told.start], report.text[told.end : told.end + AROUND]
    return {"prefix": before, "suffix": behind}


def _is_whole(report: StoryReport) -> bool:
    """Tells whether the text at hand is the one that was hashed, and not one whose words are withheld."""
    return hashlib.sha256(report.text.encode("utf-8", "surrogatepass")).hexdigest() == report.sha256


def _source(name: str, report: StoryReport | None) -> str:
    if report is None:
        return f"urn:crosswire:report:{quote(name, safe='')}"
    link = web_link(report.url)
    if not isinstance(link, str):
        return link.url
    digest = base64.urlsafe_b64encode(bytes.fromhex(report.sha256)).decode().rstrip("=")
    return f"ni:///sha-256;{digest}"
