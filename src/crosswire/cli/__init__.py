"""cli: parse, one library call, print."""

from __future__ import annotations


def main() -> None:
    """Runs the command line."""
    import sys

    from crosswire import compare

    print(compare(sys.argv[2:]).to_json())
