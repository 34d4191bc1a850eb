"""The colours of the window, light and dark, and the rules of contrast that they keep."""

from dataclasses import dataclass, fields

from PySide6.QtGui import QColor, QGuiApplication, QPalette


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """Name every colour by its use; each value is "#RRGGBB"."""

    paper: str
    surface: str
    sunken: str
    ink: str
    ink_2: str
    edge: str
    line: str
    accent: str
    on_accent: str
    sel: str
    on_sel: str
    paid: str
    unpaid: str
    hatch: str
    warn: str
    warn_tint: str
    bad: str
    bad_tint: str
    good: str
    good_tint: str

    def color(self, name: str) -> QColor:
        """Return the colour called `name`, such as "ink"; raises AttributeError for another."""
        return QColor(getattr(self, name))

    def is_dark(self) -> bool:
        """Say whether light text stands on a dark ground."""
        return luminance(self.surface) < luminance(self.ink)


LIGHT = Tokens(
    paper="#FBFAF7",
    surface="#FFFFFF",
    sunken="#F3F0EA",
    ink="#1B1D1F",
    ink_2="#52585E",
    edge="#767C82",
    line="#D9D6CF",
    accent="#23487F",
    on_accent="#FFFFFF",
    sel="#E4ECF7",
    on_sel="#1B1D1F",
    paid="#0B666A",
    unpaid="#944710",
    hatch="#E9C9AE",
    warn="#7A4F00",
    warn_tint="#FBF0D9",
    bad="#A3262A",
    bad_tint="#FBE6E5",
    good="#2C6B2F",
    good_tint="#E5F1E4",
)

DARK = Tokens(
    paper="#17191C",
    surface="#1F2226",
    sunken="#272B30",
    ink="#ECEDEE",
    ink_2="#B4BAC0",
    edge="#7C858E",
    line="#363B42",
    accent="#9CBDF0",
    on_accent="#12213A",
    sel="#25354D",
    on_sel="#ECEDEE",
    paid="#5CC3C0",
    unpaid="#F0A46B",
    hatch="#6B3F20",
    warn="#E6B450",
    warn_tint="#36301F",
    bad="#F08A8C",
    bad_tint="#3B2426",
    good="#86C98A",
    good_tint="#20321F",
)

_GROUNDS = ("paper", "surface", "sunken", "sel")
# Every pair in use, as (what is drawn, what it is drawn on).
TEXT_PAIRS: tuple[tuple[str, str], ...] = (
    *((text, ground) for text in ("ink", "ink_2", "accent") for ground in _GROUNDS),
    *((kind, f"{kind}_tint") for kind in ("warn", "bad", "good")),
    *((text, f"{kind}_tint") for text in ("ink", "accent") for kind in ("warn", "bad", "good")),
    *((kind, ground) for kind in ("warn", "bad", "good") for ground in ("paper", "surface", "sel")),
    ("ink_2", "warn_tint"),
    ("on_accent", "accent"),
    ("on_accent", "bad"),
    ("on_sel", "sel"),
)
GRAPHIC_PAIRS: tuple[tuple[str, str], ...] = (
    *(("edge", ground) for ground in _GROUNDS),
    *((swatch, ground) for swatch in ("paid", "unpaid") for ground in _GROUNDS),
    *((swatch, "warn_tint") for swatch in ("paid", "unpaid")),
    ("unpaid", "hatch"),
)


def luminance(color: str) -> float:
    """Work out the relative luminance of "#RRGGBB", 0 to 1 (WCAG 2.2)."""
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Work out the contrast ratio of two colours, 1 to 21 (WCAG 2.2, 1.4.3)."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def mix(one: str, other: str, share: float) -> str:
    """Blend `share` (0 to 1) of `one` into the rest of `other`."""
    a, b = QColor(one), QColor(other)
    parts = zip((a.red(), a.green(), a.blue()), (b.red(), b.green(), b.blue()), strict=True)
    return "#" + "".join(f"{round(x * share + y * (1 - share)):02X}" for x, y in parts)


def to_qpalette(tokens: Tokens) -> QPalette:
    """Give Qt's own parts the same colours."""
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    palette = QPalette()
    for name, roles in {
        "paper": (role.Window,),
        "surface": (role.Base, role.Button, role.Light),
        "sunken": (role.AlternateBase, role.ToolTipBase, role.Midlight),
        "ink": (role.WindowText, role.Text, role.ButtonText, role.ToolTipText),
        "ink_2": (role.PlaceholderText,),
        "edge": (role.Mid, role.Dark),
        "accent": (role.Highlight, role.Link, role.LinkVisited, role.Accent),
        "on_accent": (role.HighlightedText, role.BrightText),
    }.items():
        for one in roles:
            palette.setColor(one, tokens.color(name))
    palette.setColor(role.Shadow, tokens.color("line"))
    for one in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(group.Disabled, one, tokens.color("edge"))
    return palette


def from_qpalette(palette: QPalette) -> Tokens:
    """Take every colour from the system, for people who chose high contrast."""
    role = QPalette.ColorRole

    def name(one: QPalette.ColorRole) -> str:
        return palette.color(one).name().upper()

    text, window, base = name(role.WindowText), name(role.Window), name(role.Base)
    values = {field.name: text for field in fields(Tokens)}
    values.update(paper=window, surface=base, sunken=window)
    values.update(warn_tint=window, bad_tint=window, good_tint=window, hatch=window)
    values.update(accent=name(role.Highlight), on_accent=name(role.HighlightedText))
    values.update(sel=name(role.Highlight), on_sel=name(role.HighlightedText))
    return Tokens(**values)


def current_tokens() -> Tokens:
    """Return the colours in force, read back from Qt's application palette.

    Call it while painting: there is nothing to keep in step when the theme changes.
    """
    palette = QGuiApplication.palette()
    ground = palette.color(QPalette.ColorRole.Window).rgb()
    for known, rgb in _KNOWN:
        if ground == rgb:
            return known
    return from_qpalette(palette)


_KNOWN = tuple((tokens, QColor(tokens.paper).rgb()) for tokens in (LIGHT, DARK))
