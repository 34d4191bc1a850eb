"""The same work keeps its promise, and other work is priced anew."""

from dataclasses import replace
from typing import Any

import pytest

from coprod_desktop.domain.contributions import Pay
from coprod_desktop.services.price_again import is_same_work, priced_again, with_promise_of
from tests.builders import TODAY, WORKED_ON, a_contribution
from tests.services.world import World


@pytest.mark.parametrize(
    ("fields", "is_same"),
    [
        ({"what": "Leaflets", "note": "Seen", "skills": "Welsh"}, True),
        ({"kind_of_work": "MEETING "}, True),
        ({"kind_of_work": "Training"}, False),
        ({"minutes": 1}, False),
        ({"worked_on": TODAY}, False),
        ({"pay": Pay.UNPAID}, False),
        ({"participant_id": 1}, False),
        ({"project_id": 1}, False),
        ({"circumstances": "online = yes"}, False),
    ],
)
def test_words_make_no_other_work(fields: dict[str, Any], is_same: bool) -> None:
    before = a_contribution(kind_of_work="Meeting", pay=Pay.PAID)
    assert is_same_work(before, replace(before, **fields)) is is_same


def test_a_promise_outlives_a_new_policy_until_the_work_is_another(file_world: World) -> None:
    world = file_world
    before = world.log(world.person())
    world.policy(effective_on=WORKED_ON, hourly_pence=2000)
    with world.office.desk.reading() as reading:
        renamed = replace(before, what="Leaflets")
        assert priced_again(reading, before, renamed) == with_promise_of(before, renamed) == renamed
        longer = priced_again(reading, before, replace(before, minutes=60))
    assert (longer.offered_pence, longer.rate_pence) == (2000, 2000)
