"""Spreadsheets that are damaged or hostile, each drawn from a seed, for tests of the import."""

import csv
import datetime
import functools
import io
import random
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl

Damage = Callable[[bytes, random.Random], bytes]
_HEADINGS = ("Date", "Name", "Project", "What", "Hours", "Amount £", "Notes")
_NAMES = ("Aisha Rahman", "Siân Llŷr", "Małgorzata Zając", "سلمى الحداد", "=cmd|' /C calc'!A0", "")
_HOURS = (2.5, "1:30", "1h30", "-3", 1e308, "½", "25:00", None, "=SUM(A1:A9)", "2,5", "#REF!")
_MONEY = ("£4.60", "(12.50)", "1.234,56", -5, "1e9", None, "=1/0", "4.605", "\u00a3\u00a07")
_DAYS = (datetime.date(2026, 7, 9), "31/02/2026", "9/7/26", 46212, "yesterday", "0000-00-00", None)


# --- sound sheets ------------------------------------------------------------------------------


def _rows(chance: random.Random, count: int) -> list[list[object]]:
    return [
        [
            chance.choice(_DAYS),
            chance.choice(_NAMES),
            chance.choice(("First appointment", "Better Waiting Rooms", "")),
            chance.choice(("Meeting", "Reading", "x" * 40_000, "a\x0bb", "\ufeffBOM")),
            chance.choice(_HOURS),
            chance.choice(_MONEY),
            chance.choice(("", "note", "@SUM(1)", "\t+1")),
        ]
        for _ in range(count)
    ]


@functools.cache
def _workbook(seed: int) -> bytes:
    chance = random.Random(seed)
    book = openpyxl.Workbook()
    for number in range(chance.randint(1, 3)):
        sheet = book.active if number == 0 else book.create_sheet(f"Sheet {number + 1}")
        if sheet is None:
            continue
        for _ in range(chance.randint(0, 3)):
            sheet.append(["Volunteer log, kept by hand"])
        sheet.append(list(_HEADINGS))
        for row in _rows(chance, chance.randint(0, 30)):
            sheet.append([_plain(cell) for cell in row])
        if chance.random() < 0.3:
            sheet.merge_cells("A1:C1")
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _plain(cell: object) -> object:
    if isinstance(cell, str):  # what the writer itself would refuse is damaged into the file later
        return "".join(letter for letter in cell if letter >= " ")[:32_000]
    return cell


def _text(seed: int) -> bytes:
    chance = random.Random(seed)
    written = io.StringIO()
    writer = csv.writer(written, delimiter=chance.choice(",;\t|"))
    writer.writerow(_HEADINGS)
    writer.writerows(_rows(chance, chance.randint(0, 40)))
    encoding = chance.choice(("utf-8", "utf-8-sig", "utf-16", "cp1252", "utf-32"))
    return written.getvalue().encode(encoding, errors="replace")


@functools.cache
def _converted(kind: str) -> bytes | None:
    """Return a sound workbook as LibreOffice writes it; None on a computer without it."""
    office = shutil.which("soffice")
    if office is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "sheet.xlsx"
        source.write_bytes(_workbook(1))
        words = [office, f"-env:UserInstallation=file://{folder}/profile", "--headless"]
        words += ["--convert-to", kind, "--outdir", folder, str(source)]
        subprocess.run(words, check=True, capture_output=True, timeout=120)
        return (Path(folder) / f"sheet.{kind}").read_bytes()


# --- damages -----------------------------------------------------------------------------------


def _nothing(data: bytes, _chance: random.Random) -> bytes:
    return data


def _flip(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice((1, 3, 30, 300))):
        if changed:
            changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _truncate(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _repeat(data: bytes, chance: random.Random) -> bytes:
    at, size = chance.randrange(len(data) + 1), chance.choice((1, 10, 1000, 100_000))
    return data[:at] + data[at : at + size] * chance.choice((2, 50)) + data[at:]


def _blank_out(data: bytes, chance: random.Random) -> bytes:
    at, size = chance.randrange(len(data) + 1), chance.choice((8, 512, 65_536))
    filling = chance.choice((b"\x00", b"\xff", b'"', b"\n", b"<"))
    return data[:at] + filling * size + data[at + size :]


def _shuffle(data: bytes, chance: random.Random) -> bytes:
    size = chance.choice((16, 512, 4096))
    pieces = [data[at : at + size] for at in range(0, len(data), size)]
    chance.shuffle(pieces)
    return b"".join(pieces)


def _prefix(data: bytes, chance: random.Random) -> bytes:
    starts = (
        b"\xef\xbb\xbf\xef\xbb\xbf",
        b"PK\x03\x04",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        b"%PDF",
    )
    return chance.choice(starts) + data


def _long_line(_data: bytes, chance: random.Random) -> bytes:
    return chance.choice((b",", b'"', b"x,", b";;", b"\t")) * chance.choice((10_000, 3_000_000))


_ANY: tuple[Damage, ...] = (_nothing, _flip, _truncate, _repeat, _blank_out, _shuffle, _prefix)


def _entries(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def _packed(entries: dict[str, bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in entries.items():
            package.writestr(name, content)
    return written.getvalue()


_SHEET = "xl/worksheets/sheet1.xml"


def _edit_part(data: bytes, chance: random.Random) -> bytes:
    """Damage one part inside the package, and pack it again soundly."""
    entries = _entries(data)
    name = chance.choice(sorted(entries))
    entries[name] = chance.choice((_flip, _truncate, _repeat, _blank_out))(entries[name], chance)
    return _packed(entries)


def _drop_part(data: bytes, chance: random.Random) -> bytes:
    entries = _entries(data)
    del entries[chance.choice(sorted(entries))]
    return _packed(entries)


def _bomb(data: bytes, chance: random.Random) -> bytes:
    """Add a part of millions of equal letters, or make the sheet itself of them."""
    entries = _entries(data)
    size = chance.choice((30_000_000, 300_000_000))
    name = chance.choice((_SHEET, "xl/sharedStrings.xml", "xl/media/image1.png", "bomb"))
    head = b"<sst><si><t>" if "shared" in name else b"<worksheet><sheetData><row r='1'><c><v>"
    entries[name] = head + b"1" * size
    return _packed(entries)


def _entities(data: bytes, chance: random.Random) -> bytes:
    """Name an entity that grows a thousand million times, or one in a file of this computer."""
    laughs = "".join(
        f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10)
    )  # each is ten of the one before
    outside = '<!ENTITY l9 SYSTEM "file:///etc/hostname">'
    kind = chance.choice((f'<!ENTITY l0 "lol">{laughs}', outside))
    entries = _entries(data)
    name = chance.choice([name for name in sorted(entries) if name.endswith(".xml")])
    body = entries[name].split(b"?>", 1)[-1].replace(b"<v>", b"<v>&l9;").replace(b"<t>", b"<t>&l9;")
    entries[name] = f'<?xml version="1.0"?><!DOCTYPE x [{kind}]>'.encode() + body
    return _packed(entries)


def _far_cells(data: bytes, chance: random.Random) -> bytes:
    """Put cells into places that would lay out a sheet of a million columns or rows."""
    far = chance.choice(("XFD1048576", "ZZZZZZ1", "A99999999", "XFD1", "A1048576", "AAAA9", "1A"))
    entries = _entries(data)
    cell = f'<row r="{chance.choice((1, 1048576))}"><c r="{far}"><v>1</v></c></row>'.encode()
    entries[_SHEET] = entries[_SHEET].replace(b"</sheetData>", cell + b"</sheetData>")
    return _packed(entries)


def _wide(data: bytes, chance: random.Random) -> bytes:
    """Make one row of very many cells, or very many empty rows."""
    entries = _entries(data)
    if chance.random() < 0.5:
        cells = b"<c><v>1</v></c>" * chance.choice((16_384, 1_000_000))
        filled = b'<row r="1">' + cells + b"</row>"
    else:
        filled = b"<row/>" * chance.choice((100_000, 2_000_000))
    entries[_SHEET] = entries[_SHEET].replace(b"<sheetData>", b"<sheetData>" + filled)
    return _packed(entries)


def _deep(data: bytes, chance: random.Random) -> bytes:
    depth = chance.choice((1000, 200_000))
    entries = _entries(data)
    nest = b"<a>" * depth + b"</a>" * depth
    entries[_SHEET] = entries[_SHEET].replace(b"<sheetData>", nest + b"<sheetData>")
    return _packed(entries)


def _macro(data: bytes, chance: random.Random) -> bytes:
    entries = _entries(data)
    entries["xl/vbaProject.bin"] = chance.randbytes(5000)
    entries["../../outside.txt"] = b"must not be written anywhere"
    types = entries["[Content_Types].xml"]
    entries["[Content_Types].xml"] = types.replace(
        b"spreadsheetml.sheet.main+xml", b"sheet.macroEnabled.main+xml"
    )
    return _packed(entries)


def _formulas(data: bytes, chance: random.Random) -> bytes:
    """Give cells formulas without a saved result, among them some that call themselves."""
    entries = _entries(data)
    said = chance.choice(
        ("SUM(A1:XFD1048576)", "A1", "1/0", "HYPERLINK(&quot;http://x&quot;)", "(" * 5000, "E3*24")
    )
    entries[_SHEET] = (
        entries[_SHEET].replace(b"<v>", f"<f>{said}</f><x>".encode()).replace(b"</v>", b"</x>")
    )
    return _packed(entries)


_PACKED: tuple[Damage, ...] = (
    _edit_part, _edit_part, _edit_part, _drop_part, _bomb, _entities, _far_cells, _wide, _deep,
    _macro, _formulas,
)  # fmt: skip


def a_damaged_sheet(chance: random.Random, folder: Path) -> Path:
    """Write a sheet, damaged in a way drawn from `chance`, and return where it is."""
    kind = chance.choices(("xlsx", "csv", "xls", "ods"), (60, 20, 10, 10))[0]
    if kind == "csv":
        damage = chance.choice((*_ANY, _long_line))
        data, ending = _text(chance.randrange(50)), chance.choice(("csv", "tsv", "txt"))
    else:
        found = _workbook(chance.randrange(20)) if kind == "xlsx" else _converted(kind)
        is_package = kind == "xlsx" or found is None
        data, ending = found or _workbook(1), kind if found else "xlsx"
        damage = chance.choice((*_ANY, *_PACKED) if is_package else _ANY)
    damaged = damage(data, chance)
    if chance.random() < 0.1:
        ending = chance.choice(("xlsx", "xlsm", "xls", "ods", "csv", "pdf"))
    path = folder / f"{damage.__name__.strip('_')}.{ending}"
    path.write_bytes(damaged)
    return path
