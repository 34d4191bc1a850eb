"""One record of every class about papers and things made, for `tests.storage.world`."""

from coprod_desktop.domain.organisation import Operator, Organisation
from coprod_desktop.domain.participants import Participant
from coprod_desktop.domain.projects import Project
from coprod_desktop.domain.statements import Statement
from tests.output_builders import (
    a_check_answer,
    a_credit,
    a_paper_style,
    a_statement_told,
    a_wording,
    an_issued_paper,
    an_output,
)


def paper_records(
    organisation: Organisation,
    person: Participant,
    operator: Operator,
    project: Project,
    statement: Statement,
) -> tuple[object, ...]:
    """Build the records, each pointing to these."""
    own = {"participant_id": person.participant_id}
    output, paper = an_output(project_id=project.project_id), an_issued_paper(**own)
    return (
        a_statement_told(statement_id=statement.statement_id),
        output,
        a_credit(**own, output_id=output.output_id),
        paper,
        a_check_answer(issued_paper_id=paper.issued_paper_id, recorded_by_id=operator.operator_id),
        a_paper_style(organisation_id=organisation.organisation_id),
        a_wording(),
    )
