"""What is kept about many people changes together, and nothing else about them."""

from dataclasses import replace

from coprod_desktop.domain.bulk_edits import Difference, ParticipantEdit, TextEdit, TextWay
from coprod_desktop.domain.errors import TextTooLongError
from coprod_desktop.domain.paper_errors import LanguageUnknownError
from coprod_desktop.domain.participants import Capacity, ContactBy, Edition, Participant
from tests.services.world import World


def test_ticked_fields_change_and_others_stay(file_world: World) -> None:
    world = file_world
    people = [world.person(name) for name in ("Siân Rees", "aled Price", "Zofia Nowak")]
    edit = ParticipantEdit(
        capacity=Capacity.CARER,
        contact_by=ContactBy.PHONE,
        edition=Edition.EASY_READ,
        language="en+cy",
        is_active=False,
    )
    ids = [one.participant_id for one in people]
    plan = world.office.bulk_edits.plan([*ids, ids[0]], edit)
    assert [one.entry.who for one in plan.changes] == ["aled Price", "Siân Rees", "Zofia Nowak"]
    world.office.bulk_edits.save(plan)
    assert set(world.records(Participant)[Participant]) == {
        replace(
            one,
            capacity=Capacity.CARER,
            contact_by=ContactBy.PHONE,
            edition=Edition.EASY_READ,
            language="en+cy",
            is_active=False,
        )
        for one in people
    }


def test_who_is_so_already_is_counted_and_not_told(file_world: World) -> None:
    world = file_world
    one, other = world.person(), world.person("Bronwen Pugh", capacity=Capacity.CARER)
    edit = ParticipantEdit(capacity=Capacity.CARER)
    plan = world.office.bulk_edits.plan([one.participant_id, other.participant_id], edit)
    (change,) = plan.changes
    assert change.differences == (
        Difference(field="capacity", before=Capacity.LIVED_EXPERIENCE, after=Capacity.CARER),
    )
    assert plan.same == 1


def test_a_text_that_would_be_too_long_stays(file_world: World) -> None:
    world = file_world
    person = world.person(wishes="x" * 3990)
    edit = ParticipantEdit(wishes=TextEdit(text="On Zoom, please", way=TextWay.APPEND))
    plan = world.office.bulk_edits.plan([person.participant_id], edit)
    assert [type(one.error) for one in plan.left] == [TextTooLongError]
    unknown = world.office.bulk_edits.plan([person.participant_id], ParticipantEdit(language="xx"))
    assert [type(one.error) for one in unknown.left] == [LanguageUnknownError]
