"""The one style sheet of the window, made from the colours and sizes of the design language."""

from dataclasses import asdict
from string import Template

from coprod_desktop.paths import resource
from coprod_desktop.ui import scale
from coprod_desktop.ui.palette import Tokens, luminance

_BARS = """
QMenuBar { background: $sunken; color: $ink; border-bottom: 1px solid $line; padding: 0 8px; }
QMenuBar, QMenu, QToolTip { font-size: ${body}pt; }
QMenuBar::item { padding: 4px 10px; margin: ${menu_margin}px 0; border-radius: 4px;
  background: transparent; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: $sel; color: $on_sel; }
QStatusBar { background: $sunken; border-top: 1px solid $line; color: $ink;
  font-size: ${secondary}pt; }
QStatusBar::item { border: 0; }
QToolTip { background: $surface; color: $ink; border: 1px solid $edge; padding: 4px; }
#sidebar { background: $sunken; border: 0; border-right: 1px solid $line; }
#menuCorner { background: transparent; }
"""

_LABELS = """
QLabel { background: transparent; }
QLabel[role="title"] { font-size: ${title}pt; font-weight: 600; }
QLabel[role="section"] { font-size: ${section}pt; font-weight: 600; }
QLabel[role="figure"] { font-size: ${figure}pt; font-weight: 600; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="quiet"] { color: $ink_2; }
QLabel[role="secondary"] { color: $ink_2; font-size: ${secondary}pt; }
QLabel[role="small"] { font-size: ${secondary}pt; }
QLabel[role="good"] { color: $good; }
QLabel[role="warn"] { color: $warn; }
QLabel[role="bad"] { color: $bad; }
QLabel[role="key"] { border: 1px solid $edge; border-radius: 3px; padding: 0 5px;
  background: $surface; font-size: ${secondary}pt; }
#echo { background: $accent; color: $on_accent; font-weight: 600; padding: 0 10px;
  border-bottom-left-radius: 4px; border-bottom-right-radius: 4px; }
"""

_CONTROLS = """
QPushButton { min-height: ${inner}px; padding: 0 14px; border: 1px solid $edge;
  border-radius: 4px; background: $surface; color: $ink; }
QPushButton:hover { border-color: $accent; }
QPushButton:pressed, QPushButton:checked { background: $sel; color: $on_sel; }
QPushButton:disabled { color: $edge; border-color: $line; background: transparent; }
QPushButton[kind] { min-height: 0; padding: 0; border: 0; background: transparent; }
QPushButton[kind="primary"], QPushButton[kind="danger"], QPushButton[kind="link"] {
  font-weight: 600; }
QToolButton { border: 0; border-radius: 4px; padding: 4px; background: transparent; color: $ink; }
QToolButton:hover, QToolButton:pressed { background: $sel; color: $on_sel; }
QToolButton::menu-indicator { image: none; }
QCheckBox, QRadioButton { spacing: 8px; background: transparent; min-height: ${tick}px; }
QCheckBox::indicator, QRadioButton::indicator, QGroupBox::indicator,
QListView::indicator { width: ${box}px;
  height: ${box}px; border: 1px solid $edge; background: $surface; }
QCheckBox::indicator, QListView::indicator { border-radius: 3px; }
QRadioButton::indicator { border-radius: ${radio}px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: $accent; }
QCheckBox::indicator:checked, QListView::indicator:checked { background: $accent;
  border-color: $accent;
  image: url("$controls/$on_mark-check.svg"); }
QCheckBox::indicator:indeterminate { background: $accent; border-color: $accent;
  image: url("$controls/$on_mark-minus.svg"); }
QRadioButton::indicator:checked { border: ${dot}px solid $accent; background: $on_accent;
  width: ${dotless}px; height: ${dotless}px; }
QProgressBar { border: 1px solid $edge; border-radius: 4px; background: $sunken; height: 10px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
"""

_FIELDS = """
QLineEdit, QComboBox, QSpinBox { min-height: ${inner}px; padding: 0 9px; border: 1px solid $edge;
  border-radius: 4px; background: $surface; color: $ink; selection-background-color: $accent;
  selection-color: $on_accent; placeholder-text-color: $ink_2; }
QPlainTextEdit, QTextEdit { padding: 4px 6px; border: 1px solid $edge; border-radius: 4px;
  background: $surface; color: $ink; }
QLineEdit:focus, QComboBox:focus, QComboBox:on, QSpinBox:focus { border: 2px solid $accent;
  padding: 0 8px; min-height: ${focused}px; }
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $accent; padding: 3px 5px; }
QLineEdit[problem="true"], QComboBox[problem="true"], QPlainTextEdit[problem="true"] {
  border-color: $bad; }
QLineEdit:disabled, QComboBox:disabled, QPlainTextEdit:disabled, QLineEdit:read-only {
  background: $sunken; color: $ink_2; border-color: $line; }
QComboBox QLineEdit, QComboBox QLineEdit:focus, QAbstractItemView QLineEdit,
QAbstractItemView QLineEdit:focus { border: 0; padding: 0; min-height: 0;
  background: transparent; }
QComboBox::drop-down, QDateEdit::drop-down { border: 0; width: 28px; }
QComboBox::down-arrow { image: url("$controls/$mark-chevron-down.svg"); width: ${icon}px;
  height: ${icon}px; }
QComboBox QAbstractItemView, #choices { border: 1px solid $edge; background: $surface;
  selection-background-color: $sel; selection-color: $on_sel; outline: 0; padding: 2px; }
#choices::item { min-height: ${tick}px; padding: 0 6px; color: $ink; }
#choices::item:selected, #choices::item:hover { background: $sel; color: $on_sel; }
"""

_SURFACES = """
QScrollArea, QScrollArea > QWidget > #scrolled { border: 0; background: transparent; }
#card, #sidePanel { background: $surface; border: 1px solid $line; border-radius: 6px; }
#notice { background: $surface; border: 1px solid $line; border-left: 4px solid $warn;
  border-radius: 4px; }
#notice[kind="tinted"] { background: $warn_tint; border: 0; border-left: 4px solid $warn;
  border-radius: 0; }
#message { border-radius: 4px; border: 1px solid $line; border-left-width: 4px; }
#message[kind="good"] { background: $good_tint; border-color: $good; }
#message[kind="warn"] { background: $warn_tint; border-color: $warn; }
#message[kind="bad"] { background: $bad_tint; border-color: $bad; }
#message[kind="info"] { background: $surface; border-color: $accent; }
#message QLabel { color: $ink; }
#rule { background: $line; max-height: 1px; min-height: 1px; border: 0; }
#list { border: 1px solid $edge; border-radius: 4px; background: $surface; }
QTableView { border: 0; background: $surface; color: $ink; gridline-color: $line; outline: 0;
  selection-background-color: $sel; selection-color: $on_sel; }
QListWidget { border: 1px solid $edge; border-radius: 4px; background: $surface; color: $ink;
  outline: 0; selection-background-color: $sel; selection-color: $on_sel; }
QListWidget::item { min-height: ${tick}px; padding: 0 4px; }
QListWidget::item:selected { background: $sel; color: $on_sel; }
QTableView QTableCornerButton::section { background: $sunken; border: 0; }
QHeaderView { background: $sunken; border-top-left-radius: 3px; border-top-right-radius: 3px; }
QHeaderView::section { background: transparent; color: $ink; font-size: ${secondary}pt;
  font-weight: 600; border: 0; border-bottom: 1px solid $edge; padding: 0 8px; }
QHeaderView::section:vertical { color: $ink_2; font-weight: 400; padding: 0;
  border-bottom: 1px solid $line; border-right: 1px solid $line; }
QTabBar { background: transparent; }
QTabBar::tab { min-height: ${tab}px; padding: 0 14px; border: 1px solid $edge; border-right: 0;
  background: $surface; color: $ink; }
QTabBar::tab:first, QTabBar::tab:only-one { border-top-left-radius: 4px;
  border-bottom-left-radius: 4px; }
QTabBar::tab:last, QTabBar::tab:only-one { border-right: 1px solid $edge;
  border-top-right-radius: 4px; border-bottom-right-radius: 4px; }
QTabBar::tab:selected { background: $sel; color: $on_sel; font-weight: 600;
  border-bottom: 3px solid $accent; min-height: ${tab_on}px; }
QTabBar::tab:hover:!selected { background: $sunken; }
QScrollBar { background: transparent; border: 0; margin: 0; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: $edge; border-radius: 3px; margin: 3px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $ink_2; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""


def stylesheet(tokens: Tokens) -> str:
    """Write the style sheet for these colours at the text size in force."""
    template = Template(_BARS + _LABELS + _CONTROLS + _FIELDS + _SURFACES)
    return template.substitute(asdict(tokens), **_sizes(), **_marks(tokens))


def _sizes() -> dict[str, object]:
    text = scale.text_scale()
    control, box = scale.grown(scale.CONTROL), scale.grown(scale.ICON)
    points = {
        "secondary": scale.SECONDARY,
        "body": scale.BODY,
        "section": scale.SECTION,
        "title": scale.TITLE,
        "figure": scale.FIGURE,
    }
    return {
        **{name: round(value * text, 2) for name, value in points.items()},
        "inner": control - 2,
        "focused": control - 4,
        "tick": scale.grown(24),
        "menu_margin": (scale.grown(scale.MENU_BAR) - scale.grown(28)) // 2,
        "tab": scale.grown(scale.TABLE_HEAD) - 2,
        "tab_on": scale.grown(scale.TABLE_HEAD) - 4,
        "icon": box,
        "box": box - 2,
        "radio": box // 2,
        "dot": max(4, round(box / 3.6)),
        "dotless": box - 2 * max(4, round(box / 3.6)),
    }


def _marks(tokens: Tokens) -> dict[str, object]:
    """Choose the drawings of ticks and arrows, which a style sheet cannot recolour."""
    return {
        "controls": resource("icons", "controls").as_posix(),
        "mark": "dark" if tokens.is_dark() else "light",
        "on_mark": "light" if luminance(tokens.accent) < luminance(tokens.on_accent) else "dark",
    }
