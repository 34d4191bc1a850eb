"""Icons take the colour of the words beside them and stay sharp."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage, QPixmap

from coprod_desktop.paths import resource
from coprod_desktop.ui.icons import icon, icon_pixmap
from coprod_desktop.ui.palette import DARK, LIGHT
from coprod_desktop.ui.preferences import ThemeChoice
from coprod_desktop.ui.theme import Theme


def strongest(pixmap: QPixmap) -> str:
    image = pixmap.toImage().convertToFormat(QImage.Format.Format_ARGB32)
    points = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    opaque = [point.name().upper() for point in points if point.alpha() == 255]
    return max(set(opaque), key=opaque.count)


def test_an_icon_has_the_colour_asked_for(theme: Theme) -> None:
    assert strongest(icon_pixmap("house", 32, QColor("#A3262A"))) == "#A3262A"


def test_an_icon_follows_the_theme_by_itself(theme: Theme) -> None:
    home = icon("house", "accent")
    assert strongest(home.pixmap(32, 32)) == LIGHT.accent
    theme.choose(ThemeChoice.DARK)
    try:
        assert strongest(home.pixmap(32, 32)) == DARK.accent
    finally:
        theme.choose(ThemeChoice.SYSTEM)


def test_an_icon_is_sharp_on_a_screen_of_twice_the_density(theme: Theme) -> None:
    sharp = icon("house").pixmap(QSize(16, 16), 2.0)
    assert sharp.deviceIndependentSize().toSize() == QSize(16, 16)
    assert sharp.toImage().width() == 32
    # Drawn at that size, not blown up: a blown-up picture has every pixel twice.
    image = sharp.toImage()
    assert any(
        image.pixel(x, y) != image.pixel(x + 1, y) for x in range(0, 32, 2) for y in range(32)
    )


def test_an_icon_of_what_cannot_be_used_is_pale(theme: Theme) -> None:
    pale = icon("house").pixmap(QSize(32, 32), 1.0, QIcon.Mode.Disabled)
    assert strongest(pale) == LIGHT.edge


def test_an_unknown_icon_fails_at_once(theme: Theme) -> None:
    with pytest.raises(FileNotFoundError):
        icon("no-such-icon")


def test_marks_of_the_style_sheet_have_the_colours_of_the_palette() -> None:
    controls = resource("icons", "controls")
    assert f'"{LIGHT.ink}"' in (controls / "light-chevron-down.svg").read_text()
    assert f'"{DARK.ink}"' in (controls / "dark-chevron-down.svg").read_text()
    assert f'"{LIGHT.on_accent}"' in (controls / "light-check.svg").read_text()
    assert f'"{DARK.on_accent}"' in (controls / "dark-check.svg").read_text()


def test_the_icons_come_with_their_licence() -> None:
    assert "ISC" in resource("icons", "LUCIDE-LICENSE.txt").read_text()
