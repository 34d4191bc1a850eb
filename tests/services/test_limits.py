"""What a person asked about is watched on the days that count, blocks nothing and stays private."""

import dataclasses
import datetime
import logging
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from coprod_desktop.domain.contributions import Choice, Contribution, Pay, WorkState
from coprod_desktop.domain.errors import (
    CannotUndoError,
    DateImpossibleError,
    LimitMissingError,
    NotFoundError,
)
from coprod_desktop.domain.limit_sums import Level, LimitWarning, PayDay
from coprod_desktop.domain.limit_words import ASK_AN_ADVISER, because
from coprod_desktop.domain.limits import LimitRule, LimitWatch, WorkAllowance
from coprod_desktop.domain.participants import Participant
from coprod_desktop.services.dues import DEFERRED
from coprod_desktop.services.verb_words import verb_words
from coprod_desktop.storage import history
from tests.builders import PAID_ON, TODAY, WORKED_ON, a_limit_watch
from tests.services.world import World

DAY = datetime.timedelta(days=1)


def ask(world: World, person: Participant, **override: Any) -> LimitWatch:
    """Let a person ask for £100.00 a week, or what the test says."""
    return world.office.limits.save(a_limit_watch(participant_id=person.participant_id, **override))


def entry(world: World, person: Participant, **override: Any) -> LimitWarning | None:
    """Say what one row of the session sheet would bring."""
    (priced,) = world.office.sessions.quote(world.session(world.row(person, **override)))
    (warning,) = world.office.limits.warnings_for_entry([priced.contributions])
    return warning


def level(warning: LimitWarning | None) -> Level | None:
    return warning.level if warning is not None else None


# --- what was asked ------------------------------------------------------------------------------


def test_nothing_is_watched_until_somebody_asks(world: World) -> None:
    aisha = world.person()
    assert world.office.limits.watch(aisha.participant_id) is None
    assert entry(world, aisha, minutes=(("Meeting", 1_200),)) is None
    world.approved(aisha, minutes=1_200)
    assert world.office.limits.warnings_before_run(TODAY) == ()


def test_what_was_asked_is_kept_changed_and_stopped(world: World) -> None:
    aisha = world.person()
    first = ask(world, aisha)
    assert world.office.limits.watch(aisha.participant_id) == first
    second = ask(world, aisha, rule=LimitRule.PERMITTED_WORK, week_starts=2)
    assert second.limit_watch_id == first.limit_watch_id
    assert world.office.limits.watch(aisha.participant_id) == second
    assert second.own_pence is None
    world.office.limits.stop(aisha.participant_id)
    assert world.office.limits.watch(aisha.participant_id) is None
    assert world.findings() == ()


@pytest.mark.parametrize(
    ("said", "error"),
    [
        ({"own_pence": None}, LimitMissingError),
        ({"assessment_day": 32}, DateImpossibleError),
        ({"participant_id": 12}, NotFoundError),
    ],
)
def test_what_cannot_be_watched_is_refused(
    world: World, said: dict[str, Any], error: type[Any]
) -> None:
    aisha = world.person()
    watch = a_limit_watch(**{"participant_id": aisha.participant_id, **said})
    with world.refused(error):
        world.office.limits.save(watch)
    with world.refused(NotFoundError):
        world.office.limits.stop(aisha.participant_id)


def test_asking_can_be_taken_back_and_leaves_no_image(world: World) -> None:
    aisha = world.person()
    watch = ask(world, aisha)
    (change,) = world.office.history.latest(1)
    assert change.verb == "watch a limit"
    assert verb_words(change.verb) != "Watch a limit"
    world.office.history.undo()
    assert world.office.limits.watch(aisha.participant_id) is None
    assert images(world, watch) == {(None, None)}


def test_stopping_leaves_no_image_and_is_not_offered_for_undoing(world: World) -> None:
    aisha = world.person()
    watch = ask(world, aisha)
    ask(world, aisha, own_pence=7_777)
    world.office.limits.stop(aisha.participant_id)
    assert images(world, watch) == {(None, None)}
    assert verb_words("stop watching a limit") != "Stop watching a limit"
    assert world.office.history.last() is None
    with world.refused(CannotUndoError) as caught:
        world.office.history.undo()
    assert caught.value.facts == {"because": "erased"}
    assert world.findings() == ()


def images(world: World, watch: LimitWatch) -> set[tuple[Any, Any]]:
    with world.office.desk.reading() as reading:
        about = history.rows_about(reading, watch.limit_watch_id)
    return {(row.before, row.after) for _change, row in about}


# --- while an entry is typed ---------------------------------------------------------------------


def test_an_entry_is_expected_on_the_day_promised_and_counts_what_waits(world: World) -> None:
    aisha, promise = world.person(), world.office.organisation.get().promise_days
    world.clock.go_to(WORKED_ON)
    ask(world, aisha)
    assert entry(world, aisha) is None  # three hours at £12.00
    world.log(aisha, minutes=300)
    warning = entry(world, aisha)
    assert warning is not None
    assert (warning.level, warning.pay_day) == (Level.NEAR, PayDay.PROMISED)
    assert warning.pay_on == WORKED_ON + promise * DAY
    assert (warning.money.before, warning.money.added) == (6_000, 3_600)
    world.log(aisha, minutes=60)
    over = entry(world, aisha)
    assert over is not None
    assert (over.level, over.fits_pence) == (Level.OVER, 2_800)
    assert because(over).endswith(ASK_AN_ADVISER)


def test_an_old_entry_is_expected_today(world: World) -> None:
    aisha = world.person()
    ask(world, aisha, own_pence=3_600)
    world.clock.go_to(WORKED_ON + 300 * DAY)
    warning = entry(world, aisha)
    assert warning is not None
    assert (warning.level, warning.pay_day) == (Level.AT, PayDay.OVERDUE)
    assert warning.pay_on == WORKED_ON + 300 * DAY


def test_what_was_paid_counts_on_the_day_it_was_paid(world: World) -> None:
    aisha = world.person()
    world.approved(aisha, minutes=480)
    world.settled_run()
    ask(world, aisha, rule=LimitRule.OWN_MONTH, own_pence=10_000, assessment_day=PAID_ON.day)
    charity = world.office.organisation.get()
    world.office.organisation.save(dataclasses.replace(charity, promise_days=0))
    world.clock.go_to(PAID_ON)
    within = entry(world, aisha)
    assert within is not None
    assert (within.money.before, within.level) == (9_600, Level.OVER)
    world.clock.go_to(PAID_ON + 40 * DAY)
    assert entry(world, aisha) is None


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        (Choice.ACCEPT, Level.OVER),
        (Choice.VOUCHER, Level.OVER),
        (Choice.DONATE, Level.OVER),
        (Choice.DECLINE, None),
        (Choice.DEFER, None),
    ],
)
def test_the_choice_decides_whether_it_counts(
    world: World, choice: Choice, expected: Level | None
) -> None:
    aisha = world.person()
    ask(world, aisha, own_pence=1_000)
    assert level(entry(world, aisha, choice=choice)) is expected


def test_taking_the_part_that_fits_brings_the_sum_to_the_limit(world: World) -> None:
    aisha = world.person()
    ask(world, aisha, own_pence=1_234)
    warning = entry(world, aisha)
    assert warning is not None
    assert warning.fits_pence == 1_234
    parted = entry(world, aisha, choice=Choice.PART, part_pence=warning.fits_pence)
    assert level(parted) is Level.AT


def test_rows_of_one_person_count_together_and_others_stay_out_of_it(world: World) -> None:
    aisha, bronwen = world.person(), world.person("Bronwen Pugh")
    ask(world, aisha, own_pence=5_000)
    rows = (world.row(aisha), world.row(bronwen), world.row(aisha))
    priced = world.office.sessions.quote(world.session(*rows))
    found = world.office.limits.warnings_for_entry([one.contributions for one in priced])
    assert [level(one) for one in found] == [None, None, Level.OVER]
    assert found[2] is not None
    assert found[2].fits_pence == 1_400
    assert world.office.limits.warnings_for_entry([(), ()]) == (None, None)


def test_a_piece_that_is_corrected_does_not_count_twice(world: World) -> None:
    aisha = world.person()
    ask(world, aisha, own_pence=3_500)
    logged = world.log(aisha)  # £30.00
    (warning,) = world.office.limits.warnings_for_entry([[logged]])
    assert warning is None


def test_expenses_and_unpaid_time_never_count(world: World) -> None:
    aisha = world.person()
    ask(world, aisha, own_pence=100)
    world.approved_claim(aisha)
    assert world.office.limits.warnings_before_run(TODAY) == ()
    assert entry(world, aisha, pay=Pay.UNPAID) is None
    unpaid = world.log(aisha, pay=Pay.UNPAID, minutes=600)
    paid = world.log(aisha, minutes=5)
    (warning,) = world.office.limits.warnings_for_entry([[unpaid, paid]])
    assert warning is not None
    assert (warning.level, warning.money.added) == (Level.AT, 100)


# --- the published rules -------------------------------------------------------------------------


def on(world: World, day: datetime.date, rule: LimitRule, pence: int, **override: Any) -> Any:
    """Weigh one piece of work that is paid on the day it was done."""
    aisha = world.person()
    ask(world, aisha, rule=rule, **override)
    world.clock.go_to(day)
    same_day = dataclasses.replace(world.office.organisation.get(), promise_days=0)
    world.office.organisation.save(same_day)
    piece = world.work(
        aisha, contribution_id=1, worked_on=day, agreed_pence=pence, offered_pence=pence
    )
    (warning,) = world.office.limits.warnings_for_entry([[piece]])
    return warning


@pytest.mark.parametrize(
    ("day", "pence", "expected"),
    [
        (datetime.date(2025, 6, 2), 19_550, Level.AT),
        (datetime.date(2025, 6, 2), 19_551, Level.OVER),
        (datetime.date(2026, 4, 5), 19_551, Level.OVER),  # still in the week of the old limit
        (datetime.date(2026, 4, 6), 20_350, Level.AT),
        (datetime.date(2026, 4, 6), 20_351, Level.OVER),
        (datetime.date(2024, 6, 3), 18_350, Level.AT),
    ],
)
def test_permitted_work_has_the_limit_of_the_week_of_payment(
    file_world: World, day: datetime.date, pence: int, expected: Level
) -> None:
    warning = on(file_world, day, LimitRule.PERMITTED_WORK, pence)
    assert level(warning) is expected
    assert warning.time.limit == 960


@pytest.mark.parametrize(("pence", "expected"), [(20_400, Level.AT), (20_401, Level.OVER)])
def test_carers_allowance_has_its_published_limit(
    file_world: World, pence: int, expected: Level
) -> None:
    day = datetime.date(2026, 6, 10)
    assert level(on(file_world, day, LimitRule.CARERS_ALLOWANCE, pence)) is expected


def test_universal_credit_has_the_allowance_that_the_person_says(file_world: World) -> None:
    day, rule = datetime.date(2025, 2, 28), LimitRule.UNIVERSAL_CREDIT
    allowance = {"work_allowance": WorkAllowance.NO_HOUSING, "assessment_day": 31}
    warning = on(file_world, day, rule, 90_000, **allowance)
    assert warning.above_pence == 22_700
    assert "£124.85" in because(warning)
    assert warning.money.period.first_on == day
    none = file_world.person("Bronwen Pugh")
    ask(file_world, none, rule=rule)
    assert level(entry(file_world, none)) is Level.COUNTS


def test_a_day_without_a_published_limit_is_said_to_have_none(file_world: World) -> None:
    day = datetime.date(2027, 5, 4)
    for rule in (LimitRule.CARERS_ALLOWANCE, LimitRule.PERMITTED_WORK):
        warning = on(file_world, day, rule, 100)
        assert (warning.level, warning.is_known) == (Level.COUNTS, False)
        file_world.office.participants.save(
            dataclasses.replace(file_world.office.participants.named("Aisha Rahman"), name="Ann")
        )


def test_the_published_limits_of_a_day_can_be_shown(file_world: World) -> None:
    found = file_world.office.limits.published(datetime.date(2026, 6, 10))
    assert (found.permitted_pence, found.permitted_minutes) == (20_350, 960)
    assert found.carers_pence == 20_400
    assert (found.allowance_housing_pence, found.allowance_no_housing_pence) == (42_700, 71_000)
    assert file_world.office.limits.published(datetime.date(1999, 1, 1)).carers_pence is None


# --- in the pay run ------------------------------------------------------------------------------


def test_a_pay_run_tells_again_by_its_own_day_and_lets_the_money_wait(world: World) -> None:
    aisha, bronwen = world.person(), world.person("Bronwen Pugh")
    world.approved(aisha, minutes=300)
    world.approved(aisha, minutes=240)
    world.approved(bronwen, minutes=600)
    ask(world, aisha)
    ((who, warning),) = world.office.limits.warnings_before_run(TODAY, TODAY + 2 * DAY)
    assert who == aisha
    assert (warning.level, warning.pay_day) == (Level.OVER, PayDay.RUN)
    assert (warning.pay_on, warning.money.added) == (TODAY + 2 * DAY, 10_800)
    assert world.office.limits.wait(aisha.participant_id, TODAY) == 2
    assert world.office.limits.warnings_before_run(TODAY) == ()
    due, held = world.office.pay_runs.to_pay(TODAY)
    assert [one.participant.name for one in due] == ["Bronwen Pugh"]
    assert [(one.name, one.because) for one in held] == [("Aisha Rahman", DEFERRED)]
    assert held[0].pence == 10_800


def test_a_prepared_run_tells_and_another_run_of_the_week_counts(world: World) -> None:
    aisha = world.person()
    world.approved(aisha, minutes=300)
    world.prepared()
    world.approved(aisha, minutes=240)
    ask(world, aisha)
    number = world.prepared().number
    ((who, warning),) = world.office.limits.warnings_for_run(number)
    assert who == aisha
    assert (warning.money.before, warning.money.added) == (6_000, 4_800)
    with pytest.raises(NotFoundError):
        world.office.limits.warnings_for_run(99)


def test_work_that_is_held_or_not_approved_is_not_in_the_run(world: World) -> None:
    aisha = world.person(has_account=False)
    bronwen = world.person("Bronwen Pugh")
    world.approved(aisha, minutes=600)
    world.log(bronwen, minutes=600)
    ask(world, aisha)
    ask(world, bronwen)
    assert world.office.limits.warnings_before_run(TODAY) == ()


def test_a_part_that_waits_is_the_whole_offer_again_and_wants_approval(world: World) -> None:
    aisha = world.person()
    logged = world.log(aisha)
    world.office.contributions.choose(logged.contribution_id, Choice.PART, 1_000)
    world.office.contributions.approve([logged.contribution_id])
    assert world.office.limits.wait(aisha.participant_id, TODAY) == 1
    (piece,) = world.records(Contribution)[Contribution]
    assert (piece.choice, piece.agreed_pence) == (Choice.DEFER, 3_000)
    assert piece.state is WorkState.LOGGED


def test_a_warning_blocks_nothing(world: World) -> None:
    aisha = world.person()
    ask(world, aisha, own_pence=1)
    world.office.sessions.log(world.session(world.row(aisha)))
    world.office.approvals.approve_up_to(TODAY)
    world.settled_run()
    assert world.findings() == ()


# --- in confidence -------------------------------------------------------------------------------


def test_what_was_told_is_in_no_workbook_search_statement_or_log(
    file_world: World, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    aisha = file_world.person()
    ask(file_world, aisha, own_pence=98_765)
    ask(file_world, aisha, rule=LimitRule.CARERS_ALLOWANCE)
    file_world.approved(aisha)
    exported = file_world.office.exports.open_workbook(tmp_path / "All.xlsx")
    book = openpyxl.load_workbook(tmp_path / "All.xlsx")
    assert "limit_watches" not in {*exported.tables, *book.sheetnames}
    values = {
        str(value).lower() for sheet in book for row in sheet.values for value in row if value
    }
    assert not [one for one in values if "carer's" in one or "98765" in one]
    assert file_world.office.participants.page(None, 10, "carer's") == ()
    file_world.settled_run()
    issued = file_world.office.statements.issue(WORKED_ON, TODAY)
    content = repr(issued).lower()
    assert "carer's" not in content
    assert "98765" not in caplog.text
    assert "carer" not in caplog.text.lower()
    book.close()
