"""A paper that somebody asks for."""

import datetime
from dataclasses import dataclass

from coprod_desktop.domain.issued_papers import PaperKind
from coprod_desktop.domain.participants import Edition
from coprod_desktop.services.paper_contents import PaperWishes


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedPaper:
    """Which paper, about which days, and in which form; without days the usual ones are taken."""

    kind: PaperKind
    days: tuple[datetime.date, datetime.date] | None
    wishes: PaperWishes
    edition: Edition
    language: str


def editions_of(kind: PaperKind | None) -> tuple[Edition, ...]:
    """Return the editions that a paper has; a letter is for an office, so it has no Easy Read."""
    if kind is PaperKind.LETTER:
        return (Edition.STANDARD, Edition.LARGE)
    return tuple(Edition)
