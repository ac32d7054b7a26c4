"""Charts by account: a line or bar of each; of many accounts the largest by name, so that a reader can follow them."""

from collections.abc import Sequence

from audits.evidence import Subject
from audits.measures.rates import RATES
from audits.report import names
from audits.report.blocks import drawn_apart, drawn_months, has_whole, lacking, monthly, of_gaps, timeline, windows
from audits.report.telling import Telling, value
from audits.report.words import capitalised, joined
from smmstrategy.reports.document import Chart, ChartKind, Series, Text
from smmstrategy.words import Words

COLUMNS = 4  # beside each other in a month
NAMED = 5  # lines whose names at their ends a reader takes in
BARS = 12  # with a name each
IN_COLOUR = (
    "цветом — {n} {n:крупнейший|крупнейших|крупнейших} по {by}, ещё {others} — серым",
    "the {n} with the most {by} in colour, {others} more in grey",
)
SHOWN = (
    "{n} {n:крупнейший|крупнейших|крупнейших} по {by}, ещё {others} не показаны",
    "the {n} with the most {by}, {others} more are not shown",
)
BY = {"followers_end": Words("подписчикам", "followers"), "posts": Words("публикациям", "posts")}


def middles(telling: Telling, subject: Subject, code: str, about: Text) -> Chart | None:
    """The months of what does not add up: one line of all accounts where each month is of all, else a line of each account.

    Where an account has no line of its own, the months that are not of all are gaps; None where all of the period are.
    """
    if not lacking(subject, code):
        return timeline(telling, subject, code, ChartKind.LINE, about)
    apart = by_account(telling, code, ChartKind.LINE, about, title=_lines(telling, code))
    if apart and len(apart.series) == len(subject.now.numbers[code].accounts):
        return apart
    return timeline(telling, subject, code, ChartKind.LINE, about, title=of_gaps(telling)) if has_whole(subject, code) else None


def _lines(telling: Telling, code: str) -> Text:
    """Why there is a line of each account, or how many have none, as they are judged by another rate."""
    judged = [s for s in telling.evidence.own_accounts if s.er and value(s.now, f"{s.er}.median")]
    others = [s for s in judged if code.partition(".")[0] in RATES and not code.startswith(f"{s.er}.")]
    if not others:
        return telling.say("По аккаунтам: не все известны в каждом месяце", "By account: not all are known in every month")
    return telling.say(
        "По аккаунтам; {n} из {of} без линии: ER по другой формуле",
        "By account; {n} of {of} {n:has|have} no line: another formula of ER",
        n=telling.own("without_a_line", len(others), "accounts judged by another rate than the one drawn"),
        of=telling.own("accounts_judged", len(judged), "accounts with a rate"),
    )


def with_months(telling: Telling, code: str) -> list[Subject]:
    """The own accounts of which a measure is known in a month of the period: those that `by_account` draws."""
    return [s for s in telling.evidence.own_accounts if any(value(segment, code) for segment in s.now.months)]


def by_account(telling: Telling, code: str, kind: ChartKind, about: Text, *, title: Text = ()) -> Chart | None:
    """One series per own account over the months before and of the audit; None when no account has the measure.

    Each in the colour of its network or, where several are of one network, in one of its own. Many are always lines, of which the
    largest alone have names and colours.
    """
    accounts, subjects = telling.evidence.own_accounts, with_months(telling, code)
    if not subjects:
        return None
    keys = sorted({month.key for s in subjects for month in drawn_months(windows(s, "before", "now"), code)})
    networks = [network for s in accounts for network in s.networks]
    colors = {s.key: s.key if networks.count(s.networks[0]) > 1 else s.networks[0] for s in largest(subjects, NAMED)}
    series = [
        Series(
            telling.subject(s, names.BESIDE),
            monthly(telling, windows(s, "before", "now"), code, keys),
            color_key=colors.get(s.key, ""),
        )
        for s in sorted(subjects, key=lambda s: s.key in colors)
    ]
    return Chart(
        kind if len(subjects) <= COLUMNS else ChartKind.LINE,
        of_largest(telling, code, subjects, NAMED, title, IN_COLOUR),
        tuple(names.months(keys, telling.language)),
        tuple(series),
        drawn_apart(telling, about),
    )


def largest(subjects: Sequence[Subject], count: int) -> list[Subject]:
    """In the order in which they stand."""
    code = _judging(subjects)
    ordered = sorted(subjects, key=lambda s: -number.value if (number := value(s.now, code)) else 1)
    first = {s.key for s in ordered[:count]}
    return [s for s in subjects if s.key in first]


def of_largest(telling: Telling, key: str, subjects: Sequence[Subject], count: int, title: Text, words: tuple[str, str]) -> Text:
    """After the title that the largest alone are told apart or shown; the title where these are all."""
    if count >= len(subjects):
        return title
    beside = telling.say(
        *words,
        n=telling.own(f"{key}.largest", count, "the largest accounts"),
        by=BY[_judging(subjects)].in_language(telling.language),
        others=telling.own(f"{key}.others", len(subjects) - count, "accounts beside the largest"),
    )
    return joined(title, "; ", beside) if title else capitalised(beside)


def _judging(subjects: Sequence[Subject]) -> str:
    """What says which accounts are large: followers, or posts where nobody knows any."""
    return "followers_end" if any(value(s.now, "followers_end") for s in subjects) else "posts"
