"""The small forms of a list: a note, a value, a column of one's own, the name of a view."""

from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.own_columns import OwnKind
from coprod_desktop.i18n import _, ngettext
from coprod_desktop.ui.widgets.choice_edit import Choice, ChoiceEdit
from coprod_desktop.ui.widgets.form_dialog import FormDialog
from coprod_desktop.ui.widgets.plain_fields import line_field, text_field


class RowNoteDialog(FormDialog):
    """Collect a note on some rows."""

    def __init__(self, before: str, rows: int, parent: QWidget | None = None) -> None:
        title = ngettext("Note on this row", "Note on {count} rows", rows).format(count=rows)
        super().__init__(title, _("Save the note"), parent)
        self.note = text_field(_("Note"), before)
        hint = _("It is never printed. Leave it empty to take the note away.")
        self.form.add_field("note", _("Note"), self.note, hint)
        self.note.setFocus()
        self.note.selectAll()


class ValueDialog(FormDialog):
    """Collect what stands in a column of one's own, for one row or several."""

    def __init__(self, title: str, before: str, rows: int, parent: QWidget | None = None) -> None:
        heading = title
        if rows > 1:
            heading = _("{title}, {count} rows").format(title=title, count=rows)
        super().__init__(heading, _("Save"), parent)
        self.value = line_field(title, before)
        self.form.add_field("value", title, self.value)
        self.value.setFocus()
        self.value.selectAll()


class OwnColumnDialog(FormDialog):
    """Collect the title and kind of a new column."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Add a column"), _("Add the column"), parent)
        self.title_field = line_field(_("Title"))
        self.kind = ChoiceEdit(
            _("What stands in it"),
            [
                Choice(OwnKind.TEXT, _("Words")),
                Choice(OwnKind.NUMBER, _("A number")),
                Choice(OwnKind.DAY, _("A day")),
                Choice(OwnKind.TICK, _("Yes or nothing")),
            ],
        )
        self.kind.set_value(OwnKind.TEXT)
        hint = _("Type into it in the list with F2. It is copied and sent out like the others.")
        self.form.add_field("title", _("Title"), self.title_field, hint)
        self.form.add_field("kind", _("What stands in it"), self.kind)
        self.title_field.setFocus()


class NameDialog(FormDialog):
    """Collect a name for a view or a column."""

    def __init__(
        self, title: str, save_text: str, before: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(title, save_text, parent)
        self.name = line_field(_("Name"), before)
        self.form.add_field("name", _("Name"), self.name)
        self.name.setFocus()
        self.name.selectAll()
