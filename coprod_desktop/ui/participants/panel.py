"""What one participant gave, what was agreed, and how they want to be paid."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coprod_desktop.domain.dates import long_day, short_day
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.participants import Participant
from coprod_desktop.domain.projects import Engagement
from coprod_desktop.domain.summaries import ContributionSummary, TotalsRow
from coprod_desktop.domain.time import short_hours
from coprod_desktop.i18n import _
from coprod_desktop.services.bank_details import KnownAccount
from coprod_desktop.services.paper_shelf import GivenPaper
from coprod_desktop.ui.papers.words import answer_words, form_words, kind_word
from coprod_desktop.ui.participants.account_block import AccountBlock
from coprod_desktop.ui.scale import M, S
from coprod_desktop.ui.widgets.buttons import Button, link_button
from coprod_desktop.ui.widgets.labels import label, rule
from coprod_desktop.ui.widgets.paid_unpaid_pair import PaidUnpaidPair, Side
from coprod_desktop.ui.widgets.side_panel import SidePanel
from coprod_desktop.ui.words import capacity_word, contact_word

_LATEST_PAPERS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """All that the panel shows of one participant."""

    participant: Participant
    account: KnownAccount | None
    agreed: tuple[tuple[Engagement, str], ...]
    gave: TotalsRow | None
    latest: tuple[ContributionSummary, ...]
    papers: tuple[GivenPaper, ...] = ()


class ParticipantPanel(SidePanel):
    """Show one participant beside the list.

    `change_requested`, `bank_requested`, `check_requested`, `agree_requested`, `limit_requested`,
    `another_requested` and `papers_requested` carry the person shown. Whether a limit is watched is
    not shown here: others may look at the screen.
    """

    change_requested = Signal(object)
    bank_requested = Signal(object)
    check_requested = Signal(object)
    agree_requested = Signal(object)
    limit_requested = Signal(object)
    another_requested = Signal(object)
    papers_requested = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._person: Person | None = None
        self._content: QWidget | None = None
        self._change = Button(_("Change details"), icon_name="pencil")
        self._bank = Button(_("Bank details"), icon_name="landmark")
        self._agree = link_button(_("Agree something"), icon_name="plus")
        self._limit = link_button(_("Limit watch"), icon_name="lock")
        self._another = link_button(_("Another paper"), icon_name="file-plus")
        self._papers = link_button(_("All their papers"), icon_name="archive")
        for button, signal in (
            (self._another, self.another_requested),
            (self._papers, self.papers_requested),
            (self._limit, self.limit_requested),
            (self._change, self.change_requested),
            (self._bank, self.bank_requested),
            (self._agree, self.agree_requested),
        ):
            button.clicked.connect(lambda _on=False, signal=signal: signal.emit(self._person))

    def show_person(self, person: Person) -> None:
        """Show a participant."""
        self._person = person
        who = person.participant
        self.set_words(who.name, " · ".join(_traits(who)))
        if self._content is not None:
            self._content.hide()
            self._content.deleteLater()
        kept = (self._change, self._bank, self._agree, self._limit, self._another, self._papers)
        for button in kept:
            button.setParent(None)
        self._content = QWidget()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        self._fill(column, person)
        self.body.insertWidget(0, self._content)
        self._content.show()  # now, and not with Qt's next turn
        self.open_panel()

    def _fill(self, column: QVBoxLayout, person: Person) -> None:
        column.addWidget(_pair(person.gave))
        column.addSpacing(M)
        column.addWidget(label(_("What we agreed"), "section"))
        for engagement, project in person.agreed:
            column.addWidget(label(project, "strong", wraps=True))
            column.addWidget(label(_agreement(engagement), "quiet", wraps=True))
        if not person.agreed:
            column.addWidget(label(_("Nothing is written down yet."), "quiet"))
        column.addWidget(self._agree)
        column.addSpacing(M)
        column.addWidget(label(_("Latest work"), "section"))
        for row in person.latest:
            column.addWidget(label(_work_line(row), wraps=True))
            column.addWidget(rule())
        if not person.latest:
            column.addWidget(label(_("No work is logged yet."), "quiet"))
        column.addSpacing(M)
        self._add_papers(column, person)
        column.addSpacing(M)
        column.addWidget(label(_("How to pay"), "section"))
        account = AccountBlock(person.participant.paid_by, person.account)
        account.check_requested.connect(lambda: self.check_requested.emit(person))
        column.addWidget(account)
        column.addSpacing(M)
        column.addWidget(self._change)
        column.addWidget(self._bank)
        column.addWidget(self._limit)
        column.addStretch()

    def _add_papers(self, column: QVBoxLayout, person: Person) -> None:
        who = person.participant
        column.addWidget(label(_("Papers"), "section"))
        reads = _("They read: {form}.").format(form=form_words(who.edition, who.language))
        column.addWidget(label(reads, "quiet", wraps=True))
        for paper in person.papers[:_LATEST_PAPERS]:
            column.addWidget(label(_paper_line(paper), wraps=True))
        if not person.papers:
            column.addWidget(label(_("No paper was made yet."), "quiet"))
        column.addWidget(self._another)
        self._papers.setVisible(bool(person.papers))
        column.addWidget(self._papers)


def _paper_line(paper: GivenPaper) -> str:
    parts = (paper.number, kind_word(paper.kind), short_day(paper.issued_on), answer_words(paper))
    return " · ".join(filter(None, parts))


def _traits(who: Participant) -> list[str]:
    traits = [capacity_word(who.capacity)]
    if who.name_in_script:
        traits.append(who.name_in_script)
    if who.name_on_papers:
        traits.append(_("“{name}” on papers").format(name=who.name_on_papers))
    traits.append(_("prefers {way}").format(way=contact_word(who.contact_by).lower()))
    return traits


def _pair(gave: TotalsRow | None) -> PaidUnpaidPair:
    paid, unpaid, payments, value = (
        (gave.minutes_paid, gave.minutes_unpaid, gave.payments_pence, gave.value_pence)
        if gave is not None
        else (0, 0, 0, 0)
    )
    pair = PaidUnpaidPair()
    agreed = _("{amount} agreed").format(amount=format_pounds(payments))
    worth = _("{amount} worth").format(amount=format_pounds(value))
    pair.show_sides(
        Side(figure=short_hours(paid), lines=[agreed]),
        Side(figure=short_hours(unpaid), lines=[worth]),
    )
    return pair


def _agreement(engagement: Engagement) -> str:
    since = _("since {day}").format(day=long_day(engagement.starts_on))
    rate = (
        _("{amount} an hour").format(amount=format_pounds(engagement.hourly_pence))
        if engagement.hourly_pence is not None
        else _("the usual rate")
    )
    parts = [engagement.role, since, rate if engagement.is_paid else _("unpaid"), engagement.agreed]
    return ", ".join(part for part in parts if part)


def _work_line(row: ContributionSummary) -> str:
    amount = format_pounds(row.agreed_pence) if row.is_paid else _("unpaid")
    hours = short_hours(row.minutes)
    return f"{short_day(row.worked_on)}  {row.what}\n{hours} · {amount}"
