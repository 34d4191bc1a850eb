"""One record of every class about lists and imports, for `tests.storage.world`."""

from coprod_desktop.domain.contributions import Contribution
from coprod_desktop.domain.participants import Participant
from tests.list_builders import (
    a_name_alias,
    a_row_mark,
    a_saved_view,
    a_session_template,
    an_import_layout,
    an_own_column,
    an_own_value,
)


def list_records(person: Participant, work: Contribution) -> tuple[object, ...]:
    """Build the records, each pointing to these."""
    own = {"participant_id": person.participant_id}
    column = an_own_column()
    return (
        a_saved_view(),
        a_row_mark(subject_id=work.contribution_id),
        column,
        an_own_value(own_column_id=column.own_column_id, subject_id=person.participant_id),
        a_name_alias(**own),
        an_import_layout(),
        a_session_template(),
    )
