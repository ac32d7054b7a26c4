"""What is missing of the own accounts' data, and how a document says so."""

from collections.abc import Sequence

from audits.evidence import Coverage
from audits.report import names
from audits.report.telling import Telling
from audits.report.words import joined
from smmstrategy.reports.document import Day, Text

SPANS_SHOWN = 2


def gaps(telling: Telling) -> list[Coverage]:
    """What is known only in part or not at all, the least covered first."""
    own = {a.account_id for a in telling.evidence.accounts if a.role == "own"}
    rows = [c for c in telling.evidence.coverage if c.account_id in own and c.known < c.expected]
    return sorted(rows, key=lambda c: (c.share.value or 0, c.account_id, c.metric))


def missing(telling: Telling, c: Coverage) -> Text:
    """The days that nobody knows, or why nothing is known."""
    why = names.reason(c.reason, telling.language)
    if not c.gaps or not c.known:
        return (why,)
    spans = [(Day(gap.first, with_year=False), "\u00a0— ", Day(gap.last, with_year=False)) for gap in c.gaps[:SPANS_SHOWN]]
    more = (" …",) if len(c.gaps) > SPANS_SHOWN else ()
    return joined(spans[0], *(piece for span in spans[1:] for piece in ("; ", span)), *more)


def sentences(telling: Telling, rows: Sequence[Coverage]) -> tuple[Text, ...]:
    return tuple(
        telling.say(
            "{name}: известно {share} — {why}",
            "{name}: {share} known, {why}",
            name=telling.title_label(c.metric),
            share=telling.percent(c.share),
            why=missing(telling, c),
        )
        for c in rows
    )
