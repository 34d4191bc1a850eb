"""A file that cannot be opened as it is says so in plain words, with the line."""

import pytest

from coprod_desktop.domain.policy.problems import PolicyFileError
from coprod_desktop.domain.policy.toml_text import open_toml


def said_of(text: str) -> list[str]:
    with pytest.raises(PolicyFileError) as raised:
        open_toml(text, empty="The file is empty.")
    return [str(problem) for problem in raised.value.problems]


def test_a_sound_file_gives_its_tables_and_their_lines() -> None:
    data, lines = open_toml("\ufeff[policy]\r\nname = 'x'\r\n", empty="")
    assert data == {"policy": {"name": "x"}}
    assert lines.line("policy", "name") == 2


@pytest.mark.parametrize("text", ["", "\ufeff", "  \n# a remark\n"])
def test_an_empty_file_is_named_as_empty(text: str) -> None:
    assert said_of(text) == ["Line 1: The file is empty."]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a = 1\nb = £5\n", 2, "cannot be read from “£5” on"),
        ("a = 1\nb\n", 2, "This line cannot be read."),
        ("a = [\n{ b = 1 c = 2 }\n]", 2, "from “c = 2 }” on"),
        ("a = 1\nb = [\n", 2, "close every bracket"),
        ("starts = 06:40\n", 1, 'Put a time of day into quotation marks, as "06:40".'),
        ("a = 1\na = 2\n", 2, "A key of this line was given before."),
        ("[fee]\n[fee]\n", 2, "write [[fee]] each time"),
    ],
)
def test_a_line_that_cannot_be_read_is_named(text: str, line: int, words: str) -> None:
    (said,) = said_of(text)
    assert said.startswith(f"Line {line}: ")
    assert words in said


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a = " + "9" * 5000, "too long to be meant"),
        ("a = 0x" + "f" * 5000, "too long to be meant"),
        ("a = 1e999999999", "too long to be meant"),
        ("a = 1e-999999999", "too long to be meant"),
        ("a = '" + "x" * 5000 + "'", "longer than 4,000 letters"),
        ("a = " + "[" * 5000, "too often"),
        ("a" + ".a" * 5000 + " = 1", "too often"),
        ("a = 9999-01-01", "Check the year"),
        ("a = 0001-01-01T10:00:00Z", "Check the year"),
        ("a = '" + "x" * 1_000_000 + "'", "larger than 1 MB"),
    ],
)
def test_what_is_beyond_all_reason_is_refused_before_anything_reads_it(
    text: str, words: str
) -> None:
    (said,) = said_of(text)
    assert words in said


def test_all_values_beyond_reason_are_named_at_once() -> None:
    assert len(said_of("a = 9999-01-01\nb = [1,\n1e99]\n")) == 2
