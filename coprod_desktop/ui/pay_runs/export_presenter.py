"""Make the files of a pay run, tell how far that has come, and stop it when asked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from coprod_desktop.domain.errors import (
    DiskFullError,
    DomainError,
    FileReadOnlyError,
    LayoutUnknownError,
)
from coprod_desktop.domain.made_files import MadeFile
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.i18n import _, ngettext
from coprod_desktop.services.known_layouts import KnownLayout, known_layouts
from coprod_desktop.services.office import Office
from coprod_desktop.services.payment_files import MadeFiles
from coprod_desktop.ui.context import Context
from coprod_desktop.ui.forms import FormView
from coprod_desktop.ui.pay_runs.done_words import Written
from coprod_desktop.ui.pay_runs.file_words import FileWords
from coprod_desktop.ui.tasks import Cancel, Cancelled, Progress
from coprod_desktop.ui.widgets.message_bar import MessageKind

_FIELDS: dict[type[Exception], str] = {
    FileReadOnlyError: "folder",
    DiskFullError: "folder",
    LayoutUnknownError: "layout",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportOffer:
    """The layouts to choose from, the usual one, and what is known of the charity's account."""

    layouts: tuple[KnownLayout, ...]
    usual: str
    has_account: bool
    has_bacs_number: bool


class ExportView(FormView, Protocol):
    """What the presenter needs of the dialog."""

    def show_offer(self, offer: ExportOffer) -> None:
        """Offer these layouts."""

    def show_progress(self, done: int, total: int) -> None:
        """Show how many remittances are written."""

    def show_idle(self) -> None:
        """Take the progress away."""


class ExportPresenter:
    """Make files; `made(written)` tells what was made."""

    def __init__(self, context: Context, made: Callable[[Written], None]) -> None:
        self._context = context
        self._tell_made = made
        self._cancel = Cancel()
        self._is_making = False

    @property
    def folder(self) -> Path:
        """Return the folder that is offered: the one that files went into last."""
        return self._context.preferences.files_folder

    def begin(self, view: ExportView) -> None:
        """Offer the layouts."""
        office = self._context.office
        self._context.tasks.run(lambda: _offer(office), view.show_offer, self._context.fail)

    def export(
        self, view: ExportView, number: int, folder: Path | None, layout: str | None
    ) -> None:
        """Write the files of a run into a folder; an empty `layout` is the usual one."""
        if folder is None:
            view.show_error("folder", _("Choose a folder first."))
            return
        if layout is None:
            view.show_error("layout", _("Choose a layout from the list."))
            return
        if self._is_making:
            return
        self._is_making = True
        office = self._context.office

        def work(progress: Progress) -> tuple[MadeFiles, tuple[MadeFile, ...]]:
            made = office.payment_files.export(number, folder, layout or None, progress)
            names = {path.name for path in made.bank_files}
            known = office.payment_files.made_files(number)
            return made, tuple(
                one for one in known if one.file_name in names and one.layout == layout
            )

        def progressed(done: int, total: int) -> None:
            if self._is_making:
                view.show_progress(done, total)

        def done(found: tuple[MadeFiles, tuple[MadeFile, ...]]) -> None:
            self._end(view)
            self._context.preferences.files_folder = folder
            view.accept_saved()
            self._tell_made(written_words(number, folder, *found))

        view.show_progress(0, 0)
        self._cancel = self._context.tasks.run_with_progress(
            work, progressed, done, lambda error: self._fail(view, error)
        )

    def stop(self) -> None:
        """Stop; then the files of this time are taken away again."""
        self._cancel()

    def _fail(self, view: ExportView, error: Exception) -> None:
        self._end(view)
        if isinstance(error, Cancelled):
            view.accept_saved()
            words = _(
                "Stopped. What was written just now is taken away again. Make the files when you "
                "are ready: the bank file will be the same."
            )
            self._context.say(MessageKind.INFO, words, ())
            return
        if not isinstance(error, DomainError):
            raise error
        words, key = self._context.word_error(error), _FIELDS.get(type(error))
        if key is None:
            view.show_problem(words)
        else:
            view.show_error(key, words)

    def _end(self, view: ExportView) -> None:
        self._is_making = False
        view.show_idle()


def _offer(office: Office) -> ExportOffer:
    organisation = office.organisation.get()
    return ExportOffer(
        layouts=known_layouts(office.own_layouts.all()),
        usual=organisation.bank_layout,
        has_account=bool(organisation.account_number),
        has_bacs_number=bool(organisation.service_user_number),
    )


def written_words(
    number: int, folder: Path, made: MadeFiles, for_bank: Sequence[MadeFile]
) -> Written:
    """Say what was written for a run, and what to do with it."""
    return Written(
        title=_("The files of pay run {number} are made").format(number=number),
        folder=folder,
        files=tuple(_files(made, for_bank)),
        next_step=_bank_step(for_bank),
        warning=_warning(bool(for_bank)),
    )


def _files(made: MadeFiles, for_bank: Sequence[MadeFile]) -> list[FileWords]:
    found = [
        FileWords(icon="file-spreadsheet", words=made.sheet_xlsx.name, kind=_("Payment sheet")),
        FileWords(icon="file-text", words=made.sheet_pdf.name, kind=_("To sign")),
    ]
    for one in for_bank:
        found.append(FileWords(icon="landmark", words=one.file_name, kind=_("For your bank")))
    if made.control_sheet is not None:
        name = made.control_sheet.name
        found.append(FileWords(icon="list-checks", words=name, kind=_("To compare")))
    if made.cash_sheet is not None:
        name = made.cash_sheet.name
        found.append(FileWords(icon="wallet", words=name, kind=_("To sign")))
    count = len(made.remittances)
    words = ngettext("{count:,} remittance", "{count:,} remittances", count)
    kind = _("In the folder “remittances”")
    return [*found, FileWords(icon="mail", words=words.format(count=count), kind=kind)]


def _bank_step(for_bank: Sequence[MadeFile]) -> str:
    if not for_bank:
        return ""
    count, pence = sum(one.count for one in for_bank), sum(one.pence for one in for_bank)
    words = ngettext(
        "Before you confirm it at the bank, its website shows {count:,} payment and {pence}. If "
        "it shows anything else, stop and look at the control sheet.",
        "Before you confirm it at the bank, its website shows {count:,} payments and {pence}. If "
        "it shows anything else, stop and look at the control sheet.",
        count,
    )
    return words.format(count=count, pence=format_pounds(pence))


def _warning(has_bank_file: bool) -> tuple[str, str]:
    if has_bank_file:
        return (
            _("Do not open the bank file in Excel"),
            _(
                "Excel takes away the noughts in front of sort codes and account numbers, and the "
                "money would not arrive. Give the file to the bank as it is."
            ),
        )
    return (
        _("These files name people and amounts"),
        _("They are not encrypted. Keep them as safe as bank statements."),
    )
