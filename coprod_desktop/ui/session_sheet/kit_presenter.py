"""Have the papers for the day of a session made, before anything of it is saved."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QTransform

from coprod_desktop.domain.clock import format_clock
from coprod_desktop.domain.errors import DomainError
from coprod_desktop.domain.issued_papers import IssuedPaper, PaperKind
from coprod_desktop.i18n import _, ngettext
from coprod_desktop.services.session_kits import (
    KitWishes,
    PlannedSession,
    write_papers,
)
from coprod_desktop.ui.context import Context
from coprod_desktop.ui.papers.drawing import each_page
from coprod_desktop.ui.papers.handing_out import open_path
from coprod_desktop.ui.session_sheet.fields import Head
from coprod_desktop.ui.session_sheet.sheet_model import SheetModel
from coprod_desktop.ui.session_sheet.wording import missing_field
from coprod_desktop.ui.widgets.message_bar import Action, MessageKind

_ACROSS = 90


class KitSheet(Protocol):
    """What is needed of the sheet."""

    sheet: SheetModel

    def head(self) -> Head:
        """Return what stands in the fields."""

    def settle(self) -> bool:
        """End the typing that is going on; say whether every field is understood."""

    def show_field_error(self, key: str, sentence: str) -> None:
        """Show what is wrong under a field."""


class KitView(Protocol):
    """What is needed of the form about the papers."""

    def accept_saved(self) -> None:
        """Close the form, because the papers are made."""

    def show_problem(self, sentence: str) -> None:
        """Show what is wrong, and let the person go on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KitOrder:
    """Which papers are wanted of which session, and what else stands on them."""

    session: PlannedSession
    wishes: KitWishes
    kinds: Collection[PaperKind]


class KitPresenter:
    """Decide which session the papers are for, and what becomes of them."""

    def __init__(self, page: KitSheet, context: Context) -> None:
        self._page, self._context = page, context

    def session(self) -> PlannedSession | None:
        """Return the session as the sheet stands; None, with a sentence, while part is missing.

        With nobody on the sheet, everybody is expected who has an agreement with the project.
        """
        if not self._page.settle():
            return None
        head = self._page.head()
        missing = missing_field(head)
        if missing is not None:
            self._page.show_field_error(*missing)
        if missing is not None or head.project_id is None or head.held_on is None:
            return None
        people = (row.participant for row in self._page.sheet.rows)
        ids = dict.fromkeys(one.participant_id for one in people if one is not None)
        return PlannedSession(
            project_id=head.project_id,
            title=head.title.strip() or head.kind_of_work,
            held_on=head.held_on,
            starts_at="" if head.starts is None else format_clock(head.starts),
            ends_at="" if head.ends is None else format_clock(head.ends),
            place=head.place,
            kind_of_work=head.kind_of_work,
            participant_ids=tuple(ids),
        )

    def save(self, view: KitView, order: KitOrder, folder: Path) -> None:
        """Make the papers and write those that are wanted into a folder."""

        def work() -> tuple[IssuedPaper, ...]:
            papers = self._made(order)
            write_papers(papers, folder)
            return papers

        def done(papers: tuple[IssuedPaper, ...]) -> None:
            words = ngettext(
                "{count} paper for “{title}” is saved in {folder}.",
                "{count} papers for “{title}” are saved in {folder}.",
                len(papers),
            ).format(count=len(papers), title=order.session.title, folder=folder.name)
            look = (_("Open the folder"), partial(open_path, folder))
            self._finish(view, order, papers, words, (look,))

        self._context.tasks.run(work, done, partial(self._refuse, view))

    def print_out(
        self,
        view: KitView,
        order: KitOrder,
        put: Callable[[Iterable[QImage]], bool],
        *,
        has_backs: bool,
    ) -> None:
        """Make the papers and `put` the pages of those that are wanted on a printer.

        `has_backs` says that it prints on both sides: then no paper begins on another one's back.
        """

        def work() -> tuple[tuple[IssuedPaper, ...], bool]:
            papers = self._made(order)
            return papers, not papers or put(_upright_pages(papers, has_backs=has_backs))

        def done(printed: tuple[tuple[IssuedPaper, ...], bool]) -> None:
            papers, is_taken = printed
            if is_taken:
                words = _("The papers for “{title}” are on their way to the printer.")
                words = words.format(title=order.session.title)
                self._finish(view, order, papers, words, ())
                return
            words = _(
                "The printer did not take the papers. Nothing is lost. Look whether the printer "
                "is on, or save the papers into a folder and print them elsewhere."
            )
            view.show_problem(words)

        self._context.tasks.run(work, done, partial(self._refuse, view))

    def _made(self, order: KitOrder) -> tuple[IssuedPaper, ...]:
        kit = self._context.office.session_kits.planned(order.session, order.wishes)
        return tuple(paper for paper in kit.papers if paper.kind in order.kinds)

    def _refuse(self, view: KitView, error: Exception) -> None:
        if not isinstance(error, DomainError):
            raise error
        view.show_problem(self._context.word_error(error))

    def _finish(
        self,
        view: KitView,
        order: KitOrder,
        papers: Sequence[IssuedPaper],
        words: str,
        actions: Sequence[Action],
    ) -> None:
        """Close the form and say what was done, and which papers have nobody to stand on them."""
        left_out = _left_out(set(order.kinds) - {paper.kind for paper in papers})
        if papers:
            view.accept_saved()
            self._context.say(MessageKind.GOOD, " ".join((words, *left_out)), actions)
        else:
            view.show_problem(" ".join(left_out))


def _left_out(kinds: Collection[PaperKind]) -> list[str]:
    """Say why papers that were wanted are not there."""
    reasons = {
        PaperKind.CLAIM_SLIPS: _("There is no claim slip, since nobody is expected."),
        PaperKind.SESSION_CASH: _("There is no cash sheet, since nobody here is paid in cash."),
    }
    return [reason for kind, reason in reasons.items() if kind in kinds]


def _upright_pages(papers: Iterable[IssuedPaper], *, has_backs: bool) -> Iterator[QImage]:
    """Draw the pages one by one; what lies on its side is turned, as a printer takes paper in."""
    for paper in papers:
        page, count = QImage(), 0
        for drawn in each_page(paper.content):
            is_wide = drawn.width() > drawn.height()
            page = drawn.transformed(QTransform().rotate(_ACROSS)) if is_wide else drawn
            count += 1
            yield page
        if has_backs and count % 2:
            blank = page.copy()
            blank.fill(Qt.GlobalColor.white)
            yield blank
