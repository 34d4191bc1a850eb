"""Put the session sheet together."""

from coprod_desktop.i18n import _
from coprod_desktop.ui.context import Context
from coprod_desktop.ui.screen import Screen, ScreenGroup
from coprod_desktop.ui.session_sheet.kit_dialogs import KitDialogs
from coprod_desktop.ui.session_sheet.kit_presenter import KitPresenter
from coprod_desktop.ui.session_sheet.page import SessionSheetPage
from coprod_desktop.ui.session_sheet.presenter import SessionSheetPresenter


def make_screen(context: Context) -> Screen:
    """Make the page and its presenter."""
    page = SessionSheetPage(context.word_error, context.today)
    presenter = SessionSheetPresenter(page, context)
    kit = KitDialogs(page, KitPresenter(page, context), context)
    page.changed.connect(presenter.note_change)
    page.save_requested.connect(presenter.save)
    page.keep_requested.connect(presenter.keep)
    page.wait_requested.connect(presenter.wait)
    page.part_requested.connect(presenter.take_part)
    page.projects_requested.connect(lambda: context.show_screen("projects"))
    return Screen(
        key="session_sheet",
        title=_("Session sheet"),
        icon="clipboard-list",
        group=ScreenGroup.LOG,
        page=page,
        presenter=(presenter, kit),
        refresh=presenter.refresh,
        unsaved=presenter.unsaved,
    )
