"""An empty stage on which a test plays a part of the story."""

import tempfile
from pathlib import Path

from coprod_desktop.services.demo.opening import OPENED_AT
from coprod_desktop.services.demo.script import load_script
from coprod_desktop.services.demo.stage import Stage
from coprod_desktop.services.demo.story_clock import StoryClock
from tests.services.world import World


def staged(world: World, *keys: str) -> Stage:
    """Return a stage on a world's file for the people of these keys."""
    stage = Stage(
        office=world.office,
        script=load_script(),
        clock=StoryClock(OPENED_AT),
        folder=Path(tempfile.gettempdir()),
        keys=frozenset(keys),
        seed=1,
    )
    stage.projects["home"] = world.project.project_id
    return stage
