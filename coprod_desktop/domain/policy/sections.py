"""The sections of a file: [policy] stands once, [[fee]] as often as there are fees."""

from collections.abc import Collection, Mapping, Sequence

from coprod_desktop.domain.policy.tables import Reading, Table, nearest
from coprod_desktop.domain.policy.values import shown


class Sections:
    """Looks up the sections of one file, and reports those that do not belong there."""

    def __init__(
        self,
        reading: Reading,
        data: Mapping[str, object],
        *,
        one_each: Sequence[str],
        several: Sequence[str],
    ) -> None:
        self._reading = reading
        self._data = data
        self._one_each = one_each
        self._several = several

    def check(self, *, elsewhere: Collection[str], place: str) -> None:
        """Report sections that are not known, or that belong into the other file (`place`)."""
        for name, value in self._data.items():
            if name in self._one_each:
                self._check_one(name, value)
            elif name in self._several:
                self._check_several(name, value)
            elif name in elsewhere:
                self._problem(name, f"{self._written(name, value)} belongs into {place}.")
            else:
                self._problem(name, self._unknown(name, value))

    def _problem(self, name: str, sentence: str) -> None:
        self._reading.problem((name,), sentence)

    def _written(self, name: str, value: object) -> str:
        return f"[[{shown(name)}]]" if isinstance(value, list) else f"[{shown(name)}]"

    def _right(self, name: str) -> str:
        return f"[{name}]" if name in self._one_each else f"[[{name}]]"

    def _unknown(self, name: str, value: object) -> str:
        is_section = isinstance(value, Mapping) or (
            isinstance(value, list) and value and all(isinstance(one, Mapping) for one in value)
        )
        if not is_section:
            return (
                f"“{shown(name)}” stands before any section. Write the section above it, as "
                f"{self._right(self._one_each[0])}."
            )
        near = nearest(name, [*self._one_each, *self._several])
        known = ", ".join(self._right(one) for one in [*self._one_each, *self._several])
        meant = f"Did you mean {self._right(near)}?" if near else f"There are {known}."
        return f"{self._written(name, value)} is not a section. {meant}"

    def _check_one(self, name: str, value: object) -> None:
        if not isinstance(value, Mapping):
            self._problem(name, f"Write [{name}] with one pair of brackets: it stands once.")

    def _check_several(self, name: str, value: object) -> None:
        items = value if isinstance(value, list) else [value]
        is_plain = isinstance(value, list) and all(isinstance(one, Mapping) for one in items)
        if not is_plain:
            self._problem(
                name, f"Write [[{name}]] with two pairs of brackets: there may be several of them."
            )

    def one(self, name: str) -> Table | None:
        """Return a section that stands once, or None."""
        value = self._data.get(name)
        if not isinstance(value, Mapping):
            return None
        return Table(self._reading, (name,), f"[{name}]", value)

    def has(self, name: str) -> bool:
        """Say whether a section stands in the file, however it is written."""
        return name in self._data

    def all(self, names: Collection[str]) -> list[tuple[str, Table]]:
        """Return all tables of these sections in the order of the file."""
        found = [
            (name, Table(self._reading, (name, place), f"[[{name}]]", one))
            for name, value in self._data.items()
            if name in names and isinstance(value, list)
            for place, one in enumerate(value)
            if isinstance(one, Mapping)
        ]
        return sorted(found, key=lambda one: one[1].line)
