"""Files of an invented charity for the tests of the command line, each made once and copied."""

import shutil
from pathlib import Path

import pytest

from coprod_desktop.domain.participants import PaidBy, Participant
from coprod_desktop.domain.policy import simple_version
from coprod_desktop.services.office import new_office
from tests.builders import an_organisation
from tests.cli.run_files import run_files
from tests.cli.runner import PASSPHRASE, Coprod, a_sheet
from tests.invented import WORKED_ON

SHEET = (
    "Name,Project,Date,Hours,Kind,What,Paid",
    "Aisha Rahman,Better Waiting Rooms,03/11/2026,2.5,Meeting,Steering group,yes",
    "Aisha Rahman,Better Waiting Rooms,03/11/2026,1,Reading,Read the plan,no",
    "Bronwen Pugh,Better Waiting Rooms,03/11/2026,2.5,Meeting,Steering group,yes",
    "Bronwen Pugh,Garden,14/10/2026,1:30,Preparation,Made a rota,no",
)


@pytest.fixture
def coprod(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Coprod:
    """Type commands, with the passphrase in the environment."""
    monkeypatch.setenv("COPROD_PASSPHRASE", PASSPHRASE)
    return Coprod(capsys)


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    """Write a sheet of four pieces of work by two people."""
    return a_sheet(tmp_path / "time.csv", *SHEET)


@pytest.fixture(scope="session")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make an empty file and one with work, two operators and a rate of £12.00 an hour."""
    folder = tmp_path_factory.mktemp("models")
    policy = simple_version(effective_on=WORKED_ON.replace(year=2020), hourly_pence=1200)
    for name in ("empty", "full"):
        office = new_office(
            str(folder / f"{name}.coprod"),
            PASSPHRASE,
            an_organisation(),
            policy,
            operator="Grace Okafor",
        )
        office.operators.add("Idris Vaughan")
        if name == "full":
            for person in ("Aisha Rahman", "Bronwen Pugh"):
                office.participants.add(
                    Participant(participant_id=0, name=person, paid_by=PaidBy.CASH)
                )
            office.imports.contributions(a_sheet(folder / "time.csv", *SHEET))
        office.close()
    return folder


@pytest.fixture
def empty(models: Path, tmp_path: Path) -> Path:
    """Copy the empty file."""
    return Path(shutil.copy(models / "empty.coprod", tmp_path / "Empty.coprod"))


@pytest.fixture
def full(models: Path, tmp_path: Path) -> Path:
    """Copy the file with work."""
    return Path(shutil.copy(models / "full.coprod", tmp_path / "Full.coprod"))


@pytest.fixture(scope="session")
def runs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a file with a run that is prepared, and one whose files are made."""
    return run_files(tmp_path_factory.mktemp("runs"))


@pytest.fixture
def prepared(runs: Path, tmp_path: Path) -> Path:
    """Copy the file whose run 1 waits for approval."""
    return Path(shutil.copy(runs / "prepared.coprod", tmp_path / "Prepared.coprod"))


@pytest.fixture
def exported(runs: Path, tmp_path: Path) -> Path:
    """Copy the file whose run 1 waits for the bank."""
    return Path(shutil.copy(runs / "exported.coprod", tmp_path / "Exported.coprod"))
