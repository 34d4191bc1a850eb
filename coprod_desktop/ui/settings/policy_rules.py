"""All rules as text, with what is mistaken in them below, each with a link to its line."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from coprod_desktop.domain.policy.problems import Problem
from coprod_desktop.i18n import _, ngettext
from coprod_desktop.ui.scale import XS, S, grown
from coprod_desktop.ui.settings.policy_text_edit import PolicyTextEdit
from coprod_desktop.ui.widgets.buttons import link_button
from coprod_desktop.ui.widgets.icon_mark import IconMark
from coprod_desktop.ui.widgets.labels import announce, label

_LOWEST_EDIT = 72
_LOWEST_LIST = 36
_HIGHEST_LIST = 130


class PolicyRules(QWidget):
    """Let somebody write the rules; `changed` follows the typing. F8 goes to the next mistake.

    `name` is read aloud; all rules unless it says something else.
    """

    changed = Signal()

    def __init__(self, name: str = "") -> None:
        super().__init__()
        self.edit = PolicyTextEdit(name or _("All rules, as text"))
        self.edit.setMinimumHeight(grown(_LOWEST_EDIT))
        self.edit.textChanged.connect(self.changed)
        self._problems: tuple[Problem, ...] = ()
        self._mark = IconMark("circle-check", "good")
        self._found = label("", "strong", wraps=True)
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, 0, S, 0)
        self._rows.setSpacing(XS)
        self._list: QWidget | None = None
        next_one = QShortcut(QKeySequence(Qt.Key.Key_F8), self)
        next_one.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        next_one.activated.connect(self.go_to_next)
        self._lay_out()
        self.show_problems(())

    def _lay_out(self) -> None:
        words = _(
            "Tab goes on to the next field, Ctrl+Tab writes two spaces, F8 goes to the next "
            "mistake, Ctrl+Z takes back."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addWidget(label(words, "secondary", wraps=True))
        column.addWidget(self.edit, stretch=1)
        head = QHBoxLayout()
        head.setSpacing(S)
        head.addWidget(self._mark, alignment=Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._found, stretch=1)
        column.addLayout(head)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column.addWidget(self._area)
        self.edit.setAccessibleDescription(words)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Mark the lines that are mistaken, and say below what to do about each."""
        is_new = tuple(problems) != self._problems or self._list is None
        self._problems = tuple(problems)
        self.edit.mark(one.line for one in problems if one.line)
        if not is_new:
            return
        self._mark.set_icon(*(("circle-alert", "bad") if problems else ("circle-check", "good")))
        self._found.setText(_count_words(len(problems)))
        self._show_rows()
        said = [self._found.text(), *(str(one) for one in problems[:1])]
        announce(self.edit, " ".join(said))

    def _show_rows(self) -> None:
        self._list = QWidget()
        self._list.setObjectName("scrolled")
        column = QVBoxLayout(self._list)
        column.setContentsMargins(0, 0, S, 0)
        column.setSpacing(XS)
        for problem in self._problems:
            column.addLayout(self._row(problem))
        column.addStretch()
        self._area.setWidget(self._list)
        self._area.setVisible(bool(self._problems))
        self._area.setMinimumHeight(grown(_LOWEST_LIST))
        self._area.setMaximumHeight(grown(_HIGHEST_LIST))

    def _row(self, problem: Problem) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(S)
        if problem.line:
            link = link_button(_("Line {number}").format(number=problem.line))
            link.setAccessibleDescription(problem.sentence)
            link.clicked.connect(lambda: self.edit.go_to(problem.line))
            row.addWidget(link, alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(label(problem.sentence, wraps=True), stretch=1)
        return row

    def go_to_next(self) -> None:
        """Put the keyboard on the next line with a mistake; after the last, on the first."""
        lines = sorted(self.edit.marked)
        here = self.edit.textCursor().blockNumber() + 1
        later = [line for line in lines if line > here]
        if lines:
            self.edit.go_to((later or lines)[0])


def _count_words(count: int) -> str:
    if not count:
        return _("No mistakes.")
    words = ngettext("{count} mistake.", "{count} mistakes.", count)
    return words.format(count=count)
