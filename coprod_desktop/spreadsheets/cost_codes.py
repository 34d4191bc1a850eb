"""Write what each budget pays, with sums that must equal those of the payment sheet."""

from collections.abc import Sequence
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from coprod_desktop.domain.run_papers import PaymentSheet
from coprod_desktop.i18n import _
from coprod_desktop.spreadsheets import workbook as look
from coprod_desktop.spreadsheets.formulas import Formulas

_HEADING_ROW = 5
_COLUMNS = "BCD"


class CostCodeWriter:
    """Write the worksheet of cost codes; a run without any has none."""

    def __init__(self, workbook: Workbook, content: PaymentSheet, formulas: Formulas) -> None:
        self._workbook = workbook
        self._content = content
        self._formulas = formulas

    def write(self, totals: Sequence[str]) -> None:
        """Write everything; `totals` are the cells of the payment sheet that the sums must equal.

        They hold payments, reimbursements and both, and stand on the first worksheet.
        """
        content = self._content
        if not content.by_cost_code:
            return
        sheet: Worksheet = self._workbook.create_sheet(_("By cost code"))
        title = _("Pay run {number} by cost code").format(number=content.number)
        look.put_text(sheet["A1"], title, look.TITLE)
        sheet.row_dimensions[1].height = 30
        look.set_up_page(sheet, title)
        headings = {
            _("Cost code"): 36,
            _("Involvement payment"): 18,
            _("Reimbursement"): 18,
            _("Total"): 18,
        }
        look.put_headings(sheet, _HEADING_ROW, headings, right=_COLUMNS)
        last = self._write_codes(sheet)
        look.make_table(sheet, "CostCodes", _HEADING_ROW, last, len(headings))
        self._write_sums(sheet, last, totals)

    def _write_codes(self, sheet: Worksheet) -> int:
        """Write a row for each cost code, and one for what has none; return the last row."""
        content = self._content
        outside = content.outside_cost_codes
        codes = [*content.by_cost_code, *([outside] if outside else [])]
        for row, one in enumerate(codes, _HEADING_ROW + 1):
            look.put_text(sheet[f"A{row}"], one.cost_code or _("No cost code"), wrap=True)
            self._put(sheet, row, "B", one.payment_pence)
            self._put(sheet, row, "C", one.reimbursement_pence)
            self._put(sheet, row, "D", one.pence, f"=ROUND(B{row}+C{row},2)")
            look.fit_row(sheet, row, 1 + len(_COLUMNS))
        return _HEADING_ROW + len(codes)

    def _write_sums(self, sheet: Worksheet, last: int, totals: Sequence[str]) -> None:
        """Write the live sums, and whether each equals the payment sheet's."""
        content, row = self._content, last + 2
        look.put_text(sheet[f"A{row}"], _("All cost codes"), look.STRONG)
        sums = (content.payment_pence, content.reimbursement_pence, content.pence)
        for column, pence in zip(_COLUMNS, sums, strict=True):
            area = f"{column}{_HEADING_ROW + 1}:{column}{last}"
            self._put(sheet, row, column, pence, f"=ROUND(SUM({area}),2)", look.STRONG)
        for column in ("A", *_COLUMNS):
            cell = sheet[f"{column}{row}"]
            cell.border, cell.fill = look.TOTAL_EDGE, look.TOTAL_FILL
        first = "'" + self._workbook.worksheets[0].title.replace("'", "''") + "'"
        pairs = zip(_COLUMNS, totals, strict=True)
        tests = ",".join(f"{column}{row}={first}!{place}" for column, place in pairs)
        agrees = _("The sums agree with the payment sheet.")
        differs = _("The sums do not agree with the payment sheet: a figure was changed.")
        look.put_text(sheet["A3"], agrees, look.STRONG)
        formula = f"=IF(AND({tests}),{look.quoted(agrees)},{look.quoted(differs)})"
        self._formulas.put(sheet["A3"], formula, agrees)

    def _put(
        self,
        sheet: Worksheet,
        row: int,
        column: str,
        pence: int,
        formula: str = "",
        font: Font = look.BODY,
    ) -> None:
        cell = sheet[f"{column}{row}"]
        look.put_pence(cell, pence, font)
        if formula:
            self._formulas.put(cell, formula, Decimal(pence) / 100)
