"""Say which fields a sentence can name, and put one in from a list."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu

from coprod_desktop.i18n import _
from coprod_desktop.ui.settings.wording_words import field_words
from coprod_desktop.ui.widgets.buttons import Button

_LONGEST_VALUE = 40


class WordingFields(Button):
    """A button with the list of fields; `chosen(field)` wants one in the sentence."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__(_("Put a field in"), icon_name="plus")
        self._named: dict[str, str] | None = None
        self._menu = QMenu(self)
        self._menu.setAccessibleName(_("Fields of this sentence"))
        self.setMenu(self._menu)

    def show_fields(self, fields: Iterable[str], values: Mapping[str, str]) -> None:
        """Offer these fields, each with what it stands for and how it looks on the example."""
        named = {field: _named(field, values.get(field, "")) for field in sorted(fields)}
        if named == self._named:  # somebody may be looking at the list
            return
        self._named = named
        self._menu.clear()
        for field, words in named.items():
            action = self._menu.addAction(words.replace("&", "&&"))
            action.triggered.connect(lambda _on=False, field=field: self.chosen.emit(field))
        self.setVisible(bool(named))

    @property
    def offered(self) -> list[str]:
        """Return what the list says."""
        return list((self._named or {}).values())

    def open_at(self, place: QPoint) -> None:
        """Open the list where somebody types, on its first field."""
        if not self._menu.isEmpty():
            self._menu.popup(place)
            self._menu.setActiveAction(self._menu.actions()[0])

    def choose(self, field: str) -> None:
        """Choose a field of the list by its name; raises ValueError for another."""
        self._menu.actions()[list(self._named or {}).index(field)].trigger()


def _named(field: str, value: str) -> str:
    shown = value if len(value) <= _LONGEST_VALUE else f"{value[:_LONGEST_VALUE].rstrip()}…"
    means = field_words(field)
    if means and shown:
        return _("{field}  {means}, such as “{value}”").format(
            field=f"{{{field}}}", means=means, value=shown
        )
    return "  ".join(filter(None, (f"{{{field}}}", means)))
