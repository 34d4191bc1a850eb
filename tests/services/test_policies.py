"""New rules price anew only what nobody agreed yet, and a mistaken text changes nothing."""

import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.contributions import Choice, Contribution, Pay, WorkState
from coprod_desktop.domain.errors import DateOutOfRangeError, NotFoundError
from coprod_desktop.domain.expenses import ExpenseClaim, ExpenseItem, ExpenseKind
from coprod_desktop.domain.policy import PolicyVersion, read_case, read_policy, simple_of, text_of
from coprod_desktop.domain.policy.problems import PolicyFileError
from coprod_desktop.domain.policy.simple import SimplePolicy, has_remarks
from coprod_desktop.paths import resource
from coprod_desktop.services.expenses import ExpenseLine
from coprod_desktop.services.office import Office
from coprod_desktop.services.policies import STARTERS, Starter
from coprod_desktop.services.policy_cases import ExampleCase, case_text
from coprod_desktop.services.quotes import answer_for
from coprod_desktop.services.rates import shipped_book
from tests.builders import TODAY, WORKED_ON, an_engagement
from tests.services.sheet_files import a_sheet
from tests.services.world import World

DAY = datetime.timedelta(days=1)
TWENTY = text_of(SimplePolicy(hourly_pence=2000, car_mile_pence=60))
TEN = text_of(SimplePolicy(hourly_pence=1000, car_mile_pence=10))
MISTAKEN = TWENTY.replace("rate = 20.00", "rat = 20.00", 1)
CAR = ExpenseLine(spent_on=WORKED_ON, kind=ExpenseKind.CAR, what="Drive", tenth_miles=100)
CASE = ExampleCase(on=datetime.date(2026, 6, 4), minutes=190, tenth_miles=220)


def items(world: World, claim: ExpenseClaim) -> tuple[ExpenseItem, ...]:
    return world.office.expenses.items(claim.expense_claim_id)


def again(world: World, work: Contribution) -> Contribution:
    return world.office.contributions.get(work.contribution_id)


# --- saving --------------------------------------------------------------------------------------


def test_only_what_waits_from_that_day_on_is_priced_anew(world: World) -> None:
    person = world.person()
    early = world.log(person, worked_on=WORKED_ON - DAY)
    waiting, approved = world.log(person), world.approved(person)
    saved = world.office.policies.save(TWENTY, WORKED_ON)
    assert (saved.version.version, saved.contributions, saved.expenses) == (2, 1, 0)
    assert again(world, waiting).offered_pence == 5000
    assert "Policy version 2." in again(world, waiting).because
    assert again(world, early) == early
    assert again(world, approved) == approved


def test_what_was_sent_back_is_priced_anew_and_still_waits_to_be_corrected(world: World) -> None:
    work = world.log(world.person())
    world.office.contributions.send_back(work.contribution_id, "Which day was it?")
    world.office.policies.save(TWENTY, WORKED_ON)
    after = again(world, work)
    assert (after.state, after.offered_pence) == (WorkState.SENT_BACK, 5000)
    assert after.note == "Which day was it?"


def test_what_the_person_chose_stays(world: World) -> None:
    person = world.person()
    part = world.log(person, choice=Choice.PART, agreed_pence=2500)
    declined = world.log(person, choice=Choice.DECLINE, worked_on=WORKED_ON + DAY)
    world.office.policies.save(TWENTY, WORKED_ON)
    assert again(world, part).agreed_pence == 2500
    after = again(world, declined)
    assert (after.choice, after.agreed_pence, after.value_pence) == (Choice.DECLINE, 0, 5000)


def test_a_part_is_never_more_than_a_lower_offer(world: World) -> None:
    part = world.log(world.person(), choice=Choice.PART, agreed_pence=2900)
    saved = world.office.policies.save(TEN, WORKED_ON)
    after = again(world, part)
    assert saved.contributions == 1
    assert (after.choice, after.offered_pence, after.agreed_pence) == (Choice.PART, 2500, 2500)


def test_what_unpaid_work_is_worth_follows_and_work_in_salary_stays(world: World) -> None:
    person = world.person()
    unpaid = world.log(person, pay=Pay.UNPAID)
    salaried = world.log(person, pay=Pay.SALARY, worked_on=WORKED_ON + DAY)
    world.office.policies.save(TWENTY, WORKED_ON)
    assert again(world, unpaid).value_pence == 5000
    assert again(world, salaried) == salaried


def test_waiting_expenses_are_priced_anew_and_approved_ones_stay(world: World) -> None:
    person = world.person()
    waiting, approved = world.claim(person, CAR), world.approved_claim(person, CAR)
    saved = world.office.policies.save(TWENTY, WORKED_ON)
    assert (saved.contributions, saved.expenses) == (0, 1)
    assert [one.agreed_pence for one in items(world, waiting)] == [600]
    assert [one.agreed_pence for one in items(world, approved)] == [550]


def test_an_amount_that_was_agreed_by_hand_stays(world: World) -> None:
    claim = world.claim(world.person(), CAR)
    (item,) = items(world, claim)
    why = "Less than Policy version 1. A neighbour shared it"
    agreed = world.office.expenses.agree(item.expense_item_id, 300, why)
    saved = world.office.policies.save(TWENTY, WORKED_ON)
    assert saved.expenses == 0
    assert items(world, claim) == (agreed,)


def test_an_amount_from_an_imported_sheet_stays(file_world: World, tmp_path: Path) -> None:
    sheet = a_sheet(
        tmp_path / "time.csv",
        "Name,Project,Date,Hours,Kind,What,Amount",
        f"Aisha Rahman,Better Waiting Rooms,{WORKED_ON:%d/%m/%Y},2.5,Meeting,Group,41.00",
    )
    file_world.office.imports.contributions(sheet)
    (before,) = file_world.records(Contribution)[Contribution]
    saved = file_world.office.policies.save(TWENTY, WORKED_ON - 9 * DAY)
    assert before.offered_pence == 4100
    assert saved.contributions == 0
    assert file_world.records(Contribution)[Contribution] == (before,)


def test_an_agreed_rate_goes_before_the_rules(world: World) -> None:
    person = world.person()
    world.office.projects.agree(
        an_engagement(
            engagement_id=0,
            participant_id=person.participant_id,
            project_id=world.project.project_id,
            starts_on=WORKED_ON,
            hourly_pence=3000,
        )
    )
    work = world.log(person)
    world.office.policies.save(starter(world.office, "expenses-only").text, WORKED_ON)
    assert again(world, work).offered_pence == 7500


def test_what_follows_a_later_version_is_priced_by_that_one(world: World) -> None:
    person = world.person()
    first, later = world.log(person), world.log(person, worked_on=WORKED_ON + 5 * DAY)
    world.office.policies.save(TEN, WORKED_ON + 5 * DAY)
    saved = world.office.policies.save(TWENTY, WORKED_ON)
    assert saved.contributions == 1
    assert again(world, first).offered_pence == 5000
    assert again(world, later).offered_pence == 2500


def test_taking_back_takes_the_version_and_the_prices_back(world: World) -> None:
    person = world.person()
    world.log(person)
    world.claim(person, CAR)
    kinds = (PolicyVersion, Contribution, ExpenseItem)
    before = world.records(*kinds)
    world.office.policies.save(TWENTY, WORKED_ON)
    assert world.records(*kinds) != before
    world.office.history.undo()
    assert world.records(*kinds) == before
    assert world.findings() == ()


def test_a_mistaken_text_is_refused_and_nothing_changes(world: World) -> None:
    world.log(world.person())
    with world.refused(PolicyFileError) as caught:
        world.office.policies.save(MISTAKEN, WORKED_ON)
    assert isinstance(caught.value, PolicyFileError)
    assert caught.value.problems == world.office.policies.problems(MISTAKEN)


@pytest.mark.parametrize("day", [datetime.date(206, 6, 4), datetime.date(2206, 6, 4)])
def test_a_day_that_is_surely_a_slip_is_refused(file_world: World, day: datetime.date) -> None:
    with file_world.refused(DateOutOfRangeError):
        file_world.office.policies.save(TWENTY, day)
    with pytest.raises(DateOutOfRangeError):
        file_world.office.policies.plan(day)


def test_the_ends_of_lines_are_kept_in_one_way(file_world: World) -> None:
    saved = file_world.office.policies.save(TWENTY.replace("\n", "\r\n"), WORKED_ON)
    assert saved.version.text == TWENTY


# --- before saving -------------------------------------------------------------------------------


def test_the_plan_counts_what_waits_up_to_the_next_version(world: World) -> None:
    person = world.person()
    world.log(person)
    world.log(person, worked_on=WORKED_ON + 5 * DAY)
    world.approved(person, worked_on=WORKED_ON + DAY)
    world.claim(person, CAR)
    later = world.office.policies.save(TEN, WORKED_ON + 5 * DAY).version
    plan = world.office.policies.plan(WORKED_ON)
    assert (plan.version, plan.contributions, plan.expenses) == (3, 1, 1)
    assert (plan.until, plan.is_back_dated) == (later, WORKED_ON < TODAY)
    last = world.office.policies.plan(WORKED_ON + 5 * DAY)
    assert (last.contributions, last.until) == (1, None)


def test_versions_come_newest_first_and_one_is_in_force(file_world: World) -> None:
    policies = file_world.office.policies
    policies.save(TWENTY, TODAY + DAY)
    assert [one.version for one in policies.versions()] == [2, 1]
    assert policies.in_force().version == 1
    assert policies.in_force(TODAY + DAY).version == 2


# --- trying --------------------------------------------------------------------------------------


def test_a_trial_gives_the_answer_and_the_published_figures_it_used(file_world: World) -> None:
    text = text_of(SimplePolicy(hourly_pence=2000))
    trial = file_world.office.policies.trial(text, case_text(CASE))
    assert trial.problems == ()
    assert trial.answer is not None
    assert (trial.answer.payment_pence, trial.answer.reimbursement_pence) == (6333, 1210)
    assert [(rate.code, int(rate.value)) for rate in trial.figures] == [("car", 55)]


def test_a_trial_of_a_mistaken_text_names_its_lines(file_world: World) -> None:
    trial = file_world.office.policies.trial(MISTAKEN, case_text(CASE))
    assert trial.answer is None
    assert trial.problems[0].line == MISTAKEN.splitlines().index("rat = 20.00") + 1


def test_a_figure_that_is_not_published_is_told(file_world: World) -> None:
    text = TWENTY.replace("rate = 0.60", 'rate = "hmrc-hovercraft"')
    with pytest.raises(NotFoundError):
        file_world.office.policies.trial(text, case_text(CASE))


# --- the starters --------------------------------------------------------------------------------


def starter(office: Office, key: str) -> Starter:
    return next(one for one in office.policies.starters() if one.key == key)


@pytest.mark.parametrize(
    ("key", "kind", "minutes", "payment", "value"),
    [
        ("by-the-hour", "Meeting", 190, 4259, 0),
        ("half-day-and-day", "Meeting", 190, 5000, 0),
        ("half-day-and-day", "Meeting", 240, 5000, 0),
        ("half-day-and-day", "Meeting", 241, 10_000, 0),
        ("half-day-and-day", "Preparation", 60, 0, 1345),
        ("expenses-only", "Meeting", 190, 0, 4259),
        ("nihr-style", "Meeting", 30, 1380, 0),
        ("nihr-style", "Meeting", 31, 2750, 0),
        ("nihr-style", "Meeting", 60, 2750, 0),
        ("nihr-style", "Meeting", 120, 5500, 0),
        ("nihr-style", "Meeting", 190, 8250, 0),
        ("nihr-style", "Meeting", 241, 16_500, 0),
        ("nihr-style", "Half day", 300, 8250, 0),
        ("nihr-style", "Full day with preparation", 480, 33_000, 0),
        ("nihr-style", "Chairing", 120, 49_500, 0),
        ("nihr-style", "Preparation", 60, 0, 0),
        ("nihr-style", "Travel time", 60, 0, 2750),
    ],
)
def test_each_starter_pays_what_it_says(
    file_world: World, key: str, kind: str, minutes: int, payment: int, value: int
) -> None:
    case = ExampleCase(on=CASE.on, kind_of_work=kind, minutes=minutes, tenth_miles=220)
    office = file_world.office
    answer = office.policies.example(starter(office, key).text, case_text(case))
    assert (answer.payment_pence, answer.value_pence) == (payment, value)
    assert answer.reimbursement_pence == 1210


def test_the_simple_form_can_hold_the_simple_starters(file_world: World) -> None:
    found = {one.key: simple_of(one.text) for one in file_world.office.policies.starters()}
    assert tuple(found) == STARTERS
    assert [key for key, simple in found.items() if simple is None] == ["nihr-style"]


def test_the_worked_out_amounts_of_nihr_say_so_to_the_person(file_world: World) -> None:
    nihr = starter(file_world.office, "nihr-style")
    assert "not printed" in read_policy(nihr.text).source
    answer = file_world.office.policies.example(nihr.text, case_text(CASE))
    assert "Worked out" in answer.lines[0].because
    assert "second-hand" in answer.lines[1].because


def test_remarks_do_not_keep_rules_out_of_the_form() -> None:
    simple = SimplePolicy(hourly_pence=1250)
    text = text_of(simple)
    assert not has_remarks(text)
    assert simple_of(f"# Agreed in May\n{text}") == simple
    assert has_remarks(f"# Agreed in May\n{text}")
    assert not has_remarks("[[fee]]")


@given(
    st.sampled_from(STARTERS),
    st.integers(1, 1440),
    st.dates(datetime.date(2022, 1, 1), datetime.date(2027, 12, 31)),
)
def test_no_starter_pays_less_for_longer_work(key: str, minutes: int, day: datetime.date) -> None:
    policy = read_policy(resource("policies", f"{key}.toml").read_text(encoding="utf-8"))
    paid = []
    for length in (minutes, minutes + 1):
        case = read_case(case_text(ExampleCase(on=day, minutes=length)), policy)
        paid.append(answer_for(policy, case, shipped_book()).payment_pence)
    assert paid[0] <= paid[1]


def test_the_number_of_a_version_that_was_taken_back_never_comes_again(world: World) -> None:
    second = world.policy(effective_on=WORKED_ON, hourly_pence=1500)
    world.office.history.undo()
    third = world.policy(effective_on=WORKED_ON, hourly_pence=1600)
    assert (second.version, third.version) == (2, 3)


def test_forms_offer_the_usual_kinds_of_work_and_those_of_the_policy(world: World) -> None:
    text = (
        '[policy]\nname = "Trial"\n[[fee]]\nname = "Half days"\n'
        'when = { kind = ["half day", "meeting"] }\npays = 75.00\n'
    )
    world.office.policies.save(text, TODAY)
    assert "Half day" in world.office.policies.kinds_of_work(TODAY)
    assert world.office.policies.kinds_of_work(TODAY).count("Meeting") == 1
    assert "Half day" not in world.office.policies.kinds_of_work(TODAY - DAY)
