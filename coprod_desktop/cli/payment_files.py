"""Write the files of an approved run, and name the layouts that banks take."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from coprod_desktop.cli.answers import Answer
from coprod_desktop.cli.door import opened
from coprod_desktop.cli.told_runs import step
from coprod_desktop.domain.text import fold
from coprod_desktop.i18n import _, ngettext

if TYPE_CHECKING:  # loaded only when a file is opened
    from coprod_desktop.domain.made_files import MadeFile
    from coprod_desktop.services.office import Office
    from coprod_desktop.services.payment_files import MadeFiles


def export(arguments: argparse.Namespace) -> Answer:
    """Write payment sheet, bank file, control sheet, cash sheet and remittances."""
    with opened(arguments) as office:
        layout = _layout(office, arguments.layout)
        made = _made(office, arguments, layout)
        run = office.pay_runs.details(arguments.run).run
        records = {
            one.file_name: one
            for one in office.payment_files.made_files(arguments.run)
            if one.layout == layout
        }
    words = ngettext(
        "Wrote {count:,} file into {folder}.",
        "Wrote {count:,} files into {folder}.",
        len(made.all_paths),
    ).format(count=len(made.all_paths), folder=arguments.out)
    return step(
        run,
        words,
        layout=layout,
        payment_sheet=str(made.sheet_xlsx),
        payment_sheet_pdf=str(made.sheet_pdf),
        bank_file=_path(made.bank_file),
        bank_files=[_told(path, records[path.name]) for path in made.bank_files],
        control_sheet=_path(made.control_sheet),
        cash_sheet=_path(made.cash_sheet),
        remittances=[str(path) for path in made.remittances],
    )


def _made(office: "Office", arguments: argparse.Namespace, layout: str) -> "MadeFiles":
    """Write the files; whoever stops it is told what that came to."""
    progress = _progress if sys.stderr.isatty() else None
    try:
        return office.payment_files.export(arguments.run, arguments.out, layout, progress)
    except KeyboardInterrupt as stopped:
        # The record of the bank file may be kept by then, so “nothing was saved” would not hold.
        words = _(
            "Stopped, and the new files are taken away again. Give the same command once more to "
            "write them all; the file for the bank will be the same, byte for byte."
        )
        raise KeyboardInterrupt(words) from stopped


def _layout(office: "Office", wished: str | None) -> str:
    """Return the layout as it is written; a name that is not known is refused further down."""
    if wished is None:
        return office.organisation.get().bank_layout
    known = {fold(one): one for one in office.payment_files.layouts()}
    return known.get(fold(wished), wished)


def _told(path: Path, made: "MadeFile") -> dict[str, object]:
    return {
        "path": str(path),
        "count": made.count,
        "pence": made.pence,
        "sha256": made.sha256,
    }


def _path(path: Path | None) -> str | None:
    return None if path is None else str(path)


def _progress(done: int, of_all: int) -> None:
    """Count on one line of the terminal."""
    words = _("Remittance {done:,} of {all:,}").format(done=done, all=of_all)
    print(f"\r{words}", end="\n" if done == of_all else "", file=sys.stderr, flush=True)


def layouts(arguments: argparse.Namespace) -> Answer:
    """Name every bank layout: those that come with the program, then the charity's own."""
    with opened(arguments) as office:
        names = office.payment_files.layouts()
        usual = office.organisation.get().bank_layout
    words = [_("{name} (the usual one)").format(name=one) if one == usual else one for one in names]
    return Answer(told={"layouts": list(names), "usual": usual}, words=words)
