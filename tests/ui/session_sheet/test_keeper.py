"""What is typed is kept in the file, comes back after a crash, and is gone once it is saved."""

from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.errors import DiskFullError
from coprod_desktop.ui.session_sheet.draft import EMPTY, Place, shown, write
from coprod_desktop.ui.session_sheet.fields import Head
from coprod_desktop.ui.session_sheet.keeper import DraftKeeper
from coprod_desktop.ui.session_sheet.kept_draft import draft_text, read_draft
from coprod_desktop.ui.session_sheet.names import NameIndex
from tests.builders import TODAY, a_participant
from tests.ui.rooms import Room, word
from tests.ui.session_sheet.desk import Desk, made_desk

AMINA = a_participant(name="Amina Yusuf")
NAMES = NameIndex([AMINA])
CELLS = {
    Place.NAME: ["Amina Yusuf", "Ffion", ""],
    Place.CAPACITY: ["carer", "king", ""],
    Place.PREPARED: ["1:15", "soon", ""],
    Place.MET: ["2.5", "99", ""],
    Place.TRAVELLED: ["40m", ""],
    Place.SKILLS: ["Chairing", "=1", ""],
    Place.ANSWER: ["part 50", "declined", "perhaps", "unpaid", ""],
    Place.EXPENSE: ["4.60 bus", "12 miles car", "9 boat", ""],
    Place.NOTE: ["“Llŷr”\u2028", ""],
}
ROWS = st.fixed_dictionaries({place: st.sampled_from(texts) for place, texts in CELLS.items()})


@given(st.lists(ROWS, min_size=1, max_size=3), st.none() | st.integers(0, 1439))
def test_a_kept_sheet_comes_back_as_it_was(
    typed: list[dict[Place, str]], starts: int | None
) -> None:
    rows = []
    for cells in typed:
        row = EMPTY
        for place, text in cells.items():
            row = write(row, place, text, NAMES, word)
        rows.append(row)
    head = Head(project_id=5, held_on=TODAY, starts=starts, title="Café", place="The hall")
    found = read_draft(draft_text(head, rows), NAMES, word)
    assert found is not None
    assert found.head == head
    shown_before = [[shown(row, place) for place in Place] for row in rows]
    assert [[shown(row, place) for place in Place] for row in found.rows] == shown_before
    assert [row.participant for row in found.rows] == [row.participant for row in rows]
    wrong = [{one.place for one in row.wrong} for row in rows]
    assert [{one.place for one in row.wrong} for row in found.rows] == wrong


def test_a_text_that_is_no_sheet_is_passed_over() -> None:
    for text in ("", "{", "[]", "null", '{"head": {}, "rows": []}', '{"head": 1, "rows": 2}'):
        assert read_draft(text, NAMES, word) is None
    assert draft_text(Head(), ()) == ""


def keeper(desk: Desk) -> DraftKeeper:
    (found,) = desk.page.findChildren(DraftKeeper)
    return found


def crashed(desk: Desk, qtbot: QtBot) -> Desk:
    """Let the program end without a word, and start it again on the same file."""
    keeper(desk)._pause.stop()
    desk.page.hide()
    return made_desk(desk.room, qtbot)


def test_what_was_typed_comes_back_after_a_crash(desk: Desk, qtbot: QtBot) -> None:
    desk.page.fields.title.setText("Leaflet workshop")
    desk.keys("am\t\tsoon\t2.5\ncat\t\t\t1\n")
    keeper(desk)._pause.timeout.emit()  # somebody paused for a second
    assert desk.page.header._sub_line.text().startswith("A draft, kept at ")
    desk.keys("dar\n")  # the crash comes before the next pause
    again = crashed(desk, qtbot)
    assert again.column(Place.NAME) == ["Amina Yusuf", "Catrin Llŷr"]
    assert again.row(0)[Place.PREPARED] == "soon"
    assert again.page.sheet.row_at(0).wrong != ()
    assert again.page.head().title == "Leaflet workshop"
    assert "as you left it" in again.room.last_words
    again.page.hide()


def test_the_pause_keeps_by_itself(desk: Desk, qtbot: QtBot) -> None:
    desk.keys("am\n")
    qtbot.waitUntil(lambda: desk.room.office.sheet_drafts.kept() != "", timeout=10_000)


def test_a_saved_sheet_does_not_come_back(desk: Desk, qtbot: QtBot) -> None:
    desk.keys("am\t\t1\n")
    keeper(desk).flush()
    desk.save()
    assert desk.room.office.sheet_drafts.kept() == ""
    again = crashed(desk, qtbot)
    assert again.page.sheet.rows == ()
    again.page.hide()


def test_nothing_is_lost_with_the_file_so_nobody_is_asked(desk: Desk, qtbot: QtBot) -> None:
    desk.keys("am\t\t1\n")
    assert desk.screen.unsaved() == ""
    again = crashed(desk, qtbot)
    assert again.column(Place.NAME) == ["Amina Yusuf"]
    again.page.hide()


def test_an_emptied_sheet_is_forgotten(desk: Desk) -> None:
    desk.keys("am\n")
    keeper(desk).flush()
    assert desk.room.office.sheet_drafts.kept() != ""
    desk.page.sheet.remove([0])
    assert desk.room.office.sheet_drafts.kept() == ""


def test_who_goes_on_typing_takes_the_draft_over(desk: Desk) -> None:
    office = desk.room.office
    desk.keys("am\n")
    keeper(desk).flush()
    nia = office.desk.operator
    office.operators.sit_down(office.operators.add("Idris Vaughan").operator_id)
    desk.keys("cat\n")
    keeper(desk).flush()
    kept = office.sheet_drafts.kept()
    office.desk.operator = nia
    assert office.sheet_drafts.kept() == ""
    assert "Catrin" in kept


class _FullDisk:
    """A file that takes no more drafts."""

    def keep(self, _content: str, *, former_id: int | None = None) -> None:
        """Fail as a full disk does."""
        raise DiskFullError(path="Rivermead.coprod")


def test_a_draft_that_cannot_be_kept_is_said_and_asked_about(desk: Desk) -> None:
    desk.keys("am\t\t1\n")
    desk.room.office.sheet_drafts = _FullDisk()  # type: ignore[assignment]  # a fake disk
    keeper(desk).flush()
    assert "could not be kept" in desk.page.header._sub_line.text()
    assert desk.screen.unsaved() == "1 person on the session sheet"


def test_a_sheet_with_something_on_it_is_never_overwritten(room: Room, qtbot: QtBot) -> None:
    first = made_desk(room, qtbot)
    first.keys("am\n")
    keeper(first).flush()
    first.screen.refresh()
    assert first.column(Place.NAME) == ["Amina Yusuf"]
    first.page.hide()
