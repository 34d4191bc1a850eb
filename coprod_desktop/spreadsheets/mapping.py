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

Every field is described in docs/import-maps.md.
"""

import dataclasses
import datetime
import tomllib
from collections.abc import Collection, Mapping
from pathlib import Path
from types import MappingProxyType

from coprod_desktop.domain.errors import FileMissingError, MappingUnreadableError
from coprod_desktop.i18n import _
from coprod_desktop.spreadsheets.days import ORDERS
from coprod_desktop.spreadsheets.headings import SYNONYMS

# Fields that have other synonyms for expenses than for time, and one name in a map.
_IN_MAP = MappingProxyType(
    {"spent_what": "what", "spent_kind": "kind", "spent_on": "date", "claimed": "amount"}
)
COLUMN_FIELDS = frozenset(_IN_MAP.get(field, field) for field in SYNONYMS)
DEFAULT_FIELDS = frozenset({
    "name", "project", "date", "what", "kind", "capacity", "skills", "note", "pay",
    "paid_by", "contact_by", "language", "edition",
})  # fmt: skip
_OPTIONS: MappingProxyType[str, type] = MappingProxyType({
    "date_order": str, "year": int, "wide": bool, "person_columns": list, "durations_are": str,
    "sheet": str, "heading_row": int,
})  # fmt: skip
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

    def column(self, field: str) -> str | None:
        """Return the heading that a person named for a field; empty where it is not to be read."""
        return self.columns.get(_IN_MAP.get(field, field))


def read_import_map(path: Path) -> ImportMap:
    """Read a MAP.toml; raises FileMissingError, or MappingUnreadableError with what is wrong."""
    try:
        content = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except FileNotFoundError as error:
        raise FileMissingError(path=path) from error
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise MappingUnreadableError(path=path, detail=str(error)) from error
    return _MapReader(path).read(content)


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
        people = options.pop("person_columns", [])
        return ImportMap(
            columns={key: self._text("columns", key, value) for key, value in columns.items()},
            defaults=texts,
            person_columns=tuple(people) if isinstance(people, list) else (),
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
            fits = wanted is list and all(isinstance(name, str) for name in value)
        if not fits:
            words = {str: _("text"), int: _("a whole number"), bool: "true / false"}
            message = _("“{key}” in [options] must be {wanted}.")
            shown = words.get(wanted, _("a list of texts"))
            raise self._error(message.format(key=key, wanted=shown))
        if key in _CHOICES and value not in _CHOICES[key]:
            self._refuse_choice("options", key, _CHOICES[key])

    def _refuse_choice(self, table: str, key: str, choices: tuple[str, ...]) -> None:
        message = _("“{key}” in [{table}] must be one of: {choices}.")
        raise self._error(message.format(key=key, table=table, choices=", ".join(choices)))

    def _error(self, detail: str) -> MappingUnreadableError:
        return MappingUnreadableError(path=self._path, detail=detail)
