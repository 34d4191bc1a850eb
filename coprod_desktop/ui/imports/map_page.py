"""The second step: what each column is, and what no column says."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from coprod_desktop.domain.errors import DomainError
from coprod_desktop.domain.time import parse_minutes
from coprod_desktop.i18n import _
from coprod_desktop.services.import_sessions import ColumnLook, ImportMap, offered_fields
from coprod_desktop.ui.imports.map_reading import map_of
from coprod_desktop.ui.imports.scrolled import ScrolledPage
from coprod_desktop.ui.imports.words import field_words, joined, order_choices, pay_choices
from coprod_desktop.ui.scale import XL, S
from coprod_desktop.ui.widgets.choice_edit import Choice, ChoiceEdit
from coprod_desktop.ui.widgets.form import Form
from coprod_desktop.ui.widgets.labels import label
from coprod_desktop.ui.widgets.plain_fields import line_field


class MapPage(ScrolledPage):
    """Ask what the columns are.

    `layout_chosen(place)` wants another layout, where the ticked tables have several.
    """

    layout_chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.fields: dict[int, ChoiceEdit[str]] = {}
        self._columns: tuple[ColumnLook, ...] = ()
        self._kind = ""
        self._base = ImportMap()
        self._grid: QWidget | None = None
        self.layouts: ChoiceEdit[int] = ChoiceEdit(_("Sheet"))
        self.order: ChoiceEdit[str] = ChoiceEdit(_("How days are written"), order_choices())
        self.day = line_field(_("How long is a day?"))
        self.project = line_field(_("Project"))
        self.names = line_field(_("Whose rows these are"))
        self.pay: ChoiceEdit[str] = ChoiceEdit(_("Paid or unpaid"), pay_choices())
        self.when = line_field(_("Day"))
        self.keep = QCheckBox(_("Remember this for sheets with the same headings"))
        self.keep.setChecked(True)
        self.form = Form()
        self._lay_out()
        self.layouts.value_changed.connect(self._tell_layout)

    # --- what the presenter does -----------------------------------------------------------------

    def show_layouts(self, names: Sequence[str], chosen: int) -> None:
        """Offer the layouts of the ticked tables; one alone is not asked about."""
        self.layouts.blockSignals(True)
        self.layouts.set_choices([Choice(at, name) for at, name in enumerate(names)])
        self.layouts.set_value(chosen)
        self.layouts.blockSignals(False)
        self.form.box("layouts").setVisible(len(names) > 1)

    def show_columns(
        self, columns: Sequence[ColumnLook], kind: str, known: ImportMap, *, is_kept: bool
    ) -> None:
        """Show a row for each column with what it is taken for."""
        self._columns, self._kind, self._base = tuple(columns), kind, known
        words = _("These columns were named before, and are taken as they were then.")
        self._kept_words.setText(words)
        self._kept_words.setVisible(is_kept)
        self._fill_grid()
        self.form.clear_errors()
        has_time = kind == "contributions"
        fields = {column.field for column in columns}
        self.form.box("order").setVisible(bool({"date", "end_date"} & fields))
        self.order.set_value(known.date_order or "")
        self.form.box("day").setVisible(False)
        self.day.setText(known.day_is or "")
        self.project.setText(known.defaults.get("project", ""))
        self.form.box("project").setVisible(kind != "participants" and "project" not in fields)
        has_names = bool({"name", "first_name", "last_name", "person"} & fields)
        self.names.setText("; ".join(known.each_of) or known.defaults.get("name", ""))
        self.form.box("names").setVisible(has_time and not has_names)
        self.pay.set_value(known.defaults.get("pay", ""))
        self.form.box("pay").setVisible(has_time and "paid" not in fields)
        self.when.setText(known.defaults.get("date", ""))
        self.form.box("when").setVisible(kind != "participants" and "date" not in fields)

    def ask_order(self) -> None:
        """Ask in which order days are written, because the sheet does not say."""
        self.form.box("order").show()
        words = _("Every day here could be read either way. Choose how they are written.")
        self.form.show_error("order", words)
        self.order.setFocus()

    def ask_day_length(self) -> None:
        """Ask how long a day is, because some lengths are given in days."""
        self.form.box("day").show()
        words = _("Some rows say “½ day” or the like. Say how long a day is, as 7:00.")
        self.form.show_error("day", words)
        self.day.setFocus()

    def import_map(self) -> ImportMap | None:
        """Return what was said; None, with its sentence shown, where it cannot be meant."""
        self.form.clear_errors()
        chosen = [(column, self.fields[column.place].value() or "") for column in self._columns]
        doubled = _doubled([field for _column, field in chosen])
        if doubled:
            words = _("Two columns are “{field}”. Choose one of them.")
            self._problem.setText(words.format(field=field_words(doubled, self._kind)))
            self._problem.show()
            return None
        self._problem.hide()
        if self.day.text().strip():
            try:
                parse_minutes(self.day.text())
            except DomainError:
                self.form.show_error("day", _("Write how long a day is as 7:00 or 7.5."))
                return None
        return map_of(
            self._base,
            chosen,
            self._kind,
            date_order=self.order.value() or None,
            day_is=self.day.text().strip(),
            names=self.names.text(),
            defaults={
                "project": self.project.text().strip(),
                "pay": self.pay.value() or "",
                "date": self.when.text().strip(),
            },
        )

    # --- how it is made --------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._kept_words = label("", "good", wraps=True)
        self._problem = label("", "bad", wraps=True)
        self._problem.hide()
        form = self.form
        form.add_field("layouts", _("Sheet"), self.layouts)
        self.body.addWidget(self._kept_words)
        self.body.addWidget(form)
        self.body.addWidget(self._problem)
        self.body.addStretch()
        form.add_field("order", _("How days are written"), self.order)
        form.add_field("day", _("How long is a day?"), self.day)
        hint = _("Several names with “;” between them: every row counts for each of them.")
        form.add_field("names", _("Whose rows these are"), self.names, hint)
        hint = _("No column says it. Left empty, a project named after the file is made.")
        form.add_field("project", _("Project"), self.project, hint)
        form.add_field("when", _("Day"), self.when, _("For rows without a day of their own."))
        form.add_field("pay", _("Paid or unpaid"), self.pay)
        form.add_widget(self.keep)

    def _fill_grid(self) -> None:
        if self._grid is not None:
            self._grid.hide()
            self._grid.deleteLater()
        self._grid, self.fields = QWidget(), {}
        grid = QGridLayout(self._grid)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(XL)
        grid.setVerticalSpacing(S)
        titles = (_("Column"), _("What stands in it"), _("What it is"))
        for at, title in enumerate(titles):
            grid.addWidget(label(title, "secondary"), 0, at)
        offered = [Choice(one, field_words(one, self._kind)) for one in offered_fields(self._kind)]
        choices = [Choice("", _("Not read")), *offered]
        for row, column in enumerate(self._columns, 1):
            name = column.heading or _("Column {letter}").format(letter=column.letter)
            grid.addWidget(label(name, "strong", wraps=True), row, 0)
            grid.addWidget(
                label(joined(column.samples) or _("(empty)"), "quiet", wraps=True), row, 1
            )
            field: ChoiceEdit[str] = ChoiceEdit(name, choices)
            field.set_value(column.field)
            self.fields[column.place] = field
            grid.addWidget(field, row, 2)
            sure = _("a guess: please look") if column.is_suggestion else ""
            grid.addWidget(label(sure, "warn"), row, 3)
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(2, 2)
        self.body.insertWidget(1, self._grid)
        self._grid.show()
        if self.fields:
            self.setFocusProxy(next(iter(self.fields.values())))

    def _tell_layout(self, place: object) -> None:
        if isinstance(place, int):
            self.layout_chosen.emit(place)


def _doubled(fields: Sequence[str]) -> str:
    """Return a field that two columns were taken for; those of which there may be many pass."""
    many = {"", "person", "time_in", "time_out"}
    return next((one for one in fields if one not in many and fields.count(one) > 1), "")
