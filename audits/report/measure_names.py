"""What measures are called in a document and how they are written: digits, gender of the Russian name, their statistic."""

from dataclasses import dataclass, replace
from decimal import Decimal

from audits.evidence import MEAN_DAY
from audits.report.words import uncapitalised
from smmstrategy.metrics.catalogue import METRICS, Unit
from smmstrategy.metrics.formulas import FORMULAS
from smmstrategy.reports.document import Shown
from smmstrategy.reports.formats import SHORT_FROM
from smmstrategy.words import Words


@dataclass(frozen=True, slots=True)
class Measure:
    """`gender` (m, f, n, p) is that of the Russian name, for verbs in the past."""

    words: Words
    shown: Shown = Shown.INTEGER
    places: int = 0
    gender: str = "m"
    is_signed: bool = False  # written with its sign: +1 is one more, 1 is one

    @property
    def is_rate(self) -> bool:
        return self.shown in (Shown.PERCENT, Shown.POINTS)


def _count(ru: str, en: str, gender: str = "p") -> Measure:
    return Measure(Words(ru, en), gender=gender)


def _rate(ru: str, en: str, gender: str = "m", places: int = 2) -> Measure:
    return Measure(Words(ru, en), Shown.PERCENT, places, gender)


def _decimal(ru: str, en: str, gender: str = "f", places: int = 1) -> Measure:
    return Measure(Words(ru, en), Shown.DECIMAL, places, gender)


def _catalogued(code: str, gender: str = "m", places: int | None = None) -> Measure:
    """Named and written as the catalogue or the formulas say; a code that neither knows is its own name."""
    entry = METRICS.get(code) or FORMULAS.get(code)
    if entry is None:
        return _decimal(code, code, "m")
    shown = {Unit.RATIO: Shown.PERCENT, Unit.MONEY: Shown.MONEY, Unit.SECONDS: Shown.DURATION, Unit.COUNT: Shown.INTEGER}
    usual = {Unit.RATIO: 2, Unit.COUNT: 0}.get(entry.unit, 1)
    words = Words(uncapitalised(entry.ru), uncapitalised(entry.en))
    return Measure(words, shown.get(entry.unit, Shown.DECIMAL), usual if places is None else places, gender)


MEASURES = {
    "followers": _catalogued("followers", "p"),
    "followers_start": _count("подписчики в начале", "followers at the start"),
    "followers_end": _count("подписчики в конце", "followers at the end"),
    "followers_gained": _catalogued("followers_gained", "p"),
    "followers_lost": _catalogued("followers_lost", "p"),
    "growth_abs": replace(_count("прирост подписчиков", "follower growth", "m"), is_signed=True),
    "growth_net": replace(_catalogued("growth_net", "p"), is_signed=True),
    "growth_rate": _catalogued("growth_rate", "m", 1),
    "churn_rate": _rate("отток", "churn", places=1),
    "posts": _count("публикации", "posts"),
    "posts_published": _catalogued("posts_published", "n"),
    "posts_total": _catalogued("posts_total", "p"),
    "posts_per_week": _catalogued("posts_per_week", "p"),
    "posts_share": _rate("доля публикаций", "share of posts", "f", 0),
    "interactions_share": _rate("доля взаимодействий", "share of interactions", "f", 0),
    "interactions": _catalogued("interactions", "p"),
    "account_interactions": _catalogued("account_interactions", "p"),
    "likes": _catalogued("likes", "p"),
    "comments": _catalogued("comments", "p"),
    "shares": _catalogued("shares", "p"),
    "saves": _catalogued("saves", "p"),
    "link_clicks": _catalogued("link_clicks", "p"),
    "views": _catalogued("views", "p"),
    "impressions": _catalogued("impressions", "p"),
    "reach": _catalogued("reach", "m"),
    "account_reach": _catalogued("account_reach", "m"),
    "account_impressions": _catalogued("account_impressions", "p"),
    "account_views": _catalogued("account_views", "p"),
    "frequency": _catalogued("frequency", "f", 2),
    "reach_rate": _catalogued("reach_rate", "f", 1),
    "organic_share": _rate("доля органики в охвате", "organic share of reach", "f", 0),
    "direct_share": _rate("доля прямой органики в охвате", "direct organic share of reach", "f", 0),
    "paid_share": _rate("доля рекламы в охвате", "paid share of reach", "f", 0),
    "viral_share": _rate("доля виральности в охвате", "viral share of reach", "f", 0),
    "er_post": _rate("ER по подписчикам", "ER by followers"),
    "er_day": _rate("среднедневной ER", "daily ER", places=3),
    "er_reach": _rate("ER по охвату", "ER by reach"),
    "er_view": _rate("ER по просмотрам", "ER by views"),
    "view_rate": _rate("просмотры к подписчикам (VR)", "view rate (VR)", "p", 1),
    "lr": _rate("доля реакций", "love rate", "f"),
    "tr": _rate("доля комментариев", "talk rate", "f", 3),
    "share_rate": _catalogued("share_rate", "f", 3),
    "save_rate": _catalogued("save_rate", "f", 3),
    "tg_er": _rate("ER в Telegram (TGStat)", "Telegram ER (TGStat)"),
    "amplification": _decimal("репосты на публикацию", "shares per post", "p"),
    "ctr": _rate("CTR", "CTR"),
    "link_ctr": _rate("CTR ссылки", "link CTR"),
    "virality": _rate("виральность", "virality", "f"),
    "visits": _catalogued("visits", "p"),
    "visitors": _catalogued("visitors", "p"),
    "pageviews": _catalogued("pageviews", "p"),
    "bounce_rate": _catalogued("bounce_rate", "f", 1),
    "goal_reaches": _catalogued("goal_reaches", "p"),
    "goal_visits": _catalogued("goal_visits", "p"),
    "revenue": _catalogued("revenue", "f", 0),
    "cr": _rate("конверсия", "conversion", "f"),
    "soe": _rate("доля вовлечённости", "share of engagement", "f", 1),
    "watch_seconds": _catalogued("watch_seconds", "n", 0),
    "interval": _catalogued("interval", "m"),
    "silence": replace(_catalogued("silence", "f", 0), shown=Shown.INTEGER),
    "active_days": _catalogued("active_days", "p", 0),
    "times_median": _decimal("к медиане", "to the median"),
    "share": _catalogued("share", "f", 0),
    "coverage": _rate("покрытие", "coverage", "n", 0),
    "mix": _rate("состав", "mix"),
    "rate": _rate("уровень", "rate"),
    "text_length": _count("длина текста", "text length", "f"),
    "views_share": _rate("доля просмотров", "share of views", "f", 0),
    "months_share": _rate("доля месяцев с данными", "share of months with data", "f", 0),
    "relative": _rate("относительное изменение", "relative change", "n", 0),
    "delta": _decimal("изменение", "change", "n"),
    "effect": _decimal("вклад", "contribution", "m"),
    "other_effect": _decimal("вклад", "contribution", "m"),
    "n": _count("число публикаций", "number of posts", "n"),
    "gone": _count("удалённые публикации", "deleted posts"),
    "undated": _count("публикации без даты", "posts without a date"),
    "posts_own": _count("публикации бренда", "posts of the brand"),
    "accounts": _count("аккаунты", "accounts"),
    "accounts_without": _count("аккаунты без данных", "accounts without data"),
    "accounts_enough": _count("аккаунты с достаточными данными", "accounts with enough data"),
    "competitors": _count("конкуренты", "competitors"),
    "months_with_data": _count("месяцы с данными", "months with data"),
    "months_expected": _count("месяцы периода", "months of the period"),
    "rows": _count("строки о публикациях", "rows about posts"),
    "incomplete": _count("неполные показатели", "incomplete measures"),
    "more": _count("другие факторы", "other factors"),
    "place": _count("место", "place", "n"),
    "tied": _count("конкуренты на том же месте", "competitors at the same place"),
    "of": _count("участников сравнения", "compared", "p"),
}

STATISTICS = {
    "median": Words("медиана", "median"),
    "mean": Words("среднее", "mean"),
    "total": Words("по всем публикациям вместе", "all posts pooled"),
}

IN_A_SENTENCE = {
    "median": Words("{} в медиане", "median {}"),
    "mean": Words("{} в среднем", "mean {}"),
    "total": Words("{} по всем публикациям вместе", "{} of all posts pooled"),
}


def measure(code: str) -> Measure:
    """By a measure («er_view.median») or by a number's id; named here, else by the catalogue or the formulas, else by its code."""
    segments = code.split(".")[::-1]
    known = [segment for segment in segments if any(segment in one for one in (MEASURES, METRICS, FORMULAS))]
    stem = next((segment for segment in known if f".{segment}" != MEAN_DAY), (known or segments)[0])
    return MEASURES.get(stem) or _catalogued(stem)


def titled(code: str, language: str) -> str:
    """The name as the beginning of a line."""
    words = measure(code).words.in_language(language)
    return words[:1].upper() + words[1:]


def named(code: str, language: str) -> str:
    """The name of a measure and how posts became one number: «ER по просмотрам, медиана»."""
    how = STATISTICS.get(code.rsplit(".", 1)[-1])
    return f"{titled(code, language)}, {how.in_language(language)}" if how else titled(code, language)


def in_a_sentence(code: str, language: str) -> str:
    """As `named`, where a comma would read as one of a list: «просмотры в медиане»."""
    how = IN_A_SENTENCE.get(code.rsplit(".", 1)[-1], Words("{}", "{}"))
    return how.in_language(language).format(measure(code).words.in_language(language))


def places_of_a_day(value: Decimal, shown: Shown) -> int:
    """Digits after the decimal sign of a mean of a day: of few things, or few millions, hundredths tell, of thousands nothing."""
    written = abs(value)
    if shown is Shown.SHORT and written >= SHORT_FROM:
        written = written.scaleb(-3 * (written.adjusted() // 3))
    return 0 if written >= 1000 else 1 if written >= 10 else 2
