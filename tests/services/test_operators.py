"""Who works with the file, who is at the keyboard, and PINs that tell them apart."""

import datetime
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.errors import (
    AlreadyThereError,
    CannotUndoError,
    DomainError,
    NameMissingError,
    NotFoundError,
    PassphraseDiffersError,
    PinNeededError,
    PinTooShortError,
    PinWaitError,
    PinWrongError,
    ReasonMissingError,
)
from coprod_desktop.domain.pins import OperatorPin
from coprod_desktop.services.sentences import sentence, verb_words
from tests.builders import an_operator
from tests.services.pins import PIN, set_pin
from tests.services.world import GRACE, IDRIS, PASSPHRASE, World

MINUTE = datetime.timedelta(minutes=1)


def pin_of(world: World) -> OperatorPin:
    with world.office.desk.reading() as reading:
        (pin,) = reading.find(OperatorPin)
    return pin


def mistype(world: World, times: int, error: type[DomainError] = PinWrongError) -> DomainError:
    for _time in range(times):
        with pytest.raises(error) as caught:
            world.office.operators.sit_down(world.operators[IDRIS], "9999")
    return caught.value


# --- who works with the file -----------------------------------------------------------------


def test_operators_have_names_of_their_own(world: World) -> None:
    with world.refused(AlreadyThereError):
        world.office.operators.add("grace  okafor")
    with world.refused(NameMissingError):
        world.office.operators.add(" ")
    assert [one.name for one in world.office.operators.everybody()] == [GRACE, IDRIS]


def test_an_operator_is_changed_and_may_leave(world: World) -> None:
    operators = world.office.operators
    grace = operators.present
    saved = operators.save(replace(grace, role="Coordinator"))
    assert operators.present == saved
    with world.refused(AlreadyThereError):
        operators.save(replace(grace, name="idris vaughan"))
    with world.refused(NotFoundError):
        operators.save(an_operator(name="Nobody"))
    idris = operators.everybody()[1]
    operators.save(replace(idris, is_active=False))
    assert [one.name for one in operators.everybody()] == [GRACE]
    with world.refused(NotFoundError):
        operators.sit_down(idris.operator_id)
    assert operators.present == saved


def test_who_sits_down_is_named_in_the_history(world: World) -> None:
    world.sit(IDRIS)
    assert world.office.operators.present.name == IDRIS
    world.person()
    assert world.office.history.latest(1)[0].operator == IDRIS
    with world.refused(NotFoundError):
        world.office.operators.sit_down(1)
    assert world.office.operators.present.name == IDRIS


# --- PINs ------------------------------------------------------------------------------------


def test_whoever_has_a_pin_types_it_to_sit_down(world: World) -> None:
    set_pin(world, IDRIS)
    operators, idris = world.office.operators, world.operators[IDRIS]
    assert operators.with_pins() == {idris}
    with world.refused(PinNeededError) as caught:
        operators.sit_down(idris)
    assert caught.value.facts == {"name": IDRIS}
    assert operators.present.name == GRACE
    assert operators.sit_down(idris, PIN).name == IDRIS
    world.sit(GRACE)
    assert operators.present.name == GRACE


def test_a_pin_that_does_not_fit_is_counted_and_the_right_one_sets_it_back(world: World) -> None:
    set_pin(world, IDRIS)
    error = mistype(world, 2)
    assert error.facts == {"name": IDRIS, "tries_left": 3}
    assert pin_of(world).wrong_tries == 2
    assert world.office.operators.present.name == GRACE
    world.office.operators.sit_down(world.operators[IDRIS], PIN)
    assert (pin_of(world).wrong_tries, pin_of(world).last_wrong_at) == (0, None)
    verbs = [change.verb for change in world.office.history.latest(3)]
    assert verbs == ["right PIN", "wrong PIN", "wrong PIN"]
    assert world.findings() == ()


def test_after_five_mistakes_even_the_right_pin_waits_a_minute(world: World) -> None:
    set_pin(world, IDRIS)
    mistype(world, 4)
    error = mistype(world, 1, PinWaitError)
    assert error.facts == {"name": IDRIS, "until": world.clock.now + MINUTE}
    with world.refused(PinWaitError):
        world.office.operators.sit_down(world.operators[IDRIS], PIN)
    world.clock.now += MINUTE
    error = mistype(world, 1, PinWaitError)
    assert error.facts["until"] == world.clock.now + 2 * MINUTE
    world.clock.now += 2 * MINUTE
    assert world.office.operators.sit_down(world.operators[IDRIS], PIN).name == IDRIS


def test_a_new_pin_of_ones_own_needs_the_old_one(world: World) -> None:
    operators = world.office.operators
    operators.set_pin(PIN)
    with world.refused(PinNeededError):
        operators.set_pin("5713")
    with pytest.raises(PinWrongError):
        operators.set_pin("5713", "9999")
    with world.refused(PinTooShortError):
        operators.set_pin("1111", PIN)
    operators.set_pin("5713", PIN)
    assert pin_of(world).fits("5713")
    assert not pin_of(world).fits(PIN)


def test_two_with_the_same_pin_do_not_look_alike(world: World) -> None:
    set_pin(world, IDRIS)
    set_pin(world, GRACE)
    one, other = world.records(OperatorPin)[OperatorPin]
    assert one.salt != other.salt
    assert one.digest != other.digest


# --- a PIN that was forgotten ----------------------------------------------------------------


def test_a_forgotten_pin_is_taken_away_with_the_passphrase_and_a_reason(file_world: World) -> None:
    set_pin(file_world, IDRIS)
    operators, idris = file_world.office.operators, file_world.operators[IDRIS]
    with file_world.refused(ReasonMissingError):
        operators.clear_pin(idris, " ", PASSPHRASE)
    with file_world.refused(PassphraseDiffersError):
        operators.clear_pin(idris, "Away all summer", "another passphrase")
    operators.clear_pin(idris, " Away  all summer ", PASSPHRASE)
    (change,) = file_world.office.history.latest(1)
    assert (change.verb, change.operator) == ("clear PIN", GRACE)
    images = [row.after for row in file_world.office.history.rows(change.change_id)]
    assert [one["pin_removed_because"] for one in images if one] == ["Away all summer"]
    sat = operators.sit_down(idris)
    assert sat.pin_removed_because == "Away all summer"
    assert operators.save(replace(sat, pin_removed_because="")) == sat
    assert operators.set_pin(PIN).pin_removed_because == ""
    assert operators.present.pin_removed_because == ""


def test_ones_own_forgotten_pin_is_known_to_be_gone_at_once(file_world: World) -> None:
    operators = file_world.office.operators
    operators.set_pin(PIN)
    operators.clear_pin(operators.present.operator_id, "Mine", PASSPHRASE)
    assert operators.present.pin_removed_because == "Mine"
    assert operators.with_pins() == frozenset()


def test_where_there_is_no_pin_nothing_is_taken_away(file_world: World) -> None:
    before = file_world.office.history.latest(1)
    file_world.office.operators.clear_pin(file_world.operators[IDRIS], "?", PASSPHRASE)
    assert file_world.office.history.latest(1) == before


def test_a_shared_database_has_no_passphrase_so_one_types_ones_own_pin(
    postgresql_url: str,
) -> None:
    world = World.make(postgresql_url)
    set_pin(world, IDRIS)
    operators, idris = world.office.operators, world.operators[IDRIS]
    operators.set_pin("5713")
    with world.refused(PinNeededError):
        operators.clear_pin(idris, "Forgotten", "")
    with pytest.raises(PinWrongError):
        operators.clear_pin(idris, "Forgotten", PIN)
    operators.clear_pin(idris, "Forgotten", "5713")
    assert operators.sit_down(idris).pin_removed_because == "Forgotten"
    world.office.close()


# --- what nobody may read --------------------------------------------------------------------


@given(pin=st.text("0123456789", min_size=4, max_size=12))
def test_no_record_shows_its_secrets_in_words(pin: str) -> None:
    record = OperatorPin(operator_pin_id=1, operator_id=2, salt="5a17", digest=f"d-{pin}-d")
    assert "5a17" not in repr(record)
    assert f"-{pin}-" not in repr(record)


def test_neither_history_nor_workbook_nor_sentences_hold_a_pin(
    file_world: World, tmp_path: Path
) -> None:
    said = [str(mistyped(file_world))]
    pin = pin_of(file_world)
    file_world.office.operators.sit_down(file_world.operators[IDRIS], PIN)
    said += [verb_words(change.verb) for change in file_world.office.history.latest(99)]
    rows = [
        row
        for change in file_world.office.history.latest(99)
        for row in file_world.office.history.rows(change.change_id)
    ]
    about_pins = [row for row in rows if row.table == "operator_pins"]
    assert len(about_pins) == 3
    assert {(row.before, row.after) for row in about_pins} == {(None, None)}
    said += [json.dumps([row.before, row.after]) for row in rows]
    result = file_world.office.exports.open_workbook(tmp_path / "All.xlsx")
    assert "operator_pins" not in result.tables
    for secret in (pin.salt, pin.digest, PIN, "9999"):
        assert not [words for words in said if secret in words]
    assert file_world.findings() == ()


def mistyped(world: World) -> str:
    set_pin(world, IDRIS)
    error = mistype(world, 1)
    return f"{error} {error!r} {error.facts} {sentence(error)}"


def test_a_pin_is_passed_over_by_undo_and_never_brought_back(file_world: World) -> None:
    logged = file_world.log(file_world.person())
    set_pin(file_world, IDRIS)
    changes = file_world.office.history.latest(2)
    assert [change.verb for change in changes] == ["set PIN", "log contribution"]
    with file_world.refused(CannotUndoError) as caught:
        file_world.office.history.undo(changes[0].change_id)
    assert caught.value.facts == {"because": "erased"}
    assert file_world.office.history.last() == changes[1]
    file_world.office.history.undo()
    with file_world.refused(NotFoundError):
        file_world.office.contributions.get(logged.contribution_id)


VERBS: dict[str, Callable[[World], object]] = {
    "set PIN": lambda w: w.office.operators.set_pin("5713"),
    "wrong PIN": lambda w: mistype(w, 1),
    "right PIN": lambda w: w.office.operators.sit_down(w.operators[IDRIS], PIN),
    "clear PIN": lambda w: w.office.operators.clear_pin(w.operators[IDRIS], "Lost", PASSPHRASE),
}


def test_each_verb_leaves_one_change_under_its_own_name(file_world: World) -> None:
    set_pin(file_world, IDRIS)
    for verb, do in VERBS.items():
        last = file_world.office.history.latest(1)[0].change_id
        do(file_world)
        (change,) = file_world.office.history.latest(1)
        assert (change.verb, change.change_id) == (verb, last + 1)
        assert change.operator == (GRACE if verb in ("set PIN",) else IDRIS)
        assert verb_words(verb) != verb.capitalize()
