"""Short ways to give somebody a PIN in a test."""

from tests.services.world import GRACE, World

PIN = "2480"


def set_pin(world: World, name: str, pin: str = PIN) -> None:
    """Let somebody sit down and give themselves a PIN; Grace comes back after them."""
    world.sit(name)
    world.office.operators.set_pin(pin)
    if name != GRACE:
        world.sit(GRACE)
