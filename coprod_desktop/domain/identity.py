"""Make the number that a record is known by, before anything is saved."""

import secrets
import threading
import time
from collections.abc import Callable

_EPOCH_MS = 1_577_836_800_000  # 1 January 2020
_TIME_BITS = 41
_COUNTER_BITS = 12
_NODE_BITS = 10
_COUNT = (1 << _COUNTER_BITS) - 1


class IdSource:
    """Hand out 63-bit numbers that grow with time and do not repeat.

    Bits: 41 of milliseconds since 2020, 10 chosen at random for each run of the program (so that
    two computers on one shared database differ), 12 of a counter. When a millisecond's 4,096
    numbers are used up, the next millisecond's are taken early. A computer whose clock is off by
    decades gets numbers of a moment chosen at random in January 2020, so that they differ too.
    """

    def __init__(
        self,
        now_ms: Callable[[], int] = lambda: time.time_ns() // 1_000_000,
        node: int | None = None,
    ) -> None:
        self._now_ms = now_ms
        self._node = secrets.randbits(_NODE_BITS) if node is None else node
        self._last = secrets.randbits(31) << _COUNTER_BITS
        self._one_at_a_time = threading.Lock()

    def new_id(self) -> int:
        """Return the next number."""
        return self.new_ids(1)[0]

    def new_ids(self, count: int) -> list[int]:
        """Return so many next numbers; taking them one by one takes longer than using them."""
        since = self._now_ms() - _EPOCH_MS
        stamp = since << _COUNTER_BITS if since < 1 << _TIME_BITS else 0
        with self._one_at_a_time:
            first = max(stamp, self._last + 1)
            self._last = first + count - 1
        node = self._node << _COUNTER_BITS
        return [
            number >> _COUNTER_BITS << _NODE_BITS + _COUNTER_BITS | node | number & _COUNT
            for number in range(first, first + count)
        ]
