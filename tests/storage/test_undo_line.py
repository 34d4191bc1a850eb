"""The next step to take back or to do again is found from the changes alone."""

import dataclasses

from coprod_desktop.storage import history, undo_line
from coprod_desktop.storage.database import Database
from tests.builders import a_participant
from tests.storage.world import GRACE, change, save


def take_back(database: Database, change_id: int) -> None:
    with database.transaction("undo", GRACE) as work:
        history.take_back(work, change_id)


def lines(database: Database) -> tuple[int | None, int | None]:
    """Return the numbers of what would be taken back and done again."""
    with database.reading() as reading:
        found = undo_line.last_standing(reading), undo_line.last_taken_back(reading)
    standing, undone = (one.change_id if one else None for one in found)
    return standing, undone


def three(database: Database) -> None:
    for name in "ABC":
        save(database, a_participant(name=name))


def test_both_lines_go_step_by_step(database: Database) -> None:
    assert lines(database) == (None, None)
    three(database)
    seen = [lines(database)]
    for number in (3, 2, 5, 4):  # back, back, and both again
        take_back(database, number)
        seen.append(lines(database))
    assert seen == [(3, None), (2, 3), (1, 2), (2, 3), (3, None)]


def test_something_new_ends_the_line_and_passed_over_verbs_do_not(database: Database) -> None:
    three(database)
    take_back(database, 3)
    save(database, a_participant(), verb="PIN")
    with database.reading() as reading:
        kept = undo_line.last_taken_back(reading, {"PIN"})
        assert kept is not None
        assert kept.change_id == 3
        assert undo_line.last_taken_back(reading) is None
        last = undo_line.last_standing(reading, {"PIN"})
        assert last is not None
        assert last.change_id == 2


def test_what_was_done_again_counts_from_there(database: Database) -> None:
    three(database)
    take_back(database, 1)  # 4
    take_back(database, 4)  # 5: done again
    with database.reading() as reading:
        assert undo_line.done_at(reading, 1) == 5
        assert undo_line.done_at(reading, 2) == 2
        assert [undo_line.root_of(reading, number) for number in (1, 4, 5)] == [1, 1, 1]
        assert undo_line.standing_undoing(reading, 1) is None
        steps = undo_line.back_to(reading, 2, limit=9)
        assert [one.change_id for one in steps] == [1, 3, 2]
        assert [one.change_id for one in undo_line.back_to(reading, 2, limit=2)] == [1, 3]
    take_back(database, 5)  # 6: taking back what was done again is taking back the first
    with database.reading() as reading:
        assert history.change(reading, 6).undoes_id == 1
        assert history.change(reading, 1).is_undone
        assert undo_line.standing_undoing(reading, 1) == 6


def test_a_later_change_of_a_row_is_found_while_it_stands(database: Database) -> None:
    person = a_participant(phone="1")
    save(database, person)
    change(database, dataclasses.replace(person, phone="2"))
    thing = {("participants", person.participant_id)}

    def later(number: int, things: set[tuple[str, int]]) -> int | None:
        with database.reading() as reading:
            found = undo_line.later_change_of(reading, number, things)
        return found.change_id if found else None

    assert later(1, thing) == 2
    assert later(2, thing) is None
    assert later(1, {("projects", person.participant_id)}) is None
    assert later(1, set()) is None
    take_back(database, 2)
    assert later(1, thing) is None
    take_back(database, 3)
    assert later(1, thing) == 2
    assert later(3, thing) == 2  # it was done again after that
