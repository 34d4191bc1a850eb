"""A clock that stands still until the story moves it on."""

import datetime

from coprod_desktop.domain.identity import IdSource


class StoryClock:
    """The moment the story has reached, in UTC."""

    def __init__(self, start: datetime.datetime) -> None:
        self._now = start

    def __call__(self) -> datetime.datetime:
        """Return the moment the story has reached."""
        return self._now

    def move_to(self, at: datetime.datetime) -> None:
        """Go on to a moment; an earlier one than now changes nothing."""
        self._now = max(self._now, at)

    def ids(self, node: int) -> IdSource:
        """Return a source of ids that are the same in every telling."""
        return IdSource(now_ms=lambda: int(self._now.timestamp() * 1000), node=node)
