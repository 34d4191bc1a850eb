"""Choose in which edition and language a paper is shown."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from coprod_desktop.domain.paper_choices import LANGUAGES
from coprod_desktop.domain.participants import Edition
from coprod_desktop.i18n import _
from coprod_desktop.ui.papers.shown_paper import Form
from coprod_desktop.ui.scale import M, S
from coprod_desktop.ui.widgets.labels import label
from coprod_desktop.ui.words import edition_word


class EditionChooser(QWidget):
    """Two groups of choices, one below the other or with `is_wide` side by side.

    `chosen(edition, language)` comes when somebody chooses another.
    """

    chosen = Signal(object, str)

    def __init__(self, *, is_wide: bool = False) -> None:
        super().__init__()
        self._is_filling = False
        self.editions = _Group(_("Edition"), [edition_word(one) for one in Edition])
        self.languages = _Group(
            _("Language"), [_("English"), _("Cymraeg (Welsh)"), _("Both, Welsh first")]
        )
        side = QBoxLayout.Direction.LeftToRight
        way = side if is_wide else QBoxLayout.Direction.TopToBottom
        groups = QBoxLayout(way, self)
        groups.setContentsMargins(0, 0, 0, 0)
        groups.setSpacing(M)
        for group in (self.editions, self.languages):
            groups.addWidget(group)
            group.buttons.idToggled.connect(self._tell)

    def form(self) -> Form:
        """Return the chosen edition and language."""
        edition = tuple(Edition)[self.editions.chosen]
        return edition, LANGUAGES[self.languages.chosen]

    def set_form(self, form: Form) -> None:
        """Choose these; nothing is announced."""
        self._is_filling = True
        self.editions.choose(tuple(Edition).index(form[0]))
        self.languages.choose(LANGUAGES.index(form[1]))
        self._is_filling = False

    def set_editions(self, editions: Iterable[Edition]) -> None:
        """Offer only these editions."""
        offered = set(editions)
        self.editions.offer([one in offered for one in Edition])

    def _tell(self, _at: int, is_on: bool) -> None:
        if is_on and not self._is_filling:
            self.chosen.emit(*self.form())


class _Group(QWidget):
    """A heading with one choice of a few below it."""

    def __init__(self, heading: str, choices: Sequence[str]) -> None:
        super().__init__()
        self.setAccessibleName(heading)
        self.buttons = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addWidget(label(heading, "strong"))
        for at, words in enumerate(choices):
            button = QRadioButton(words)
            button.setAccessibleDescription(heading)
            self.buttons.addButton(button, at)
            column.addWidget(button)
        column.addStretch()
        self.choose(0)

    @property
    def chosen(self) -> int:
        """Return the place of what is chosen."""
        return self.buttons.checkedId()

    def choose(self, at: int) -> None:
        """Choose one by its place."""
        self.buttons.button(at).setChecked(True)

    def offer(self, are_offered: Sequence[bool]) -> None:
        """Show only some."""
        for at, is_offered in enumerate(are_offered):
            self.buttons.button(at).setVisible(is_offered)
