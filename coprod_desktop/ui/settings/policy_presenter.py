"""Try the rules that somebody writes, and save them as a new version."""

import datetime
from typing import Protocol

from PySide6.QtCore import SignalInstance

from coprod_desktop.domain.errors import DomainError
from coprod_desktop.services.policies import Repricing, SavingPlan, Trial
from coprod_desktop.services.policy_cases import ExampleCase, case_text
from coprod_desktop.ui.context import Context
from coprod_desktop.ui.settings.policy_words import saved_words


class SavingView(Protocol):
    """What the presenter needs of the form that asks for the day."""

    day_changed: SignalInstance
    save_requested: SignalInstance

    def day(self) -> datetime.date | None:
        """Return the day, or None with its sentence shown."""

    def show_plan(self, plan: SavingPlan) -> None:
        """Say what saving would do."""

    def show_no_plan(self, sentence: str) -> None:
        """Say why nothing can be saved from this day."""

    def show_problem(self, sentence: str) -> None:
        """Say why nothing was saved."""

    def accept_saved(self) -> None:
        """Close, because all is saved."""


class PolicyView(Protocol):
    """What the presenter needs of the dialog about the rules."""

    tried: SignalInstance
    save_requested: SignalInstance

    def show_trial(self, trial: Trial) -> None:
        """Show what the rules came to."""

    def show_no_trial(self, sentence: str) -> None:
        """Say why the example has no answer."""

    def show_mistakes(self, trial: Trial) -> None:
        """Go to the first mistake."""

    def ask_for_day(self, plan: SavingPlan) -> SavingView:
        """Ask from which day the rules hold; the plan is that of today."""

    def accept_saved(self) -> None:
        """Close, because all is saved."""


class PolicyPresenter:
    """Decide for the dialog about the rules, for as long as it is open."""

    def __init__(self, view: PolicyView, context: Context) -> None:
        self._view = view
        self._context = context
        self._is_trying = False
        self._next: tuple[str, ExampleCase] | None = None
        view.tried.connect(self.try_rules)
        view.save_requested.connect(self.save)

    def try_rules(self, text: str, case: ExampleCase) -> None:
        """Work out what the rules pay; of what is asked for meanwhile only the last counts."""
        if self._is_trying:
            self._next = (text, case)
            return
        self._is_trying = True

        def done(trial: Trial) -> None:
            self._view.show_trial(trial)
            self._go_on()

        def failed(error: Exception) -> None:
            self._view.show_no_trial(self._word(error))
            self._go_on()

        policies = self._context.office.policies
        self._context.tasks.run(lambda: policies.trial(text, case_text(case)), done, failed)

    def _go_on(self) -> None:
        self._is_trying = False
        if self._next is not None:
            (text, case), self._next = self._next, None
            self.try_rules(text, case)

    def save(self, text: str) -> None:
        """Ask from which day rules hold that can be read; else show their mistakes."""
        context, policies = self._context, self._context.office.policies

        def look() -> tuple[Trial, SavingPlan]:
            return Trial(problems=policies.problems(text)), policies.plan(context.today())

        def done(found: tuple[Trial, SavingPlan]) -> None:
            trial, plan = found
            if trial.problems:
                self._view.show_mistakes(trial)
            else:
                self._ask_for_day(text, plan)

        context.tasks.run(look, done, context.fail)

    def _ask_for_day(self, text: str, plan: SavingPlan) -> None:
        form = self._view.ask_for_day(plan)
        form.day_changed.connect(lambda day: self._plan(form, day))
        form.save_requested.connect(lambda: self._save(form, text))

    def _plan(self, form: SavingView, day: datetime.date) -> None:
        policies = self._context.office.policies
        self._context.tasks.run(
            lambda: policies.plan(day),
            form.show_plan,
            lambda error: form.show_no_plan(self._word(error)),
        )

    def _save(self, form: SavingView, text: str) -> None:
        day = form.day()
        if day is None:
            return

        def done(saved: Repricing) -> None:
            form.accept_saved()
            self._view.accept_saved()
            self._context.saved(saved_words(saved))

        policies = self._context.office.policies
        self._context.tasks.run(
            lambda: policies.save(text, day),
            done,
            lambda error: form.show_problem(self._word(error)),
        )

    def _word(self, error: Exception) -> str:
        if not isinstance(error, DomainError):
            raise error
        return self._context.word_error(error)
