"""Read the columns of a bank layout; every mistake is told with its line."""

import dataclasses
import re
from collections.abc import Mapping
from types import MappingProxyType

from coprod_desktop.banking.layouts import (
    DATE_MARKS,
    DATES,
    NUMBERS,
    OF_A_PAYMENT,
    SORT_CODES,
    TEXTS,
    Column,
    Quoting,
    Source,
)
from coprod_desktop.domain.policy.tables import Table, nearest
from coprod_desktop.domain.policy.values import shown
from coprod_desktop.i18n import _

_MOST_EMPTY = 500
_MOST_COLUMNS = 1000
_LONGEST_FIELD = 500
_MOST_DIGITS = 30
_SOURCES = MappingProxyType({one.value: one for one in Source})
_ALL_KEYS = frozenset(
    {"take", "text", "empty", "between", "longest", "digits", "dates", "hyphens", "person"}
    | {"business", "heading"}
)
_DATE_FORM = re.compile(r"(?:YYYY|YY|MMM|MM|DD|[-/. ])+")
# Which key says something about which sources; without one of them it would say nothing.
_BELONGS: Mapping[str, frozenset[Source]] = MappingProxyType(
    {
        "longest": TEXTS,
        "digits": NUMBERS,
        "dates": DATES,
        "hyphens": SORT_CODES,
        "person": frozenset({Source.PAYEE_KIND}),
        "business": frozenset({Source.PAYEE_KIND}),
    }
)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What holds for every field of a file."""

    separator: str
    quoting: Quoting
    encoding: str
    dates: str

    def check_text(self, table: Table, text: str, *place: str | int) -> None:
        """Report a text that the file could not carry as it is."""
        if any(not one.isprintable() for one in text):
            table.problem(_("A hidden character stands here. Type it again by hand."), *place)
        try:
            text.encode(self.encoding)
        except UnicodeEncodeError as mistake:
            letter = text[mistake.start]
            table.problem(
                _("“{letter}” is not in the encoding of the file. Leave it out.").format(
                    letter=letter
                ),
                *place,
            )
        if self.quoting is Quoting.NEVER and any(one in text for one in (self.separator, '"')):
            table.problem(
                _(
                    "This would tear a row apart, as nothing is put into quotation marks. Leave "
                    "the separator and quotation marks out, or write quoting = “where needed”."
                ),
                *place,
            )

    def date_form(self, table: Table) -> str:
        """Return how `dates` are written, as "DD/MM/YYYY"; empty where nothing readable stands."""
        form = table.words("dates")
        if not form:
            return ""
        marks = sorted(mark[0][0] for mark in DATE_MARKS.finditer(form))
        if not _DATE_FORM.fullmatch(form) or marks != ["D", "M", "Y"]:
            table.problem(
                _(
                    "“dates” cannot be “{form}”. Write day, month and year once each, as "
                    "“DD/MM/YYYY”, “YYYYMMDD” or “DD-MMM-YY”."
                ).format(form=shown(form)),
                "dates",
            )
            return ""
        self.check_text(table, form, "dates")
        return form


def read_columns(table: Table, rules: Rules, *, is_payment: bool) -> tuple[Column, ...]:
    """Return the columns of a row; `is_payment` where each payment has such a row."""
    table.only(frozenset({"columns"}))
    listed = table.values.get("columns")
    if not isinstance(listed, list) or not listed:
        if table.values or not is_payment:
            table.problem(
                _(
                    "{section} needs its columns. Write columns = [ … ], one after the other."
                ).format(section=table.called),
                "columns",
            )
        return ()
    found: list[Column] = []
    for place, one in enumerate(listed):
        if isinstance(one, str):
            one = {"take": one}
        if isinstance(one, Mapping):
            column = table.inner(("columns", place), _("a column"), one)
            found += _Reader(column, rules, is_payment).columns()
        else:
            table.problem(
                _("“{value}” is not a column. Write it as {{ take = “sort_code” }}.").format(
                    value=shown(one)
                ),
                "columns",
                place,
            )
    if len(found) > _MOST_COLUMNS:
        table.problem(_("No bank takes more than 1,000 columns. Check the empty ones."), "columns")
    return tuple(found[:_MOST_COLUMNS])


class _Reader:
    """Reads one column."""

    def __init__(self, table: Table, rules: Rules, is_payment: bool) -> None:
        self._table = table
        self._rules = rules
        self._is_payment = is_payment

    def columns(self) -> list[Column]:
        """Return the column, or several where it says how many are empty."""
        table = self._table
        table.only(_ALL_KEYS)
        said = [key for key in ("take", "text", "empty") if table.has(key)]
        if len(said) != 1:
            table.problem(_("A column has one of “take”, “text” or “empty”. Write which."))
            return []
        if said == ["empty"]:
            return [Column()] * self._whole("empty", _MOST_EMPTY)
        return [self._column()]

    def _column(self) -> Column:
        table = self._table
        sources = tuple(filter(None, (self._source(one) for one in table.texts("take"))))
        self._check_belongs(frozenset(sources))
        if Source.PAYEE_KIND in sources and not (table.has("person") and table.has("business")):
            table.problem(
                _("“payee_kind” needs what stands for each, as person = “P”, business = “B”.")
            )
        return Column(
            sources=sources,
            text=self._text("text"),
            between=self._text("between"),
            longest=self._whole("longest", _LONGEST_FIELD) or None,
            digits=self._whole("digits", _MOST_DIGITS),
            dates=self._rules.date_form(table) or self._rules.dates,
            has_hyphens=table.yes_no("hyphens"),
            person=self._text("person"),
            business=self._text("business"),
            heading=self._text("heading"),
        )

    def _source(self, name: str) -> Source | None:
        source = _SOURCES.get(name)
        if source is None:
            near = nearest(name, list(_SOURCES))
            meant = _("Did you mean “{near}”?").format(near=near) if near else ""
            said = _("“{name}” is not something to take.").format(name=shown(name))
            self._table.problem(f"{said} {meant}".rstrip(), "take")
        elif not self._is_payment and source in OF_A_PAYMENT:
            self._table.problem(
                _(
                    "“{name}” differs from payment to payment, so it cannot stand above or below "
                    "them. Take “count” or “total_pounds”, or move it into [payment]."
                ).format(name=name),
                "take",
            )
        return source

    def _check_belongs(self, sources: frozenset[Source]) -> None:
        """Report a key that would have no effect, so that nobody relies on it."""
        for key, wanted in _BELONGS.items():
            if self._table.has(key) and not sources & wanted:
                self._table.problem(
                    _("“{key}” says nothing about this column. Leave it out.").format(key=key), key
                )
        if self._table.has("between") and len(self._table.texts("take")) < 2:
            self._table.problem(
                _("“between” stands between several things. Leave it out."), "between"
            )
        if self._table.has("heading") and not self._is_payment:
            self._table.problem(
                _("Only the columns of [payment] have headings. Write text = “…” here."),
                "heading",
            )

    def _text(self, key: str) -> str:
        """Return fixed text with the spaces that it was written with."""
        value = self._table.values.get(key, "")
        if not isinstance(value, str):
            self._table.problem(
                _("“{key}” is text. Put it into quotation marks.").format(key=key), key
            )
            return ""
        self._rules.check_text(self._table, value, key)
        return value

    def _whole(self, key: str, most: int) -> int:
        if not self._table.has(key):
            return 0
        value = self._table.values[key]
        if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= most:
            self._table.problem(
                _("“{key}” is a whole number from 1 to {most}.").format(key=key, most=most), key
            )
            return 1
        return value
