"""The sentences above the lists of the third step."""

from coprod_desktop.i18n import _, ngettext
from coprod_desktop.services.import_sessions import ImportCheck


def problem_words(count: int) -> str:
    """Say how many cells are to be put right."""
    words = ngettext(
        "{count:,} thing in the sheet cannot be read. Type what should stand there, or leave the "
        "row out; the file itself is not changed.",
        "{count:,} things in the sheet cannot be read. Type what should stand there, or leave the "
        "rows out; the file itself is not changed.",
        count,
    )
    return words.format(count=count)


def unsure_words(count: int) -> str:
    """Say how many names are not sure."""
    if not count:
        return _("Names that are new here. A name that was put right is remembered.")
    words = ngettext(
        "{count:,} name is not sure. Say who is meant; it is remembered.",
        "{count:,} names are not sure. Say who is meant; it is remembered.",
        count,
    )
    return words.format(count=count)


def total_words(check: ImportCheck) -> str:
    """Say whether the sheet's own totals agree with what was read."""
    wrong = sum(not total.agrees for total in check.result.source_totals)
    if not wrong:
        return _("What was read comes to the same as the sheet says.")
    words = ngettext(
        "{count:,} total differs. A row may be missing, or the sheet’s own sum may be wrong.",
        "{count:,} totals differ. A row may be missing, or the sheet’s own sums may be wrong.",
        wrong,
    )
    return words.format(count=wrong)
