"""Show how the charity's papers look, or change it."""

import argparse
import dataclasses
import hashlib
from typing import Any

from coprod_desktop.cli.answers import Answer, columns
from coprod_desktop.cli.door import opened
from coprod_desktop.domain.paper_style import PaperStyle
from coprod_desktop.i18n import _
from coprod_desktop.services.paper_style import picture_of_file

_SAID = ("signed_by", "signed_as", "has_chart", "has_code", "reply_days", "correction_days")


def paper_style(arguments: argparse.Namespace) -> Answer:
    """Tell how papers look; what is said is changed before, and the rest stays."""
    changes = _changes(arguments)
    with opened(arguments) as office:
        style = office.paper_style.get()
        if changes:
            style = office.paper_style.save(dataclasses.replace(style, **changes))
    return Answer(told=_told(style), words=_words(style))


def _changes(arguments: argparse.Namespace) -> dict[str, Any]:
    said: dict[str, Any] = {
        name: getattr(arguments, name) for name in _SAID if getattr(arguments, name) is not None
    }
    for name in ("logo", "signature"):
        path = getattr(arguments, name)
        if path is not None:
            said[name] = picture_of_file(path)
        elif getattr(arguments, f"no_{name}"):
            said[name] = b""
    return said


def _told(style: PaperStyle) -> dict[str, object]:
    return {
        "logo_sha256": _fingerprint(style.logo),
        "signature_sha256": _fingerprint(style.signature),
        **{name: getattr(style, name) for name in _SAID},
    }


def _fingerprint(picture: bytes) -> str | None:
    return hashlib.sha256(picture).hexdigest() if picture else None


def _words(style: PaperStyle) -> list[str]:
    yes, no = _("yes"), _("no")
    return columns(
        [
            (_("Logo"), yes if style.logo else no),
            (_("Signature as a picture"), yes if style.signature else no),
            (_("Signed by"), style.signed_by),
            (_("Signed as"), style.signed_as),
            (_("Chart of the months"), yes if style.has_chart else no),
            (_("Code for a telephone"), yes if style.has_code else no),
            (_("Working days to reply in"), str(style.reply_days)),
            (_("Days to ask for a correction in"), str(style.correction_days)),
        ]
    )
