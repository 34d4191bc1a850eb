"""Show what changed, take a change back, and do it again."""

import argparse

from coprod_desktop.cli.answers import Answer, columns
from coprod_desktop.cli.door import opened
from coprod_desktop.domain.changes import Change
from coprod_desktop.i18n import _
from coprod_desktop.services.sentences import verb_words

_ALL = 1_000_000_000


def history(arguments: argparse.Namespace) -> Answer:
    """List the changes of the file, newest first."""
    limit = _ALL if arguments.limit is None else arguments.limit
    with opened(arguments) as office:
        changes = office.history.latest(limit)
    return Answer(told={"changes": [_told(change) for change in changes]}, words=_table(changes))


def _told(change: Change) -> dict[str, object]:
    return {
        "change": change.change_id,
        "made_at": change.made_at.isoformat(),
        "operator": change.operator,
        "verb": change.verb,
        "words": verb_words(change.verb),
        "rows": change.rows,
        "undoes": change.undoes_id,
        "is_undone": change.is_undone,
    }


def _table(changes: tuple[Change, ...]) -> list[str]:
    rows = [(_("Change"), _("When (UTC)"), _("Who"), _("Rows"), _("What"))]
    for change in changes:
        words = verb_words(change.verb)
        rows.append(
            (
                str(change.change_id),
                f"{change.made_at:%Y-%m-%d %H:%M}",
                change.operator,
                f"{change.rows:,}",
                _("{what} (taken back)").format(what=words) if change.is_undone else words,
            )
        )
    return columns(rows, right=(0, 3))


def undo(arguments: argparse.Namespace) -> Answer:
    """Take the last change back, or the one that is named."""
    with opened(arguments) as office:
        change = office.history.undo(arguments.change)
    words = verb_words(f"undo {change.verb}")
    told = {"undone": change.change_id, "verb": change.verb, "words": words, "rows": change.rows}
    return Answer(told=told, words=[words])


def redo(arguments: argparse.Namespace) -> Answer:
    """Do again what was taken back last, or the change that is named."""
    with opened(arguments) as office:
        change = office.history.redo(arguments.change)
    words = verb_words(f"redo {change.verb}")
    told = {"redone": change.change_id, "verb": change.verb, "words": words, "rows": change.rows}
    return Answer(told=told, words=[words])
