"""Put the session sheet together."""

from coprod_desktop.i18n import _
from coprod_desktop.ui.context import Context
from coprod_desktop.ui.screen import Screen, ScreenGroup
from coprod_desktop.ui.session_sheet.keeper import DraftKeeper
from coprod_desktop.ui.session_sheet.kit_dialogs import KitDialogs
from coprod_desktop.ui.session_sheet.kit_presenter import KitPresenter
from coprod_desktop.ui.session_sheet.name_dialog import NameDialogs
from coprod_desktop.ui.session_sheet.page import SessionSheetPage
from coprod_desktop.ui.session_sheet.presenter import SessionSheetPresenter
from coprod_desktop.ui.session_sheet.start_dialogs import StartDialogs
from coprod_desktop.ui.session_sheet.starts import StartPresenter


def make_screen(context: Context) -> Screen:
    """Make the page and its presenters."""
    page = SessionSheetPage(context.word_error, context.today)
    presenter = SessionSheetPresenter(page, context)
    keeper = DraftKeeper(page, context, parent=page)
    starting = StartPresenter(page, context)
    others = (
        KitDialogs(page, KitPresenter(page, context), context),
        NameDialogs(page, context),
        StartDialogs(page, starting),
    )
    page.changed.connect(presenter.note_change)
    page.changed.connect(keeper.note_change)
    page.save_requested.connect(presenter.save)
    page.keep_requested.connect(presenter.keep)
    page.wait_requested.connect(presenter.wait)
    page.part_requested.connect(presenter.take_part)
    page.sums_changed.connect(context.show_sums)
    page.projects_requested.connect(lambda: context.show_screen("projects"))

    def refresh() -> None:
        presenter.refresh()
        starting.refresh()
        keeper.restore()

    def unsaved() -> str:
        keeper.flush()
        return "" if keeper.is_safe else presenter.unsaved()

    return Screen(
        key="session_sheet",
        title=_("Session sheet"),
        icon="clipboard-list",
        group=ScreenGroup.LOG,
        page=page,
        presenter=(presenter, keeper, starting, others),
        refresh=refresh,
        unsaved=unsaved,
    )
