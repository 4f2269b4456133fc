"""What the command line understands: the parser, and the format that an output's ending asks for."""

from __future__ import annotations

import argparse
import textwrap
from pathlib import PurePath
from typing import NoReturn

from crosswire.cli import mcp
from crosswire.cli.desk_arguments import add_commands
from crosswire.cli.output import clean

FORMATS = ("terminal", "html", "json", "markdown", "csv")
QUOTE_FORMATS = ("terminal", "html", "json")
ENDINGS = {".html": "html", ".htm": "html", ".json": "json", ".md": "markdown", ".csv": "csv"}
REPORTS = (
    "a file of text, Markdown, HTML, MHTML, PDF, DOCX, ODT, RTF, EML, JSON, JSON lines, CSV, TSV, WARC, WACZ, a feed "
    "or NewsML-G2 (gz and zip of them), a folder of them, a file of addresses, an http(s) address, or - for "
    "standard input"
)
WORDS = ("id", "url", "text", "title", "outlet", "published", "language")
EXAMPLES = """examples:
  crosswire compare reports/                        the brief, in the terminal
  crosswire compare a.txt b.html --output s.html    the page: one file, opens in any browser
  crosswire compare reports/ --format json          the ledger, for programs
"""
WIDTH = 100
CLOSING = textwrap.fill(
    "What cannot be read is named on standard error with the reason, and the rest goes on; standard output carries the "
    "result alone. Exit status: 0 done, 1 nothing usable was read, the result could not be written or crosswire "
    "itself is at fault (standard error says so), 2 wrong "
    "arguments, 130 interrupted.",
    WIDTH,
)


def parser() -> argparse.ArgumentParser:
    """Returns the parser of the whole command line; wrong arguments end it with status 2."""
    from crosswire import __version__

    whole = _Parser(
        prog="crosswire",
        description="Sets many news reports of one event side by side: where they agree and differ, who said what.",
        epilog=f"{EXAMPLES}\ncrosswire COMMAND --help tells more of each command.\n\n{CLOSING}",
        formatter_class=_Formatter,
        allow_abbrev=False,
    )
    whole.add_argument("--version", action="version", version=f"crosswire {__version__}")
    commands = whole.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    compare = _command(commands, "compare", "set the reports given side by side as one story", f"{EXAMPLES}\n{CLOSING}")
    compare.add_argument(
        "--format",
        choices=FORMATS,
        help="how the story is told (default: a brief in the terminal, or what the ending of --output says)",
    )
    compare.add_argument(
        "--output", metavar="PATH", help=f"write to this file; its ending chooses the format: {', '.join(ENDINGS)}"
    )
    read = _command(commands, "read", "tell what was made of each report: title, outlet, day, language, first words")
    read.add_argument("--text", action="store_true", help="the stored text too, which all offsets count in")
    read.add_argument("--json", action="store_true", help="one JSON line a report")
    _command(commands, "statements", "tell who said what: one JSON line a report, as soon as it is read")
    _command(commands, "group", "tell which reports are of one event and which are copies: one JSON line a report")
    _quote_check(commands)
    add_commands(commands, _Formatter, REPORTS)
    about = "answer other programs and agents over the Model Context Protocol, from a desk, folders or both; only reads"
    mcp.add_arguments(_bare_command(commands, "mcp", about, CLOSING))
    return whole


def format_of(format_told: str | None, output: str | None, formats: tuple[str, ...] = FORMATS) -> str:
    """Returns the format of a result: the one told, else the one its output's ending says, else "terminal".

    Args:
        format_told: what --format says.
        output: what --output says.
        formats: those that the command has.

    Raises:
        ValueError: the ending says none; the message names those that do.
    """
    if format_told is not None:
        return format_told
    if output is None or output == "-":
        return "terminal"
    ending = PurePath(output).suffix.lower()
    if ENDINGS.get(ending) not in formats:
        what = f"unknown ending {ending!r}" if ending else "no ending"
        allowed = ", ".join(known for known, form in ENDINGS.items() if form in formats)
        raise ValueError(f"argument --output: {what} in {output!r} (allowed: {allowed}; or tell --format)")
    return ENDINGS[ending]


def fields_of(told: str) -> dict[str, str]:
    """Returns the names of a data file's fields as the user gives them: "text=Body,title=Head".

    Raises:
        argparse.ArgumentTypeError: it is not of that form, or names a word that is none of a report.
    """
    found: dict[str, str] = {}
    for pair in told.split(","):
        word, _, name = (part.strip() for part in pair.partition("="))
        if word not in WORDS or not name:
            raise argparse.ArgumentTypeError(f"{pair.strip()!r} (allowed: WORD=NAME with one of {', '.join(WORDS)})")
        found[word] = name
    return found


class _Parser(argparse.ArgumentParser):
    """A parser whose complaints hold no control characters of what it was given."""

    def error(self, message: str) -> NoReturn:
        """Ends with status 2."""
        super().error(clean(message))


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Help of one width everywhere, so that the page made from it is the same on every machine."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=WIDTH, max_help_position=26)

    def add_argument(self, action: argparse.Action) -> None:
        """Adds an action; argparse forgets that commands stand further in, and breaks the longest line."""
        super().add_argument(action)
        if isinstance(action, argparse._SubParsersAction):
            self._action_max_length += self._indent_increment


def _quote_check(commands: argparse._SubParsersAction[_Parser]) -> None:
    about = (
        "tell of every quotation of a draft whether reports have it: exact, trimmed, altered, another speaker's, or not"
    )
    command = _bare_command(commands, "quote-check", about, CLOSING)
    command.add_argument("draft", metavar="DRAFT", help="the draft: one file or address that holds one text")
    command.add_argument(
        "--against",
        dest="reports",
        nargs="+",
        required=True,
        metavar="DESK|REPORT",
        help=f"a desk, or any of: {REPORTS}",
    )
    command.add_argument("--format", choices=QUOTE_FORMATS, help="how it is told (default: for the terminal)")
    command.add_argument("--output", metavar="PATH", help="write to this file; .html and .json choose the format")
    _reading(command)
    command.set_defaults(formats=QUOTE_FORMATS)


def _command(
    commands: argparse._SubParsersAction[_Parser], name: str, about: str, closing: str = CLOSING
) -> argparse.ArgumentParser:
    command = _bare_command(commands, name, about, closing)
    command.add_argument("reports", nargs="+", metavar="REPORT", help=REPORTS)
    _reading(command)
    return command


def _bare_command(
    commands: argparse._SubParsersAction[_Parser], name: str, about: str, closing: str
) -> argparse.ArgumentParser:
    return commands.add_parser(
        name,
        help=about,
        description=about[0].upper() + about[1:] + ".",
        epilog=closing,
        formatter_class=_Formatter,
        allow_abbrev=False,
    )


def _reading(command: argparse.ArgumentParser) -> None:
    """Adds what every command takes that reads reports."""
    command.add_argument(
        "--strict", action="store_true", help="end with status 1 at the first report that cannot be read"
    )
    command.add_argument(
        "--allow-private", action="store_true", help="fetch addresses also from private networks and this computer"
    )
    command.add_argument(
        "--fields",
        metavar="WORD=NAME,...",
        type=fields_of,
        default={},
        help=f"names of fields in data files: text=Body,title=Head; words: {', '.join(WORDS)}",
    )
