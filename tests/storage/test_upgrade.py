"""A file of an older version is copied and brought up to date; a current one is just opened.

What the steps themselves do is tried in `test_migrations`.
"""

import shutil
from pathlib import Path

from coprod_desktop.domain.contributions import Contribution
from coprod_desktop.domain.participants import Participant
from coprod_desktop.storage import search, soundness, totals, upgrade
from coprod_desktop.storage.database import Database, open_database
from coprod_desktop.storage.upgrade import Steps
from tests.storage.world import all_of, everything, one_of_each, save

DATA = Path(__file__).resolve().parents[1] / "data"
# What tests/data/README.md tells of the file that each version left.
PASSPHRASE = "a frozen river in winter"


def test_the_file_of_version_0001_opens_with_all_that_is_in_it(tmp_path: Path) -> None:
    path = tmp_path / "version 0001.coprod"
    shutil.copy(DATA / "version-0001.coprod", path)
    opened = open_database(str(path), PASSPHRASE)
    assert soundness.findings(opened) == ()
    with opened.reading() as reading:
        by_person = totals.rows(reading, "participant", None, None)
        hits = search.find(reading, "llyr steering", "contributions", 9)
    told = [
        (one.name, one.minutes_paid, one.minutes_unpaid, one.payments_pence) for one in by_person
    ]
    assert told == [("Grace O'Brien", 90, 45, 1800), ("Siân Llŷr", 150, 0, 3000)]
    assert [one.reimbursements_pence for one in by_person] == [460, 0]
    assert [one.value_pence for one in by_person] == [900, 0]
    assert len(hits) == 1
    # One of each that there was then, a second person, and two pieces of work.
    assert sum(len(records) for records in everything(opened).values()) == 43
    assert sorted(one.minutes for one in all_of(opened, Contribution)) == [45, 90, 150]
    opened.close()


def test_an_engine_on_nothing_has_no_revision(database: Database) -> None:
    with database.engine.connect() as connection:
        connection.exec_driver_sql("DROP TABLE alembic_version")
        connection.commit()
    assert upgrade.revision(database.engine) is None


def test_a_current_file_is_left_alone(file: Database) -> None:
    save(file, *one_of_each())
    assert file.path is not None
    upgrade.bring_up_to_date(file.engine, file.path, file.key)
    assert not list(file.path.parent.glob("*before*"))
    assert len(all_of(file, Participant)) == 1


def test_the_newest_revision_is_the_last_one() -> None:
    assert Steps(revisions=("0001", "0002"), scripts="").head == "0002"
