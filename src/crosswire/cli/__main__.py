"""Runs the command line as `python -m crosswire.cli`."""

import sys

from crosswire.cli import main

if __name__ == "__main__":
    sys.exit(main())
