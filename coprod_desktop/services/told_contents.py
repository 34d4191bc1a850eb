"""Write down what a paper says, so that it can be made again, and told apart from a later one."""

import dataclasses
import datetime
import enum
import functools
import hashlib
import json
import types
import typing
import zlib
from collections.abc import Callable, Mapping
from typing import TypeVar

C = TypeVar("C")
Pictures = Callable[[str], bytes]
_AS_THEY_ARE = frozenset({str, int, bool, type(None)})


def tell(content: object) -> bytes:
    """Return a paper's content as JSON, compressed; its pictures are told by their hash."""
    return zlib.compress(_json(_plain(content, is_whole=True)).encode(), 9)


def told(kind: type[C], written: bytes, pictures: Pictures) -> C:
    """Return the content that `tell` wrote; `pictures` finds a picture by its hash."""
    found: C = _read(kind, json.loads(zlib.decompress(written)), pictures)
    return found


def says(written: bytes, content: object) -> bool:
    """Say whether `tell` wrote this very content."""
    return zlib.decompress(written).decode() == _json(_plain(content, is_whole=True))


def digest(content: object) -> str:
    """Return the hash of what a paper says; what stands on no paper is left aside."""
    return hashlib.sha256(_json(_plain(content, is_whole=False)).encode()).hexdigest()


def _json(plain: object) -> str:
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _plain(value: object, *, is_whole: bool) -> object:
    kind: typing.Any = type(value)
    if kind in _AS_THEY_ARE:  # most are, of the two thousand values of a statement
        return value
    if isinstance(value, enum.StrEnum):
        return value.value
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, bytes):
        return hashlib.sha256(value).hexdigest() if value else ""
    if isinstance(value, (tuple, frozenset)):
        plain = [_plain(one, is_whole=is_whole) for one in value]
        return plain if isinstance(value, tuple) else sorted(plain, key=str)
    return {
        name: _plain(getattr(value, name), is_whole=is_whole) for name in _names(kind, is_whole)
    }


@functools.cache
def _names(kind: type, is_whole: bool) -> tuple[str, ...]:  # a cache takes no names
    return tuple(one.name for one in dataclasses.fields(kind) if is_whole or one.compare)


def _read(kind: object, plain: typing.Any, pictures: Pictures) -> typing.Any:
    """Turn a plain value back into one of this kind; None stays."""
    if plain is None:
        return None
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if origin in (types.UnionType, typing.Union):
        return _read(next(one for one in inner if one is not types.NoneType), plain, pictures)
    if origin is tuple:
        same = inner[0] if inner[-1] is Ellipsis else None
        each = inner if same is None else (same,) * len(plain)
        return tuple(_read(one, part, pictures) for one, part in zip(each, plain, strict=True))
    if origin is frozenset:
        return frozenset(_read(inner[0], part, pictures) for part in plain)
    if kind is bytes:
        return pictures(plain) if plain else b""
    if kind is datetime.date:
        return datetime.date.fromisoformat(plain)
    if isinstance(kind, type) and issubclass(kind, enum.StrEnum):
        return kind(plain)
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        kinds = _kinds(kind)
        return kind(**{name: _read(kinds[name], part, pictures) for name, part in plain.items()})
    return plain


@functools.cache
def _kinds(kind: type) -> Mapping[str, object]:
    return typing.get_type_hints(kind)
