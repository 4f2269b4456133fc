"""A check of quotations told to an editor: lines for a terminal, and a page that asks for nothing."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import get_args

from crosswire.quotes.types import Asked, Edit, Finding, Kind, Place, QuoteCheck
from crosswire.show.visible import one_line

_NO_MARKS = "not between quotation marks there"
_STYLE = """body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b;
background:#fff}li{margin:0 0 1.4rem}blockquote{margin:.2rem 0 .2rem 1rem}.kind{font-weight:700}.place{color:#444}
del{background:#ffe0dc}ins{background:#dcefdc;text-decoration:none}code{font-size:.8em;overflow-wrap:anywhere}
@media(prefers-color-scheme:dark){body{color:#eee;background:#181818}.place{color:#bbb}del{background:#5a2722}
ins{background:#22492a}}"""


def terminal(checked: QuoteCheck) -> str:
    """Returns the findings as lines; no text of a draft or a report can steer the terminal."""
    lines = [one_line(f"{checked.draft}: {_counts(checked)}"), ""]
    for found in checked.findings:
        lines.append(f"{found.kind.upper()}  {_asked(found.asked)}")
        for place in found.places:
            lines.append(f"    {_place(place)}")
            lines.extend(f"        “{one_line(words)}”" for words in place.exact if not place.edits)
            lines.extend(f"        {_edit(edit)}" for edit in place.edits)
    lines.extend(f"NOBODY'S WORDS  {_asked(words)}" for words in checked.aside)
    return "".join(f"{line}\n" for line in lines)


def page(checked: QuoteCheck) -> str:
    """Returns the findings as one HTML page without scripts, pictures or addresses."""
    items = "\n".join(_item(found) for found in checked.findings)
    aside = "".join(f"<li>{escape(_asked(words))}</li>" for words in checked.aside)
    looked = "".join(
        f"<li>{escape(one_line(report.id))} <code>{escape(report.sha256)}</code></li>" for report in checked.reports
    )
    unread = "".join(f"<li>{escape(one_line(f'{item.name}: {item.why}'))}</li>" for item in checked.unread)
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        f"<title>Quotations of {escape(one_line(checked.draft))}</title><style>{_STYLE}</style></head><body><main>\n"
        f"<h1>Quotations of {escape(one_line(checked.draft))}</h1>\n"
        f"<p>{escape(_counts(checked))}</p>\n<ol>\n{items}\n</ol>\n"
        + _section("Nobody's words", aside)
        + _section("Looked in", looked)
        + _section("Not read", unread)
        + "</main></body></html>\n"
    )


def _section(title: str, items: str) -> str:
    return f"<h2>{title}</h2><ul>{items}</ul>\n" if items else ""


def _item(found: Finding) -> str:
    asked = found.asked
    who = f" ({escape(one_line(asked.speaker))})" if asked.speaker else ""
    first = found.places[0] if found.places else None
    words = _marked(asked, first.edits) if first else escape(one_line(asked.words))
    places = "".join(
        f'<p class="place">{escape(_place(place))}</p>'
        + "".join(f"<blockquote>“{escape(one_line(exact))}”</blockquote>" for exact in place.exact)
        for place in found.places
    )
    where = f"draft {asked.span.start} to {asked.span.end}"
    return f'<li><span class="kind">{found.kind}</span>{who} {where}<blockquote>“{words}”</blockquote>{places}</li>'


def _marked(asked: Asked, edits: tuple[Edit, ...]) -> str:
    """The draft's words, those that the report has otherwise struck out and the report's put in."""
    pieces: list[str] = []
    at = 0
    for edit in edits:
        start, end = edit.draft.start - asked.span.start, edit.draft.end - asked.span.start
        pieces.append(escape(_line(asked.words[at:start])))
        pieces.append(f"<del>{escape(_line(asked.words[start:end]))}</del>" if end > start else "")
        pieces.append(
            f"<ins>{escape(one_line(edit.report_words))}</ins>{' ' * (start == end)}" if edit.report_words else ""
        )
        at = end
    return "".join([*pieces, escape(_line(asked.words[at:]))])


def _line(text: str) -> str:
    """One line with a blank at an end where the text has one."""
    before, after = text[:1].isspace(), text[-1:].isspace()
    told = one_line(text)
    return f"{' ' if before else ''}{told}{' ' if after and told else ''}"


def _counts(checked: QuoteCheck) -> str:
    def told() -> Iterator[str]:
        for kind in get_args(Kind):
            count = sum(found.kind == kind for found in checked.findings)
            if count:
                yield f"{count} {kind}"

    total = len(checked.findings)
    return f"{total} quotation{'' if total == 1 else 's'}" + "".join(f", {one}" for one in told())


def _asked(asked: Asked) -> str:
    who = f"{asked.speaker}: " if asked.speaker else ""
    return one_line(f"{who}“{asked.words}”  [{asked.span.start}:{asked.span.end}]")


def _place(place: Place) -> str:
    spans = " ".join(f"[{span.start}:{span.end}]" for span in place.spans)
    who = place.speaker or "nobody named"
    marks = "" if place.marks else f", {_NO_MARKS}"
    return one_line(f"{place.report} {spans}  {who}{marks}  sha256 {place.sha256[:16]}")


def _edit(edit: Edit) -> str:
    ours, theirs = one_line(edit.draft_words), one_line(edit.report_words)
    if not theirs:
        return f"draft has “{ours}”, the report does not [{edit.report.start}]"
    if not ours:
        return f"draft leaves out “{theirs}” [{edit.report.start}:{edit.report.end}]"
    return f"draft has “{ours}”, the report “{theirs}” [{edit.report.start}:{edit.report.end}]"
