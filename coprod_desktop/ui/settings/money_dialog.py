"""Say when two people are needed for money, and from which account it is paid."""

import dataclasses
from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.organisation import Organisation
from coprod_desktop.domain.participants import format_sort_code
from coprod_desktop.i18n import _
from coprod_desktop.ui.widgets.choice_edit import Choice, ChoiceEdit
from coprod_desktop.ui.widgets.form_dialog import FormDialog
from coprod_desktop.ui.widgets.labels import label
from coprod_desktop.ui.widgets.money_edit import MoneyEdit
from coprod_desktop.ui.widgets.parsed_edit import WordError
from coprod_desktop.ui.widgets.plain_fields import line_field, text_field

NOTE_HEIGHT = 88


class MoneyDialog(FormDialog):
    """Collect the rule of two people and the paying account; `organisation()` returns them."""

    def __init__(
        self,
        organisation: Organisation,
        word_error: WordError,
        layouts: Sequence[Choice[str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Two people for money"), _("Save"), parent)
        self._before = organisation
        self._above = MoneyEdit(_("A second approver above"), word_error)
        self._above.set_pence(organisation.second_approver_above_pence)
        self._note = text_field(
            _("Trustees’ note for one person"), organisation.four_eyes_note, height=NOTE_HEIGHT
        )
        sort_code = organisation.sort_code
        self._account_name = line_field(_("Name of the account"), organisation.account_name)
        self._sort_code = line_field(
            _("Sort code"), format_sort_code(sort_code) if sort_code else ""
        )
        self._account_number = line_field(_("Account number"), organisation.account_number)
        self._bacs_number = line_field(_("Bacs number"), organisation.service_user_number)
        self._layout = ChoiceEdit(_("Layout of the bank file"), layouts)
        self._layout.set_value(organisation.bank_layout)
        self._add_approving()
        self._add_account()
        self._above.setFocus()

    def _add_approving(self) -> None:
        words = _("One person prepares a pay run, and another approves it.")
        self.form.add_widget(label(words, "quiet", wraps=True))
        hint = _(
            "A pay run of more than this needs two people to approve it. Leave it empty if one "
            "always does."
        )
        self.form.add_field("above", _("A second approver above"), self._above, hint)
        hint = _(
            "Only where your trustees have agreed in writing that one person may prepare and "
            "approve: write who agreed, when and why. It is printed on every pay run."
        )
        self.form.add_field("note", _("Trustees’ note for one person"), self._note, hint)

    def _add_account(self) -> None:
        self.form.add_widget(label(_("The account that you pay from"), "section"))
        hint = _("Some banks ask for it in the file. Leave it empty if yours does not.")
        self.form.add_field("account_name", _("Name of the account"), self._account_name, hint)
        self.form.add_row(
            [
                ("sort_code", _("Sort code"), self._sort_code),
                ("account_number", _("Account number"), self._account_number),
            ]
        )
        hint = _("Six digits from Bacs, where you send files to Bacs yourselves. Most do not.")
        self.form.add_field("bacs_number", _("Bacs number"), self._bacs_number, hint)
        hint = _("How the columns stand in the file that your bank reads.")
        self.form.add_field("layout", _("Layout of the bank file"), self._layout, hint)

    def check(self) -> bool:
        """Say so where no layout is chosen; return whether all can be saved."""
        if self._layout.value() is None:
            self.show_error("layout", _("Choose a layout from the list."))
            return False
        return True

    def organisation(self) -> Organisation:
        """Return the details as they stand in the form."""
        return dataclasses.replace(
            self._before,
            second_approver_above_pence=self._above.pence(),
            four_eyes_note=self._note.toPlainText(),
            account_name=self._account_name.text(),
            sort_code=self._sort_code.text(),
            account_number=self._account_number.text(),
            service_user_number=self._bacs_number.text(),
            bank_layout=self._layout.value() or self._before.bank_layout,
        )
