"""What is said about a policy on the screen: what a case would pay, and what saving does."""

from collections.abc import Sequence

from coprod_desktop.domain.dates import format_day, long_day
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.policy import Answer, CountsAs, QuoteLine, Refusal
from coprod_desktop.domain.rates import Rate
from coprod_desktop.domain.time import words_for_minutes
from coprod_desktop.i18n import _, ngettext
from coprod_desktop.services.policies import Repricing, SavingPlan
from coprod_desktop.services.policy_cases import ExampleCase
from coprod_desktop.services.rate_words import (
    code_words,
    confidence_words,
    figure_words,
    scheme_words,
)
from coprod_desktop.ui.why_lines import paragraphs
from coprod_desktop.ui.widgets.why_list import Source, WhyLine


def starter_words(key: str, name: str) -> str:
    """Return the words for a policy that comes with the program."""
    words = {
        "by-the-hour": _("By the hour"),
        "half-day-and-day": _("By the half day and day"),
        "nihr-style": _("In the style of NIHR (the middle amounts are worked out, not printed)"),
        "expenses-only": _("Expenses only"),
    }
    return words.get(key, name)


# --- the example ---------------------------------------------------------------------------------


def summary_words(case: ExampleCase, answer: Answer) -> str:
    """Say in one sentence what a case would pay; work and expenses stay two amounts."""
    if not case.minutes and not case.tenth_miles:
        return _("Write a length of time, or miles, and see here what they would pay.")
    paid = []
    if case.minutes:
        work = format_pounds(answer.payment_pence)
        paid.append(_("{amount} for the work").format(amount=work))
    if case.tenth_miles or answer.reimbursement_pence:
        back = format_pounds(answer.reimbursement_pence)
        paid.append(_("{amount} back for expenses").format(amount=back))
    if answer.points:
        paid.append(_("{count} in points or credits").format(count=f"{float(answer.points):g}"))
    both = _(" and ").join(paid)
    return _("{case} would pay {both}.").format(case=case_words(case), both=both)


def case_words(case: ExampleCase) -> str:
    """Say what the case is, as "Meeting, 3 hours 10 minutes, on 4 June 2026,"."""
    day = long_day(case.on)
    miles = f"{case.tenth_miles / 10:g}"
    travel = _("{miles} miles by {vehicle}").format(miles=miles, vehicle=case.vehicle)
    if not case.minutes:
        return _("{travel} on {day}").format(travel=travel, day=day)
    time = words_for_minutes(case.minutes)
    words = _("{kind}, {time}, on {day}").format(kind=case.kind_of_work, time=time, day=day)
    return (
        _("{work}, with {travel},").format(work=words, travel=travel) if case.tenth_miles else words
    )


def answer_lines(answer: Answer) -> list[WhyLine]:
    """Explain an answer: what is paid for work, what is paid back, what is not, and its worth."""
    found = []
    for line in answer.lines:
        if line.counts_as is CountsAs.PAYMENT:
            found.append(_paid_line(line))
    for line in answer.lines:
        if line.counts_as is not CountsAs.PAYMENT:
            found.append(_paid_line(line))
    found += [_refused_line(one) for one in answer.refused]
    if answer.value_pence:
        because = _("What the unpaid time is worth. It is not money paid or owed.")
        amount = format_pounds(answer.value_pence)
        found.append(WhyLine(what=_("Worth of unpaid time"), amount=amount, because=because))
    return found


def _paid_line(line: QuoteLine) -> WhyLine:
    amount = format_pounds(line.pence)
    if line.points:
        amount = f"{float(line.points):g}\N{NO-BREAK SPACE}{line.unit}"
    return WhyLine(what=line.rule, amount=amount, because=_without(line.because, line.rule))


def _without(because: str, rule: str) -> str:
    """Leave out the name of the rule that the reason begins with; it stands above it."""
    rest = because.removeprefix(f"{rule}: ")
    return paragraphs(rest[:1].upper() + rest[1:])


def _refused_line(one: Refusal) -> WhyLine:
    words = _("Waits: {item}") if one.is_held else _("Not paid: {item}")
    icon = ("circle-pause", "warn") if one.is_held else ("circle-minus", "ink")
    amount = format_pounds(one.pence) if one.pence else ""
    return WhyLine(
        what=words.format(item=one.item), amount=amount, because=paragraphs(one.because), icon=icon
    )


def answer_sources(answer: Answer, figures: Sequence[Rate]) -> list[Source]:
    """Say what else there is to know: warnings, days, ways of payment, published figures."""
    found: list[Source] = [("triangle-alert", one) for one in answer.warnings]
    if answer.claim_by is not None:
        words = _("Claim by {day}.").format(day=format_day(answer.claim_by))
        found.append(("calendar-days", words))
    if answer.pay_by is not None:
        words = _("Paid by {day}, if the claim comes on the day itself.")
        found.append(("banknote", words.format(day=format_day(answer.pay_by))))
    if answer.methods:
        words = _("Ways of payment: {ways}.").format(ways=", ".join(answer.methods))
        found.append(("wallet", words))
    return found + [("book-open", figure_source(rate)) for rate in figures]


def figure_source(rate: Rate) -> str:
    """Say a published figure with where it comes from and how sure it is."""
    words = _("{scheme}, {what}: {figure}. {sure} ({source}).")
    return words.format(
        scheme=scheme_words(rate.scheme),
        what=code_words(rate.code),
        figure=figure_words(rate),
        sure=confidence_words(rate),
        source=rate.source_title,
    )


# --- saving --------------------------------------------------------------------------------------


def plan_words(plan: SavingPlan) -> str:
    """Say what saving will do, before it is done."""
    said = [_("What is approved or agreed by hand keeps its price.")]
    if plan.is_back_dated:
        said.append(_("If it would be more by these rules, a top-up run can pay the difference."))
    if plan.contributions or plan.expenses:
        words = _("Waiting for approval from that day on, and priced by these rules: {what}.")
        said.append(words.format(what=_counted(plan.contributions, plan.expenses)))
    else:
        said.append(_("Nothing from that day on waits for approval, so no price changes."))
    if plan.until is not None:
        words = _("From {day} on version {number} holds, as it was saved.")
        day = long_day(plan.until.effective_on)
        said.append(words.format(day=day, number=plan.until.version))
    return " ".join(said)


def saved_words(saved: Repricing) -> str:
    """Say what saving has done."""
    version = saved.version
    words = _("Policy version {number} is saved and holds from {day} on.")
    said = words.format(number=version.version, day=long_day(version.effective_on))
    if saved.contributions or saved.expenses:
        what = _counted(saved.contributions, saved.expenses)
        return said + " " + _("Priced anew: {what}.").format(what=what)
    return said + " " + _("No price changed.")


def _counted(contributions: int, expenses: int) -> str:
    work = ngettext("{count:,} contribution", "{count:,} contributions", contributions)
    costs = ngettext("{count:,} expense", "{count:,} expenses", expenses)
    parts = [work.format(count=contributions)] if contributions else []
    parts += [costs.format(count=expenses)] if expenses else []
    return _(" and ").join(parts)
