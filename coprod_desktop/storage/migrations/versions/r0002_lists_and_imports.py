"""Make the tables that keep how lists are looked at, and what is remembered between imports."""

from coprod_desktop.storage.migrations.tools import index, links, table, unique

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Take the step."""
    _make_lists()
    _make_names_and_layouts()
    index("changes", "verb", "change_id")
    index("changes", "operator", "change_id")
    index("changes", "made_at")


def _make_lists() -> None:
    table("saved_views", "whole: saved_view_id; text: list_name name content")
    unique("uq_saved_views_list_name", "saved_views", "list_name", "name")
    table(
        "last_views",
        "text: list_name; whole: operator_id; text: content",
        *links("last_views", "operators.operator_id"),
        keys=2,
    )
    table(
        "row_marks", "whole: row_mark_id; text: subject; whole: subject_id; word: flag; text: note"
    )
    unique("uq_row_marks_subject", "row_marks", "subject", "subject_id")
    table(
        "own_columns",
        "whole: own_column_id; text: subject title; word: kind; whole: position; flag: is_active",
    )
    table(
        "own_values",
        "whole: own_value_id own_column_id subject_id; text: value",
        *links("own_values", "own_columns.own_column_id"),
    )
    unique("uq_own_values_own_column_id", "own_values", "own_column_id", "subject_id")
    index("own_values", "subject_id")


def _make_names_and_layouts() -> None:
    table(
        "name_aliases",
        "whole: name_alias_id participant_id; text: alias",
        *links("name_aliases", "participants.participant_id"),
    )
    unique("uq_name_aliases_alias", "name_aliases", "alias")
    index("name_aliases", "participant_id")
    table("import_layouts", "whole: import_layout_id; text: fingerprint kind content")
    unique("uq_import_layouts_fingerprint", "import_layouts", "fingerprint", "kind")
    table("session_templates", "whole: session_template_id; text: name content")
    unique("uq_session_templates_name", "session_templates", "name")
