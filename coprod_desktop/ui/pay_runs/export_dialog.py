"""Ask where the files of a run go and how the bank wants its file, and show them being made."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coprod_desktop.i18n import _
from coprod_desktop.services.known_layouts import KnownLayout
from coprod_desktop.ui.layout_words import check_words, sureness_words
from coprod_desktop.ui.pay_runs.export_presenter import ExportOffer
from coprod_desktop.ui.pay_runs.file_rows import FileRows
from coprod_desktop.ui.pay_runs.file_words import bank_count, files_of
from coprod_desktop.ui.pay_runs.shown_run import ShownRun
from coprod_desktop.ui.scale import grown
from coprod_desktop.ui.widgets.choice_edit import Choice, ChoiceEdit
from coprod_desktop.ui.widgets.form_dialog import FormDialog
from coprod_desktop.ui.widgets.labels import announce, label
from coprod_desktop.ui.widgets.notice_card import NoticeCard
from coprod_desktop.ui.widgets.place_edit import FolderEdit
from coprod_desktop.ui.widgets.steps_bar import StepsBar

_WIDTH = 560


class ExportDialog(FormDialog):
    """Collect a folder and a layout.

    `account_requested` wants to write the account that the charity pays from, `stop_requested` to
    stop while files are made.
    """

    account_requested = Signal()
    stop_requested = Signal()

    def __init__(
        self,
        shown: ShownRun,
        folder: Path,
        parent: QWidget | None = None,
        *,
        can_write_account: bool = True,
    ) -> None:
        title = _("Make the files of pay run {number}").format(number=shown.number)
        super().__init__(title, _("Make the files"), parent)
        self._has_bank_file = bool(bank_count(shown))
        self._offer: ExportOffer | None = None
        self._is_making = False
        self._can_write_account = can_write_account
        self._notice: NoticeCard | None = None
        self.folder = FolderEdit(_("Into this folder"), folder)
        self.layout_choice: ChoiceEdit[str] = ChoiceEdit(_("Layout of the bank file"))
        self.progress = StepsBar(_("Files made so far"))
        self._add_fields(shown)
        self.layout_choice.value_changed.connect(self._show_about)
        self.progress.stop_requested.connect(self.stop_requested)

    def _add_fields(self, shown: ShownRun) -> None:
        form = self.form
        form.setMinimumWidth(grown(_WIDTH))
        form.add_field("folder", _("Into this folder"), self.folder)
        if self._has_bank_file:
            hint = _("How the columns stand in the file that your bank reads.")
            form.add_field("layout", _("Layout of the bank file"), self.layout_choice, hint)
        self._about = QWidget()
        self._about_column = QVBoxLayout(self._about)
        self._about_column.setContentsMargins(0, 0, 0, 0)
        form.add_widget(self._about)
        form.add_widget(label(_("What is made"), "section"))
        form.add_widget(FileRows(files_of(shown)))
        words = _("Made again, the bank file is the same to the last letter.")
        form.add_widget(label(words, "quiet", wraps=True))
        self.add_foot(self.progress)

    # --- what the presenter does -----------------------------------------------------------------

    def show_offer(self, offer: ExportOffer) -> None:
        """Offer these layouts, and choose the usual one."""
        self._offer = offer
        self.layout_choice.set_choices([Choice(one.key, one.title) for one in offer.layouts])
        self.layout_choice.set_value(offer.usual)
        self._show_about()

    def show_progress(self, done: int, total: int) -> None:
        """Show how many remittances are written."""
        self._is_making = True
        self.form.setEnabled(False)
        words = _("{done:,} of {total:,} remittances").format(done=done, total=total)
        self.progress.show_steps(words if total else _("Making the files…"), done, total)

    def show_idle(self) -> None:
        """Take the progress away, because nothing is being made any more."""
        self._is_making = False
        self.form.setEnabled(True)
        self.progress.hide()

    def chosen_layout(self) -> str | None:
        """Return the key of the chosen layout, if any."""
        return self.layout_choice.value() if self._has_bank_file else ""

    # --- how it works ----------------------------------------------------------------------------

    def open(self) -> None:
        """Show the dialog; nothing needs to be changed, so the keyboard is on the button."""
        super().open()
        self._save.setFocus()

    def reject(self) -> None:
        """Close; while files are made, stop that first."""
        if self._is_making:
            self.stop_requested.emit()
            return
        self.start_again()  # a folder and a layout are not worth a question
        super().reject()

    def _show_about(self, *_value: object) -> None:
        """Say what is not certain of the chosen layout, or what it lacks."""
        if self._notice is not None:
            self._notice.hide()
            self._notice.deleteLater()
            self._notice = None
        layout = self._chosen()
        if layout is None or self._offer is None or not self._has_bank_file:
            self._about.hide()
            return
        self._notice = self._lacking(layout, self._offer) or NoticeCard(
            sureness_words(layout), check_words(layout)
        )
        self._about_column.addWidget(self._notice)
        self._notice.show()
        self._about.show()
        announce(self._notice, self._notice.accessibleDescription())
        self.make_room_for(self._about)

    def _lacking(self, layout: KnownLayout, offer: ExportOffer) -> NoticeCard | None:
        """Say that the account or the Bacs number has to be written first, where it has."""
        if layout.needs_account and not offer.has_account:
            heading = _("It names the account that you pay from")
            why = _("That account is not written yet, so this file cannot be made.")
        elif layout.needs_bacs_number and not offer.has_bacs_number:
            heading = _("It carries the number that Bacs gave you")
            why = _("That number is not written yet, so this file cannot be made.")
        else:
            return None
        where = _("It stands in the menu File, “Two people for money…”.")
        action = (_("Write it now…"), self.account_requested.emit)
        actions = (action,) if self._can_write_account else ()
        return NoticeCard(heading, f"{why} {where}", actions=actions, is_tinted=True)

    def _chosen(self) -> KnownLayout | None:
        layouts: Sequence[KnownLayout] = self._offer.layouts if self._offer else ()
        return next((one for one in layouts if one.key == self.layout_choice.value()), None)
