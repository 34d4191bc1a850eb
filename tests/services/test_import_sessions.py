"""A spreadsheet is looked at, checked and put right as often as somebody likes, and saved once."""

import dataclasses
from pathlib import Path

import pytest

from coprod_desktop.domain.contributions import Contribution, WorkState
from coprod_desktop.domain.errors import ColumnMissingError
from coprod_desktop.domain.expenses import ExpenseItem
from coprod_desktop.domain.import_layouts import ImportLayout
from coprod_desktop.domain.name_aliases import NameAlias
from coprod_desktop.domain.name_matching import Meaning
from coprod_desktop.domain.participants import Participant
from coprod_desktop.services.import_drafts import LEFT_OUT, NEW_PERSON, ImportDraft, SheetKind
from coprod_desktop.services.import_sessions import ImportMap, ImportSession
from tests.services.sheet_files import a_sheet
from tests.services.world import World

HEAD = "Name,Date,Hours,Project,What,Paid"
ANN = "Ann Lee,03/11/2026,2,Garden,Dug,yes"
BEN = "Ben Rees,04/11/2026,1,Garden,Planted,no"


def _draft(path: Path, kind: SheetKind = SheetKind.CONTRIBUTIONS, **more: object) -> ImportDraft:
    plain = ImportDraft(path=path, kind=kind, parts=(ImportMap(),), asks=True)
    return dataclasses.replace(plain, **more)  # type: ignore[arg-type]  # tests name its fields


def _session(world: World, path: Path) -> ImportSession:
    return world.office.imports.session(path)


def _brought(world: World, path: Path, **more: object) -> tuple[int, int]:
    draft = dataclasses.replace(_draft(path), **more)  # type: ignore[arg-type]  # as above
    result = _session(world, path).bring_in(draft)
    return result.added, result.changed


def _work(world: World) -> list[tuple[str, int, str]]:
    people = {one.participant_id: one.name for one in world.records(Participant)[Participant]}
    found = world.records(Contribution)[Contribution]
    return sorted((people[one.participant_id], one.minutes, one.what) for one in found)


def test_looking_and_checking_save_nothing(world: World, tmp_path: Path) -> None:
    path = a_sheet(tmp_path / "time.csv", "Rows of the spring", HEAD, ANN, BEN, "Total,,3")
    before = world.records()
    session = _session(world, path)
    (look,) = session.look()
    assert (look.heading_row, look.headings[:3]) == (2, ("Name", "Date", "Hours"))
    assert (look.kind, look.separator, look.encoding) == ("contributions", ",", "utf-8")
    check = session.check(_draft(path))
    assert (check.result.added, check.result.minutes_total) == (2, 180)
    assert check.new_people == ("Ann Lee", "Ben Rees")
    assert check.new_projects == ("Garden",)
    assert [row.row for _sheet, row in check.left_out] == [5]
    assert [(total.stated, total.agrees) for total in check.result.source_totals] == [(180, True)]
    assert world.records() == before


def test_a_cell_typed_anew_brings_its_row_in(world: World, tmp_path: Path) -> None:
    path = a_sheet(tmp_path / "time.csv", HEAD, "Ann Lee,31/11/2026,lots,Garden,=A1,yes", BEN)
    session, draft = _session(world, path), _draft(path)
    content = path.read_bytes()
    faults = session.check(draft).result.problems
    assert [(one.row, one.place) for one in faults] == [(2, 1), (2, 2), (2, 4)]
    texts = {("time", 2, 1): "30/11/2026", ("time", 2, 2): "1h30", ("time", 2, 4): "Dug"}
    draft = dataclasses.replace(draft, texts=texts)
    assert session.check(draft).result.problems == ()
    assert session.bring_in(draft).added == 2
    assert _work(world) == [("Ann Lee", 90, "Dug"), ("Ben Rees", 60, "Planted")]
    assert path.read_bytes() == content


def test_who_is_meant_is_chosen_once_and_remembered(world: World, tmp_path: Path) -> None:
    king, khan = world.person("Sam King"), world.person("Samir Khan")
    path = a_sheet(tmp_path / "time.csv", HEAD, "Sam K.,03/11/2026,2,Garden,Dug,no")
    check = _session(world, path).check(_draft(path))
    match = check.matches["Sam K."]
    assert match.meaning is Meaning.CLOSE
    assert {one.participant_id for one in match.people} == {
        king.participant_id,
        khan.participant_id,
    }
    assert _brought(world, path, people={"sam k.": khan.participant_id}) == (1, 0)
    assert _work(world) == [("Samir Khan", 120, "Dug")]
    (alias,) = world.records(NameAlias)[NameAlias]
    assert (alias.alias, alias.participant_id) == ("Sam K.", khan.participant_id)
    later = a_sheet(tmp_path / "later.csv", HEAD, "Sam K.,04/11/2026,1,Garden,Dug,no")
    assert world.office.imports.contributions(later).people_added == 0
    assert _work(world)[0][0] == "Samir Khan"
    world.office.history.undo()
    world.office.history.undo()
    assert world.records(NameAlias)[NameAlias] == ()


def test_rows_of_a_name_stay_out_or_make_a_namesake(world: World, tmp_path: Path) -> None:
    world.person("Ann Lee")
    path = a_sheet(tmp_path / "time.csv", HEAD, ANN, BEN)
    people = {"ann lee": NEW_PERSON, "ben rees": LEFT_OUT}
    result = _session(world, path).bring_in(_draft(path, people=people))
    assert (result.added, result.left_out_by_choice, result.people_added) == (1, 1, 1)
    names = [one.name for one in world.records(Participant)[Participant]]
    assert sorted(names) == ["Ann Lee", "Ann Lee"]


def test_rows_of_a_project_that_is_not_wanted_stay_out(world: World, tmp_path: Path) -> None:
    path = a_sheet(tmp_path / "time.csv", HEAD, ANN, BEN.replace("Garden", "Ward"))
    result = _session(world, path).bring_in(_draft(path, no_projects=frozenset({"ward"})))
    assert (result.added, result.left_out_by_choice, result.projects_added) == (1, 1, 1)


def test_excel_the_same_import_twice_brings_no_new_row(world: World, tmp_path: Path) -> None:
    for kind, lines in (
        (SheetKind.CONTRIBUTIONS, (HEAD, ANN, BEN, ANN)),
        (SheetKind.EXPENSES, ("Name,Date,Amount,What", "Ann Lee,03/11/2026,4.60,Bus")),
        (SheetKind.PARTICIPANTS, ("Name,E-mail", "Cai Pugh,cai@example.org")),
    ):
        path = a_sheet(tmp_path / f"{kind}.csv", *lines)
        draft = _draft(path, kind)
        first = _session(world, path).bring_in(draft)
        assert first.added == len(lines) - 1
        before = world.records()
        again = _session(world, path).bring_in(draft)
        assert (again.added, again.already_there) == (0, len(lines) - 1)
        assert world.records() == before


def test_an_edited_row_changes_its_record_only_when_ticked(world: World, tmp_path: Path) -> None:
    path = a_sheet(tmp_path / "time.csv", HEAD, ANN, BEN)
    assert _brought(world, path) == (2, 0)
    a_sheet(path, HEAD, ANN.replace(",2,", ",2.5,"), BEN.replace("Planted", "Planted roses"))
    check = _session(world, path).check(_draft(path))
    assert check.result.added == 0
    said = {
        change.name: {one.field: (one.was, one.now) for one in change.fields}
        for change in check.result.changes
    }
    assert said["Ann Lee"]["Time"] == ("2:00", "2:30")
    assert said["Ann Lee"]["Offered"] == ("£24.00", "£30.00")
    assert said["Ben Rees"] == {"What": ("Planted", "Planted roses")}
    assert _brought(world, path) == (0, 0)
    ann = next(one for one in check.result.changes if one.name == "Ann Lee")
    assert _brought(world, path, changes=frozenset({ann.record_id})) == (0, 1)
    assert _work(world) == [("Ann Lee", 150, "Dug"), ("Ben Rees", 60, "Planted")]
    assert world.findings() == ()
    check = _session(world, path).check(_draft(path))
    assert (check.result.already_there, len(check.result.changes)) == (1, 1)
    world.office.history.undo()
    assert _work(world) == [("Ann Lee", 120, "Dug"), ("Ben Rees", 60, "Planted")]


def test_an_edited_row_may_be_another_piece_of_work(world: World, tmp_path: Path) -> None:
    path = a_sheet(tmp_path / "time.csv", HEAD, ANN, BEN)
    _brought(world, path)
    a_sheet(path, HEAD, ANN.replace(",2,", ",3,"), BEN)
    (change,) = _session(world, path).check(_draft(path)).result.changes
    assert _brought(world, path, as_new=frozenset({change.record_id})) == (1, 0)
    assert [minutes for name, minutes, _what in _work(world) if name == "Ann Lee"] == [120, 180]


def test_what_is_approved_is_not_touched_and_it_is_said(world: World, tmp_path: Path) -> None:
    path = a_sheet(tmp_path / "time.csv", HEAD, ANN, BEN)
    _brought(world, path)
    ids = [one.contribution_id for one in world.records(Contribution)[Contribution]]
    world.office.contributions.approve(ids)
    before = world.records()
    a_sheet(path, HEAD, ANN.replace(",2,", ",3,"), BEN)
    result = _session(world, path).bring_in(_draft(path, takes_every_change=True))
    assert (result.added, result.changed) == (0, 0)
    (change,) = result.changes
    assert "approved already" in change.held
    assert world.records() == before
    states = {one.state for one in world.records(Contribution)[Contribution]}
    assert states == {WorkState.APPROVED}


def test_two_sheets_with_a_like_row_are_not_taken_for_an_edited_one(
    world: World, tmp_path: Path
) -> None:
    morning = "Name,Date,Start,End,Project,What"
    first = a_sheet(tmp_path / "a.csv", morning, "Ann Lee,03/11/2026,9:00,10:00,Garden,Dug")
    second = a_sheet(tmp_path / "b.csv", morning, "Ann Lee,03/11/2026,14:00,15:00,Garden,Dug")
    assert world.office.imports.contributions(first).added == 1
    assert world.office.imports.contributions(second).added == 1


def test_an_edited_expense_changes_its_claim(world: World, tmp_path: Path) -> None:
    head = "Name,Date,Amount,What,Project"
    rows = ["Ann Lee,03/11/2026,4.60,Bus there,Garden", "Ann Lee,04/11/2026,2.30,Bus,Garden"]
    path = a_sheet(tmp_path / "spent.csv", head, *rows)
    _brought(world, path, kind=SheetKind.EXPENSES)
    a_sheet(path, head, rows[0].replace("4.60", "5.10"), rows[1])
    (change,) = _session(world, path).check(_draft(path, SheetKind.EXPENSES)).result.changes
    assert [(one.field, one.was, one.now) for one in change.fields] == [
        ("Amount", "£4.60", "£5.10")
    ]
    changes = frozenset({change.record_id})
    assert _brought(world, path, kind=SheetKind.EXPENSES, changes=changes) == (0, 1)
    items = world.records(ExpenseItem)[ExpenseItem]
    assert sorted(one.claimed_pence for one in items) == [230, 510]
    assert world.findings() == ()
    assert _brought(world, path, kind=SheetKind.EXPENSES) == (0, 0)


def test_a_layout_is_remembered_with_the_import_and_forgotten_with_it(
    world: World, tmp_path: Path
) -> None:
    path = a_sheet(tmp_path / "odd.csv", "Xa,Xb,Xc", "Ann Lee,03/04/2026,2")
    part = ImportMap(
        columns={"name": "Xa", "date": "Xb", "duration": "Xc"},
        defaults={"project": "Garden", "name": "nobody"},
        date_order="mdy",
        sheet="odd",
        table=1,
        heading_row=1,
    )
    session = _session(world, path)
    with pytest.raises(ColumnMissingError):
        session.check(_draft(path))
    assert session.bring_in(_draft(path, parts=(part,), keeps_layout=True)).added == 1
    other = a_sheet(tmp_path / "other.csv", "xa , XB,Xc", "Ben Rees,03/05/2026,1")
    session = _session(world, other)
    (look,) = session.look()
    kept = session.kept_map(look, SheetKind.CONTRIBUTIONS)
    assert kept is not None
    assert (kept.columns, kept.date_order) == (part.columns, "mdy")
    assert (kept.defaults, kept.sheet, kept.heading_row) == ({"project": "Garden"}, None, None)
    assert session.kept_map(look, SheetKind.EXPENSES) is None
    world.office.history.undo()
    assert world.records(ImportLayout)[ImportLayout] == ()
    assert session.kept_map(look, SheetKind.CONTRIBUTIONS) is None


def test_a_list_of_people_asks_about_names_that_are_nearly_there(
    world: World, tmp_path: Path
) -> None:
    amina = world.person("Amina Yusuf")
    path = a_sheet(tmp_path / "people.csv", "Name,E-mail", "Amina Yusof,", "Cai Pugh,", "Dai Rees,")
    session, draft = _session(world, path), _draft(path, SheetKind.PARTICIPANTS)
    matches = session.check(draft).matches
    assert matches["Amina Yusof"].meaning is Meaning.CLOSE
    assert matches["Cai Pugh"].meaning is Meaning.NOBODY
    people = {"amina yusof": amina.participant_id, "dai rees": LEFT_OUT}
    draft = dataclasses.replace(draft, people=people)
    result = session.bring_in(draft)
    assert (result.added, result.already_there, result.left_out_by_choice) == (1, 1, 1)
    again = world.office.imports.participants(path)
    assert (again.added, again.already_there) == (1, 2)


class _StoppedError(Exception):
    """Somebody stopped it."""


@pytest.mark.parametrize("stops_at", [1, 2, 4])
def test_stopping_leaves_nothing(world: World, tmp_path: Path, stops_at: int) -> None:
    rows = [
        f"Person {at % 7},{1 + at % 28:02d}/10/2026,0.25,Garden,Row {at},no" for at in range(1200)
    ]
    path = a_sheet(tmp_path / "time.csv", HEAD, *rows)
    before = world.records()
    calls: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> None:
        calls.append((done, total))
        if len(calls) == stops_at:
            raise _StoppedError

    with pytest.raises(_StoppedError):
        _session(world, path).bring_in(_draft(path), progress)
    assert world.records() == before
    assert calls[0] == (0, 1200)


def _workbook(path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    for month, title in ((10, "October"), (11, "November")):
        sheet = book.create_sheet(title)
        sheet.append(["Name", "Date", "Hours", "Project"])
        sheet.append(["Ann Lee", f"0{month - 9}/{month}/2026", 2, "Garden"])
        sheet.append(["Ben Rees", f"13/{month}/2026", "lots", "Garden"])
    del book["Sheet"]
    book.save(path)


def test_several_sheets_come_in_as_one_change(world: World, tmp_path: Path) -> None:
    path = tmp_path / "year.xlsx"
    _workbook(path)
    session = _session(world, path)
    looks = session.look()
    assert [look.sheet for look in looks] == ["October", "November"]
    assert len({look.fingerprint for look in looks}) == 1
    parts = tuple(ImportMap(sheet=look.sheet) for look in looks)
    result = session.bring_in(_draft(path, parts=parts))
    assert result.added == 2
    assert [(one.sheet, one.row) for one in result.problems] == [("October", 3), ("November", 3)]
    again = session.bring_in(_draft(path, parts=parts[1:]))
    assert (again.added, again.already_there) == (0, 1)


@pytest.mark.parametrize(
    ("headings", "kind"),
    [
        ("Name,Date,Hours", "contributions"),
        ("Name,Date,Start,End", "contributions"),
        ("date,Leo,Ana,task", "contributions"),
        ("Name,Date,Amount,What for", "expenses"),
        ("Name,Travel & Subsistence", "expenses"),
        ("Name,E-mail,Phone,Address", "participants"),
        ("First name,Surname", "participants"),
    ],
)
def test_the_kind_of_a_sheet_is_guessed(
    world: World, tmp_path: Path, headings: str, kind: str
) -> None:
    path = a_sheet(tmp_path / "a.csv", headings, ",".join("x" * (headings.count(",") + 1)))
    assert _session(world, path).look()[0].kind == kind
