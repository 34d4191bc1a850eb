"""Say how well a bank layout is known, and what it needs before it can be used."""

from coprod_desktop.i18n import _
from coprod_desktop.services.known_layouts import KnownLayout


def sureness_words(layout: KnownLayout) -> str:
    """Say how well a layout is known; a layout of one's own is known to whoever wrote it."""
    if layout.is_own:
        return _("Your own layout")
    return {
        "official": _("As its publisher describes it"),
        "secondary": _("Known at second hand"),
        "memory": _("Not seen in a guide"),
        "partly known": _("Known in part"),
    }.get(layout.sureness, _("Our own list"))


def check_words(layout: KnownLayout) -> str:
    """Say what is not certain of a layout, and that the bank's guide decides."""
    words = _("Try it with a payment of one pound first. Your bank's own guide is right.")
    return f"{layout.note} {words}".strip()


def source_words(layout: KnownLayout) -> str:
    """Say where a layout comes from; nothing where that is not known."""
    return _("From: {source}").format(source=layout.source) if layout.source else ""
