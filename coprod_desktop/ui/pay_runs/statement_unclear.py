"""Lines of a bank's statement that may be any of several payments; a person says which."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coprod_desktop.i18n import _, ngettext
from coprod_desktop.ui.pay_runs.statement_report import UnclearLine
from coprod_desktop.ui.scale import M, S
from coprod_desktop.ui.widgets.choice_edit import Choice, ChoiceEdit
from coprod_desktop.ui.widgets.field_box import FieldBox
from coprod_desktop.ui.widgets.labels import label

LEAVE = 0
MOST_LINES = 40


class UnclearLines(QWidget):
    """Offer for each unclear line the payments that it may be, or to leave it.

    `changed` comes with each choice. Of very many lines the first are offered; the others come
    when the statement is read again.
    """

    changed = Signal()

    def __init__(self, lines: Sequence[UnclearLine]) -> None:
        super().__init__()
        self._boxes: dict[str, FieldBox] = {}
        self.choices: dict[str, ChoiceEdit[int]] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        title = _("Unclear: {count:,}").format(count=len(lines))
        column.addWidget(label(title, "section"))
        words = _(
            "Each may be more than one payment, so nothing is recorded by itself. Choose the "
            "payment where you know it, or leave it and look at the bank’s website."
        )
        column.addWidget(label(words, "quiet", wraps=True))
        for line in lines[:MOST_LINES]:
            column.addWidget(self._part(line))
        more = len(lines) - MOST_LINES
        if more > 0:
            words = ngettext(
                "And {count:,} more. Record these first, then read the statement again.",
                "And {count:,} more. Record these first, then read the statement again.",
                more,
            )
            column.addWidget(label(words.format(count=more), wraps=True))
        if not lines:
            self.hide()

    def chosen(self) -> dict[str, int]:
        """Return the id of the payment that was chosen, by the key of its line."""
        found = {key: edit.value() or LEAVE for key, edit in self.choices.items()}
        return {key: payment_id for key, payment_id in found.items() if payment_id != LEAVE}

    def check(self) -> bool:
        """Say so under the second line where one payment is chosen twice; return whether all fits.

        A text that names no payment is said under its line too.
        """
        seen: set[int] = set()
        wrong = []
        for key, edit in self.choices.items():
            box, payment_id = self._boxes[key], edit.value() or LEAVE
            sentence = box.own_problem()
            if payment_id in seen:
                sentence = _("This payment is chosen above already. Choose another, or leave it.")
            box.show_error(sentence)
            if sentence:
                wrong.append(edit)
            elif payment_id != LEAVE:
                seen.add(payment_id)
        if wrong:
            wrong[0].setFocus()
        return not wrong

    def _part(self, line: UnclearLine) -> QWidget:
        if not line.payments:
            part = QWidget()
            column = QVBoxLayout(part)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(S)
            column.addWidget(label(line.words, wraps=True))
            column.addWidget(label(line.hint, "quiet", wraps=True))
            return part
        leave = Choice(LEAVE, _("Leave it as it is"))
        offered = [Choice(payment_id, words) for payment_id, words in line.payments]
        edit: ChoiceEdit[int] = ChoiceEdit(line.words, [leave, *_told_apart(offered)])
        edit.set_value(LEAVE)
        edit.value_changed.connect(lambda _value: self._tell(line.line_key))
        self.choices[line.line_key] = edit
        self._boxes[line.line_key] = FieldBox(line.words, edit, line.hint)
        return self._boxes[line.line_key]

    def _tell(self, key: str) -> None:
        self._boxes[key].show_error("")
        self.changed.emit()


def _told_apart(choices: Sequence[Choice[int]]) -> list[Choice[int]]:
    """Give a number to choices that read alike, such as two equal payments to one person."""
    seen: dict[str, int] = {}
    told = []
    for choice in choices:
        seen[choice.text] = count = seen.get(choice.text, 0) + 1
        words = _("{payment} ({number})").format(payment=choice.text, number=count)
        told.append(choice if count == 1 else Choice(choice.value, words))
    return told
