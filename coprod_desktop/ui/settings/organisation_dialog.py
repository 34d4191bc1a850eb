"""Change what stands on papers about the charity, and what it promises."""

import dataclasses

from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.organisation import Organisation
from coprod_desktop.i18n import _
from coprod_desktop.ui.widgets.form_dialog import FormDialog
from coprod_desktop.ui.widgets.plain_fields import line_field


class OrganisationDialog(FormDialog):
    """Collect the charity's details; `organisation()` returns them as they stand."""

    def __init__(self, organisation: Organisation, parent: QWidget | None = None) -> None:
        super().__init__(_("Your organisation"), _("Save"), parent)
        self._before = organisation
        self._lines = {
            name: line_field(text, getattr(organisation, name))
            for name, text in (
                ("name", _("Name")),
                ("charity_number", _("Charity number")),
                ("contact_name", _("Whom people ask")),
                ("contact_phone", _("Phone")),
                ("contact_email", _("Email")),
            )
        }
        self._promise = line_field(_("Days to pay"), str(organisation.promise_days))
        self._add_fields()

    def _add_fields(self) -> None:
        lines = self._lines
        self.form.add_field("name", _("Name"), lines["name"], _("As it should stand on papers."))
        self.form.add_field("charity_number", _("Charity number"), lines["charity_number"])
        hint = _("This person answers questions about statements.")
        self.form.add_field("contact_name", _("Whom people ask"), lines["contact_name"], hint)
        self.form.add_row(
            [
                ("contact_phone", _("Phone"), lines["contact_phone"]),
                ("contact_email", _("Email"), lines["contact_email"]),
            ]
        )
        hint = _("You promise to pay within this many days of the work.")
        self.form.add_field("promise", _("Days to pay"), self._promise, hint)

    def check(self) -> bool:
        """Say what is wrong with a number; return whether all can be saved."""
        text = self._promise.text().strip()
        if not (text.isascii() and text.isdigit() and 0 < int(text) <= 365):
            self.show_error("promise", _("Write a number of days from 1 to 365."))
            return False
        return True

    def organisation(self) -> Organisation:
        """Return the details as they stand in the form."""
        lines = self._lines
        return dataclasses.replace(
            self._before,
            name=lines["name"].text(),
            charity_number=lines["charity_number"].text(),
            contact_name=lines["contact_name"].text(),
            contact_phone=lines["contact_phone"].text(),
            contact_email=lines["contact_email"].text(),
            promise_days=int(self._promise.text()),
        )
