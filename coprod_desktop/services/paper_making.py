"""Make the papers that were asked for, from what they say; needs neither a file nor a window."""

import dataclasses
import importlib
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from coprod_desktop.domain.papers import (
    CertificateContent,
    CheckContent,
    CorrectionContent,
    LetterContent,
    WhatIDidContent,
)
from coprod_desktop.domain.participants import Edition
from coprod_desktop.domain.run_papers import Remittance
from coprod_desktop.domain.session_papers import (
    AttendanceContent,
    ClaimSlipContent,
    SessionCashContent,
)
from coprod_desktop.domain.statements import StatementContent
from coprod_desktop.i18n import speaking

if TYPE_CHECKING:  # loaded only when a paper is made
    from coprod_desktop.documents.paper import Paper

PDF, HTML, WORD = (
    "application/pdf",
    "text/html",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
)
OwnWords = Mapping[str, Mapping[str, str]]
"""The charity's own sentences instead of the English ones, by language."""

_PLACE = "coprod_desktop.documents.papers."
_WORDINGS: Mapping[type, tuple[str, str]] = MappingProxyType(
    {
        StatementContent: ("statement", "statement"),
        LetterContent: ("letter", "letter"),
        WhatIDidContent: ("what_i_did", "what_i_did"),
        CertificateContent: ("certificate", "certificate"),
        CorrectionContent: ("correction", "correction"),
        CheckContent: ("check_sheet", "check"),
        ClaimSlipContent: ("claim_slip", "claim_slip"),
        Remittance: ("remittance", "remittance"),
    }
)
_SHEETS: Mapping[type, tuple[str, str]] = MappingProxyType(
    {
        AttendanceContent: ("attendance_sheet", "attendance_sheet_pdf"),
        SessionCashContent: ("session_cash_sheet", "session_cash_sheet_pdf"),
    }
)
"""Papers for the office, which have one edition and speak one language."""
_NO_EASY_READ = frozenset({LetterContent})


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class PaperOrder:
    """One paper to make: what it says, and in which edition, language ("en+cy") and form."""

    content: object
    edition: Edition = Edition.STANDARD
    language: str = "en"
    media_type: str = PDF


def edition_of(kind: type, edition: Edition) -> Edition:
    """Return the edition that a paper has; a letter for an office has no Easy Read."""
    is_none = kind in _NO_EASY_READ and edition is Edition.EASY_READ
    return Edition.LARGE if is_none else edition


def make(order: PaperOrder, own: OwnWords) -> bytes:
    """Make one paper; the same order and words make the same bytes.

    Raises LetterMissingError for a name that no font has.
    """
    kind = type(order.content)
    if kind in _SHEETS:
        language = order.language.split("+")[0]
        with speaking(language, own.get(language)):
            sheet: bytes = _found(*_SHEETS[kind])(order.content)
        return sheet
    papers = worded(order, own)
    language = papers[0].language
    with speaking(language, own.get(language)):
        return _set(papers, order)


def worded(order: PaperOrder, own: OwnWords) -> Sequence["Paper"]:
    """Say the content in each of its languages, Welsh first."""
    word = _wording(type(order.content), order.edition)
    papers = []
    for language in ("cy", "en"):
        if language in order.language.split("+"):
            with speaking(language, own.get(language)):
                papers.append(word(order.content))
    return papers


def _wording(kind: type, edition: Edition) -> "Callable[[object], Paper]":
    module, name = _WORDINGS[kind]
    if edition_of(kind, edition) is not Edition.EASY_READ:
        return _found(module, f"{name}_paper")
    if kind is StatementContent:
        return _found("statement_easy_read", "statement_easy_read")
    return _found(module, f"{name}_easy_read")


def _found(module: str, function: str) -> Callable[[object], Any]:
    found: Callable[[object], Any] = getattr(importlib.import_module(_PLACE + module), function)
    return found


def _set(papers: Sequence["Paper"], order: PaperOrder) -> bytes:
    if order.media_type == HTML:
        from coprod_desktop.documents.editions.web_page import web_page

        return web_page(papers, edition=order.edition).encode()
    if order.media_type == WORD:
        from coprod_desktop.documents.editions.word_file import word_file

        return word_file(papers, edition=order.edition)
    from coprod_desktop.documents.editions.printing import print_paper

    return print_paper(papers, edition_of(type(order.content), order.edition))
