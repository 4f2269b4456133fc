"""The eight parts as lines for the terminal, each cut to what fits on one or two screens."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from crosswire.model import Evidence, Point, Relied, StoryAct, Unread
from crosswire.show import ink
from crosswire.show.clashes import Clash, caveats, tally
from crosswire.show.clip import clip, clip_around
from crosswire.show.ink import Sheet
from crosswire.show.labels import (
    ACTS_ARE,
    ANY_DAY,
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
from crosswire.show.parts import Alone, Matter, Parts, Reading, doubted, nothing_differs
from crosswire.show.registers import joined
from crosswire.show.said import Utterance, Voiced
from crosswire.show.visible import one_line

_SIDES, _FEW_CLASHES, _IN_A_LINE, _ACT = 4, 4, 8, 44


def brief(parts: Parts, lookup: Lookup, sheet: Sheet) -> Iterator[RenderableType]:
    """Yields the brief's lines in the order of the eight parts; an empty part is left out, but for the differences."""
    yield from _read(parts, lookup, sheet)
    yield from _differ(parts, lookup, sheet)
    yield from _agree(parts.agreed, lookup, sheet)
    yield from _matters(parts.matters, lookup, sheet)
    yield from _said(parts.voices, lookup, sheet)
    yield from _alone(parts.alone, lookup, sheet)
    yield from _acted(parts, lookup, sheet)
    yield from joined(parts.entries, lookup, sheet)
    yield from _timeline(parts, lookup, sheet)
    yield Text("\nThe whole of it, each line with its place in the report: --output page.html", style=ink.FAINT)


def _read(parts: Parts, lookup: Lookup, sheet: Sheet) -> Iterator[RenderableType]:
    reading = parts.reading
    if parts.headline:
        line = Text().append(f"“{clip(parts.headline.exact, 2 * sheet.width - 30)}”", style="bold")
        line.append("  title of ", style=ink.FAINT)
        line.append(clip(lookup.label(parts.headline.report), 16), style=ink.NAME)
        yield line
    told = f"{count(reading.reports, 'report')}, {count(reading.origins, 'origin')}"
    yield ink.heading(1, "Read", told)
    column = min(16, max((len(one_line(lookup.label(report.id))) for report in reading.reports), default=2))
    for report in reading.reports[: sheet.room.reports]:
        what = [
            clip(lookup.name(report.id), 40),
            day(report.published),
            clip(reading.titles.get(report.id, ""), sheet.width),
        ]
        body = Text(
            clip(" · ".join(part for part in what if part) or "no outlet or date told", sheet.width - column - 8)
        )
        yield ink.entry(Text(clip(lookup.label(report.id), column), style=ink.NAME), body, column)
    if len(reading.reports) > sheet.room.reports:
        yield ink.more(len(reading.reports) - sheet.room.reports)
    yield from _left_out(reading, lookup)


def _left_out(reading: Reading, lookup: Lookup) -> Iterator[RenderableType]:
    if reading.copies:
        line = Text("   copies of one text, counted once: ")
        yield line.append_text(ink.names([report for group in reading.copies for report in group], lookup))
    for relied in _first_of_each(reading.relies)[:4]:
        line = Text("   ").append_text(ink.names([relied.report], lookup)).append(" ← ")
        line.append_text(ink.names([relied.other], lookup) if relied.other else Text(one_line(relied.source)))
        yield line.append(f"  relies on it: “{clip(relied.evidence.exact, 60)}”")
    for doubt in reading.doubtful[:4]:
        yield Text(f"   {clip(lookup.label(doubt.report), 40)}: {doubted(doubt, lookup)}", style="bold")
    for report in reading.passed_over[:3]:
        yield Text(f"   kept, not compared: {clip(lookup.label(report.id), 40)}: in {language(report.language)}")
    for unread in reading.unread[:4]:
        yield Text(left_out(unread), style="bold")
    if len(reading.unread) > 4:
        yield ink.more(len(reading.unread) - 4)


def left_out(unread: Unread) -> str:
    """Returns the line that names what was given and not used, and why."""
    return f"   {unused(unread)}: {one_line(unread.name)}: {one_line(unread.why)}"


def _first_of_each(relies: tuple[Relied, ...]) -> list[Relied]:
    """Returns the first place where each report names each of its sources."""
    return list({(relied.report, relied.other or relied.source): relied for relied in reversed(relies)}.values())[::-1]


def _differ(parts: Parts, lookup: Lookup, sheet: Sheet) -> Iterator[RenderableType]:
    clashes = parts.clashes
    yield ink.heading(2, "Where they differ", tally(clashes), style="bold red" if clashes else "bold")
    if not clashes:
        yield Text(f"   {nothing_differs(parts)}")
    rows = 2 if len(clashes) <= _FEW_CLASHES else 1
    for clash in clashes[: sheet.room.clashes]:
        yield from _clash(clash, rows, lookup, sheet)
    for clash in clashes[sheet.room.clashes :][:_IN_A_LINE]:
        yield _clash_in_a_line(clash, lookup, sheet)
    if len(clashes) > sheet.room.clashes + _IN_A_LINE:
        yield ink.more(len(clashes) - sheet.room.clashes - _IN_A_LINE)
    for found in parts.inconsistencies[:3]:
        line = Text().append("   WITHIN ", style=ink.CONFLICT)
        line.append_text(ink.full_names([found.report], lookup, sheet.width // 2))
        yield line.append(f"  {one_line(found.why)}")


def _clash(clash: Clash, rows: int, lookup: Lookup, sheet: Sheet) -> Iterator[RenderableType]:
    style = _style(clash)
    yield _head(clash, sheet)
    for place, side in enumerate(clash.sides[:_SIDES]):
        told = clip(value(side.value), sheet.width - 11 - len(ink.names(side.reports, lookup)))
        head = Text().append(f"{told}  " if told else "", style="bold")
        head.append_text(ink.full_names(side.reports, lookup, sheet.width - 9 - len(head)))
        yield ink.entry(Text(letter(place), style=style), head, 1, indent=5)
        for telling in side.told[:1]:
            words = ink.words(clip_around(telling.pieces, rows * (sheet.width - 11)), style, sheet)
            yield ink.entry(Text(""), words, 1, indent=5)
    if len(clash.sides) > _SIDES:
        yield Text(f"     … and {count(len(clash.sides) - _SIDES, 'more value')}", style=ink.FAINT)


def _clash_in_a_line(clash: Clash, lookup: Lookup, sheet: Sheet) -> Text:
    line = _head(clash, sheet)
    for place, side in enumerate(clash.sides[:_SIDES]):
        line.append(" · " if place else "  ")
        told = value(side.value) if side.value else side.told[0].words.exact
        line.append(clip(told, sheet.width // 3), style="bold")
        line.append(" ").append_text(ink.names(side.reports, lookup, few=3))
    if not sheet.narrow:
        line.truncate(sheet.width, overflow="ellipsis")
    return line


def _head(clash: Clash, sheet: Sheet) -> Text:
    head = Text("   ").append(clip(title(clash.difference), sheet.width - 22).upper(), style=_style(clash))
    return head.append(f"  {NATURES['update']}" if clash.difference.nature == "update" else "", style=ink.FAINT)


def _style(clash: Clash) -> str:
    return ink.CONFLICT if clash.difference.nature == "conflict" else ink.UPDATE


def _agree(points: tuple[Point, ...], lookup: Lookup, sheet: Sheet) -> Iterator[RenderableType]:
    if not points:
        return
    yield ink.heading(3, "What they agree on", count(points, "point"))
    for point in points[: sheet.room.agreed]:
        reports = lookup.in_order(told.report for told in point.evidence)
        named = ink.names(reports, lookup)
        body = Text(clip(point.gist, max(40, sheet.width - 11 - len(named))) + "  ")
        body.append_text(named)
        for what, why in caveats(point, lookup)[:1]:
            body.append(f"\n{clip(f'{what}: {why}', sheet.width - 8)}", style=ink.FAINT)
        yield ink.entry(Text(str(point.origins), style=ink.AGREED), body, 2)
    if len(points) > sheet.room.agreed:
        yield ink.more(len(points) - sheet.room.agreed)


def _matters(matters: tuple[Matter, ...], lookup: Lookup, sheet: Sheet) -> Iterator[RenderableType]:
    if not matters:
        return
    yield ink.heading(4, MATTER, f"{count(matters, 'point')}; {MATTER_IS}")
    for matter in matters[: sheet.room.matters]:
        for place, told in enumerate((matter.first, *matter.others[:1])):
            reports = matter.agreed if place == 0 else (told.report,)
            hidden = len(matter.others) - 1 if place else 0
            named = ink.names(lookup.in_order(reports), lookup)
            body = Text(clip(told.exact, max(40, sheet.width - 22 - len(named))) + "  ")
            body.append_text(named)
            body.append(f"  and {hidden} more" if hidden else "", style=ink.FAINT)
            yield ink.entry(Text("≈" if place else "–", style=ink.FAINT), body, 1, indent=5 if place else 3)
    if len(matters) > sheet.room.matters:
        yield ink.more(len(matters) - sheet.room.matters)


def _said(voices: tuple[Voiced, ...], lookup: Lookup, sheet: Sheet) -> Iterator[RenderableType]:
    if not voices:
        return
    told = f"{count(voices, 'voice')}, {count(sum(len(v.utterances) for v in voices), 'utterance')}"
    yield ink.heading(5, "Who said what", told)
    for voice in voices[: sheet.room.voices]:
        name = Text("   ")
        name.append(one_line(voice.name or "Voice not told or not settled"), style="bold")
        name.append(" (for the government)" if voice.government else "")
        hidden = len(voice.utterances) - sheet.room.utterances
        name.append(f"  and {hidden} more" if hidden > 0 else "", style=ink.FAINT)
        yield name
        for utterance in voice.utterances[: sheet.room.utterances]:
            yield from _utterance(utterance, lookup, sheet)
    if len(voices) > sheet.room.voices:
        yield ink.more(len(voices) - sheet.room.voices)


def _utterance(utterance: Utterance, lookup: Lookup, sheet: Sheet) -> Iterator[RenderableType]:
    first = utterance.variants[0]
    reports = lookup.in_order(telling.evidence.report for telling in first.tellings)
    alone = len(lookup.by_origin(utterance.reports)) == 1 < len(lookup.story.origins)
    said = clip(first.tellings[0].evidence.exact, 2 * sheet.width - 40)
    body = ink.cue(first.tellings[0].cue)
    body.append(quoted(said) if first.tellings[0].manner == "direct" else said)
    body.append("  only in " if alone else "  ", style=ink.FAINT)
    body.append_text(ink.names(reports, lookup))
    for speaker, given in utterance.given_to:
        body.append(f"\ngiven to {one_line(speaker)} in ", style=ink.CONFLICT)
        body.append_text(ink.names(given, lookup))
    yield ink.entry(Text("–"), body, 1, indent=5)
    for variant in utterance.variants[1:3]:
        line = ink.names([telling.evidence.report for telling in variant.tellings], lookup)
        line.append("  ")
        other = clip(variant.tellings[0].evidence.exact, sheet.width)
        line.append_text(ink.cue(variant.tellings[0].cue))
        line.append_text(ink.changed(variant.stretches, sheet) if variant.stretches else Text(other))
        yield ink.entry(Text(""), line, 1, indent=5)


def _alone(alone: tuple[Alone, ...], lookup: Lookup, sheet: Sheet) -> Iterator[RenderableType]:
    if not alone:
        return
    yield ink.heading(6, "What only one report tells", count(sum(len(a.points) for a in alone), "point"))
    column = max(2, *(min(16, len(ink.names(a.reports, lookup).plain)) for a in alone[: sheet.room.alone_reports]))
    for group in alone[: sheet.room.alone_reports]:
        for place, point in enumerate(group.points[: sheet.room.alone]):
            label = ink.names(group.reports, lookup, few=1) if place == 0 else Text("")
            last = place == min(sheet.room.alone, len(group.points)) - 1 and len(group.points) > sheet.room.alone
            body = Text(clip(point.gist, sheet.width - column - (24 if last else 8)))
            body.append(f"  and {len(group.points) - sheet.room.alone} more" if last else "", style=ink.FAINT)
            yield ink.entry(label, body, column)
    if len(alone) > sheet.room.alone_reports:
        yield ink.more(sum(len(a.points) for a in alone[sheet.room.alone_reports :]))


def _acted(parts: Parts, lookup: Lookup, sheet: Sheet) -> Iterator[RenderableType]:
    total = sum(len(kind.acts) for kind in parts.acts)
    if not total:
        return
    yield ink.heading(7, ACTS_ARE, count(total, "act"))
    room, fair = sheet.room.acts, max(1, sheet.room.acts // len(parts.acts))
    for kind in parts.acts:
        for place, act in enumerate(kind.acts[: min(room, fair)]):
            yield _act(act, kind.kind if place == 0 else "", lookup, sheet)
        room -= min(room, fair, len(kind.acts))
    if total > sheet.room.acts - room:
        yield ink.more(total - (sheet.room.acts - room))


def _act(act: StoryAct, kind: str, lookup: Lookup, sheet: Sheet) -> RenderableType:
    body = Text().append(one_line(act.actor or "not settled who"), style="bold")
    body.append(f" to {one_line(act.addressee)}: " if act.addressee else ": ")
    if act.evidence:
        spare = sheet.width - 18 - len(body) - len(ink.names([e.report for e in act.evidence], lookup))
        body.append(clip(act.evidence[0].exact, max(_ACT, spare)))
    for name, told in (("condition", act.condition), ("deadline", act.deadline)):
        if told and not any(_within(told, e) for e in act.evidence[:1]):
            body.append(f" ({name}: {clip(told.exact, 60)})")
    body.append("  ")
    body.append_text(ink.names([e.report for e in act.evidence], lookup))
    return ink.entry(Text(kind), body, 12)


def _within(inner: Evidence, outer: Evidence) -> bool:
    return inner.report == outer.report and outer.start <= inner.start and inner.end <= outer.end


def _timeline(parts: Parts, lookup: Lookup, sheet: Sheet) -> Iterator[RenderableType]:
    if not parts.timeline:
        return
    told = count(parts.timeline, "happening") + (f"; {ANY_DAY}" if parts.ranges else "")
    yield ink.heading(8, "Timeline", told)
    most = sorted(parts.timeline, key=lambda happening: -len(happening.evidence))[: sheet.room.days]
    for happening in (h for h in parts.timeline if h in most):
        told = happening.evidence[0].exact if happening.evidence else ""
        named = ink.names([e.report for e in happening.evidence], lookup)
        body = Text(clip(told, max(24, sheet.width - (12 if sheet.narrow else 36) - len(named))) + "  ")
        body.append_text(named)
        when = Text(days(happening.first, happening.last), style="bold")
        if sheet.narrow:
            yield ink.entry(Text(""), when, 1)
        yield ink.entry(Text("") if sheet.narrow else when, body, 1 if sheet.narrow else 26)
    if len(parts.timeline) > sheet.room.days:
        yield ink.more(len(parts.timeline) - sheet.room.days)
