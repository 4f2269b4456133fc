"""A story as an RO-Crate: one ZIP with the ledger, the page and the hashes of every text, to be kept and cited.

Source: RO-Crate Metadata Specification 1.1, https://w3id.org/ro/crate/1.1.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable, Iterator, Mapping
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import msgspec
from msgspec.structs import replace

from crosswire.export.annotations import web_annotations
from crosswire.export.ledger import told
from crosswire.export.parcel import Dossier, Parcel
from crosswire.export.withheld import withheld
from crosswire.model import StoryReport, Struct
from crosswire.show import page, table
from crosswire.weblinks import web_link

CONTEXT: Final = ("https://w3id.org/ro/crate/1.1/context", {"sha256": "https://schema.org/sha256"})
METADATA: Final = "ro-crate-metadata.json"
LICENSE: Final = (
    "The words quoted belong to those who published the reports; this crate grants no right to them beyond what the "
    "law allows for quoting."
)
_FIRST_DAY: Final = (1980, 1, 1, 0, 0, 0)  # the earliest that ZIP knows: equal crates are equal bytes

Json = Mapping[str, object]


class _File(Struct, frozen=True):
    """A file of the crate: its name, what it holds, of which media type; `of` is the report it is the text of."""

    name: str
    about: str
    media: str
    data: bytes
    of: str | None = None


def crate(parcel: Parcel) -> bytes:
    """Returns the story of a parcel as the bytes of a ZIP; the same story gives the same bytes.

    Whole texts are in it only where the parcel allows them, one file a report, whose SHA-256 is that of the ledger.
    Else ledger, page and annotations hold of each text only the words that are quoted as evidence.
    """
    dossier = parcel.stories[0]
    if not parcel.texts:
        dossier = replace(dossier, story=withheld(dossier.story))
    files = [*_views(dossier), *(_texts(dossier.story.reports) if parcel.texts else ())]
    metadata = msgspec.json.format(msgspec.json.encode({"@context": CONTEXT, "@graph": _graph(dossier, files)}))
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as packed:
        packed.writestr(_entry(METADATA), metadata)
        for file in files:
            packed.writestr(_entry(file.name), file.data)
    return out.getvalue()


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, _FIRST_DAY)
    entry.compress_type = ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    return entry


def _views(dossier: Dossier) -> Iterator[_File]:
    def file(name: str, about: str, media: str, text: str) -> _File:
        return _File(name=name, about=about, media=media, data=text.encode("utf-8", "replace"))

    story, remarks = dossier.story, dossier.remarks
    ledger = msgspec.json.encode(told(dossier)).decode() + "\n"
    yield file("ledger.json", "the ledger, crosswire.story/1, with the marks of people", "application/json", ledger)
    yield file("page.html", "the reports side by side, to be read", "text/html", page(story, remarks))
    yield file("evidence.csv", "a row a piece of evidence", "text/csv", table(story, remarks))
    yield file("annotations.jsonld", "the evidence as Web Annotations", "application/ld+json", web_annotations(dossier))


def _texts(reports: tuple[StoryReport, ...]) -> Iterator[_File]:
    """Gives each report's text by the number of its place: no name that a source chose becomes a path."""
    for number, report in enumerate(reports, 1):
        yield _File(
            name=f"texts/{number:03}.txt", about="the text as stored, in which all offsets count", media="text/plain",
            data=report.text.encode("utf-8", "surrogatepass"), of=report.id,
        )  # fmt: skip


def _graph(dossier: Dossier, files: Iterable[_File]) -> list[Json]:
    files, reports = list(files), dossier.story.reports
    named = {report.id: f"#report-{number}" for number, report in enumerate(reports, 1)}  # two may be of one address
    root: dict[str, object] = {
        "@id": "./",
        "@type": "Dataset",
        "identifier": dossier.id,
        "name": f"Story {dossier.id}: {len(reports)} reports side by side",
        "description": "What reports of one event share and where they differ, every line with its place in a report.",
        "datePublished": dossier.at,
        "license": LICENSE,
        "hasPart": [{"@id": file.name} for file in files],
        "mentions": [{"@id": name} for name in named.values()],
    }
    about = {
        "@id": METADATA,
        "@type": "CreativeWork",
        "conformsTo": {"@id": "https://w3id.org/ro/crate/1.1"},
        "about": {"@id": "./"},
    }
    outlets = dict.fromkeys(report.outlet for report in reports if report.outlet)
    publishers = {outlet: f"#outlet-{number}" for number, outlet in enumerate(outlets, 1)}
    return [
        about,
        root,
        *(_file(file, named) for file in files),
        *(_report(report, named[report.id], publishers, dossier.read_at.get(report.id)) for report in reports),
        *({"@id": name, "@type": "Organization", "name": outlet} for outlet, name in publishers.items()),
    ]


def _file(file: _File, named: Mapping[str, str]) -> Json:
    whose = {"isBasedOn": {"@id": named[file.of]}} if file.of is not None else {}
    return {
        "@id": file.name,
        "@type": "File",
        "name": file.name,
        "description": file.about,
        "encodingFormat": file.media,
        "contentSize": str(len(file.data)),
        "sha256": hashlib.sha256(file.data).hexdigest(),
        **whose,
    }


def _report(report: StoryReport, name: str, publishers: Mapping[str, str], read_at: str | None) -> Json:
    link = web_link(report.url)
    told = {
        "headline": report.title,
        "datePublished": report.published,
        "inLanguage": report.language,
        "url": None if isinstance(link, str) else link.url,
        "publisher": {"@id": publishers[report.outlet]} if report.outlet else None,
        "sdDatePublished": read_at,
    }
    return {
        "@id": name,
        "@type": "NewsArticle",
        "name": report.title or report.id,
        "identifier": report.id,
        "sha256": report.sha256,
        **{field: value for field, value in told.items() if value is not None},
    }
