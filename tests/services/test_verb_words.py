"""Every verb of the history has words."""

import re
from pathlib import Path

import coprod_desktop
from coprod_desktop.services.verb_words import verb_words


def test_every_verb_of_the_services_has_words() -> None:
    verbs: set[str] = set()
    for path in (Path(coprod_desktop.__file__).parent / "services").rglob("*.py"):
        source = path.read_text(encoding="utf-8")
        verbs |= set(re.findall(r"(?:\.transaction|_carry_out)\(\s*\"([^\"]+)\"", source))
    assert {"log session", "import contributions", "import open workbook"} <= verbs
    assert [verb for verb in verbs if verb_words(verb) == verb.capitalize()] == []


def test_an_undone_verb_is_worded_with_what_was_taken_back() -> None:
    assert verb_words("log session") == "Logged a session"
    assert verb_words("undo log session") == "Took back: Logged a session"
    assert verb_words("undo undo log session") == "Took back: Took back: Logged a session"


def test_a_verb_of_a_newer_version_still_reads_as_words() -> None:
    assert verb_words("plant a tree") == "Plant a tree"
