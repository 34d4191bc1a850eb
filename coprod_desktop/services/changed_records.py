"""Tell what a change did to each record: names instead of numbers, and nothing told in secret."""

import datetime
from collections.abc import Callable, Iterable, Mapping

from coprod_desktop.domain.bank_details import masked_number, masked_sort_code
from coprod_desktop.domain.changes import ChangedRecord, ChangedValue, HistoryLine, RowChange
from coprod_desktop.domain.dates import list_day
from coprod_desktop.domain.holds import HoldOn
from coprod_desktop.domain.pay_runs import LineKind
from coprod_desktop.services.record_titles import TITLES
from coprod_desktop.storage import history_lines, schema
from coprod_desktop.storage.work import Reading

_MOST_ABOUT_ONE = 500
# Inner numbers, fingerprints, files and workings. What holds and approvals say in private stays
# where it is shown with care.
NOT_SHOWN = frozenset(
    {
        "because",
        "circumstances",
        "content",
        "content_sha256",
        "digest",
        "fingerprint",
        "import_key",
        "is_live",
        "line_key",
        "logo",
        "media_type",
        "row_count",
        "salt",
        "seal_key",
        "sha256",
        "signature",
        "substitutions_text",
        "text",
        "told",
        "weights_text",
    }
)
_MASKED: Mapping[str, Callable[[str], str]] = {
    "account_number": masked_number,
    "sort_code": lambda _code: masked_sort_code(),
}
_EMPTY = (None, "", False)


def changed_records(reading: Reading, rows: Iterable[RowChange]) -> tuple[ChangedRecord, ...]:
    """Tell what each row of a change is about, and what differs."""
    names = RecordNames(reading)
    return tuple(_record(names, row) for row in rows)


def records_about(
    reading: Reading, table: str, row_id: int
) -> tuple[tuple[HistoryLine, ChangedRecord], ...]:
    """Tell who changed one record, when, and from what to what; newest first."""
    found = history_lines.rows_about(reading, table, row_id, _MOST_ABOUT_ONE)
    lines = history_lines.lines_of(reading, [change_id for change_id, _row in found])
    names = RecordNames(reading)
    return tuple((lines[change_id], _record(names, row)) for change_id, row in found)


class RecordNames:
    """Name records by what people know of them, also those that are no longer there."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._known: dict[tuple[str, int], str] = {}

    def title(self, table: str, image: Mapping[str, object]) -> str:
        """Return what a record is called, from how it stands in the history."""
        values = history_lines.restored(table, image)
        told = (self._told(table, field, values) for field in TITLES[table])
        return ", ".join(filter(None, told))

    def of(self, table: str, row_id: int) -> str:
        """Return what the record of an id is called; empty where nothing is known of it."""
        key = (table, row_id)
        if key not in self._known:
            self._known[key] = ""  # so that no ring of links goes round for ever
            image = history_lines.last_image(self._reading, table, row_id)
            self._known[key] = "" if image is None else self.title(table, image)
        return self._known[key]

    def link(self, table: str, field: str, values: Mapping[str, object]) -> str | None:
        """Return the name of the record that a field points to; None where it points to none."""
        value = values.get(field)
        if not isinstance(value, int) or isinstance(value, bool):
            return None
        target = _target(table, field, values)
        return None if target is None else self.of(target, value)

    def _told(self, table: str, field: str, values: Mapping[str, object]) -> str:
        linked = self.link(table, field, values)
        if linked is not None:
            return linked
        value = values.get(field)
        if isinstance(value, datetime.date):
            return list_day(value)
        return "" if value is None else str(value)


def _record(names: RecordNames, row: RowChange) -> ChangedRecord:
    before, after = row.before, row.after
    image = after or before
    is_secret = row.table in schema.PRIVATE | schema.SECRET
    if image is None or is_secret:
        title = ""
        if image is not None and row.table not in schema.SECRET:
            title = names.title(row.table, image)
        values: tuple[ChangedValue, ...] = ()
    else:
        title, values = names.title(row.table, image), _values(names, row)
    return ChangedRecord(
        table=row.table,
        row_id=row.row_id,
        title=title,
        is_new=before is None and after is not None,
        is_removed=after is None and before is not None,
        is_hidden=image is None or is_secret,
        values=values,
    )


def _values(names: RecordNames, row: RowChange) -> tuple[ChangedValue, ...]:
    before = history_lines.restored(row.table, row.before or {})
    after = history_lines.restored(row.table, row.after or {})
    _key, *fields = history_lines.fields_of(row.table)
    found = []
    for field in fields:
        if field in NOT_SHOWN or before.get(field) == after.get(field):
            continue
        was, now = _shown(names, row.table, field, before), _shown(names, row.table, field, after)
        if was not in _EMPTY or now not in _EMPTY or (row.before and row.after):
            found.append(ChangedValue(field=field, before=was, after=now))
    return tuple(found)


def _shown(names: RecordNames, table: str, field: str, values: Mapping[str, object]) -> object:
    value = values.get(field)
    if value and field in _MASKED:
        return _MASKED[field](str(value))
    linked = names.link(table, field, values)
    if linked is not None:
        return linked
    return "" if field.endswith("_ids") else value  # a list of inner numbers says nothing


def _target(table: str, field: str, values: Mapping[str, object]) -> str | None:
    """Return the table to which a field points, by its link or by the subject beside it."""
    if field == "subject_id":
        kind = str(values.get("subject") or values.get("on") or values.get("kind"))
        if table == "top_ups" and kind == LineKind.EXPENSE_CLAIM:
            return "expense_items"  # a difference is owed for one line of a claim
        subject = _SUBJECTS.get(kind, kind)
        return subject if subject in TITLES else None
    return history_lines.link_of(table, field)


_SUBJECTS: Mapping[str, str] = {
    LineKind.CONTRIBUTION: "contributions",
    LineKind.EXPENSE_CLAIM: "expense_claims",
    LineKind.TOP_UP: "top_ups",
    LineKind.RECOVERY: "recoveries",
    HoldOn.PERSON: "participants",
}
