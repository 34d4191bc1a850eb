"""Word the note that tells a person what they are paid: work in one list, expenses in another."""

from coprod_desktop.documents.contact_words import whom_to_tell
from coprod_desktop.documents.paper import (
    Cell,
    Column,
    Entries,
    Entry,
    Figure,
    Heading,
    Opening,
    Pair,
    Paper,
    Part,
    Pictured,
    Section,
    Summary,
    Text,
)
from coprod_desktop.documents.papers import common
from coprod_desktop.documents.papers.easy_sentences import cut
from coprod_desktop.documents.spoken import hours, long_day, pounds, short_hours, weekday_day
from coprod_desktop.domain.papers import Sender
from coprod_desktop.domain.participants import PaidBy
from coprod_desktop.domain.run_papers import Remittance, RemittanceLine
from coprod_desktop.i18n import _, language

_DATE = 44.0
_TIME = 20.0
_AMOUNT = 28.0
_PICTURES = {
    PaidBy.BANK: "bank-card",
    PaidBy.CASH: "cash",
    PaidBy.VOUCHER: "voucher",
    PaidBy.CHEQUE: "envelope",
}


def remittance_paper(remittance: Remittance) -> Paper:
    """Make the note on a payment; work and expenses are never added together."""
    parts: list[Part] = [_figures(remittance), Text(text=_how(remittance))]
    if remittance.work:
        parts += _work(remittance)
    if remittance.expenses:
        parts += _expenses(remittance)
    return _paper(remittance, [*parts, _wrong(remittance)])


def _paper(remittance: Remittance, parts: list[Part]) -> Paper:
    opening = Opening(
        organisation=remittance.organisation,
        charity_number="",
        number=_("Pay run {number}").format(number=remittance.number),
        title=_("What we are paying you"),
        name=remittance.name,
        name_in_script=remittance.name_in_script,
        when=long_day(remittance.pay_on),
    )
    return Paper(
        title=f"{opening.title}, {remittance.name}, {opening.when}",
        foot=opening.number,
        author=remittance.organisation,
        language=language(),
        parts=(opening, *parts),
    )


def _figures(remittance: Remittance) -> Summary:
    """Put the payment beside the expenses."""
    work = Figure(
        label=_("Payment for your work"),
        amount=pounds(remittance.payment_pence),
        note=_("The work is listed below.") if remittance.work else _("No work this time."),
    )
    expenses = Figure(
        label=_("Your expenses, paid back"),
        amount=pounds(remittance.reimbursement_pence),
        note=_("Separate from your payment.")
        if remittance.expenses
        else _("No expenses this time."),
    )
    return Summary(rows=((work, expenses),))


def _how(remittance: Remittance) -> str:
    """Say by which way the money comes, or that it came back."""
    if remittance.came_back_on is not None:
        words = _("This payment came back on {day}. We owe it to you, and pay it again.")
        return words.format(day=long_day(remittance.came_back_on))
    sentence = _way(remittance).format(
        day=long_day(remittance.pay_on), ending=remittance.account_ending
    )
    if remittance.payment_pence and remittance.reimbursement_pence:
        together = _("Your payment and your expenses may come together.")
        return f"{sentence} {together}"
    return sentence


def _way(remittance: Remittance) -> str:
    if not remittance.payment_pence + remittance.reimbursement_pence:
        return _("Nothing is sent on {day}. The list below says why.")
    if remittance.method is PaidBy.CASH:
        return _("We pay you in cash on {day}.")
    if remittance.method is PaidBy.VOUCHER:
        return _("We give you a voucher on {day}.")
    if remittance.method is PaidBy.CHEQUE:
        return _("We send you a cheque on {day}.")
    if remittance.account_ending:
        return _("We send it to your bank account ending {ending} on {day}.")
    return _("We send it to your bank account on {day}.")


# --- the lists ----------------------------------------------------------------------------------


def _work(remittance: Remittance) -> list[Part]:
    table = Entries(
        caption=_("Each piece of work that is paid"),
        columns=(
            Column(heading=_("Date"), millimetres=_DATE),
            Column(heading=_("What you did")),
            Column(heading=_("Time"), millimetres=_TIME, is_right=True),
            Column(heading=_("Payment"), millimetres=_AMOUNT, is_right=True, gap=4),
        ),
        rows=tuple(_work_entry(line) for line in remittance.work),
        totals=(_total(_("Payment for your work"), remittance.payment_pence, 3),),
    )
    return [Heading(text=_("Your work")), table]


def _work_entry(line: RemittanceLine) -> Entry:
    time = Cell(texts=(short_hours(line.minutes),), is_figures=True) if line.minutes else Cell()
    pairs = [Pair(label=_("Payment"), text=pounds(line.pence))]
    if line.minutes:
        pairs.insert(0, Pair(label=_("Time"), text=hours(line.minutes)))
    day, what, amount = _cells(line)
    return Entry(
        cells=(day, what, time, amount),
        title=long_day(line.day),
        lines=(line.what,),
        pairs=tuple(pairs),
    )


def _expenses(remittance: Remittance) -> list[Part]:
    table = Entries(
        caption=_("Each expense that is paid back"),
        columns=(
            Column(heading=_("Date"), millimetres=_DATE),
            Column(heading=_("For")),
            Column(heading=_("Amount"), millimetres=_AMOUNT, is_right=True, gap=4),
        ),
        rows=tuple(_expense_entry(line) for line in remittance.expenses),
        totals=(_total(_("Expenses paid back"), remittance.reimbursement_pence, 2),),
    )
    return [Heading(text=_("Your expenses")), table]


def _expense_entry(line: RemittanceLine) -> Entry:
    return Entry(
        cells=_cells(line),
        title=long_day(line.day),
        lines=(line.what,),
        pairs=(Pair(label=_("Amount"), text=pounds(line.pence)),),
    )


def _cells(line: RemittanceLine) -> tuple[Cell, Cell, Cell]:
    return (
        Cell(texts=(long_day(line.day),)),
        Cell(texts=(line.what,)),
        Cell(texts=(pounds(line.pence),), is_figures=True),
    )


def _total(label: str, pence: int, columns: int) -> Entry:
    return Entry(
        cells=(
            Cell(texts=(label,), strong=(True,), columns=columns, is_heading=True),
            Cell(texts=(pounds(pence),), strong=(True,), is_figures=True),
        ),
        title=label,
        lines=(pounds(pence),),
    )


def _wrong(remittance: Remittance) -> Section:
    tell = whom_to_tell(
        remittance.organisation,
        remittance.contact_name,
        remittance.contact_phone,
        remittance.contact_email,
    )
    advice = _("This note is not advice. For questions about benefits or tax, ask an adviser.")
    return Section(heading=_("Is anything wrong?"), parts=(Text(text=f"{tell} {advice}"),))


# --- Easy Read ----------------------------------------------------------------------------------


def remittance_easy_read(remittance: Remittance) -> Paper:
    """Make the same note in Easy Read: one idea a sentence, with pictures."""
    parts = [
        *_easy_payment(remittance),
        *_easy_expenses(remittance),
        *_easy_sent(remittance),
        *_easy_list("clock", _("Your work"), remittance.work),
        *_easy_list("receipt", _("Your expenses"), remittance.expenses),
        Section(
            heading=_("Is anything wrong?"),
            parts=(
                Pictured(picture="question", texts=common.easy_tell(_sender(remittance))),
                Pictured(
                    picture="people-talking",
                    texts=(
                        _("This paper is not advice."),
                        _("Do you have a question about benefits or tax?"),
                        _("Then ask an adviser."),
                    ),
                ),
            ),
        ),
    ]
    return _paper(remittance, parts)


def _sender(remittance: Remittance) -> Sender:
    return Sender(
        organisation=remittance.organisation,
        contact_name=remittance.contact_name,
        contact_phone=remittance.contact_phone,
        contact_email=remittance.contact_email,
    )


def _easy_payment(remittance: Remittance) -> list[Part]:
    if not remittance.work:
        return []
    return [
        Pictured(
            picture="pound",
            texts=(_("We are paying you this money for your work:"),),
            figure=pounds(remittance.payment_pence),
        )
    ]


def _easy_expenses(remittance: Remittance) -> list[Part]:
    if not remittance.expenses:
        return []
    return [
        Pictured(
            picture="bus",
            texts=(_("You spent money to take part."), _("We are paying this money back:")),
            figure=pounds(remittance.reimbursement_pence),
            after=(_("This money is not pay."),),
        )
    ]


def _easy_way(remittance: Remittance) -> tuple[str, ...]:
    day = weekday_day(remittance.pay_on)
    if not remittance.payment_pence + remittance.reimbursement_pence:
        return (_("We send no money on {day}.").format(day=day), _("The list below says why."))
    if remittance.method is PaidBy.CASH:
        return (_("You get it in cash."), _("You get it on {day}.").format(day=day))
    if remittance.method is PaidBy.VOUCHER:
        return (_("You get it as a voucher."), _("You get it on {day}.").format(day=day))
    if remittance.method is PaidBy.CHEQUE:
        return (_("You get a cheque."), _("We send it on {day}.").format(day=day))
    account = [_("It goes to your bank account.")]
    if remittance.account_ending:
        ending = _("The account number ends in {ending}.")
        account.append(ending.format(ending=remittance.account_ending))
    return (*account, _("We send it on {day}.").format(day=day))


def _easy_sent(remittance: Remittance) -> list[Part]:
    """Say how the money comes, or that it came back."""
    if remittance.came_back_on is None:
        return [Pictured(picture=_PICTURES[remittance.method], texts=_easy_way(remittance))]
    texts = (
        _("The money came back to us on {day}.").format(day=weekday_day(remittance.came_back_on)),
        _("We still owe it to you."),
        _("We will pay it again."),
    )
    return [Pictured(picture="next", texts=texts)]


def _easy_list(picture: str, heading: str, lines: tuple[RemittanceLine, ...]) -> list[Part]:
    parts = []
    for line in lines:
        time = (hours(line.minutes),) if line.minutes else ()
        texts = (f"{weekday_day(line.day)}:", cut(line.what), *time)
        parts.append(Pictured(picture=picture, texts=(*texts, pounds(line.pence))))
    return [Section(heading=heading, parts=tuple(parts))] if parts else []
