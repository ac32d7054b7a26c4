"""Where accounts are judged by different engagement rates, each row of a table names its own, and a total of some says so."""

from functools import cache

from audits.evidence import Evidence
from audits.measures.assembly import assemble
from smmstrategy.reports.document import Delta, Table
from tests.audits.report.test_one_story import pages, text
from tests.audits.report.test_some_accounts import OK, YOUTUBE
from tests.audits.test_same_accounts import ALWAYS, VK, daily, level, measured


@cache
def brand(*, alike: bool = False) -> Evidence:
    """Of each post of VK 5 likes and 100 views are known; of Odnoklassniki, unless `alike`, a reach of 50 in place of the views,
    and of YouTube neither, and 1,000 followers."""
    seen = [{"views": 100.0}] * 3 if alike else [{"views": 100.0}, {"reach": 50.0}, {}]
    frames = [daily(account, ALWAYS, likes=5.0, **known) for account, known in zip((1, 4, 3), seen, strict=True)]
    return assemble(measured(frames, level(3, "followers", ALWAYS, 1000), (VK, OK, YOUTUBE)))


def rows(key: str, evidence: Evidence) -> list[list[str]]:
    table = next(block for block in pages(evidence)[key].blocks if isinstance(block, Table))
    cells = ([text(cell) if not isinstance(cell, Delta) else "Δ" for cell in row.cells] for row in table.rows)
    return [[text(column.title) for column in table.columns], *cells]


def test_the_slide_of_the_rate_names_the_formula_in_each_row() -> None:
    assert [(name, median) for name, median, *_ in rows("engagement", brand())[1:]] == [
        ("In 1 of 3 accounts, ER by views", "5.00%"),
        ("VK, ER by views", "5.00%"),
        ("Odnoklassniki, ER by reach", "10.00%"),
        ("YouTube, ER by followers", "0.50%"),
    ]
    assert [row[0] for row in rows("engagement", brand(alike=True))[1:]] == ["All accounts", "VK", "Odnoklassniki", "YouTube"]


def test_the_table_of_networks_does_too_and_its_total_says_of_how_many_accounts_it_is() -> None:
    heads, *found, total = rows("networks", brand())
    shown = [heads.index(head) for head in ("Followers", "Views", "Interactions", "ER", "ER formula")]
    assert [[row[place] for place in (0, *shown[-2:])] for row in found] == [
        ["VK", "5.00%", "ER by views"],
        ["Odnoklassniki", "10.00%", "ER by reach"],
        ["YouTube", "0.50%", "ER by followers"],
    ]
    alone = " in 1 of 3 accounts"
    assert [total[place] for place in shown] == [f"1,000{alone}", f"18.1K{alone}", "2,715", f"5.00%{alone}", "ER by views"]
    assert "ER formula" not in rows("networks", brand(alike=True))[0]


def test_so_does_the_total_of_followers_among_the_accounts() -> None:
    assert rows("presence", brand())[-1][:3] == ["Total", "in 1 of 3 accounts", "1,000"]
