"""The brief as Markdown, for pasting into a note or a ticket: the eight parts in full."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from crosswire.model import Story, StoryReport
from crosswire.show.clashes import Clash, caveats, tally
from crosswire.show.labels import (
    ACTS_ARE,
    ANY_DAY,
    MARKS,
    MATTER,
    MATTER_IS,
    NATURES,
    count,
    day,
    days,
    language,
    letter,
    quoted,
    title,
    unused,
    value,
)
from crosswire.show.lookup import Lookup
from crosswire.show.parts import Parts, nothing_differs, parts
from crosswire.show.remarks import Remark
from crosswire.show.said import Utterance, Voiced
from crosswire.show.visible import one_line

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~&!])|^(?=[-+=]|\d+[.)])")
_ADDRESS = re.compile(r"(?i)(?<=[a-z])(:)(?=/)|(?<=www)(\.)")


def markdown(story: Story, remarks: Sequence[Remark] = ()) -> str:
    """Returns the brief as CommonMark, empty parts left out but for the differences; what people say of it last.

    Text of reports is escaped: it makes no heading, link, picture or HTML.
    """
    lookup = Lookup(story)
    found = parts(story, lookup)
    blocks = (_read, _differ, _agree, _matters, _said, _alone, _acts, _timeline)
    lines = [line for block in blocks for line in block(found, lookup)]
    return "\n".join([*lines, *_remarks(remarks)]) + "\n"


def plain(text: str) -> str:
    """Returns `text` on one line with everything escaped that Markdown would read as markup or as a link."""
    escaped = _SPECIAL.sub(lambda match: "\\" + match.group(1) if match.group(1) else "\\", one_line(text))
    return _ADDRESS.sub(lambda match: f"\\{match.group()}", escaped)


def _names(reports: Iterable[str], lookup: Lookup) -> str:
    return ", ".join(" = ".join(plain(lookup.label(report)) for report in group) for group in lookup.by_origin(reports))


def _full_names(reports: Iterable[str], lookup: Lookup) -> str:
    return " = ".join(plain("".join(lookup.full(report))) for report in reports)


def _read(found: Parts, lookup: Lookup) -> Iterator[str]:
    reading = found.reading
    yield f"# {plain(found.headline.exact) if found.headline else 'Reports side by side'}"
    yield f"\n## 1 Read: {count(reading.reports, 'report')}, {count(reading.origins, 'origin')}\n"
    for report in reading.reports:
        told = [
            lookup.name(report.id),
            day(report.published),
            reading.titles.get(report.id, ""),
            _own_id(report, lookup),
        ]
        yield f"- **{plain(lookup.label(report.id))}** " + " · ".join(plain(part) for part in told if part)
    if reading.copies:
        copies = [report for group in reading.copies for report in group]
        yield f"- copies of one text, counted once: {_names(copies, lookup)}"
    for report in reading.passed_over:
        yield f"- kept, not compared: {_names([report.id], lookup)}: in {plain(language(report.language))}"
    for unread in reading.unread:
        yield f"- {unused(unread)}: {plain(unread.name)}: {plain(unread.why)}"


def _own_id(report: StoryReport, lookup: Lookup) -> str:
    """The report's id where neither its label nor its name tells it."""
    return report.id if report.outlet and lookup.label(report.id) != report.id else ""


def _differ(found: Parts, lookup: Lookup) -> Iterator[str]:
    yield f"\n## 2 Where they differ: {tally(found.clashes)}\n"
    if not found.clashes:
        yield nothing_differs(found)
    for clash in found.clashes:
        yield from _clash(clash, lookup)
    for inconsistency in found.inconsistencies:
        yield f"- **Within {_full_names([inconsistency.report], lookup)}**: {plain(inconsistency.why)}"


def _clash(clash: Clash, lookup: Lookup) -> Iterator[str]:
    difference = clash.difference
    later = f" ({NATURES['update']})" if difference.nature == "update" else ""
    yield f"- **{plain(title(difference))}**{later}"
    for place, side in enumerate(clash.sides):
        yield f"  - {letter(place)}: " + (plain(value(side.value)) if side.value else "")
        for told in side.told:
            words = "".join(_bold(p.words) if p.clashes else _spaced(p.words) for p in told.pieces)
            yield f"    - {_full_names([e.report for e in told.clauses], lookup)}: {_quoted(words.strip())}"
    if clash.silent:
        yield f"  - see also {_names((told.report for told in clash.silent), lookup)}"


def _quoted(words: str) -> str:
    return words if words[:1] in MARKS else f"“{words}”"


def _spaced(words: str) -> str:
    before, after = " " if words[:1].isspace() else "", " " if words[-1:].isspace() else ""
    return before + plain(words) + after if words.strip() else " "


def _bold(words: str) -> str:
    return f"**{plain(words)}**" + (" " if words[-1:].isspace() else "")


def _agree(found: Parts, lookup: Lookup) -> Iterator[str]:
    if not found.agreed:
        return
    yield f"\n## 3 What they agree on: {count(found.agreed, 'point')}\n"
    for point in found.agreed:
        told = _names((e.report for e in point.evidence), lookup)
        yield f"- {plain(point.gist)} ({count(point.origins, 'origin')}: {told})"
        yield from (f"  - {plain(what)}: {plain(why)}" for what, why in caveats(point, lookup))


def _matters(found: Parts, lookup: Lookup) -> Iterator[str]:
    if not found.matters:
        return
    yield f"\n## 4 {MATTER}: {count(found.matters, 'point')}\n"
    yield f"{MATTER_IS[0].upper()}{MATTER_IS[1:]}.\n"
    for matter in found.matters:
        yield f"- {plain(matter.first.exact)} ({_names(matter.agreed, lookup)})"
        yield from (f"  - {plain(told.exact)} ({_names([told.report], lookup)})" for told in matter.others)


def _said(found: Parts, lookup: Lookup) -> Iterator[str]:
    if not found.voices:
        return
    yield f"\n## 5 Who said what: {count(found.voices, 'voice')}\n"
    for voice in found.voices:
        yield _voice(voice)
        for utterance in voice.utterances:
            yield from _utterance(utterance, lookup)


def _voice(voice: Voiced) -> str:
    name = plain(voice.name) if voice.name else "Voice not told or not settled"
    return f"- **{name}**" + (" (for the government)" if voice.government else "")


def _utterance(utterance: Utterance, lookup: Lookup) -> Iterator[str]:
    for place, variant in enumerate(utterance.variants):
        first = variant.tellings[0]
        said = plain(quoted(first.evidence.exact) if first.manner == "direct" else first.evidence.exact)
        told = "; ".join([_names((t.evidence.report for t in variant.tellings), lookup), *map(plain, variant.notes)])
        only = "only in " if len(lookup.by_origin(utterance.reports)) == 1 < len(lookup.story.origins) else ""
        said = f"({plain(first.cue)}) {said}" if first.cue else said
        yield f"{'  ' if place == 0 else '    '}- {said} ({only}{told})"
    for speaker, reports in utterance.given_to:
        yield f"    - given to {plain(speaker)} in {_names(reports, lookup)}"


def _alone(found: Parts, lookup: Lookup) -> Iterator[str]:
    if not found.alone:
        return
    yield f"\n## 6 What only one report tells: {count(sum(len(a.points) for a in found.alone), 'point')}\n"
    for group in found.alone:
        yield f"- **{_names(group.reports, lookup)}**"
        yield from (f"  - {plain(point.gist)}" for point in group.points)


def _acts(found: Parts, lookup: Lookup) -> Iterator[str]:
    if not found.acts:
        return
    yield f"\n## 7 {ACTS_ARE}: {count(sum(len(kind.acts) for kind in found.acts), 'act')}\n"
    for kind in found.acts:
        yield f"- **{kind.kind}**"
        for act in kind.acts:
            to = f" to {plain(act.addressee)}" if act.addressee else ""
            what = f": {plain(act.evidence[0].exact)}" if act.evidence else ""
            told = _names((e.report for e in act.evidence), lookup)
            yield f"  - {plain(act.actor or 'not settled who')}{to}{what} ({told})"
            for name, span in (("condition", act.condition), ("deadline", act.deadline)):
                if span:
                    yield f"    - {name}: {plain(span.exact)}"


def _timeline(found: Parts, lookup: Lookup) -> Iterator[str]:
    if not found.timeline:
        return
    yield f"\n## 8 Timeline: {count(found.timeline, 'happening')}\n"
    if found.ranges:
        yield f"{ANY_DAY[0].upper()}{ANY_DAY[1:]}.\n"
    for happening in found.timeline:
        told = plain(happening.evidence[0].exact) if happening.evidence else ""
        reports = _names((e.report for e in happening.evidence), lookup)
        yield f"- **{days(happening.first, happening.last)}** {told} ({reports})"


def _remarks(remarks: Sequence[Remark]) -> Iterator[str]:
    if remarks:
        yield f"\n## Marks: {count(remarks, 'mark')}\n"
    for remark in remarks:
        words = next((told.exact for told in remark.evidence if told.exact), "")
        yield f"- {plain(str(remark))}" + (f": “{plain(words)}”" if words else "")
