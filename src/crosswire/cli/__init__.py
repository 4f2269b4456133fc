"""cli: parse, one library call, print."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command line.

    Args:
        arguments: the words after the program's name; those of this process when None.

    Returns:
        0: done. 1: nothing usable was read, or the result could not be written. 130: interrupted.

    Raises:
        SystemExit: with status 2 for wrong arguments, with 0 after --help and --version.
    """
    from crosswire.cli.arguments import format_of, parser

    reading = parser()
    told = reading.parse_args(arguments)
    try:
        form = format_of(getattr(told, "format", None), getattr(told, "output", None))
    except ValueError as error:
        reading.error(str(error))
    return _run(told, form)


def _run(told: argparse.Namespace, form: str) -> int:
    from crosswire.cli.commands import COMMANDS
    from crosswire.cli.output import complain
    from crosswire.errors import CrosswireError

    try:
        COMMANDS[told.command](told, form)
    except CrosswireError as error:
        complain(str(error))
        return 1
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except KeyboardInterrupt:
        complain("interrupted")
        return INTERRUPTED
    return 0
