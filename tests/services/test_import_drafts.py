"""A draft says which changed rows are applied: those that were ticked, or all of them."""

from pathlib import Path

from coprod_desktop.services.import_drafts import ImportDraft, SheetKind


def test_a_change_is_taken_where_it_was_ticked_or_all_are() -> None:
    plain = ImportDraft(
        path=Path("a.csv"), kind=SheetKind.CONTRIBUTIONS, parts=(), changes=frozenset({7})
    )
    assert (plain.takes(7), plain.takes(8)) == (True, False)
    every = ImportDraft(
        path=Path("a.csv"), kind=SheetKind.CONTRIBUTIONS, parts=(), takes_every_change=True
    )
    assert every.takes(8)
