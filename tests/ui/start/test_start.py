"""The first page makes, opens and refuses files in sentences, and keeps what was typed."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLineEdit
from pytestqt.qtbot import QtBot

from coprod_desktop.services.office import Office, open_office
from coprod_desktop.services.remembered import RememberedPassphrases
from coprod_desktop.ui.preferences import Preferences
from coprod_desktop.ui.start.page import StartPage
from coprod_desktop.ui.start.presenter import StartPresenter
from coprod_desktop.ui.tasks import ImmediateTasks
from tests.ui.accessibility import unnamed_controls
from tests.ui.rooms import PASSPHRASE, make_room, type_text, word
from tests.ui.start.pocket import Pocket


class Start:
    """The page with its presenter, and the files that were opened."""

    def __init__(
        self, folder: Path, qtbot: QtBot, remembered: RememberedPassphrases | None = None
    ) -> None:
        self.page = StartPage(folder, word, "0.1.0")
        qtbot.addWidget(self.page)
        self.preferences = Preferences(folder / "window.ini")
        self.opened: list[tuple[Office, Path | None]] = []
        self.presenter = StartPresenter(
            self.page,
            ImmediateTasks(),
            self.preferences,
            lambda office, path: self.opened.append((office, path)),
            word,
            remembered,
        )
        self.presenter.refresh()

    def line(self, name: str, number: int = 0) -> QLineEdit:
        """Return a field by its accessible name."""
        found = [one for one in self.page.findChildren(QLineEdit) if one.accessibleName() == name]
        return found[number]

    def fill_in(self, name: str, passphrase: str, again: str | None = None) -> None:
        """Answer the three questions."""
        for field, text in (
            ("What is your organisation called?", name),
            ("Your own name", "Nia Morgan"),
            ("What does an hour of work count for?", "25"),
            ("Passphrase, four words or more", passphrase),
            ("The same passphrase again", passphrase if again is None else again),
        ):
            type_text(self.line(field), text)

    def make(self) -> None:
        """Press Enter in the last field."""
        QTest.keyClick(self.line("The same passphrase again"), Qt.Key.Key_Return)

    def sentences(self) -> list[str]:
        """Return what stands under the fields of the page's panels."""
        boxes = [*self.page.new._boxes.values()]
        boxes += [self.page.open_file._place_box, self.page.open_file._passphrase_box]
        return [box.error for box in boxes if box.error]


@pytest.fixture
def start(tmp_path: Path, qtbot: QtBot) -> Iterator[Start]:
    made = Start(tmp_path, qtbot)
    yield made
    for office, _path in made.opened:
        office.close()
    made.presenter.clear_demo()


def test_three_answers_make_an_encrypted_file(start: Start, tmp_path: Path) -> None:
    start.fill_in("Siop Gymunedol Llŷn", PASSPHRASE)
    start.make()
    ((office, path),) = start.opened
    assert path == tmp_path / "Siop Gymunedol Llŷn.coprod"
    assert office.organisation.get().name == "Siop Gymunedol Llŷn"
    assert "rate = 25.00" in office.policies.in_force().text
    assert office.operators.present.name == "Nia Morgan"
    assert b"Gymunedol" not in path.read_bytes()
    assert start.preferences.recent_files[0].path == path


@pytest.mark.parametrize(
    ("name", "passphrase", "again"),
    [
        ("", PASSPHRASE, None),
        ("N" * 300, PASSPHRASE, None),
        ("Afon", "short", None),
        ("Afon", PASSPHRASE, "another one entirely"),
    ],
)
def test_an_answer_that_does_not_do_gets_a_sentence_and_makes_no_file(
    start: Start, tmp_path: Path, name: str, passphrase: str, again: str | None
) -> None:
    start.fill_in(name, passphrase, again)
    start.make()
    assert start.opened == []
    assert len(start.sentences()) == 1
    assert list(tmp_path.glob("*.coprod")) == []
    assert start.line("What is your organisation called?").text() == name


def test_a_file_of_that_name_is_never_overwritten(start: Start, tmp_path: Path) -> None:
    (tmp_path / "Afon.coprod").write_bytes(b"somebody's year of work")
    start.fill_in("Afon", PASSPHRASE)
    start.make()
    assert start.opened == []
    assert len(start.sentences()) == 1
    assert (tmp_path / "Afon.coprod").read_bytes() == b"somebody's year of work"


def test_a_file_opens_with_its_passphrase(start: Start, tmp_path: Path) -> None:
    make_room(tmp_path).office.close()
    path = tmp_path / "Rivermead.coprod"
    start.presenter.refresh(path)
    type_text(start.line("Passphrase"), PASSPHRASE)
    QTest.keyClick(start.line("Passphrase"), Qt.Key.Key_Return)
    ((office, opened),) = start.opened
    assert opened == path
    assert office.organisation.get().name == "Rivermead Together"
    assert start.line("Passphrase").text() == ""


def test_a_wrong_passphrase_gets_a_sentence_and_leaves_the_file_unchanged(
    start: Start, tmp_path: Path
) -> None:
    make_room(tmp_path).office.close()
    path = tmp_path / "Rivermead.coprod"
    before = path.read_bytes()
    start.page.open_file.open_requested.emit(path, "a wrong passphrase")
    assert start.opened == []
    assert len(start.sentences()) == 1
    assert path.read_bytes() == before
    open_office(str(path), PASSPHRASE).close()  # and nobody is locked out


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 a spreadsheet", b"x" * 5000])
def test_a_file_of_another_kind_gets_a_sentence(
    start: Start, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "Other.coprod"
    path.write_bytes(content)
    start.page.open_file.open_requested.emit(path, PASSPHRASE)
    assert start.opened == []
    assert len(start.sentences()) == 1
    assert path.read_bytes() == content


def test_a_file_that_is_gone_gets_a_sentence(start: Start, tmp_path: Path) -> None:
    start.page.open_file.open_requested.emit(tmp_path / "Gone.coprod", PASSPHRASE)
    assert start.opened == []
    assert len(start.sentences()) == 1


def test_files_opened_before_are_offered_while_they_are_there(start: Start, tmp_path: Path) -> None:
    make_room(tmp_path).office.close()
    path = tmp_path / "Rivermead.coprod"
    start.page.open_file.open_requested.emit(path, PASSPHRASE)
    start.presenter.refresh()
    assert start.line("File").text() == str(path)


def test_every_control_has_a_name(start: Start) -> None:
    start.page.show()
    assert unnamed_controls(start.page) == []
    start.page.hide()


# --- a file in which somebody has a PIN ------------------------------------------------------


def make_pinned(folder: Path) -> Path:
    """Make a file in which Nia has the PIN 2480 and Helen has none."""
    office = make_room(folder).office
    office.operators.set_pin("2480")
    office.operators.add("Helen Tsang")
    office.close()
    return folder / "Rivermead.coprod"


def open_pinned(start: Start, folder: Path) -> Path:
    path = make_pinned(folder)
    start.page.show()
    start.presenter.refresh(path)
    type_text(start.line("Passphrase"), PASSPHRASE)
    QTest.keyClick(start.line("Passphrase"), Qt.Key.Key_Return)
    assert start.opened == []
    assert unnamed_controls(start.page) == []
    return path


def sit(start: Start, name: str, pin: str) -> None:
    """Choose a name, type a PIN and press Enter in it."""
    type_text(start.line("Who is at the keyboard?"), name)
    QTest.keyClick(start.line("Who is at the keyboard?"), Qt.Key.Key_Tab)
    field = start.line("PIN")
    field.selectAll()
    type_text(field, pin)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_where_somebody_has_a_pin_the_page_asks_who_is_there(start: Start, tmp_path: Path) -> None:
    path = open_pinned(start, tmp_path)
    assert start.page._panels.currentWidget() is start.page.seat
    sit(start, "nia", "1234")
    form = start.page.seat._form
    assert form.box("pin").error == "That is not the PIN of Nia Morgan. You have 4 more tries."
    assert start.opened == []
    sit(start, "", "2480")
    ((office, opened),) = start.opened
    assert (office.operators.present.name, opened) == ("Nia Morgan", path)
    assert [start.line(name).text() for name in ("PIN", "Passphrase")] == ["", ""]
    start.page.hide()


def test_whoever_has_no_pin_leaves_it_empty(start: Start, tmp_path: Path) -> None:
    open_pinned(start, tmp_path)
    sit(start, "helen", "")
    ((office, _path),) = start.opened
    assert office.operators.present.name == "Helen Tsang"
    start.page.hide()


def test_the_page_asks_for_a_name_before_it_tries(start: Start, tmp_path: Path) -> None:
    open_pinned(start, tmp_path)
    sit(start, "", "2480")
    assert start.page.seat._form.box("who").error == "Say first who is at the keyboard."
    assert start.opened == []
    start.page.hide()


def test_a_forgotten_pin_is_taken_away_with_a_reason(start: Start, tmp_path: Path) -> None:
    open_pinned(start, tmp_path)
    seat = start.page.seat
    type_text(start.line("Who is at the keyboard?"), "nia")
    seat._forgotten.click()
    reason = start.line("Why is the PIN taken away?")
    assert not start.line("PIN").isVisible()
    QTest.keyClick(reason, Qt.Key.Key_Return)
    assert seat._form.box("reason").error
    type_text(reason, "Away all summer")
    QTest.keyClick(reason, Qt.Key.Key_Return)
    ((office, _path),) = start.opened
    assert office.operators.present.pin_removed_because == "Away all summer"
    assert office.operators.with_pins() == frozenset()
    start.page.hide()


def test_one_may_go_back_to_the_passphrase(start: Start, tmp_path: Path) -> None:
    open_pinned(start, tmp_path)
    start.page.seat._back.click()
    assert start.page._panels.currentWidget() is start.page.open_file
    assert start.line("PIN").text() == ""
    start.page.hide()


def test_the_key_of_a_file_is_worked_out_once_however_often_a_pin_is_typed(
    start: Start, tmp_path: Path
) -> None:
    open_pinned(start, tmp_path)
    door = start.presenter._door
    assert door is not None
    derive = door.derive
    assert derive is not None
    sit(start, "nia", "1234")
    assert door.derive is derive
    sit(start, "", "2480")
    assert start.presenter._door is None
    start.page.hide()


def test_a_passphrase_that_is_remembered_is_filled_in_and_forgotten_when_asked(
    tmp_path: Path, qtbot: QtBot
) -> None:
    make_room(tmp_path).office.close()
    path, pocket = tmp_path / "Rivermead.coprod", Pocket()
    for is_to_remember in (True, False):
        start = Start(tmp_path, qtbot, RememberedPassphrases(pocket))
        start.presenter.look_up()
        panel = start.page.open_file
        panel.set_path(path)
        box = panel.findChild(QCheckBox)
        assert box is not None
        assert not box.isHidden()
        if is_to_remember:
            type_text(start.line("Passphrase"), PASSPHRASE)
        assert start.line("Passphrase").text() == PASSPHRASE
        box.setChecked(is_to_remember)
        QTest.keyClick(start.line("Passphrase"), Qt.Key.Key_Return)
        assert len(start.opened) == 1
        start.opened[0][0].close()
        assert list(pocket.secrets.values()) == [PASSPHRASE] * is_to_remember
        assert start.line("Passphrase").text() == ""


def test_what_is_remembered_of_one_file_is_not_shown_for_another(
    tmp_path: Path, qtbot: QtBot
) -> None:
    make_room(tmp_path).office.close()
    path, remembered = tmp_path / "Rivermead.coprod", RememberedPassphrases(Pocket())
    remembered.remember(path, PASSPHRASE)
    start = Start(tmp_path, qtbot, remembered)
    start.presenter.look_up()
    start.page.open_file.set_path(path)
    assert start.line("Passphrase").text() == PASSPHRASE
    start.page.open_file.set_path(tmp_path / "Another.coprod")
    assert start.line("Passphrase").text() == ""


def test_where_no_place_is_safe_nothing_is_offered(start: Start) -> None:
    start.presenter.look_up()
    start.page.open_file.set_path(Path("Afon.coprod"))
    box = start.page.open_file.findChild(QCheckBox)
    assert box is not None
    assert box.isHidden() == (sys.platform != "win32")
