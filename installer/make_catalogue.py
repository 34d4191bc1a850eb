"""Gather the sentences of the papers for translators, and pack their translations.

`python -m installer.make_catalogue` brings `resources/locale/cy/LC_MESSAGES/coprod.po` up to
date (new sentences come without a translation, old ones go) and packs it as `coprod.mo`. Screens
speak English; papers speak the language of the person who holds them.
"""

import io
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

_ROOT = Path(__file__).resolve().parent.parent
LOCALE = _ROOT / "resources" / "locale"
LANGUAGES = ("cy",)
_DOCUMENTS = _ROOT / "coprod_desktop" / "documents"
_FOLDERS = ("papers", "editions")
_FILES = ("contact_words.py", "page.py", "pictures.py", "spoken.py")
# What the sheets of a session have from finance papers: translated, but no charity words it anew.
_SHARED = ("cash_count.py", "finance.py", "notes_and_coins.py", "signatures.py")
_KEYWORDS: dict[str, tuple[int, ...] | None] = {"_": None, "later": None, "ngettext": (1, 2)}


def sources() -> Iterator[Path]:
    """Name the files whose sentences stand on papers for people."""
    for folder in _FOLDERS:
        yield from sorted((_DOCUMENTS / folder).rglob("*.py"))
    yield from (_DOCUMENTS / name for name in _FILES if (_DOCUMENTS / name).exists())


def sentences() -> Catalog:
    """Gather every sentence, with the files that say it."""
    found = Catalog(project="Coprod Desktop", charset="utf-8")
    for path in (*sources(), *(_DOCUMENTS / name for name in _SHARED)):
        place = path.relative_to(_ROOT).as_posix()
        for _line, message, notes, _context in extract_from_file(
            "python", path, keywords=_KEYWORDS, comment_tags=("Translators:",)
        ):
            # Places without line numbers: a moved line is no change of words.
            found.add(message, locations=[(place, 0)], auto_comments=notes)
    return found


def po_path(language: str) -> Path:
    """Say where a language's translations are."""
    return LOCALE / language / "LC_MESSAGES" / "coprod.po"


def read(language: str) -> Catalog:
    """Read a language's translations."""
    with po_path(language).open("rb") as file:
        return read_po(file, locale=language)


def updated(language: str) -> Catalog:
    """Return a language's translations with exactly the sentences that the papers have now."""
    catalogue = read(language)
    catalogue.update(sentences(), no_fuzzy_matching=True, update_creation_date=False)
    catalogue.obsolete.clear()
    return catalogue


def written(catalogue: Catalog) -> bytes:
    """Write translations as translators read them."""
    file = io.BytesIO()
    write_po(file, catalogue, width=100, sort_output=True, include_lineno=False)
    return file.getvalue()


def packed(catalogue: Catalog) -> bytes:
    """Pack translations as the program reads them."""
    file = io.BytesIO()
    write_mo(file, catalogue)
    return file.getvalue()


def main() -> int:
    """Bring every language up to date and say what is still to be translated."""
    for language in LANGUAGES:
        catalogue = updated(language)
        po_path(language).write_bytes(written(catalogue))
        po_path(language).with_suffix(".mo").write_bytes(packed(catalogue))
        missing = [message.id for message in catalogue if message.id and not is_done(message)]
        print(f"{language}: {len(catalogue)} sentences, {len(missing)} without a translation")
        for each in missing:
            print(f"  {each}")
    return 0


def is_done(message: object) -> bool:
    """Say whether a sentence has its translation, in every form that a count can take."""
    string = getattr(message, "string", "")
    return bool(string) and (not isinstance(string, tuple) or all(string))


if __name__ == "__main__":
    sys.exit(main())
