"""Speak the language of a paper while it is set, or two languages at once."""

import contextlib
from collections.abc import Callable, Iterator
from contextvars import ContextVar

from coprod_desktop.documents.lines import Stacked
from coprod_desktop.i18n import language, speaking

_together: ContextVar[tuple[str, ...]] = ContextVar("together", default=())


def speaking_as(code: str) -> contextlib.AbstractContextManager[None]:
    """Speak "cy" or "en" meanwhile; who speaks it already keeps the charity's own words."""
    return contextlib.nullcontext() if language() == code else speaking(code)


@contextlib.contextmanager
def speaking_together(*codes: str) -> Iterator[None]:
    """Have `said` say everything in each of these languages meanwhile."""
    before = _together.set(codes)
    try:
        yield
    finally:
        _together.reset(before)


def said(make: Callable[[], str]) -> str:
    """Word something in the language of the paper, or in both where it has two."""
    codes = _together.get()
    if not codes:
        return make()
    texts = []
    for code in codes:
        with speaking_as(code):
            texts.append((spoken_code(code), make()))
    return Stacked.of(*texts)


def spoken_code(code: str) -> str:
    """Name a language as screen readers know it: "cy-GB"."""
    return f"{code}-GB"
