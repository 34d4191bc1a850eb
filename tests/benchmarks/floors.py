"""What benchmarks have in common: fair measuring beside a floor, and the table that is printed."""

import contextlib
import dataclasses
import gc
import statistics
import time
from collections.abc import Callable, Iterable, Iterator


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One operation beside its floor, both in milliseconds; the target is a ratio, or none."""

    operation: str
    ours_ms: float
    floor: str
    floor_ms: float
    target: float | None = None

    @property
    def ratio(self) -> float:
        """How many times as long as the floor ours takes."""
        return self.ours_ms / self.floor_ms

    @property
    def verdict(self) -> str:
        """Say whether the target is met."""
        if self.target is None:
            return ""
        return "met" if self.ratio <= self.target else "MISSED"


def side_by_side(
    ours: Callable[[], object], floor: Callable[[], object], times: int
) -> tuple[float, float]:
    """Return the medians of both in milliseconds, run in turn so that both see the same noise."""
    with undisturbed():
        pairs = [(elapsed_ms(ours), elapsed_ms(floor)) for _each in range(times)]
    return statistics.median(p[0] for p in pairs), statistics.median(p[1] for p in pairs)


@contextlib.contextmanager
def undisturbed() -> Iterator[None]:
    """Keep Python from tidying up in the middle of what is measured."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def elapsed_ms(action: Callable[[], object]) -> float:
    """Return how long one run takes, in milliseconds."""
    start = time.perf_counter()
    action()
    return (time.perf_counter() - start) * 1000


def percentile_95(values: Iterable[float]) -> float:
    """Return the value that 95 of 100 do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]


def table(figures: Iterable[Figure]) -> str:
    """Set the figures as a table in plain text."""
    head = ("operation", "ours ms", "floor ms", "ratio", "target", "", "floor")
    rows = [
        (
            figure.operation,
            f"{figure.ours_ms:.3f}",
            f"{figure.floor_ms:.3f}",
            f"{figure.ratio:.2f}",
            "" if figure.target is None else f"{figure.target:.2f}",
            figure.verdict,
            figure.floor,
        )
        for figure in figures
    ]
    widths = [max(len(row[column]) for row in (head, *rows)) for column in range(len(head))]
    lines = [
        "  ".join(
            cell.rjust(width) if 0 < column < 5 else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in (head, *rows)
    ]
    return "\n".join(lines)
