"""Take pictures of the dialogs about papers, for `python -m tests.screenshots`."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPushButton

from coprod_desktop.ui.settings.papers_dialog import PapersDialog
from coprod_desktop.ui.settings.wording_dialog import WordingDialog
from coprod_desktop.ui.statements.page import StatementsPage

if TYPE_CHECKING:
    from tests.screenshots import Camera

_SENTENCE = "Please tell us by {day}, and we will give you a corrected statement."
_OWN = "Please utilise this to tell us by {day}; then a new statement will be processed."
_PATIENCE_MS = 1_500  # the page is drawn once nobody types any more


def another_paper(camera: "Camera") -> None:
    """Show a letter that is about to be made for somebody."""
    page = camera.page("statements", StatementsPage)
    page.list.table.selectRow(3)
    camera.settle()
    (button,) = [one for one in page.findChildren(QPushButton) if one.text() == "Another paper"]
    button.click()
    camera.settle()
    QTest.qWait(_PATIENCE_MS)
    camera.settle()
    (dialog,) = [one for one in page.findChildren(QDialog) if one.isVisible()]
    camera.take("another-paper", dialog)
    dialog.close()
    camera.settle()


def wording(camera: "Camera") -> None:
    """Show a sentence in the charity's own words, with what could be plainer."""
    _choose(camera, "Wording of papers")
    (dialog,) = [one for one in camera.window.findChildren(WordingDialog) if one.isVisible()]
    dialog.resize(1320, 820)
    dialog.sentences.search.setText(_SENTENCE.split("{")[0])
    QTest.qWait(_PATIENCE_MS)
    dialog.sentences.list.select_key(_SENTENCE)
    camera.settle()
    dialog.editor.edit.replace_text(_OWN)
    QTest.qWait(_PATIENCE_MS)
    camera.settle()
    camera.take("wording", dialog)
    dialog.editor.edit.replace_text(_SENTENCE)
    dialog.reject()
    camera.settle()


def papers_look(camera: "Camera") -> None:
    """Show how the charity's papers look."""
    _choose(camera, "How papers look")
    (dialog,) = [one for one in camera.window.findChildren(PapersDialog) if one.isVisible()]
    camera.take("papers-look", dialog)
    dialog.close()
    camera.settle()


def _choose(camera: "Camera", beginning: str) -> None:
    """Choose an entry of the menu by how it begins."""
    actions = camera.window.findChildren(QAction)
    (action,) = [one for one in actions if one.text().replace("&", "").startswith(beginning)]
    action.trigger()
    camera.settle()
