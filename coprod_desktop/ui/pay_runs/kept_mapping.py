"""Remember on this computer which column of a bank's statement is which, by its headings."""

import dataclasses
import hashlib
import json
from collections.abc import Sequence

from coprod_desktop.domain.bank_statements import CsvMapping, DateOrder
from coprod_desktop.domain.text import fold
from coprod_desktop.ui.preferences import Preferences

_LONGEST_KEY = 16


class KeptMappings:
    """What was said about the columns of statements before."""

    def __init__(self, preferences: Preferences) -> None:
        self._preferences = preferences

    def of(self, headings: Sequence[str]) -> CsvMapping | None:
        """Return what was said about such headings; None where nothing was."""
        try:
            said = json.loads(self._preferences.statement_columns(_key(headings)) or "null")
        except ValueError:  # somebody edited the file by hand
            return None
        return _mapping(said)

    def keep(self, headings: Sequence[str], mapping: CsvMapping) -> None:
        """Remember what was said about such headings."""
        said = json.dumps(dataclasses.asdict(mapping))
        self._preferences.keep_statement_columns(_key(headings), said)


def _key(headings: Sequence[str]) -> str:
    plain = "\x1f".join(fold(heading) for heading in headings)
    return hashlib.sha256(plain.encode()).hexdigest()[:_LONGEST_KEY]


def _mapping(said: object) -> CsvMapping | None:
    names = {field.name for field in dataclasses.fields(CsvMapping)}
    if not isinstance(said, dict) or set(said) != names:
        return None
    texts = {str(name): str(value) for name, value in said.items()}
    try:
        order = DateOrder(texts.pop("date_order"))
    except ValueError:
        return None
    return CsvMapping(date_order=order, **texts)
