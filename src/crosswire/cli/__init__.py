"""cli: parse, one library call, print."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Sequence

INTERRUPTED = 130
HUNG_UP = 129


class _HungUp(BaseException):
    """The terminal is gone."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command line.

    Args:
        arguments: the words after the program's name; those of this process when None.

    Returns:
        0: done. 1: nothing usable was read, the result could not be written, or crosswire itself is at fault, which
        standard error says in plain words before the trace. 130: interrupted. 129: the
        terminal it ran in is gone.

    Raises:
        SystemExit: with status 2 for wrong arguments, with 0 after --help and --version.
    """
    try:
        _end_when_hung_up()
        return _run(arguments)
    except _HungUp:
        return HUNG_UP
    except BrokenPipeError:
        return 0
    except KeyboardInterrupt:
        from crosswire.cli.output import complain

        complain("interrupted")
        return INTERRUPTED


def _end_when_hung_up() -> None:
    """Lets SIGHUP end the work in order, as an interruption does; not where it is ignored, as under nohup."""

    def end(*_: object) -> None:
        raise _HungUp

    hung_up = getattr(signal, "SIGHUP", None)  # Windows has none
    own = threading.current_thread() is threading.main_thread()
    if own and hung_up is not None and signal.getsignal(hung_up) == signal.SIG_DFL:
        signal.signal(hung_up, end)


def _run(arguments: Sequence[str] | None) -> int:
    from crosswire.cli.arguments import FORMATS, format_of, parser

    reading = parser()
    told = reading.parse_args(arguments)
    if told.command is None:
        reading.print_help(sys.stderr)
        raise SystemExit(2)
    try:
        form = format_of(
            getattr(told, "format", None), getattr(told, "output", None), getattr(told, "formats", FORMATS)
        )
    except ValueError as error:
        reading.error(str(error))
    from crosswire import settings
    from crosswire.cli.commands import COMMANDS
    from crosswire.cli.output import complain
    from crosswire.errors import CrosswireError

    try:
        settings.precision()  # a wrong setting is told at once
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
