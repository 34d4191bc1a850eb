"""Save where people's money goes, and have changes of it checked by somebody else."""

from collections.abc import Callable

from coprod_desktop.domain.errors import (
    AccountNumberTooLongError,
    AccountNumberUnreadableError,
    CheckedBySameError,
    DomainError,
    SortCodeUnreadableError,
    WrongStateError,
)
from coprod_desktop.domain.participants import BankDetails, PayeeCheck
from coprod_desktop.i18n import _
from coprod_desktop.services.bank_details import AccountAnswer
from coprod_desktop.ui.context import Context
from coprod_desktop.ui.forms import FormView


class BankPresenter:
    """Answer the forms about accounts."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def save(self, view: FormView, details: BankDetails, payee_check: PayeeCheck | None) -> None:
        """Save where a person's money goes, and say so where a change waits for its check."""

        def done(saved: BankDetails) -> None:
            view.accept_saved()
            words = _("The bank details are saved.")
            if saved.waits_for_check:
                words = _(
                    "The new account is saved. Nobody is paid into it until a second person has "
                    "checked it."
                )
            self._context.saved(words)

        def failed(error: Exception) -> None:
            view.show_error(_field_of(error), self._context.word_error(error))

        save = self._context.office.bank_details.save
        self._context.tasks.run(lambda: save(details, payee_check), done, failed)

    def look(
        self, sort_code: str, account_number: str, then: Callable[[AccountAnswer | None], None]
    ) -> None:
        """Say whether an account that is being typed can be one; nothing while it is not whole."""

        def failed(error: Exception) -> None:
            if not isinstance(error, DomainError):
                raise error
            then(None)

        check = self._context.office.bank_details.check
        self._context.tasks.run(lambda: check(sort_code, account_number), then, failed)

    def begin_check(self, participant_id: int, then: Callable[[], None]) -> None:
        """Go on to the form about a check, or say kindly why this person cannot make it."""
        verbs = self._context.office.bank_details
        self._context.tasks.run(
            lambda: verbs.check_may_confirm(participant_id),
            lambda _nothing: then(),
            self._context.fail,
        )

    def confirm(self, view: FormView, seen: BankDetails, how: str, payee_check: PayeeCheck) -> None:
        """Save how an account was checked."""

        def done(_saved: BankDetails) -> None:
            view.accept_saved()
            self._context.saved(_("The check is saved. The next pay run can pay this account."))

        def failed(error: Exception) -> None:
            words = self._context.word_error(error)
            if isinstance(error, CheckedBySameError | WrongStateError):
                view.show_problem(words)
            else:
                view.show_error("how_checked", words)

        verbs, person_id = self._context.office.bank_details, seen.participant_id
        self._context.tasks.run(
            lambda: verbs.confirm(person_id, how, payee_check, seen=seen), done, failed
        )


def _field_of(error: Exception) -> str:
    if isinstance(error, SortCodeUnreadableError):
        return "sort_code"
    is_number = isinstance(error, AccountNumberUnreadableError | AccountNumberTooLongError)
    return "account_number" if is_number else "account_name"
