"""What was said about the columns of a layout is kept for the next sheet, and replaced by it."""

from pathlib import Path

from coprod_desktop.domain.import_layouts import ImportLayout
from coprod_desktop.services.import_drafts import ImportDraft, SheetKind
from coprod_desktop.services.import_layouts import kept_layout
from coprod_desktop.services.import_sessions import ImportMap
from tests.services.sheet_files import a_sheet
from tests.services.world import World


def _bring(world: World, path: Path, part: ImportMap) -> None:
    draft = ImportDraft(path=path, kind=SheetKind.CONTRIBUTIONS, parts=(part,), keeps_layout=True)
    world.office.imports.session(path).bring_in(draft)


def test_a_later_map_of_the_same_layout_takes_the_place_of_the_first(
    world: World, tmp_path: Path
) -> None:
    first = a_sheet(tmp_path / "a.csv", "Name,Date,Hours,Odd", "Ann,13/03/2026,1,x")
    plain = ImportMap(sheet="a", heading_row=1)
    _bring(world, first, plain)
    second = a_sheet(tmp_path / "b.csv", "Name,Date,Hours,Odd", "Ann,14/03/2026,1,x")
    _bring(world, second, ImportMap(sheet="b", heading_row=1, columns={"note": "Odd"}))
    (layout,) = world.records(ImportLayout)[ImportLayout]
    assert 'note = "Odd"' in layout.content
    assert "sheet" not in layout.content


def test_a_layout_that_cannot_be_read_any_more_is_as_if_it_were_not_there(world: World) -> None:
    broken = ImportLayout(
        import_layout_id=1, fingerprint="f", kind="contributions", content="[columns]\nodd = 1"
    )
    with world.office.desk.transaction("import contributions") as work:
        work.add(broken)
    with world.office.desk.reading() as reading:
        assert kept_layout(reading, "f", SheetKind.CONTRIBUTIONS) is None
