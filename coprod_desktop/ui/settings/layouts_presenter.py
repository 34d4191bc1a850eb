"""List bank layouts, try the one that somebody writes, save it and remove it."""

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import SignalInstance

from coprod_desktop.domain.errors import AlreadyThereError, DomainError, NameMissingError
from coprod_desktop.domain.layout_errors import LayoutUsedError
from coprod_desktop.domain.made_files import OwnLayout
from coprod_desktop.domain.policy.problems import PolicyFileError, Problem
from coprod_desktop.domain.text import fold
from coprod_desktop.i18n import _
from coprod_desktop.services.known_layouts import KnownLayout, known_layouts
from coprod_desktop.services.layout_trials import LayoutTrial, try_layout
from coprod_desktop.ui.context import Context
from coprod_desktop.ui.widgets.message_bar import Action, MessageKind


class LayoutsView(Protocol):
    """What the presenter needs of the list."""

    new_requested: SignalInstance
    copy_requested: SignalInstance
    change_requested: SignalInstance
    remove_requested: SignalInstance

    def show_layouts(self, layouts: Sequence[KnownLayout], chosen: str = "") -> None:
        """List these."""

    def say(self, kind: MessageKind, sentence: str, actions: Sequence[Action] = ()) -> None:
        """Show what happened above the list."""


class LayoutEditView(Protocol):
    """What the presenter needs of the dialog in which a layout is written."""

    tried: SignalInstance
    save_requested: SignalInstance

    def text(self) -> str:
        """Return the layout as it stands."""

    def chosen_name(self) -> str:
        """Return the name as it stands."""

    def show_trial(self, trial: LayoutTrial) -> None:
        """Show what the layout came to."""

    def show_refusal(self, sentence: str) -> None:
        """Say why the invented payments cannot be written so."""

    def accept_saved(self) -> None:
        """Close, because the layout is saved."""

    def show_name_problem(self, sentence: str) -> None:
        """Show what is wrong with the name."""

    def show_mistakes(self, problems: Sequence[Problem]) -> None:
        """Go to the first mistake."""

    def show_problem(self, sentence: str) -> None:
        """Show why nothing was saved."""


class LayoutsPresenter:
    """Decide for the list of layouts; `edit(name, text)` opens the dialog to write one."""

    def __init__(
        self,
        view: LayoutsView,
        context: Context,
        edit: Callable[[str, str], LayoutEditView],
    ) -> None:
        self._view, self._context, self._edit = view, context, edit
        view.new_requested.connect(self.begin)
        view.copy_requested.connect(self.copy)
        view.change_requested.connect(self.change)
        view.remove_requested.connect(self.remove)
        self.stop = context.changes.subscribe(frozenset({"own_layouts"}), self.refresh)

    def refresh(self, chosen: str = "") -> None:
        """List all layouts."""
        own = self._context.office.own_layouts

        def done(layouts: tuple[KnownLayout, ...]) -> None:
            self._view.show_layouts(layouts, chosen)

        self._context.tasks.run(lambda: known_layouts(own.all()), done, self._fail)

    def begin(self) -> None:
        """Write a new layout, from the template."""
        template = self._context.office.own_layouts.template
        self._context.tasks.run(template, lambda text: self._open("", text), self._fail)

    def copy(self, layout: KnownLayout) -> None:
        """Write a new layout, from one that is there."""
        self._open(_("Copy of {name}").format(name=layout.title), layout.text)

    def change(self, layout: KnownLayout) -> None:
        """Change a layout of one's own."""
        self._open(layout.key, layout.text, before=layout.key)

    def remove(self, layout: KnownLayout) -> None:
        """Remove a layout of one's own, with a way to bring it back."""
        own = self._context.office.own_layouts

        def done(removed: OwnLayout) -> None:
            words = _("The layout “{name}” is removed.").format(name=removed.name)
            back = (_("Bring it back"), lambda: self._bring_back(removed))
            self._view.say(MessageKind.GOOD, words, (back,))

        self._context.tasks.run(lambda: own.remove(layout.key), done, self._fail)

    def _bring_back(self, layout: OwnLayout) -> None:
        own = self._context.office.own_layouts

        def done(_saved: OwnLayout) -> None:
            words = _("The layout “{name}” is back.").format(name=layout.name)
            self._view.say(MessageKind.GOOD, words)

        self._context.tasks.run(lambda: own.save_text(layout.text, layout.name), done, self._fail)

    # --- writing one -----------------------------------------------------------------------------

    def _open(self, name: str, text: str, before: str = "") -> None:
        view = self._edit(name, text)
        view.tried.connect(lambda tried: self._try(view, tried))
        view.save_requested.connect(lambda: self._save(view, before))
        self._try(view, text)

    def _try(self, view: LayoutEditView, text: str) -> None:
        today = self._context.today()

        def done(trial: LayoutTrial) -> None:
            if trial.refusal is None:
                view.show_trial(trial)
            else:
                view.show_refusal(self._context.word_error(trial.refusal))

        self._context.tasks.run(lambda: try_layout(text, today), done, self._fail)

    def _save(self, view: LayoutEditView, before: str) -> None:
        own, name, text = self._context.office.own_layouts, view.chosen_name(), view.text()

        def work() -> OwnLayout:
            taken = {fold(one.name) for one in own.all()} - {fold(before)}
            if fold(name) in taken:
                raise AlreadyThereError(noun="bank layout", name=name)
            return own.save_text(text, name)

        def done(saved: OwnLayout) -> None:
            view.accept_saved()
            self.refresh(saved.name)
            words = _("The layout “{name}” is saved. Try it with a payment of one pound first.")
            self._view.say(MessageKind.GOOD, words.format(name=saved.name))

        self._context.tasks.run(work, done, lambda error: self._refuse(view, error))

    def _refuse(self, view: LayoutEditView, error: Exception) -> None:
        if isinstance(error, PolicyFileError):
            view.show_mistakes(error.problems)
        elif isinstance(error, (AlreadyThereError, NameMissingError, LayoutUsedError)):
            view.show_name_problem(self._context.word_error(error))
        elif isinstance(error, DomainError):
            view.show_problem(self._context.word_error(error))
        else:
            raise error

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, DomainError):
            raise error
        self._view.say(MessageKind.BAD, self._context.word_error(error))
