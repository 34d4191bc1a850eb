"""What a change did is told with names and never with an inner number or a secret."""

from dataclasses import replace

from coprod_desktop.domain.changes import ChangedValue, HistoryFilter, StepKind
from coprod_desktop.services.changed_records import NOT_SHOWN
from coprod_desktop.services.record_titles import TITLES
from coprod_desktop.storage import schema
from tests.builders import WORKED_ON
from tests.services.test_limits import ask
from tests.services.world import GRACE, IDRIS, World


def last(world: World) -> int:
    return world.office.history.latest(1)[0].change_id


def test_every_kind_of_record_has_a_title_of_its_own_fields() -> None:
    tables = {schema.table_of(record).name: schema.table_of(record) for record in schema.records()}
    assert set(TITLES) == set(tables)
    for name, fields in TITLES.items():
        assert set(fields) <= set(tables[name].columns.keys())
        assert not set(fields) & NOT_SHOWN


def test_a_correction_tells_what_came_from_what(world: World) -> None:
    logged = world.log(world.person())
    world.office.contributions.correct(replace(logged, minutes=60, what="Tea and talk"))
    (record,) = world.office.history.records(last(world), 9)
    assert (
        record.title == "Aisha Rahman, 3\N{NO-BREAK SPACE}Nov\N{NO-BREAK SPACE}2026, Tea and talk"
    )
    assert (record.is_new, record.is_removed, record.is_hidden) == (False, False, False)
    changed = {value.field: (value.before, value.after) for value in record.values}
    assert changed["minutes"] == (150, 60)
    assert changed["what"] == ("Steering group", "Tea and talk")
    assert changed["offered_pence"] == (3000, 1200)
    assert "because" not in changed


def test_links_are_told_by_name_also_of_what_is_gone(world: World) -> None:
    person = world.person(has_account=False)
    added = last(world)
    world.log(person)
    number = last(world)
    world.office.history.undo()
    world.office.history.undo(added)
    (record,) = world.office.history.records(number, 9)
    told = {value.field: value.after for value in record.values}
    assert (told["participant_id"], told["project_id"]) == ("Aisha Rahman", world.project.name)
    assert record.title.startswith("Aisha Rahman, ")
    assert record.is_new


def test_no_inner_number_is_told_of_anything_in_a_pay_run(world: World) -> None:
    world.approved(world.person())
    world.approved_claim(world.person("Bronwen Pugh"))
    world.settled_run()
    with world.office.desk.reading() as reading:
        kinds: dict[type, str] = {
            kind: schema.key_of(schema.table_of(kind)).name for kind in schema.records()
        }
        found: dict[type, tuple[object, ...]] = {kind: reading.find(kind) for kind in kinds}
    ids = {str(getattr(one, kinds[kind])) for kind, same in found.items() for one in same}
    for change in world.office.history.latest(99):
        for record in world.office.history.records(change.change_id, 99):
            told = [record.title, *(str(v.before) for v in record.values)]
            told += [str(value.after) for value in record.values]
            assert not [text for text in told if text in ids]


def test_account_numbers_are_masked_and_confidences_hidden(world: World) -> None:
    person = world.person()
    (record,) = world.office.history.records(last(world), 9)
    told = {value.field: str(value.after) for value in record.values}
    assert told["account_number"].endswith("0017") or "•" in told["account_number"]
    assert "00000017" not in str(record)
    assert "001462" not in str(record)
    ask(world, person, own_pence=7_777)
    (secret,) = world.office.history.records(last(world), 9)
    assert (secret.is_hidden, secret.values) == (True, ())
    assert "7777" not in str(secret)


def test_a_long_change_is_told_some_records_at_a_time(world: World) -> None:
    people = [world.person(f"Person {n}") for n in "ABC"]
    world.office.sessions.log(world.session(*(world.row(one) for one in people)))
    number = last(world)
    whole = world.office.history.records(number, 99)
    first = world.office.history.records(number, 2)
    assert first + world.office.history.records(number, 99, after_position=1) == whole
    assert len(whole) > 3


def test_the_history_of_one_record_tells_who_when_and_what(world: World) -> None:
    person = world.person(has_account=False)
    world.sit(IDRIS)
    world.office.participants.save(replace(person, phone="029 2018 0555"))
    world.office.history.undo()
    told = world.office.history.about("participants", person.participant_id)
    assert [(line.operator, line.kind) for line, _record in told] == [
        (IDRIS, StepKind.TAKEN_BACK),
        (IDRIS, StepKind.DONE),
        (GRACE, StepKind.DONE),
    ]
    phone = ChangedValue(field="phone", before=person.phone, after="029 2018 0555")
    assert told[1][1].values == (phone,)
    assert told[2][1].is_new


def test_the_history_is_narrowed_by_who_what_whom_and_day(world: World) -> None:
    history = world.office.history
    aisha, bron = world.person(), world.person("Bronwen Pugh")
    world.sit(IDRIS)
    logged = world.log(aisha)
    world.clock.go_to(WORKED_ON.replace(year=2027))
    world.log(bron)
    world.office.contributions.remove(logged.contribution_id)
    history.undo()
    by_idris = history.lines(HistoryFilter(operator=IDRIS), 99)
    assert [line.verb for line in by_idris] == [
        "undo remove contribution",
        "remove contribution",
        "log contribution",
        "log contribution",
    ]
    assert [line.is_standing for line in by_idris] == [False, False, True, True]
    removed = history.lines(HistoryFilter(verb="remove contribution"), 99)
    assert [line.kind for line in removed] == [StepKind.TAKEN_BACK, StepKind.DONE]
    ids = frozenset({aisha.participant_id})
    about = history.lines(HistoryFilter(participant_ids=ids), 99)
    assert [line.verb for line in about] == [
        "undo remove contribution",
        "remove contribution",
        "log contribution",
        "change bank details",
        "add participant",
    ]
    at = world.clock.now
    assert len(history.lines(HistoryFilter(from_at=at), 99)) == 3
    assert len(history.lines(HistoryFilter(to_at=at), 99)) == len(history.latest(99)) - 3
    both = HistoryFilter(participant_ids=ids, word_verbs=frozenset({"make file"}))
    assert len(history.lines(both, 99)) == 6


def test_pages_of_a_long_history_meet_their_marks(world: World) -> None:
    for name in "ABCDE":
        world.person(name, has_account=False)
    total, keys = world.office.history.marks(3)
    lines = world.office.history.lines(HistoryFilter(), 99)
    assert total == len(lines)
    assert [line.change_id for line in lines][2::3] == list(keys)
    page = world.office.history.lines(HistoryFilter(), 3, keys[0])
    assert page == lines[3:6]
