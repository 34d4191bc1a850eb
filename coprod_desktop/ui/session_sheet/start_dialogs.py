"""The forms to keep a sheet as a template, and to rename or remove templates."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.session_templates import SessionTemplate
from coprod_desktop.i18n import _
from coprod_desktop.ui.session_sheet.page import SessionSheetPage
from coprod_desktop.ui.session_sheet.starts import StartPresenter
from coprod_desktop.ui.widgets.choice_edit import Choice, ChoiceEdit
from coprod_desktop.ui.widgets.form_dialog import FormDialog
from coprod_desktop.ui.widgets.plain_fields import line_field


class KeepDialog(FormDialog):
    """Ask under which name the sheet is kept."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(_("Keep this sheet as a template"), _("Keep"), parent)
        self._name = line_field(_("Name"), name)
        hint = _("The people and their usual times are kept; notes and expenses are not.")
        self.form.add_field("name", _("Name"), self._name, hint)

    @property
    def name(self) -> str:
        """Return the name that was typed."""
        return self._name.text()


class TemplatesDialog(FormDialog):
    """Choose a template and call it otherwise, or remove it."""

    def __init__(self, templates: Sequence[SessionTemplate], parent: QWidget | None = None) -> None:
        super().__init__(_("Templates"), _("Rename"), parent)
        self.add_other_save(_("Remove"))
        self._names = {one.session_template_id: one.name for one in templates}
        choices = [Choice(number, name) for number, name in self._names.items()]
        self._which: ChoiceEdit[int] = ChoiceEdit(_("Template"), choices)
        self._name = line_field(_("Name"))
        self._which.value_changed.connect(self._show_name)
        self.form.add_field("which", _("Template"), self._which)
        self.form.add_field("name", _("Name"), self._name)
        self._which.set_value(choices[0].value if choices else None)

    @property
    def template_id(self) -> int | None:
        """Return which template is chosen."""
        return self._which.value()

    @property
    def name(self) -> str:
        """Return the name that was typed."""
        return self._name.text()

    def _show_name(self, template_id: int | None) -> None:
        self._name.setText(self._names.get(template_id or 0, ""))

    def ask_for_choice(self) -> None:
        """Say that a template is to be chosen first."""
        self.show_error("which", _("Choose a template of the list."))


class StartDialogs:
    """Answer the menu of the sheet; keep a reference to it."""

    def __init__(self, page: SessionSheetPage, presenter: StartPresenter) -> None:
        self._page, self._presenter = page, presenter
        page.start.repeat_requested.connect(presenter.repeat)
        page.start.start_requested.connect(presenter.start)
        page.start.keep_requested.connect(self.ask_name)
        page.start.manage_requested.connect(self.ask_templates)

    def ask_name(self) -> None:
        """Ask under which name the sheet is kept."""
        if not self._presenter.can_keep():
            return
        head = self._page.head()
        dialog = KeepDialog(head.title.strip() or head.kind_of_work, self._page)
        dialog.save_requested.connect(lambda: self._presenter.keep(dialog, dialog.name))
        dialog.open()

    def ask_templates(self) -> None:
        """Ask which template is to be called otherwise or removed."""
        dialog = TemplatesDialog(self._page.start.templates, self._page)
        dialog.save_requested.connect(lambda: self._rename(dialog))
        dialog.other_save_requested.connect(lambda: self._remove(dialog))
        dialog.open()

    def _rename(self, dialog: TemplatesDialog) -> None:
        if dialog.template_id is None:
            dialog.ask_for_choice()
        else:
            self._presenter.rename(dialog, dialog.template_id, dialog.name)

    def _remove(self, dialog: TemplatesDialog) -> None:
        if dialog.template_id is None:
            dialog.ask_for_choice()
        else:
            self._presenter.remove(dialog, dialog.template_id)
