"""A file is made, proved, copied and restored; what is not a sound file of ours stays as it is."""

from pathlib import Path

import pytest

from coprod_desktop.domain.policy import simple_of
from coprod_desktop.services.office import open_office
from tests.cli.runner import PASSPHRASE, Coprod, digest


def test_new_makes_an_encrypted_file(coprod: Coprod, tmp_path: Path) -> None:
    path = tmp_path / "New.coprod"
    told = coprod.told(
        "new", path, "--organisation", "Rivermead Together", "--hourly-rate", "25.00",
        "--operator-name", "Grace Okafor",
    )  # fmt: skip
    assert told == {
        "file": str(path),
        "organisation": "Rivermead Together",
        "operator": "Grace Okafor",
        "hourly_rate_pence": 2500,
    }
    assert b"Rivermead" not in path.read_bytes()
    office = open_office(str(path), PASSPHRASE)
    simple = simple_of(office.policies.in_force().text)
    assert simple is not None
    assert simple.hourly_pence == 2500
    office.close()


def test_new_never_writes_over_a_file(coprod: Coprod, full: Path) -> None:
    before = digest(full)
    assert "is there already" in coprod.refused("new", full, "--organisation", "Other")
    assert digest(full) == before


@pytest.mark.parametrize(
    ("organisation", "words"),
    [("x" * 300, "300 characters"), ("=1+1", "begins with “=”"), (" ", "There is no name yet")],
)
def test_new_refuses_a_name_and_leaves_no_file(
    coprod: Coprod, tmp_path: Path, organisation: str, words: str
) -> None:
    path = tmp_path / "New.coprod"
    assert words in coprod.refused("new", path, "--organisation", organisation)
    assert list(tmp_path.iterdir()) == []


def test_new_refuses_an_amount_below_nothing(coprod: Coprod, tmp_path: Path) -> None:
    path = tmp_path / "New.coprod"
    words = coprod.refused("new", path, "--organisation", "R", "--hourly-rate", "-5")
    assert "not below nothing" in words
    assert not path.exists()


def test_new_refuses_a_short_passphrase(
    coprod: Coprod, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COPROD_PASSPHRASE", "short")
    words = coprod.refused("new", tmp_path / "New.coprod", "--organisation", "R")
    assert "at least 8 characters" in words


def test_a_sound_file_is_sound(coprod: Coprod, full: Path) -> None:
    assert coprod.told("check", full) == {"is_sound": True, "findings": []}


def test_a_wrong_passphrase_changes_nothing(
    coprod: Coprod, full: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = digest(full)
    monkeypatch.setenv("COPROD_PASSPHRASE", "another passphrase")
    assert coprod.refused("check", full).startswith("The file does not open with this passphrase.")
    assert digest(full) == before


def test_a_damaged_file_is_told_and_left_as_it_is(coprod: Coprod, full: Path) -> None:
    content = bytearray(full.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 64] = bytes(64)
    full.write_bytes(bytes(content))
    outcome = coprod("check", full, "--json")
    assert outcome.code == 1
    assert "backup" in outcome.err
    assert full.read_bytes() == bytes(content)


def test_a_file_that_is_something_else_is_left_as_it_is(coprod: Coprod, tmp_path: Path) -> None:
    path = tmp_path / "Letter.coprod"
    path.write_bytes(b"%PDF-1.7\n" + b"a letter " * 1000)
    before = digest(path)
    assert "is not a Coprod file" in coprod.refused("totals", path, "--by", "month")
    assert digest(path) == before


def test_a_missing_file_is_told_with_its_place(coprod: Coprod, tmp_path: Path) -> None:
    path = tmp_path / "Gone.coprod"
    assert str(path) in coprod.refused("check", path)
    assert not path.exists()


def test_a_file_of_a_newer_version_is_left_as_it_is(coprod: Coprod, full: Path) -> None:
    office = open_office(str(full), PASSPHRASE)
    with office.desk.database.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    office.close()
    before = digest(full)
    assert "made by a newer version" in coprod.refused("totals", full, "--by", "month")
    assert digest(full) == before


def test_a_file_in_use_says_so(coprod: Coprod, full: Path) -> None:
    office = open_office(str(full), PASSPHRASE)
    assert "is open already" in coprod.refused("check", full)
    office.close()


def test_a_backup_restores_to_the_same_file(coprod: Coprod, full: Path, tmp_path: Path) -> None:
    copy, restored = tmp_path / "Copy.coprod", tmp_path / "Restored.coprod"
    told = coprod.told("backup", full, copy)
    assert told == {"file": str(copy), "size_bytes": copy.stat().st_size}
    coprod.told("restore", copy, restored)
    for group in ("participant", "month"):
        assert coprod.told("totals", restored, "--by", group) == coprod.told(
            "totals", full, "--by", group
        )


def test_a_backup_never_writes_over_a_file(coprod: Coprod, full: Path, tmp_path: Path) -> None:
    other = tmp_path / "Other.coprod"
    other.write_text("mine", encoding="utf-8")
    assert "is there already" in coprod.refused("backup", full, other)
    assert other.read_text(encoding="utf-8") == "mine"


def test_a_demo_is_the_same_for_the_same_seed(coprod: Coprod, tmp_path: Path) -> None:
    wishes = ("--participants", 6, "--contributions", 60, "--seed", 7)
    first = coprod.told("demo", tmp_path / "a.coprod", *wishes)
    second = coprod.told("demo", tmp_path / "b.coprod", *wishes)
    assert first["file"] != second["file"]
    assert {**first, "file": ""} == {**second, "file": ""}
    assert len(first["operators"]) >= 2
    totals = [
        coprod.told("totals", tmp_path / name, "--by", "participant")
        for name in ("a.coprod", "b.coprod")
    ]
    assert totals[0] == totals[1]


def test_a_shared_database_is_made_filled_and_added_up(
    coprod: Coprod, postgresql_url: str, sheet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COPROD_PASSPHRASE")
    coprod.told("new", postgresql_url, "--organisation", "Rivermead Together")
    told = coprod.told("import", postgresql_url, sheet, "--as", "contributions")
    assert (told["added"], told["minutes_total"]) == (4, 450)
    totals = coprod.told("totals", postgresql_url, "--by", "participant")
    assert totals["sum"]["minutes_paid"] + totals["sum"]["minutes_unpaid"] == 450
    assert coprod.told("check", postgresql_url)["is_sound"]
    assert "is there already" in coprod.refused("new", postgresql_url, "--organisation", "B")
    assert "shared database" in coprod.refused("backup", postgresql_url, "copy.coprod")
