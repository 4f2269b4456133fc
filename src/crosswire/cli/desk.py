"""The commands of a desk: open, one call, print."""

from __future__ import annotations

import argparse
import getpass
import shutil
import sys
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from crosswire.cli.export import export
from crosswire.cli.output import check_open, check_writable, complain, put, write_file
from crosswire.cli.progress import Progress, Rate
from crosswire.errors import DeskError, NothingReadError, ReadError

if TYPE_CHECKING:
    from crosswire.model import Story, Struct
    from crosswire.store import Change, Desk, Hit, Stored, StorySummary, Telling

_MARGIN = 100  # columns of a file, and of a terminal whose width is not known


def add(told: argparse.Namespace, form: str) -> None:
    """Puts reports in; with --json, one line a report as soon as it is safe, then one with the stories that changed."""
    check_open()
    with _desk(told) as desk, Progress() as progress:
        tell = Rate(progress).tell

        def acknowledge(stored: Stored) -> None:
            if told.json:
                with progress.aside():
                    put(stored.to_json() + "\n")

        stored, unread = desk.store(
            told.reports, by=_person(told), allow_private=told.allow_private, strict=told.strict, tell=tell,
            acknowledge=acknowledge,
        )  # fmt: skip
        with progress.aside():
            for item in unread:
                complain(str(ReadError(item.name, item.why)))
        if not stored:
            raise NothingReadError(f"{len(told.reports)} given", "no usable report among them")
        changed = [desk.summary(story) for story in desk.catch_up(tell=tell)]
    if told.json:
        _lines(changed)
        return
    counts = {how: sum(one.arrival == how for one in stored) for how in ("new", "version", "known")}
    put(f"{counts['new']} new, {counts['version']} new versions, {counts['known']} known, {len(unread)} unread\n")
    put("".join(_story_line(story) for story in changed))


def stories(told: argparse.Namespace, form: str) -> None:
    """Lists the stories."""
    with _desk(told) as desk:
        found = desk.stories(since=told.since)
    if told.json:
        _lines(found)
    else:
        put("".join(_story_line(story) for story in found) or "no stories\n")


def show(told: argparse.Namespace, form: str) -> None:
    """Shows a story, what changed in it, or the history of its values."""
    with _desk(told) as desk:
        if told.changes or told.values:
            found: Iterable[Change | Telling] = desk.changes(told.story) if told.changes else desk.tellings(told.story)
            if told.json:
                _lines(found)
            else:
                put("".join(_change_line(one) if told.changes else _telling_line(one) for one in found))  # type: ignore[arg-type]
            return
        story = desk.story(told.story, as_of=told.as_of)
    _out(_shown(story, "json" if told.json else form, told.output), told.output, form)


def search(told: argparse.Namespace, form: str) -> None:
    """Finds words; says on standard error what of the search made no sense."""
    with _desk(told) as desk:
        words = " ".join(told.words)
        if told.saved is not None:
            kept = {one.name: one.words for one in desk.searches()}
            if told.saved not in kept:
                raise DeskError(told.saved, "there is no saved search of that name", ", ".join(sorted(kept)) or None)
            words = f"{kept[told.saved]} {words}".strip()
        if told.save is not None:
            desk.save_search(told.save, words, by=_person(told))
        found = desk.search(words, limit=max(0, told.limit))
    for item in found.ignored:
        complain(f"passed over: {item.name}: {item.why}")
    if told.json:
        put(found.to_json() + "\n")
        return
    put("".join(_hit_lines(hit) for hit in found.hits))
    put(f"{len(found.hits)} of {found.total}\n")


def log(told: argparse.Namespace, form: str) -> None:
    """Tells what was done."""
    with _desk(told) as desk:
        found = desk.log(since=told.since, limit=max(0, told.limit))
    if told.json:
        _lines(found)
        return
    for line in found:
        change = " -> ".join(part for part in (line.old, line.new) if part)
        why = f" ({line.why})" if line.why else ""
        put(_safe(f"{line.at}  {line.by}  {line.what}  {line.subject}  {change}{why}") + "\n")


def mark(told: argparse.Namespace, form: str) -> None:
    """Marks a line of a story, or lists the marks."""
    with _desk(told) as desk:
        if told.item is not None and told.verdict is None:
            raise DeskError(f"{told.story} {told.item}", "it is not said what it is marked as", "right, wrong, open")
        if told.verdict is None:
            found = desk.marks(told.story)
        else:
            found = (desk.mark(told.story, told.item, told.verdict, by=_person(told), note=told.note),)
    if told.json:
        _lines(found)
        return
    for one in found:
        where = f"{one.story} {one.item or 'fits nothing any more'}"
        words = next((e.exact for e in one.evidence if e.exact), "(forgotten)")
        note = f": {one.note}" if one.note else ""
        put(_safe(f"{one.id}  {one.verdict}  {where}  {one.by}  {words}{note}") + "\n")


def merge(told: argparse.Namespace, form: str) -> None:
    """Makes two stories one."""
    _decide(told, lambda desk: f"{desk.merge(told.story, told.into, by=_person(told), why=told.why)}")


def split(told: argparse.Namespace, form: str) -> None:
    """Takes reports out of a story."""
    _decide(told, lambda desk: "{}: {}".format(*desk.split(told.story, told.reports, by=_person(told), why=told.why)))


def move(told: argparse.Namespace, form: str) -> None:
    """Puts a report into another story."""
    _decide(told, lambda desk: f"{desk.move(told.report, told.story, by=_person(told), why=told.why)}")


def undo(told: argparse.Namespace, form: str) -> None:
    """Undoes a decision."""
    _decide(told, lambda desk: f"{desk.undo(told.decision, by=_person(told), why=told.why)} undone")


def forget(told: argparse.Namespace, form: str) -> None:
    """Removes a report's words for good."""
    with _desk(told) as desk, Progress() as progress:
        desk.forget(told.report, why=told.why, by=_person(told), tell=Rate(progress).tell)
        stored = desk.report(told.report)
    put(stored.to_json() + "\n" if told.json else _safe(f"{stored.id} is forgotten; sha256 {stored.sha256}") + "\n")


def verify(told: argparse.Namespace, form: str) -> None:
    """Reads everything again; a fault is told on standard output and ends with status 1."""
    with _desk(told) as desk, Progress() as progress:
        found = desk.verify(tell=Rate(progress).tell)
    if told.json:
        put(found.to_json() + "\n")
    else:
        put("".join(_safe(f"{fault.where}: {fault.what}") + "\n" for fault in found.faults))
        put(", ".join(f"{count} {what}" for what, count in found.counted.items()) + " read\n")
    if not found.sound:
        raise DeskError(told.desk, f"{len(found.faults)} things are wrong with it", "a backup, where there is one")


def backup(told: argparse.Namespace, form: str) -> None:
    """Copies the desk."""
    with _desk(told) as desk:
        desk.backup(told.target)
    if told.json:
        from crosswire.model import Unread  # a name and words: the plainest answer

        put(Unread(name=told.target, why="copied").to_json() + "\n")


def _desk(told: argparse.Namespace) -> Desk:
    from crosswire.store import Desk

    return Desk(told.desk)


def _person(told: argparse.Namespace) -> str:
    """Returns who decides: as told, else by the name the person is logged in by."""
    try:
        return str(told.by) if getattr(told, "by", None) else getpass.getuser()
    except (OSError, KeyError):
        return "somebody"


def _decide(told: argparse.Namespace, work: Callable[[Desk], str]) -> None:
    """Does what a person decided and prints the decision's number, or with --json the decision."""
    with _desk(told) as desk:
        done = work(desk)
        if told.json:
            number = int(done.partition(":")[0].split()[0])
            put(next(one for one in desk.decisions() if one.id == number).to_json() + "\n")
            return
    put(f"decision {done}\n")


def _lines(found: Iterable[Struct]) -> None:
    for one in found:
        put(one.to_json() + "\n")


def _out(text: str, output: str | None, form: str) -> None:
    if output is not None and output != "-":
        check_writable(output)
        write_file(output, text)
    else:
        put(text, (sys.stdout.encoding or "utf-8") if form == "terminal" else "utf-8")


def _shown(story: Story, form: str, output: str | None) -> str:
    from crosswire.cli.commands import shown

    to_file = output is not None and output != "-"
    width = _MARGIN if to_file else shutil.get_terminal_size((_MARGIN, 24)).columns
    return shown(story, form, width, to_file)


def _safe(line: str) -> str:
    """One line without control characters: no text of a report can steer a terminal."""
    return " ".join("".join(c if c.isprintable() else " " for c in line).split(" "))


def _story_line(story: StorySummary) -> str:
    open_ones = f", {story.conflicts} conflicting" if story.conflicts else ""
    title = story.title or "no title"
    return _safe(
        f"{story.id:<6} {story.reports:>4} reports, {story.origins} origins{open_ones}  {story.changed[:16]}  {title}"
    ) + "\n"  # fmt: skip


def _change_line(change: Change) -> str:
    values = " -> ".join(part for part in (change.old, change.new) if part)
    told = [change.at, change.what, change.how, change.thread, change.slot, values, change.words]
    return _safe("  ".join(part for part in told if part)) + "\n"


def _telling_line(telling: Telling) -> str:
    until = f" until {telling.until}" if telling.until else ""
    return _safe(
        f"{telling.thread}  {telling.slot}  {telling.value}  {telling.nature}  {telling.report}: {telling.exact}  "
        f"since {telling.since}{until}"
    ) + "\n"  # fmt: skip


def _hit_lines(hit: Hit) -> str:
    who = f"{hit.speaker}: " if hit.speaker else ""
    where = "  ".join(part for part in (hit.story, hit.report, hit.outlet, hit.published) if part)
    return _safe(f"{where}  [{hit.start}:{hit.end}]") + "\n" + _safe(f"    {who}{hit.exact}") + "\n"


COMMANDS = {
    "add": add, "stories": stories, "show": show, "search": search, "log": log, "mark": mark, "merge": merge,
    "split": split, "move": move, "undo": undo, "forget": forget, "verify": verify, "backup": backup, "export": export,
}  # fmt: skip
