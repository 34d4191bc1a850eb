"""Remember what was worked out once, so that it need not be worked out again."""

from collections.abc import Callable, Hashable
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")
_MOST = 20_000


class Memo(dict[Key, Value]):
    """Works a value out when it is asked for first; forgets all when there are too many."""

    def __init__(self, work_out: Callable[[Key], Value], most: int = _MOST) -> None:
        super().__init__()
        self._work_out = work_out
        self._most = most

    def __missing__(self, key: Key) -> Value:
        value = self._work_out(key)
        if len(self) >= self._most:
            self.clear()
        self[key] = value
        return value
