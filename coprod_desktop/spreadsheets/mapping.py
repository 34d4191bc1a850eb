"""Read a small file (MAP.toml) that says which column of a spreadsheet means what.

    [columns]                     # field = "the heading", or a letter as "B" where there is none
    name = "User"
    date = "Start date"

    [defaults]                    # what stands in every row without a value of its own
    project = "Garden plan"
    pay = "unpaid"

    [options]
    date_order = "mdy"            # or "dmy", "ymd"
    year = 2025                   # for dates without one
    wide = true                   # one column for each person
    person_columns = ["Sam", "Ana"]
    durations_are = "minutes"     # or "hours": what bare numbers count
    sheet = "March"               # the worksheet to read
    heading_row = 4               # the row of the headings, as Excel counts
    table = 2                     # the second of tables side by side
    skip_rows = [7, 31]           # rows to leave out, as Excel counts
    keep_rows = [12]              # rows that look like a total or a title and are neither
    day_is = "7:00"               # how long "1 day" is
    each_of = ["Sam", "Ana"]      # every row counts for each of these people
    encoding = "cp1252"           # how the letters of a text file were saved
    separator = ";"               # what stands between its cells

Every field is described in docs/import-maps.md.
"""

import dataclasses
import datetime
import json
import tomllib
from collections.abc import Collection, Mapping
from pathlib import Path
from types import MappingProxyType

from coprod_desktop.domain.errors import DomainError, FileMissingError, MappingUnreadableError
from coprod_desktop.domain.time import parse_minutes
from coprod_desktop.i18n import _
from coprod_desktop.spreadsheets.days import ORDERS
from coprod_desktop.spreadsheets.headings import SYNONYMS

# Fields that have other synonyms for expenses than for time, and one name in a map.
PUBLIC_FIELDS = MappingProxyType(
    {"spent_what": "what", "spent_kind": "kind", "spent_on": "date", "claimed": "amount"}
)
COLUMN_FIELDS = frozenset(PUBLIC_FIELDS.get(field, field) for field in SYNONYMS)
DEFAULT_FIELDS = frozenset({
    "name", "project", "date", "what", "kind", "capacity", "skills", "note", "pay",
    "paid_by", "contact_by", "language", "edition",
})  # fmt: skip
_OPTIONS: MappingProxyType[str, type] = MappingProxyType({
    "date_order": str, "year": int, "wide": bool, "person_columns": list, "durations_are": str,
    "sheet": str, "heading_row": int, "table": int, "skip_rows": list, "keep_rows": list,
    "day_is": str, "each_of": list, "encoding": str, "separator": str,
})  # fmt: skip
_LISTS: MappingProxyType[str, type] = MappingProxyType(
    {"person_columns": str, "each_of": str, "skip_rows": int, "keep_rows": int}
)
_CHOICES = MappingProxyType({"date_order": ORDERS, "durations_are": ("hours", "minutes")})
_PAYS = ("paid", "unpaid")
_TABLES = ("columns", "defaults", "options")


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ImportMap:
    """What a person said about a spreadsheet; an empty map leaves everything to be found."""

    columns: Mapping[str, str] = dataclasses.field(default_factory=dict)
    defaults: Mapping[str, str] = dataclasses.field(default_factory=dict)
    date_order: str | None = None
    year: int | None = None
    wide: bool | None = None
    person_columns: tuple[str, ...] = ()
    durations_are: str | None = None
    sheet: str | None = None
    heading_row: int | None = None
    table: int | None = None
    skip_rows: tuple[int, ...] = ()
    keep_rows: tuple[int, ...] = ()
    day_is: str | None = None
    each_of: tuple[str, ...] = ()
    encoding: str = ""
    separator: str = ""

    @property
    def day_minutes(self) -> int | None:
        """Return how many minutes a day has, where somebody said so."""
        return parse_minutes(self.day_is) if self.day_is else None

    def column(self, field: str) -> str | None:
        """Return the heading that a person named for a field; empty where it is not to be read."""
        return self.columns.get(PUBLIC_FIELDS.get(field, field))


def read_import_map(path: Path) -> ImportMap:
    """Read a MAP.toml; raises FileMissingError, or MappingUnreadableError with what is wrong."""
    try:
        content = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except FileNotFoundError as error:
        raise FileMissingError(path=path) from error
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise MappingUnreadableError(path=path, detail=str(error)) from error
    return _MapReader(path).read(content)


def parse_import_map(text: str) -> ImportMap:
    """Read the text of a map that was kept; raises MappingUnreadableError."""
    nowhere = Path()
    try:
        return _MapReader(nowhere).read(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise MappingUnreadableError(path=nowhere, detail=str(error)) from error


def write_import_map(import_map: ImportMap) -> str:
    """Return a map as the text of a MAP.toml; what it does not say is left out."""
    options = {
        name: getattr(import_map, name)
        for name in _OPTIONS
        if getattr(import_map, name) not in (None, (), "")
    }
    tables = (("columns", import_map.columns), ("defaults", import_map.defaults))
    lines = []
    for title, table in (*tables, ("options", options)):
        if table:
            lines += [
                f"[{title}]",
                *(f"{key} = {_toml(value)}" for key, value in table.items()),
                "",
            ]
    return "\n".join(lines)


def _toml(value: object) -> str:
    """Write a value as TOML does; JSON's texts, whole numbers and lists are the same there."""
    listed = list(value) if isinstance(value, tuple) else value
    return json.dumps(listed, ensure_ascii=False).replace("\x7f", "\\u007f")


class _MapReader:
    """Check the tables of one map, and name the first thing that is not as documented."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self, content: dict[str, object]) -> ImportMap:
        self._refuse_unknown("", content, _TABLES)
        columns, defaults, options = (self._table(content, name) for name in _TABLES)
        self._refuse_unknown("columns", columns, COLUMN_FIELDS)
        self._refuse_unknown("defaults", defaults, DEFAULT_FIELDS)
        self._refuse_unknown("options", options, _OPTIONS)
        texts = {key: self._text("defaults", key, value) for key, value in defaults.items()}
        if texts.get("pay", "paid") not in _PAYS:
            self._refuse_choice("defaults", "pay", _PAYS)
        for key, value in options.items():
            self._check_option(key, value)
        for name in _LISTS:
            if isinstance(listed := options.get(name), list):
                options[name] = tuple(listed)
        return ImportMap(
            columns={key: self._text("columns", key, value) for key, value in columns.items()},
            defaults=texts,
            **options,  # type: ignore[arg-type]  # the types were checked above, by name
        )

    def _table(self, content: dict[str, object], name: str) -> dict[str, object]:
        table = content.get(name, {})
        if not isinstance(table, dict):
            raise self._error(_("“{name}” must be a table: [{name}].").format(name=name))
        return dict(table)

    def _refuse_unknown(
        self, table: str, content: dict[str, object], known: Collection[str]
    ) -> None:
        for key in content:
            if key not in known:
                message = _("[{table}] knows no “{key}”. It knows: {known}.")
                words = message.format(table=table, key=key, known=", ".join(sorted(known)))
                raise self._error(words)

    def _text(self, table: str, key: str, value: object) -> str:
        if isinstance(value, datetime.date):
            return value.isoformat()
        if not isinstance(value, str):
            message = _("“{key}” in [{table}] must be text in quotation marks.")
            raise self._error(message.format(key=key, table=table))
        return value

    def _check_option(self, key: str, value: object) -> None:
        wanted = _OPTIONS[key]
        fits = isinstance(value, wanted) and not (wanted is int and isinstance(value, bool))
        if isinstance(value, list):
            fits = wanted is list and all(type(one) is _LISTS[key] for one in value)
        if not fits:
            words = {str: _("text"), int: _("a whole number"), bool: "true / false"}
            message = _("“{key}” in [options] must be {wanted}.")
            of_numbers = _LISTS.get(key) is int
            shown = words.get(wanted) or (
                _("a list of whole numbers") if of_numbers else _("a list of texts")
            )
            raise self._error(message.format(key=key, wanted=shown))
        if key in _CHOICES and value not in _CHOICES[key]:
            self._refuse_choice("options", key, _CHOICES[key])
        if key == "day_is":
            self._check_day(str(value))

    def _check_day(self, text: str) -> None:
        try:
            parse_minutes(text)
        except DomainError as error:
            message = _("“day_is” in [options] must be a length of time, as “7:00”.")
            raise self._error(message) from error

    def _refuse_choice(self, table: str, key: str, choices: tuple[str, ...]) -> None:
        message = _("“{key}” in [{table}] must be one of: {choices}.")
        raise self._error(message.format(key=key, table=table, choices=", ".join(choices)))

    def _error(self, detail: str) -> MappingUnreadableError:
        return MappingUnreadableError(path=self._path, detail=detail)
