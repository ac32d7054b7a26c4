"""The summary of a brand of which nothing but a website is tracked: what others have four slides for, on one."""

from audits.evidence import Tracked
from audits.measures.traffic import VISITED
from audits.report.blocks import alt, card, timeline
from audits.report.frame import framed
from audits.report.pages import alone
from audits.report.pages.traffic import bars
from audits.report.telling import Telling, value
from smmstrategy.reports.document import Bullets, Cards, Chart, ChartKind, Layout, Page, Text

CARDS = 3
IN_CARDS = 3  # so few measures need no table of their own


def page(telling: Telling, site: Tracked, title: Text, codes: list[str], columns: list[Bullets]) -> Page:
    """Figures and how much of the data is known above the months, or else the sources; beside them what is missing and to do."""
    own = telling.evidence.own
    figures = (card(telling, own, code) for code in codes[:CARDS])
    cards = Cards((*figures, alone.months_card(telling, site), *alone.coverage_cards(telling)))
    charts = tuple(chart for chart in (_picture(telling, title),) if chart)
    numbers = [own.now.numbers[code] for code in codes[:CARDS]]
    layout = Layout.SPLIT if charts else Layout.GRID
    return framed(
        telling,
        "summary",
        title,
        cards,
        *charts,
        *columns,
        numbers=numbers,
        layout=layout,
        lists=alone.CODES,
        advises=False,
    )


def _picture(telling: Telling, title: Text) -> Chart | None:
    own = telling.evidence.own
    for code in VISITED:
        if any(value(month, code) for month in own.now.months):
            heading = telling.say("{name} по месяцам", "{name} by month", name=telling.title_label(code))
            return timeline(telling, own, code, ChartKind.STACKED, title, title=heading)
    return bars(telling, own.now.sources, alt(telling, title))
