"""Say what the selected cells come to, as the line at the foot of the window does."""

from decimal import Decimal
from fractions import Fraction

from coprod_desktop.domain.clipboard_table import CellValue, to_tsv
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.selection_sums import SelectionSums
from coprod_desktop.domain.time import short_hours
from coprod_desktop.i18n import _, ngettext


def selection_words(sums: SelectionSums) -> tuple[str, ...]:
    """Return the parts in their order: what is selected, sums, averages, the count."""
    parts = [_selected(sums)]
    if sums.minutes is not None:
        parts.append(_("Sum {sum}").format(sum=short_hours(sums.minutes)))
    if sums.pence is not None:
        parts.append(_("Sum {sum}").format(sum=format_pounds(sums.pence)))
    if sums.numbers is not None:
        parts.append(_("Sum {sum}").format(sum=_plain(sums.numbers)))
    if sums.average_minutes is not None:
        parts.append(_("Average {average}").format(average=_hours(sums.average_minutes)))
    if sums.average_pence is not None:
        average = format_pounds(_nearest(sums.average_pence))
        parts.append(_("Average {average}").format(average=average))
    if sums.average_number is not None:
        parts.append(_("Average {average}").format(average=_plain(sums.average_number)))
    parts.append(_("Count {count}").format(count=f"{sums.filled:,}"))
    return tuple(parts)


def sums_to_copy(sums: SelectionSums) -> str:
    """Return the sums as lines of a word and a value, which a spreadsheet takes for numbers."""
    rows: list[tuple[str, CellValue]] = []
    if sums.minutes is not None and sums.average_minutes is not None:
        rows.append((_("Sum"), CellValue(text="", minutes=sums.minutes)))
        rows.append((_("Average"), CellValue(text="", minutes=_nearest(sums.average_minutes))))
    if sums.pence is not None and sums.average_pence is not None:
        rows.append((_("Sum"), CellValue(text="", pence=sums.pence)))
        rows.append((_("Average"), CellValue(text="", pence=_nearest(sums.average_pence))))
    if sums.numbers is not None and sums.average_number is not None:
        rows.append((_("Sum"), CellValue(text="", number=_decimal(sums.numbers))))
        rows.append((_("Average"), CellValue(text="", number=_decimal(sums.average_number))))
    rows.append((_("Count"), CellValue(text="", number=sums.filled)))
    return to_tsv((), [(CellValue(text=word), value) for word, value in rows])


def _decimal(number: Fraction) -> Decimal:
    return Decimal(_nearest(number * 100)) / 100


def _selected(sums: SelectionSums) -> str:
    if not sums.rows_left_out:
        words = ngettext("{count} cell selected", "{count} cells selected", sums.cells)
        return words.format(count=f"{sums.cells:,}")
    words = _("{rows} rows selected; the {here} that are here are added up")
    here = sums.rows - sums.rows_left_out
    return words.format(rows=f"{sums.rows:,}", here=f"{here:,}")


def _hours(minutes: Fraction) -> str:
    return short_hours(_nearest(minutes))


def _nearest(amount: Fraction) -> int:
    """Round to a whole one, halves away from zero."""
    sign = -1 if amount < 0 else 1
    return sign * int(abs(amount) + Fraction(1, 2))


def _plain(number: Fraction) -> str:
    """Write a number with at most two places."""
    hundredths = _nearest(number * 100)
    text = f"{hundredths / 100:,.2f}"
    return text.rstrip("0").rstrip(".")
