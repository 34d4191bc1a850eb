"""Every version of the rules, the newest first; any of them can be looked at and begun from."""

import datetime
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coprod_desktop.domain.dates import long_day
from coprod_desktop.domain.policy import PolicyVersion
from coprod_desktop.i18n import _
from coprod_desktop.ui.scale import S, grown
from coprod_desktop.ui.settings.policy_text_edit import PolicyTextEdit
from coprod_desktop.ui.tasks import TaskRunner
from coprod_desktop.ui.widgets.buttons import Button
from coprod_desktop.ui.widgets.columns import Column, fixed_rows
from coprod_desktop.ui.widgets.labels import label
from coprod_desktop.ui.widgets.list_view import ListView
from coprod_desktop.ui.widgets.table_model import TableModel

_LOWEST_TEXT = 64
_LOWEST_LIST = 64
_LIST_HIGH = 190


class PolicyHistory(QWidget):
    """List the versions; the text of the chosen one stands below. `begin_requested(version)`."""

    begin_requested = Signal(object)

    def __init__(
        self,
        versions: Sequence[PolicyVersion],
        in_force: PolicyVersion,
        tasks: TaskRunner,
        today: datetime.date,
    ) -> None:
        super().__init__()
        self.rows: TableModel[PolicyVersion] = TableModel(_columns(in_force, today), tasks)
        self.list = ListView(self.rows, _("Versions of the rules"), is_hugging=True)
        self.text = PolicyTextEdit(_("The rules of this version"), is_read_only=True)
        self.text.setMinimumHeight(grown(_LOWEST_TEXT))
        self._heading = label("", "strong", wraps=True)
        self._begin = Button(_("Begin from this one"), icon_name="copy-plus")
        self._begin.clicked.connect(self._ask)
        self.list.selected.connect(self._show)
        self.list.opened.connect(self.begin_requested)
        self.list.table.setMinimumHeight(grown(_LOWEST_LIST))
        self.list.setMaximumHeight(grown(_LIST_HIGH))
        head = QHBoxLayout()
        head.addWidget(self._heading, stretch=1)
        head.addWidget(self._begin, alignment=Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addWidget(self.list)
        column.addLayout(head)
        column.addWidget(self.text, stretch=1)
        self._show(None)
        self.rows.load(fixed_rows(versions, key_of=lambda one: one.version))
        self.list.select_key(in_force.version)

    def _ask(self) -> None:
        version = self.list.current_row()
        if version is not None:
            self.begin_requested.emit(version)

    def _show(self, version: PolicyVersion | None) -> None:
        self._begin.setEnabled(version is not None)
        self._heading.setText("")
        self.text.setPlainText("")
        if version is not None:
            words = _("Version {number}, from {day} on")
            day = long_day(version.effective_on)
            self._heading.setText(words.format(number=version.version, day=day))
            self.text.setPlainText(version.text)


def _columns(in_force: PolicyVersion, today: datetime.date) -> tuple[Column[PolicyVersion], ...]:
    def state(row: PolicyVersion) -> str:
        if row.policy_id == in_force.policy_id:
            return _("Holds today")
        return _("Begins later") if row.effective_on > today else ""

    return (
        Column(
            key="version", title=_("Version"), text=lambda row: str(row.version), width_em=6,
        ),
        Column(
            key="from", title=_("From which day"), text=lambda row: long_day(row.effective_on),
            width_em=13,
        ),
        Column(key="state", title=_("Now"), text=state, width_em=9, is_stretch=True),
    )  # fmt: skip
