"""Say on the list of pay runs that a back-dated rise left differences to pay."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coprod_desktop.domain.dates import long_day
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.i18n import _, ngettext
from coprod_desktop.services.top_ups import Differences
from coprod_desktop.ui.widgets.labels import announce
from coprod_desktop.ui.widgets.notice_card import NoticeCard


class TopUpsNotice(QWidget):
    """Show one card while something is owed on top; it takes no room otherwise.

    Its links ask to look at the differences and to prepare a top-up run.
    """

    look_requested = Signal()
    prepare_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.heading = ""
        self._card: NoticeCard | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def show_owed(self, found: Differences) -> None:
        """Show what is owed on top, and have it read aloud where it is new; or show nothing."""
        before, self.heading = self.heading, _heading(found)
        if self._card is not None:
            self._card.hide()
            self._card.deleteLater()
            self._card = None
        if self.heading:
            actions = (
                (_("Look at the differences"), self.look_requested.emit),
                (_("Prepare a top-up run"), self.prepare_requested.emit),
            )
            privacy = _("What was agreed stays as it was; a run of its own pays the difference.")
            self._card = NoticeCard(self.heading, _reason(found), privacy, actions)
            self._column.addWidget(self._card)
            self._card.show()  # what is added later would else appear only with the next turn
        if self.heading != before:
            announce(self, self.heading)


def _heading(found: Differences) -> str:
    if not found.differences or found.since_on is None:
        return ""
    words = _("{amount} is owed after the rise of {day}")
    return words.format(amount=format_pounds(found.pence), day=long_day(found.since_on))


def _reason(found: Differences) -> str:
    """Say of how many entries and people; work and expenses are never added up here."""
    people = len({one.participant_id for one in found.differences})
    count = len(found.differences)
    entries = ngettext(
        "{count:,} entry was agreed for less than the rules give now",
        "{count:,} entries were agreed for less than the rules give now",
        count,
    ).format(count=count)
    whose = ngettext("of {count:,} person", "of {count:,} people", people).format(count=people)
    sums = _("{work} for work, {expenses} for expenses.").format(
        work=format_pounds(found.payment_pence), expenses=format_pounds(found.reimbursement_pence)
    )
    return f"{entries}, {whose}: {sums}"
