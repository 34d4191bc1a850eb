"""Random records go out into an open workbook and come back (`tests.campaigns.round_trip`)."""

import random
from pathlib import Path

import pytest

from coprod_desktop.storage import schema
from tests.campaigns.round_trip import travel
from tests.services.world import World


@pytest.mark.parametrize("seed", [1, 2])
def test_random_records_of_every_table_come_back_as_they_were(
    file_world: World, tmp_path: Path, seed: int
) -> None:
    trip = travel(file_world, tmp_path, 700, random.Random(seed))
    assert trip.records > 600
    hidden = schema.PRIVATE | schema.NOT_OURS
    assert trip.tables == len(schema.records()) - len(hidden)
