"""The history tells who did what, and the last change can be taken back."""

from pathlib import Path

from tests.cli.runner import Coprod, digest

CHANGE = ["change", "made_at", "operator", "verb", "words", "rows", "undoes", "is_undone"]


def test_the_history_is_told_newest_first(coprod: Coprod, full: Path) -> None:
    told = coprod.told("history", full)
    assert list(told) == ["changes"]
    assert all(list(change) == CHANGE for change in told["changes"])
    assert [change["verb"] for change in told["changes"]] == [
        "import contributions",
        "add participant",
        "add participant",
        "add operator",
        "make file",
    ]
    assert told["changes"][0]["words"] == "Brought in work from a spreadsheet"
    assert coprod.told("history", full, "--limit", 2)["changes"] == told["changes"][:2]


def test_the_last_change_is_taken_back(coprod: Coprod, full: Path) -> None:
    number = coprod.told("history", full)["changes"][0]["change"]
    told = coprod.told("undo", full)
    assert told["undone"] == number
    assert told["words"] == "Took back: Brought in work from a spreadsheet"
    newest, before = coprod.told("history", full, "--limit", 2)["changes"]
    assert (newest["undoes"], before["is_undone"]) == (number, True)
    assert coprod.told("check", full)["is_sound"]


def test_a_named_change_is_taken_back_unless_something_stands_in_the_way(
    coprod: Coprod, full: Path
) -> None:
    changes = coprod.told("history", full)["changes"]
    person, work = changes[1]["change"], changes[0]["change"]
    before = digest(full)
    assert coprod.refused("undo", full, person)
    assert digest(full) == before
    coprod.told("undo", full, work)
    assert coprod.told("undo", full, person)["undone"] == person


def test_a_change_that_is_not_there_is_refused(coprod: Coprod, full: Path) -> None:
    assert "no change 99" in coprod.refused("undo", full, 99)


def test_how_the_file_was_made_is_not_taken_back(coprod: Coprod, full: Path) -> None:
    assert coprod.refused("undo", full, 1)


def test_a_person_reads_words(coprod: Coprod, full: Path) -> None:
    coprod("undo", full)
    lines = coprod("history", full).out.splitlines()
    assert lines[0].split() == ["Change", "When", "(UTC)", "Who", "Rows", "What"]
    assert lines[1].endswith("Took back: Brought in work from a spreadsheet")
    assert lines[2].endswith("Brought in work from a spreadsheet (taken back)")


def test_what_was_taken_back_is_done_again(coprod: Coprod, full: Path) -> None:
    told = coprod.told("history", full)["changes"][:2]
    for _step in told:
        coprod.told("undo", full)
    redone = [coprod.told("redo", full) for _step in told]
    assert [answer["redone"] for answer in redone] == [told[1]["change"], told[0]["change"]]
    assert redone[1]["words"] == "Did again: Brought in work from a spreadsheet"
    assert "done again" in coprod.refused("redo", full)
    assert coprod.told("check", full)["is_sound"]


def test_a_named_change_is_done_again(coprod: Coprod, full: Path) -> None:
    number = coprod.told("undo", full)["undone"]
    assert coprod.told("redo", full, number)["redone"] == number
    assert coprod.refused("redo", full, number)
