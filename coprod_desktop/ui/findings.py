"""What a check found, with its reason, and the form that sets it aside with a note."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coprod_desktop.domain.checks import Dismissal, Finding
from coprod_desktop.domain.dates import list_day
from coprod_desktop.i18n import _
from coprod_desktop.services.checks import NamedFinding
from coprod_desktop.ui.context import Context
from coprod_desktop.ui.scale import S
from coprod_desktop.ui.widgets.form_dialog import FormDialog
from coprod_desktop.ui.widgets.labels import label
from coprod_desktop.ui.widgets.notice_card import NoticeCard
from coprod_desktop.ui.widgets.plain_fields import text_field
from coprod_desktop.ui.widgets.side_panel import SidePanel
from coprod_desktop.ui.words import check_word


class FindingCards(QWidget):
    """Show findings one under the other, and the notes with which others were set aside.

    `dismiss_requested(finding)` wants to set one aside.
    """

    dismiss_requested = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._cards: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(S)
        self.findings: tuple[Finding, ...] = ()
        self.hide()

    def show_findings(
        self,
        findings: Sequence[Finding],
        names: Sequence[str] = (),
        aside: Sequence[Dismissal] = (),
    ) -> None:
        """Show these findings in place of others, each with a name where there are names."""
        for card in self._cards:
            card.hide()
            card.deleteLater()
        self.findings = tuple(findings)
        whose = names or [""] * len(findings)
        self._cards = [self._card(*pair) for pair in zip(findings, whose, strict=True)]
        self._cards += [label(_aside_words(one), "quiet", wraps=True) for one in aside]
        for card in self._cards:
            self._column.addWidget(card)
            card.show()
        self.setVisible(bool(self._cards))

    def _card(self, finding: Finding, name: str) -> NoticeCard:
        what = check_word(finding.kind)
        dismiss = (_("Dismiss with a note…"), partial(self.dismiss_requested.emit, finding))
        return NoticeCard(
            f"{name}. {what}" if name else what,
            finding.because,
            finding.advice,
            (dismiss,),
            is_tinted=True,
        )


def _aside_words(dismissal: Dismissal) -> str:
    words = _("{what}: set aside on {day}. “{note}”")
    day = list_day(dismissal.dismissed_at.astimezone().date())
    return words.format(what=check_word(dismissal.kind), day=day, note=dismissal.note)


class FindingPanel(SidePanel):
    """Show findings about several people beside a page; the cards are in `cards`."""

    def __init__(self) -> None:
        super().__init__(_("To look at first"), _("Nothing here stops anything."))
        self.setAccessibleName(_("To look at first"))
        self.cards = FindingCards()
        self.body.addWidget(self.cards)
        self.body.addStretch()

    def show_named(self, found: Sequence[NamedFinding]) -> None:
        """Show these, each with its name."""
        self.cards.show_findings([one.finding for one in found], [one.name for one in found])


class DismissDialog(FormDialog):
    """Collect why a finding is all right as it is."""

    def __init__(self, finding: Finding, parent: QWidget | None = None) -> None:
        super().__init__(check_word(finding.kind), _("Set it aside"), parent)
        self.note = text_field(_("Why it is all right"))
        hint = _(
            "The note is kept with your name. If the entry changes so that this is about other "
            "facts, it comes back."
        )
        self.form.add_widget(label(finding.because, wraps=True))
        self.form.add_field("note", _("Why it is all right"), self.note, hint)
        self.note.setFocus()


def ask_to_dismiss(context: Context, finding: Finding, parent: QWidget) -> None:
    """Ask for the note that sets a finding aside, and save it."""
    dialog = DismissDialog(finding, parent)

    def done(_dismissal: object) -> None:
        dialog.accept_saved()
        context.saved(_("Set aside with your note. It comes back if the facts change."))

    def failed(error: Exception) -> None:
        dialog.show_error("note", context.word_error(error))

    def save() -> None:
        note = dialog.note.toPlainText()
        context.tasks.run(lambda: context.office.checks.dismiss(finding, note), done, failed)

    dialog.save_requested.connect(save)
    dialog.open()
