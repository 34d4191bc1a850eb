"""A field for a number that is neither money nor time."""

from fractions import Fraction

from PySide6.QtCore import Qt

from coprod_desktop.domain.numbers import format_number, parse_number
from coprod_desktop.ui.scale import figures_of_one_width
from coprod_desktop.ui.widgets.parsed_edit import ParsedEdit, WordError


class NumberEdit(ParsedEdit[Fraction]):
    """Take "2", "1,600" or "2.5"; a number below nothing is refused."""

    def __init__(self, name: str, word_error: WordError) -> None:
        super().__init__(name, word_error)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFont(figures_of_one_width())

    def parse(self, text: str) -> Fraction:
        """Read a number."""
        return parse_number(text)

    def write(self, value: Fraction) -> str:
        """Write a number as "1,600" or "2.5"."""
        return format_number(value)
