"""Write live formulas together with what they come to, so that every program shows the figures."""

import re
import tempfile
import zipfile
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from xml.sax.saxutils import escape

from openpyxl import Workbook
from openpyxl.cell.cell import Cell

_FORMULA_CELL = re.compile(
    r'<c r="([A-Z]+\d+)"([^>]*?)(?: t="\w+")?><f>(.*?)</f><v\s*(?:/>|></v>)</c>'
)


class Formulas:
    """Write live formulas together with what they come to.

    openpyxl writes formulas without their result, so that a preview, a phone or another program
    shows nothing until somebody recalculates; `save` puts the results in.
    """

    def __init__(self) -> None:
        self._results: dict[str, dict[str, str]] = {}

    def put(self, cell: Cell, formula: str, result: int | float | Decimal | str) -> None:
        """Write a formula, "=" included, and its result."""
        cell.value = formula
        self._results.setdefault(cell.parent.title, {})[cell.coordinate] = str(result)

    def fill_in(self, workbook: Workbook, path: Path) -> None:
        """Put the results into the saved workbook."""
        parts = {
            f"xl/worksheets/sheet{number}.xml": self._results[sheet.title]
            for number, sheet in enumerate(workbook.worksheets, 1)
            if sheet.title in self._results
        }
        with tempfile.TemporaryFile() as spare:
            spare.write(path.read_bytes())
            with (
                zipfile.ZipFile(spare) as old,
                zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new,
            ):
                for entry in old.infolist():
                    content = old.read(entry)
                    if entry.filename in parts:
                        text = content.decode("utf-8")
                        content = _with_results(text, parts[entry.filename]).encode("utf-8")
                    new.writestr(entry, content)


def _with_results(xml: str, results: Mapping[str, str]) -> str:
    def fill(match: re.Match[str]) -> str:
        result = results.get(match[1])
        if result is None:
            return match[0]
        is_text = not re.fullmatch(r"-?\d+(?:\.\d+)?(?:e-?\d+)?", result, re.IGNORECASE)
        kind = ' t="str"' if is_text else ""
        return f'<c r="{match[1]}"{match[2]}{kind}><f>{match[3]}</f><v>{escape(result)}</v></c>'

    return _FORMULA_CELL.sub(fill, xml)
