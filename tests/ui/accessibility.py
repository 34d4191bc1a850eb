"""Find controls that a screen reader could not name."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget


def unnamed_controls(widget: QWidget) -> list[str]:
    """List every control in the tree that takes the keyboard and has no accessible name."""
    return [_describe(control) for control in _controls(widget) if not _name(control)]


def _controls(widget: QWidget) -> list[QWidget]:
    found = [widget, *widget.findChildren(QWidget)]
    return [control for control in found if _takes_keyboard(control)]


def _takes_keyboard(control: QWidget) -> bool:
    is_inner = control.objectName().startswith("qt_")  # parts that Qt makes for itself
    has_proxy = control.focusProxy() is not None
    takes = control.focusPolicy() != Qt.FocusPolicy.NoFocus
    return takes and not is_inner and not has_proxy and not _is_part_of_a_control(control)


def _is_part_of_a_control(control: QWidget) -> bool:
    """Heads of tables and the like are reached through the table that has the name."""
    parent = control.parentWidget()
    return control.inherits("QHeaderView") or (
        parent is not None and parent.inherits("QAbstractScrollArea") and not parent.focusPolicy()
    )


def _name(control: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(control)
    return interface.text(QAccessible.Text.Name).strip() if interface is not None else ""


def _describe(control: QWidget) -> str:
    return f"{type(control).__name__} {control.objectName()!r} in {control.window().objectName()!r}"
