"""What the program reads beside its code travels with it when it is installed elsewhere."""

import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PLACE = "share/coprod/resources"  # where `coprod_desktop.paths` looks in an installed program


def test_every_resource_is_packed_where_the_program_looks_for_it() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    packed = {
        f"{place}/{path.name}"
        for place, patterns in settings["tool"]["setuptools"]["data-files"].items()
        for pattern in patterns
        for path in ROOT.glob(pattern)
    }
    resources = ROOT / "resources"
    needed = {
        f"{PLACE}/{path.relative_to(resources).as_posix()}"
        for path in resources.rglob("*")
        if path.is_file()
    }
    assert needed == packed
