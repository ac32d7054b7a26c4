"""The workbook, sheet by sheet: passport, live summary, data, judgement, gaps and method."""

from audits.report.sheets import breakdowns, data, judgement, method, passport, rates, summary, traffic
from audits.report.telling import Telling
from smmstrategy.reports.document import Sheet


def sheets(telling: Telling) -> tuple[Sheet, ...]:
    """Passport, summary and months first; a sheet without rows is left out, the passport never."""
    measured = data.measured_of(telling.evidence)
    candidates = (
        *summary.sheets(telling, measured),
        *data.sheets(telling, measured),
        rates.sheet(telling),
        *breakdowns.sheets(telling, measured),
        traffic.sheet(telling),
        *judgement.sheets(telling),
        *method.sheets(telling),
    )
    kept = tuple(sheet for sheet in candidates if any(grid.rows for grid in sheet.grids))
    return (passport.sheet(telling, kept), *kept)
