"""The command line: the verbs of the office without a window, for scripts and for checks."""

from coprod_desktop.cli.run import main

__all__ = ["main"]
