"""The words on screen for the choices that records hold."""

from coprod_desktop.domain.checks import CheckKind
from coprod_desktop.domain.contributions import Choice, Pay, WorkState
from coprod_desktop.domain.expenses import ExpenseKind
from coprod_desktop.domain.limits import LimitRule, WorkAllowance
from coprod_desktop.domain.participants import Capacity, ContactBy, Edition, PaidBy, PayeeCheck
from coprod_desktop.domain.pay_runs import RunState
from coprod_desktop.i18n import _


def capacity_word(capacity: Capacity) -> str:
    """Word what somebody takes part as."""
    return {
        Capacity.LIVED_EXPERIENCE: _("Lived experience"),
        Capacity.CARER: _("Carer"),
        Capacity.COMMUNITY: _("Community member"),
        Capacity.STAFF: _("Staff"),
        Capacity.TRUSTEE: _("Trustee"),
        Capacity.FUNDER: _("Funder"),
        Capacity.PROFESSIONAL: _("Professional"),
    }[capacity]


def contact_word(contact_by: ContactBy) -> str:
    """Word how somebody wants to hear from the charity."""
    return {
        ContactBy.POST: _("Post"),
        ContactBy.PHONE: _("Phone"),
        ContactBy.TEXT: _("Text message"),
        ContactBy.EMAIL: _("Email"),
        ContactBy.IN_PERSON: _("In person"),
    }[contact_by]


def paid_by_word(paid_by: PaidBy) -> str:
    """Word how somebody is paid."""
    return {
        PaidBy.BANK: _("Bank"),
        PaidBy.CASH: _("Cash"),
        PaidBy.VOUCHER: _("Voucher"),
        PaidBy.CHEQUE: _("Cheque"),
    }[paid_by]


def payee_check_word(answer: PayeeCheck) -> str:
    """Word what the bank said about the name on an account."""
    return {
        PayeeCheck.NOT_ASKED: _("Not asked"),
        PayeeCheck.MATCH: _("Match"),
        PayeeCheck.CLOSE: _("Close match"),
        PayeeCheck.NO_MATCH: _("No match"),
        PayeeCheck.UNAVAILABLE: _("The bank could not say"),
    }[answer]


def edition_word(edition: Edition) -> str:
    """Word which edition of a paper somebody reads."""
    return {
        Edition.STANDARD: _("Clear print"),
        Edition.LARGE: _("Large print"),
        Edition.EASY_READ: _("Easy Read"),
    }[edition]


def language_word(code: str) -> str:
    """Word which language somebody's papers are in."""
    return {"en": _("English"), "cy": _("Welsh"), "en+cy": _("Welsh and English")}[code]


def section_word(key: str) -> str:
    """Word a part of a statement that may be left out."""
    return {
        "value": _("Value of unpaid work"),
        "expenses": _("Expenses"),
        "skills": _("Skills"),
        "made": _("Things made"),
        "changed": _("What changed"),
        "next": _("What happens next"),
        "chart": _("Chart of the months"),
        "code": _("Code for a telephone"),
    }[key]


def pay_word(pay: Pay) -> str:
    """Word whether work is paid."""
    return {Pay.PAID: _("Paid"), Pay.UNPAID: _("Unpaid"), Pay.SALARY: _("In salary")}[pay]


def choice_word(choice: Choice) -> str:
    """Word what somebody said to an offer."""
    return {
        Choice.ACCEPT: _("Accepted"),
        Choice.PART: _("Accepted in part"),
        Choice.DECLINE: _("Declined, still work"),
        Choice.DONATE: _("To give back once paid"),
        Choice.VOUCHER: _("As a voucher"),
        Choice.DEFER: _("To be paid later"),
    }[choice]


def work_state_word(state: WorkState) -> str:
    """Word how far work or a claim has come."""
    return {
        WorkState.DRAFT: _("Draft"),
        WorkState.LOGGED: _("To approve"),
        WorkState.SENT_BACK: _("Sent back"),
        WorkState.APPROVED: _("Approved"),
        WorkState.IN_PAY_RUN: _("In a pay run"),
        WorkState.PAID: _("Paid"),
    }[state]


def run_state_word(state: RunState) -> str:
    """Word how far a pay run has come."""
    return {
        RunState.PREPARED: _("Prepared"),
        RunState.SENT_BACK: _("Sent back"),
        RunState.APPROVED: _("Approved"),
        RunState.EXPORTED: _("Files made"),
        RunState.SETTLED: _("Paid"),
        RunState.REVERSED: _("Taken back"),
    }[state]


def expense_kind_word(kind: ExpenseKind) -> str:
    """Word what money was spent on."""
    return {
        ExpenseKind.BUS: _("Bus"),
        ExpenseKind.TRAIN: _("Train"),
        ExpenseKind.TAXI: _("Taxi"),
        ExpenseKind.CAR: _("Car, by the mile"),
        ExpenseKind.MOTORCYCLE: _("Motorcycle, by the mile"),
        ExpenseKind.BICYCLE: _("Bicycle, by the mile"),
        ExpenseKind.PARKING: _("Parking"),
        ExpenseKind.MEAL: _("Meal"),
        ExpenseKind.CHILDCARE: _("Childcare"),
        ExpenseKind.CARE: _("Replacement care"),
        ExpenseKind.PHONE: _("Phone and data"),
        ExpenseKind.OTHER: _("Something else"),
    }[kind]


def limit_rule_word(rule: LimitRule) -> str:
    """Word which limit somebody asked us to watch."""
    return {
        LimitRule.OWN_WEEK: _("Their own figure for a week"),
        LimitRule.OWN_MONTH: _("Their own figure for a month"),
        LimitRule.PERMITTED_WORK: _("Permitted work"),
        LimitRule.CARERS_ALLOWANCE: _("Carer's Allowance"),
        LimitRule.UNIVERSAL_CREDIT: _("Universal Credit month"),
    }[rule]


def work_allowance_word(allowance: WorkAllowance) -> str:
    """Word which work allowance somebody says they have."""
    return {
        WorkAllowance.NONE: _("None"),
        WorkAllowance.HOUSING: _("With help for housing"),
        WorkAllowance.NO_HOUSING: _("Without help for housing"),
    }[allowance]


def check_word(kind: CheckKind) -> str:
    """Word what a check found, as a heading."""
    return {
        CheckKind.LOW_FEE: _("Below the minimum wage"),
        CheckKind.SAME_HOUR: _("The same hour twice"),
        CheckKind.OVERLAP: _("Overlaps another entry"),
        CheckKind.DUPLICATE: _("Perhaps entered twice"),
        CheckKind.FUTURE: _("In the future"),
        CheckKind.ALLOWANCE: _("Allowance above likely cost"),
        CheckKind.LATE_CLAIM: _("Claimed after the deadline"),
        CheckKind.BUDGET: _("Over the budget"),
    }[kind]


def short_check_word(kind: CheckKind) -> str:
    """Word what a check found, in a word or two for a list."""
    return {
        CheckKind.LOW_FEE: _("Low fee"),
        CheckKind.SAME_HOUR: _("Hour twice"),
        CheckKind.OVERLAP: _("Overlap"),
        CheckKind.DUPLICATE: _("Twice?"),
        CheckKind.FUTURE: _("Ahead"),
        CheckKind.ALLOWANCE: _("Allowance"),
        CheckKind.LATE_CLAIM: _("Late"),
        CheckKind.BUDGET: _("Budget"),
    }[kind]
