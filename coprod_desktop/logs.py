"""Write what happened to a log file: ids and verbs only, never a name, an amount or an account."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path


def start_logging(folder: Path) -> None:
    """Log to `coprod.log` in `folder`, at most three files of 500 kB."""
    folder.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(
        folder / "coprod.log", maxBytes=500_000, backupCount=2, encoding="utf-8", delay=True
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger("coprod_desktop")
    root.setLevel(logging.INFO)
    root.addHandler(handler)
