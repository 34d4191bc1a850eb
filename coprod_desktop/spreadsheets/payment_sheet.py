"""Write the sheet by which finance pays, with totals that add up to the penny and the minute."""

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from coprod_desktop.domain.dates import format_day, long_day
from coprod_desktop.domain.participants import PaidBy, format_sort_code
from coprod_desktop.domain.pay_runs import Held
from coprod_desktop.domain.run_papers import PaymentSheet, PaymentSheetLine
from coprod_desktop.i18n import _, ngettext
from coprod_desktop.spreadsheets import workbook as look
from coprod_desktop.spreadsheets.cost_codes import CostCodeWriter
from coprod_desktop.spreadsheets.formulas import Formulas
from coprod_desktop.spreadsheets.saving import write_whole

_HEADING_ROW = 7
_COLUMNS = 12
_MINUTES, _PAYMENT, _REIMBURSEMENT, _TOTAL = "F", "G", "H", "I"
_METHOD = "C"
_MINUTES_IN_DAY = 1440


def write_payment_sheet(sheet: PaymentSheet, path: Path) -> None:
    """Write the payment sheet as a workbook, whole or not at all.

    Raises FileReadOnlyError, DiskFullError or FileMissingError.
    """
    title = _("Payment sheet, pay run {number}").format(number=sheet.number)
    workbook = look.new_workbook(title)
    writer = _PaymentSheetWriter(workbook, sheet, title)
    writer.write()

    def save(place: Path) -> None:
        workbook.save(place)
        writer.formulas.fill_in(workbook, place)

    write_whole(path, save)


def method_words(method: PaidBy) -> str:
    """Say how a person is paid."""
    return {
        PaidBy.BANK: _("Bank"),
        PaidBy.CASH: _("Cash"),
        PaidBy.VOUCHER: _("Voucher"),
        PaidBy.CHEQUE: _("Cheque"),
    }[method]


class _PaymentSheetWriter:
    """Write both worksheets of one payment sheet."""

    def __init__(self, workbook: Workbook, content: PaymentSheet, title: str) -> None:
        self._workbook = workbook
        self._content = content
        self._title = title
        first = workbook.worksheets[0]
        first.title = _("Payment sheet")
        self._sheet: Worksheet = first
        self._first = _HEADING_ROW + 1
        self._last = _HEADING_ROW + max(len(content.lines), 1)
        self.formulas = Formulas()

    def write(self) -> None:
        """Write everything."""
        self._write_lines()
        row = self._write_totals(self._last + 2)
        row = self._write_check(row + 1)
        self._write_top()
        self._write_approvals(row + 1)
        look.set_up_page(self._sheet, self._title)
        totals = [f"{column}{self._total_row}" for column in (_PAYMENT, _REIMBURSEMENT, _TOTAL)]
        CostCodeWriter(self._workbook, self._content, self.formulas).write(totals)
        if self._content.held is not None:
            held = self._content.held
            _HeldWriter(self._workbook, self._content, held, self.formulas).write()

    def _write_top(self) -> None:
        content, sheet = self._content, self._sheet
        organisation = content.organisation
        if content.charity_number:
            organisation = _("{organisation}, registered charity {number}").format(
                organisation=organisation, number=content.charity_number
            )
        look.put_text(sheet["A1"], organisation, look.STRONG)
        look.put_text(sheet["A2"], self._title, look.TITLE)
        work = _("For work and expenses up to {day}").format(day=long_day(content.up_to_on))
        look.put_text(sheet["A3"], f"{content.top_up_note} {work}".strip())
        look.put_text(sheet["A4"], _("Pay on"))
        look.put_day(sheet["B4"], content.pay_on, look.STRONG)
        look.put_text(sheet["A5"], _("Agreement with Coprod"))
        look.put_text(sheet["I1"], _("To pay"))
        sheet["I1"].alignment = look.RIGHT
        sheet.merge_cells("G2:I2")
        self._put_money("G2", f"={_TOTAL}{self._total_row}", content.pence, look.FIGURE)
        people = ngettext("{count} person", "{count} people", len(content.lines))
        line = _("{people}, on {day}").format(
            people=people.format(count=len(content.lines)), day=format_day(content.pay_on)
        )
        look.put_text(sheet["I3"], line)
        sheet["I3"].alignment = look.RIGHT
        sheet.row_dimensions[2].height = 30

    # --- the table -------------------------------------------------------------------------------

    def _write_lines(self) -> None:
        look.put_headings(
            self._sheet,
            _HEADING_ROW,
            {
                _("Participant"): 26, _("Payee, as on the account"): 26, _("Method"): 10,
                _("Sort code"): 11, _("Account number"): 12, _("Paid time"): 10,
                _("Involvement payment"): 15, _("Reimbursement"): 15, _("Total"): 13,
                _("Reference"): 20, _("Cost code"): 18, _("Approved by"): 34,
            },
            right="FGHI",
        )  # fmt: skip
        for row, line in enumerate(self._content.lines, self._first):
            self._write_line(row, line)
        look.make_table(self._sheet, "Payments", _HEADING_ROW, self._last, _COLUMNS)

    def _write_line(self, row: int, line: PaymentSheetLine) -> None:
        sort_code = format_sort_code(line.sort_code) if line.sort_code else ""
        texts = {
            "A": line.participant, "B": line.payee, "C": method_words(line.method),
            "D": sort_code, "E": line.account_number,
            "J": _reference(line), "K": line.cost_codes, "L": line.approved_by,
        }  # fmt: skip
        for column, text in texts.items():
            look.put_text(self._sheet[f"{column}{row}"], text, wrap=True)
        self._sheet[f"J{row}"].alignment = look.WRAPPED_AFTER_FIGURE
        look.put_minutes(self._sheet[f"{_MINUTES}{row}"], line.minutes)
        look.put_pence(self._sheet[f"{_PAYMENT}{row}"], line.payment_pence)
        look.put_pence(self._sheet[f"{_REIMBURSEMENT}{row}"], line.reimbursement_pence)
        look.put_pence(self._sheet[f"{_TOTAL}{row}"], line.pence, look.STRONG)
        look.fit_row(self._sheet, row, _COLUMNS)

    # --- the sums --------------------------------------------------------------------------------

    def _write_totals(self, row: int) -> int:
        """Write a sum for each method, for all, and for the rows that a filter leaves."""
        methods = [m for m in PaidBy if any(line.method is m for line in self._content.lines)]
        for method in methods:
            lines = [line for line in self._content.lines if line.method is method]
            words = look.quoted(method_words(method))
            chosen = f"{self._range(_METHOD)},{words}"
            look.put_text(self._sheet[f"A{row}"], method_words(method))
            self._put_count(f"B{row}", f"=COUNTIF({chosen})", lines)
            self._write_sums(row, lines, "SUMIFS({area}," + chosen + ")")
            row += 1
        self._total_row = row
        look.put_text(self._sheet[f"A{row}"], _("All payments"), look.STRONG)
        self._put_count(f"B{row}", f"=COUNTA({self._range(_METHOD)})", self._content.lines)
        self._write_sums(row, self._content.lines, "SUM({area})", look.STRONG)
        for column in range(1, _COLUMNS + 1):
            cell = self._sheet.cell(row=row, column=column)
            cell.border, cell.fill = look.TOTAL_EDGE, look.TOTAL_FILL
        self._method_rows = (row - len(methods), row - 1)
        look.put_text(self._sheet[f"A{row + 1}"], _("Rows in view"), look.QUIET)
        self._write_sums(row + 1, self._content.lines, "SUBTOTAL(109,{area})", look.QUIET)
        return row + 2

    def _range(self, column: str) -> str:
        return f"{column}${self._first}:{column}${self._last}"

    def _write_sums(
        self, row: int, lines: Sequence[PaymentSheetLine], formula: str, font: Font = look.BODY
    ) -> None:
        """Write the four sums of some lines; rounding takes away the noise of binary fractions."""
        minutes = sum(line.minutes for line in lines)
        hours = formula.format(area=self._range(_MINUTES))
        cell = self._sheet[f"{_MINUTES}{row}"]
        look.put_minutes(cell, minutes, font)
        self.formulas.put(cell, f"=ROUND({hours}*1440,0)/1440", minutes / _MINUTES_IN_DAY)
        for column, pence in (
            (_PAYMENT, sum(line.payment_pence for line in lines)),
            (_REIMBURSEMENT, sum(line.reimbursement_pence for line in lines)),
            (_TOTAL, sum(line.pence for line in lines)),
        ):
            pounds = formula.format(area=self._range(column))
            self._put_money(f"{column}{row}", f"=ROUND({pounds},2)", pence, font)

    def _put_money(self, place: str, formula: str, pence: int, font: Font) -> None:
        cell = self._sheet[place]
        look.put_pence(cell, pence, font)
        self.formulas.put(cell, formula, Decimal(pence) / 100)

    def _put_count(self, place: str, formula: str, lines: Sequence[PaymentSheetLine]) -> None:
        cell = self._sheet[place]
        look.put_count(cell, len(lines))
        cell.alignment = look.LEFT
        self.formulas.put(cell, formula, len(lines))

    def _write_check(self, row: int) -> int:
        """Write what Coprod itself worked out, and whether the sheet still agrees."""
        content, sheet = self._content, self._sheet
        look.put_text(sheet[f"A{row}"], _("Coprod’s own figures"), look.QUIET)
        look.put_minutes(sheet[f"{_MINUTES}{row}"], content.minutes, look.QUIET)
        look.put_pence(sheet[f"{_PAYMENT}{row}"], content.payment_pence, look.QUIET)
        look.put_pence(sheet[f"{_REIMBURSEMENT}{row}"], content.reimbursement_pence, look.QUIET)
        look.put_pence(sheet[f"{_TOTAL}{row}"], content.pence, look.QUIET)
        total = self._total_row
        tests = [f"ROUND({_MINUTES}{total}*1440,0)=ROUND({_MINUTES}{row}*1440,0)"]
        tests += [f"{c}{total}={c}{row}" for c in (_PAYMENT, _REIMBURSEMENT, _TOTAL)]
        tests.append(f"ROUND({_PAYMENT}{total}+{_REIMBURSEMENT}{total},2)={_TOTAL}{total}")
        if content.lines:
            first, last = self._method_rows
            tests.append(f"ROUND(SUM({_TOTAL}{first}:{_TOTAL}{last}),2)={_TOTAL}{total}")
        agrees = _("agrees with Coprod")
        differs = _("does not agree with Coprod: a figure was changed")
        look.put_text(sheet["B5"], agrees, look.STRONG)
        formula = f"=IF(AND({','.join(tests)}),{look.quoted(agrees)},{look.quoted(differs)})"
        self.formulas.put(sheet["B5"], formula, agrees)
        return row + 1

    def _write_approvals(self, row: int) -> None:
        """Write who prepared and who approved, and the bank file that belongs to the sheet."""
        content = self._content
        prepared = _("{name}, {day}").format(
            name=content.prepared_by, day=long_day(content.prepared_on)
        )
        lines = [(_("Prepared by"), prepared), *_approvals(content)]
        if content.four_eyes_note:
            label = _("Why one person may do both")
            if content.is_one_person:
                label = _("Why one person did both")
            lines.append((label, content.four_eyes_note))
        if content.bank_file:
            lines.append((_("Bank file"), content.bank_file))
            lines.append((_("Check code (SHA-256)"), content.bank_file_sha256))
        for number, (label, text) in enumerate(lines, row):
            look.put_text(self._sheet[f"A{number}"], label, look.STRONG)
            look.put_text(self._sheet[f"B{number}"], text)


def _approvals(content: PaymentSheet) -> list[tuple[str, str]]:
    """Say who approved, each in a line; the day is that of the last approval."""
    if content.approved_on is None:
        return [(_("Approved by"), _("not yet approved"))]
    *before, last = content.approver_names or ("",)
    day = long_day(content.approved_on)
    people = [*before, _("{name}, {day}").format(name=last, day=day)]
    return [
        (_("Second approval") if place else _("Approved by"), text)
        for place, text in enumerate(people)
    ]


class _HeldWriter:
    """Write the worksheet of people who are not paid now."""

    def __init__(
        self,
        workbook: Workbook,
        content: PaymentSheet,
        held: tuple[Held, ...],
        formulas: Formulas,
    ) -> None:
        self._sheet: Worksheet = workbook.create_sheet(_("Held back"))
        self._content = content
        self._held = held
        self._formulas = formulas

    def write(self) -> None:
        """Write everything."""
        content, sheet = self._content, self._sheet
        title = _("Held back from pay run {number}").format(number=content.number)
        look.put_text(sheet["A1"], title, look.TITLE)
        sheet.row_dimensions[1].height = 30
        look.set_up_page(sheet, title)
        if not self._held:
            sheet.column_dimensions["A"].width = 60
            look.put_text(sheet["A3"], _("Nobody is held back."))
            return
        note = _("These amounts are not part of the payment sheet.")
        look.put_text(sheet["A2"], note)
        headings = {_("Participant"): 30, _("Why"): 70, _("Amount"): 14}
        look.put_headings(sheet, 4, headings, right="C")
        for row, held in enumerate(self._held, 5):
            self._write_held(row, held)
        last = 4 + len(self._held)
        look.make_table(sheet, "Held", 4, last, 3)
        pence = sum(held.pence for held in self._held)
        look.put_text(sheet[f"A{last + 2}"], _("All held back"), look.STRONG)
        total = sheet[f"C{last + 2}"]
        look.put_pence(total, pence, look.STRONG)
        self._formulas.put(total, f"=ROUND(SUM(C5:C{last}),2)", Decimal(pence) / 100)

    def _write_held(self, row: int, held: Held) -> None:
        look.put_text(self._sheet[f"A{row}"], held.name, wrap=True)
        because = held.because
        if held.until_on:
            until = _("Held until {day}.").format(day=long_day(held.until_on))
            because = f"{because} {until}"
        look.put_text(self._sheet[f"B{row}"], because, wrap=True)
        look.put_pence(self._sheet[f"C{row}"], held.pence)
        look.fit_row(self._sheet, row, 3)


def _reference(line: PaymentSheetLine) -> str:
    """Return what the person reads on their bank statement, and that it came back."""
    if line.came_back_on is None:
        return line.reference
    words = _("came back on {day}").format(day=format_day(line.came_back_on))
    return ", ".join(filter(None, (line.reference, words)))
