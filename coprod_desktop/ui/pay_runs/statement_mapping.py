"""Ask which column of a bank's statement is which, beside the first lines of the file."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QCheckBox, QWidget

from coprod_desktop.domain.bank_statements import CsvMapping, DateOrder
from coprod_desktop.i18n import _
from coprod_desktop.ui.pay_runs.statement_presenter import UnknownColumns
from coprod_desktop.ui.scale import TABLE_HEAD, TABLE_ROW, grown
from coprod_desktop.ui.tasks import TaskRunner
from coprod_desktop.ui.widgets.choice_edit import Choice, ChoiceEdit
from coprod_desktop.ui.widgets.columns import Column, fixed_rows
from coprod_desktop.ui.widgets.form import Form
from coprod_desktop.ui.widgets.form_dialog import FormDialog
from coprod_desktop.ui.widgets.labels import label
from coprod_desktop.ui.widgets.list_view import ListView
from coprod_desktop.ui.widgets.segmented_bar import Segment, SegmentedBar
from coprod_desktop.ui.widgets.table_model import TableModel

_WIDTH = 720
_WIDEST_EM, _CELL_EM = 18.0, 0.62
_ONE, _TWO = "one", "two"
Cells = tuple[str, ...]


class StatementColumnsDialog(FormDialog):
    """Collect which heading stands above what; `mapping()` returns it."""

    def __init__(
        self, unknown: UnknownColumns, tasks: TaskRunner, parent: QWidget | None = None
    ) -> None:
        super().__init__(_("Which column is which?"), _("Read it so"), parent)
        self._unknown = unknown
        self.bare = QCheckBox(_("The file has no headings: its first line is money already"))
        self._preview = ListView(
            self._model(unknown, tasks), _("The first lines of the file"), is_hugging=True
        )
        self.ways = SegmentedBar(
            _("Where the money stands"),
            [
                Segment(key=_ONE, text=_("One column for money")),
                Segment(key=_TWO, text=_("Paid out and paid in apart")),
            ],
        )
        self.order: ChoiceEdit[str] = ChoiceEdit(_("How days are written"), _orders())
        self._fields: dict[str, ChoiceEdit[str]] = {}
        self._one, self._two = Form(), Form()
        self._add_fields()
        self._fill(unknown.head.known)
        self.ways.chosen.connect(self._show_way)
        self.bare.toggled.connect(self._offer)

    def _add_fields(self) -> None:
        form = self.form
        form.setMinimumWidth(grown(_WIDTH))
        form.add_widget(label(self._unknown.problem, wraps=True))
        rows = len(self._unknown.head.rows)
        room_for_bar = grown(TABLE_ROW) // 2  # the many columns of some banks scroll sideways
        self._preview.setMinimumHeight(
            grown(TABLE_HEAD) + rows * grown(TABLE_ROW) + 4 + room_for_bar * bool(rows)
        )
        form.add_widget(self._preview)
        form.add_widget(self.bare)
        day = self._field("day", _("The day"))
        form.add_row([("day", _("The day"), day), ("order", _("How days are written"), self.order)])
        form.add_widget(self.ways)
        amount, direction = _("The money"), _("In or out, where a column says it")
        out, into = _("Paid out"), _("Paid in")
        self._one.add_row(
            [
                ("amount", amount, self._field("amount", amount)),
                ("direction", direction, self._field("direction", direction)),
            ]
        )
        self._two.add_row(
            [
                ("paid_out", out, self._field("paid_out", out)),
                ("paid_in", into, self._field("paid_in", into)),
            ]
        )
        for part in (self._one, self._two):
            part.changed.connect(form.changed)
            form.add_widget(part)
        payee, reference = _("Name or description"), _("Reference")
        form.add_row(
            [
                ("payee", payee, self._field("payee", payee)),
                ("reference", reference, self._field("reference", reference)),
            ]
        )
        words = _("The program remembers this on this computer, for files with these headings.")
        form.add_widget(label(words, "quiet", wraps=True))

    def mapping(self) -> CsvMapping | None:
        """Return what is which; None, with its sentence shown, while something is missing."""
        said = {key: field.value() or "" for key, field in self._fields.items()}
        if not said["day"]:
            self.show_error("day", _("Choose the column with the day."))
            return None
        is_one = self.ways.chosen_key == _ONE
        if is_one and not said["amount"]:
            self._miss(self._one, "amount", _("Choose the column with the money."))
            return None
        if not is_one and not said["paid_out"]:
            self._miss(self._two, "paid_out", _("Choose the column with what was paid out."))
            return None
        for key in ("paid_out", "paid_in") if is_one else ("amount", "direction"):
            said[key] = ""
        order = DateOrder(self.order.value() or DateOrder.DAY_FIRST)
        return CsvMapping(date_order=order, **said)

    def open(self) -> None:
        """Show the dialog; begin with the day."""
        super().open()
        self._fields["day"].setFocus()

    # --- how it works ----------------------------------------------------------------------------

    def _miss(self, part: Form, key: str, sentence: str) -> None:
        self.start_again()
        part.show_error(key, sentence)

    def _field(self, key: str, name: str) -> ChoiceEdit[str]:
        self._fields[key] = ChoiceEdit(name)
        return self._fields[key]

    def _fill(self, known: CsvMapping | None) -> None:
        """Choose what is known of the headings already."""
        self._offer()
        self.order.set_value(DateOrder.DAY_FIRST.value)
        if known is not None:
            for key, field in self._fields.items():
                field.set_value(getattr(known, key))
        has_two = known is not None and bool(known.paid_out or known.paid_in)
        self.ways.choose(_TWO if has_two else _ONE)
        self._show_way()

    def _offer(self, *_is_bare: object) -> None:
        """Offer the headings, or where there are none the columns by their numbers."""
        head, is_bare = self._unknown.head, self.bare.isChecked()
        if is_bare:
            named = [
                Choice(str(number), _("Column {number}: {cell}").format(number=number, cell=cell))
                for number, cell in enumerate(head.headings, 1)
            ]
        else:
            named = [Choice(one, one) for one in dict.fromkeys(head.headings) if one]
        none = Choice("", _("No such column"))
        for key, field in self._fields.items():
            field.set_choices(named if key in ("day", "amount") else [none, *named])
            if key not in ("day", "amount") and field.value() is None:
                field.set_value("")

    def _show_way(self, *_key: object) -> None:
        is_one = self.ways.chosen_key == _ONE
        self._one.setVisible(is_one)
        self._two.setVisible(not is_one)

    def _model(self, unknown: UnknownColumns, tasks: TaskRunner) -> TableModel[Cells]:
        head = unknown.head
        model = TableModel(_columns(head.headings, head.rows), tasks)
        model.load(fixed_rows(head.rows))
        return model


def _columns(headings: Cells, rows: Sequence[Cells]) -> tuple[Column[Cells], ...]:
    def cell(at: int, row: Cells) -> str:
        return row[at] if at < len(row) else ""

    return tuple(
        Column(
            key=str(at),
            title=heading or _("(no heading)"),
            text=partial(cell, at),
            width_em=_width([heading, *(cell(at, row) for row in rows)]),
        )
        for at, heading in enumerate(headings)
    )


def _width(texts: Sequence[str]) -> float:
    return min(2.0 + _CELL_EM * max(map(len, texts)), _WIDEST_EM)


def _orders() -> list[Choice[str]]:
    return [
        Choice(DateOrder.DAY_FIRST.value, _("Day first, as 17/11/2026")),
        Choice(DateOrder.MONTH_FIRST.value, _("Month first, as 11/17/2026")),
        Choice(DateOrder.YEAR_FIRST.value, _("Year first, as 2026-11-17")),
    ]
