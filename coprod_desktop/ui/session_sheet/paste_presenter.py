"""Say what became of a pasted block, and see that every name in it means somebody."""

from collections.abc import Callable
from typing import Protocol

from coprod_desktop.domain.clipboard_table import CellValue, to_tsv
from coprod_desktop.domain.errors import DomainError
from coprod_desktop.domain.participants import Participant
from coprod_desktop.i18n import _, ngettext
from coprod_desktop.ui.context import Context
from coprod_desktop.ui.forms import FormView
from coprod_desktop.ui.session_sheet.copying import copy_text
from coprod_desktop.ui.session_sheet.pasting import MOST_ROWS, LeftOut, NameAnswers, Pasted
from coprod_desktop.ui.session_sheet.sheet_model import SheetModel
from coprod_desktop.ui.widgets.message_bar import MessageKind

_SHOWN = 4


class PastedSheet(Protocol):
    """What is needed of the sheet."""

    sheet: SheetModel


class PastePresenter:
    """Follow what was pasted; `ask(Pasted)` opens the questions about names."""

    def __init__(self, page: PastedSheet, context: Context, ask: Callable[[Pasted], None]) -> None:
        self._page, self._context, self._ask = page, context, ask

    def note(self, pasted: Pasted) -> None:
        """Say what went in and what was left out, and ask about names that are not sure."""
        words = pasted_words(pasted, self._bad_cells(pasted))
        if pasted.left_out:
            copy = (_("Copy what was left out"), lambda: copy_text(left_out_text(pasted.left_out)))
            self._context.say(MessageKind.WARN, words, (copy,))
        elif pasted.count > 1 or pasted.questions:
            self._context.say(MessageKind.INFO, words, ())
        if pasted.questions:
            self._ask(pasted)

    def refuse(self, count: int) -> None:
        """Say that a block is too long for one session."""
        words = _(
            "There are {count} rows on the clipboard, and a session sheet takes {most} at once. "
            "Nothing was put in. Copy fewer rows."
        )
        told = words.format(count=f"{count:,}", most=MOST_ROWS)
        self._context.say(MessageKind.WARN, told, ())

    def settle(self, form: FormView, answers: NameAnswers) -> None:
        """Add new people, remember spellings, and put everybody on the sheet."""
        office, sheet = self._context.office, self._page.sheet

        def work() -> dict[str, Participant]:
            meant = dict(answers.meant)
            if answers.new:
                added = office.participants.add_all(answers.new)
                meant |= dict(zip(answers.new, added, strict=True))
            for written in answers.remembered:
                office.name_aliases.add(meant[written].participant_id, written)
            return meant

        def done(meant: dict[str, Participant]) -> None:
            form.accept_saved()
            sheet.settle_names(meant)
            self._tell(answers)

        def failed(error: Exception) -> None:
            if not isinstance(error, DomainError):
                raise error
            form.show_problem(self._context.word_error(error))

        self._context.tasks.run(work, done, failed)

    def _tell(self, answers: NameAnswers) -> None:
        parts = []
        if answers.new:
            words = ngettext("{count} person was added.", "{count} people were added.",
                             len(answers.new))  # fmt: skip
            parts.append(words.format(count=len(answers.new)))
        if answers.remembered:
            words = ngettext(
                "{count} way of writing a name is remembered.",
                "{count} ways of writing names are remembered.",
                len(answers.remembered),
            )
            parts.append(words.format(count=len(answers.remembered)))
        if parts:
            self._context.saved(" ".join(parts))

    def _bad_cells(self, pasted: Pasted) -> int:
        rows = pasted.rows[pasted.first[0] : pasted.last[0] + 1]
        return sum(len(row.wrong) for row in rows)


def pasted_words(pasted: Pasted, bad_cells: int) -> str:
    """Say how much was pasted, what is marked, and what belongs nowhere."""
    parts = [
        ngettext("{count} row was put in.", "{count} rows were put in.", pasted.count).format(
            count=pasted.count
        )
    ]
    if bad_cells:
        words = ngettext(
            "{count} cell is marked and keeps its text.",
            "{count} cells are marked and keep their text.",
            bad_cells,
        )
        parts.append(words.format(count=bad_cells))
    for one in pasted.left_out:
        words = _("Column “{heading}” belongs nowhere here and was left out: {cells}.")
        parts.append(words.format(heading=one.heading, cells=_some_cells(one)))
    return " ".join(parts)


def _some_cells(one: LeftOut) -> str:
    filled = list(dict.fromkeys(cell for cell in one.cells if cell.strip()))
    shown = ", ".join(filled[:_SHOWN])
    more = len(filled) - _SHOWN
    if more <= 0:
        return shown
    return _("{cells} and {count} more").format(cells=shown, count=more)


def left_out_text(left_out: tuple[LeftOut, ...]) -> str:
    """Return the columns that were left out as a table, to be pasted elsewhere."""
    lines = zip(*(one.cells for one in left_out), strict=True)
    rows = [[CellValue(text=cell) for cell in line] for line in lines]
    return to_tsv([one.heading for one in left_out], rows)
