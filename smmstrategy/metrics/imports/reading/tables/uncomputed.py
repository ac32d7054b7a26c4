"""Cells of workbooks with a formula that no spreadsheet has worked out, as scripts write them: empty, and said to be."""

from collections.abc import Iterable

from smmstrategy.metrics.imports.reading.draft import Draft
from smmstrategy.metrics.imports.reading.messages import Refused, first_of
from smmstrategy.metrics.imports.reading.tables import marks
from smmstrategy.metrics.imports.reading.tables.grids import Grid


def warn(grids: Iterable[Grid], draft: Draft) -> None:
    for grid in grids:
        if grid.uncomputed:
            draft.warn(
                "On the sheet «{sheet}» {count} cell holds a formula without its value (columns: {columns}) and counts as empty. "
                "Open the file in Excel or LibreOffice and save it there, or export it as .csv.",
                "On the sheet «{sheet}» {count} cells hold formulas without their values (columns: {columns}) and count as empty. "
                "Open the file in Excel or LibreOffice and save it there, or export it as .csv.",
                sheet=grid.name,
                count=grid.uncomputed.total(),
                columns=first_of([marks.letters(column) for column in sorted(grid.uncomputed)]),
            )


def refuse(grids: Iterable[Grid]) -> None:
    """Raise Refused where they are why nothing was found."""
    if any(grid.uncomputed for grid in grids):
        raise Refused(
            "The table holds formulas without their values. Open the file in Excel or LibreOffice and save it there, or export it "
            "as .csv."
        )
