"""What a spreadsheet does with keys and the clipboard, the session sheet does too."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from coprod_desktop.domain.clipboard_table import read_table
from coprod_desktop.ui.session_sheet.draft import Place
from coprod_desktop.ui.session_sheet.name_dialog import NameDialog
from tests.ui.accessibility import unnamed_controls
from tests.ui.rooms import Room
from tests.ui.session_sheet.desk import CONTROL, NAMES, SHIFT, Desk

BOTH = CONTROL | SHIFT


def test_excel_paste_a_block(desk: Desk) -> None:
    """Twenty rows of four columns: twenty entries, bad cells marked, nothing lost."""
    names = [NAMES[at % 12] for at in range(18)] + ["Amina Yusof", "Ffion Abbott"]
    hours = ["1:30", "2.5", "1h15", "90m", "1½"] * 3 + ["soon"] + ["2"] * 4
    lines = [f"{name}\t{time}\tnote {at}\t4.60\r\n" for at, (name, time) in
             enumerate(zip(names, hours, strict=True))]  # fmt: skip
    desk.paste("Name\tHours\tNote\tBus fare\r\n" + "".join(lines))
    sheet = desk.page.sheet
    assert len(sheet.rows) == 20
    assert desk.column(Place.NAME) == names
    assert desk.column(Place.NOTE) == [f"note {at}" for at in range(20)]
    assert desk.column(Place.EXPENSE) == ["£4.60 bus"] * 20
    assert desk.column(Place.MET)[:6] == ["1:30", "2:30", "1:15", "1:30", "1:30", "1:30"]
    marked = {(at, one.place): one.text for at, row in enumerate(sheet.rows) for one in row.wrong}
    assert marked == {
        (15, Place.MET): "soon",
        (18, Place.NAME): "Amina Yusof",
        (19, Place.NAME): "Ffion Abbott",
    }
    assert all(one.sentence for row in sheet.rows for one in row.wrong)
    assert "20 rows were put in. 3 cells are marked" in desk.room.last_words
    dialog = desk.dialog(NameDialog)
    assert list(dialog.choices) == ["Amina Yusof"]
    assert list(dialog.ticks) == ["Ffion Abbott"]
    dialog.reject()
    desk.press(Qt.Key.Key_Z)
    assert sheet.rows == ()
    desk.press(Qt.Key.Key_Y)
    assert len(sheet.rows) == 20


def test_excel_paste_of_a_table_that_comes_as_a_web_page_only(desk: Desk) -> None:
    data = QMimeData()
    data.setHtml(
        "<table><tr><td>Name<td>Hours<td>Note</tr><tr><td>Amina&nbsp;Yusuf</td><td>1:30</td>"
        "<td>two<br>lines</td></tr><tr><td>Catrin Llyr<td>2</tr></table>"
    )
    QGuiApplication.clipboard().setMimeData(data)
    desk.press(Qt.Key.Key_V)
    assert desk.column(Place.NAME) == ["Amina Yusuf", "Catrin Llŷr"]
    assert desk.column(Place.MET) == ["1:30", "2:00"]
    assert desk.column(Place.NOTE) == ["two lines", ""]


def test_a_field_grows_with_what_is_typed_in_it(desk: Desk) -> None:
    desk.keys("am\n")
    desk.go_to(0, Place.PREPARED)
    desk.keys("=")
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    before = field.width()
    desk.keys("1:30+0:45+0:15+1:00")
    assert field.width() > max(before, field.fontMetrics().horizontalAdvance(field.text()))
    desk.keys("\n")
    assert desk.row(0)[Place.PREPARED] == "3:30"


def test_excel_copy_out_with_headings(desk: Desk) -> None:
    desk.keys("am\t\t1:15\t2.5\t\t\t\t4.6 bus\ncat\t\t\t2\n")
    desk.select((0, Place.NAME), (1, Place.NOTE))
    desk.press(Qt.Key.Key_C)
    table = read_table(desk.copied)
    assert table[0] == (
        "Name", "Taking part as", "Prep", "Meeting", "Travel", "Skills used", "Paid or unpaid",
        "Offer", "Expense", "Note",
    )  # fmt: skip
    assert table[1][2:4] == ("1:15", "2:30")
    assert table[1][7] == "93.75"
    assert 'x:num="0.052083333333"' in desk.copied_html  # 1:15 as a part of a day
    desk.press(Qt.Key.Key_C, BOTH)
    assert [row[0] for row in read_table(desk.copied)] == ["Amina Yusuf", "Catrin Llŷr"]


def test_excel_copied_cells_go_back_in_where_the_keyboard_is(desk: Desk) -> None:
    desk.keys("am\t\t1\t\t\t\t\t4.6 bus\ncat\n")
    desk.go_to(0, Place.PREPARED)
    desk.press(Qt.Key.Key_C)  # with its heading, for Excel
    desk.go_to(1, Place.TRAVELLED)
    desk.press(Qt.Key.Key_V)
    assert desk.row(1)[Place.PREPARED : Place.SKILLS] == ["", "", "1:00"]
    desk.select((0, Place.EXPENSE), (0, Place.NOTE))
    desk.press(Qt.Key.Key_X)
    assert desk.row(0)[Place.EXPENSE] == ""
    desk.go_to(1, Place.EXPENSE)
    desk.press(Qt.Key.Key_V)
    assert desk.row(1)[Place.EXPENSE] == "£4.60 bus"


def test_excel_fill_down(desk: Desk) -> None:
    desk.keys("am\ncat\ndar\ndel\n")
    desk.go_to(0, Place.PREPARED)
    desk.keys("1:15\n")
    desk.press(Qt.Key.Key_D)
    assert desk.column(Place.PREPARED) == ["1:15", "1:15", "", ""]
    desk.select((1, Place.PREPARED), (3, Place.TRAVELLED))
    desk.press(Qt.Key.Key_D)
    assert desk.column(Place.PREPARED) == ["1:15"] * 4
    desk.press(Qt.Key.Key_Z)
    assert desk.column(Place.PREPARED) == ["1:15", "1:15", "", ""]


def test_excel_fill_right_goes_from_time_to_time_only(desk: Desk) -> None:
    desk.keys("am\t\t1:15\n")
    desk.select((0, Place.PREPARED), (0, Place.ANSWER))
    desk.press(Qt.Key.Key_R)
    assert desk.row(0)[Place.PREPARED : Place.OFFER] == ["1:15", "1:15", "1:15", "", "Paid"]
    desk.go_to(0, Place.SKILLS)
    desk.press(Qt.Key.Key_R)
    assert desk.row(0)[Place.SKILLS] == ""


def test_excel_ctrl_apostrophe_copies_what_stands_above(desk: Desk) -> None:
    desk.keys("am\t\t1:15\ncat\n")
    desk.go_to(1, Place.PREPARED)
    desk.press(Qt.Key.Key_Apostrophe)
    assert desk.row(1)[Place.PREPARED] == "1:15"
    desk.go_to(0, Place.NOTE)
    desk.keys("First visit\n")
    desk.keys("A")
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    field.clear()
    desk.press(Qt.Key.Key_Apostrophe)
    assert field.text() == "First visit"
    desk.keys(" too\n")
    assert desk.row(1)[Place.NOTE] == "First visit too"


def test_excel_ctrl_semicolon_writes_today(desk: Desk) -> None:
    desk.keys("am\n")
    desk.page.fields.day.set_day(None)
    desk.press(Qt.Key.Key_Semicolon)
    today = desk.room.context.today()
    assert desk.page.head().held_on == today
    desk.go_to(0, Place.NOTE)
    desk.press(Qt.Key.Key_Semicolon)
    assert desk.row(0)[Place.NOTE] == f"{today:%d/%m/%Y}"
    desk.keys("Seen ")
    desk.press(Qt.Key.Key_Semicolon)
    desk.keys("\n")
    assert desk.row(0)[Place.NOTE] == f"Seen {today:%d/%m/%Y}"


def test_excel_ctrl_enter_fills_the_selection(desk: Desk) -> None:
    desk.keys("am\ncat\ndar\n")
    desk.select((0, Place.EXPENSE), (2, Place.EXPENSE))
    desk.keys("4.6 bus")
    desk.press(Qt.Key.Key_Return)
    assert desk.column(Place.EXPENSE) == ["£4.60 bus"] * 3
    desk.press(Qt.Key.Key_Z)
    assert desk.column(Place.EXPENSE) == ["", "", ""]


def test_excel_one_copied_cell_fills_the_selection(desk: Desk) -> None:
    desk.keys("am\ncat\ndar\n")
    desk.select((0, Place.PREPARED), (2, Place.TRAVELLED))
    desk.paste("45m\r\n")
    assert desk.column(Place.PREPARED) == desk.column(Place.TRAVELLED) == ["0:45"] * 3
    desk.select((0, Place.SKILLS), (2, Place.SKILLS))
    desk.paste("chairing\tpart 20\r\n")
    assert desk.column(Place.SKILLS) == ["chairing"] * 3
    assert desk.column(Place.ANSWER) == ["Part paid, £20.00"] * 3


def test_excel_type_anywhere_and_move_with_the_keyboard(desk: Desk) -> None:
    desk.keys("am\t\t1\t\t\t\t\t\tA note")
    assert desk.here == (0, Place.NOTE)
    desk.keys("⎋")
    assert desk.row(0)[Place.NOTE] == ""
    desk.keys("A note\n")
    assert desk.here == (1, Place.NAME)
    desk.keys("cat\n↑→→→")
    assert desk.here == (1, Place.MET)
    desk.press(Qt.Key.Key_Home, CONTROL)
    assert desk.here == (0, Place.NAME)
    desk.press(Qt.Key.Key_Down)
    assert desk.here == (1, Place.NAME)
    desk.press(Qt.Key.Key_Right)
    assert desk.here == (1, Place.CAPACITY)


@pytest.mark.parametrize("typed", ["cat", "ll", "ca ll", "LLYR"])
def test_excel_autocomplete_of_names_ignores_accents(desk: Desk, typed: str) -> None:
    desk.keys(f"{typed}\n")
    assert desk.row(0)[Place.NAME] == "Catrin Llŷr"


def test_excel_autocomplete_knows_nicknames_and_aliases(desk: Desk) -> None:
    office = desk.room.office
    people = {one.name: one for one in office.participants.everybody()}
    office.name_aliases.add(people["Tom Brennan"].participant_id, "Bren the printer")
    office.participants.save(replace(people["Mohammed Al-Sayed"], name_on_papers="Hamid"))
    desk.keys("br th\nham\n")
    assert desk.column(Place.NAME) == ["Tom Brennan", "Mohammed Al-Sayed"]


def test_excel_autocomplete_of_earlier_text_in_skills_notes_and_titles(desk: Desk) -> None:
    desk.page.fields.title.setText("Café in the garden")
    desk.keys("am\t\t1\t\t\tTranslating, Chairing\t\t\tCame late\n")
    desk.save()
    assert desk.room.last_words.startswith("1 contribution saved")
    desk.keys("cat\t\t1\t\t\tWelsh, ch\t\t\tca\n")
    assert desk.row(0)[Place.SKILLS] == "Welsh, Chairing"
    assert desk.row(0)[Place.NOTE] == "Came late"
    desk.page.fields.title.setFocus()
    desk.keys("cafe")
    assert desk.page.fields.title.text() == "Café in the garden"


def test_excel_status_bar_sum_of_the_selection(desk: Desk) -> None:
    desk.keys("am\t\t1:15\t2.5\t\t\t\t4.6 bus\ncat\t\t0:45\t2\t\t\t\t\n")
    desk.select((0, Place.PREPARED), (1, Place.MET))
    sums = desk.sums[-1]
    assert sums is not None
    assert (sums.cells, sums.filled, sums.minutes) == (4, 4, 390)
    desk.select((0, Place.OFFER), (1, Place.EXPENSE))
    sums = desk.sums[-1]
    assert sums is not None
    assert sums.pence == 9375 + 6875 + 460
    desk.page.sheet.put(0, Place.EXPENSE, "5.60 bus")  # what is selected may change meanwhile
    assert [one.pence for one in desk.sums[-1:] if one] == [9375 + 6875 + 560]
    desk.keys("↑")
    assert desk.sums[-1] is None
    desk.select((0, Place.PREPARED), (1, Place.MET))
    desk.page.hide()
    assert desk.sums[-1] is None


def test_excel_undo_many_steps_and_redo(desk: Desk) -> None:
    desk.keys("am\t\t1\t\t\tchairing\ncat\n")
    steps = [tuple(desk.column(place) for place in Place)]
    for _step in range(4):
        desk.press(Qt.Key.Key_Z)
        steps.append(tuple(desk.column(place) for place in Place))
    assert desk.page.sheet.rows == ()
    for step in reversed(steps[:-1]):
        desk.press(Qt.Key.Key_Y)
        assert tuple(desk.column(place) for place in Place) == step
    desk.press(Qt.Key.Key_Z)
    desk.press(Qt.Key.Key_Z, BOTH)  # the other key that does it again
    assert tuple(desk.column(place) for place in Place) == steps[0]
    desk.press(Qt.Key.Key_Z)
    desk.keys("dar\n")  # something new ends what could be done again
    assert not desk.page.sheet.can_do_again


@pytest.mark.parametrize(
    ("place", "typed", "echo", "stands"),
    [
        (Place.PREPARED, "=1:30+0:45", "2 hours 15 minutes", "2:15"),
        (Place.PREPARED, "2*1:15", "2 hours 30 minutes", "2:30"),
        (Place.EXPENSE, "2*4.60 bus", "£9.20", "£9.20 bus"),
        (Place.EXPENSE, "=18.40/2 taxi", "£9.20", "£9.20 taxi"),
    ],
)
def test_excel_arithmetic_in_a_cell_is_echoed_before_it_is_left(
    desk: Desk, place: Place, typed: str, echo: str, stands: str
) -> None:
    desk.keys("am\n")
    desk.go_to(0, place)
    desk.keys(typed)
    labels = desk.page.window().findChildren(QLabel)
    words = [one.text() for one in labels if one.objectName() == "echo" and one.isVisible()]
    assert [echo in one.replace("\xa0", " ") for one in words] == [True]
    desk.keys("\n")
    assert desk.row(0)[place] == stands


def test_excel_find_goes_to_a_name(desk: Desk) -> None:
    desk.keys("am\ncat\ndar\ntom\n")
    desk.press(Qt.Key.Key_F)
    desk.keys("llyr")
    assert desk.here == (1, Place.NAME)
    assert desk.page.finder.words == "1 of 1"
    desk.keys("x")
    assert desk.page.finder.words == "Not on this sheet"
    desk.keys("⌫⌫⌫⌫⌫am")
    assert desk.here == (0, Place.NAME)
    desk.keys("⎋")
    assert not desk.page.finder.isVisible()
    desk.keys("→→1\n")
    assert desk.row(0)[Place.PREPARED] == "1:00"
    desk.page.fields.place.setFocus()
    desk.press(Qt.Key.Key_F)
    assert desk.page.finder.isVisible()


def test_excel_zoom_with_the_wheel_and_back_with_ctrl_0(desk: Desk) -> None:
    desk.keys("am\n")
    view = desk.page.grid.view
    before = (view.columnWidth(Place.NAME), view.rowHeight(0))
    for _turn in range(3):
        at = QPointF(view.viewport().rect().center())
        turned = QWheelEvent(
            at, view.viewport().mapToGlobal(at), QPoint(), QPoint(0, 120),
            Qt.MouseButton.NoButton, CONTROL, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(view.viewport(), turned)
    assert view.zoom == 150
    assert view.rowHeight(0) == round(before[1] * 1.5)
    desk.press(Qt.Key.Key_0)
    assert (view.columnWidth(Place.NAME), view.rowHeight(0)) == before


def test_excel_freeze_keeps_the_names_in_view(desk: Desk) -> None:
    desk.keys("am\ncat\n")
    view = desk.page.grid.view
    view.zoom_by(4)
    desk.go_to(0, Place.NOTE)
    assert view.horizontalScrollBar().value() > 0
    assert view.frozen_width > 0
    for place in reversed([place for place in Place if place is not Place.NAME]):
        desk.go_to(0, place)
        left = view.visualRect(view.currentIndex()).left()
        assert view.frozen_width == 0 or left >= view.frozen_width, place
    desk.go_to(1, Place.NOTE)
    QTest.mouseClick(view._frozen, Qt.MouseButton.LeftButton, pos=QPoint(5, view.rowHeight(0) + 60))
    assert desk.here[1] is Place.NAME
    assert view.frozen_width == 0


def test_excel_keys_select_rows_columns_and_everything(desk: Desk) -> None:
    desk.keys("am\ncat\ndar\n")
    desk.go_to(1, Place.MET)
    commands = desk.page.grid.view.commands
    desk.press(Qt.Key.Key_Space, SHIFT)
    assert {number for number, _place in commands.selected()} == {1}
    assert len(commands.selected()) == len(Place)
    desk.go_to(1, Place.MET)
    desk.press(Qt.Key.Key_Space)
    assert commands.selected() == [(number, Place.MET) for number in range(3)]
    desk.press(Qt.Key.Key_A)
    assert len(commands.selected()) == 3 * len(Place)
    desk.go_to(0, Place.NAME)
    desk.press(Qt.Key.Key_Down, BOTH)
    assert commands.selected() == [(number, Place.NAME) for number in range(3)]


def test_excel_a_block_pasted_into_an_open_field_goes_into_the_sheet(desk: Desk) -> None:
    desk.keys("am\n↑→→1")
    desk.paste("1:00\t2:00\r\n")
    assert desk.row(0)[Place.PREPARED : Place.TRAVELLED] == ["1:00", "2:00"]
    desk.go_to(0, Place.NOTE)
    desk.keys("a ")
    desk.paste("word")
    desk.keys("\n")
    assert desk.row(0)[Place.NOTE] == "a word"


def test_every_control_of_the_page_has_a_name(desk: Desk) -> None:
    desk.press(Qt.Key.Key_F)
    desk.page.grid.view.zoom_by(4)
    desk.go_to(0, Place.NOTE)
    desk.keys("x")
    assert unnamed_controls(desk.page) == []
    desk.keys("⎋")


def test_excel_twelve_people_with_the_keyboard_alone(desk: Desk, room: Room) -> None:
    """Twelve people, other hours and a bus fare each, in under 6 keys beyond what is written."""
    hours = ("1:15", ".5", "45m", "2", "1.5", "1h30", "3", "2.5", "20m", "1", "1:45", "2.25")
    fares = ("4.6", "3.2", "2.9", "5", "4.8", "6.1", "3", "2.5", "7.2", "4", "1.9", "3.75")
    written = [name[:3] for name in NAMES] + list(hours) + list(fares)
    desk.keys("".join(f"{name[:3]}\n" for name in NAMES))
    desk.press(Qt.Key.Key_Home)
    desk.keys("→→→" + "".join(f"{time}\n" for time in hours))
    desk.press(Qt.Key.Key_Up)
    desk.press(Qt.Key.Key_Up)
    desk.keys("→→→→→" + "".join(f"{fare}b\n" for fare in fares))
    assert desk.column(Place.NAME) == list(NAMES)
    assert desk.column(Place.EXPENSE)[0] == "£4.60 bus"
    desk.save()
    assert room.last_words.startswith("12 contributions saved")
    assert sum(one.minutes for one in desk.logged()) == 75 + 30 + 45 + 120 + 90 + 90 + 180 + (
        150 + 20 + 60 + 105 + 135
    )
    assert len(room.office.expenses.page(None, 20)) == 12
    beyond = desk.count - sum(map(len, written))
    assert beyond < 6 * 12
