"""Make the treasurer's pack of a period, and say what is in it."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from coprod_desktop.domain.errors import DiskFullError, DomainError, FileReadOnlyError
from coprod_desktop.i18n import _, ngettext
from coprod_desktop.services.treasurer_packs import MadePack
from coprod_desktop.ui.context import Context
from coprod_desktop.ui.forms import FormView
from coprod_desktop.ui.pay_runs.done_words import Written
from coprod_desktop.ui.pay_runs.file_words import FileWords
from coprod_desktop.ui.pay_runs.pack_periods import Period, pack_name

_RUNS_NAMED = 12


class PackView(FormView, Protocol):
    """What the presenter needs of the dialog."""

    def days(self) -> Period | None:
        """Return the two days; None, with its sentence shown, while one is missing."""

    def show_making(self) -> None:
        """Say that the pack is being made."""

    def show_idle(self) -> None:
        """Take that away."""


class PackPresenter:
    """Make packs; `made(written)` tells what is in one."""

    def __init__(self, context: Context, made: Callable[[Written], None]) -> None:
        self._context = context
        self._tell_made = made

    @property
    def folder(self) -> Path:
        """Return the folder that is offered: the one that files went into last."""
        return self._context.preferences.files_folder

    def make(self, view: PackView, folder: Path | None) -> None:
        """Make the pack of the days in the form."""
        days = view.days()
        if days is None:
            return
        if folder is None:
            view.show_error("folder", _("Choose a folder first."))
            return
        make = self._context.office.treasurer_packs.make

        def done(pack: MadePack) -> None:
            view.show_idle()
            self._context.preferences.files_folder = folder
            view.accept_saved()
            self._tell_made(_written(pack))

        def failed(error: Exception) -> None:
            view.show_idle()
            if not isinstance(error, DomainError):
                raise error
            is_place = isinstance(error, (DiskFullError, FileReadOnlyError))
            view.show_error("folder" if is_place else "last", self._context.word_error(error))

        view.show_making()
        self._context.tasks.run(lambda: make(*days, folder / pack_name(days)), done, failed)


def _written(pack: MadePack) -> Written:
    """Say what is in a pack."""
    count = len(pack.runs)
    runs = ngettext("Pay run {numbers}", "{count:,} pay runs: {numbers}", count)
    shown = [str(number) for number in pack.runs[:_RUNS_NAMED]]
    numbers = ", ".join([*shown, "…"] if count > _RUNS_NAMED else shown)
    receipts = ngettext("{count:,} receipt", "{count:,} receipts", pack.receipts)
    files = ngettext("{count:,} file in all", "{count:,} files in all", pack.files)
    return Written(
        title=_("The treasurer’s pack is made"),
        folder=pack.path.parent,
        files=(
            FileWords(icon="archive", words=pack.path.name, kind=_("ZIP")),
            FileWords(icon="banknote", words=runs.format(count=count, numbers=numbers), kind=""),
            FileWords(icon="receipt", words=receipts.format(count=pack.receipts), kind=""),
            FileWords(icon="file-text", words=files.format(count=pack.files), kind=""),
        ),
        warning=(
            _("The pack is not encrypted"),
            _(
                "It names people, amounts, the last digits of accounts, and holds receipts. Keep "
                "it as safe as bank statements."
            ),
        ),
        next_step=_("The file read-me.txt in it says what is what."),
    )
