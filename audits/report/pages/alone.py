"""Data and presence of a brand with one account: a row would leave the slide empty, so cards and a chart of what is known."""

from audits.evidence import Coverage, Tracked
from audits.findings.codes import ABOUT_DATA
from audits.measures.rhythm import silent_months
from audits.report import names
from audits.report.blocks import alt, table
from audits.report.frame import framed
from audits.report.gaps import alike, gaps, missing, named
from audits.report.telling import Telling, value
from audits.report.titles import headline
from audits.report.words import joined
from smmstrategy.reports.document import Card, Cards, Chart, ChartKind, Day, Layout, Page, Row, Series, Table, Text

CODES = (*ABOUT_DATA, "dormant_account", "silence")
TITLED_BY = (
    *("data_in_part", "data_enough", "few_months", "months_in_doubt", "few_posts"),
    *("dormant_account", "no_data", "only_wider", "undated_posts"),
)
ROWS_AT_MOST = 6


def page(telling: Telling, account: Tracked) -> Page:
    title = headline(telling, *TITLED_BY) or _title(telling, account)
    subtitle = telling.say(
        "{network}: что известно об аккаунте, в доле дней периода или известных публикаций",
        "{network}: what is known of the account, as a share of the days of the period or of the known posts",
        network=names.network(account.network, telling.language),
    )
    rows = [c for c in telling.evidence.coverage if c.account_id == account.account_id and c.share.value]
    lacking = alike(gaps(telling))[:ROWS_AT_MOST]
    blocks = (_cards(telling, account), *_known(telling, rows, title), *_lacking(telling, lacking, title))
    return framed(telling, "data", title, *blocks, subtitle=subtitle, layout=Layout.SPLIT, lists=CODES, advises=False)


def _title(telling: Telling, account: Tracked) -> Text:
    return telling.say(
        "Данные есть за {a} из {b} {b:месяца|месяцев|месяцев}",
        "There is data in {a} of {b} {b:month|months}",
        a=months(telling, account),
        b=expected(telling, account),
    )


def _cards(telling: Telling, account: Tracked) -> Cards:
    own = telling.evidence.own.now
    labels = {
        "posts": telling.word("Публикации", "Posts"),
        "posts_per_week": telling.word("Публикаций в неделю", "Posts per week"),
        "silence.longest": telling.word("Самая долгая пауза, дней", "Longest silence, days"),
    }
    figures = [
        Card((label,), telling.figure(n), note=_note(telling, account, code))
        for code, label in labels.items()
        if (n := value(own, code))
    ]
    return Cards((months_card(telling, account), *figures, *coverage_cards(telling)))


def months_card(telling: Telling, account: Tracked) -> Card:
    return Card(
        (telling.word("Месяцы с данными", "Months with data"),),
        months(telling, account),
        note=joined(telling.say("из {n}", "of {n}", n=expected(telling, account)), silent_months_of(telling, account, "; ")),
    )


def coverage_cards(telling: Telling) -> tuple[Card, ...]:
    coverage = telling.evidence.totals["coverage"]
    known = (telling.word("Известно нужных показателей", "Wanted measures known"),)
    return (Card(known, telling.percent(coverage)),) if coverage.value is not None else ()


def _note(telling: Telling, account: Tracked, code: str) -> Text:
    if code != "silence.longest" or account.last_post_on is None:
        return ()
    return telling.say("последняя — {day}", "last post {day}", day=Day(account.last_post_on))


def months(telling: Telling, account: Tracked):
    return telling.own(
        f"account-{account.account_id}.months_with_data",
        account.months_with_data,
        "months of the period with a post, a count of followers or half of the days known",
    )


def expected(telling: Telling, account: Tracked):
    return telling.own(f"account-{account.account_id}.months_expected", account.months_expected, "months of the period")


def silent_months_of(telling: Telling, account: Tracked, lead: str) -> Text:
    """Of the months with data how many have no post; () when all have."""
    count = silent_months(account.silences, account.in_doubt)
    if not count:
        return ()
    silent = telling.own(f"account-{account.account_id}.silent_months", count, "whole months of the period without a post")
    return joined(lead, telling.say("без публикаций — {n}", "{n} without posts", n=silent))


def _known(telling: Telling, rows: list[Coverage], title: Text) -> tuple[Chart, ...]:
    """The best known measures first."""
    ordered = sorted(rows, key=lambda c: (-c.share.value, c.metric))
    if not ordered:
        return ()
    series = Series(telling.word("Известно", "Known"), tuple(telling.percent(c.share) for c in ordered), accent=True)
    heading = telling.say("Сколько известно", "How much is known")
    known = tuple(telling.title_label(c.metric) for c in ordered)
    return (Chart(ChartKind.BARS, heading, known, (series,), alt(telling, title), of_all=True),)


def _lacking(telling: Telling, groups: list[list[Coverage]], title: Text) -> tuple[Table, ...]:
    if not groups:
        return ()
    heads = [(telling.word("Чего нет", "What is missing"), "left", 2), (telling.word("Почему или когда", "Why or when"), "left", 3)]
    return (table(telling, heads, [Row((named(telling, rows), missing(telling, rows[0]))) for rows in groups], title),)
