"""What went another way than planned is in the file as it was told."""

import datetime

from coprod_desktop.domain.contributions import Choice, Contribution, WorkState
from coprod_desktop.domain.participants import PaidBy
from coprod_desktop.services.contributions import ContributionFilter
from coprod_desktop.services.demo.turns import turn_steps
from coprod_desktop.services.office import Office
from tests.services.demo.staging import staged
from tests.services.world import World


def pieces_of(demo: Office, name: str, day: datetime.date) -> list[Contribution]:
    person = demo.participants.named(name)
    chosen = ContributionFilter(participant_id=person.participant_id, from_on=day, to_on=day)
    found = demo.contributions.page(chosen, None, 20)
    return [demo.contributions.get(one.contribution_id) for one in found]


def test_minds_were_changed_and_the_deferred_work_was_paid(demo: Office) -> None:
    siân = pieces_of(demo, "Siân Ellis-Rees", datetime.date(2026, 3, 10))
    paid = [piece for piece in siân if piece.offered_pence]
    assert {(piece.choice, piece.state) for piece in paid} == {(Choice.ACCEPT, WorkState.PAID)}


def test_a_question_is_open_and_a_correction_was_made(demo: Office) -> None:
    (asked,) = pieces_of(demo, "Babatunde Afolabi", datetime.date(2026, 10, 29))
    assert asked.state is WorkState.SENT_BACK
    (corrected,) = pieces_of(demo, "Mair Eluned Parry", datetime.date(2026, 8, 11))
    assert (corrected.minutes, corrected.value_pence) == (135, 3375)


def test_accounts_and_ways_to_be_paid_changed(demo: Office) -> None:
    mohamed = demo.participants.named("Mohammed El-Sayed")
    details = demo.bank_details.get(mohamed.participant_id)
    assert details
    assert details.account_number == "00068157"
    assert demo.participants.named("Kwame Asante-Boateng").paid_by is PaidBy.BANK


def test_turns_of_people_who_are_not_there_are_not_told(file_world: World) -> None:
    charity = staged(file_world).script.charity
    by_all = len(charity["policy"]) - 1 + len(charity["news"])
    told = list(turn_steps(staged(file_world)))
    assert len(told) == by_all + len(staged(file_world).script.money["change_of_mind"]) + 1
    told[-1].do()  # the piece that was logged twice belongs to somebody who is not there
    assert file_world.office.history.latest(1)[0].verb == "add operator"
