"""Which measures of the accounts in view the page shows, what they are called, and how much of each is known, in words."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext, ngettext

from audits.evidence import Missing, Number
from audits.measures.assembly import TrackedAccount
from audits.measures.days import OF_ACCOUNTS
from audits.measures.glance import Glance
from audits.measures.traffic import VISITED, is_given
from audits.report import measure_names, names
from audits.report.digest import ENOUGH_KNOWN
from smmstrategy.metrics.catalogue import METRICS
from smmstrategy.metrics.formulas import FORMULAS
from smmstrategy.reports.document import Figure, Shown
from smmstrategy.reports.formats import write

FOLLOWERS, GROWTH = "followers_end", "growth_abs"
REACH = "account_reach"  # of people, who add up neither over days nor over accounts
SOCIAL = (FOLLOWERS, GROWTH, "posts", "interactions", "interactions.median", "views")
WHERE_GIVEN = ("followers_gained", "followers_lost", "account_views", "account_impressions", REACH, *OF_ACCOUNTS)  # with SOCIAL
TOTAL_OF = dict(zip(("posts", "interactions", "interactions.median"), (*OF_ACCOUNTS, OF_ACCOUNTS[-1]), strict=True))
OF_FOLLOWERS = (FOLLOWERS, GROWTH)
USUAL_RATE = "er_view"  # shown as unknown where posts allow no engagement rate at all


def measures(glance: Glance) -> tuple[str, ...]:
    """Those that the accounts in view can have; the engagement rate is the one most of their posts allow.

    What posts do not tell gives way to the total that the accounts count themselves.
    """
    publish, given = {account.is_social for account in glance.accounts}, _given(glance)
    of_posts = tuple(code for code in SOCIAL if code in given or TOTAL_OF.get(code) not in given)
    social = (*of_posts, f"{rate(glance)}.median", *(code for code in WHERE_GIVEN if code in given)) if True in publish else ()
    return social + (VISITED if False in publish else ())


def _given(glance: Glance) -> set[str]:
    """The measures of which the accounts have values in these days, be it that these add up to none of the period."""
    numbers = {code for code, number in glance.subject.now.numbers.items() if number.value is not None}
    return numbers | {row.metric for row in glance.coverage if row.known or row.reason == Missing.OF_PARTS}


def called(account: TrackedAccount, language: str) -> str:
    return f"{names.network(account.network, language)} {account.name or account.handle}"


def rate(glance: Glance) -> str:
    return glance.subject.er or USUAL_RATE


def note(measure: str, language: str) -> str:
    """What the name cannot say."""
    code = measure.split(".", 1)[0]
    words = {
        "interactions": gettext("Reactions, comments, shares and saves, as far as the network gives them."),
        "interactions.median": gettext("Half of the posts got more, half got less; a single hit does not move it."),
    }
    entry = FORMULAS.get(code) or METRICS.get(code)
    return words.get(measure) or (entry.note(language) if entry else "") or getattr(entry, "text", "")


def written(measure: str, value: Decimal | None, language: str, *, exactly: bool = False) -> str:
    """A value of the measure; big counts in short unless `exactly`."""
    return write(figure(measure, value, exactly=exactly), language)


def figure(measure: str, value: Decimal | None, *, exactly: bool = False) -> Figure:
    kind = measure_names.measure(measure)
    shown = Shown.SHORT if kind.shown is Shown.INTEGER and not exactly else kind.shown
    return Figure("", value, shown, places(measure, shown), signed=kind.is_signed)


def places(measure: str, shown: Shown) -> int | None:
    """Digits after the decimal sign; None is the custom of how the value is shown."""
    if measure == "interactions.median":
        return 1
    return None if shown is Shown.SHORT else measure_names.measure(measure).places


@dataclass(frozen=True, slots=True)
class Known:
    """How much of what a number needs is known: `share` is None when nothing is, or nothing that gives the number."""

    share: Decimal | None
    words: str

    @property
    def is_poor(self) -> bool:
        return self.share is None or self.share < ENOUGH_KNOWN

    @property
    def is_in_parts(self) -> bool:
        return self.share is None and bool(self.words)


def known(measure: str, glance: Glance) -> Known:
    number = glance.subject.now.numbers.get(measure)
    if number is None or number.value is None:
        in_parts = gettext("given by day, month or account alone: people do not add up")
        return Known(None, in_parts if measure == REACH else "")
    if measure == "posts":
        return Known(number.coverage, ", ".join(filter(None, (_of_days(measure, glance).words, _of_rows(glance)))))
    if measure in VISITED:
        return _of_websites(measure, number, glance)
    if measure in WHERE_GIVEN:
        return _of_values(measure, number, glance)
    if measure in OF_FOLLOWERS:
        return _of_accounts(number, glance)
    return _of_posts(measure, number, glance)


def _of_days(measure: str, glance: Glance) -> Known:
    rows = [row for row in glance.coverage if row.metric == measure and row.level == "account"]
    return _days(sum(row.known for row in rows), sum(row.expected for row in rows))


def _of_websites(measure: str, number: Number, glance: Glance) -> Known:
    """Out of all days of all websites, those that it is of; by name where they are not all."""
    rows = [row for row in glance.coverage if row.metric == measure and row.level == "account"]
    here = _days(sum(row.known for row in rows if row.account_id in number.accounts), sum(row.expected for row in rows))
    told = [account.name or account.handle for account in glance.accounts if account.id in number.accounts]
    return here if len(told) == len(rows) else Known(here.share, f"{here.words}, {', '.join(told)}")


def _of_values(measure: str, number: Number, glance: Glance) -> Known:
    """Out of all days of the accounts that have it or could: not every network gives it."""
    could, days = {row.account_id for row in glance.coverage if row.metric == measure}, glance.subject.now.period.days
    here = len(number.accounts) * days if is_given(number) else number.n
    return _days(here, len({*could, *number.accounts}) * days)


def _days(here: int, expected: int) -> Known:
    words = ngettext("%(known)s of %(n)s day", "%(known)s of %(n)s days", expected) % {"known": here, "n": expected}
    return Known(Decimal(here) / expected if expected else None, words)


def _of_accounts(number: Number, glance: Glance) -> Known:
    here, n = len(number.accounts), sum(account.is_social for account in glance.accounts)
    words = ngettext("%(known)s of %(n)s account", "%(known)s of %(n)s accounts", n) % {"known": here, "n": n}
    return Known(Decimal(here) / n, words)


def _of_posts(measure: str, number: Number, glance: Glance) -> Known:
    """A total lacks the posts of days nobody knows, and of rows that were not taken, as well."""
    n, days = len(glance.posts), _of_days("posts", glance)
    words = ngettext("%(known)s of %(n)s post", "%(known)s of %(n)s posts", n) % {"known": number.n, "n": n}
    beside = () if measure.endswith(".median") else ("" if days.share == 1 else days.words, _of_rows(glance))
    return Known(number.coverage, ", ".join(filter(None, (words, *beside))))


def _of_rows(glance: Glance) -> str:
    """How many of the rows about posts were taken from the files that lack some, "" where none does."""
    rows = [row for row in glance.coverage if row.metric == "rows"]
    taken, n = sum(row.known for row in rows), sum(row.expected for row in rows)
    return ngettext("%(known)s of %(n)s row taken", "%(known)s of %(n)s rows taken", n) % {"known": taken, "n": n} if rows else ""
