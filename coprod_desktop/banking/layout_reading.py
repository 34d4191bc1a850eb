"""Read how a bank wants its file from a text; every mistake is told with its line."""

import dataclasses
import re
import string
from collections.abc import Iterable
from types import MappingProxyType

from coprod_desktop.banking.layout_columns import Rules, read_columns
from coprod_desktop.banking.layouts import MOST_PENCE, Column, Layout, Quoting, Source
from coprod_desktop.banking.letters import Alphabet
from coprod_desktop.domain.policy.problems import PolicyFileError
from coprod_desktop.domain.policy.sections import Sections
from coprod_desktop.domain.policy.tables import Reading, Table
from coprod_desktop.domain.policy.toml_text import open_toml
from coprod_desktop.domain.policy.values import read_money
from coprod_desktop.i18n import _

_ABOUT_KEYS = frozenset({"name", "source", "checked_on", "confidence", "note"})
_FILE_KEYS = frozenset(
    {"extension", "separator", "quoting", "line_end", "last_line_end", "encoding", "decimal"}
    | {"letters", "dates", "most_payments", "most_amount"}
)
_CONFIDENCES = MappingProxyType(
    {one: one for one in ("official", "secondary", "memory", "partly known", "own")}
)
_SEPARATORS = MappingProxyType(
    {"comma": ",", "semicolon": ";", "tab": "\t", "bar": "|", ",": ",", ";": ";", "|": "|"}
)
_LINE_ENDS = MappingProxyType({"windows": "\r\n", "unix": "\n", "crlf": "\r\n", "lf": "\n"})
_ENCODINGS = MappingProxyType(
    {"ascii": "ascii", "windows-1252": "cp1252", "utf-8": "utf-8", "utf-8 with mark": "utf-8-sig"}
)
_QUOTING = MappingProxyType({one.value: one for one in Quoting})
_DECIMALS = MappingProxyType({".": ".", ",": ",", "point": ".", "comma": ","})
_EXTENSION = re.compile(r"[A-Za-z0-9]{1,5}")
_RANGE = re.compile(r"(.)-(.)")
_USUAL_LETTERS = "A-Z a-z 0-9 . & / -"
_USUAL_DATES = "DD/MM/YYYY"
_NEEDED = (
    (frozenset({Source.SORT_CODE}), "sort_code"),
    (frozenset({Source.ACCOUNT_NUMBER}), "account_number"),
    (frozenset({Source.PENCE, Source.POUNDS}), "pounds"),
)


class LayoutFileError(PolicyFileError):
    """A bank layout has mistakes; all of them are told at once, in the order of lines."""


def read_layout(text: str) -> Layout:
    """Return a layout; raises LayoutFileError with every mistake, in the order of lines."""
    try:
        data, lines = open_toml(
            text, empty=_('The file is empty. A layout begins with [layout] and name = "…".')
        )
        reading = Reading(lines, {})
        sections = Sections(
            reading, data, one_each=("layout", "file", "payment"), several=("header", "trailer")
        )
        sections.check(elsewhere=(), place="")
        layout = _layout(reading, sections)
        reading.finish()
    except PolicyFileError as mistake:
        raise LayoutFileError(mistake.problems) from mistake
    return layout


def _layout(reading: Reading, sections: Sections) -> Layout:
    about = _section(reading, sections, "layout")
    file = _section(reading, sections, "file")
    payment = _section(reading, sections, "payment")
    about.only(_ABOUT_KEYS)
    file.only(_FILE_KEYS)
    rules = _rules(file)
    columns = read_columns(payment, rules, is_payment=True)
    _check_needed(payment, columns)
    return Layout(
        name=_name(about),
        source=about.words("source"),
        checked_on=about.day("checked_on"),
        confidence=about.choice("confidence", _CONFIDENCES) or "own",
        note=about.words("note"),
        extension=_extension(file),
        separator=rules.separator,
        quoting=rules.quoting,
        line_end=file.choice("line_end", _LINE_ENDS) or "\r\n",
        has_last_line_end=file.yes_no("last_line_end") if file.has("last_line_end") else True,
        encoding=rules.encoding,
        decimal=_decimal(file, rules),
        alphabet=_alphabet(file, rules),
        most_payments=_most_payments(file),
        most_pence=_most_pence(file),
        headers=_rows(sections, rules, "header"),
        columns=columns,
        trailers=_rows(sections, rules, "trailer"),
    )


def _section(reading: Reading, sections: Sections, name: str) -> Table:
    """Return a section, empty where it is not there: only [file] may be left out."""
    found = sections.one(name)
    if found is None and name != "file" and not sections.has(name):
        reading.problem((), _("There is no [{name}]. Write it.").format(name=name))
    return found or Table(reading, (name,), f"[{name}]", {})


def _rows(sections: Sections, rules: Rules, name: str) -> tuple[tuple[Column, ...], ...]:
    return tuple(
        read_columns(table, rules, is_payment=False) for _name, table in sections.all((name,))
    )


def _rules(file: Table) -> Rules:
    rules = Rules(
        separator=file.choice("separator", _SEPARATORS) or ",",
        quoting=file.choice("quoting", _QUOTING) or Quoting.WHERE_NEEDED,
        encoding=file.choice("encoding", _ENCODINGS) or "ascii",
        dates=_USUAL_DATES,
    )
    return dataclasses.replace(rules, dates=rules.date_form(file) or rules.dates)


def _name(about: Table) -> str:
    name = about.words("name")
    if not name and about.values and isinstance(about.values.get("name", ""), str):
        about.problem(_("The layout has no name. Write one, as name = “My bank”."))
    return name


def _extension(file: Table) -> str:
    extension = file.words("extension") or "csv"
    if not _EXTENSION.fullmatch(extension):
        file.problem(_("“extension” is up to five letters, as “csv” or “txt”."), "extension")
    return extension


def _decimal(file: Table, rules: Rules) -> str:
    decimal = file.choice("decimal", _DECIMALS) or "."
    rules.check_text(file, decimal, "decimal")
    return decimal


def _alphabet(file: Table, rules: Rules) -> Alphabet:
    """Read "A-Z 0-9 . & / -"; capitals alone where no small letter is named."""
    said = file.words("letters") or _USUAL_LETTERS
    letters = frozenset(_each(said.split()))
    if not letters & frozenset(string.ascii_letters) or not letters & frozenset(string.digits):
        file.problem(_("“letters” needs letters and digits, as “A-Z 0-9 . & / -”."), "letters")
    rules.check_text(file, "".join(sorted(letters)), "letters")
    return Alphabet(letters=letters, is_upper=not any(one.islower() for one in letters))


def _each(words: Iterable[str]) -> Iterable[str]:
    for word in words:
        stretch = _RANGE.fullmatch(word)
        if stretch and stretch[1] < stretch[2] and stretch[1].isalnum() and stretch[2].isalnum():
            yield from map(chr, range(ord(stretch[1]), ord(stretch[2]) + 1))
        else:
            yield from word


def _most_payments(file: Table) -> int | None:
    if not file.has("most_payments"):
        return None
    most = file.values["most_payments"]
    if isinstance(most, bool) or not isinstance(most, int) or most < 1:
        file.problem(_("“most_payments” is a whole number from 1 on, as 1000."), "most_payments")
        return None
    return most


def _most_pence(file: Table) -> int:
    most = file.read("most_amount", read_money)
    if most is None:
        return MOST_PENCE
    if most < 1 or most.denominator != 1:
        file.problem(_("“most_amount” is pounds and whole pence, as “£1,000,000”."), "most_amount")
    return int(most)


def _check_needed(payment: Table, columns: Iterable[Column]) -> None:
    """Report a layout whose payments could reach nobody."""
    taken = {source for column in columns for source in column.sources}
    for sources, named in _NEEDED if payment.values else ():
        if not taken & sources:
            payment.problem(
                _("No column takes “{named}”, so nobody could be paid. Add one.").format(
                    named=named
                ),
                "columns",
            )
