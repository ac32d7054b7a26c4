"""What is missing of the own accounts' data, and how a document says so."""

from collections.abc import Sequence

from audits.evidence import Coverage, Missing
from audits.measures.calendar import DAY
from audits.measures.sufficiency import wanted
from audits.report.names import OF_A_LINE
from audits.report.reasons import reason
from audits.report.telling import Telling
from audits.report.words import capitalised, joined
from smmstrategy.metrics.periods import Period
from smmstrategy.reports.document import Day, Text

PERIODS_SHOWN = 4
MEASURES_SHOWN = 6


def gaps(telling: Telling) -> list[Coverage]:
    """What is incomplete, of what is wanted and then of the rest, the least covered first."""
    return [*incomplete(telling), *without_value(telling)]


def incomplete(telling: Telling) -> list[Coverage]:
    """What is wanted and incomplete: what the share of the wanted measures lacks."""
    return sorted((c for c in wanted(_own(telling)) if c.is_incomplete), key=_least_known)


def without_value(telling: Telling) -> list[Coverage]:
    """What could be known and makes no number of the period, outside the share of the wanted measures."""
    rows = _own(telling)
    kept = set(wanted(rows))
    return sorted((c for c in rows if c not in kept), key=_least_known)


def in_doubt(telling: Telling) -> list[tuple[int, Period]]:
    """By account the months that its files may lack, beside those of own accounts in the period: earlier, or a competitor’s."""
    found, before = [], telling.evidence.period.first - DAY
    for account in telling.evidence.accounts:
        last = before if account.role == "own" else telling.evidence.period.last
        found += [(account.account_id, Period(p.first, min(p.last, last))) for p in account.in_doubt if p.first <= last]
    return found


def _own(telling: Telling) -> list[Coverage]:
    own = {a.account_id for a in telling.evidence.accounts if a.role == "own"}
    return [c for c in telling.evidence.coverage if c.account_id in own]


def _least_known(c: Coverage) -> tuple:
    return c.share.value or 0, c.account_id, c.metric


def alike(rows: Sequence[Coverage]) -> list[list[Coverage]]:
    """Measures of an account that lack the same days for the same reason, together: they are said once."""
    together: dict[tuple, list[Coverage]] = {}
    for c in rows:
        together.setdefault((c.account_id, c.level, c.known, c.expected, c.gaps, c.reason), []).append(c)
    return list(together.values())


def named(telling: Telling, rows: Sequence[Coverage]) -> Text:
    """The measures of a group in a row; of many the first few and how many more."""
    labels = [telling.label(c.metric) for c in rows[:MEASURES_SHOWN]]
    listed = capitalised((", ".join(labels),))
    return listed + _more(telling, f"measures.{rows[0].account_id}.{rows[0].metric}", len(rows) - MEASURES_SHOWN, " ")


def missing(telling: Telling, c: Coverage) -> Text:
    """The days that nobody knows, or why nothing is known; of many stretches the first few and how many more."""
    if not c.gaps or not c.known:
        return (reason(c.reason, telling.language),)
    periods = [_days(gap) for gap in c.gaps[:PERIODS_SHOWN]]
    listed = joined(periods[0], *(piece for period in periods[1:] for piece in ("; ", period)))
    why = (" (", reason(c.reason, telling.language), ")") if c.reason == Missing.IN_DOUBT else ()
    return joined(listed, _more(telling, f"gaps.{c.account_id}.{c.metric}", len(c.gaps) - PERIODS_SHOWN, "; "), *why)


def sentences(telling: Telling, groups: Sequence[Sequence[Coverage]]) -> tuple[Text, ...]:
    return tuple(_sentence(telling, rows) for rows in groups)


def _sentence(telling: Telling, rows: Sequence[Coverage]) -> Text:
    """With the share that is known, unless that would read as if nothing were missing; of several accounts with whose it is."""
    name = named(telling, rows)
    if len(telling.evidence.own_accounts) > 1:
        name = joined(name, " (", telling.account(rows[0].account_id, OF_A_LINE), ")")
    share, parts = telling.percent(rows[0].share), {"name": name, "why": missing(telling, rows[0])}
    if rows[0].share.value is not None and rows[0].share.value == 1:
        return telling.say("{name}: {why}", "{name}: {why}", **parts)
    return telling.say("{name}: известно {share} — {why}", "{name}: {share} known, {why}", share=share, **parts)


def _days(gap: Period) -> Text:
    first, last = (Day(day, with_year=False) for day in (gap.first, gap.last))
    return (first,) if gap.first == gap.last else (first, "\u00a0— ", last)


def _more(telling: Telling, key: str, count: int, before: str) -> Text:
    """«и ещё 5»: the sheet of gaps has them all."""
    if count <= 0:
        return ()
    return joined(before, telling.say("и ещё {n}", "and {n} more", n=telling.own(f"more.{key}", count, "not listed here")))
