"""Tell of every bank layout what it is called, what is not certain of it, and what it needs."""

import dataclasses
from collections.abc import Iterable

from coprod_desktop.domain.made_files import OwnLayout
from coprod_desktop.domain.policy.problems import PolicyFileError
from coprod_desktop.i18n import _


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class KnownLayout:
    """A layout to choose: `key` is the name files are made by, `title` what it calls itself.

    `sureness` is how well it is known: "official", "secondary", "memory", "partly known" or "own".
    `text` is empty where nothing in a layout is a choice.
    """

    key: str
    title: str
    note: str = ""
    source: str = ""
    sureness: str = "own"
    text: str = ""
    is_own: bool = False
    needs_account: bool = False
    needs_bacs_number: bool = False


def known_layouts(own: Iterable[OwnLayout]) -> tuple[KnownLayout, ...]:
    """Return the layouts that come with the program, and then the charity's own."""
    from coprod_desktop.services.bank_layouts import CSV_LAYOUTS

    shipped = (_shipped(name) for name in CSV_LAYOUTS)
    return (*shipped, *_fixed(), *(_own(one) for one in own))


def _shipped(key: str) -> KnownLayout:
    from coprod_desktop.services.bank_layouts import layout_text, shipped_layout

    layout = shipped_layout(key)
    return KnownLayout(
        key=key,
        title=layout.name,
        note=layout.note,
        source=layout.source,
        sureness=layout.confidence,
        text=layout_text(key),
        needs_account=layout.needs_paying_account,
        needs_bacs_number=layout.needs_bacs_number,
    )


def _own(own: OwnLayout) -> KnownLayout:
    from coprod_desktop.banking.layout_reading import read_layout

    try:
        layout = read_layout(own.text)
    except PolicyFileError as mistakes:  # saved by a version that read layouts otherwise
        words = _("It cannot be read any more: {mistake} Open it and mend it before you use it.")
        note = words.format(mistake=mistakes.problems[0])
        return KnownLayout(key=own.name, title=own.name, note=note, text=own.text, is_own=True)
    return KnownLayout(
        key=own.name,
        title=own.name,
        note=layout.note,
        source=layout.source,
        sureness=layout.confidence,
        text=own.text,
        is_own=True,
        needs_account=layout.needs_paying_account,
        needs_bacs_number=layout.needs_bacs_number,
    )


def _fixed() -> Iterable[KnownLayout]:
    """Give the formats of Bacs and ISO, in which a charity changes nothing."""
    from coprod_desktop.banking.pain_001 import PainVersion
    from coprod_desktop.services.bank_layouts import BACS_DAYS_LAYOUT, BACS_LAYOUT

    words = _(
        "For those who send files to Bacs themselves. Check with your bank before the first use: "
        "the rows of the payments are known at second hand, the rows around them as one bank "
        "publishes them."
    )
    titles = {
        BACS_LAYOUT: _("Bacs Standard 18, one day"),
        BACS_DAYS_LAYOUT: _("Bacs Standard 18, several days"),
    }
    for key, title in titles.items():
        yield KnownLayout(
            key=key,
            title=title,
            note=words,
            source=_("Bacs Standard 18, as banks publish it"),
            sureness="secondary",
            needs_account=True,
            needs_bacs_number=True,
        )
    for version in PainVersion:
        yield KnownLayout(
            key=version.value,
            title=_("ISO 20022, {version}").format(version=version.value),
            note=_("For larger banks. Ask yours which version it takes."),
            source=_("The official schema of ISO 20022"),
            sureness="official",
            needs_account=True,
        )
