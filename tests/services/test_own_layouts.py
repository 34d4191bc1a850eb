"""A charity's own layouts are kept, and one that files were made in stays as it is."""

import dataclasses
from pathlib import Path

import pytest

from coprod_desktop.domain.errors import (
    AlreadyThereError,
    FileMissingError,
    NameMissingError,
    NotFoundError,
    TextUnreadableError,
)
from coprod_desktop.domain.layout_errors import LayoutUsedError, LayoutUsualError
from coprod_desktop.domain.policy.problems import PolicyFileError
from tests.services.world import World


def a_layout(folder: Path, heading: str = "Sort code") -> Path:
    """Write a layout with three columns."""
    path = folder / "ours.toml"
    columns = f'{{ take = "sort_code", heading = "{heading}" }}, "account_number", "pounds"'
    text = f'[layout]\nname = "Ours"\n[payment]\ncolumns = [{columns}]\n'
    path.write_text(text, encoding="utf-8")
    return path


def use(world: World, folder: Path) -> None:
    """Make the file of a run in the layout called Ours."""
    world.approved(world.person())
    world.office.payment_files.export(world.approved_run().number, folder / "out", "Ours")


def test_a_layout_is_saved_and_saved_again_under_its_name(world: World, tmp_path: Path) -> None:
    layouts = world.office.own_layouts
    first = layouts.save(a_layout(tmp_path), "Ours")
    second = layouts.save(a_layout(tmp_path, "Code"), "  OURS ")
    assert (second.own_layout_id, second.name) == (first.own_layout_id, "Ours")
    assert '"Code"' in layouts.named("ours").text
    other = layouts.save(a_layout(tmp_path), "Another bank")
    assert layouts.all() == (other, second)
    assert world.office.payment_files.layouts()[-2:] in (
        ("Ours", "Another bank"),
        ("Another bank", "Ours"),
    )
    assert world.findings() == ()


def test_the_template_can_be_saved_as_it_is(world: World, tmp_path: Path) -> None:
    path = tmp_path / "template.toml"
    path.write_text(world.office.own_layouts.template(), encoding="utf-8")
    assert world.office.own_layouts.save(path, "Ours").text == path.read_text(encoding="utf-8")


def test_a_layout_with_mistakes_is_not_saved(world: World, tmp_path: Path) -> None:
    path = tmp_path / "ours.toml"
    path.write_text('[layout]\nname = "Ours"\n[payment]\ncolumns = ["moon"]\n', encoding="utf-8")
    with world.refused(PolicyFileError) as caught:
        world.office.own_layouts.save(path, "Ours")
    assert caught.value.facts["path"] == path
    assert caught.value.facts["problems"]
    path.write_bytes(b"\xff\xfe\xff")
    with world.refused(TextUnreadableError):
        world.office.own_layouts.save(path, "Ours")
    with world.refused(FileMissingError):
        world.office.own_layouts.save(tmp_path / "gone.toml", "Ours")


@pytest.mark.parametrize(
    ("name", "error"),
    [
        ("Plain", AlreadyThereError),
        ("BACS-Standard-18", AlreadyThereError),
        (" ", NameMissingError),
    ],
)
def test_a_name_that_is_taken_or_missing_is_refused(
    world: World, tmp_path: Path, name: str, error: type[AlreadyThereError | NameMissingError]
) -> None:
    with world.refused(error):
        world.office.own_layouts.save(a_layout(tmp_path), name)


def test_a_layout_that_a_file_was_made_in_stays(world: World, tmp_path: Path) -> None:
    layouts = world.office.own_layouts
    kept = layouts.save(a_layout(tmp_path), "Ours")
    use(world, tmp_path)
    assert layouts.save(a_layout(tmp_path), "ours") == kept, "the same words change nothing"
    with world.refused(LayoutUsedError):
        layouts.save(a_layout(tmp_path, "Code"), "Ours")
    with world.refused(LayoutUsedError):
        layouts.remove("Ours")


def test_a_layout_is_removed_unless_it_is_the_usual_one(world: World, tmp_path: Path) -> None:
    layouts = world.office.own_layouts
    layouts.save(a_layout(tmp_path), "Ours")
    charity = world.office.organisation.get()
    world.office.organisation.save(dataclasses.replace(charity, bank_layout="Ours"))
    with world.refused(LayoutUsualError):
        layouts.remove("ours")
    world.office.organisation.save(charity)
    layouts.remove("ours")
    assert layouts.all() == ()
    with world.refused(NotFoundError):
        layouts.named("Ours")
    with world.refused(NotFoundError):
        layouts.remove("Ours")
