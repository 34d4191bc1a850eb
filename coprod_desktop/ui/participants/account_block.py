"""How a participant is paid: the account, whose it is, and whether somebody has checked it."""

import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coprod_desktop.domain.account_checks import AccountCheck
from coprod_desktop.domain.dates import long_day
from coprod_desktop.domain.participants import PaidBy, PayeeCheck
from coprod_desktop.i18n import _
from coprod_desktop.services.bank_details import KnownAccount
from coprod_desktop.ui.participants.masked_account import MaskedAccount
from coprod_desktop.ui.scale import S
from coprod_desktop.ui.widgets.icon_mark import IconMark
from coprod_desktop.ui.widgets.labels import label
from coprod_desktop.ui.widgets.notice_card import NoticeCard
from coprod_desktop.ui.words import paid_by_word, payee_check_word

_DOUBTFUL = (PayeeCheck.CLOSE, PayeeCheck.NO_MATCH)


class AccountBlock(QWidget):
    """Show how somebody is paid; `check_requested` says that a change was checked."""

    check_requested = Signal()

    def __init__(self, paid_by: PaidBy, known: KnownAccount | None) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addWidget(label(paid_by_word(paid_by), "strong"))
        if known is None:
            if paid_by is PaidBy.BANK:
                column.addWidget(label(_("No account details yet."), "quiet"))
            return
        if known.details.waits_for_check:
            column.addWidget(self._notice(known))
        column.addWidget(label(known.details.account_name, wraps=True))
        column.addWidget(MaskedAccount(known.details))
        for words, role in _remarks(known):
            column.addLayout(_remark(words, role))

    def _notice(self, known: KnownAccount) -> NoticeCard:
        return NoticeCard(
            _("The account was changed and waits for a check"),
            change_words(known),
            _("Nobody is paid into it until a second person has checked it."),
            ((_("I have checked this…"), self.check_requested.emit),),
            is_tinted=True,
        )


def change_words(known: KnownAccount) -> str:
    """Say who changed an account, when, and how the number before it ended."""
    details = known.details
    before = _("Before, it ended in {ending}.").format(ending=details.previous_ending)
    return f"{_who_changed(known)} {before}" if details.previous_ending else _who_changed(known)


def _who_changed(known: KnownAccount) -> str:
    at = known.details.changed_at
    if at is None:
        return _("Nobody wrote down who changed it.")
    day, time = _local(at)
    if not known.changed_by:
        return _("It was changed on {day} at {time}.").format(day=day, time=time)
    return _("{name} changed it on {day} at {time}.").format(
        name=known.changed_by, day=day, time=time
    )


def _remark(words: str, role: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(S)
    if role == "warn":
        row.addWidget(IconMark("triangle-alert", "warn"), alignment=Qt.AlignmentFlag.AlignTop)
    row.addWidget(label(words, role, wraps=True), stretch=1)
    return row


def _remarks(known: KnownAccount) -> list[tuple[str, str]]:
    """Return what else is worth reading about an account, each with its role."""
    details = known.details
    said = []
    if details.is_third_party:
        words = _("This is somebody else's account: {holder}")
        said.append((words.format(holder=details.holder), "warn"))
    if known.answer.check is AccountCheck.NOT_VALID:
        words = _(
            "The number does not belong to the sort code. Look at both again with the person."
        )
        said.append((words, "warn"))
    if details.payee_check is not PayeeCheck.NOT_ASKED:
        words = _("The bank's answer about the name: {answer}.").format(
            answer=payee_check_word(details.payee_check).lower()
        )
        said.append((words, "warn" if details.payee_check in _DOUBTFUL else "quiet"))
    if details.checked_at is not None:
        day, _time = _local(details.checked_at)
        words = _("Checked by {name} on {day}: {how}").format(
            name=known.checked_by or _("somebody"), day=day, how=details.how_checked
        )
        said.append((words, "quiet"))
    return said


def _local(at: datetime.datetime) -> tuple[str, str]:
    here = at.astimezone()
    return long_day(here.date()), f"{here:%H:%M}"
