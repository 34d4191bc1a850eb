"""What presenters need of a form; every FormDialog has it."""

from typing import Protocol


class FormView(Protocol):
    """A form that stays open until what was typed is saved."""

    def accept_saved(self) -> None:
        """Close, because all is saved."""

    def show_error(self, key: str, sentence: str) -> None:
        """Show what is wrong under a field."""

    def show_problem(self, sentence: str) -> None:
        """Show what is wrong with the whole."""
