"""Ask how statements are to be made, before the folder is asked for."""

from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from coprod_desktop.domain.paper_choices import SECTIONS
from coprod_desktop.i18n import _, ngettext
from coprod_desktop.services.statements import Wishes
from coprod_desktop.ui.scale import XL, XS, M
from coprod_desktop.ui.statements.making_order import MakingOrder
from coprod_desktop.ui.widgets.form_dialog import FormDialog
from coprod_desktop.ui.widgets.labels import label
from coprod_desktop.ui.widgets.plain_fields import line_field, password_field
from coprod_desktop.ui.words import section_word

_COLUMNS = 2


class MakingDialog(FormDialog):
    """Collect what is left out this time, which files are made, and a password.

    `replacing` of the statements replace an older one, which may say why.
    """

    def __init__(self, count: int, replacing: int, parent: QWidget | None = None) -> None:
        title = ngettext("Make {count} statement", "Make {count} statements", count)
        super().__init__(title.format(count=count), _("Choose the folder…"), parent)
        self.sections = _Sections()
        self.because = line_field(_("Why it is made again"))
        self.web = QCheckBox(_("A web page for everybody too"))
        self.one_file = QCheckBox(_("One PDF of all for printing, with blank backs"))
        self.password = password_field(_("Password"))
        self.again = password_field(_("The password again"))
        self._add_fields(replacing)

    def _add_fields(self, replacing: int) -> None:
        form = self.form
        words = _("Each is in the edition and language that the person reads.")
        form.add_widget(label(words, "quiet", wraps=True))
        if replacing:
            older = ngettext(
                "{count} of them replaces an older one and says what changed.",
                "{count} of them replace an older one and say what changed.",
                replacing,
            )
            form.add_widget(label(older.format(count=replacing), "quiet", wraps=True))
            hint = _("Printed on those that replace an older one, if you write something.")
            form.add_field("because", _("Why it is made again"), self.because, hint)
        form.add_field("left_out", _("Leave out this time"), self.sections)
        form.add_field("files", _("Files"), self._files())
        form.add_widget(label(_("A password on the files, if you want one"), "section"))
        form.add_row(
            [("password", _("Password"), self.password), ("again", _("Again"), self.again)]
        )
        hint = _(
            "It cannot be found again, so write it down somewhere safe. Everybody needs it to open "
            "their paper. What is kept in this file has no password. A web page cannot have one, "
            "so none is made beside locked papers."
        )
        form.add_widget(label(hint, "secondary", wraps=True))

    def _files(self) -> QWidget:
        files = QWidget()
        column = QVBoxLayout(files)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        for box in (self.web, self.one_file):
            column.addWidget(box)
        files.setFocusProxy(self.web)
        return files

    def order(self) -> MakingOrder | None:
        """Return what is wanted; None, with its sentence shown, where it cannot be done."""
        password = self.password.text()
        if password != self.again.text():
            words = _("The two are not the same. Nothing is made yet. Type both again.")
            self.password.clear()
            self.again.clear()
            self.show_error("password", words)
            return None
        if password and self.web.isChecked():
            words = _(
                "A web page cannot be locked. Take the tick at the web page away, or make the "
                "papers without a password."
            )
            self.show_error("files", words)
            return None
        wishes = Wishes(
            has_html=self.web.isChecked(),
            left_out=self.sections.left_out(),
            because=self.because.text().strip(),
        )
        return MakingOrder(wishes=wishes, is_one_file=self.one_file.isChecked(), password=password)

    def open(self) -> None:
        """Show the dialog; nothing needs to be changed, so the keyboard is on the button."""
        super().open()
        self._save.setFocus()

    def reject(self) -> None:
        """Close; ticks and a password are not worth a question."""
        self.start_again()
        super().reject()


class _Sections(QWidget):
    """Leave out what was left out last time, or these."""

    def __init__(self) -> None:
        super().__init__()
        self.as_before = QCheckBox(_("As each person wishes, and as last time"))
        self.as_before.setChecked(True)
        self.boxes = {key: QCheckBox(section_word(key)) for key in SECTIONS}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        column.addWidget(self.as_before)
        self._choices = QWidget()
        grid = QGridLayout(self._choices)
        grid.setContentsMargins(XL, 0, 0, 0)
        grid.setHorizontalSpacing(M)
        grid.setVerticalSpacing(XS)
        for at, box in enumerate(self.boxes.values()):
            grid.addWidget(box, *divmod(at, _COLUMNS))
        column.addWidget(self._choices)
        self.setFocusProxy(self.as_before)
        self.as_before.toggled.connect(self._offer)
        self._offer(is_as_before=True)

    def left_out(self) -> frozenset[str] | None:
        """Return the keys left out besides the person's own wish; None is as last time."""
        if self.as_before.isChecked():
            return None
        return frozenset(key for key, box in self.boxes.items() if box.isChecked())

    def _offer(self, is_as_before: bool) -> None:
        self._choices.setEnabled(not is_as_before)
