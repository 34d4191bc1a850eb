"""What stands under the sheet: what to look at, paid and unpaid side by side, the budget."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.summaries import ProjectSummary
from coprod_desktop.domain.time import short_hours
from coprod_desktop.i18n import _
from coprod_desktop.ui.scale import NARROW_EM, M, em, type_font
from coprod_desktop.ui.session_sheet.judging import Sums
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.labels import label
from coprod_desktop.ui.widgets.notice_card import NoticeCard
from coprod_desktop.ui.widgets.paid_unpaid_pair import PaidUnpaidPair, Side


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What to look at: a heading, the reason, whether it stops anything, and the row, if one."""

    heading: str
    reason: str
    remark: str = ""
    number: int | None = 0


class SheetFoot(QWidget):
    """Show a notice, both sums, and what is left of the budget; side by side where there is room.

    `go_to(row number)` is called when somebody follows the notice.
    """

    def __init__(self, go_to: Callable[[int], None]) -> None:
        super().__init__()
        self._go_to = go_to
        self._notice: Notice | None = None
        self._card: NoticeCard | None = None
        self._notices = QVBoxLayout()
        self.pair = PaidUnpaidPair()
        self._budget = Card(_("Left for involvement"))
        self._left = label("", "section")
        self._before, self._expenses = label("", wraps=True), label("", "quiet", wraps=True)
        for part in (self._left, self._before, self._expenses):
            self._budget.body.addWidget(part)
        self._budget.body.setSpacing(0)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(M)
        self._row.addLayout(self._notices)
        self._row.addWidget(self.pair, stretch=4)
        self._row.addWidget(self._budget, stretch=3)
        self._row.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._budget.hide()

    @property
    def notice(self) -> Notice | None:
        """Return what is to be looked at."""
        return self._notice

    @property
    def budget_words(self) -> str:
        """Return what is left of the budget; empty where none is shown."""
        return "" if self._budget.isHidden() else self._left.text()

    def show_sums(self, sums: Sums) -> None:
        """Show the paid and the unpaid side of the sheet."""
        paid = [_("{pence} to pay").format(pence=format_pounds(sums.agreed_pence))]
        if sums.minutes_in_salary:
            salary = short_hours(sums.minutes_in_salary)
            paid.append(_("and {hours} in salary").format(hours=salary))
        worth = _("{pence} worth, same rate").format(pence=format_pounds(sums.value_pence))
        self.pair.show_sides(
            Side(figure=short_hours(sums.minutes_paid), lines=paid),
            Side(figure=short_hours(sums.minutes_unpaid), lines=[worth]),
        )

    def show_budget(self, project: ProjectSummary | None, sums: Sums) -> None:
        """Show what is left of the project's budget after this sheet; no budget, no card."""
        has_budget = project is not None and bool(project.budget_pence)
        self._budget.setVisible(has_budget)
        if project is None or not has_budget:
            return
        before = project.budget_pence - project.agreed_pence - project.support_pence
        left = before - sums.agreed_pence - sums.expense_pence
        self._left.setText(format_pounds(left))
        self._before.setText(_("{pence} before this").format(pence=format_pounds(before)))
        expenses = format_pounds(sums.expense_pence)
        self._expenses.setText(_("{pence} is expenses").format(pence=expenses))

    def show_notice(self, notice: Notice | None) -> None:
        """Show what is to be looked at, or nothing."""
        if notice == self._notice:
            return
        self._notice = notice
        if self._card is not None:
            self._card.hide()
            self._card.deleteLater()
            self._card = None
        if notice is not None:
            self._card = NoticeCard(
                notice.heading, notice.reason, notice.remark, self._ways(notice.number)
            )
            self._notices.addWidget(self._card)
        self._row.setStretch(0, 0 if notice is None else 4)

    def _ways(self, number: int | None) -> list[tuple[str, Callable[[], None]]]:
        if number is None:
            return []
        return [(_("Go to row {number}").format(number=number + 1), self._follow)]

    def _follow(self) -> None:
        if self._notice is not None and self._notice.number is not None:
            self._go_to(self._notice.number)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in a column where there is little room."""
        super().resizeEvent(event)
        is_narrow = self.width() < NARROW_EM * em(type_font()) * 0.75
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(down if is_narrow else right)
