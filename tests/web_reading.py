"""Read a page back strictly, for tests."""

import html.parser

_VOID = {"br", "col", "img", "meta", "path", "circle", "rect"}


class Page(html.parser.HTMLParser):
    """A page whose every element must be closed in order."""

    def __init__(self, written: str) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self._words: list[str] = []
        self.feed(written)
        self.close()
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        self._part(tag)
        if tag not in _VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag
        self._part(tag)

    def _part(self, tag: str) -> None:
        """Part the words on both sides of an element, but not where a line goes on."""
        if tag != "bdi":
            self._words.append(" ")

    def handle_data(self, data: str) -> None:
        if "style" not in self._open:
            self._words.append(data)

    @property
    def text(self) -> str:
        """All words, with single spaces."""
        return " ".join("".join(self._words).split())

    def tags(self, tag: str) -> list[dict[str, str | None]]:
        """Return what each element of a tag says about itself."""
        return [attributes for name, attributes in self.seen if name == tag]

    @property
    def levels(self) -> list[int]:
        """The levels of the headings, in reading order."""
        return [int(tag[1]) for tag, __ in self.seen if tag in {"h1", "h2", "h3", "h4"}]
