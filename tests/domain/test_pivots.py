"""A figure of a cross-table is time, money or people, and one of these only."""

from coprod_desktop.domain.pivots import Pivot, PivotBy, PivotFigure, PivotGroup


def test_every_figure_is_time_money_or_people() -> None:
    assert [one for one in PivotFigure if one.is_time and one.is_money] == []
    people = [one for one in PivotFigure if not one.is_time and not one.is_money]
    assert people == [PivotFigure.PEOPLE]


def test_a_cell_in_which_nothing_is_counts_nought() -> None:
    row, column = PivotGroup(key=1, name="Aisha"), PivotGroup(key="2026-11", name="November 2026")
    pivot = Pivot(
        rows_by=PivotBy.PERSON,
        columns_by=PivotBy.MONTH,
        figure=PivotFigure.HOURS,
        from_on=None,
        to_on=None,
        rows=(row,),
        columns=(column,),
        cells={(1, "2026-11"): 90},
        row_totals={},
        column_totals={},
        total=90,
    )
    assert pivot.at(row, column) == 90
    assert pivot.at(PivotGroup(key=2, name="Bronwen"), column) == 0
