"""What the list of bank file layouts shows."""

from coprod_desktop.i18n import _
from coprod_desktop.services.known_layouts import KnownLayout
from coprod_desktop.ui.layout_words import sureness_words
from coprod_desktop.ui.widgets.columns import Column, Mark


def layout_columns(usual: str) -> tuple[Column[KnownLayout], ...]:
    """Return the columns; the layout that is usually taken carries a mark."""

    def mark(row: KnownLayout) -> Mark | None:
        return Mark("circle-check", "good") if row.key == usual else None

    def use(row: KnownLayout) -> str:
        return _("The usual one") if row.key == usual else ""

    return (
        Column(
            key="title",
            title=_("Layout"),
            text=lambda row: row.title,
            width_em=18,
            narrow_em=12,
            is_strong=True,
            is_stretch=True,
        ),
        Column(key="sureness", title=_("How sure"), text=sureness_words, width_em=15),
        Column(key="use", title=_("In use"), text=use, icon=mark, width_em=10, is_secondary=True),
    )
