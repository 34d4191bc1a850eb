"""The look of papers is kept once, checked, and comes back with an undo."""

from dataclasses import replace
from pathlib import Path

import pytest

from coprod_desktop.domain.errors import FileMissingError
from coprod_desktop.domain.paper_errors import (
    DaysOutOfRangeError,
    PictureTooLargeError,
    PictureUnreadableError,
)
from coprod_desktop.domain.paper_style import PaperStyle
from coprod_desktop.services.paper_style import picture_of_file
from tests.pictures import a_jpeg, a_png
from tests.services.world import World


def test_a_new_file_has_the_usual_style(world: World) -> None:
    style = world.office.paper_style.get()
    assert (style.logo, style.has_chart, style.reply_days, style.correction_days) == (
        b"",
        False,
        5,
        30,
    )
    assert world.records()[PaperStyle] == ()


def test_there_is_one_style_however_often_it_is_saved(world: World) -> None:
    office = world.office
    first = office.paper_style.save(replace(office.paper_style.get(), logo=a_png()))
    second = office.paper_style.save(replace(first, logo=a_jpeg(), signed_by=" Grace "))
    assert world.records()[PaperStyle] == (second,)
    assert (second.paper_style_id, second.signed_by) == (first.paper_style_id, "Grace")
    office.history.undo()
    assert office.paper_style.get() == first
    office.history.undo()
    assert office.paper_style.get().logo == b""


def test_a_style_that_cannot_be_is_refused(world: World) -> None:
    usual = world.office.paper_style.get()
    with world.refused(PictureUnreadableError):
        world.office.paper_style.save(replace(usual, signature=b"GIF89a"))
    with world.refused(DaysOutOfRangeError):
        world.office.paper_style.save(replace(usual, reply_days=0))


def test_a_picture_is_read_from_its_file(tmp_path: Path) -> None:
    path = tmp_path / "logo.png"
    path.write_bytes(a_png())
    assert picture_of_file(path) == a_png()
    path.write_bytes(a_png()[:-20])
    with pytest.raises(PictureUnreadableError):
        picture_of_file(path)
    path.write_bytes(bytes(1_000_001))
    with pytest.raises(PictureTooLargeError):
        picture_of_file(path)
    for gone in (tmp_path / "gone.png", tmp_path):
        with pytest.raises(FileMissingError):
            picture_of_file(gone)
