"""Bring an older file up to date in one transaction, after a verified copy."""

import dataclasses
import itertools
from pathlib import Path

import sqlalchemy as sa

from coprod_desktop.domain.errors import FileFromNewerVersionError, NotACoprodFileError
from coprod_desktop.storage import backups

_version = sa.table("alembic_version", sa.column("version_num", sa.String(32)))


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """The revisions that are known, oldest first, and the package that says how to take them."""

    revisions: tuple[str, ...]
    scripts: str

    @property
    def head(self) -> str:
        """The revision that today's tables have."""
        return self.revisions[-1]


# Known here so that opening a current file need not load the migration library.
OURS = Steps(revisions=("0001", "0002"), scripts="coprod_desktop.storage:migrations")


def revision(engine: sa.Engine) -> str | None:
    """Return the revision of the tables; None where there are none."""
    with engine.connect() as connection:
        if not sa.inspect(connection).has_table("alembic_version"):
            return None
        return connection.scalar(sa.select(_version.c.version_num))


def stamp(connection: sa.Connection) -> None:
    """Mark freshly made tables as current."""
    connection.exec_driver_sql(
        "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
        "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
    )
    connection.execute(sa.insert(_version), {"version_num": OURS.head})


def bring_up_to_date(engine: sa.Engine, path: Path | None, key: str, steps: Steps = OURS) -> None:
    """Upgrade where needed; raises FileFromNewerVersionError or NotACoprodFileError.

    A file is copied beside itself first ("Name before 0002.coprod"), and the copy is proved.
    """
    found = revision(engine)
    if found is None:
        raise NotACoprodFileError(path=path)
    if found == steps.head:
        return
    if found not in steps.revisions:
        raise FileFromNewerVersionError(path=path)
    if path is not None:
        backups.copy_verified(path, key, _free_name(path, f"before {steps.head}"))
    migrate(engine, steps=steps)


def _free_name(path: Path, words: str) -> Path:
    """Return a name beside the file that no earlier attempt has taken."""
    plain = path.with_name(f"{path.stem} {words}{path.suffix}")
    more = (path.with_name(f"{path.stem} {words} ({n}){path.suffix}") for n in itertools.count(2))
    return next(name for name in itertools.chain([plain], more) if not name.exists())


def migrate(engine: sa.Engine, to: str = "head", *, steps: Steps = OURS) -> None:
    """Run the migrations; all of them are kept or none is."""
    from alembic import command
    from alembic.config import Config

    settings = Config()
    settings.set_main_option("script_location", steps.scripts)
    settings.set_main_option("path_separator", "os")
    settings.attributes["engine"] = engine
    command.upgrade(settings, to)
