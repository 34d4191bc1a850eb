"""Write words and pictures so that a page shows them as they are and nothing of them runs."""

import base64
import html

from coprod_desktop.documents.editions.scripts import stretches


def text(said: str) -> str:
    """Write text for a page; what is read from the right is kept apart from what is around it."""
    written = "".join(
        f"<bdi>{html.escape(part.text)}</bdi>" if part.is_from_right else html.escape(part.text)
        for part in stretches(said)
    )
    return written.replace("\n", "<br>")


def attribute(said: str) -> str:
    """Write text for the inside of an attribute in double quotes."""
    return html.escape(said, quote=True)


def paragraph(said: str, kind: str = "") -> str:
    """Write a paragraph of a kind, or nothing where nothing is said."""
    if not said:
        return ""
    return f'<p class="{kind}">{text(said)}</p>' if kind else f"<p>{text(said)}</p>"


def image(content: bytes, says: str, kind: str) -> str:
    """Put a PNG or JPEG picture into the page itself; `says` is empty where words stand by it."""
    if not content:
        return ""
    form = "png" if content.startswith(b"\x89PNG") else "jpeg"
    held = base64.b64encode(content).decode("ascii")
    return f'<img class="{kind}" alt="{attribute(says)}" src="data:image/{form};base64,{held}">'


def style_string(said: str) -> str:
    """Write text for a style sheet, so that it can end neither its quotes nor the sheet."""
    escaped = "".join(f"\\{ord(sign):x} " if sign in '"\\<>&\n\r\f' else sign for sign in said)
    return f'"{escaped}"'
