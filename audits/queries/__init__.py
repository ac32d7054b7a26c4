"""Reading what an audit is made of: all the evidence about a brand in a period, and the period to take by default."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pandas as pd
from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import F, Max, Q

from audits.evidence import Evidence, ImportNote
from audits.measures.assembly import Records, Rows, TrackedAccount, assemble
from audits.measures.calendar import Watched, windows
from audits.measures.glance import Glance, glanced
from audits.measures.series import NEAR, STALE, series
from audits.measures.traffic import Stretch
from audits.models import Audit, CriterionScore, MaturityScore, Opportunity
from audits.opportunities import QuickWin, in_order, titles
from smmstrategy.clients.models import Brand, Language, Tracking
from smmstrategy.clients.zones import today
from smmstrategy.metrics import queries
from smmstrategy.metrics.catalogue import METRICS, Level, Totals, codes
from smmstrategy.metrics.models import Import, Observation, Post
from smmstrategy.metrics.periods import Period
from smmstrategy.reports.models import ReportFile
from smmstrategy.reports.queries import files_of

ROLES = (Tracking.Role.OWN, Tracking.Role.COMPETITOR)
STATES = [code for code, metric in METRICS.items() if metric.totals is Totals.LAST]
PARTIAL = timedelta(days=7)  # a month whose newest value is further from its end than this lacks its last days


def evidence(brand: Brand, period: Period) -> Evidence:
    """Everything the audit of these whole months may say. Reads the brand's own accounts and competitors, no other brand's rows."""
    return assemble(records(brand, period))


def hold_still(brand: Brand) -> None:
    """Let no import in between the readings of the brand's evidence until the open transaction ends."""
    tracked = Tracking.objects.filter(brand=brand, role__in=ROLES)
    queries.hold_still(tracked.values_list("account_id", flat=True))


def records(brand: Brand, period: Period) -> Records:
    """The rows behind the evidence, in all windows of an audit of the period."""
    periods, accounts = windows(period), _accounts(brand)
    everything = Period(min(period.first for period in periods.values()), period.last)
    return Records(
        brand=brand.name,
        client=brand.client.name,
        time_zone=brand.client.time_zone,
        currency=brand.client.currency,
        periods=periods,
        month_count=period.month_count,
        accounts=accounts,
        rows=_rows(accounts, everything, period, ZoneInfo(brand.client.time_zone)),
    )


def glance(brand: Brand, account_id: int | None, period: Period, shown: Iterable[str]) -> Glance:
    """What an audit of the period would measure of one account, or of all own ones; of its windows only those `shown`."""
    return glanced(records(brand, period), account_id, shown)


def _rows(accounts: tuple[TrackedAccount, ...], period: Period, now: Period, zone: ZoneInfo) -> Rows:
    ids, measured, with_start = [a.id for a in accounts], codes(Level.ACCOUNT), Period(period.first - STALE, period.last)
    posts, slices = queries.posts(ids, period, zone), queries.slices(ids, measured, period)
    near, longer = (
        queries.daily(ids, measured, Period(with_start.first, period.last + NEAR)),
        queries.stretches(ids, measured, with_start),
    )
    daily = near[(near["day"] <= period.last) | near["metric"].isin(STATES)]
    return Rows(
        posts=posts.assign(day=posts["day"].dt.date),
        watched=_watched(accounts),
        days=series(zip(near["account_id"], near["metric"], near["day"], near["value"], strict=True)),
        stretches=_stretches(longer.assign(slice=[{}] * len(longer))),
        slices=_stretches(slices),
        undated=queries.undated_posts(ids),
        imports=_imports(posts, daily, longer, slices),
        collected_until=_newest(posts, daily, longer, slices),
        wider=queries.wider_stretches(ids, now),
        rejected=queries.days_with_rejected_rows(a.id for a in accounts if a.is_social),
        in_doubt=queries.months_in_doubt((a.id for a in accounts if a.is_social), zone),
    )


def newest_day(brand: Brand, before: date) -> date | None:
    """The last day before `before` for which the brand's own accounts have a post or a value.

    A state of a single day, such as a list of followers dated by its import, counts only where there is nothing else.
    """
    own = list(Tracking.objects.filter(brand=brand, role=Tracking.Role.OWN).values_list("account_id", flat=True))
    zone = ZoneInfo(brand.client.time_zone)
    _, end = Period(before - timedelta(days=1), before - timedelta(days=1)).instants(zone)
    posted = Post.objects.filter(account__in=own, published_at__lt=end).aggregate(at=Max("published_at"))["at"]
    of_a_day = Q(metric__in=STATES, ends_on=F("starts_on"))
    states = ArrayAgg("ends_on", filter=of_a_day, distinct=True, order_by="-ends_on")
    values = Observation.objects.filter(account__in=own, ends_on__lt=before)
    measured = values.aggregate(flow=Max("ends_on", filter=~of_a_day), states=states)
    latest, *others = measured["states"] or [None]
    series = latest if others and latest - others[0] <= PARTIAL else None
    days = [day for day in (posted and posted.astimezone(zone).date(), measured["flow"], series) if day]
    return max(days, default=latest)


def default_until(brand: Brand, now: datetime | None = None) -> date | None:
    """The last day of the month an audit ends with unless somebody says otherwise; None when the brand has no data at all.

    It is the last month before today in the client's zone or, where the data is older, the last one `with_its_last_days`. One
    without them counts where nothing is known of the one before it.
    """
    newest = newest_day(brand, today(brand.client.time_zone, now).replace(day=1))
    if newest is None:
        return None
    month = Period.months(newest, 1)
    before = Period.months(month.first - timedelta(days=1), 1)
    if _reaches_the_end(brand, month, newest):
        return month.last
    earlier = newest_day(brand, month.first)
    return before.last if earlier and earlier >= before.first else month.last


def with_its_last_days(brand: Brand, month: Period) -> bool:
    """Whether there is a value near its end, or an account that posts in it is known to be silent on its last day."""
    newest = newest_day(brand, month.last + timedelta(days=1))
    return newest is not None and _reaches_the_end(brand, month, newest)


def _reaches_the_end(brand: Brand, month: Period, newest: date) -> bool:
    return month.last - newest <= PARTIAL or _is_silent_at_the_end(brand, month)


def _is_silent_at_the_end(brand: Brand, month: Period) -> bool:
    """Whether an own account with a post in the month is known to have none on its last day, later than all there is.

    One without any in it tells nothing of the others, whose files may end earlier.
    """
    own = Tracking.objects.filter(brand=brand, role=Tracking.Role.OWN).values("account_id")
    start, end = month.instants(ZoneInfo(brand.client.time_zone))
    posting = Post.objects.filter(account__in=own, published_at__gte=start, published_at__lt=end).values_list(
        "account_id", flat=True
    )
    known = queries.days_of_posts(posting.distinct())
    return any(days.first <= month.last <= days.last for of_account in known.values() for days in of_account)


def months_with_data(brand: Brand) -> list[date]:
    """The first days of the months, in the client's zone, of which the brand's own accounts have a post or a value."""
    own = Tracking.objects.filter(brand=brand, role=Tracking.Role.OWN).values_list("account_id", flat=True)
    return sorted({month for months in months_of(brand, own).values() for month in months})


def months_of(brand: Brand, account_ids: Iterable[int]) -> dict[int, list[date]]:
    """By account the first days of the months, in the client's zone, of which anything is known."""
    return queries.months_known(account_ids, ZoneInfo(brand.client.time_zone))


def has_data(brand: Brand) -> bool:
    """Whether any own account has a post or a value, dated or not."""
    own = Tracking.objects.filter(brand=brand, role=Tracking.Role.OWN).values("account_id")
    return Post.objects.filter(account__in=own).exists() or Observation.objects.filter(account__in=own).exists()


def scores_of(audit: Audit) -> dict[str, CriterionScore]:
    return {score.criterion: score for score in audit.scores.all()}


def levels_of(audit: Audit) -> dict[str, MaturityScore]:
    return {score.dimension: score for score in audit.maturity.all()}


def opportunities_of(audit: Audit) -> list[dict[str, Any]]:
    """What to do, the most worth doing first, quick wins marked."""
    return [{"row": row, "is_quick_win": QuickWin().includes(row)} for row in in_order(audit.opportunities.all())]


def opportunity(audit: Audit, pk: int) -> Opportunity | None:
    """One thing to do of this audit, while it is on the list."""
    return audit.opportunities.select_related("audit").filter(pk=pk).first()


def on_the_list(audit: Audit, finding: str, title: str) -> Opportunity | None:
    """A recommendation stands on the list once, whoever takes it again; what is typed by hand answers no finding."""
    same = audit.opportunities.select_related("audit").filter(finding=finding, title__in=titles(finding, title))
    return same.exclude(finding="").first()


def last_filled(brand: Brand, period: Period) -> Audit | None:
    """The brand's newest audit of these months in which anything was filled in."""
    same = Audit.objects.filter(brand=brand, first_day=period.first, last_day=period.last)
    filled = same.filter(Q(scores__isnull=False) | Q(maturity__isnull=False) | Q(opportunities__isnull=False))
    return filled.order_by("-pk").first()


def documents(audit: Audit) -> list[ReportFile]:
    """What was drawn of a sealed audit, the newest of each form: first in its own language, then in the other."""
    languages = sorted(Language.values, key=lambda language: language != audit.language)
    drawn = [files_of(audit.snapshot, language) for language in languages]
    return [of_language[form] for of_language in drawn for form in sorted(of_language)]


def _accounts(brand: Brand) -> tuple[TrackedAccount, ...]:
    """Own accounts first, websites last; then competitors by group."""
    tracked = Tracking.objects.filter(brand=brand, role__in=ROLES).select_related("account")
    return tuple(sorted(map(_account, tracked), key=lambda a: (a.role != "own", a.group, not a.is_social, a.network, a.handle)))


def _account(t: Tracking) -> TrackedAccount:
    return TrackedAccount(t.account.pk, t.account.network, t.account.handle, t.account.name, t.account.url, t.role, t.group)


def _watched(accounts: Iterable[TrackedAccount]) -> Watched:
    known = queries.days_of_posts(a.id for a in accounts)
    return {a.id: tuple(known.get(a.id, ())) for a in accounts if a.is_social}


def _stretches(table: pd.DataFrame) -> tuple[Stretch, ...]:
    columns = (table[name] for name in ("account_id", "metric", "starts_on", "ends_on", "slice", "value"))
    return tuple(Stretch(*row) for row in zip(*columns, strict=True))


def _imports(*tables: pd.DataFrame) -> tuple[ImportNote, ...]:
    ids = {int(i) for table in tables for i in table["imported_in_id"].dropna().unique()}
    notes = Import.objects.filter(pk__in=ids).order_by("pk").values_list("pk", "file_name", "kind", "sha256", "applied_at")
    return tuple(ImportNote(*note) for note in notes)


def _newest(*tables: Iterable[Any]) -> datetime | None:
    times = [pd.Timestamp(table["collected_at"].max()) for table in tables if len(table)]
    return max(times).to_pydatetime() if times else None
