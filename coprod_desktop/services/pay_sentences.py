"""Say in plain words why a step with approvals, pay runs and payments does not fit just now."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from coprod_desktop.domain import errors, register_errors
from coprod_desktop.domain.contributions import WorkState
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.pay_errors import (
    AccountChangedSinceError,
    AmountsDifferError,
    ClaimEmptyError,
    FilesNotFinishedError,
    GivenBeforeError,
    KeptBackBeforeError,
    LinesForOnePaymentError,
    MoneyIntoEmptyFileError,
    NotByBankError,
    NothingToPackError,
    NotSavedError,
    PaidDayUnlikelyError,
    ReversalAskedError,
    ReversalNotAskedError,
)
from coprod_desktop.domain.pay_runs import PaymentState, RunState
from coprod_desktop.domain.vouchers import VoucherState
from coprod_desktop.i18n import _
from coprod_desktop.services.told_facts import ToldFacts

Wording = Callable[[ToldFacts], str]


def noun(facts: ToldFacts) -> str:
    """Return "pay run" for a record class called PayRun as for the words themselves."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", facts.plain("noun")).lower()


def _wrong_state(facts: ToldFacts) -> str:
    state, step = facts.plain("state"), facts.plain("step")
    if noun(facts) == "pay run":
        return _run_state(state, step)
    if noun(facts) == "payment":
        return _payment_state(state)
    if noun(facts) == "voucher":
        return _voucher_state(state)
    return _work_state(state, step)


def _run_state(state: str, step: str) -> str:
    if state == RunState.REVERSED:
        return _(
            "This pay run was taken back, so nothing more is done with it. What it held is owed "
            "again: prepare a new pay run."
        )
    if state == RunState.SENT_BACK:
        return _(
            "This pay run was sent back. Nothing was changed. Whoever prepares it mends what was "
            "asked for, then asks for approval again."
        )
    if step == "split":
        return _(
            "This payment cannot be split so. Nothing was changed. Hold the whole payment, or "
            "choose pieces of work or claims of it."
        )
    if state == RunState.PREPARED:
        return _(
            "This pay run waits for approval. Nothing was changed. Ask the second person to "
            "approve it first."
        )
    return _later_run_state(state, step)


def _later_run_state(state: str, step: str) -> str:
    if step == RunState.APPROVED:
        return _("This pay run is approved already. Nothing was changed.")
    if step in (RunState.PREPARED, RunState.SENT_BACK):
        return _(
            "This pay run is approved, so nobody changes it any more. Nothing was changed. Take "
            "it back with a reason, and prepare a new one."
        )
    if state == RunState.SETTLED:
        return _("The money of this pay run has left already. Nothing was changed.")
    return _(
        "The files of this pay run are not made yet. Nothing was changed. Make them, have the "
        "bank pay them, and then record that the money has left."
    )


def _payment_state(state: str) -> str:
    words: dict[str, str] = {
        PaymentState.WAITING: _(
            "This payment has not left yet. Nothing was changed. Record first that it was paid."
        ),
        PaymentState.PAID: _("This payment is recorded as paid already. Nothing was changed."),
        PaymentState.CAME_BACK: _(
            "This payment came back already, and what it paid is owed again. Nothing was changed. "
            "Prepare a new pay run for it."
        ),
    }
    plain = _("This payment was taken back, so nothing more is done with it. Nothing was changed.")
    return words.get(state, plain)


def _voucher_state(state: str) -> str:
    words: dict[str, str] = {
        VoucherState.SET_ASIDE: _(
            "This voucher is set aside for somebody. Nothing was changed. Choose another voucher."
        ),
        VoucherState.HANDED_OVER: _(
            "This voucher was handed over. Nothing was changed. Choose another voucher."
        ),
        VoucherState.SPOILT: _(
            "This voucher is marked as spoilt or lost. Nothing was changed. Choose another voucher."
        ),
    }
    return words.get(state, _("This voucher is in stock already. Nothing was changed."))


def _work_state(state: str, step: str) -> str:
    if step == "remove":
        return _(
            "Only a draft is removed, and this is none any more. Nothing was changed. Send it "
            "back with a reason instead."
        )
    if step == "submit":
        return _("This waits for approval already, or has gone further. Nothing was changed.")
    words: dict[str, str] = {
        WorkState.DRAFT: _(
            "This is a draft. Nothing was changed. Send it for approval first, then approve it."
        ),
        WorkState.APPROVED: _("This is approved already. Nothing was changed."),
        WorkState.SENT_BACK: _("This was sent back already. Correct it, then approve it."),
        WorkState.IN_PAY_RUN: _(
            "This is in a pay run, so it stays as it is. Take the pay run back first."
        ),
        WorkState.PAID: _("This is paid, so it stays as it is. Take the pay run back first."),
    }
    plain = _("This step does not fit just now. Nothing was changed. Look at the entry again.")
    return words.get(state, plain)


def _count_differs(facts: ToldFacts) -> str:
    counted, left = facts.whole("pence"), facts.whole("left_pence")
    difference = format_pounds(abs(counted - left))
    words = _(
        "You counted {counted}, and {left} should be in the box: {difference} is missing. Nothing "
        "was saved. Count once more; if it stays so, write a note that says what is known about it."
    )
    if counted > left:
        words = _(
            "You counted {counted}, and {left} should be in the box: {difference} is too much. "
            "Nothing was saved. Count once more; if it stays so, write a note that says what is "
            "known about it."
        )
    return words.format(
        counted=facts.money(), left=facts.money("left_pence"), difference=difference
    )


_REGISTER_SENTENCES: Mapping[type[errors.DomainError], Wording] = MappingProxyType(
    {
        register_errors.NoCashError: lambda _f: _(
            "There is no amount yet. Nothing was saved. Write how much it is, as 50.00."
        ),
        register_errors.BoxTooLittleError: lambda f: _(
            "By the register {left} is in the box, so {pence} cannot leave it. Nothing was saved. "
            "Write a smaller amount, or record first what was drawn or counted."
        ).format(left=f.money("left_pence"), pence=f.money()),
        register_errors.CountDiffersError: _count_differs,
        register_errors.SerialUncountableError: lambda f: _(
            "{text} ends in no figure, so the next serial numbers cannot be counted on. Nothing "
            "was saved. Write the first serial number as it is printed, or add one voucher at a "
            "time."
        ).format(text=f.quoted()),
        register_errors.VoucherCountError: lambda f: _(
            "From 1 to {limit:,} vouchers are added at once. Nothing was saved. Write how many "
            "there are."
        ).format(limit=f.whole("limit")),
        register_errors.VoucherWorthNothingError: lambda _f: _(
            "A voucher without a value pays nobody. Nothing was saved. Write what one voucher is "
            "worth, as 10.00."
        ),
        register_errors.SerialsTakenError: lambda f: _(
            "These serial numbers are in the register already: {serials}. Nothing was saved. Check "
            "the first serial number and how many vouchers there are."
        ).format(serials=f.several("serials")),
        register_errors.SerialUnknownError: lambda f: _(
            "No voucher in the register has the serial number {text}. Nothing was changed. Look at "
            "the list of vouchers."
        ).format(text=f.quoted()),
        register_errors.SerialOfSeveralError: lambda f: _(
            "Vouchers of several kinds have the serial number {text}. Nothing was changed. Say "
            "also what the voucher is called."
        ).format(text=f.quoted()),
        register_errors.ChosenVouchersDoNotFitError: lambda f: _(
            "These vouchers come to {chosen}, and the payment is {pence}. Nothing was changed. "
            "Choose vouchers that come to exactly that."
        ).format(chosen=f.money("chosen_pence"), pence=f.money()),
        register_errors.VouchersMissingError: lambda f: _(
            "No vouchers are set aside for {names}, so nobody could tell later which ones they "
            "got. Nothing was changed. Set vouchers aside first, or write why there are no serial "
            "numbers."
        ).format(names=f.several("names")),
        register_errors.NotByVoucherError: lambda _f: _(
            "This payment is not made by voucher. Nothing was changed. Choose another payment, or "
            "change how the person is paid before the pay run is prepared."
        ),
    }
)

PAY_SENTENCES: Mapping[type[errors.DomainError], Wording] = MappingProxyType(
    {
        errors.OwnWorkError: lambda _f: _(
            "Nobody approves or pays their own work. Nothing was changed. Ask another person to "
            "do this step."
        ),
        errors.SamePersonError: lambda _f: _(
            "The one who prepared or changed a pay run does not approve it. Nothing was changed. "
            "Ask a second person to sit down and approve it."
        ),
        errors.ApprovedAlreadyError: lambda _f: _(
            "You have approved this pay run already. Nothing was changed. It is large, so a second "
            "person approves it too."
        ),
        FilesNotFinishedError: lambda f: _(
            "The files of pay run {number} are not finished: the bank file is kept in the "
            "charity’s file, and could not be written into the folder {folder}. Send nothing to "
            "the bank yet. Make the files again, in another folder or once there is room."
        ).format(number=f.plain("number"), folder=f.plain("folder")),
        ReversalAskedError: lambda f: _(
            "Pay run {number} is to be taken back, which waits for a second person: its money may "
            "have left. Nothing was changed. Ask somebody else to sit down and confirm it."
        ).format(number=f.plain("number")),
        ReversalNotAskedError: lambda f: _(
            "Nobody asks any more to take pay run {number} back. Nothing was changed. Look at the "
            "run again."
        ).format(number=f.plain("number")),
        errors.NothingLeftInRunError: lambda f: _(
            "This is the last payment of pay run {number}. Nothing was changed. Take the whole pay "
            "run back instead."
        ).format(number=f.plain("number")),
        errors.WrongStateError: _wrong_state,
        errors.NothingToPayError: lambda f: _(
            "Nothing that is approved waits to be paid up to {day}. Nothing was changed. Approve "
            "work or expenses first, or choose a later day."
        ).format(day=f.day("up_to_on")),
        errors.PaymentNotPaidError: lambda _f: _(
            "This money has not been paid yet, or not by that day. Nothing was changed. Record "
            "first that it was paid."
        ),
        errors.GiftAbovePaymentError: lambda f: _(
            "{pence} does not fit: {left} of this payment is left to give back. Nothing was saved. "
            "Write an amount up to that."
        ).format(pence=f.money(), left=f.money("left_pence")),
        errors.VouchersDoNotFitError: lambda f: _(
            "The vouchers in stock do not come to exactly {pence}. Nothing was changed. Add "
            "vouchers to the stock, or pay this person in another way."
        ).format(pence=f.money()),
        NothingToPackError: lambda f: _(
            "No pay run was paid from {first} to {last}. Nothing was written. Choose another "
            "period."
        ).format(first=f.day("from_on"), last=f.day("to_on")),
        AccountChangedSinceError: lambda f: _(
            "The account details of {names} were changed since this pay run was prepared. Nothing "
            "was changed. Have whoever prepared it ask for approval again: the run then takes the "
            "details as they are now."
        ).format(names=f.several("names")),
        PaidDayUnlikelyError: lambda f: _(
            "This day is far from the one on which this was to be paid: {day}. Nothing was "
            "changed. Check the month and the year."
        ).format(day=f.day("day")),
        MoneyIntoEmptyFileError: lambda _f: _(
            "This workbook holds payments or approvals that are not in this file. They come only "
            "into a new, empty file, so that nothing is paid which nobody here approved. Nothing "
            "was brought in."
        ),
        ClaimEmptyError: lambda _f: _(
            "This claim has no lines yet. Add what was spent, or keep it as a draft."
        ),
        AmountsDifferError: lambda f: _(
            "The bank's line is {pence} and the payment is {left}. Nothing was changed. Choose "
            "another payment, or record by hand what happened."
        ).format(pence=f.money(), left=f.money("left_pence")),
        LinesForOnePaymentError: lambda f: _(
            "Two lines of the bank's statement are said to be the same payment; the second is line "
            "{line}. Nothing was changed. Choose another payment for it, or ask the bank whether "
            "it paid twice."
        ).format(line=f.plain("line")),
        NotByBankError: lambda _f: _(
            "This payment is not made by bank, so no line of the bank's statement is it. Nothing "
            "was changed. Choose another payment."
        ),
        KeptBackBeforeError: lambda f: _(
            "Pay run {number} keeps back what this payment paid by mistake. Nothing was changed. "
            "Take pay run {number} back first, then record that this money came back."
        ).format(number=f.plain("number")),
        GivenBeforeError: lambda f: _(
            "A gift of {pence} out of this money is recorded, so it is not with the person any "
            "more. Nothing was changed. If the gift was never made, undo it in the history first."
        ).format(pence=f.money()),
        NotSavedError: lambda _f: _(
            "The disk failed while saving, and this step was not saved. What was saved before is "
            "safe. Try again; if it fails again, save a backup on another disk."
        ),
        errors.StatementLineUsedError: lambda _f: _(
            "This line of the bank's statement settled a payment before. Nothing was changed. "
            "Choose another line."
        ),
        **_REGISTER_SENTENCES,
    }
)
