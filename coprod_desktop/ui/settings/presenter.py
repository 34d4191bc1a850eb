"""Save what the dialogs about the charity itself collect."""

from typing import Protocol

from coprod_desktop.domain.errors import (
    AccountNumberUnreadableError,
    BacsNumberUnreadableError,
    NegativeMoneyError,
    SortCodeUnreadableError,
)
from coprod_desktop.domain.organisation import Organisation
from coprod_desktop.i18n import _
from coprod_desktop.ui.context import Context

_FIELD_OF: dict[type[Exception], str] = {
    NegativeMoneyError: "above",
    SortCodeUnreadableError: "sort_code",
    AccountNumberUnreadableError: "account_number",
    BacsNumberUnreadableError: "bacs_number",
}


class OrganisationView(Protocol):
    """What the presenter needs of a dialog about the charity."""

    def organisation(self) -> Organisation:
        """Return the details as they stand."""

    def check(self) -> bool:
        """Return whether all can be saved."""

    def accept_saved(self) -> None:
        """Close, because all is saved."""

    def show_error(self, key: str, sentence: str) -> None:
        """Show what is wrong under a field."""


class SettingsPresenter:
    """Save the charity's details."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def save_organisation(self, view: OrganisationView) -> None:
        """Save the charity's details, or say under a field what is wrong."""
        if not view.check():
            return
        organisation = view.organisation()

        def done(_saved: Organisation) -> None:
            view.accept_saved()
            self._context.saved(_("The details of your organisation are saved."))

        self._context.tasks.run(
            lambda: self._context.office.organisation.save(organisation),
            done,
            lambda error: view.show_error("name", self._context.word_error(error)),
        )

    def save_money(self, view: OrganisationView) -> None:
        """Save who approves and the paying account, or say under a field what is wrong."""
        if not view.check():
            return
        organisation = view.organisation()

        def done(_saved: Organisation) -> None:
            view.accept_saved()
            self._context.saved(_("How money is approved and paid is saved."))

        def failed(error: Exception) -> None:
            key = _FIELD_OF.get(type(error), "note")
            view.show_error(key, self._context.word_error(error))

        self._context.tasks.run(
            lambda: self._context.office.organisation.save(organisation), done, failed
        )
