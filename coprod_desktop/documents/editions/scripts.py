"""Tell apart the stretches of a text that are read from the right and from the left."""

import functools
import re
from typing import NamedTuple

# Hebrew, Arabic and their neighbours, with the forms that old files hold.
_LETTERS = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
# Words read from the right stay together with the spaces between them.
_STRETCHES = re.compile(rf"[{_LETTERS}]+(?:[ \u00a0]+[{_LETTERS}]+)*|[^{_LETTERS}]+")
_HEBREW = re.compile("[\u0590-\u05ff\ufb1d-\ufb4f]")


class Stretch(NamedTuple):
    """A part of a text in one direction."""

    text: str
    is_from_right: bool


@functools.lru_cache(maxsize=2_000)
def stretches(text: str) -> tuple[Stretch, ...]:
    """Split a text where its direction changes; together the parts are the text."""
    return tuple(
        Stretch(part, bool(re.match(f"[{_LETTERS}]", part))) for part in _STRETCHES.findall(text)
    )


def is_hebrew(text: str) -> bool:
    """Tell whether a stretch read from the right is Hebrew rather than Arabic."""
    return bool(_HEBREW.search(text))
