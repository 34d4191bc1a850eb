"""Every failure of a file says that the file is safe, and what to do."""

import re
from pathlib import Path

import pytest

from coprod_desktop.domain import errors
from coprod_desktop.services.file_sentences import FILE_SENTENCES
from coprod_desktop.services.sentences import sentence

PATH = Path("folder") / "Rivermead.coprod"
SAFE = re.compile(
    r"[Nn]othing (in (it|the file) )?was (changed|brought in|issued|written|saved)|"
    r"as it (was|is)|is safe|stays|nothing can be said|is not the paper",
)


@pytest.mark.parametrize("kind", list(FILE_SENTENCES))
def test_every_failure_of_a_file_says_what_is_safe(kind: type[errors.DomainError]) -> None:
    assert SAFE.search(sentence(kind(path=PATH)))


def test_the_file_is_named_and_where_it_is_only_where_that_helps() -> None:
    assert sentence(errors.FileDamagedError(path=PATH)).startswith("“Rivermead.coprod” is damaged")
    assert str(PATH) in sentence(errors.FileMissingError(path=PATH))


def test_who_has_a_file_open_is_named_by_computer() -> None:
    assert "“OFFICE-PC”" in sentence(errors.FileInUseError(path=PATH, host="OFFICE-PC", process=7))
    words = sentence(errors.FileInUseError(path=PATH, host="", process=""))
    assert "in another window or by another person" in words


def test_a_missing_column_names_what_is_there() -> None:
    words = sentence(errors.ColumnMissingError(needed="the date", headings=("Name", "Hours")))
    assert "No column was found for the date." in words
    assert "Name, Hours" in words


def test_what_is_amiss_in_a_map_is_told_once() -> None:
    words = sentence(errors.MappingUnreadableError(path=Path("map.toml"), detail="Line 3 is odd."))
    assert "“map.toml” could not be followed: Line 3 is odd. Nothing was brought in." in words
