"""Fetch the published figures of a day, and save or take away what the charity corrects."""

import datetime
from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import SignalInstance

from coprod_desktop.domain.dates import long_day
from coprod_desktop.domain.errors import DomainError, PeriodBackwardsError, SourceMissingError
from coprod_desktop.domain.rates import OwnRate
from coprod_desktop.i18n import _
from coprod_desktop.services.rates import FigureOnDay
from coprod_desktop.ui.context import Context
from coprod_desktop.ui.settings.rates_correct_dialog import Correction
from coprod_desktop.ui.widgets.message_bar import Action, MessageKind


class CorrectionView(Protocol):
    """What the presenter needs of the form that corrects a figure."""

    save_requested: SignalInstance

    def correction(self) -> Correction | None:
        """Return what was typed, or None while a field is empty."""

    def accept_saved(self) -> None:
        """Close, because all is saved."""

    def show_error(self, key: str, sentence: str) -> None:
        """Show what is wrong under a field."""


class RatesView(Protocol):
    """What the presenter needs of the list of figures."""

    day_changed: SignalInstance
    correct_requested: SignalInstance
    remove_requested: SignalInstance
    finished: SignalInstance

    def show_figures(self, figures: Sequence[FigureOnDay]) -> None:
        """List these figures."""

    def ask_for_correction(self, figure: FigureOnDay) -> CorrectionView:
        """Open the form that corrects a figure."""

    def say(self, kind: MessageKind, sentence: str, actions: tuple[Action, ...] = ()) -> None:
        """Show what happened above the list."""


class RatesPresenter:
    """Decide for the list of figures, for as long as it is open."""

    def __init__(self, view: RatesView, context: Context) -> None:
        self._view = view
        self._context = context
        self._day = context.today()
        view.day_changed.connect(self.go_to)
        view.correct_requested.connect(self.correct)
        view.remove_requested.connect(self.remove)
        leave = context.changes.subscribe(frozenset({"own_rates"}), self.refresh)
        view.finished.connect(lambda _result: leave())

    def go_to(self, day: datetime.date) -> None:
        """Show the figures of another day."""
        self._day = day
        self.refresh()

    def refresh(self) -> None:
        """Fetch the figures of the day."""
        day = self._day

        def show(figures: Sequence[FigureOnDay]) -> None:
            if day == self._day:  # not of a day that was left meanwhile
                self._view.show_figures(figures)

        rates = self._context.office.rates
        self._context.tasks.run(lambda: rates.figures_on(day), show, self._context.fail)

    def correct(self, figure: FigureOnDay) -> None:
        """Ask for the charity's own figure."""
        form = self._view.ask_for_correction(figure)
        form.save_requested.connect(lambda: self._save(form))

    def _save(self, form: CorrectionView) -> None:
        typed = form.correction()
        if typed is None:
            return

        def done(own: OwnRate) -> None:
            form.accept_saved()
            words = _("Your figure counts from {day} on. What was agreed before stays as it is.")
            self._tell_saved(words.format(day=long_day(own.effective_on)))

        rates = self._context.office.rates
        self._context.tasks.run(
            lambda: rates.correct(
                typed.code,
                typed.value,
                typed.effective_on,
                source_title=typed.source_title,
                effective_to=typed.effective_to,
                note=typed.note,
            ),
            done,
            lambda error: form.show_error(_field_of(error), self._context.word_error(error)),
        )

    def remove(self, figure: FigureOnDay) -> None:
        """Take the charity's own figure away, so that the published one holds again."""
        own_rate_id = None if figure.rate is None else figure.rate.own_rate_id
        if own_rate_id is None:
            return
        self._context.tasks.run(
            lambda: self._context.office.rates.remove_correction(own_rate_id),
            lambda _own: self._tell_saved(_("Your figure is taken away.")),
            self._tell_failure,
        )

    def _tell_saved(self, sentence: str) -> None:
        self._view.say(MessageKind.GOOD, sentence, ((_("Undo"), self._context.undo),))

    def _tell_failure(self, error: Exception) -> None:
        if not isinstance(error, DomainError):
            raise error
        self._view.say(MessageKind.BAD, self._context.word_error(error))


def _field_of(error: Exception) -> str:
    if isinstance(error, PeriodBackwardsError):
        return "until"
    return "source" if isinstance(error, SourceMissingError) else "value"
