"""The menu of the sheet: repeat the last session, start from a template, keep one."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from coprod_desktop.domain.session_templates import SessionTemplate
from coprod_desktop.i18n import _
from coprod_desktop.ui.icons import icon
from coprod_desktop.ui.widgets.buttons import Button

REPEAT_KEYS = "Ctrl+Shift+R"


class StartMenu(QObject):
    """Offer what a sheet can start from; every wish comes as a signal.

    `start_requested(template id)` wants a template.
    """

    repeat_requested = Signal()
    start_requested = Signal(object)
    keep_requested = Signal()
    manage_requested = Signal()

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.templates: tuple[SessionTemplate, ...] = ()
        self.button = Button(_("Start from"), icon_name="copy-plus")
        self._menu = QMenu(page)
        self._menu.aboutToShow.connect(self._fill)
        self.button.setMenu(self._menu)
        keys = QShortcut(QKeySequence(REPEAT_KEYS), page)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.repeat_requested)
        self._fill()

    @property
    def menu(self) -> QMenu:
        """Return the menu, as it is filled now."""
        self._fill()
        return self._menu

    def show_templates(self, templates: Sequence[SessionTemplate]) -> None:
        """Offer these templates."""
        self.templates = tuple(templates)

    def _fill(self) -> None:
        menu = self._menu
        menu.clear()
        keys = QKeySequence(REPEAT_KEYS).toString(QKeySequence.SequenceFormat.NativeText)
        words = _("Repeat the last session")
        repeat = menu.addAction(icon("rotate-ccw", "ink"), f"{words}\t{keys}")
        repeat.triggered.connect(lambda _on=False: self.repeat_requested.emit())
        for template in self.templates:
            start = menu.addAction(template.name.replace("&", "&&"))
            wanted = template.session_template_id
            start.triggered.connect(lambda _on=False, wanted=wanted: self._want(wanted))
        menu.addSeparator()
        keep = menu.addAction(icon("save", "ink"), _("Keep this sheet as a template…"))
        keep.triggered.connect(lambda _on=False: self.keep_requested.emit())
        manage = menu.addAction(_("Rename or remove templates…"))
        manage.setEnabled(bool(self.templates))
        manage.triggered.connect(lambda _on=False: self.manage_requested.emit())

    def _want(self, template_id: int) -> None:
        self.start_requested.emit(template_id)
