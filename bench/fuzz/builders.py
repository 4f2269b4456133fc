"""Small files of every format that crosswire reads, all of one invented report: where fuzzing and tests begin."""

from __future__ import annotations

import csv
import gzip
import io
import json
import zipfile
from collections.abc import Callable
from typing import Final
from xml.sax.saxutils import escape

TITLE: Final = "Strait of Mirra closed"
OUTLET: Final = "Halden Post"
DAY: Final = "2031-09-05"
URL: Final = "https://halden.example/world/strait-closed.html"
WORDS: Final = (
    "Norland will close the strait of Mirra to all foreign ships on Friday, its foreign minister said in Halden.",
    "Veskia called the closure a breach of the treaty and said that its tankers would not turn back for anybody.",
    "Fourteen ships waited at the mouth of the strait on Thursday evening, the harbour master of Orsk said.",
)
TEXT: Final = "\n\n".join(WORDS)
PARAGRAPHS: Final = "".join(f"<p>{words}</p>" for words in WORDS)
PAGE: Final = (
    f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{TITLE}</title>'
    f'<meta property="og:site_name" content="{OUTLET}"><meta property="article:published_time" content="{DAY}">'
    f'<link rel="canonical" href="{URL}"></head><body><article><h1>{TITLE}</h1>{PARAGRAPHS}</article></body></html>'
)
ROW: Final = {"id": "r1", "title": TITLE, "outlet": OUTLET, "published": DAY, "url": URL, "text": TEXT}


def plain() -> bytes:
    """A plain text."""
    return f"{TITLE}\n\n{OUTLET}, 5 September 2031\n\n{TEXT}\n".encode()


def page() -> bytes:
    """A page."""
    return PAGE.encode()


def saved() -> bytes:
    """A page as a browser saves it in one file."""
    return (
        f"From: <Saved by a browser>\r\nSnapshot-Content-Location: {URL}\r\nSubject: {TITLE}\r\n"
        "Date: Mon, 08 Sep 2031 10:00:00 +0000\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n'
        f"--b\r\nContent-Type: text/html\r\nContent-Location: {URL}\r\n"
        f"Content-Transfer-Encoding: 8bit\r\n\r\n{PAGE}\r\n"
        "--b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n--b--\r\n"
    ).encode()


def mail() -> bytes:
    """A message with an attachment."""
    return (
        f"From: {OUTLET} <news@halden.example>\r\nSubject: {TITLE}\r\nDate: Fri, 05 Sep 2031 10:00:00 +0200\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n'
        f"--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{TEXT}\r\n"
        '--b\r\nContent-Type: image/png\r\nContent-Disposition: attachment; filename="map.png"\r\n\r\nx\r\n--b--\r\n'
    ).encode()


def pdf() -> bytes:
    """A document of one page, lines broken as in print, one word parted by a hyphen."""
    lines = [line for words in WORDS for line in _broken(words.replace("Thursday", "Thurs-\nday"))]
    drawn = "".join(f"({line}) Tj T*\n" for line in lines)
    stream = f"BT /F1 11 Tf 14 TL 72 720 Td\n{drawn}ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Title (%s) >>" % TITLE.encode(),
    ]
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, told in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, told)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer\n<< /Size 7 /Root 1 0 R /Info 6 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(out)
    return bytes(out) + b"xref\n0 7\n0000000000 65535 f \n" + table + end


def _broken(words: str) -> list[str]:
    lines = [""]
    for word in words.split(" "):
        first, *rest = word.split("\n")
        if len(lines[-1]) + len(first) > 60:
            lines.append("")
        lines[-1] = f"{lines[-1]} {first}".strip()
        lines.extend(rest)
    return lines


def docx() -> bytes:
    """A Word document."""
    import docx as word

    document = word.Document()
    document.core_properties.title = TITLE
    for words in WORDS:
        document.add_paragraph(words)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def odt() -> bytes:
    """An OpenDocument text with a note in it."""
    names = (
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    )
    note = "<text:note><text:note-body><text:p>A note.</text:p></text:note-body></text:note>"
    body = "".join(f"<text:p>{words}{note}</text:p>" for words in WORDS)
    content = f"<office:document-content {names}><office:body><office:text>{body}</office:text></office:body>"
    meta = f"<office:document-meta {names}><office:meta><dc:title>{TITLE}</dc:title></office:meta>"
    return zipped(
        {
            "mimetype": b"application/vnd.oasis.opendocument.text",
            "content.xml": f"{content}</office:document-content>".encode(),
            "meta.xml": f"{meta}</office:document-meta>".encode(),
        }
    )


def rtf() -> bytes:
    """An RTF document."""
    body = r"\par\par ".join(WORDS)
    return rf"{{\rtf1\ansi{{\info{{\title {TITLE}}}}}{{\fonttbl{{\f0 Times;}}}}\f0 {body}\par}}".encode()


def line() -> bytes:
    """Lines of JSON."""
    return json.dumps(ROW).encode() + b"\n" + json.dumps({"body": TEXT, "link": URL}).encode() + b"\n"


def listed() -> bytes:
    """A JSON list whose fields have other names."""
    row = {"headline": TITLE, "source": {"name": OUTLET}, "publishedAt": DAY, "maintext": TEXT, "url": URL}
    return json.dumps([row], indent=1).encode()


def ninjs() -> bytes:
    """An item of the ninjs standard."""
    body = [{"contentType": "text/html", "value": PARAGRAPHS}, {"contentType": "text/plain", "value": TEXT}]
    told = {"uri": "urn:halden:1", "headlines": [{"role": "main", "value": TITLE}], "bodies": body}
    return json.dumps({**told, "versioncreated": f"{DAY}T10:00:00Z", "provider": OUTLET}).encode()


def json_feed() -> bytes:
    """A JSON feed."""
    item = {"id": "1", "title": TITLE, "content_html": PARAGRAPHS, "date_published": f"{DAY}T10:00:00Z", "url": URL}
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": OUTLET, "items": [item]}).encode()


def table(delimiter: str = ",") -> bytes:
    """A table."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter)
    writer.writerow(["Headline", "Source", "Date published", "Link", "Body"])
    writer.writerow([TITLE, OUTLET, DAY, URL, TEXT])
    return out.getvalue().encode()


def rss() -> bytes:
    """An RSS feed."""
    return (
        f'<?xml version="1.0"?><rss version="2.0"><channel><title>{OUTLET}</title><item><title>{TITLE}</title>'
        f"<link>{URL}</link><pubDate>Fri, 05 Sep 2031 10:00:00 +0200</pubDate>"
        f"<description>{escape(PARAGRAPHS)}</description></item></channel></rss>"
    ).encode()


def atom() -> bytes:
    """An Atom feed."""
    return (
        f'<feed xmlns="http://www.w3.org/2005/Atom"><title>{OUTLET}</title><entry><title>{TITLE}</title>'
        f'<link href="{URL}"/><updated>{DAY}T10:00:00Z</updated><content type="html">{escape(PARAGRAPHS)}</content>'
        "</entry></feed>"
    ).encode()


def newsml() -> bytes:
    """An item of NewsML-G2."""
    return (
        '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:halden:1">'
        f"<itemMeta><provider><name>{OUTLET}</name></provider></itemMeta>"
        f"<contentMeta><contentCreated>{DAY}</contentCreated><headline>{TITLE}</headline></contentMeta><contentSet>"
        f'<inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body>{PARAGRAPHS}</body></html></inlineXML>'
        "</contentSet></newsItem>"
    ).encode()


def nitf() -> bytes:
    """A document of NITF."""
    return (
        f"<nitf><head><docdata><date.issue norm='20310905T100000Z'/></docdata></head><body><body.head><hedline>"
        f"<hl1>{TITLE}</hl1></hedline></body.head><body.content>{PARAGRAPHS}</body.content></body></nitf>"
    ).encode()


def record(url: str, body: bytes, media: str = "text/html", headers: str = "", status: str = "200 OK") -> bytes:
    """One answer in a WARC archive."""
    http = f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\n{headers}\r\n".encode() + body
    return (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2031-09-05T10:00:00Z\r\n"
        + f"WARC-Target-URI: {url}\r\nContent-Type: application/http; msgtype=response\r\n".encode()
        + f"Content-Length: {len(http)}\r\n\r\n".encode()
        + http
        + b"\r\n\r\n"
    )


def chunked(body: bytes, size: int = 200) -> bytes:
    """A body in chunks, as servers send it."""
    pieces = (body[at : at + size] for at in range(0, len(body), size))
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


def warc() -> bytes:
    """An archive of two pages, one of them chunked and packed."""
    coded = "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n"
    return record(URL, chunked(gzip.compress(page())), headers=coded) + record(URL + "?2", page())


def wacz() -> bytes:
    """The same in a WACZ file with a list of pages."""
    pages = json.dumps({"format": "json-pages-1.0"}) + "\n" + json.dumps({"url": URL}) + "\n"
    return zipped({"archive/data.warc.gz": gzip.compress(warc()), "pages/pages.jsonl": pages.encode()})


def zipped(files: dict[str, bytes]) -> bytes:
    """A ZIP archive of files by name."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in files.items():
            packed.writestr(name, data)
    return out.getvalue()


FORMATS: Final[dict[str, Callable[[], bytes]]] = {
    "plain.txt": plain,
    "mark.md": plain,
    "page.html": page,
    "page2.htm": page,
    "saved.mhtml": saved,
    "print.pdf": pdf,
    "word.docx": docx,
    "open.odt": odt,
    "rich.rtf": rtf,
    "mail.eml": mail,
    "list.json": listed,
    "ninjs.json": ninjs,
    "feed.json": json_feed,
    "lines.jsonl": line,
    "table.csv": table,
    "tabs.tsv": lambda: table("\t"),
    "rss.xml": rss,
    "atom.atom": atom,
    "news.xml": newsml,
    "nitf.xml": nitf,
    "crawl.warc": warc,
    "crawl2.warc.gz": lambda: gzip.compress(warc()),
    "pages.wacz": wacz,
    "packed.zip": lambda: zipped({"inside.txt": plain(), "picture.png": b"x", "word.docx": docx()}),
    "packed.html.gz": lambda: gzip.compress(page()),
}
"""Every format by a file name that has its ending."""
