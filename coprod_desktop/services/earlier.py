"""Offer again what was written in forms before."""

from coprod_desktop.domain.earlier import EarlierValues
from coprod_desktop.services.desk import Desk
from coprod_desktop.storage import earlier

MOST = 300


class EarlierService:
    """What was written before, newest first; it changes nothing."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def values(self) -> EarlierValues:
        """Return what was written in each kind of field, at most 300 of each."""
        with self._desk.reading() as reading:
            return EarlierValues(
                works=earlier.works(reading, MOST),
                costs=earlier.costs(reading, MOST),
                skills=earlier.skills(reading, MOST),
                places=earlier.places(reading, MOST),
                titles=earlier.titles(reading, MOST),
                notes=earlier.notes(reading, MOST),
                suppliers=earlier.suppliers(reading, MOST),
            )
