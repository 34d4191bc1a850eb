"""Ask for another paper of a person, and show how it looks before it is made."""

import datetime
from collections.abc import Callable, Sequence
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coprod_desktop.domain.issued_papers import PaperKind
from coprod_desktop.domain.participants import Edition, Participant
from coprod_desktop.i18n import _
from coprod_desktop.services.paper_shelf import GivenPaper
from coprod_desktop.ui.papers.asked_paper import AskedPaper, editions_of
from coprod_desktop.ui.papers.chooser import EditionChooser
from coprod_desktop.ui.papers.pages_view import PagesView
from coprod_desktop.ui.papers.period_fields import PeriodFields
from coprod_desktop.ui.papers.wish_fields import CorrectionFields, WishFields, fields_of_kinds
from coprod_desktop.ui.papers.words import kind_word
from coprod_desktop.ui.pause import Pause
from coprod_desktop.ui.scale import XL, XXL, L, em, scaled
from coprod_desktop.ui.widgets.choice_edit import Choice, ChoiceEdit
from coprod_desktop.ui.widgets.form import Form
from coprod_desktop.ui.widgets.form_dialog import FormDialog
from coprod_desktop.ui.widgets.labels import label
from coprod_desktop.ui.widgets.parsed_edit import WordError
from coprod_desktop.ui.widgets.segmented_bar import Segment, SegmentedBar

_SIZE = (1080, 760)
_ROOM_FOR_BOTH_EM = 58


class AnotherPaperDialog(FormDialog):
    """Collect which paper, its days and its form; `look_requested` wants to see it as it stands."""

    look_requested = Signal()

    def __init__(
        self,
        person: Participant,
        days: tuple[datetime.date, datetime.date],
        corrected: Sequence[GivenPaper],
        word_error: WordError,
        today: Callable[[], datetime.date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Another paper"), _("Make this paper"), parent)
        self._head.addWidget(label(person.name, "section", wraps=True))
        self._fields = fields_of_kinds(corrected, word_error, today)
        choices = [Choice(kind, kind_word(kind)) for kind in self._fields]
        self.kind: ChoiceEdit[PaperKind] = ChoiceEdit(_("Paper"), choices)
        self.kind.set_value(PaperKind.LETTER)
        self.form.add_field("kind", _("Paper"), self.kind)
        self._days_form = Form()
        self.period = PeriodFields(self._days_form, days, word_error, today)
        self.chooser = EditionChooser(is_wide=True)
        self.chooser.set_form((person.edition, person.language))
        self.view = PagesView()
        self._add_forms()
        self._put_beside()
        self._pause = Pause(self.look_requested.emit, self)
        self._follow()
        self._show_kind()

    def _add_forms(self) -> None:
        self.form.add_widget(self._days_form)
        for fields in self._fields.values():
            self.form.add_widget(fields.form)
        self.form.add_widget(self.chooser)

    def _put_beside(self) -> None:
        """Put the pages at the right of the form, and a choice of one above them."""
        self.halves = SegmentedBar(
            _("What to look at"),
            [Segment(key="form", text=_("What to make")), Segment(key="paper", text=_("Paper"))],
        )
        self._head.addWidget(self.halves)
        outer = cast(QVBoxLayout, self.layout())  # as FormDialog made it
        at = outer.indexOf(self._scrolled)
        outer.removeWidget(self._scrolled)
        beside = QHBoxLayout()
        beside.setContentsMargins(0, 0, XL, 0)
        beside.setSpacing(L)
        beside.addWidget(self._scrolled, stretch=5)
        beside.addWidget(self.view, stretch=6)
        outer.insertLayout(at, beside, 1)

    def _follow(self) -> None:
        self.kind.value_changed.connect(self._show_kind)
        self.chooser.chosen.connect(self._look_soon)
        self.halves.chosen.connect(self._fit_halves)
        self.period.changed.connect(self._look_soon)
        for form in (self._days_form, *(fields.form for fields in self._fields.values())):
            form.changed.connect(self.form.changed)
        self.form.changed.connect(self._look_soon)

    # --- what the presenter does -----------------------------------------------------------------

    def asked(self) -> AskedPaper | None:
        """Return what is asked for as it stands; None while a part of it is missing."""
        kind = self.kind.value()
        if kind is None:
            return None
        fields = self._fields[kind]
        days = fields.days() if isinstance(fields, CorrectionFields) else self.period.days_if_any()
        if days is None and kind is not PaperKind.CORRECTION:
            return None
        edition, language = self.chooser.form()
        return AskedPaper(
            kind=kind, days=days, wishes=fields.wishes(), edition=edition, language=language
        )

    def fields_of(self, kind: PaperKind) -> WishFields:
        """Return the fields that are shown for a paper."""
        return self._fields[kind]

    def show_missing(self) -> None:
        """Say which part of it is missing."""
        if self.kind.value() is None:
            self.show_error("kind", _("Choose a paper."))
            return
        self.start_again()
        self.form.changed.emit()  # what was typed is still not kept
        self.period.days()

    def show_look(self, pdf: bytes) -> None:
        """Show how the paper looks."""
        self.view.show_pdf(pdf)

    def show_no_look(self, sentence: str) -> None:
        """Say why the paper cannot be made as it stands."""
        self.view.show_words(_("This paper cannot be made yet."), sentence)

    # --- how it fits -----------------------------------------------------------------------------

    def open(self) -> None:
        """Show the dialog as large as the screen allows, and ask for the first look."""
        super().open()
        self.kind.setFocus()
        self.look_requested.emit()

    def fit(self) -> None:
        """Be as large as two halves need, where the screen has room."""
        room = self.screen().availableSize()
        width, height = (scaled(px) for px in _SIZE)
        self.resize(min(width, room.width() - XL), min(height, room.height() - XXL))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the form and the paper side by side where there is room."""
        super().resizeEvent(event)
        self._fit_halves()

    def _fit_halves(self) -> None:
        is_narrow = self.width() < _ROOM_FOR_BOTH_EM * em(self.font())
        bar = self._scrolled.verticalScrollBar().sizeHint().width()
        self._scrolled.setMinimumWidth(self._inside.minimumSizeHint().width() + bar)
        self.halves.setVisible(is_narrow)
        half = self.halves.chosen_key
        self._scrolled.setVisible(not is_narrow or half == "form")
        self.view.setVisible(not is_narrow or half == "paper")

    def _show_kind(self) -> None:
        kind = self.kind.value()
        if kind is None:
            return
        for one, fields in self._fields.items():
            fields.form.setVisible(one is kind)
        self._days_form.setVisible(kind is not PaperKind.CORRECTION)
        editions = editions_of(kind)
        edition, language = self.chooser.form()
        if edition not in editions:
            self.chooser.set_form((Edition.LARGE, language))
        self.chooser.set_editions(editions)
        self._look_soon()

    def _look_soon(self) -> None:
        self._pause.begin()
