"""What is decided about must be there, and the decision says who and when."""

from coprod_desktop.domain.approvals import Decision
from coprod_desktop.domain.contributions import Contribution
from coprod_desktop.domain.errors import NotFoundError
from coprod_desktop.services.decisions import all_of, decided
from tests.services.world import GRACE, World


def test_all_are_found_once_by_their_ids(world: World) -> None:
    person = world.person()
    pieces = tuple(world.log(person, minutes=minutes) for minutes in (10, 20))
    ids = [piece.contribution_id for piece in pieces]
    with world.office.desk.reading() as reading:
        assert all_of(reading, Contribution, [*ids, *ids]) == pieces
        assert all_of(reading, Contribution, []) == ()


def test_one_that_is_missing_is_named(world: World) -> None:
    piece = world.log(world.person())
    with world.refused(NotFoundError) as caught, world.office.desk.reading() as reading:
        all_of(reading, Contribution, [piece.contribution_id, 5, 3])
    assert caught.value.facts == {"noun": "Contribution", "name": 3}


def test_a_decision_is_the_operators_of_now(world: World) -> None:
    made = decided(world.office.desk, "contributions", 7, Decision.SENT_BACK, "  An hour? ")
    assert (made.subject, made.subject_id, made.reason) == ("contributions", 7, "An hour?")
    assert made.operator_id == world.operators[GRACE]
    assert made.decided_at == world.clock.now
