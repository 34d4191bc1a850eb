"""Open a policy or case text: not too large, sound TOML, and no value beyond all reason."""

import datetime
import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from decimal import Decimal

from coprod_desktop.domain.policy.lines import Lines, Path
from coprod_desktop.domain.policy.problems import PolicyFileError, Problem

LARGEST_BYTES = 1_000_000
_LONGEST_TEXT = 4000
_DEEPEST = 10
_DIGITS = 13
_EARLIEST, _LATEST = datetime.date(1900, 1, 1), datetime.date(2199, 12, 31)
_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_TWICE = ("Cannot overwrite", "Cannot mutate", "Cannot redefine", "Duplicate inline table key")


def quoted(text: str) -> str:
    """Write a text as TOML has it, which is as JSON has it but for one letter that TOML forbids."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def open_toml(text: str, *, empty: str) -> tuple[Mapping[str, object], Lines]:
    """Return the tables of a text and the lines of their keys; `empty` is said of an empty text.

    Raises PolicyFileError.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    if len(text.encode("utf-8", "surrogatepass")) > LARGEST_BYTES:
        raise _refusal(0, "The file is larger than 1 MB. Choose a policy or a case of usual size.")
    try:
        data = tomllib.loads(text, parse_float=Decimal)
        lines = Lines(text)
    except tomllib.TOMLDecodeError as mistake:
        raise _unreadable(text, str(mistake)) from mistake
    except RecursionError as depth:
        raise _refusal(0, "Brackets stand in brackets too often. Close some of them.") from depth
    except ValueError as figure:  # Python itself reads no number of more than 4,300 digits
        raise _refusal(0, "A number of the file is too long to be meant. Shorten it.") from figure
    if not data:
        raise _refusal(1, empty)
    problems = tuple(
        Problem(lines.line(*path), sentence) for path, sentence in _beyond_reason(data)
    )
    if problems:
        raise PolicyFileError(tuple(sorted(problems)))
    return data, lines


def _refusal(line: int, sentence: str) -> PolicyFileError:
    return PolicyFileError((Problem(line, sentence),))


def _unreadable(text: str, mistake: str) -> PolicyFileError:
    """Say plainly what tomllib says in its own words."""
    rows = text.split("\n")
    place = _PLACE.search(mistake)
    line, column = len(text.rstrip().split("\n")), 1
    if place is not None and place[1]:
        line, column = int(place[1]), int(place[2])
    row = rows[line - 1] if line <= len(rows) else ""
    if mistake.startswith("Cannot declare"):
        name = row.strip().strip("[]").strip()
        return _refusal(
            line,
            f"The section [{name}] stands here a second time. Put everything into the first one, "
            f"or, if there are several of them, write [[{name}]] each time.",
        )
    if mistake.startswith(_TWICE):
        return _refusal(
            line, "A key of this line was given before. Give each key of a section once."
        )
    if mistake.startswith("Expected newline or end of document") and ":" in row[column - 2 :]:
        return _refusal(
            line,
            'This line cannot be read. Put a time of day into quotation marks, as "06:40".',
        )
    rest = "".join(letter for letter in row[column - 1 :] if letter.isprintable()).strip()[:30]
    where = f" from “{rest}” on" if rest and column > 1 else ""
    return _refusal(
        line,
        f"This line cannot be read{where}. Put text, lengths and times of day into quotation "
        "marks, close every bracket, and separate the items of a list by commas.",
    )


def _beyond_reason(data: Mapping[str, object]) -> Iterator[tuple[Path, str]]:
    """Find what no policy says: such values would only stop the program later."""
    waiting: list[tuple[Path, object]] = [((), data)]
    while waiting:
        path, value = waiting.pop()
        if isinstance(value, Mapping | list) and len(path) >= _DEEPEST:
            yield path, "Tables stand in tables too often here. Use fewer of them."
        elif isinstance(value, Mapping):
            waiting += [((*path, key), one) for key, one in value.items()]
        elif isinstance(value, list):
            waiting += [((*path, place), one) for place, one in enumerate(value)]
        elif sentence := _beyond(value):
            yield path, sentence


def _beyond(value: object) -> str:
    if isinstance(value, str) and len(value) > _LONGEST_TEXT:
        return "This text is longer than 4,000 letters. Shorten it."
    if isinstance(value, datetime.date):
        day = value.date() if isinstance(value, datetime.datetime) else value
        if not _EARLIEST <= day <= _LATEST:
            return "This day is not between 1900 and 2199. Check the year."
    if isinstance(value, Decimal) and value.is_finite():
        is_tiny = value.as_tuple().exponent < -_DIGITS  # type: ignore[operator]  # it is finite
        if value.adjusted() >= _DIGITS or is_tiny:
            return "This number is too long to be meant. Check it."
    if isinstance(value, int) and abs(value) >= 10**_DIGITS:
        return "This number is too long to be meant. Check it."
    return ""
