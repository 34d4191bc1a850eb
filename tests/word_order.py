"""Check the order of a Word file's elements, which Microsoft Word insists on and others forgive.

The orders are those of ECMA-376, part 1, for the elements that we write.
"""

import io
import zipfile

from lxml import etree

_ORDERS = {
    "pPr": "pStyle keepNext keepLines widowControl numPr pBdr shd tabs spacing ind jc outlineLvl "
    "rPr sectPr",
    "rPr": "rStyle rFonts b bCs i color sz szCs u bdr shd rtl cs lang",
    "tblPr": "tblStyle tblW jc tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption "
    "tblDescription",
    "tcPr": "tcW gridSpan vMerge tcBorders shd vAlign",
    "tcBorders": "top left bottom right",
    "pBdr": "top left bottom right",
    "style": "name basedOn next uiPriority semiHidden qFormat pPr rPr tblPr",
    "sectPr": "headerReference footerReference type pgSz pgMar cols docGrid",
    "tbl": "tblPr tblGrid tr",
    "tc": "tcPr p",
    "settings": "zoom defaultTabStop characterSpacingControl compat themeFontLang decimalSymbol "
    "listSeparator",
}


def out_of_order(content: bytes) -> list[str]:
    """Name each element whose children are unknown here or not in the order of the standard."""
    wrong = []
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        parts = [packed.read(name) for name in packed.namelist() if name.endswith(".xml")]
    for part in parts:
        for element in etree.fromstring(part).iter(etree.Element):
            kind = etree.QName(element).localname
            if kind not in _ORDERS:
                continue
            order = _ORDERS[kind].split()
            names = [etree.QName(child).localname for child in element]
            if not set(names) <= set(order) or names != sorted(names, key=order.index):
                wrong.append(f"{kind}: {' '.join(names)}")
    return wrong
