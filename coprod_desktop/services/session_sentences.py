"""Say why a session sheet cannot be started from one that was kept."""

from collections.abc import Mapping
from types import MappingProxyType

from coprod_desktop.domain import session_errors as sessions
from coprod_desktop.domain.errors import DomainError
from coprod_desktop.i18n import _
from coprod_desktop.services.rule_sentences import Wording

SESSION_SENTENCES: Mapping[type[DomainError], Wording] = MappingProxyType(
    {
        sessions.TemplateUnreadableError: lambda f: _(
            "What is kept as {name} cannot be read. The sheet stays as it is. Keep the sheet under "
            "this name again, once it is filled in."
        ).format(name=f.quoted("name")),
        sessions.NothingToRepeatError: lambda f: _(
            "{name} has no session yet that could be repeated. The sheet stays as it is. Type the "
            "names; the next session can start from this one."
        ).format(name=f.quoted("name")),
    }
)
