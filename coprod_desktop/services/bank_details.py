"""Keep where each person's money goes, and have every change of it checked by somebody else."""

import dataclasses
import sys
from pathlib import Path

from coprod_desktop.banking.modulus import check_account
from coprod_desktop.banking.standard_accounts import standard_account
from coprod_desktop.domain.account_checks import AccountCheck
from coprod_desktop.domain.bank_details import (
    check_may_check,
    checked,
    is_same_account,
    recorded,
)
from coprod_desktop.domain.errors import DomainError, NotFoundError, WrongStateError
from coprod_desktop.domain.organisation import Operator
from coprod_desktop.domain.participants import (
    BankDetails,
    Participant,
    PayeeCheck,
    clean_bank_details,
)
from coprod_desktop.services.account_sentences import answer_sentence
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.organisation import organisation_of
from coprod_desktop.services.sentences import sentence
from coprod_desktop.services.weight_tables import WeightTables, WeightTableSummary
from coprod_desktop.storage import owed
from coprod_desktop.storage.work import Reading, Work


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class AccountAnswer:
    """What the check of an account found, in words; the digits are as they would be kept."""

    check: AccountCheck
    sentence: str
    sort_code: str
    account_number: str


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class KnownAccount:
    """A person's account with the names of who changed and who checked it, empty where nobody."""

    details: BankDetails
    changed_by: str
    checked_by: str
    answer: AccountAnswer


class BankDetailsService:
    """The verbs about where money goes; the check of the digits warns, and stops nobody."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._tables = WeightTables(desk)

    def get(self, participant_id: int) -> BankDetails | None:
        """Return where a person's money goes, if known."""
        with self._desk.reading() as reading:
            return bank_details_of(reading, participant_id)

    def known(self, participant_id: int) -> KnownAccount | None:
        """Return a person's account and all that is known about it, if there is one."""
        with self._desk.reading() as reading:
            details = bank_details_of(reading, participant_id)
            if details is None:
                return None
            return KnownAccount(
                details=details,
                changed_by=_operator_name(reading, details.changed_by_id),
                checked_by=_operator_name(reading, details.checked_by_id),
                answer=self._answer_about(reading, details),
            )

    def save(self, details: BankDetails, payee_check: PayeeCheck | None = None) -> BankDetails:
        """Save where a person's money goes; another account than the one known waits for a check.

        Who changed it, when, and what it was before are recorded here, whatever `details` say. The
        bank's answer is told by `payee_check`; None keeps what still holds. Account numbers of six
        to ten digits are brought to eight. Raises SortCodeUnreadableError,
        AccountNumberUnreadableError, AccountNumberTooLongError, NotFoundError, NameMissingError
        (also for a holder) or the errors of text.
        """
        clean = standard_details(details)
        with self._desk.transaction("change bank details") as work:
            work.get(Participant, details.participant_id)
            known = bank_details_of(work, details.participant_id)
            kept = recorded(
                known,
                dataclasses.replace(clean, bank_details_id=self._desk.new_id()),
                changed_by_id=self._desk.operator.operator_id,
                changed_at=self._desk.now(),
                payee_check=payee_check,
            )
            if known is None:
                kept = _after_last_payment(work, kept)
                work.add(kept)
            else:
                work.update(kept)
        return kept

    def confirm(
        self,
        participant_id: int,
        how_checked: str,
        payee_check: PayeeCheck = PayeeCheck.NOT_ASKED,
        *,
        seen: BankDetails | None = None,
    ) -> BankDetails:
        """Record how somebody else than who changed an account has checked it.

        `seen` is what they had before their eyes: an account that was changed again meanwhile is
        not the one that they checked. Raises NotFoundError, ReasonMissingError, CheckedBySameError
        (unless the trustees let one person do both) or WrongStateError.
        """
        with self._desk.transaction("confirm bank details") as work:
            details = _needed(work, participant_id)
            if seen is not None and not is_same_account(seen, details):
                raise WrongStateError(noun="bank details", state="changed", step="check")
            kept = checked(
                details,
                how_checked,
                checked_by_id=self._desk.operator.operator_id,
                checked_at=self._desk.now(),
                payee_check=payee_check,
                can_check_own=_can_check_own(work),
            )
            work.update(kept)
        return kept

    def check_may_confirm(self, participant_id: int) -> None:
        """Refuse, before anything is typed, whoever cannot check this account.

        Raises NotFoundError, CheckedBySameError or WrongStateError.
        """
        with self._desk.reading() as reading:
            check_may_check(
                _needed(reading, participant_id),
                self._desk.operator.operator_id,
                can_check_own=_can_check_own(reading),
            )

    def check(self, sort_code: str, account_number: str) -> AccountAnswer:
        """Say whether a sort code and an account number can belong together.

        Raises SortCodeUnreadableError, AccountNumberUnreadableError or AccountNumberTooLongError
        while they are not whole.
        """
        with self._desk.reading() as reading:
            return self._answer(reading, sort_code, account_number, says_digits=True)

    def load_weight_table(
        self, weights_path: Path, substitutions_path: Path | None = None, version: str = ""
    ) -> WeightTableSummary:
        """Load the table that accounts are checked with; raises as `WeightTables.load`."""
        return self._tables.load(weights_path, substitutions_path, version)

    def weight_table(self) -> WeightTableSummary | None:
        """Return which table is loaded, if any."""
        return self._tables.summary()

    def _answer(
        self, reading: Reading, sort_code: str, account_number: str, *, says_digits: bool
    ) -> AccountAnswer:
        code, number = standard_account(sort_code, account_number)
        table = self._tables.table(reading)
        found = AccountCheck.CANNOT_BE_CHECKED
        if table is not None:
            found = check_account(table, code, number)
        words = answer_sentence(
            found,
            has_table=table is not None,
            typed=(sort_code, account_number) if says_digits else (code, number),
            kept=(code, number),
        )
        return AccountAnswer(check=found, sentence=words, sort_code=code, account_number=number)

    def _answer_about(self, reading: Reading, details: BankDetails) -> AccountAnswer:
        """Check an account that is in the file; a workbook may have brought any digits."""
        try:
            return self._answer(
                reading, details.sort_code, details.account_number, says_digits=False
            )
        except DomainError as error:
            return AccountAnswer(
                check=AccountCheck.NOT_VALID,
                sentence=sentence(error),
                sort_code=details.sort_code,
                account_number=details.account_number,
            )


def bank_details_of(reading: Reading, participant_id: int) -> BankDetails | None:
    """Return the bank details of a person, if known."""
    found = reading.find(BankDetails, participant_id=participant_id)
    return found[0] if found else None


def _after_last_payment(work: Work, details: BankDetails) -> BankDetails:
    """Let an account wait where the person was paid into another one before."""
    last = owed.last_accounts(work, sys.maxsize, [details.participant_id]).get(
        details.participant_id
    )
    now = (details.sort_code, details.account_number)
    if last is None or (last.sort_code, last.account_number) == now:
        return details
    return dataclasses.replace(details, previous_ending=last.account_number[-4:])


def standard_details(details: BankDetails) -> BankDetails:
    """Return the details tidied, with six and eight digits; raises as `BankDetailsService.save`."""
    code, number = standard_account(details.sort_code, details.account_number)
    return clean_bank_details(dataclasses.replace(details, sort_code=code, account_number=number))


def _needed(reading: Reading, participant_id: int) -> BankDetails:
    details = bank_details_of(reading, participant_id)
    if details is None:
        raise NotFoundError(noun="bank details", name=participant_id)
    return details


def _can_check_own(reading: Reading) -> bool:
    return bool(organisation_of(reading).four_eyes_note.strip())


def _operator_name(reading: Reading, operator_id: int | None) -> str:
    found = () if operator_id is None else reading.find(Operator, operator_id=operator_id)
    return found[0].name if found else ""
