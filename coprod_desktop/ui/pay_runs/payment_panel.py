"""Beside a run: why somebody is paid so much, what to look at, and what can be done with it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coprod_desktop.ui.pay_runs.payment_row import ICONS, PaymentAction, PaymentRow, action_words
from coprod_desktop.ui.scale import S
from coprod_desktop.ui.widgets.buttons import Button
from coprod_desktop.ui.widgets.why_panel import WhyPanel


class PaymentPanel(WhyPanel):
    """Explain one payment; `action_requested(row, action)` comes from its buttons."""

    action_requested = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._buttons: list[Button] = []
        self._payment_id: int | None = None
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(S)
        self.body.insertWidget(1, inside)  # under the sum, above what stretches

    @property
    def payment_id(self) -> int | None:
        """The id of the payment that is explained."""
        return self._payment_id

    @property
    def buttons(self) -> tuple[Button, ...]:
        """What can be done with the payment."""
        return tuple(self._buttons)

    def show_actions(self, row: PaymentRow, actions: Sequence[PaymentAction]) -> None:
        """Offer what can be done with the payment that is explained."""
        self._payment_id = row.payment_id
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = []
        for action in actions:
            if action is PaymentAction.WHY:
                continue  # that is what the panel says
            button = Button(action_words(action), icon_name=ICONS[action])
            button.clicked.connect(partial(self._ask, row, action))
            self._column.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeft)
            self._buttons.append(button)
            button.show()

    def _ask(self, row: PaymentRow, action: PaymentAction, _is_checked: bool = False) -> None:
        self.action_requested.emit(row, action)
