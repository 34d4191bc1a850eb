"""Run the command line: `python -m coprod_desktop.cli`."""

import sys

from coprod_desktop.cli.run import main

if __name__ == "__main__":
    sys.exit(main())
