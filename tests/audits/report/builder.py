"""Facts of invented audits, measured by the same pure functions as real ones, once for all tests: full, poor, nasty, huge."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from functools import cache
from random import Random

import pandas as pd

from audits.criteria import criteria
from audits.evidence import ImportNote
from audits.findings import findings
from audits.maturity import maturity_model
from audits.measures.assembly import Records, Rows, TrackedAccount, assemble
from audits.measures.calendar import Watched
from audits.measures.series import series
from audits.measures.traffic import Stretch
from audits.report.facts import About, Facts, MaturityLevel, Opportunity, Scored
from smmstrategy.metrics.periods import Period

NOW = Period(date(2026, 4, 1), date(2026, 9, 30))
BEFORE = Period(date(2025, 10, 1), date(2026, 3, 31))
YEAR_EARLIER = Period(date(2025, 4, 1), date(2025, 9, 30))
COLLECTED = datetime(2026, 10, 3, 9, 0, tzinfo=UTC)
TEXTS = (
    "Собрали сезонное меню: пять новинок, которые готовим только осенью.",
    "Как мы обжариваем зерно — короткое видео из цеха",
    "Открылись на набережной!",
)

OWN = (
    TrackedAccount(1, "vk", "zerno", "Кофейня «Зерно»", "https://vk.com/zerno", "own", ""),
    TrackedAccount(2, "telegram", "zerno_coffee", "Зерно | кофе и люди", "https://t.me/zerno_coffee", "own", ""),
    TrackedAccount(3, "youtube", "zerno", "Зерно", "https://www.youtube.com/@zerno", "own", ""),
    TrackedAccount(4, "ok", "zerno", "Зерно в Одноклассниках", "https://ok.ru/zerno", "own", ""),
    TrackedAccount(5, "website", "zerno.example", "zerno.example", "https://zerno.example", "own", ""),
)
COMPETITORS = (
    TrackedAccount(11, "vk", "bean", "Боб и Ко", "https://vk.com/bean", "competitor", "Боб и Ко"),
    TrackedAccount(12, "telegram", "bean", "Боб и Ко", "https://t.me/bean", "competitor", "Боб и Ко"),
    TrackedAccount(13, "vk", "turka", "Турка", "https://vk.com/turka", "competitor", ""),
    TrackedAccount(14, "vk", "para", "Пара чашек", "https://vk.com/para", "competitor", ""),
)
INSTAGRAM = TrackedAccount(6, "instagram", "zerno", "zerno.coffee", "https://www.instagram.com/zerno", "own", "")
NUMBERED = TrackedAccount(7, "telegram", "1803562165", "", "", "own", "")


@cache
def full(*, scale: int = 1, text: str = "", more: tuple[TrackedAccount, ...] = ()) -> Facts:
    """Four networks and a website, three competitors, three windows; short videos work, evenings work, VK grows."""
    accounts = (*OWN, *more, *COMPETITORS)
    posts = [row for account in accounts if account.is_social for row in _posts(account, scale, text)]
    days = [row for account in accounts for row in _days(account, scale)]
    return _facts(accounts, posts, days, _slices(), (BEFORE, YEAR_EARLIER))


@cache
def poor() -> Facts:
    """One account, twelve posts in the last weeks, followers unknown, nothing else."""
    posts = _posts(OWN[0], 1, "")[-12:]
    return _facts(OWN[:1], posts, [], (), (), filled=False)


@cache
def gappy() -> Facts:
    """Of the posts of May and of 10 August on nobody brought the files; of one account nobody knows the months before either."""
    watched = (Period(YEAR_EARLIER.first, date(2026, 4, 30)), Period(date(2026, 6, 1), date(2026, 8, 9)))
    accounts = (*OWN, *COMPETITORS)
    by_account = {a.id: watched[1:] if a.id == OWN[1].id else watched for a in accounts if a.is_social}
    posts = [
        row
        for account in accounts
        if account.is_social
        for row in _posts(account, 1, "")
        if any(one.first <= row["day"] <= one.last for one in by_account[account.id])
    ]
    days = [row for account in accounts for row in _days(account, 1)]
    return _facts(accounts, posts, days, _slices(), (BEFORE, YEAR_EARLIER), watched=by_account)


@cache
def seen_only() -> Facts:
    """Nothing but views is known of any post."""
    nothing = dict.fromkeys(("likes", "comments", "shares", "reach"), float("nan"))
    posts = [row | nothing for account in OWN if account.is_social for row in _posts(account, 1, "")]
    return _facts(OWN, posts, [], (), (BEFORE, YEAR_EARLIER))


@cache
def by_night() -> Facts:
    """A third of the posts came out at midnight, of another only the day is known."""
    hours = (0.0, float("nan"))
    posts = [row for account in (*OWN, *COMPETITORS) if account.is_social for row in _posts(account, 1, "")]
    posts = [row | {"hour": (*hours, row["hour"])[row["post_id"] % 3]} for row in posts]
    return _facts((*OWN, *COMPETITORS), posts, [], (), (BEFORE, YEAR_EARLIER))


@cache
def reached_only() -> Facts:
    """Of own posts reach is known in place of views; of competitors' views too."""
    own = [row | {"views": float("nan"), "reach": float(row["views"])} for row in _posts(OWN[0], 1, "")]
    return _facts((OWN[0], COMPETITORS[0]), [*own, *_posts(COMPETITORS[0], 1, "")], [], (), (BEFORE, YEAR_EARLIER))


@cache
def few_rates() -> Facts:
    """Views, and with them an engagement rate, are known of nine posts of the period, interactions of all."""
    posts = _posts(OWN[0], 1, "")
    unknown = dict.fromkeys(("views", "reach"), float("nan"))
    return _facts(OWN[:1], [*(row | unknown for row in posts[:-9]), *posts[-9:]], [], (), (BEFORE, YEAR_EARLIER))


@cache
def newcomer() -> Facts:
    """Telegram began with the period, so that only the other accounts can be compared with what was before."""
    posts = [row for a in (*OWN, *COMPETITORS) if a.is_social for row in _posts(a, 1, "") if a.id != 2 or row["day"] >= NOW.first]
    days = [row for a in (*OWN, *COMPETITORS) for row in _days(a, 1) if a.id != 2 or row[2] >= NOW.first]
    watched = {
        a.id: (Period(NOW.first if a.id == 2 else YEAR_EARLIER.first, NOW.last),) for a in (*OWN, *COMPETITORS) if a.is_social
    }
    return _facts((*OWN, *COMPETITORS), posts, days, _slices(), (BEFORE, YEAR_EARLIER), watched=watched)


@cache
def empty() -> Facts:
    """An account of which nothing was imported."""
    return _facts(OWN[:1], [], [], (), (), filled=False)


@cache
def kept(*accounts: TrackedAccount) -> Facts:
    """Own accounts and websites, all of which are known."""
    posts = [row for account in accounts if account.is_social for row in _posts(account, 1, "")]
    days = [row for account in accounts for row in _days(account, 1)]
    return _facts(accounts, posts, days, (), (BEFORE, YEAR_EARLIER), filled=False)


@cache
def nasty() -> Facts:
    return full(text='=HYPERLINK("http://evil.example") \u202e😀 ' + "слово" * 60 + " 123 %\x07\ud800", more=(INSTAGRAM, NUMBERED))


@cache
def huge() -> Facts:
    return full(scale=10_000)


def _posts(account: TrackedAccount, scale: int, text: str) -> list[dict]:
    random, rows, day = Random(account.id), [], YEAR_EARLIER.first
    while day <= NOW.last:
        if random.random() < (0.45 if account.role == "own" else 0.6) and not (
            account.id == 2 and date(2026, 7, 3) <= day <= date(2026, 7, 24)
        ):
            rows.append(_post(account, day, random, len(rows), scale, text))
        day += timedelta(days=1)
    return rows


def _post(account: TrackedAccount, day: date, random: Random, number: int, scale: int, text: str) -> dict:
    hour = random.choice((9, 12, 13, 18, 19, 20))
    form = random.choice(("image", "image", "video", "short_video", "text"))
    views = int(random.lognormvariate(7.3, 0.35) * scale * (1.25 if day >= NOW.first and account.id == 1 else 1))
    rate = 0.02 * random.lognormvariate(0, 0.3) * (1.8 if form == "short_video" else 1) * (1.4 if hour >= 18 else 1)
    rate *= 0.75 if day >= NOW.first and account.id in (2, 3) else 1
    words = text or TEXTS[number % len(TEXTS)] * random.choice((1, 4, 12))
    likes = int(views * rate)
    return {
        "post_id": account.id * 100_000 + number,
        "account_id": account.id,
        "permalink": f"{account.url}/{number}",
        "published_at": pd.Timestamp(datetime(day.year, day.month, day.day, hour, 5, tzinfo=UTC) - timedelta(hours=3)),
        "day": day,
        "hour": float(hour),
        "weekday": day.weekday(),
        "format": form,
        "title": "",
        "text": words,
        "text_length": len(words),
        "is_paid": None,
        "gone_at": pd.NaT,
        "source": "import",
        "views": float(views),
        "likes": float(likes),
        "comments": float(likes // 9),
        "shares": float(likes // 14),
        "reach": float(int(views * 0.7)) if account.network in ("vk", "ok") else float("nan"),
    }


def _days(account: TrackedAccount, scale: int) -> list[tuple[int, str, date, Decimal]]:
    random, rows, followers = Random(account.id + 7), [], 4_000 * account.id * scale
    for offset in range((NOW.last - YEAR_EARLIER.first).days + 1):
        day = YEAR_EARLIER.first + timedelta(days=offset)
        if account.network == "website":
            rows.append((account.id, "visits", day, Decimal(random.randint(80, 160) * scale)))
            rows.append((account.id, "goal_visits", day, Decimal(random.randint(2, 6) * scale)))
            continue
        came, left = random.randint(8, 24) * scale, random.randint(2, 9) * scale
        followers += came - left
        rows.append((account.id, "followers", day, Decimal(followers)))
        if account.role == "own":
            rows += [(account.id, "followers_gained", day, Decimal(came)), (account.id, "followers_lost", day, Decimal(left))]
    return rows


def _slices() -> tuple[Stretch, ...]:
    found = []
    for source, medium, campaign, visits in (
        ("vk", "social", "autumn", 31),
        ("telegram", "social", "", 17),
        ("youtube", "video", "", 4),
    ):
        tags = {k: v for k, v in (("utm_source", source), ("utm_medium", medium), ("utm_campaign", campaign)) if v}
        for offset in range(183):
            day = NOW.first + timedelta(days=offset)
            found.append(Stretch(5, "visits", day, day, tags, Decimal(visits + offset % 5)))
            found.append(Stretch(5, "goal_visits", day, day, tags, Decimal(visits // 12)))
    return tuple(found)


def _facts(accounts, posts, days, slices, earlier, *, filled: bool = True, watched: Watched | None = None) -> Facts:
    periods = {"now": NOW} | dict(zip(("before", "year_earlier"), earlier, strict=False))
    always = (Period(YEAR_EARLIER.first, NOW.last),)
    publishing = {row["account_id"] for row in posts}
    evidence = assemble(
        Records(
            brand="Кофейня «Зерно»",
            client="Зерно",
            time_zone="Europe/Moscow",
            currency="RUB",
            periods=periods,
            month_count=6,
            accounts=accounts,
            rows=Rows(
                posts=pd.DataFrame(posts, columns=list(_post(OWN[0], NOW.first, Random(1), 0, 1, ""))),
                watched=watched or {a.id: always if a.id in publishing else () for a in accounts if a.is_social},
                days=series(days),
                stretches=(),
                slices=slices,
                undated={},
                imports=(ImportNote(1, "vk_posts.csv", "vk_posts", "ab" * 32, COLLECTED),),
                collected_until=COLLECTED,
            ),
        )
    )
    about = About(7, is_baseline=True)
    halves = {"scores": _scores(), "maturity": _maturity(), "opportunities": opportunities()} if filled else {}
    return Facts(about, evidence, findings(evidence), **halves)


def _scores() -> tuple[Scored, ...]:
    random = Random(4)
    return tuple(
        Scored(
            c.id, random.choice((0, 1, 2, 2, 3, 3, 4)), comment="Описание короткое, контактов нет" if random.random() < 0.3 else ""
        )
        for c in criteria().each()
        if c.group != "reputation"
    )


def _maturity() -> tuple[MaturityLevel, ...]:
    random = Random(5)
    return tuple(MaturityLevel(d.id, level := random.randint(1, 4), min(5, level + 1)) for d in maturity_model().dimensions)


def opportunities() -> tuple[Opportunity, ...]:
    return (
        Opportunity("Увеличить долю коротких видео до трёх в неделю", 5, 2, 30, "format_best", "er_view", "Редактор"),
        Opportunity("Перенести анонсы на вечер", 4, 1, 30, "best_time", "er_view", "Редактор"),
        Opportunity("Завести словарь UTM-меток и разметить ссылки", 4, 2, 60, "traffic_source", "visits", "Аналитик"),
        Opportunity("Запустить серию приветствий для новых подписчиков", 3, 2, 60, "churn", "followers_lost", "Комьюнити-менеджер"),
        Opportunity("Снять сезонный цикл о зерне с партнёром", 5, 4, 90, "competitor_ahead", "views", "Продюсер"),
        Opportunity("Пересобрать оформление профилей", 2, 2, 60, "", "", "Дизайнер"),
        Opportunity("Связать подписчиков с программой лояльности", 4, 5, 180, "", "", "CRM"),
    )
