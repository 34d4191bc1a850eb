"""A pay run whose program is killed, or whose disk fails, is whole or not there.

This is a short version of `python -m tests.campaigns.kill_pay_run`.
"""

import shutil
from pathlib import Path

import pytest

from tests.services.paying import aftermath
from tests.services.paying.payer import STEPS, make_ready


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Make a file for each step in which that step comes next."""
    folder = tmp_path_factory.mktemp("ready")
    paths = {step: folder / step / "Ready.coprod" for step in STEPS}
    for step, path in paths.items():
        path.parent.mkdir()
        make_ready(path, step)
    return paths


@pytest.mark.parametrize(
    ("step", "seconds"), [("prepare", 0.02), ("approve", 0.01), ("export", 0.1), ("settle", 0.02)]
)
def test_a_step_that_is_killed_is_done_or_not_begun(
    ready: dict[str, Path], tmp_path: Path, step: str, seconds: float
) -> None:
    path, out = tmp_path / "Killed.coprod", tmp_path / "out"
    shutil.copy(ready[step], path)
    said = aftermath.strike(step, path, out, after=seconds)
    assert aftermath.problems(step, path, out, said) == []


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace makes the disk fail")
@pytest.mark.parametrize(
    ("step", "inject"),
    [
        ("prepare", "fsync,fdatasync:error=EIO:when=2+"),
        ("export", "pwrite64:error=ENOSPC:when=3+"),
        ("export", "rename,renameat,renameat2:error=ENOSPC:when=3"),
    ],
)
def test_a_step_on_a_failing_disk_is_done_or_not_begun(
    ready: dict[str, Path], tmp_path: Path, step: str, inject: str
) -> None:
    path, out = tmp_path / "Struck.coprod", tmp_path / "out"
    shutil.copy(ready[step], path)
    said = aftermath.strike(step, path, out, inject=inject)
    assert aftermath.problems(step, path, out, said) == []
