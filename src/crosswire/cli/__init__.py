"""cli: parse, one library call, print."""

from __future__ import annotations

import sys
from collections.abc import Sequence

INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command line.

    Args:
        arguments: the words after the program's name; those of this process when None.

    Returns:
        0: done. 1: nothing usable was read, the result could not be written, or crosswire itself is at fault, which
        standard error says in plain words before the trace. 130: interrupted.

    Raises:
        SystemExit: with status 2 for wrong arguments, with 0 after --help and --version.
    """
    try:
        return _run(arguments)
    except BrokenPipeError:
        return 0
    except KeyboardInterrupt:
        from crosswire.cli.output import complain

        complain("interrupted")
        return INTERRUPTED


def _run(arguments: Sequence[str] | None) -> int:
    from crosswire.cli.arguments import format_of, parser

    reading = parser()
    told = reading.parse_args(arguments)
    if told.command is None:
        reading.print_help(sys.stderr)
        raise SystemExit(2)
    try:
        form = format_of(getattr(told, "format", None), getattr(told, "output", None))
    except ValueError as error:
        reading.error(str(error))
    from crosswire.cli.commands import COMMANDS
    from crosswire.cli.output import complain
    from crosswire.errors import CrosswireError

    try:
        COMMANDS[told.command](told, form)
    except CrosswireError as error:
        complain(str(error))
        return 1
    except BrokenPipeError:
        raise
    except Exception as error:
        from crosswire.cli.faults import complain_of_fault

        to = getattr(told, "output", None)
        complain_of_fault(error, None if to == "-" else to)
        return 1
    return 0
