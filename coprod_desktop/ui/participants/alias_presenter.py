"""Answer the part of a participant's form that keeps how else the person is written."""

from collections.abc import Callable, Sequence
from typing import Protocol

from coprod_desktop.domain.errors import DomainError
from coprod_desktop.domain.name_aliases import NameAlias
from coprod_desktop.ui.context import Context


class AliasView(Protocol):
    """What the presenter needs of the form."""

    @property
    def typed(self) -> str:
        """What is typed and not kept yet."""

    def show_aliases(self, aliases: Sequence[NameAlias]) -> None:
        """Show these ways of writing."""

    def show_error(self, sentence: str) -> None:
        """Show why a way of writing cannot be kept."""


class AliasPresenter:
    """Show, add and remove the ways in which one person is written."""

    def __init__(self, view: AliasView, context: Context, participant_id: int) -> None:
        self._view = view
        self._context = context
        self._service = context.office.name_aliases
        self._participant_id = participant_id

    def show(self) -> None:
        """Show how else the person is written."""
        service, participant_id = self._service, self._participant_id
        self._context.tasks.run(
            lambda: service.of_participant(participant_id),
            self._view.show_aliases,
            self._context.fail,
        )

    def add(self, words: str) -> None:
        """Keep one more way of writing."""
        self._add(words, _nothing, _nothing)

    def remove(self, alias: NameAlias) -> None:
        """Forget one way of writing."""
        service, participant_id = self._service, self._participant_id

        def work() -> tuple[NameAlias, ...]:
            service.remove(alias.name_alias_id)
            return service.of_participant(participant_id)

        self._context.tasks.run(work, self._view.show_aliases, self._fail)

    def finish(self, then: Callable[[], None], failed: Callable[[], None]) -> None:
        """Keep what is still typed and go on; where it cannot be kept, say so and stop."""
        if self._view.typed:
            self._add(self._view.typed, then, failed)
        else:
            then()

    def _add(self, words: str, then: Callable[[], None], failed: Callable[[], None]) -> None:
        service, participant_id = self._service, self._participant_id

        def work() -> tuple[NameAlias, ...]:
            service.add(participant_id, words)
            return service.of_participant(participant_id)

        def done(aliases: tuple[NameAlias, ...]) -> None:
            self._view.show_aliases(aliases)
            then()

        def refused(error: Exception) -> None:
            failed()
            self._fail(error)

        self._context.tasks.run(work, done, refused)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, DomainError):
            raise error
        self._view.show_error(self._context.word_error(error))


def _nothing() -> None:
    """Do nothing more."""
