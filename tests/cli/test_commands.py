"""Every command takes the same options, before or after its name."""

import argparse
from typing import Any

from coprod_desktop.cli.commands import Commands, add_common


def parsed(*words: str) -> Any:
    """Read words with one command `say` that `files.check` carries out."""
    parser = argparse.ArgumentParser(allow_abbrev=False)
    add_common(parser, is_first=True)
    Commands(parser.add_subparsers(required=True)).add("say", "say it", "files.check")
    return parser.parse_args(words)


def test_common_options_stand_before_or_after_the_command() -> None:
    for words in (("--json", "--operator", "Ann", "say", "F"),
                  ("say", "F", "--operator", "Ann", "--json"),
                  ("--operator", "Ann", "say", "F", "--json")):  # fmt: skip
        told = parsed(*words)
        assert (told.file, told.json, told.operator) == ("F", True, "Ann")


def test_without_them_the_plain_values_hold() -> None:
    told = parsed("say", "F")
    assert (told.json, told.operator, callable(told.command)) == (False, None, True)
