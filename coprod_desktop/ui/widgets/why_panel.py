"""The answer to "why this amount?", line by line, each with its reason."""

from collections.abc import Sequence

from PySide6.QtGui import QGuiApplication

from coprod_desktop.i18n import _
from coprod_desktop.ui.widgets.buttons import Button
from coprod_desktop.ui.widgets.side_panel import SidePanel
from coprod_desktop.ui.widgets.why_list import Source, WhyLine, WhyList, text_of_lines

__all__ = ["WhyLine", "WhyPanel"]


class WhyPanel(SidePanel):
    """Show how an amount came about, and where its rules come from; it can be copied as text."""

    def __init__(self) -> None:
        super().__init__()
        self._text = ""
        self._lines = WhyList()
        self._copy = Button(_("Copy as text"), icon_name="copy")
        self._copy.clicked.connect(self._copy_text)
        self.body.addWidget(self._lines)
        self.body.addStretch()
        self.body.addWidget(self._copy)

    def explain(
        self,
        heading: str,
        sub_line: str,
        lines: Sequence[WhyLine],
        sources: Sequence[Source] = (),
    ) -> None:
        """Show an explanation; `sources` are (icon, sentence) on where it comes from."""
        self.set_words(heading, sub_line)
        said = (heading, sub_line, *text_of_lines(lines), *(words for _icon, words in sources))
        self._text = "\n".join(said)
        self._lines.show_lines(lines, sources)
        self.open_panel()

    @property
    def text(self) -> str:
        """Return the explanation as plain text."""
        return self._text

    def _copy_text(self) -> None:
        QGuiApplication.clipboard().setText(self._text)
