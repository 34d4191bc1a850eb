"""Put the window together, and keep alive what must stay alive."""

import contextlib
import datetime
import gc
import importlib
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtGui
from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QScrollArea

from coprod_desktop import __version__
from coprod_desktop.i18n import _, use_language
from coprod_desktop.paths import backup_folder, log_folder
from coprod_desktop.ui.backups import Backups
from coprod_desktop.ui.changes import Changes
from coprod_desktop.ui.first_paint import FirstPaint
from coprod_desktop.ui.main_window import MainWindow
from coprod_desktop.ui.preferences import Preferences, documents_folder, settings_folder
from coprod_desktop.ui.single_instance import SingleInstance, door_of, hand_over
from coprod_desktop.ui.start.page import StartPage
from coprod_desktop.ui.start.presenter import StartPresenter
from coprod_desktop.ui.tasks import TaskRunner, Tasks
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.undo_actions import UndoActions
from coprod_desktop.ui.widgets.message_bar import MessageKind
from coprod_desktop.ui.window_menus import MenuName

if TYPE_CHECKING:  # these load the database library, which the first window does without
    from coprod_desktop.services.office import Office

_FIRST_SCREEN = "session_sheet"
# What shows an open file, in pieces that each load in a moment; only the window's thread may do it,
# because PySide makes its classes while these load.
_SOON = (
    "coprod_desktop.ui.crash_dialog",
    "coprod_desktop.ui.assembly",
    "coprod_desktop.ui.widgets.list_view",
    f"coprod_desktop.ui.{_FIRST_SCREEN}.page",
    f"coprod_desktop.ui.{_FIRST_SCREEN}.screen",
)


class Application(QObject):
    """Own the window, the database thread and the open file, from the first page to the last."""

    def __init__(
        self,
        app: QApplication,
        preferences: Preferences,
        *,
        tasks: TaskRunner | None = None,
        folder: Path | None = None,
        path: Path | None = None,
    ) -> None:
        """Show the first page, with the file that was named at the start."""
        super().__init__(app)
        self.preferences = preferences
        self.tasks = tasks or Tasks(self)
        self.changes = Changes(self)
        self.theme = Theme(app, preferences.theme, preferences.text_percent)
        self.window = MainWindow(self.theme)
        self.office: Office | None = None
        self._path: Path | None = None
        self._start = StartPage(folder or documents_folder(), word_error, __version__)
        self._starting = StartPresenter(
            self._start, self.tasks, preferences, self.show_office, word_error
        )
        self._close_action = QAction(_("Close this file"), self)
        self._parts: tuple[object, ...] = ()  # what no Qt connection keeps alive
        self._later_starts: SingleInstance | None = None
        self.backups = Backups(self.window, self.tasks, backup_folder, word_error)
        self._fill_menus()
        self.theme.changed.connect(self._keep_theme)
        self.window.closing.connect(self._finish)
        self.steps = UndoActions(self.window, self.tasks, word_error)
        self.window.restore(preferences.window_geometry)
        self.show_start(path)

    def prepare(self) -> None:
        """Load beside the window what the first page did without, so that a file opens at once."""
        self.tasks.run(_load_services, lambda _nothing: self._load_screens(_SOON))
        self._starting.look_up()
        self._later_starts = SingleInstance(self.take_call, self, door_of(settings_folder()))

    def _load_screens(self, modules: tuple[str, ...]) -> None:
        """Load one module, let the window answer the person, and go on to the next."""
        if modules:
            importlib.import_module(modules[0])
            QTimer.singleShot(0, lambda: self._load_screens(modules[1:]))
        else:
            _meet_classes()

    # --- later starts --------------------------------------------------------------------------

    def take_call(self, path: Path | None) -> None:
        """Come to the front for a later start, and open or offer the file that it was given."""
        self.window.come_forward()
        if path is None or path == self._path:
            return
        if self.office is None:
            self.show_start(path)
            return
        words = _("{open} is open. One file is open at a time.").format(
            open=self._path.stem if self._path else _("The demo")
        )
        close = _("Close it and open {file}").format(file=path.stem)
        self.window.show_message(
            MessageKind.INFO, words, ((close, lambda: self._open_instead(path)),)
        )

    def _open_instead(self, path: Path) -> None:
        def go_on() -> None:
            self.close_file()
            self.show_start(path)

        if not self._warn_of_loss(go_on):
            go_on()

    # --- files ---------------------------------------------------------------------------------

    def show_start(self, path: Path | None = None) -> None:
        """Show New, Open and Demo, and offer to open `path`."""
        self.window.setWindowTitle("Coprod")
        self.window.show_start(self._start)
        self._starting.refresh(path)
        self._close_action.setEnabled(False)

    def show_office(self, office: "Office", path: Path | None) -> None:
        """Show the screens of an open file; without a path it is the demo."""
        from coprod_desktop.ui.assembly import add_screens
        from coprod_desktop.ui.context import Context

        self.office, self._path = office, path
        office.when_committed(self.changes.announce)
        context = Context(
            office=office,
            tasks=self.tasks,
            changes=self.changes,
            say=self.window.show_message,
            show_screen=self.window.show_screen,
            undo=self.undo,
            word_error=word_error,
            preferences=self.preferences,
            show_sums=self.window.status.show_sums,
        )
        self._parts = add_screens(self.window, context)
        self.changes.committed.connect(self._note_saved)
        self._close_action.setEnabled(True)
        self.steps.use(office)
        self.backups.use(office, path)
        self.window.status.set_saved(_("All changes saved"))
        self.tasks.run(lambda: office.organisation.get().name, self._show_title)
        self.window.show_screen(_FIRST_SCREEN)
        if path is None:
            words = _("This is the demo. Try everything; nothing in it is real or kept.")
            self.window.show_message(MessageKind.INFO, words)

    def ask_to_close_file(self) -> None:
        """Close the open file, unless something typed in it would be lost."""
        if not self._warn_of_loss(self.close_file):
            self.close_file()

    def close_file(self) -> None:
        """Close the open file and go back to the first page."""
        office, self.office = self.office, None
        if office is None:
            return
        self.changes.committed.disconnect(self._note_saved)
        self.changes.forget_all()
        self.tasks.forget_pending()
        self._remove_parts()
        self.window.clear_screens()
        self.window.menus.set_operator("")
        self.steps.use(None)
        self.backups.leave()
        self.window.status.set_saved("")
        self.tasks.run(office.close, lambda _nothing: self._starting.clear_demo())
        self.show_start()

    def _remove_parts(self) -> None:
        for part in self._parts:
            remove = getattr(part, "remove", None)
            if remove is not None:
                remove()
        self._parts = ()

    # --- what is saved, and undo -----------------------------------------------------------------

    def undo(self) -> None:
        """Take back the last change and say so."""
        self.steps.undo()

    def _note_saved(self, _tables: frozenset[str]) -> None:
        now = datetime.datetime.now().astimezone()
        self.window.status.set_saved(_("All changes saved, {time}").format(time=f"{now:%H:%M}"))
        self.steps.refresh()

    def _show_title(self, name: str) -> None:
        self.window.setWindowTitle(f"{name} – Coprod")

    # --- the window itself -----------------------------------------------------------------------

    def _fill_menus(self) -> None:
        close, leave = self._close_action, QAction(_("Leave Coprod"), self)
        close.setShortcut(QKeySequence.StandardKey.Close)
        leave.setShortcut(QKeySequence("Ctrl+Q"))
        close.triggered.connect(self.ask_to_close_file)
        leave.triggered.connect(self.window.close)
        self.window.menus.add_separator(MenuName.FILE)
        self.window.menus.add_action(MenuName.FILE, close)
        self.window.menus.add_action(MenuName.FILE, leave)
        about, about_qt = QAction(_("About Coprod"), self), QAction(_("About Qt"), self)
        about.triggered.connect(self._tell_about)
        about_qt.triggered.connect(QApplication.aboutQt)
        self.window.menus.add_action(MenuName.HELP, about)
        self.window.menus.add_action(MenuName.HELP, about_qt)

    def _tell_about(self) -> None:
        words = _(
            "Coprod {version}. Free software under the Apache licence 2.0. It works without "
            "internet, and nothing leaves this computer."
        )
        self.window.show_message(MessageKind.INFO, words.format(version=__version__))

    def _keep_theme(self) -> None:
        self.preferences.theme = self.theme.choice
        self.preferences.text_percent = self.theme.text_percent

    def _warn_of_loss(self, go_on: Callable[[], None]) -> bool:
        """Say what would be lost, with both ways on; False where nothing would be."""
        unsaved = self.window.unsaved()
        if unsaved is None:
            return False
        key, what = unsaved
        self.window.show_screen(key)
        words = _("{what}: not saved yet. Save it, or close and lose it.").format(what=what)
        actions = ((_("Close without saving"), go_on),)
        self.window.show_message(MessageKind.WARN, words, actions)
        return True

    def _leave(self) -> None:
        """Close the window without what was typed."""
        self.close_file()
        self.window.close()

    def _finish(self) -> None:
        """Close the file whole before the window goes, or stay where something would be lost."""
        if self._warn_of_loss(self._leave):
            self.window.keep_open()
            return
        self.preferences.window_geometry = self.window.saveGeometry()
        office, self.office = self.office, None
        self.backups.leave()
        if office is not None:
            self.tasks.run(office.close, lambda _nothing: None)
        if self._later_starts is not None:
            self._later_starts.stop()
        self.tasks.shutdown()
        self._starting.clear_demo()


def _load_services() -> None:
    from coprod_desktop.logs import start_logging

    start_logging(log_folder())
    # All of this stays: to look through it for rubbish takes a fifth of the time.
    gc.disable()
    try:
        importlib.import_module("coprod_desktop.services.office")
        importlib.import_module("coprod_desktop.services.sentences")
    finally:
        gc.freeze()
        gc.enable()


def _meet_classes() -> None:
    """Have PySide make the classes that it makes only when it first meets one of a kind."""
    QScrollArea().viewport()  # made by Qt itself: PySide looks through all widgets for its class
    QtGui.QAccessible.isActive()


def word_error(error: Exception) -> str:
    """Word a failure for the reader; the words load only when the first one is needed."""
    from coprod_desktop.domain.errors import DomainError
    from coprod_desktop.services.sentences import sentence

    return sentence(error) if isinstance(error, DomainError) else str(error)


def catch_crashes(window: Callable[[], MainWindow | None]) -> None:
    """Show every unforeseen failure in a dialog; the window stays, with what was typed."""

    def hook(kind: type[BaseException], error: BaseException, trace: object) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, None)
            return
        from coprod_desktop.ui.crash_dialog import CrashDialog

        CrashDialog.show_for(error, window())

    sys.excepthook = hook


def begin_in(folder: Path) -> None:
    """Work in this folder, or above it where it is not made yet.

    A dialog that is offered no folder begins where the program works. Windows starts it in its own
    folder, whose contents setup replaces.
    """
    there = next(one for one in (folder, *folder.parents) if one.is_dir())
    with contextlib.suppress(OSError):  # one that may not be entered: nothing is lost by staying
        os.chdir(there)


def run(arguments: list[str]) -> int:
    """Start the window with the program's arguments and return its exit code."""
    files = [Path(argument).absolute() for argument in arguments[1:] if argument[:1] != "-"]
    if hand_over(files[0] if files else None, door_of(settings_folder())):
        return 0  # the window that runs already came to the front
    begin_in(documents_folder())
    # Fusion is named here: setStyle() would have PySide make its classes of styles before painting.
    app = QApplication([*arguments[:1], "-style", "fusion"])
    app.setApplicationName("Coprod")
    preferences = Preferences()
    use_language(preferences.language)
    application = Application(app, preferences, path=files[0] if files else None)
    catch_crashes(lambda: application.window)
    FirstPaint(application.window, application.prepare)
    application.window.show()
    return app.exec()
