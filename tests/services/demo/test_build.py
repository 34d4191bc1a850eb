"""The demo charity is sound, believable, and the same for the same seed."""

import datetime
from pathlib import Path
from typing import Any

import pytest

from coprod_desktop.domain.approvals import Approval
from coprod_desktop.domain.checks import CheckKind
from coprod_desktop.domain.contributions import Choice, Contribution, Pay, WorkState
from coprod_desktop.domain.errors import FileExistsAlreadyError, PassphraseTooShortError
from coprod_desktop.domain.expenses import ExpenseClaim, ExpenseItem, Receipt, SupportCost
from coprod_desktop.domain.organisation import Operator
from coprod_desktop.domain.participants import Capacity, Edition, PaidBy, Participant
from coprod_desktop.domain.pay_runs import PayRun, RunState
from coprod_desktop.domain.policy import PolicyVersion
from coprod_desktop.domain.statements import Statement
from coprod_desktop.services.demo import DEMO_NOW, build_demo
from coprod_desktop.services.demo.papers import SUMMER
from coprod_desktop.services.dues import DEFERRED, NO_ACCOUNT, OWN_RUN, UNCHECKED_ACCOUNT
from coprod_desktop.services.office import Office
from coprod_desktop.storage import schema

PASSPHRASE = "a pier of long planks"


def records(office: Office, *kinds: type) -> dict[type, tuple[Any, ...]]:
    with office.desk.reading() as reading:
        return {kind: reading.find(kind) for kind in kinds or schema.records()}


def test_the_same_seed_tells_the_same_story_in_a_file_and_on_a_server(
    demo: Office, location: str
) -> None:
    again = build_demo(location, PASSPHRASE)
    assert records(again) == records(demo)
    assert again.history.latest(9999) == demo.history.latest(9999)
    again.close()


def test_another_seed_tells_another_story_of_the_same_people(demo: Office, tmp_path: Path) -> None:
    other = build_demo(str(tmp_path / "Other.coprod"), PASSPHRASE, seed=7, contributions=60)
    assert [p.name for p in other.participants.everybody()] == [
        p.name for p in demo.participants.everybody()
    ]
    minutes = [piece.minutes for piece in records(other, Contribution)[Contribution]]
    latest = [piece.minutes for piece in records(demo, Contribution)[Contribution]][-60:]
    assert minutes != latest
    other.close()


def test_the_file_is_sound(demo: Office) -> None:
    assert demo.safety.findings() == ()


def test_every_kind_of_person_is_there(demo: Office) -> None:
    people = records(demo, Participant)[Participant]
    assert len(people) == 24
    assert {person.edition for person in people} == set(Edition)
    assert {person.paid_by for person in people} == set(PaidBy)
    assert {person.capacity for person in people} == set(Capacity)
    assert {person.language for person in people} == {"en", "cy", "en+cy"}
    assert [person.name for person in people if person.left_out] == ["Rowan Blackwood"]
    assert [person.name for person in people if not person.shows_declined] == ["Mair Eluned Parry"]
    assert [person.name for person in people if person.wants_web_page] == ["Jade Whitcombe"]
    names = {person.name for person in people}
    assert {"Llŷr ap Huw", "Małgorzata Zielińska", "Nguyễn Thị Linh"} <= names
    assert {"محمد السيد", "سلمى الحداد"} <= {person.name_in_script for person in people}


def test_every_kind_of_offer_and_answer_is_there(demo: Office) -> None:
    pieces = records(demo, Contribution)[Contribution]
    assert {piece.choice for piece in pieces} == set(Choice)
    assert {piece.pay for piece in pieces} == set(Pay)
    assert {piece.state for piece in pieces} == set(WorkState)
    claims = records(demo, ExpenseClaim)[ExpenseClaim]
    assert {claim.state for claim in claims} == set(WorkState)
    items = records(demo, ExpenseItem)[ExpenseItem]
    assert any(item.agreed_pence < item.claimed_pence for item in items)
    rates = {rate for rate in ("45p a mile", "55p a mile") for i in items if rate in i.because}
    assert rates == {"45p a mile", "55p a mile"}
    assert {receipt.media_type for receipt in records(demo, Receipt)[Receipt]} == {
        "image/png",
        "application/pdf",
    }
    assert len(records(demo, SupportCost)[SupportCost]) > 10


def test_the_policy_rose_during_the_year_and_changed_nothing_agreed(demo: Office) -> None:
    first, second = records(demo, PolicyVersion)[PolicyVersion]
    assert "rate = 14.00" in first.text
    assert "rate = 15.00" in second.text
    pieces = records(demo, Contribution)[Contribution]
    early = [one for one in pieces if one.worked_on < second.effective_on and one.offered_pence]
    assert early
    assert all(f"version {second.version}" not in one.because for one in early)


def test_runs_were_prepared_by_one_and_approved_by_another(demo: Office) -> None:
    runs = records(demo, PayRun)[PayRun]
    assert runs[-1].state is RunState.PREPARED
    assert [run.state for run in runs].count(RunState.REVERSED) == 1
    done = [run for run in runs if run.approved_by_id]
    assert len(done) > 20
    assert all(run.prepared_by_id != run.approved_by_id for run in done)
    held = {one.because for one in demo.pay_runs.details(runs[-1].number).held}
    assert held == {NO_ACCOUNT, DEFERRED, OWN_RUN, UNCHECKED_ACCOUNT}


def test_nobody_approved_their_own(demo: Office) -> None:
    found = records(demo, Approval, Contribution, ExpenseClaim, Operator)
    who = {one.operator_id: one.participant_id for one in found[Operator]}
    whose = {one.contribution_id: one.participant_id for one in found[Contribution]}
    whose |= {one.expense_claim_id: one.participant_id for one in found[ExpenseClaim]}
    about = [a for a in found[Approval] if a.subject_id in whose]
    assert about
    assert [a for a in about if who[a.operator_id] == whose[a.subject_id]] == []


def test_statements_were_issued_and_one_was_replaced(demo: Office) -> None:
    statements = records(demo, Statement)[Statement]
    assert [one.is_replaced for one in statements].count(True) == 1
    rows = demo.statements.list(*SUMMER)
    out_of_date = [row.participant for row in rows if row.is_out_of_date]
    assert out_of_date == ["Aoife Ní Bhriain", "Ngozi Okonkwo"]


def test_every_screen_has_something_open(demo: Office) -> None:
    found = records(demo, Contribution, ExpenseClaim)
    for rows in found.values():
        states = [row.state for row in rows]
        assert states.count(WorkState.LOGGED) >= 2
        assert states.count(WorkState.SENT_BACK) >= 1
    assert all(project.agreed_pence for project in demo.projects.summaries())
    assert any(not project.is_open for project in demo.projects.summaries())


def test_the_history_is_of_four_people_on_many_days(demo: Office) -> None:
    changes = demo.history.latest(9999)
    assert len({change.operator for change in changes}) == 4
    moments = [change.made_at for change in changes][::-1]
    assert moments == sorted(moments)
    assert moments[-1] <= DEMO_NOW
    assert len({moment.date() for moment in moments}) > 100
    assert [change.is_undone for change in changes].count(True) == 1


def test_the_office_that_is_handed_over_has_the_real_clock(tmp_path: Path) -> None:
    office = build_demo(str(tmp_path / "Now.coprod"), PASSPHRASE, participants=2, contributions=0)
    now = datetime.datetime.now(datetime.UTC)
    assert abs(office.desk.now() - now) < datetime.timedelta(hours=1)
    project = office.projects.open_projects()[0]
    office.projects.save(project)
    office.participants.add(Participant(participant_id=0, name="Zofia Nowak"))
    made_at = office.history.latest(1)[0].made_at
    assert abs(made_at - now) < datetime.timedelta(hours=1)
    office.close()


@pytest.mark.parametrize(("people", "pieces"), [(0, 0), (1, 3), (3, 40), (24, 1), (60, 1500)])
def test_a_story_of_any_size_holds_exactly_as_many_as_asked(
    tmp_path: Path, people: int, pieces: int
) -> None:
    path = tmp_path / "Any.coprod"
    office = build_demo(str(path), PASSPHRASE, participants=people, contributions=pieces)
    found = records(office, Participant, Contribution)
    assert len(found[Participant]) == people
    assert len(found[Contribution]) == pieces
    assert office.safety.findings() == ()
    office.close()


def test_no_file_is_left_where_the_story_breaks_off(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "Broken.coprod"

    class PulledPlugError(Exception):
        pass

    def stop(_told: object) -> None:
        raise PulledPlugError

    monkeypatch.setattr("coprod_desktop.services.demo.opening.person_of", stop)
    with pytest.raises(PulledPlugError):
        build_demo(str(path), PASSPHRASE)
    assert not path.exists()


def test_a_file_that_is_there_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "There.coprod"
    path.write_bytes(b"Somebody's file")
    with pytest.raises(FileExistsAlreadyError):
        build_demo(str(path), PASSPHRASE)
    assert path.read_bytes() == b"Somebody's file"
    with pytest.raises(PassphraseTooShortError):
        build_demo(str(tmp_path / "Short.coprod"), "short")


def test_there_is_something_to_look_at_and_something_that_a_policy_may_ask(demo: Office) -> None:
    (found,) = demo.checks.open_findings(since_on=DEMO_NOW.date().replace(year=2025)).found
    assert (found.name, found.finding.kind) == ("Mohammed El-Sayed", CheckKind.ALLOWANCE)
    said = [one.circumstances for one in records(demo, ExpenseItem)[ExpenseItem]]
    assert [one for one in said if one] == ['time = "180m"\nchildren = 2', "agreed_on = 2026-06-25"]
