"""What the command line understands of a desk: one parser a command."""

from __future__ import annotations

import argparse
from typing import Any

from crosswire.cli import serve, watch
from crosswire.export.kinds import KINDS

FORMATS = ("terminal", "html", "json", "markdown", "csv")
SEARCH = (
    'words (all of them), "a phrase", OR, -word, word*; outlet: speaker: act: story: verdict: in:reports|statements|'
    "points; since: and until: with 2031-05-06, 2031-05, today, yesterday, 36h, 3d, 2w. Quote the whole for the shell, "
    "and put -- before words that begin with a minus"
)
ITEM = "a point (p3), a difference by its slot (p3:number), a quote (q2) or a statement's id"

Commands = Any  # argparse's own class for the commands of a parser has no public name


def add_commands(commands: Commands, formatter: type[argparse.HelpFormatter], reports: str) -> None:
    """Adds the commands of a desk to the parser of the command line.

    Args:
        commands: what argparse gives for commands.
        formatter: how help is set.
        reports: what a REPORT may be, for the help.
    """
    made = Made(commands, formatter)
    _reading(made, reports)
    _deciding(made)
    _keeping(made)
    watch.add_command(made)
    serve.add_command(made)


class Made:
    """Makes one command after another, each with DESK first and --json."""

    def __init__(self, commands: Commands, formatter: type[argparse.HelpFormatter]) -> None:
        self._commands, self._formatter = commands, formatter

    def command(self, name: str, about: str, *, person: bool = False) -> argparse.ArgumentParser:
        """Returns the parser of a command; one that a person decides takes --by and --why."""
        made: argparse.ArgumentParser = self._commands.add_parser(
            name,
            help=about,
            description=about[0].upper() + about[1:] + ".",
            formatter_class=self._formatter,
            allow_abbrev=False,
        )
        made.add_argument("desk", metavar="DESK", help="the file of the desk")
        made.add_argument("--json", action="store_true", help="print JSON, one object a line")
        if person:
            made.add_argument("--by", metavar="NAME", help="who decides (default: the name you are logged in by)")
        return made


def _reading(made: Made, reports: str) -> None:
    add = made.command("add", "put reports into a desk, which is made if it is not there, and follow their stories")
    add.add_argument("reports", nargs="+", metavar="REPORT", help=reports)
    add.add_argument("--strict", action="store_true", help="end with status 1 at the first report that cannot be read")
    add.add_argument(
        "--allow-private", action="store_true", help="fetch addresses also from private networks and this computer"
    )
    stories = made.command("stories", "list the stories of a desk, those that changed last first")
    stories.add_argument("--since", metavar="TIME", help="only those that changed since: a date, a time, or 3d, 36h")
    show = made.command("show", "show a story of a desk, as it is or as it was")
    show.add_argument("story", metavar="STORY", help="its id, as crosswire stories tells it")
    show.add_argument("--as-of", metavar="TIME", help="as it was at a time, at the end of a day, or 3d ago")
    show.add_argument("--changes", action="store_true", help="what changed in it, report by report, instead")
    show.add_argument("--values", action="store_true", help="the history of its values instead")
    show.add_argument("--format", choices=FORMATS, help="how it is told (default: a brief in the terminal)")
    show.add_argument("--output", metavar="PATH", help="write to this file; its ending chooses the format")
    search = made.command("search", "find words in the reports, statements and points of a desk")
    search.add_argument("words", nargs="*", metavar="WORDS", help=SEARCH)
    search.add_argument("--limit", type=int, default=20, metavar="N", help="so many hits at most (default: 20)")
    search.add_argument("--save", metavar="NAME", help="keep the search under a name")
    search.add_argument("--saved", metavar="NAME", help="run the search kept under a name")
    log = made.command("log", "tell what was done to a desk, by whom and why, newest first")
    log.add_argument("--limit", type=int, default=50, metavar="N", help="so many lines at most (default: 50)")
    log.add_argument("--since", metavar="TIME", help="only from a date or time on, or 3d, 36h")


def _deciding(made: Made) -> None:
    mark = made.command(
        "mark", "mark a line of a story as right, wrong or open; without one, list the marks", person=True
    )
    mark.add_argument("story", nargs="?", metavar="STORY", help="its id")
    mark.add_argument("item", nargs="?", metavar="ITEM", help=ITEM)
    mark.add_argument("verdict", nargs="?", choices=("right", "wrong", "open"), help="what you say of it")
    mark.add_argument("--note", metavar="WORDS", help="in your words")
    merge = made.command("merge", "make two stories one; it stays so until undone", person=True)
    merge.add_argument("story", metavar="STORY", help="the story whose reports go")
    merge.add_argument("into", metavar="INTO", help="the story they go to")
    split = made.command("split", "take reports out of a story into a new one; it stays so until undone", person=True)
    split.add_argument("story", metavar="STORY", help="its id")
    split.add_argument("reports", nargs="+", metavar="REPORT", help="the ids of the reports that go")
    move = made.command("move", "put a report into another story; it stays so until undone", person=True)
    move.add_argument("report", metavar="REPORT", help="the id of the report")
    move.add_argument("story", metavar="STORY", help="the story it goes to")
    undo = made.command("undo", "undo a merge, split or move", person=True)
    undo.add_argument("decision", nargs="?", type=int, metavar="N", help="its number (default: the newest)")
    for parser in (merge, split, move, undo):
        parser.add_argument("--why", metavar="WORDS", help="the reason, for the log")
    forget = made.command("forget", "remove a report's words for good; its hash and the reason stay", person=True)
    forget.add_argument("report", metavar="REPORT", help="the id of the report")
    forget.add_argument("--why", metavar="WORDS", required=True, help="the reason, which is kept")


def _keeping(made: Made) -> None:
    made.command("verify", "read a desk again and tell what is wrong with it; status 1 when something is")
    backup = made.command("backup", "copy a desk, as it is now, to a new file")
    backup.add_argument("target", metavar="FILE", help="a path where nothing is")
    export = made.command("export", "write a story, or all of a desk, for other programs, with the marks on it")
    export.add_argument("story", nargs="?", metavar="STORY", help=f"its id (default: all of the desk: {_of_a_desk()})")
    kinds = "; ".join(f"{name}: {kind.about}" for name, kind in KINDS.items())
    export.add_argument("--as", dest="kind", choices=tuple(KINDS), required=True, metavar="KIND", help=kinds)
    export.add_argument("--texts", action="store_true", help="with --as crate: put the whole texts of the reports in")
    export.add_argument("--output", metavar="PATH", help="write to this file (default: standard output)")
    export.set_defaults(format="json")  # --as says the kind, and no ending has to


def _of_a_desk() -> str:
    return ", ".join(name for name, kind in KINDS.items() if kind.takes != "story")
