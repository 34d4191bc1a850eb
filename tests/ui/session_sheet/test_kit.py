"""The papers for a day are made from the sheet before anything of it is saved."""

import dataclasses
import io
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.issued_papers import IssuedPaper, PaperKind
from coprod_desktop.domain.participants import PaidBy
from coprod_desktop.services.contributions import ContributionFilter
from coprod_desktop.ui.context import Context
from coprod_desktop.ui.papers.drawing import page_images
from coprod_desktop.ui.papers.printing import a4_printer, print_pages
from coprod_desktop.ui.screen import Screen
from coprod_desktop.ui.session_sheet.draft import Place
from coprod_desktop.ui.session_sheet.kit_dialogs import KitDialog
from coprod_desktop.ui.session_sheet.kit_presenter import KitPresenter
from coprod_desktop.ui.session_sheet.page import SessionSheetPage
from coprod_desktop.ui.session_sheet.screen import make_screen
from coprod_desktop.ui.widgets.message_bar import MessageKind
from tests.paper_reading import paper_text
from tests.ui.accessibility import unnamed_controls
from tests.ui.rooms import Room, add_people, add_project

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(room: Room, qtbot: QtBot) -> Iterator[SessionSheetPage]:
    add_project(room.office)
    _amina, tom = add_people(room.office, "Amina Yusuf", "Tom Brennan")
    room.office.participants.save(dataclasses.replace(tom, paid_by=PaidBy.CASH))
    screen: Screen = make_screen(room.context)
    made = cast(SessionSheetPage, screen.page)
    made.setProperty("kept", screen)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    made.activateWindow()
    QTest.qWaitForWindowActive(made)
    screen.refresh()
    yield made
    made.hide()


def fill(page: SessionSheetPage, *names: str) -> None:
    page.fields.starts.set_value(10 * 60 + 30)
    page.fields.ends.set_value(12 * 60 + 30)
    page.fields.title.setText("Testing the leaflet")
    page.fields.place.setText("The Old Library")
    for number, name in enumerate(names):
        page.sheet.put(number, Place.NAME, name)


def ask(page: SessionSheetPage, qtbot: QtBot) -> KitDialog:
    with qtbot.waitSignal(page.kit_requested):
        QTest.keyClick(page, Qt.Key.Key_P, CONTROL)
    (dialog,) = (one for one in page.findChildren(KitDialog) if one.isVisible())
    return dialog


def choose(dialog: KitDialog, *kinds: PaperKind) -> None:
    for kind, box in dialog._kinds.items():
        box.setChecked(kind in kinds)


def write(dialog: KitDialog, key: str, text: str) -> None:
    field = cast(QLineEdit, dialog.form.box(key).field)
    field.clear()
    QTest.keyClicks(field, text)


def save_into(dialog: KitDialog, folder: Path) -> None:
    dialog._save.click()
    (files,) = (one for one in dialog.findChildren(QFileDialog) if one.isVisible())
    files.fileSelected.emit(str(folder))
    files.close()


def words_of(dialog: KitDialog) -> str:
    return "\n".join(one.text() for one in dialog.findChildren(QLabel) if one.isVisible())


def kept(room: Room) -> tuple[IssuedPaper, ...]:
    with room.office.desk.reading() as reading:
        return reading.find(IssuedPaper)


def test_all_three_papers_go_into_a_folder_while_the_sheet_stays_as_it_is(
    room: Room, page: SessionSheetPage, qtbot: QtBot, tmp_path: Path
) -> None:
    fill(page, "Amina Yusuf", "Tom Brennan")
    dialog = ask(page, qtbot)
    said = words_of(dialog)
    assert "Testing the leaflet" in said
    assert "10:30 to 12:30" in said
    assert "For the 2 people on the sheet." in said
    assert unnamed_controls(dialog) == []
    write(dialog, "fares", "5")
    save_into(dialog, tmp_path / "Friday")
    names = sorted(path.name.split("-", 3)[3] for path in (tmp_path / "Friday").iterdir())
    assert names == ["attendance-sheet.pdf", "claim-slips.pdf", "session-cash-sheet.pdf"]
    (cash,) = (one for one in kept(room) if one.kind is PaperKind.SESSION_CASH)
    assert "All the cash 4 55.00" in paper_text(cash.content)  # two hours at £25.00, and the fares
    assert room.last_words == "3 papers for “Testing the leaflet” are saved in Friday."
    assert not dialog.isVisible()
    assert len(page.sheet.rows) == 2
    assert room.office.contributions.page(ContributionFilter(), None, 9) == ()


def test_only_what_is_chosen_is_written(
    page: SessionSheetPage, qtbot: QtBot, tmp_path: Path
) -> None:
    fill(page, "Amina Yusuf")
    dialog = ask(page, qtbot)
    choose(dialog)
    dialog._save.click()
    assert "Choose at least one paper." in words_of(dialog)
    dialog.findChildren(QCheckBox)[0].click()
    save_into(dialog, tmp_path / "Friday")
    (path,) = (tmp_path / "Friday").iterdir()
    assert path.name.endswith("attendance-sheet.pdf")


def test_without_anybody_paid_in_cash_it_says_why_there_is_no_cash_sheet(
    room: Room, page: SessionSheetPage, qtbot: QtBot, tmp_path: Path
) -> None:
    fill(page, "Amina Yusuf")
    dialog = ask(page, qtbot)
    choose(dialog, PaperKind.SESSION_CASH)
    save_into(dialog, tmp_path)
    reason = "There is no cash sheet, since nobody here is paid in cash."
    assert reason in words_of(dialog)
    assert list(tmp_path.glob("*.pdf")) == []
    choose(dialog, PaperKind.ATTENDANCE, PaperKind.SESSION_CASH)
    save_into(dialog, tmp_path)
    assert room.last_words.endswith(f"is saved in {tmp_path.name}. {reason}")


def test_with_nobody_on_the_sheet_it_is_for_those_who_have_an_agreement(
    page: SessionSheetPage, qtbot: QtBot
) -> None:
    dialog = ask(page, qtbot)
    said = words_of(dialog)
    assert "Nobody is on the sheet yet. The papers are for everybody who has an agreement" in said
    assert "Without both times on the sheet" in said
    dialog.reject()


def test_a_missing_day_or_a_session_that_ends_too_early_is_told_on_the_sheet(
    page: SessionSheetPage,
) -> None:
    fill(page)
    page.fields.ends.set_value(9 * 60)
    page.kit_requested.emit()
    assert page.fields.error("to")
    page.fields.ends.set_value(12 * 60)
    page.fields.day.set_day(None)
    page.kit_requested.emit()
    assert page.fields.error("day")
    assert page.findChildren(KitDialog) == []


@pytest.mark.parametrize(("key", "text"), [("rows", "2.5"), ("slips", "41")])
def test_so_many_empty_ones_cannot_be_printed(
    page: SessionSheetPage, qtbot: QtBot, key: str, text: str
) -> None:
    dialog = ask(page, qtbot)
    write(dialog, key, text)
    dialog._save.click()
    assert dialog.form.box(key).error == "Write a whole number up to 40."
    write(dialog, key, "40")
    assert dialog.order() is not None
    dialog.reject()
    assert not dialog.isVisible()  # nothing to lose, so nothing is asked


def test_a_folder_that_takes_nothing_is_said_and_the_form_stays(
    page: SessionSheetPage, qtbot: QtBot, tmp_path: Path
) -> None:
    fill(page, "Amina Yusuf")
    (tmp_path / "taken").write_text("a file")
    dialog = ask(page, qtbot)
    save_into(dialog, tmp_path / "taken")
    assert dialog.isVisible()
    assert dialog._save.isEnabled()
    dialog.reject()


def test_without_a_printer_it_says_what_to_do(page: SessionSheetPage, qtbot: QtBot) -> None:
    fill(page, "Amina Yusuf")
    dialog = ask(page, qtbot)
    assert dialog._other_save is not None
    dialog._other_save.click()
    assert "This computer has no printer set up." in words_of(dialog)
    dialog.reject()


class Form:
    """A form that remembers what became of it."""

    def __init__(self) -> None:
        self.is_closed = False
        self.problem = ""

    def accept_saved(self) -> None:
        self.is_closed = True

    def show_problem(self, sentence: str) -> None:
        self.problem = sentence


def print_all(
    page: SessionSheetPage, context: Context, path: Path, *, has_backs: bool = False
) -> tuple[Form, int]:
    presenter = KitPresenter(page, context)
    session = presenter.session()
    assert session is not None
    dialog = KitDialog(session, context.word_error, page)
    order = dialog.order()
    assert order is not None
    form, printer = Form(), a4_printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    presenter.print_out(form, order, lambda pages: print_pages(printer, pages), has_backs=has_backs)
    return form, len(order.kinds)


def test_every_page_is_printed_upright(room: Room, page: SessionSheetPage, tmp_path: Path) -> None:
    fill(page, "Amina Yusuf")
    form, kinds = print_all(page, room.context, tmp_path / "printed.pdf")
    assert form.is_closed
    assert kinds == 3
    expected = 0
    for paper in kept(room):
        with pikepdf.open(io.BytesIO(paper.content)) as pdf:
            expected += len(pdf.pages)
    printed = page_images((tmp_path / "printed.pdf").read_bytes(), 20)
    assert len(printed) == expected
    assert all(one.height() > one.width() for one in printed)
    assert room.said[-1] == (
        MessageKind.GOOD,
        "The papers for “Testing the leaflet” are on their way to the printer. "
        "There is no cash sheet, since nobody here is paid in cash.",
    )


def test_on_both_sides_no_paper_begins_on_the_back_of_another(
    room: Room, page: SessionSheetPage, tmp_path: Path
) -> None:
    fill(page, "Amina Yusuf")
    print_all(page, room.context, tmp_path / "printed.pdf", has_backs=True)
    sheet, back, slip, *_others = page_images((tmp_path / "printed.pdf").read_bytes(), 20)
    assert len(_others) % 2 == 1
    is_blank = [
        all(one.pixelColor(x, y).lightness() > 250 for x in range(0, 160, 3) for y in range(233))
        for one in (sheet, back, slip)
    ]
    assert is_blank == [False, True, False]


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_takes_nothing_is_noticed(
    room: Room, page: SessionSheetPage, tmp_path: Path
) -> None:
    fill(page, "Amina Yusuf")
    form, _kinds = print_all(page, room.context, tmp_path / "no such folder" / "printed.pdf")
    assert not form.is_closed
    assert form.problem.startswith("The printer did not take the papers. Nothing is lost.")


def test_the_wish_is_offered_only_where_there_is_a_project(room: Room, qtbot: QtBot) -> None:
    screen = make_screen(room.context)
    shown = cast(SessionSheetPage, screen.page)
    qtbot.addWidget(shown)
    shown.show()
    screen.refresh()
    assert not shown.kit.isVisible()
    shown.hide()
