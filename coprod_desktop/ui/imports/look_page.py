"""The first step: which sheets there are, how they were read, and their first rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coprod_desktop.i18n import _, ngettext
from coprod_desktop.services.import_sessions import LeftOut, SheetLook
from coprod_desktop.ui.imports.scrolled import ScrolledPage
from coprod_desktop.ui.imports.words import (
    encoding_choices,
    kind_choices,
    separator_choices,
    text_words,
)
from coprod_desktop.ui.scale import TABLE_HEAD, TABLE_ROW, L, M, grown
from coprod_desktop.ui.tasks import TaskRunner
from coprod_desktop.ui.widgets.choice_edit import ChoiceEdit
from coprod_desktop.ui.widgets.columns import Align, Column, fixed_rows
from coprod_desktop.ui.widgets.field_box import FieldBox
from coprod_desktop.ui.widgets.labels import label
from coprod_desktop.ui.widgets.list_view import ListView
from coprod_desktop.ui.widgets.plain_fields import line_field
from coprod_desktop.ui.widgets.table_model import TableModel

_SHEETS_SEEN, _ROWS_SEEN, _LEFT_SEEN = 4, 10, 4
_WIDEST_EM, _CELL_EM = 20.0, 0.62
TableKey = tuple[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRow:
    """One table of the file, and whether it is to be read."""

    look: SheetLook
    is_ticked: bool

    @property
    def key(self) -> TableKey:
        """Return what it is known by."""
        return self.look.sheet, self.look.table


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftRow:
    """A row that was left out, and whether it stays out."""

    sheet: str
    row: LeftOut
    is_out: bool


class LookPage(ScrolledPage):
    """Show the tables of a file.

    `kind_chosen(kind)`, `sheet_ticked(SheetRow)`, `sheet_shown(SheetRow)`, `row_ticked(LeftRow)`,
    `heading_chosen(row)` and `text_chosen(encoding, separator)` say what the person wants.
    """

    kind_chosen = Signal(str)
    sheet_ticked = Signal(object)
    sheet_shown = Signal(object)
    row_ticked = Signal(object)
    heading_chosen = Signal(int)
    text_chosen = Signal(str, str)

    def __init__(self, tasks: TaskRunner) -> None:
        super().__init__()
        self._tasks = tasks
        self.kind: ChoiceEdit[str] = ChoiceEdit(_("What the rows are"), kind_choices())
        self.sheets: TableModel[SheetRow] = TableModel(_sheet_columns(), tasks)
        self.sheet_list = ListView(self.sheets, _("Sheets of the file"), is_hugging=True)
        self.heading = line_field(_("Row of the headings"))
        self._heading_row = 1
        self.encoding: ChoiceEdit[str] = ChoiceEdit(_("How letters are saved"), encoding_choices())
        self.separator: ChoiceEdit[str] = ChoiceEdit(_("Between the cells"), separator_choices())
        self.left_out: TableModel[LeftRow] = TableModel(_left_columns(), tasks)
        self.left_list = ListView(self.left_out, _("Rows that are left out"), is_hugging=True)
        self._read_words = label("", "quiet", wraps=True)
        self._preview: ListView[tuple[int, tuple[str, ...]]] | None = None
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.kind)

    # --- what the presenter does -----------------------------------------------------------------

    def show_sheets(self, rows: Sequence[SheetRow], kind: str) -> None:
        """List the tables of the file; `kind` is what their rows are taken to be."""
        self.kind.blockSignals(True)
        self.kind.set_value(kind)
        self.kind.blockSignals(False)
        self.sheets.load(fixed_rows(list(rows), key_of=lambda row: row.key))
        self._sheets_part.setVisible(len(rows) > 1)
        self.sheet_list.setMinimumHeight(_height(min(len(rows), _SHEETS_SEEN)))

    def show_look(self, look: SheetLook) -> None:
        """Show the first rows of a table, and how it was read."""
        self._heading_row = look.heading_row
        self.heading.setText(str(look.heading_row))
        is_text = bool(look.separator)
        self._text_part.setVisible(is_text)
        rows = ngettext(
            "{count:,} row below the headings.", "{count:,} rows below the headings.",
            look.rows_below,
        ).format(count=look.rows_below)  # fmt: skip
        how = text_words(look.encoding, look.separator) if is_text else ""
        self._read_words.setText(f"{rows} {how}".strip())
        self._show_preview(look)

    def show_left_out(self, rows: Sequence[LeftRow]) -> None:
        """List totals, titles and notes, which bring nothing in."""
        self.left_out.load(fixed_rows(list(rows), key_of=lambda one: (one.sheet, one.row.row)))
        self._left_part.setVisible(bool(rows))
        self.left_list.setMinimumHeight(_height(min(len(rows), _LEFT_SEEN)))

    # --- how it is made --------------------------------------------------------------------------

    def _lay_out(self) -> None:
        words = _("Nothing is saved before the last step, and all of it can be undone.")
        self.body.addWidget(label(words, "quiet", wraps=True))
        fields = QHBoxLayout()
        fields.setSpacing(L)
        fields.addWidget(FieldBox(_("What the rows are"), self.kind), stretch=2)
        fields.addWidget(FieldBox(_("Row of the headings"), self.heading), stretch=1)
        self._text_part = QWidget()
        text = QHBoxLayout(self._text_part)
        text.setContentsMargins(0, 0, 0, 0)
        text.setSpacing(L)
        text.addWidget(FieldBox(_("How letters are saved"), self.encoding), stretch=1)
        text.addWidget(FieldBox(_("Between the cells"), self.separator), stretch=1)
        fields.addWidget(self._text_part, stretch=3)
        self.body.addLayout(fields)
        self._sheets_part = _part(
            _("Sheets and tables in the file"), _("Tick each that is to come in."), self.sheet_list
        )
        self.body.addWidget(self._sheets_part)
        preview = QWidget()
        self._preview_part = QVBoxLayout(preview)
        self._preview_part.setContentsMargins(0, 0, 0, 0)
        self._preview_part.setSpacing(M)
        self._preview_part.addWidget(label(_("The first rows"), "section"))
        self._preview_part.addWidget(self._read_words)
        self.body.addWidget(preview)
        self._left_part = _part(
            _("Left out"),
            _("Totals, titles and notes. Take the tick away where a row is an entry after all."),
            self.left_list,
        )
        self._left_part.hide()
        self.body.addWidget(self._left_part)
        self.body.addStretch()
        for field in (self.encoding, self.separator):
            field.set_value("")

    def _connect(self) -> None:
        self.kind.value_changed.connect(self._tell_kind)
        self.sheet_list.ticked.connect(self.sheet_ticked)
        self.sheet_list.selected.connect(self._tell_shown)
        self.left_list.ticked.connect(self.row_ticked)
        self.heading.editingFinished.connect(self._tell_heading)
        for field in (self.encoding, self.separator):
            field.value_changed.connect(self._tell_text)

    def _tell_heading(self) -> None:
        """Take a row that was typed; anything else goes back to what it was."""
        text = self.heading.text().strip()
        row = int(text) if text.isdecimal() else 0
        if row < 1:
            self.heading.setText(str(self._heading_row))
        elif row != self._heading_row:
            self.heading_chosen.emit(row)

    def _tell_kind(self, kind: object) -> None:
        if isinstance(kind, str):
            self.kind_chosen.emit(kind)

    def _tell_shown(self, row: object) -> None:
        if isinstance(row, SheetRow):
            self.sheet_shown.emit(row)

    def _tell_text(self, value: object) -> None:
        if value is not None:
            encoding, separator = self.encoding.value() or "", self.separator.value() or ""
            self.text_chosen.emit(encoding, separator)

    def _show_preview(self, look: SheetLook) -> None:
        if self._preview is not None:
            self._preview.hide()
            self._preview.deleteLater()
        columns = _preview_columns(look)
        model: TableModel[tuple[int, tuple[str, ...]]] = TableModel(columns, self._tasks)
        self._preview = ListView(model, _("The first rows"), has_grid=True, is_hugging=True)
        rows = list(enumerate(look.rows, look.first_row))
        model.load(fixed_rows(rows, key_of=lambda row: row[0]))
        self._preview.setMinimumHeight(_height(min(len(rows), _ROWS_SEEN)) + grown(TABLE_ROW) // 2)
        self._preview_part.addWidget(self._preview)
        self._preview.show()


def _part(heading: str, hint: str, shown: QWidget) -> QWidget:
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(M)
    column.addWidget(label(heading, "section"))
    column.addWidget(label(hint, "quiet", wraps=True))
    column.addWidget(shown)
    return part


def _height(rows: int) -> int:
    return grown(TABLE_HEAD) + rows * grown(TABLE_ROW) + 4


def _sheet_columns() -> tuple[Column[SheetRow], ...]:
    return (
        Column(key="tick", title="", text=lambda row: "", width_em=3, tick=lambda r: r.is_ticked),
        Column(key="sheet", title=_("Sheet"), text=lambda r: r.look.sheet, is_strong=True,
               width_em=14, is_stretch=True),
        Column(key="from", title=_("From column"), text=lambda r: r.look.first_column),
        Column(key="rows", title=_("Rows"), text=lambda r: f"{r.look.rows_below:,}", width_em=6,
               align=Align.RIGHT),
        Column(key="heads", title=_("Headings"), width_em=24, is_stretch=True,
               text=lambda r: ", ".join(head for head in r.look.headings if head)),
    )  # fmt: skip


def _left_columns() -> tuple[Column[LeftRow], ...]:
    return (
        Column(key="tick", title=_("Left out"), text=lambda row: "", tick=lambda r: r.is_out,
               width_em=7),
        Column(key="row", title=_("Row"), text=lambda r: f"{r.row.row:,}", width_em=5,
               align=Align.RIGHT),
        Column(key="words", title=_("What stands there"), text=lambda r: r.row.words, width_em=30,
               is_stretch=True),
    )  # fmt: skip


def _preview_columns(look: SheetLook) -> tuple[Column[tuple[int, tuple[str, ...]]], ...]:
    def cell(at: int, row: tuple[int, tuple[str, ...]]) -> str:
        return row[1][at] if at < len(row[1]) else ""

    def colour(row: tuple[int, tuple[str, ...]]) -> str:
        return "accent" if row[0] == look.heading_row else "ink"

    numbers: Column[tuple[int, tuple[str, ...]]] = Column(
        key="row", title=_("Row"), text=lambda row: f"{row[0]:,}", width_em=4, align=Align.RIGHT,
        colour=lambda row: "ink_2",
    )  # fmt: skip
    width = max((len(row) for row in look.rows), default=0)
    return (
        numbers,
        *(
            Column(
                key=str(at),
                title=look.headings[at] if at < len(look.headings) and look.headings[at] else "–",
                text=partial(cell, at),
                width_em=_width([row[at] for row in look.rows if at < len(row)]),
                colour=colour,
            )
            for at in range(width)
        ),
    )


def _width(texts: Sequence[str]) -> float:
    return min(3.0 + _CELL_EM * max(map(len, texts), default=0), _WIDEST_EM)
