"""How lists are looked at and what is remembered between imports, for tests: valid as it comes."""

from dataclasses import replace
from typing import Any

from coprod_desktop.domain.import_layouts import ImportLayout
from coprod_desktop.domain.name_aliases import NameAlias
from coprod_desktop.domain.own_columns import OwnColumn, OwnKind, OwnValue
from coprod_desktop.domain.row_marks import Flag, RowMark
from coprod_desktop.domain.saved_views import SavedView
from coprod_desktop.domain.session_templates import SessionTemplate
from tests.invented import next_id


def a_saved_view(**override: Any) -> SavedView:
    return replace(
        SavedView(
            saved_view_id=next_id(),
            list_name="contributions",
            name="Waiting for Bethan",
            content='state = "logged"\n',
        ),
        **override,
    )


def a_row_mark(**override: Any) -> RowMark:
    return replace(
        RowMark(
            row_mark_id=next_id(),
            subject="contributions",
            subject_id=next_id(),
            flag=Flag.AMBER,
            note="Ask whether the bus came",
        ),
        **override,
    )


def an_own_column(**override: Any) -> OwnColumn:
    return replace(
        OwnColumn(
            own_column_id=next_id(),
            subject="participants",
            title="T-shirt",
            kind=OwnKind.TEXT,
            position=1,
            is_active=True,
        ),
        **override,
    )


def an_own_value(**override: Any) -> OwnValue:
    return replace(
        OwnValue(
            own_value_id=next_id(), own_column_id=next_id(), subject_id=next_id(), value="Medium"
        ),
        **override,
    )


def a_name_alias(**override: Any) -> NameAlias:
    return replace(
        NameAlias(name_alias_id=next_id(), participant_id=next_id(), alias="Sam K."), **override
    )


def an_import_layout(**override: Any) -> ImportLayout:
    return replace(
        ImportLayout(
            import_layout_id=next_id(),
            fingerprint="2f9a",
            kind="contributions",
            content='[columns]\n"Who" = "participant"\n',
        ),
        **override,
    )


def a_session_template(**override: Any) -> SessionTemplate:
    return replace(
        SessionTemplate(
            session_template_id=next_id(),
            name="Tuesday group",
            content='place = "Glanrafon Hall"\n',
        ),
        **override,
    )
