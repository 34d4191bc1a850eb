"""The words under a field that say back how what is typed was understood."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from coprod_desktop.ui.scale import TABLE_HEAD, grown
from coprod_desktop.ui.widgets.labels import announce


class EchoLabel(QLabel):
    """Float 30 px high under a line edit while somebody types; it moves nothing else."""

    def __init__(self, field: QLineEdit) -> None:
        super().__init__(field.window())
        self.setObjectName("echo")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_under(self, field: QLineEdit, words: str) -> None:
        """Show words under the field, and have them read aloud; none hides the label."""
        if not words or not field.isVisible():
            self.hide()
            return
        is_new = words != self.text() or not self.isVisible()
        self.setText(words)
        if self.parentWidget() is not field.window():
            self.setParent(field.window())
        self.resize(self.sizeHint().width(), grown(TABLE_HEAD))
        under = field.mapTo(field.window(), QPoint(0, field.height()))
        self.move(min(under.x(), field.window().width() - self.width()), under.y())
        self.raise_()
        self.show()
        if is_new:
            announce(field, words)
