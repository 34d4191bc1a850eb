"""Say which pay runs need cash drawn or vouchers set aside before anything is handed over."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.registers import CashBox, RunVouchers
from coprod_desktop.i18n import _, ngettext
from coprod_desktop.ui.scale import S
from coprod_desktop.ui.widgets.labels import announce
from coprod_desktop.ui.widgets.notice_card import NoticeCard

Act = tuple[str, Callable[[], None]]
Told = tuple[str, str, tuple[Act, ...]]


class Notices(QWidget):
    """Show cards one under another; they take no room while there are none."""

    def __init__(self) -> None:
        super().__init__()
        self.headings: tuple[str, ...] = ()
        self._cards: list[NoticeCard] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(S)
        self.hide()

    def show_cards(self, cards: Sequence[Told]) -> None:
        """Show these, each as (heading, reason, actions), and read new headings aloud."""
        before, self.headings = self.headings, tuple(card[0] for card in cards)
        for old in self._cards:
            old.hide()
            old.deleteLater()
        self._cards = [NoticeCard(heading, why, "", acts) for heading, why, acts in cards]
        for card in self._cards:
            self._column.addWidget(card)
            card.show()  # what is added later would else appear only with the next turn
        self.setVisible(bool(cards))
        new = [heading for heading in self.headings if heading not in before]
        announce(self, ". ".join(new))


def cash_cards(box: CashBox, draw: Callable[[int], None]) -> list[Told]:
    """Return a card for a box below nothing, and one for cash that must be drawn."""
    cards: list[Told] = []
    if box.left_pence < 0:
        missing = -box.left_pence
        words = _("By the register {pence} more was handed out than was in the box")
        why = _("Record when that cash was drawn, or count the box.")
        acts: tuple[Act, ...] = ((_("Record cash drawn"), partial(draw, missing)),)
        cards.append((words.format(pence=format_pounds(missing)), why, acts))
    short = [one for one in box.waiting if one.shortfall_pence]
    if short:
        needed = sum(one.shortfall_pence for one in short)
        words = _("Draw {pence} before the next cash is handed out")
        runs = _("Pay run {number} hands out {pence} in cash.")
        why = " ".join(
            runs.format(number=one.number, pence=format_pounds(one.pence)) for one in short
        )
        acts = ((_("Record cash drawn"), partial(draw, needed)),)
        cards.append((words.format(pence=format_pounds(needed)), why, acts))
    return cards


def voucher_cards(waiting: Sequence[RunVouchers], set_aside: Callable[[int], None]) -> list[Told]:
    """Return a card for each run with payments that no vouchers are set aside for."""
    cards: list[Told] = []
    for one in waiting:
        words = _("Pay run {number} needs vouchers for {pence}")
        heading = words.format(number=one.number, pence=format_pounds(one.pence))
        why = ngettext(
            "{count} person is paid by voucher, and none are set aside yet.",
            "{count} people are paid by voucher, and none are set aside for them yet.",
            one.payments,
        ).format(count=one.payments)
        acts: tuple[Act, ...] = ((_("Set vouchers aside"), partial(set_aside, one.number)),)
        cards.append((heading, why, acts))
    return cards
