"""Translators get every sentence of the papers, and the program reads what they wrote."""

import ast
import re
import string

import pytest

from installer import make_catalogue


@pytest.mark.parametrize("language", make_catalogue.LANGUAGES)
def test_the_translations_have_exactly_the_sentences_of_the_papers(language: str) -> None:
    known = make_catalogue.po_path(language).read_bytes()
    assert known == make_catalogue.written(make_catalogue.updated(language)), (
        "Run python -m installer.make_catalogue"
    )


def test_every_marked_sentence_is_gathered() -> None:
    gathered = {one for message in make_catalogue.sentences() for one in _each(message.id)}
    for path in make_catalogue.sources():
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            # One inside the braces of an f-string is marked too, but nobody would translate it.
            assert _marked(call) <= gathered, path.name


def _marked(node: ast.AST) -> set[str]:
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
        return set()
    if node.func.id not in ("_", "later", "ngettext"):
        return set()
    texts = [part.value for part in node.args if isinstance(part, ast.Constant)]
    return {text for text in texts if isinstance(text, str)}


@pytest.mark.parametrize("language", make_catalogue.LANGUAGES)
def test_the_packed_translations_are_those_that_translators_read(language: str) -> None:
    packed = make_catalogue.po_path(language).with_suffix(".mo").read_bytes()
    assert packed == make_catalogue.packed(make_catalogue.read(language)), (
        "Run python -m installer.make_catalogue"
    )


@pytest.mark.parametrize("language", make_catalogue.LANGUAGES)
def test_every_sentence_of_the_papers_is_translated(language: str) -> None:
    catalogue = make_catalogue.read(language)
    missing = [each.id for each in catalogue if each.id and not make_catalogue.is_done(each)]
    assert missing == []


@pytest.mark.parametrize("language", make_catalogue.LANGUAGES)
def test_a_translation_has_the_fields_of_its_sentence(language: str) -> None:
    for message in make_catalogue.read(language):
        ids = _each(message.id)
        strings = _each(message.string)
        for said in filter(None, strings):
            assert _fields(said) <= _fields(ids[-1]), said
            assert _money_and_time(_fields(ids[-1])) <= _fields(said), said


def _each(said: object) -> tuple[str, ...]:
    """Return every form that a count can take, or the one there is."""
    forms = said if isinstance(said, tuple | list) else (said,)
    return tuple(form for form in forms if isinstance(form, str))


def _fields(text: str) -> set[str]:
    return {name for _text, name, _spec, _how in string.Formatter().parse(text) if name}


def _money_and_time(fields: set[str]) -> set[str]:
    """Return the fields that carry a figure, which no translation may lose."""
    return {name for name in fields if re.search(r"pounds|hours|minutes|paid|value|count", name)}
