"""The page of the command line, made from --help: `python -m crosswire.cli.page > docs/cli.md`."""

from __future__ import annotations

import argparse

from crosswire.cli.arguments import parser

HEAD = "# The command line\n\nThis page is made from `--help` by `python -m crosswire.cli.page`.\n"


def page() -> str:
    """Returns the help of crosswire and of each of its commands as one Markdown page."""
    whole = parser()
    helps = [("crosswire", whole)] + [
        (f"crosswire {name}", command)
        for action in whole._actions
        if isinstance(action, argparse._SubParsersAction)
        for name, command in action.choices.items()
    ]
    return HEAD + "".join(f"\n## {name}\n\n```text\n{command.format_help().rstrip()}\n```\n" for name, command in helps)


if __name__ == "__main__":
    print(page(), end="")
