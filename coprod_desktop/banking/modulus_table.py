"""Read the two files that say how each bank's account numbers are checked."""

import bisect
import dataclasses
import enum
import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from coprod_desktop.domain.errors import (
    SubstitutionLineUnreadableError,
    WeightLineRepeatedError,
    WeightLineUnreadableError,
    WeightTableEmptyError,
)

_SORT_CODE = r"[0-9]{6}"
_WEIGHT_LINE = re.compile(
    rf"(?P<first>{_SORT_CODE})\s+(?P<last>{_SORT_CODE})\s+(?P<method>MOD10|MOD11|DBLAL)"
    r"(?P<weights>(?:\s+-?[0-9]{1,3}){14})(?:\s+(?P<exception>[1-9]|1[0-4]))?",
    re.ASCII,
)
_SUBSTITUTION_LINE = re.compile(rf"(?P<old>{_SORT_CODE})\s+(?P<new>{_SORT_CODE})", re.ASCII)
_MOST_ROWS = 2  # the specification knows a first and a second check, and no third
_NO_SUBSTITUTIONS: Mapping[str, str] = MappingProxyType({})


class Method(enum.StrEnum):
    """How the weighted digits are added up."""

    MOD10 = "MOD10"
    MOD11 = "MOD11"
    DBLAL = "DBLAL"

    @property
    def modulus(self) -> int:
        """The number that the total is divided by."""
        return 11 if self is Method.MOD11 else 10


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class WeightRow:
    """One check for the sort codes from `first` to `last`, both included.

    `weights` are fourteen: six for the sort code, eight for the account number. `exception` is 1 to
    14, or 0 where there is none.
    """

    first: int
    last: int
    method: Method
    weights: tuple[int, ...]
    exception: int = 0


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class WeightTable:
    """The checks of every sort code that can be checked, and the codes that stand for others.

    `starts` are the sort codes at which other rows begin to hold, in order; `stretches` holds the
    rows from each of them on, in the order of the file.
    """

    row_count: int
    starts: tuple[int, ...]
    stretches: tuple[tuple[WeightRow, ...], ...]
    substitutions: Mapping[str, str]

    def rows_for(self, sort_code: str) -> tuple[WeightRow, ...]:
        """Return the one or two checks for six digits, or none where the table has none."""
        place = bisect.bisect_right(self.starts, int(sort_code)) - 1
        return self.stretches[place] if place >= 0 else ()


def read_weights(text: str, substitutions: Mapping[str, str] = _NO_SUBSTITUTIONS) -> WeightTable:
    """Read the text of valacdos.txt, with what `read_substitutions` made of scsubtab.txt.

    Raises WeightLineUnreadableError, WeightLineRepeatedError (both name the line) and
    WeightTableEmptyError. Layout: Vocalink, Validating Account Numbers 6.40, section 2.3.2.
    """
    rows = {number: _weight_row(number, line) for number, line in _lines(text)}
    if not rows:
        raise WeightTableEmptyError()
    starts = sorted({row.first for row in rows.values()} | {row.last + 1 for row in rows.values()})
    stretches: list[tuple[WeightRow, ...]] = [()] * len(starts)
    for number, row in rows.items():
        begin, end = (bisect.bisect_left(starts, code) for code in (row.first, row.last + 1))
        for place in range(begin, end):
            if len(stretches[place]) == _MOST_ROWS:
                raise WeightLineRepeatedError(number=number)
            stretches[place] += (row,)
    return WeightTable(
        row_count=len(rows),
        starts=tuple(starts),
        stretches=tuple(stretches),
        substitutions=MappingProxyType(dict(substitutions)),
    )


def read_substitutions(text: str) -> Mapping[str, str]:
    """Read the text of scsubtab.txt: for each original sort code the one to reckon with.

    Raises SubstitutionLineUnreadableError, also where a sort code is given two substitutes. An
    empty text makes an empty answer.
    """
    found: dict[str, str] = {}
    for number, line in _lines(text):
        match = _SUBSTITUTION_LINE.fullmatch(line)
        if match is None or found.setdefault(match["old"], match["new"]) != match["new"]:
            raise SubstitutionLineUnreadableError(number=number, text=line)
    return MappingProxyType(found)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    numbered = enumerate(text.removeprefix("\ufeff").splitlines(), start=1)
    return ((number, line.strip()) for number, line in numbered if line.strip())


def _weight_row(number: int, line: str) -> WeightRow:
    match = _WEIGHT_LINE.fullmatch(line)
    if match is None:
        raise WeightLineUnreadableError(number=number, text=line)
    row = WeightRow(
        first=int(match["first"]),
        last=int(match["last"]),
        method=Method(match["method"]),
        weights=tuple(int(weight) for weight in match["weights"].split()),
        exception=int(match["exception"] or 0),
    )
    # The specification does not say what the digits of a product below nothing come to.
    is_beyond_the_rules = row.method is Method.DBLAL and min(row.weights) < 0
    if row.last < row.first or is_beyond_the_rules:
        raise WeightLineUnreadableError(number=number, text=line)
    return row
