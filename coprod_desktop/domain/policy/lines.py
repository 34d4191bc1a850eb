"""Find the line of every section and every key of a TOML text that is known to be sound."""

import bisect
import re
import tomllib

Path = tuple[str | int, ...]
"""Where something stands: ("fee", 0, "bands", 1, "pays")."""

_DEEPEST = 12  # what lies deeper takes the line of what it lies in
_SPACE = re.compile(r"[ \t]*")
_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_KEY = re.compile(r"""[A-Za-z0-9_-]+|"(?:\\.|[^"\\\n])*"|'[^'\n]*'""")
_SCALAR = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}(?!")'
    r"|'''.*?'{3,5}(?!')"
    r'|"(?:\\.|[^"\\\n])*"'
    r"|'[^'\n]*'"
    r"|[^,\]}#\n]+",
    re.DOTALL,
)


class LineLostError(ValueError):
    """The text is not sound TOML, so its lines cannot be told."""


class Lines:
    """The lines of a text's tables, keys and list items, counted from 1."""

    def __init__(self, text: str) -> None:
        self._lines = _Scanner(text).scan()

    def line(self, *path: str | int) -> int:
        """Return the line of a place, or of the nearest thing that holds it; 0 if nothing does."""
        for length in range(min(len(path), _DEEPEST), 0, -1):
            found = self._lines.get(path[:length])
            if found is not None:
                return found
        return 0


class _Scanner:
    """Walks through a sound TOML text once; `tomllib` reads values but forgets where they were."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._ends = [match.start() for match in re.finditer("\n", text)]
        self._lines: dict[Path, int] = {}
        self._counts: dict[Path, int] = {}

    def scan(self) -> dict[Path, int]:
        """Return the line of every place."""
        base: Path = ()
        self._skip(_BLANK)
        while self._at < len(self._text):
            if self._text.startswith("[[", self._at):
                base = self._header(2)
            elif self._text.startswith("[", self._at):
                base = self._header(1)
            else:
                self._pair(base)
            self._skip(_BLANK)
        return self._lines

    def _skip(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self._text, self._at)
        if match is None:  # the text is sound, as its reader said before, so this cannot be
            raise LineLostError(f"no line can be found after letter {self._at}")
        self._at = match.end()
        return match[0]

    def _note(self, path: Path) -> None:
        """Keep the line of a place, and of what holds it where that was not said before."""
        line = bisect.bisect_left(self._ends, self._at) + 1
        for length in range(min(len(path), _DEEPEST), 0, -1):
            if path[:length] in self._lines:
                return
            self._lines[path[:length]] = line

    def _key(self) -> Path:
        parts: list[str] = []
        while True:
            self._skip(_SPACE)
            word = self._skip(_KEY)
            parts.append(tomllib.loads(f"k={word}")["k"] if word[0] in "\"'" else word)
            self._skip(_SPACE)
            if not self._text.startswith(".", self._at):
                return tuple(parts)
            self._at += 1

    def _header(self, brackets: int) -> Path:
        start = self._at
        self._at += brackets
        path: Path = ()
        parts = self._key()
        for place, part in enumerate(parts, start=1):
            path = (*path, part)
            if brackets == 2 and place == len(parts):
                self._counts[path] = self._counts.get(path, 0) + 1
            if path in self._counts:
                path = (*path, self._counts[path] - 1)
        self._at, end = start, self._at + brackets
        self._note(path)
        self._at = end
        return path

    def _pair(self, base: Path) -> None:
        start = self._at
        path = base + self._key()
        self._at, after = start, self._at
        self._note(path)
        self._at = after + 1
        self._skip(_SPACE)
        self._value(path)

    def _value(self, path: Path) -> None:
        if self._text.startswith("[", self._at):
            self._items(path, "]")
        elif self._text.startswith("{", self._at):
            self._items(path, "}")
        else:
            self._skip(_SCALAR)

    def _items(self, path: Path, closing: str) -> None:
        self._at += 1
        count = 0
        self._skip(_BLANK)
        while not self._text.startswith(closing, self._at):
            if self._text.startswith(",", self._at):
                self._at += 1
            elif closing == "}":
                self._pair(path)
            else:
                self._note((*path, count))
                self._value((*path, count))
                count += 1
            self._skip(_BLANK)
        self._at += 1
