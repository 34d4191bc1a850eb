"""The sentences of the papers: found by words or by paper, with a mark on the charity's own."""

from collections.abc import Callable, Hashable, Sequence

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from coprod_desktop.domain.text import fold
from coprod_desktop.i18n import _, ngettext
from coprod_desktop.services.wordings import EVERY_PAPER, PaperSentence
from coprod_desktop.ui.scale import S
from coprod_desktop.ui.settings.wording_words import paper_words
from coprod_desktop.ui.tasks import TaskRunner
from coprod_desktop.ui.widgets.choice_edit import Choice, ChoiceEdit
from coprod_desktop.ui.widgets.columns import Column, Mark, Marks, RowSource
from coprod_desktop.ui.widgets.empty_state import EmptyState
from coprod_desktop.ui.widgets.labels import label
from coprod_desktop.ui.widgets.list_view import ListView
from coprod_desktop.ui.widgets.search_field import SearchField
from coprod_desktop.ui.widgets.table_model import TableModel

_ANY = ""
_ORDER = (
    "statement",
    "letter",
    "what i did",
    "certificate",
    "correction notice",
    "check sheet",
    "remittance",
    "claim slip",
    "attendance sheet",
    "session cash sheet",
    EVERY_PAPER,
)


class WordingList(QWidget):
    """Show the sentences that match; `has_draft` says which have words that are not saved.

    `list.selected(row)` and `list.opened(row)` tell what somebody chose.
    """

    def __init__(self, tasks: TaskRunner, has_draft: Callable[[str], bool]) -> None:
        super().__init__()
        self._rows: tuple[PaperSentence, ...] = ()
        self._found: tuple[PaperSentence, ...] = ()
        self.search = SearchField(_("Find a sentence"), _("Find words of a sentence"))
        self.paper: ChoiceEdit[str] = ChoiceEdit(_("Paper"), [Choice(_ANY, _("All papers"))])
        self.paper.set_value(_ANY)
        self.only_own = QCheckBox(_("Only those in our own words"))
        self.rows: TableModel[PaperSentence] = TableModel(_columns(has_draft), tasks)
        empty = EmptyState("search", _("No sentence has these words."))
        self.list = ListView(self.rows, _("Sentences of the papers"), empty=empty)
        self._count = label("", "quiet", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        for part in (self.search, self.paper, self.only_own):
            column.addWidget(part)
        column.addWidget(self.list, stretch=1)
        column.addWidget(self._count)
        self.search.searched.connect(lambda _text: self.narrow())
        self.search.left_downwards.connect(self.list.setFocus)
        self.paper.value_changed.connect(lambda _value: self.narrow())
        self.only_own.toggled.connect(lambda _on: self.narrow())
        self.setFocusProxy(self.search)

    def show_sentences(self, rows: Sequence[PaperSentence], *, is_new: bool) -> None:
        """List these; what was searched for is searched again.

        Unless `is_new`, they are those on show as they are now, and the list stays in place.
        """
        self._rows = tuple(sorted(rows, key=lambda row: _ORDER.index(row.papers[0])))
        papers = {paper for row in rows for paper in row.papers} - {EVERY_PAPER}
        choices = [Choice(_ANY, _("All papers"))]
        choices += [Choice(one, paper_words(one)) for one in _ORDER if one in papers]
        chosen = self.paper.value()
        self.paper.blockSignals(True)
        self.paper.set_choices(choices)
        self.paper.set_value(chosen or _ANY)
        self.paper.blockSignals(False)
        if is_new:
            self.narrow()
        else:
            self._find()
            self.rows.reload()

    def narrow(self) -> None:
        """Show only the sentences that match, from the top."""
        self._find()
        self.rows.load(
            RowSource(
                fetch_page=self._page, key_of=lambda row: row.sentence, fetch_marks=self._marks
            )
        )

    def widen(self) -> None:
        """Show all sentences."""
        self.search.clear()
        self.paper.set_value(_ANY)
        self.only_own.setChecked(False)
        self.narrow()

    def row_of(self, sentence: str) -> PaperSentence | None:
        """Return the row of a sentence, whether it is on show or not; at first, the first one."""
        found = [row for row in self._rows if row.sentence == sentence]
        return next(iter(found or self._found or self._rows), None)

    def shown(self) -> list[str]:
        """Return the English originals of the sentences on show."""
        return [row.sentence for row in self._found]

    def _find(self) -> None:
        self._found = matching(
            self._rows,
            self.search.text(),
            paper=self.paper.value() or _ANY,
            is_own=self.only_own.isChecked(),
        )
        words = ngettext("{count} sentence", "{count} sentences", len(self._found))
        self._count.setText(words.format(count=len(self._found)))

    def _page(self, after: Hashable | None, limit: int) -> Sequence[PaperSentence]:
        found = self._found
        sentences = [row.sentence for row in found]
        start = sentences.index(str(after)) + 1 if after in sentences else 0
        return found[start : start + limit]

    def _marks(self, limit: int) -> Marks:
        found = self._found
        ends = tuple(row.sentence for row in found[limit - 1 :: limit])
        return Marks(total=len(found), keys=ends)


def matching(
    rows: Sequence[PaperSentence], words: str, *, paper: str = _ANY, is_own: bool = False
) -> tuple[PaperSentence, ...]:
    """Return the rows with all these words, in any order, that stand on a paper.

    What stands on every paper stands on this one too.
    """
    wanted = fold(words).split()

    def matches(row: PaperSentence) -> bool:
        if is_own and not row.own:
            return False
        if paper and paper not in row.papers and EVERY_PAPER not in row.papers:
            return False
        text = fold(f"{row.own} {row.usual} {row.sentence}")
        return all(word in text for word in wanted)

    return tuple(row for row in rows if matches(row))


def _columns(has_draft: Callable[[str], bool]) -> tuple[Column[PaperSentence], ...]:
    def state(row: PaperSentence) -> str:
        if has_draft(row.sentence):
            return _("Not saved")
        return _("Our words") if row.own else ""

    def mark(row: PaperSentence) -> Mark | None:
        if has_draft(row.sentence):
            return Mark("triangle-alert", "warn")
        return Mark("pencil", "accent") if row.own else None

    return (
        Column(
            key="sentence",
            title=_("Sentence"),
            text=lambda row: row.own or row.usual,
            tooltip=lambda row: row.own or row.usual,
            width_em=14,
            narrow_em=10,
            is_stretch=True,
        ),
        Column(key="state", title=_("Words"), text=state, icon=mark, width_em=8, narrow_em=7.5),
    )
