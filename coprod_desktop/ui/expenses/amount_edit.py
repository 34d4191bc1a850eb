"""The field for what a line of a claim cost: an amount, or miles where it is paid by the mile."""

from fractions import Fraction

from coprod_desktop.domain.arithmetic import has_signs
from coprod_desktop.domain.errors import DomainError
from coprod_desktop.domain.expenses import MILEAGE_KINDS, ExpenseKind, parse_miles
from coprod_desktop.domain.money import format_pounds, parse_pounds
from coprod_desktop.domain.numbers import format_number
from coprod_desktop.domain.typing_errors import PennyPartError
from coprod_desktop.i18n import _
from coprod_desktop.ui.widgets.parsed_edit import ParsedEdit, WordError


class AmountEdit(ParsedEdit[int]):
    """Take pounds into pence, or miles into tenths of a mile, and say what a sum comes to."""

    def __init__(self, name: str, word_error: WordError) -> None:
        super().__init__(name, word_error)
        self._is_by_mile = False

    def suit(self, kind: ExpenseKind | None) -> None:
        """Read miles for a vehicle that is paid by the mile, and pounds for anything else."""
        is_by_mile = kind in MILEAGE_KINDS
        if is_by_mile != self._is_by_mile:
            self._is_by_mile = is_by_mile
            self.read_again()

    def parse(self, text: str) -> int:
        """Read an amount or a distance."""
        return parse_miles(text) if self._is_by_mile else parse_pounds(text)

    def write(self, value: int) -> str:
        """Write an amount as "£4.60" and a distance as "22.5"."""
        if self._is_by_mile:
            return format_number(Fraction(value, 10))
        return format_pounds(value)

    def echo(self, value: int) -> str:
        """Say what a sum comes to."""
        if not has_signs(self.text().strip()[1:]):
            return ""
        words = _("= {miles} miles") if self._is_by_mile else "= {miles}"
        return words.format(miles=self.write(value))

    def doubt(self, text: str) -> str:
        """Say at once that a sum does not come to whole pence."""
        try:
            self.parse(text)
        except PennyPartError as error:
            return self.word(error)
        except DomainError:
            return ""
        return ""
