"""Invented statements of a person called Example, to show how the charity's own words will look."""

import datetime
from collections.abc import Iterator
from dataclasses import replace

from coprod_desktop.domain.contributions import Choice, Pay
from coprod_desktop.domain.organisation import Organisation
from coprod_desktop.domain.paper_style import PaperStyle
from coprod_desktop.domain.participants import PaidBy
from coprod_desktop.domain.statement_differences import Difference, Differs
from coprod_desktop.domain.statements import (
    StatementContent,
    StatementExpense,
    StatementMade,
    StatementTopUp,
    StatementWork,
)
from coprod_desktop.i18n import _

_DAYS = 89
"""The days of an example's period after its first."""
_MANY = 12
_CHANGES = 5


def example_statements(
    organisation: Organisation, style: PaperStyle, today: datetime.date
) -> tuple[StatementContent, ...]:
    """Return what statements can say, the usual one first, the rare ones after it."""
    made = _Statements(organisation, style, today)
    return (
        made.usual(),
        made.with_every_choice(),
        made.of_other_days(),
        *made.replaced(),
        made.paid_in_full(),
        made.unpaid(),
        made.in_salary(),
        made.partly_in_salary(),
        made.of_one_declined(),
        made.of_many_vouchers(),
        made.with_long_words(),
        made.empty(),
    )


class _Statements:
    """Make statements of one invented person."""

    def __init__(self, organisation: Organisation, style: PaperStyle, today: datetime.date) -> None:
        self._first = today - datetime.timedelta(days=_DAYS)
        self._today = today
        self._bare = StatementContent(
            number=_("Example"),
            organisation=organisation.name,
            charity_number=organisation.charity_number,
            contact_name=organisation.contact_name,
            contact_phone=organisation.contact_phone,
            contact_email=organisation.contact_email,
            name=_("Example Person"),
            name_in_script="",
            from_on=self._first,
            to_on=today,
            issued_on=today,
            work=(),
            expenses=(),
            correct_by_on=today + datetime.timedelta(days=style.correction_days),
            reply_days=style.reply_days,
            has_chart=style.has_chart,
            has_code=style.has_code,
            signed_by=style.signed_by,
            signed_as=style.signed_as,
            signature=style.signature,
            logo=style.logo,
        )

    def _on(self, days: int) -> datetime.date:
        return self._first + datetime.timedelta(days=days)

    def _paid(self, days: int, what: str, pence: int = 3000) -> StatementWork:
        return StatementWork(
            worked_on=self._on(days),
            what=what,
            kind_of_work="",
            project=_("Example project"),
            minutes=150,
            pay=Pay.PAID,
            is_paid=True,
            offered_pence=pence,
            agreed_pence=pence,
            value_pence=0,
            rate_pence=1200,
            choice=Choice.ACCEPT,
            skills=_("Listening"),
            paid_on=self._on(days + 14),
            paid_how=PaidBy.BANK,
        )

    def _to_come(self, days: int, what: str) -> StatementWork:
        by = self._on(days + 14)
        return replace(self._paid(days, what), paid_on=None, paid_how=None, pay_by_on=by)

    def _unpaid(self, days: int, what: str) -> StatementWork:
        return replace(
            self._paid(days, what, 0),
            minutes=45,
            pay=Pay.UNPAID,
            is_paid=False,
            value_pence=900,
            paid_on=None,
            paid_how=None,
        )

    def _spent(self, days: int, what: str, pence: int = 460) -> StatementExpense:
        return StatementExpense(
            spent_on=self._on(days),
            what=what,
            claimed_pence=460,
            agreed_pence=pence,
            paid_on=self._on(days + 14) if pence else None,
        )

    def usual(self) -> StatementContent:
        """Return one with paid and unpaid work, and a little of all else."""
        return replace(
            self._bare,
            work=(
                self._paid(3, _("Meeting of the group")),
                self._unpaid(9, _("Phone calls to new members")),
                self._to_come(80, _("Reading a plan")),
            ),
            expenses=(self._spent(3, _("Bus there and back")),),
            skills=(_("Listening"),),
            what_changed=(_("The signs are in large print now."),),
            what_next=(_("The group meets again next month."),),
            made=(
                StatementMade(
                    title=_("An example leaflet"),
                    kind=_("leaflet"),
                    made_on=self._on(40),
                    where=_("In the waiting room"),
                    credit=_("co-author"),
                ),
            ),
            rate_source=_("Agreed by the trustees"),
        )

    def with_every_choice(self) -> StatementContent:
        """Return one in which each payment went its own way."""
        meeting = _("Meeting of the group")
        paid, later = self._paid(5, meeting), self._to_come(70, meeting)
        on_top = StatementTopUp(pence=200, paid_on=self._on(50))
        to_come = StatementTopUp(pence=150, pay_by_on=self._on(100))
        ways = (
            replace(paid, paid_how=PaidBy.CASH, choice=Choice.PART, agreed_pence=1500),
            replace(paid, paid_how=PaidBy.CHEQUE, top_ups=(on_top, to_come)),
            replace(paid, top_ups=(StatementTopUp(pence=100),), choice=Choice.DONATE),
            replace(paid, choice=Choice.DECLINE, agreed_pence=0, paid_on=None, is_paid=False),
            replace(paid, choice=Choice.VOUCHER, paid_how=PaidBy.VOUCHER, rate_pence=1300),
            replace(later, choice=Choice.VOUCHER),
            replace(later, choice=Choice.VOUCHER, pay_by_on=None),
            replace(later, choice=Choice.DEFER, pay_by_on=None),
            replace(later, pay_by_on=None, rate_pence=1400),
            replace(paid, rate_pence=1500),
            replace(paid, pay=Pay.SALARY, offered_pence=0, agreed_pence=0, paid_on=None),
            self._unpaid(20, _("Phone calls to new members")),
            replace(self._unpaid(21, meeting), value_pence=0, rate_pence=0),
        )
        bus = self._spent(6, _("Bus there and back"))
        spent = (
            replace(bus, agreed_pence=400, because=_("The bus costs £4.00.")),
            replace(bus, agreed_pence=0, paid_on=None),
            replace(bus, paid_on=None),
            replace(bus, top_ups=(on_top, to_come)),
        )
        return replace(self.usual(), work=ways, expenses=spent, has_chart=True, has_code=True)

    def of_other_days(self) -> StatementContent:
        """Return one of a few payments whose days and ways are not the usual ones."""
        meeting = _("Meeting of the group")
        later = self._to_come(70, meeting)
        work = (
            replace(self._paid(5, meeting), minutes=60, rate_pence=0),
            replace(later, choice=Choice.PART, agreed_pence=1500),
            replace(self._paid(8, ""), choice=Choice.PART, agreed_pence=1500),
        )
        bus = replace(self._spent(6, _("Bus there and back")), paid_on=None)
        return replace(
            self.usual(),
            work=work,
            expenses=(bus,),
            left_out=frozenset({"value"}),
            rate_source="",
            has_code=True,
            contact_email="",
        )

    def replaced(self) -> Iterator[StatementContent]:
        """Yield some that replace another, with a few each of the things that can be new."""
        changes = example_changes(self._on(3))
        for first in range(0, len(changes), _CHANGES):
            yield replace(
                self.usual(),
                replaces_number=_("Example"),
                changes=changes[first : first + _CHANGES],
                left_out=frozenset({"expenses"}),
                rate_source="",
                contact_name="",
            )

    def paid_in_full(self) -> StatementContent:
        """Return one of two rates, of which nothing is to come."""
        work = (
            self._paid(3, _("Meeting of the group")),
            replace(self._paid(9, _("Reading a plan"), 3250), rate_pence=1300),
        )
        return replace(self.usual(), work=work, expenses=(), contact_phone="", has_code=True)

    def unpaid(self) -> StatementContent:
        """Return one without paid work, and no rate for the other."""
        alone = replace(self._unpaid(9, _("Reading a plan")), value_pence=0, rate_pence=0)
        return replace(
            self.usual(),
            work=(alone,),
            expenses=(),
            contact_name="",
            contact_email="",
            contact_phone="",
        )

    def of_many_vouchers(self) -> StatementContent:
        """Return one of many offers, of which a part was taken, and vouchers are to come."""
        meeting = _("Meeting of the group")
        part = replace(self._paid(5, meeting), choice=Choice.PART, agreed_pence=1500)
        voucher = replace(self._to_come(70, meeting), choice=Choice.VOUCHER)
        salary = replace(self._paid(6, meeting, 0), pay=Pay.SALARY, paid_on=None, paid_how=None)
        paid = self._paid(8, meeting)
        work = (*(part for _time in range(_MANY)), paid, salary, voucher)
        return replace(self.usual(), work=work)

    def with_long_words(self) -> StatementContent:
        """Return one with words of the person that are too long for Easy Read."""
        long = _(
            "Talking with people who wait a long time, in their own language, about what would "
            "help them most while they wait"
        )
        later = replace(self._to_come(70, long), choice=Choice.DEFER, pay_by_on=None)
        made = StatementMade(title=_("An example leaflet"), credit=long)
        return replace(
            self.usual(),
            work=(self._paid(3, long), self._to_come(70, long), later),
            skills=(long,),
            made=(made,),
            what_changed=(long,),
            what_next=(long,),
        )

    def in_salary(self) -> StatementContent:
        """Return one whose work a salary pays."""
        paid = self._paid(3, _("Meeting of the group"), 0)
        work = replace(paid, pay=Pay.SALARY, paid_on=None, paid_how=None)
        return replace(self.usual(), work=(work,), expenses=(), contact_phone="", contact_email="")

    def partly_in_salary(self) -> StatementContent:
        """Return one whose work a salary pays in part."""
        paid = self._paid(3, _("Meeting of the group"))
        salary = replace(paid, pay=Pay.SALARY, offered_pence=0, agreed_pence=0, paid_on=None)
        return replace(self.usual(), work=(paid, salary))

    def of_one_declined(self) -> StatementContent:
        """Return one of an offer that the person declined."""
        paid = self._paid(3, _("Meeting of the group"))
        declined = replace(paid, choice=Choice.DECLINE, agreed_pence=0, paid_on=None, is_paid=False)
        return replace(self.usual(), work=(declined,), expenses=())

    def empty(self) -> StatementContent:
        """Return one of a time without work."""
        return self._bare


def example_changes(day: datetime.date) -> tuple[Difference, ...]:
    """Return a difference of each kind between two statements, and the rarer forms of some."""
    usual = Difference(
        kind=Differs.DAY,
        on=day,
        what=_("Meeting of the group"),
        before_on=day - datetime.timedelta(days=1),
        before=_("Meeting"),
        after=_("Meeting of the group"),
        before_minutes=120,
        after_minutes=150,
        before_pence=2400,
        after_pence=3000,
        paid_on=day + datetime.timedelta(days=14),
    )
    chosen = replace(usual, before=Choice.PART, after=Choice.ACCEPT)
    each = (replace(chosen if kind is Differs.CHOICE else usual, kind=kind) for kind in Differs)
    choices = (replace(chosen, kind=Differs.CHOICE, after=choice) for choice in Choice)
    back = replace(usual, kind=Differs.PAID, after_pence=None, paid_on=None)
    return (*each, *choices, back, replace(usual, before_on=None))
