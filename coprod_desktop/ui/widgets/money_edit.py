"""A field for an amount of money."""

from PySide6.QtCore import Qt

from coprod_desktop.ui.scale import figures_of_one_width
from coprod_desktop.ui.widgets.parsed_edit import ParsedEdit, WordError


class MoneyEdit(ParsedEdit[int]):
    """Take "12.5", "£12.50" or a sum as "=3.50*12"; an amount below nothing is refused.

    What a sum comes to stands under the field while it is typed.

    `pence_changed(int | None)` follows the typing.
    """

    def __init__(self, name: str, word_error: WordError) -> None:
        super().__init__(name, word_error)
        self.pence_changed = self.value_changed
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFont(figures_of_one_width())

    def pence(self) -> int | None:
        """Return the amount in pence, or None."""
        return self.value()

    def set_pence(self, pence: int | None) -> None:
        """Show an amount in pence."""
        self.set_value(pence)

    def parse(self, text: str) -> int:
        """Read pounds into pence."""
        # Loaded here, because the first page shows such a field long before anybody types.
        from coprod_desktop.domain.money import parse_pounds

        return parse_pounds(text)

    def write(self, value: int) -> str:
        """Write pence as "£12.50"."""
        from coprod_desktop.domain.money import format_pounds

        return format_pounds(value)

    def echo(self, value: int) -> str:
        """Say what a sum comes to; a plain amount needs no echo."""
        from coprod_desktop.domain.arithmetic import has_signs

        return f"= {self.write(value)}" if has_signs(self.text().strip()[1:]) else ""

    def doubt(self, text: str) -> str:
        """Say at once that a sum does not come to whole pence."""
        from coprod_desktop.domain.errors import DomainError
        from coprod_desktop.domain.typing_errors import PennyPartError

        try:
            self.parse(text)
        except PennyPartError as error:
            return self.word(error)
        except DomainError:
            return ""
        return ""
