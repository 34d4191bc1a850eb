"""The demo charity, built once for all tests that only read it."""

from collections.abc import Iterator

import pytest

from coprod_desktop.services.demo import DEMO_NOW, build_demo
from coprod_desktop.services.office import Office

PASSPHRASE = "a pier of long planks"


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """Open the demo charity as it is on the day the story ends; nobody changes it."""
    path = tmp_path_factory.mktemp("demo") / "Pontarfon.coprod"
    office = build_demo(str(path), PASSPHRASE, clock=lambda: DEMO_NOW)
    yield office
    office.close()
