"""Put the screen of the history together."""

from coprod_desktop.domain.changes import BackStep, HistoryLine
from coprod_desktop.i18n import _
from coprod_desktop.ui.context import Context
from coprod_desktop.ui.history.back_dialog import BackDialog
from coprod_desktop.ui.history.page import HistoryPage
from coprod_desktop.ui.history.presenter import HistoryPresenter
from coprod_desktop.ui.screen import Screen, ScreenGroup


def make_screen(context: Context) -> Screen:
    """Make the page and its presenter, and let the page's wishes open the dialog."""
    page = HistoryPage(context.tasks, context.fail, context.word_error, context.today)
    presenter = HistoryPresenter(page, context)
    page.filtered.connect(presenter.filter)
    page.part_chosen.connect(presenter.show_part)
    page.show_requested.connect(lambda line: presenter.show(line, page.panel.show_change))
    page.panel.more_requested.connect(
        lambda change_id, shown: presenter.show_more(change_id, shown, page.panel.add_records)
    )
    page.take_back_requested.connect(presenter.take_back)
    page.again_requested.connect(presenter.do_again)
    page.put_back_requested.connect(presenter.put_back)

    def ask(steps: tuple[BackStep, ...]) -> None:
        dialog = BackDialog(steps, context.tasks, page)
        dialog.save_requested.connect(
            lambda: presenter.take_back_several(dialog.change_ids, dialog.accept_saved)
        )
        dialog.open()

    def back_to(line: HistoryLine) -> None:
        presenter.fetch_steps(line, ask)

    page.back_to_requested.connect(back_to)
    return Screen(
        key="history",
        title=_("History and undo"),
        icon="history",
        group=ScreenGroup.FOOT,
        page=page,
        presenter=presenter,
        refresh=presenter.refresh,
    )
