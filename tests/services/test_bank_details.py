"""An account that was changed waits for somebody else, and the check of its digits only warns."""

import itertools
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coprod_desktop.domain.account_checks import AccountCheck
from coprod_desktop.domain.errors import (
    AccountNumberTooLongError,
    AccountNumberUnreadableError,
    CheckedBySameError,
    NameMissingError,
    NotFoundError,
    ReasonMissingError,
    SortCodeUnreadableError,
    WrongStateError,
)
from coprod_desktop.domain.participants import BankDetails, Participant, PayeeCheck
from coprod_desktop.storage import whole_tables
from tests.banking.weights import SUBSTITUTIONS, WEIGHTS
from tests.builders import NOW, a_bank_details
from tests.services.world import GRACE, IDRIS, World

HOW = "Phoned the number we already had"
OTHER = "76543210"
NIA = "Nia Morgan"


@pytest.fixture
def aisha(world: World) -> Participant:
    """Add a person whose account Grace wrote down."""
    return world.person()


def changed(world: World, person: Participant, number: str = OTHER) -> BankDetails:
    known = world.office.bank_details.get(person.participant_id)
    assert known is not None
    return world.office.bank_details.save(replace(known, account_number=number))


def with_table(world: World, folder: Path) -> None:
    weights, substitutions = folder / "valacdos.txt", folder / "scsubtab.txt"
    weights.write_text(WEIGHTS, encoding="ascii")
    substitutions.write_text(SUBSTITUTIONS, encoding="ascii")
    world.office.bank_details.load_weight_table(weights, substitutions, "7.90")


def test_bank_details_are_kept_once_for_each_person(world: World) -> None:
    person = world.person(has_account=False)
    verbs = world.office.bank_details
    assert verbs.get(person.participant_id) is None
    assert verbs.known(person.participant_id) is None
    details = a_bank_details(participant_id=person.participant_id, sort_code="00-14-62")
    first = verbs.save(details)
    assert (first.sort_code, first.waits_for_check) == ("001462", False)
    second = verbs.save(replace(details, account_number=OTHER))
    assert second.bank_details_id == first.bank_details_id
    assert verbs.get(person.participant_id) == second


def test_bank_details_that_cannot_be_are_refused(world: World, aisha: Participant) -> None:
    details = a_bank_details(participant_id=aisha.participant_id)
    verbs = world.office.bank_details
    with world.refused(SortCodeUnreadableError):
        verbs.save(replace(details, sort_code="12345"))
    with world.refused(AccountNumberUnreadableError):
        verbs.save(replace(details, account_number="12345"))
    with world.refused(AccountNumberTooLongError):
        verbs.save(replace(details, account_number="1234567890"))
    with world.refused(NameMissingError):
        verbs.save(replace(details, account_name=" "))
    with world.refused(NameMissingError):
        verbs.save(replace(details, is_third_party=True, holder=" "))
    with world.refused(NotFoundError):
        verbs.save(replace(details, participant_id=1))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (("20-09-15", "1234567"), ("200915", "01234567")),
        (("600001", "0123456789"), ("600001", "23456789")),
        (("720000", "123456789"), ("720001", "23456789")),
    ],
)
def test_accounts_of_another_length_are_kept_as_payments_carry_them(
    world: World, aisha: Participant, typed: tuple[str, str], kept: tuple[str, str]
) -> None:
    saved = world.office.bank_details.save(
        a_bank_details(
            participant_id=aisha.participant_id, sort_code=typed[0], account_number=typed[1]
        )
    )
    assert (saved.sort_code, saved.account_number) == kept
    assert world.office.bank_details.check(*typed).sentence.startswith("In full this is")


def test_a_change_is_recorded_under_the_name_of_who_made_it(
    world: World, aisha: Participant
) -> None:
    world.sit(IDRIS)
    details = changed(world, aisha)
    assert details.waits_for_check
    assert (details.previous_ending, details.changed_at) == ("4567", NOW)
    known = world.office.bank_details.known(aisha.participant_id)
    assert known is not None
    assert (known.details, known.changed_by, known.checked_by) == (details, IDRIS, "")


def test_another_operator_confirms_a_change_and_says_how(world: World, aisha: Participant) -> None:
    changed(world, aisha)
    verbs = world.office.bank_details
    with world.refused(CheckedBySameError):
        verbs.confirm(aisha.participant_id, HOW)
    with world.refused(CheckedBySameError):
        verbs.check_may_confirm(aisha.participant_id)
    world.sit(IDRIS)
    verbs.check_may_confirm(aisha.participant_id)
    with world.refused(ReasonMissingError):
        verbs.confirm(aisha.participant_id, " ")
    done = verbs.confirm(aisha.participant_id, HOW, PayeeCheck.MATCH)
    assert not done.waits_for_check
    assert (done.how_checked, done.checked_at, done.payee_check) == (HOW, NOW, PayeeCheck.MATCH)
    known = verbs.known(aisha.participant_id)
    assert known is not None
    assert (known.details, known.checked_by) == (done, IDRIS)
    with world.refused(WrongStateError):
        verbs.confirm(aisha.participant_id, HOW)


def test_one_person_may_do_both_where_the_trustees_wrote_why(
    world: World, aisha: Participant
) -> None:
    changed(world, aisha)
    alone = replace(world.office.organisation.get(), four_eyes_note="One of us. 2 March 2026.")
    world.office.organisation.save(alone)
    assert not world.office.bank_details.confirm(aisha.participant_id, HOW).waits_for_check


def test_an_account_that_was_changed_again_meanwhile_is_not_the_one_checked(
    world: World, aisha: Participant
) -> None:
    seen = changed(world, aisha)
    changed(world, aisha, "11112222")
    world.sit(IDRIS)
    with world.refused(WrongStateError):
        world.office.bank_details.confirm(aisha.participant_id, HOW, seen=seen)


def test_there_is_nothing_to_confirm_where_no_account_is(world: World) -> None:
    person = world.person(has_account=False)
    with world.refused(NotFoundError):
        world.office.bank_details.confirm(person.participant_id, HOW)


def test_taking_a_check_back_has_the_account_wait_again(world: World, aisha: Participant) -> None:
    changed(world, aisha)
    world.sit(IDRIS)
    world.office.bank_details.confirm(aisha.participant_id, HOW)
    world.office.history.undo()
    details = world.office.bank_details.get(aisha.participant_id)
    assert details is not None
    assert details.waits_for_check


def test_without_a_table_only_the_number_of_digits_is_looked_at(world: World) -> None:
    answer = world.office.bank_details.check("08-99-99", "66374959")
    assert answer.check is AccountCheck.CANNOT_BE_CHECKED
    assert "No table is loaded" in answer.sentence
    for code, number, error in (
        ("08-99-9", "66374959", SortCodeUnreadableError),
        ("08-99-99", "6637", AccountNumberUnreadableError),
    ):
        with world.refused(error):
            world.office.bank_details.check(code, number)


def test_a_table_tells_what_is_possible_and_blocks_nothing(
    world: World, aisha: Participant, tmp_path: Path
) -> None:
    with_table(world, tmp_path)
    verbs = world.office.bank_details
    summary = verbs.weight_table()
    assert summary is not None
    assert summary.version == "7.90"
    assert verbs.check("08-99-99", "66374958").check is AccountCheck.VALID
    assert verbs.check("010101", "66374958").check is AccountCheck.CANNOT_BE_CHECKED
    assert verbs.check("089999", "66374959").check is AccountCheck.NOT_VALID
    saved = verbs.save(
        a_bank_details(
            participant_id=aisha.participant_id, sort_code="089999", account_number="66374959"
        )
    )
    known = verbs.known(aisha.participant_id)
    assert known is not None
    assert known.details == saved
    assert known.answer.check is AccountCheck.NOT_VALID


def test_an_account_that_a_workbook_brought_broken_is_shown_with_a_warning(
    world: World,
) -> None:
    person = world.person(has_account=False)
    broken = a_bank_details(participant_id=person.participant_id, account_number="12")
    with world.office.desk.transaction("import open workbook") as work:
        whole_tables.put_back(work, "bank_details", [broken])
    known = world.office.bank_details.known(person.participant_id)
    assert known is not None
    assert known.answer.check is AccountCheck.NOT_VALID
    assert "eight digits" in known.answer.sentence


@pytest.fixture(scope="module")
def office_of_three(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """Open one file for all random orders; each gets a person of its own."""
    made = World.make(str(tmp_path_factory.mktemp("three") / "Rivermead.coprod"))
    made.operators[NIA] = made.office.operators.add(NIA).operator_id
    yield made
    made.office.close()


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["save", "confirm", "undo"]),
        st.sampled_from([GRACE, IDRIS, NIA]),
        st.sampled_from(["11111111", "22222222", "33333333"]),
    ),
    min_size=2,
    max_size=10,
)
_numbers = itertools.count(1)


@given(steps=STEPS)
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_no_order_of_saves_and_checks_leaves_a_changed_account_unflagged(
    office_of_three: World, steps: list[tuple[str, str, str]]
) -> None:
    world = office_of_three
    verbs = world.office.bank_details
    world.sit(GRACE)
    person = world.person(f"Person {next(_numbers)}").participant_id
    # What each step that changed the file left: the account, who changed it, whether it waits.
    past = [("01234567", GRACE, False)]
    for step, operator, typed in steps:
        world.sit(operator)
        number, changer, is_flagged = past[-1]
        if step == "save":
            verbs.save(a_bank_details(participant_id=person, account_number=typed))
            if typed != number:
                past.append((typed, operator, True))
        elif step == "confirm" and is_flagged and operator != changer:
            verbs.confirm(person, HOW)
            past.append((number, changer, False))
        elif step == "confirm" and is_flagged:
            with world.refused(CheckedBySameError):
                verbs.confirm(person, HOW)
        elif step == "undo" and len(past) > 1:
            world.office.history.undo()
            past.pop()
        details = verbs.get(person)
        assert details is not None
        assert (details.account_number, details.waits_for_check) == (past[-1][0], past[-1][2])
