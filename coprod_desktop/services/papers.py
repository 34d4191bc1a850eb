"""Check the seal of a paper: what it proves, and what it does not."""

import dataclasses
from pathlib import Path

from coprod_desktop.domain.errors import FileMissingError
from coprod_desktop.i18n import _
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.organisation import organisation_of

_ANY_PDF = b"%PDF-1.7\n"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class VerifiedPaper:
    """A paper that is as it was sealed, and the fingerprint of the key that sealed it."""

    path: Path
    fingerprint: str


class PaperService:
    """The verbs about sealed papers."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def fingerprint(self) -> str:
        """Return the fingerprint that stands behind every paper of this file."""
        from coprod_desktop.documents.seal import read_seal, seal

        with self._desk.reading() as reading:
            key = organisation_of(reading).seal_key
        return read_seal(seal(_ANY_PDF, key), Path())


def verify_paper(path: Path) -> VerifiedPaper:
    """Check the seal of a paper; no file of the charity is needed.

    Raises FileMissingError, PaperUnreadableError, PaperNotSealedError or PaperChangedError.
    """
    from coprod_desktop.documents.seal import read_seal

    try:
        data = path.read_bytes()
    except OSError as error:
        raise FileMissingError(path=path) from error
    return VerifiedPaper(path=path, fingerprint=read_seal(data, path))


def seal_words(paper: VerifiedPaper, *, is_ours: bool = False) -> list[str]:
    """Word what the seal proves; `is_ours` where the charity's own file made it."""
    proved = _("Not one letter of this paper was changed after it was sealed.")
    if is_ours:
        return [proved, _("This file sealed it, so it is the paper that the charity issued.")]
    return [
        proved,
        _("The fingerprint of the seal is {fingerprint}.").format(fingerprint=paper.fingerprint),
        _(
            "That alone does not prove who sealed it. Ask the charity for its fingerprint, over a "
            "telephone number that you know, and compare the two."
        ),
    ]
