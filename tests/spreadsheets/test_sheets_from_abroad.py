"""Sheets in other languages and shapes are read to the minute and the penny."""

import csv
import datetime
import subprocess
from collections.abc import Sequence
from pathlib import Path
from random import Random

import openpyxl
import pytest

from coprod_desktop.spreadsheets.contributions import ReadContributions, read_contributions
from coprod_desktop.spreadsheets.expenses import ReadExpenses, read_expenses
from coprod_desktop.spreadsheets.mapping import ImportMap

_TODAY = datetime.date(2026, 11, 21)
_DAYS = [datetime.date(2026, 1, 5) + datetime.timedelta(days=7 * number) for number in range(12)]
# heading words, months, a decimal comma, and the total's word, by hand for each language
_LANGUAGES = {
    "cy": (
        ("Enw", "Dyddiad", "Oriau", "Prosiect", "Gweithgaredd"),
        "Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr",
        "Cyfanswm",
        ".",
    ),
    "fr": (
        ("Nom complet", "Date", "Durée (h)", "Projet", "Activité"),
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "Total général",
        ",",
    ),
    "es": (
        ("Nombre", "Fecha", "Horas", "Proyecto", "Actividad"),
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "Total",
        ",",
    ),
    "pl": (
        ("Imię i nazwisko", "Data", "Liczba godzin", "Projekt", "Zadanie"),
        "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października "
        "listopada grudnia",
        "Razem",
        ",",
    ),
    "pt": (
        ("Nome", "Data", "Horas", "Projeto", "Atividade"),
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        "Total geral",
        ",",
    ),
    "de": (
        ("Name", "Datum", "Stunden", "Projekt", "Tätigkeit"),
        "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
        "Summe",
        ",",
    ),
}


def _faults(read: ReadContributions | ReadExpenses) -> list[tuple[int, str, str]]:
    return [(one.row, one.column, one.value) for one in read.problems if not one.is_note]


@pytest.mark.parametrize("language", _LANGUAGES)
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_headings_months_and_totals_of_other_languages_are_known(
    tmp_path: Path, language: str, encoding: str
) -> None:
    headings, months, total, point = _LANGUAGES[language]
    names = months.split()
    quarters = [1 + number % 9 for number in range(len(_DAYS))]
    path = tmp_path / "log.csv"
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(headings)
        for day, quarter in zip(_DAYS, quarters, strict=True):
            hours = f"{quarter / 4:.2f}".replace(".", point)
            written = f"{day.day} {names[day.month - 1]} {day.year}"
            writer.writerow(["Siân Łęcka", written, hours, "Ogród", "ą ö ñ ŵ"])
        writer.writerow([total, "", f"{sum(quarters) / 4:.2f}".replace(".", point), "", ""])
    read = read_contributions(path, None, _TODAY)
    assert _faults(read) == []
    assert [entry.worked_on for entry in read.entries] == _DAYS
    assert [entry.minutes for entry in read.entries] == [15 * quarter for quarter in quarters]
    assert {(entry.name, entry.project, entry.what) for entry in read.entries} == {
        ("Siân Łęcka", "Ogród", "ą ö ñ ŵ")
    }
    (stated,) = read.source_totals
    assert (stated.stated, stated.read, stated.agrees) == (
        15 * sum(quarters),
        15 * sum(quarters),
        True,
    )


@pytest.mark.parametrize(
    ("headings", "names"),
    [
        (("Nom", "Prénom", "Date", "Heures"), ("Dupont", "Zoé", "Zoé Dupont")),
        (("Nachname", "Vorname", "Datum", "Std."), ("Weiß", "Jörg", "Jörg Weiß")),
        (("Nombre", "Apellidos", "Fecha", "Horas"), ("Íñigo", "Peña Gil", "Íñigo Peña Gil")),
        (("Nazwisko", "Imię", "Data", "Godziny"), ("Łęcka", "Ela", "Ela Łęcka")),
        (("Name", "Surname", "Date", "Hours"), ("Ann", "Lee", "Ann Lee")),
    ],
)
def test_names_in_two_columns_are_put_together_the_right_way(
    tmp_path: Path, headings: Sequence[str], names: tuple[str, str, str]
) -> None:
    path = tmp_path / "log.csv"
    rows = [headings, (names[0], names[1], "13/03/2026", "2")]
    path.write_text("\n".join(";".join(row) for row in rows), encoding="utf-8")
    read = read_contributions(path, None, _TODAY)
    assert ([entry.name for entry in read.entries], _faults(read)) == ([names[2]], [])


@pytest.mark.parametrize(
    ("written", "minutes"),
    [
        ("1h30", 90), ("1.5 hrs", 90), ("90 min", 90), ("1 h 30 min", 90), ("2 Std.", 120),
        ("2 Stunden 15 Minuten", 135), ("1,5 Std", 90), ("2 heures et 30 minutes", 150),
        ("1h30mn", 90), ("2 horas", 120), ("1 hora y 30 minutos", 90), ("2,5 godz.", 150),
        ("3 godziny", 180), ("2 oriau", 120), ("1 awr a 30 munud", 90), ("45'", 45), ("½", 30),
        ("1½ hours", 90), ("\u00a02\u00a0hrs\u00a0", 120), ("2:30:00", 150),
    ],
)  # fmt: skip
def test_lengths_of_time_in_words_come_out_to_the_minute(
    tmp_path: Path, written: str, minutes: int
) -> None:
    path = tmp_path / "log.csv"
    path.write_text(f"Name;Date;Hours\nSam;13/03/2026;{written}\n", encoding="utf-8")
    read = read_contributions(path, None, _TODAY)
    assert ([entry.minutes for entry in read.entries], _faults(read)) == ([minutes], [])


@pytest.mark.parametrize(
    ("written", "minutes"),
    [("½ day", 210), ("half a day", 210), ("1 day", 420), ("1½ days", 630), ("2 Tage", 840),
     ("demi-journée", 210), ("1,5 dni", 630), ("0.5 days", 210)],
)  # fmt: skip
def test_days_are_asked_about_and_then_counted(tmp_path: Path, written: str, minutes: int) -> None:
    path = tmp_path / "log.csv"
    path.write_text(f"Name;Date;Hours\nSam;13/03/2026;{written}\n", encoding="utf-8")
    asked = read_contributions(path, None, _TODAY)
    assert (asked.asks_day_length, _faults(asked)) == (True, [(2, "Hours", written)])
    told = read_contributions(path, ImportMap(day_is="7:00"), _TODAY)
    assert [entry.minutes for entry in told.entries] == [minutes]


@pytest.mark.parametrize(
    ("written", "pence"),
    [("1.234,50", 123_450), ("£1.234,50", 123_450), ("12,5", 1250), ("7", 700),
     ("1 234,50", 123_450), ("1\u202f234,50 £", 123_450)],
)  # fmt: skip
def test_a_column_with_decimal_commas_is_read_to_the_penny(
    tmp_path: Path, written: str, pence: int
) -> None:
    path = tmp_path / "spent.csv"
    text = f"Nom;Date;Montant\nZoé;13/03/2026;0,25\nZoé;14/03/2026;{written}\n"
    path.write_text(text, encoding="utf-8")
    read = read_expenses(path, None, _TODAY)
    assert ([entry.claimed_pence for entry in read.entries], _faults(read)) == ([25, pence], [])


def test_a_column_that_mixes_commas_and_points_is_not_guessed(tmp_path: Path) -> None:
    path = tmp_path / "spent.csv"
    path.write_text("Name;Date;Amount\nSam;13/03/2026;12,50\nSam;13/03/2026;12.50\n")
    read = read_expenses(path, None, _TODAY)
    assert _faults(read) == [(2, "Amount", "12,50")]


@pytest.mark.parametrize("written", ["(12.50)", "-12.50", "12.50-", "€12.50", "$5"])
def test_minus_and_other_money_are_named_and_never_taken(tmp_path: Path, written: str) -> None:
    path = tmp_path / "spent.csv"
    path.write_text(f"Name;Date;Amount\nSam;13/03/2026;{written}\n", encoding="utf-8")
    assert _faults(read_expenses(path, None, _TODAY)) == [(2, "Amount", written)]


def test_a_mark_saved_twice_and_noughts_kept_as_text_do_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    content = '\ufeff\ufeffName,Date,Hours,What\nSam,13/03/2026,2,="0042"\n'
    path.write_text(content, encoding="utf-8")
    read = read_contributions(path, None, _TODAY)
    assert [(entry.name, entry.what) for entry in read.entries] == [("Sam", "0042")]


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16-le", "utf-16-be", "utf-8"])
def test_letters_are_right_in_every_way_of_saving(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "log.csv"
    lines = "".join(f"Siân Jones,{day:%d/%m/%Y},1.25,Déjà vu – £5\n" for day in _DAYS)
    path.write_bytes(f"Name,Date,Hours,What\n{lines}".encode(encoding))
    read = read_contributions(path, None, _TODAY)
    assert len(read.entries) == len(_DAYS)
    assert {(entry.name, entry.what) for entry in read.entries} == {("Siân Jones", "Déjà vu – £5")}


def test_a_person_s_choice_of_letters_is_followed(tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    path.write_bytes("Osoba;Data;Godziny\nŁucja Żak;13/03/2026;2\n".encode("cp1250"))
    wishes = ImportMap(encoding="cp1250", separator=";")
    assert [entry.name for entry in read_contributions(path, wishes, _TODAY).entries] == [
        "Łucja Żak"
    ]


def test_two_heading_rows_with_merged_cells_are_one(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.worksheets[0]
    sheet["A1"] = "Hours of the garden group"
    sheet.merge_cells("A1:F1")
    for row in (
        ("Volunteer", "Session", None, "Time", None, "Notes"),
        (None, "Date", "Project", "Start", "Finish", None),
        ("Ann", datetime.date(2026, 3, 2), "Garden", datetime.time(9), datetime.time(10, 30), "x"),
        ("Ben", datetime.date(2026, 3, 3), "Garden", datetime.time(22), datetime.time(1), None),
    ):
        sheet.append(row)
    for span in ("B2:C2", "D2:E2", "A2:A3", "F2:F3"):
        sheet.merge_cells(span)
    path = tmp_path / "log.xlsx"
    workbook.save(path)
    read = read_contributions(path, None, _TODAY)
    assert _faults(read) == []
    assert [(e.name, e.project, e.minutes, e.note) for e in read.entries] == [
        ("Ann", "Garden", 90, "x"),
        ("Ben", "Garden", 180, ""),
    ]


def test_tables_side_by_side_are_each_read_when_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    path.write_text(
        "Name,Date,Hours,Name,Date,Hours\n"
        "Ann,13/03/2026,1,Ben,14/03/2026,2\nAnn,15/03/2026,3,Ben,16/03/2026,4\n"
    )
    first = read_contributions(path, None, _TODAY)
    second = read_contributions(path, ImportMap(table=2), _TODAY)
    assert [(e.name, e.minutes) for e in first.entries] == [("Ann", 60), ("Ann", 180)]
    assert [(e.name, e.minutes) for e in second.entries] == [("Ben", 120), ("Ben", 240)]
    assert any("second table" in note.message for note in first.problems)


def test_time_of_everybody_counts_for_each_of_them(tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    path.write_text("Date,Activity,Time Spent\n13/03/2026,Met,4 hr\n14/03/2026,Met,2 hr\n")
    wishes = ImportMap(each_of=("Ann", "Ben", "Cai"))
    read = read_contributions(path, wishes, _TODAY)
    assert sum(entry.minutes for entry in read.entries) == 3 * 360
    assert {entry.name for entry in read.entries} == {"Ann", "Ben", "Cai"}
    assert len({entry.key for entry in read.entries}) == 6


def test_rows_are_left_out_and_kept_as_a_person_says(tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    path.write_text(
        "Name,Date,Hours\nAnn,13/03/2026,1\nTotal Recall,,2\nBen,14/03/2026,3\nTotal,,6\n"
    )
    plain = read_contributions(path, None, _TODAY)
    assert [(one.row, one.reason) for one in plain.left_out] == [(3, "total"), (5, "total")]
    wishes = ImportMap(keep_rows=(3,), skip_rows=(4,), defaults={"date": "2026-03-20"})
    read = read_contributions(path, wishes, _TODAY)
    assert [(e.name, e.minutes) for e in read.entries] == [("Ann", 60), ("Total Recall", 120)]


def _libreoffice(folder: Path, source: Path, ending: str) -> Path:
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/office",
         "--convert-to", ending, "--outdir", str(folder / "made"), str(source)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    return folder / "made" / f"{source.stem}.{ending}"


def _many(path: Path, rows: int) -> tuple[int, int]:
    """Write many rows of time as a charity would; return the minutes and the rows."""
    random = Random(6)
    workbook = openpyxl.Workbook()
    sheet = workbook.worksheets[0]
    sheet.append(["Riverside, hours of 2026"])
    sheet.append([])
    sheet.append(["Volunteer", "Date", "Hours", "Project", "What they did"])
    total = 0
    for number in range(rows):
        minutes = 5 * random.randint(1, 96)
        total += minutes
        day = datetime.date(2026, 1, 1) + datetime.timedelta(days=number % 300)
        sheet.append([f"Person {number % 211}", day, datetime.timedelta(minutes=minutes),
                      f"Project {number % 9}", f"Task {number}"])  # fmt: skip
        sheet.cell(sheet.max_row, 3).number_format = "[h]:mm"
    sheet.append(["Grand total", None, datetime.timedelta(minutes=total)])
    sheet.cell(sheet.max_row, 3).number_format = "[h]:mm"
    workbook.save(path)
    return total, rows


@pytest.mark.parametrize("ending", ["xlsx", "ods", "xls"])
def test_thousands_of_rows_come_out_the_same_from_every_program(
    tmp_path: Path, ending: str
) -> None:
    source = tmp_path / "hours.xlsx"
    minutes, rows = _many(source, 3000)
    path = source if ending == "xlsx" else _libreoffice(tmp_path, source, ending)
    read = read_contributions(path, None, _TODAY)
    assert _faults(read) == []
    assert (len(read.entries), sum(entry.minutes for entry in read.entries)) == (rows, minutes)
    (total,) = read.source_totals
    assert (total.stated, total.read) == (minutes, minutes)
