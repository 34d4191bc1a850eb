"""Word the sheet on which a person says, before they are paid, whether what we wrote is right."""

from coprod_desktop.documents.paper import (
    Blank,
    Figure,
    Notice,
    Paper,
    Part,
    Pictured,
    Section,
    Signature,
    Summary,
    Text,
    Ticks,
)
from coprod_desktop.documents.papers import common
from coprod_desktop.documents.papers.easy_sentences import cut
from coprod_desktop.documents.spoken import (
    hours,
    period,
    pounds,
    short_weekday_day,
    weekday_day,
)
from coprod_desktop.domain.papers import CheckContent, CheckExpense, CheckWork
from coprod_desktop.i18n import _


def check_paper(content: CheckContent) -> Paper:
    """Make the sheet from its content: every line has boxes to tick and room to write."""
    work = sorted(content.work, key=lambda each: each.worked_on)
    expenses = sorted(content.expenses, key=lambda each: each.spent_on)
    parts: list[Part] = [
        _please(content),
        _summary(content),
        Ticks(texts=(_("All of it is right."), _("Something is not right. I say what below."))),
        *(_work(each) for each in work),
        *(_expense(each) for each in expenses),
        Section(heading=_("Is something missing?"), parts=(_room(2),)),
        Section(heading=_("Sign here"), parts=(_signature(),)),
    ]
    return _paper(content, parts)


def _paper(content: CheckContent, parts: list[Part]) -> Paper:
    opening = common.opening(
        content.sender,
        number=_("Check sheet {number}").format(number=content.number),
        title=_("Please check this"),
        name=content.name,
        script=content.name_in_script,
        when=period(content.from_on, content.to_on),
    )
    return common.personal_paper(content.sender, opening, parts)


def _please(content: CheckContent) -> Notice:
    """Say what the sheet is for, by when to answer, and how to give it back."""
    by = _("Please answer by {day}.").format(day=weekday_day(content.answer_by_on))
    why = _("This is what we have written down for you. Please check it before we pay you.")
    return Notice(heading=by, texts=(why, common.tell(content.sender)))


def _summary(content: CheckContent) -> Summary:
    """Put payments beside expenses; the two are never added together."""
    work = Figure(
        label=_("Payments for your work"),
        amount=pounds(content.payments_pence),
        note=_("The work is listed below.") if content.work else _("No work this time."),
    )
    expenses = Figure(
        label=_("Your expenses"),
        amount=pounds(content.reimbursements_pence),
        note=_("Separate from your payments.") if content.expenses else _("No expenses this time."),
    )
    headline = _("You did {hours} of work").format(hours=hours(content.minutes))
    return Summary(headline=headline, rows=((work, expenses),))


# --- the lines to check -------------------------------------------------------------------------


def _work(work: CheckWork) -> Section:
    return _line(
        short_weekday_day(work.worked_on),
        work.what,
        f"{hours(work.minutes)}. {_payment(work)}",
    )


def _expense(expense: CheckExpense) -> Section:
    money = _("Expenses to pay back: {pounds}.").format(pounds=pounds(expense.pence))
    return _line(short_weekday_day(expense.spent_on), expense.what, money)


def _line(day: str, what: str, says: str) -> Section:
    parts: tuple[Part, ...] = (
        *([Text(text=what, is_strong=True)] if what else []),
        Text(text=says),
        Ticks(texts=_right_or_not(), blanks=(None, "")),
    )
    return Section(heading=day, parts=parts)


def _right_or_not() -> tuple[str, ...]:
    return (_("This is right."), _("This is not right. It should be:"))


def _payment(work: CheckWork) -> str:
    """Say what will be paid, and what was offered where the person chose less."""
    if work.is_in_salary:
        return _("It is in your salary.")
    if not work.offered_pence:
        return _("No payment was offered.")
    if work.pence < work.offered_pence:
        return _("Payment: {pounds} of {offered}, as you chose.").format(
            pounds=pounds(work.pence), offered=pounds(work.offered_pence)
        )
    return _("Payment: {pounds}.").format(pounds=pounds(work.pence))


def _room(lines: int) -> Blank:
    return Blank(label=_("Write it here"), lines=lines)


def _signature() -> Signature:
    return Signature(role=_("Your signature"))


# --- Easy Read ----------------------------------------------------------------------------------


def check_easy_read(content: CheckContent) -> Paper:
    """Make the same sheet in Easy Read: one idea a sentence, with pictures."""
    work = sorted(content.work, key=lambda each: each.worked_on)
    expenses = sorted(content.expenses, key=lambda each: each.spent_on)
    parts: list[Part] = [
        Pictured(
            picture="paper-tick",
            texts=(
                _("This is what we have written down for you."),
                _("Please check it before we pay you."),
            ),
        ),
        Pictured(picture="calendar", texts=_easy_by(content)),
        *_easy_money(content),
    ]
    for each in work:
        parts += _easy_line("clock", weekday_day(each.worked_on), each.what, _easy_work(each))
    for spent in expenses:
        back = (_("We will pay back this money:"), pounds(spent.pence))
        parts += _easy_line("receipt", weekday_day(spent.spent_on), spent.what, back)
    parts += [
        Section(
            heading=_("Is something missing?"),
            parts=(Pictured(picture="pencil", texts=(_("You can write it here."),)), _room(3)),
        ),
        Section(
            heading=_("Give this paper back"),
            parts=(Pictured(picture="phone", texts=common.easy_tell(content.sender)),),
        ),
        _signature(),
    ]
    return _paper(content, parts)


def _easy_by(content: CheckContent) -> tuple[str, ...]:
    return (
        _("Please answer by {day}.").format(day=weekday_day(content.answer_by_on)),
        _("You can ask somebody to help you."),
    )


def _easy_money(content: CheckContent) -> list[Part]:
    parts: list[Part] = [
        Pictured(
            picture="pound",
            texts=(_("We will pay you this money for your work:"),),
            figure=pounds(content.payments_pence),
        )
    ]
    if content.expenses:
        parts.append(
            Pictured(
                picture="receipt",
                texts=(_("You spent money to take part."), _("We will pay this money back:")),
                figure=pounds(content.reimbursements_pence),
                after=(_("This money is not pay."),),
            )
        )
    return parts


def _easy_line(picture: str, day: str, what: str, says: tuple[str, ...]) -> list[Part]:
    texts = (*([cut(what)] if what else []), *says)
    parts = (Pictured(picture=picture, texts=texts), Ticks(texts=_easy_ticks()), _easy_room())
    return [Section(heading=day, parts=parts)]


def _easy_ticks() -> tuple[str, ...]:
    return (_("This is right."), _("This is not right."))


def _easy_room() -> Blank:
    return Blank(label=_("What is right?"))


def _easy_work(work: CheckWork) -> tuple[str, ...]:
    time = _("You worked for {hours}.").format(hours=hours(work.minutes))
    if work.is_in_salary:
        return (time, _("The pay is in your salary."))
    if not work.offered_pence:
        return (time, _("We offered no money for this work."), _("It is work just the same."))
    if not work.pence:
        offered = _("We offered you {pounds}.").format(pounds=pounds(work.offered_pence))
        return (time, offered, _("You chose not to take it."), _("The work still counts."))
    pay = _("We will pay you {pounds}.").format(pounds=pounds(work.pence))
    if work.pence < work.offered_pence:
        offered = _("We offered you {pounds}.").format(pounds=pounds(work.offered_pence))
        return (time, offered, _("You chose to take part of it."), pay)
    return (time, pay)
