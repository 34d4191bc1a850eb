"""An office is made whole or not at all, and opened as the one who sits down."""

from pathlib import Path

import pytest

from coprod_desktop.domain.errors import (
    DomainError,
    FileExistsAlreadyError,
    FileMissingError,
    NameMissingError,
    NotFoundError,
    PassphraseTooShortError,
    WrongPassphraseOrDamagedError,
)
from coprod_desktop.domain.policy import PolicyVersion
from coprod_desktop.services.office import FIRST_OPERATOR, new_office, open_office
from tests.builders import a_policy, an_organisation
from tests.services.world import GRACE, IDRIS, PASSPHRASE, World


def test_a_new_office_has_its_charity_its_rules_and_its_operator(location: str) -> None:
    office = new_office(location, PASSPHRASE, an_organisation())
    assert office.organisation.get().name == "Rivermead Together"
    assert len(office.organisation.get().seal_key) == 64
    assert office.organisation.policy().version == 1
    assert office.operators.present.name == FIRST_OPERATOR
    (change,) = office.history.latest(9)
    assert (change.verb, change.operator) == ("make file", FIRST_OPERATOR)
    assert office.safety.findings() == ()
    office.close()


def test_the_first_rules_are_version_1_whatever_they_were(location: str) -> None:
    policy = a_policy(version=7, hourly_pence=1500)
    office = new_office(location, PASSPHRASE, an_organisation(), policy, operator="Nia")
    found: PolicyVersion = office.organisation.policy()
    assert (found.version, found.text) == (1, policy.text)
    office.close()


@pytest.mark.parametrize(
    ("name", "operator", "passphrase", "error"),
    [
        (" ", GRACE, PASSPHRASE, NameMissingError),
        ("Rivermead", " ", PASSPHRASE, NameMissingError),
        ("Rivermead", GRACE, "short", PassphraseTooShortError),
    ],
)
def test_no_file_is_left_where_something_is_missing(
    tmp_path: Path, name: str, operator: str, passphrase: str, error: type[DomainError]
) -> None:
    path = tmp_path / "New.coprod"
    with pytest.raises(error):
        new_office(str(path), passphrase, an_organisation(name=name), operator=operator)
    assert not path.exists()


def test_no_office_is_made_over_another(world: World, location: str) -> None:
    with pytest.raises(FileExistsAlreadyError):
        new_office(location, PASSPHRASE, an_organisation())
    assert world.findings() == ()


def test_an_office_opens_as_the_first_or_as_the_named_operator(world: World, location: str) -> None:
    before = world.records()
    world.office.close()
    for named, expected in ((None, GRACE), ("idris  VAUGHAN", IDRIS)):
        office = open_office(location, PASSPHRASE, operator=named)
        assert office.operators.present.name == expected
        office.close()
    with pytest.raises(NotFoundError):
        open_office(location, PASSPHRASE, operator="Nobody")
    world.office = open_office(location, PASSPHRASE)
    assert world.records() == before


def test_a_file_opens_with_its_passphrase_only(file_world: World, tmp_path: Path) -> None:
    file_world.office.close()
    path = str(tmp_path / "Rivermead.coprod")
    with pytest.raises(WrongPassphraseOrDamagedError):
        open_office(path, "another passphrase")
    with pytest.raises(FileMissingError):
        open_office(str(tmp_path / "None.coprod"), PASSPHRASE)
    file_world.office = open_office(path, PASSPHRASE)


def test_whoever_asked_is_told_which_tables_changed(world: World) -> None:
    told: list[frozenset[str]] = []
    world.office.when_committed(told.append)
    person = world.person(has_account=False)
    world.log(person)
    with world.refused(NotFoundError):
        world.office.contributions.approve([1])
    assert told == [frozenset({"participants"}), frozenset({"contributions"})]
