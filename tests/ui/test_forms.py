"""Every dialog with a form is what presenters expect of one."""

from pytestqt.qtbot import QtBot

from coprod_desktop.ui.forms import FormView
from coprod_desktop.ui.widgets.form_dialog import FormDialog
from coprod_desktop.ui.widgets.plain_fields import line_field


def refuse(view: FormView) -> None:
    view.show_error("name", "Write a name.")


def test_a_form_dialog_takes_what_presenters_say(qtbot: QtBot) -> None:
    dialog = FormDialog("Somebody", "Save")
    qtbot.addWidget(dialog)
    dialog.form.add_field("name", "Name", line_field("Name"))
    refuse(dialog)
    assert dialog.form.box("name").error == "Write a name."
