"""The paper that somebody looks at, in the form they chose."""

from collections.abc import Callable
from dataclasses import dataclass

from coprod_desktop.domain.participants import Edition

Form = tuple[Edition, str]
"""An edition and a language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPaper:
    """Somebody's PDF in one edition and language, and what is said about it.

    `asked` is how the person reads. Only a numbered paper has `in_form`, which returns it as
    another kind of file on the database thread: what has no number cannot be handed out. `news`
    says what changed since it was made.
    """

    participant_id: int
    name: str
    number: str = ""
    title: str
    state: str
    pdf: bytes
    form: Form
    asked: Form
    editions: tuple[Edition, ...] = tuple(Edition)
    in_form: Callable[[str], bytes] | None = None
    news: tuple[str, ...] = ()

    @property
    def can_hand_out(self) -> bool:
        """Say whether the paper can be printed and saved."""
        return self.in_form is not None
