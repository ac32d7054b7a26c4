"""Live formulas over the posts of the workbook: what they add up to, what is usual among them, and grids of what they give."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from audits.evidence import Number
from audits.report.sheets.data import PostMeasures
from audits.report.telling import Telling
from smmstrategy.metrics.periods import Period
from smmstrategy.reports.document import Cell, Figure, Grid, LiveFormula

SUMS = ("views", "likes", "comments", "shares", "saves", "interactions")
KNOWN = "known"  # the ending of how many posts have the measure
USUAL = {"median": "MEDIAN", "mean": "AVERAGE"}


@dataclass(frozen=True, slots=True)
class Counted:
    """Which rows of a sheet of posts count. `sheet` begins the names of its columns; the conditions are said twice: as COUNTIFS
    and SUMIFS take them, and as a product over whole columns."""

    sheet: str
    criteria: str
    product: str
    lists: bool  # one of the criteria is a list: each of its members counts
    of: "Counted | None" = None  # the rows of which these are a part

    def where(self, **values: str) -> "Counted":
        """Those of them that have the value in the column. To a product an empty cell equals nought, to COUNTIFS it does not."""
        columns = {f"{{{self.sheet}_{column}}}": value for column, value in values.items()}
        criteria = "".join(f",{column},{value}" for column, value in columns.items())
        product = "".join(f'*({column}<>"")*({column}={value})' for column, value in columns.items())
        return Counted(self.sheet, self.criteria + criteria, self.product + product, self.lists, of=self)


def own_posts(accounts: Sequence[int] = ()) -> Counted:
    """The posts of the period: of all own accounts, or of those listed."""
    return _of_accounts("posts", accounts) if accounts else Counted("posts", "{posts_own},1", "({posts_own}=1)", False)


def earlier_posts(period: Period, accounts: Sequence[int] = ()) -> Counted:
    """The posts of a period before; the sheet holds own accounts alone."""
    first, last = (f"DATE({day.year},{day.month},1)" for day in (period.first, period.last))
    month = "{earlier_month}"
    criteria, product = f'{month},">="&{first},{month},"<="&{last}', f"({month}>={first})*({month}<={last})"
    if not accounts:
        return Counted("earlier", criteria, product, False)
    chosen = _of_accounts("earlier", accounts)
    return Counted("earlier", f"{chosen.criteria},{criteria}", f"{chosen.product}*{product}", True)


def live(telling: Telling, counted: Counted, measured: PostMeasures, code: str, number: Number) -> Cell:
    """The number as a formula over the sheet of posts where that gives it, otherwise as it is."""
    figure = telling.figure(number)
    found = formula(counted, measured, code) if telling.evidence.posts and not number.is_per_day else None
    return LiveFormula(f"={found[0]}", figure, array=found[1]) if found else figure


def known(telling: Telling, counted: Counted, measured: PostMeasures, code: str, number: Number) -> Cell:
    """On how many posts the number of this code stands, as a formula over the sheet of posts; nothing of none."""
    figure, stem = telling.posts_known(number), code.partition(".")[0]
    if stem not in (*measured.metrics, *measured.rates):
        return figure if number.n else None
    count, _array = formula(counted, measured, f"{stem}.{KNOWN}")
    return LiveFormula(f'=IF({count}=0,"",{count})', figure)


def blank_where_none(cell: Cell, counted: Counted) -> Cell:
    """Nothing where no row counts, which is asked first: to count takes less than to look through whole columns."""
    if isinstance(cell, LiveFormula):
        return replace(cell, text=f'=IF({_over(counted, f"COUNTIFS({counted.criteria})")}=0,"",{cell.text.removeprefix("=")})')
    return cell if _is_known(cell) else None


def formula(counted: Counted, measured: PostMeasures, code: str) -> tuple[str, bool] | None:
    """The formula without its equals sign, and whether it works through whole columns; None when posts do not give the measure."""
    stem, _, ending = code.partition(".")
    column = f"{{{counted.sheet}_{stem}}}"
    if ending == KNOWN:
        return _over(counted, f'COUNTIFS({counted.criteria},{column},"<>")'), False
    if code == "posts":
        return _over(counted, f"COUNTIFS({counted.criteria})"), False
    if not ending and stem in SUMS and stem in measured.metrics:
        known = _over(counted, f'COUNTIFS({counted.criteria},{column},"<>")')
        return f'IF({known}=0,"",{_over(counted, f"SUMIFS({column},{counted.criteria})")})', False
    if counted.of and code.endswith("_share"):
        part, whole = (formula(rows, measured, code.removesuffix("_share")) for rows in (counted, counted.of))
        return (f'IFERROR({part[0]}/{whole[0]},"")', False) if part and whole else None
    if ending in USUAL and (stem in measured.metrics or stem in measured.rates):
        return f'IFERROR({USUAL[ending]}(IF({counted.product}*({column}<>""),{column})),"")', True
    return None


def _of_accounts(sheet: str, accounts: Sequence[int]) -> Counted:
    listed = "{" + ",".join(map(str, accounts)) + "}"
    return Counted(sheet, f"{{{sheet}_account}},{listed}", f"ISNUMBER(MATCH({{{sheet}_account}},{listed},0))", True)


def _over(counted: Counted, formula: str) -> str:
    return f"SUMPRODUCT({formula})" if counted.lists else formula


def filled(grid: Grid) -> Grid:
    """Without the columns of which nothing is known."""
    kept = [n for n in range(len(grid.fields)) if not grid.rows or any(_is_known(row[n]) for row in grid.rows)]
    rows = tuple(tuple(row[n] for n in kept) for row in grid.rows)
    return replace(grid, fields=tuple(grid.fields[n] for n in kept), rows=rows)


def _is_known(cell: Cell) -> bool:
    figure = cell.figure if isinstance(cell, LiveFormula) else cell
    return figure.value is not None if isinstance(figure, Figure) else figure is not None
