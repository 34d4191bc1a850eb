"""Lead through the steps of an import; the file is read and worked out beside the window."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from coprod_desktop.domain.errors import ColumnMissingError, DomainError
from coprod_desktop.domain.text import fold
from coprod_desktop.i18n import _, ngettext
from coprod_desktop.services.import_drafts import LEFT_OUT, NEW_PERSON, SheetKind
from coprod_desktop.services.import_sessions import (
    ColumnLook,
    ImportCheck,
    ImportMap,
    ImportResult,
    ImportSession,
    LeftOut,
    Problem,
    SheetLook,
)
from coprod_desktop.ui.context import Context
from coprod_desktop.ui.imports.check_rows import (
    ChangeLine,
    ProjectRow,
    name_rows,
    project_rows,
    result_words,
)
from coprod_desktop.ui.imports.check_words import problem_words, total_words, unsure_words
from coprod_desktop.ui.imports.dialog import CHECK, DONE, LOOK, MAP, ImportDialog
from coprod_desktop.ui.imports.look_page import LeftRow, SheetRow
from coprod_desktop.ui.imports.map_reading import laid_over
from coprod_desktop.ui.imports.state import ImportState, key_of
from coprod_desktop.ui.tasks import Cancel, Cancelled, Progressed
from coprod_desktop.ui.widgets.choice_edit import Choice
from coprod_desktop.ui.widgets.message_bar import MessageKind

T = TypeVar("T")
WORKBOOK = SheetKind.OPEN_WORKBOOK.value


class ImportPresenter:
    """Follow what the person says about one file, and bring it in."""

    def __init__(self, view: ImportDialog, context: Context, path: Path) -> None:
        self._view = view
        self._context = context
        self._state = ImportState(path=path)
        self._session: ImportSession | None = None
        self._group = 0
        self._check: ImportCheck | None = None
        self._cancel: Cancel | None = None
        self._connect()

    def start(self) -> None:
        """Read the file, and show what is in it."""
        path = self._state.path

        def work() -> tuple[ImportSession, tuple[SheetLook, ...]]:
            session = self._context.office.imports.session(path)
            return session, session.look()

        def done(found: tuple[ImportSession, tuple[SheetLook, ...]]) -> None:
            self._session, looks = found
            self._state.show(looks)
            self._show_looks()
            self._view.open()

        self._context.tasks.run(work, done, self._context.fail)

    # --- look ------------------------------------------------------------------------------------

    def _connect(self) -> None:
        view, look, check = self._view, self._view.look, self._view.check
        view.next_requested.connect(self._go_on)
        view.back_requested.connect(lambda: view.show_step(view.step - 1))
        view.stop_requested.connect(self._stop)
        view.undo_requested.connect(self._undo)
        look.kind_chosen.connect(self._choose_kind)
        look.sheet_ticked.connect(self._tick_sheet)
        look.sheet_shown.connect(lambda row: look.show_look(row.look))
        look.row_ticked.connect(self._tick_left_row)
        look.heading_chosen.connect(self._move_headings)
        look.text_chosen.connect(self._read_otherwise)
        view.map.layout_chosen.connect(self._show_layout)
        check.cell_mended.connect(self._mend)
        check.row_left.connect(self._leave_row)
        check.person_chosen.connect(self._choose_person)
        check.all_new_requested.connect(self._all_new)
        check.project_ticked.connect(self._tick_project)
        check.change_ticked.connect(self._tick_change)
        check.change_is_new.connect(self._take_as_new)

    def _show_looks(self) -> None:
        state, page = self._state, self._view.look
        if state.kind == WORKBOOK:
            page.setEnabled(False)
            words = _(
                "This is an open workbook of Coprod. All that it holds and this file lacks comes "
                "in, as one change."
            )
            self._view.show_problem(words, MessageKind.INFO)
            page.show_look(state.looks[0])
            return
        rows = [SheetRow(look=look, is_ticked=key_of(look) in state.ticked) for look in state.looks]
        page.show_sheets(rows, state.kind)
        shown = (state.chosen() or list(state.looks))[0]
        page.show_look(shown)
        self._fetch_left_out()

    def _fetch_left_out(self) -> None:
        session, draft = self._session, self._state.draft()
        if session is None or not draft.parts:
            self._view.look.show_left_out(())
            return

        def done(found: tuple[tuple[str, LeftOut], ...]) -> None:
            rows = [LeftRow(sheet=sheet, row=row, is_out=True) for sheet, row in found]
            rows += self._kept_rows()
            self._view.look.show_left_out(sorted(rows, key=lambda one: (one.sheet, one.row.row)))

        self._context.tasks.run(lambda: session.left_out(draft), done, self._fail)

    def _kept_rows(self) -> list[LeftRow]:
        """Return rows that look like totals and were taken for entries by hand."""
        return [
            LeftRow(sheet=known.sheet, row=known.row, is_out=False)
            for known in self._seen_left.values()
            if known.row.row in self._state.part(self._look_of(known.sheet)).keep_rows
        ]

    def _look_of(self, sheet: str) -> SheetLook:
        return next(look for look in self._state.looks if look.sheet == sheet)

    @property
    def _seen_left(self) -> dict[tuple[str, int], LeftRow]:
        model = self._view.look.left_out
        rows = (model.row_at(at) for at in range(model.rowCount()))
        return {(row.sheet, row.row.row): row for row in rows if row is not None}

    def _choose_kind(self, kind: str) -> None:
        self._state.choose_kind(kind)
        self._fetch_left_out()

    def _tick_sheet(self, row: SheetRow) -> None:
        self._state.ticked ^= {row.key}
        self._show_looks()

    def _tick_left_row(self, row: LeftRow) -> None:
        self._state.keep_row(row.sheet, row.row.row, is_entry=row.is_out)
        self._fetch_left_out()

    def _move_headings(self, number: int) -> None:
        row = self._view.look.sheet_list.current_row()
        look = row.look if row is not None else (self._state.chosen() or self._state.looks)[0]
        self._state.heading_rows[look.sheet] = number
        self._look_again()

    def _read_otherwise(self, encoding: str, separator: str) -> None:
        self._state.encoding, self._state.separator = encoding, separator
        self._look_again()

    def _look_again(self) -> None:
        session, state = self._session, self._state
        if session is None:
            return

        def work() -> tuple[SheetLook, ...]:
            return session.look(
                state.heading_rows, encoding=state.encoding, separator=state.separator
            )

        def done(looks: tuple[SheetLook, ...]) -> None:
            self._view.hide_problem()
            state.maps.clear()
            state.show(looks)
            self._show_looks()

        self._context.tasks.run(work, done, self._fail)

    # --- from step to step -----------------------------------------------------------------------

    def _go_on(self) -> None:
        if self._view.step == LOOK and self._state.kind == WORKBOOK:
            self._bring_workbook()
        elif self._view.step == LOOK:
            if not self._state.chosen():
                self._view.show_problem(_("Tick a sheet that is to come in."))
                return
            self._show_layout(0)
        elif self._view.step == MAP:
            self._check_map()
        elif self._view.step == CHECK:
            self._bring_in()
        elif self._view.step == DONE:
            self._view.accept()

    def _show_layout(self, place: int) -> None:
        """Ask about the columns of one layout."""
        session, state = self._session, self._state
        if session is None or (self._view.step == MAP and not self._take_map()):
            return
        self._group = place
        look = state.layouts()[place][0]
        kind = SheetKind(state.kind)

        def work() -> tuple[tuple[ColumnLook, ...], ImportMap, bool]:
            part, is_kept = state.part(look), False
            if key_of(look) not in state.maps or not state.maps[key_of(look)].columns:
                kept = session.kept_map(look, kind)
                if kept is not None:
                    part, is_kept = laid_over(part, kept), True
            try:
                columns = session.columns(state.draft(), part)
            except ColumnMissingError:  # a remembered heading that is not there any more
                part, is_kept = state.part(look), False
                columns = session.columns(state.draft(), part)
            return columns, part, is_kept

        def done(found: tuple[tuple[ColumnLook, ...], ImportMap, bool]) -> None:
            columns, part, is_kept = found
            names = [", ".join(one.sheet for one in group) for group in state.layouts()]
            self._view.map.show_layouts(names, place)
            self._view.map.show_columns(columns, state.kind, part, is_kept=is_kept)
            self._view.show_step(MAP)

        self._context.tasks.run(work, done, self._fail)

    def _take_map(self) -> bool:
        told = self._view.map.import_map()
        if told is None:
            return False
        self._state.tell(self._state.layouts()[self._group], told)
        return True

    def _check_map(self) -> None:
        if self._take_map():
            self._state.keeps_layout = self._view.map.keep.isChecked()
            self._run_check(self._show_first_check)

    def _show_first_check(self, check: ImportCheck) -> None:
        """Ask what the sheet leaves open; only then show the check."""
        told = [self._state.part(look) for look in self._state.chosen()]
        if check.is_order_unsure and any(part.date_order is None for part in told):
            self._view.map.ask_order()
        elif check.asks_day_length and any(part.day_is is None for part in told):
            self._view.map.ask_day_length()
        else:
            self._view.show_step(CHECK)
            self._show_check(check)

    # --- check -----------------------------------------------------------------------------------

    def _run_check(self, done: Callable[[ImportCheck], None]) -> None:
        session, draft = self._session, self._state.draft()
        if session is None:
            return

        def stopped() -> None:
            self._view.show_step(MAP)
            self._view.show_problem(
                _("Stopped. Nothing has changed. Press Next to check again."), MessageKind.INFO
            )

        self._run_long(lambda progress: session.check(draft, progress), done, stopped)

    def _show_check(self, check: ImportCheck) -> None:
        self._check = check
        page, state, result = self._view.check, self._state, check.result
        page.show_summary(
            " ".join(result_words(result, state.kind)), [note.message for note in result.notes]
        )
        page.show_problems(result.problems, problem_words(len(result.problems)))
        names = name_rows(check, state.draft())
        people = [Choice(NEW_PERSON, _("A new person")), Choice(LEFT_OUT, _("Leave the rows out"))]
        people += [Choice(one, name) for one, name in check.everybody]
        is_open = sum(row.is_open for row in names)
        page.show_names(names, people, unsure_words(is_open))
        page.show_projects(
            project_rows(check, state.draft(), state.no_projects),
            _("They are made with the import. Without the tick their rows stay out."),
        )
        changes = [ChangeLine(change=change) for change in result.changes]
        page.show_changes(changes, _("Tick what is to be changed here as it is in the sheet now."))
        page.show_totals(result.source_totals, total_words(check))
        count = result.added + result.changed
        words = ngettext("Import {count:,} row", "Import {count:,} rows", count)
        if is_open:
            words = _("Say first who is meant")
        elif not count:
            words = _("Nothing new to import")
        self._view.set_next(words.format(count=count), is_enabled=bool(count) and not is_open)

    def _check_again(self) -> None:
        self._run_check(self._show_check)

    def _mend(self, problem: Problem, text: str) -> None:
        if problem.place is not None:
            self._state.texts[problem.sheet, problem.row, problem.place] = text
            self._check_again()

    def _leave_row(self, problem: Problem) -> None:
        self._state.leave_row(problem.sheet, problem.row)
        self._check_again()

    def _choose_person(self, name: str, chosen: object) -> None:
        if isinstance(chosen, int):
            self._state.people[fold(name)] = chosen
            self._check_again()

    def _all_new(self) -> None:
        if self._check is not None:
            for row in name_rows(self._check, self._state.draft()):
                if row.is_open:
                    self._state.people[fold(row.name)] = NEW_PERSON
            self._check_again()

    def _tick_project(self, row: ProjectRow) -> None:
        self._state.turn_project(row.name)
        self._check_again()

    def _tick_change(self, line: ChangeLine) -> None:
        if not line.change.held:
            self._state.turn_change(line.key)
            self._check_again()

    def _take_as_new(self, line: ChangeLine) -> None:
        self._state.as_new.add(line.key)
        self._check_again()

    # --- import ----------------------------------------------------------------------------------

    def _bring_in(self) -> None:
        session, draft = self._session, self._state.draft()
        if session is not None:
            self._run_import(lambda progress: session.bring_in(draft, progress))

    def _bring_workbook(self) -> None:
        imports, path = self._context.office.imports, self._state.path
        self._run_import(lambda _progress: imports.open_workbook(path))

    def _run_import(self, work: Callable[[Progressed], ImportResult]) -> None:
        view = self._view

        def done(result: ImportResult) -> None:
            view.outcome.show_lines(result_words(result, self._state.kind))
            view.show_step(DONE)

        def stopped() -> None:
            view.show_problem(
                _("Stopped. Nothing was brought in, and nothing has changed."), MessageKind.INFO
            )

        view.progress.show_steps(_("Bringing in…"))
        self._run_long(work, done, stopped)

    def _run_long(
        self,
        work: Callable[[Progressed], T],
        done: Callable[[T], None],
        stopped: Callable[[], None],
    ) -> None:
        """Do what takes a while with many rows, with how far it is and a way to stop."""
        view = self._view

        def progressed(so_far: int, total: int) -> None:
            if so_far:  # a sheet of a few rows is done before anybody could read a word
                words = _("{done:,} of {total:,} rows").format(done=so_far, total=total)
                view.progress.show_steps(words, so_far, total)

        def ended() -> None:
            self._cancel = None
            view.set_busy(is_busy=False)

        def succeeded(found: T) -> None:
            ended()
            done(found)

        def failed(error: Exception) -> None:
            ended()
            if isinstance(error, Cancelled):
                stopped()
            else:
                self._fail(error)

        view.set_busy(is_busy=True)
        self._cancel = self._context.tasks.run_with_progress(work, progressed, succeeded, failed)

    def _stop(self) -> None:
        if self._cancel is not None:
            self._cancel()

    def _undo(self) -> None:
        self._view.accept()
        self._context.undo()

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, DomainError):
            raise error
        self._view.show_problem(self._context.word_error(error))
