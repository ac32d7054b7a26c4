"""Every formula's code, version and words; of a rate of single posts also its arithmetic."""

import operator
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pandas

from smmstrategy.metrics.catalogue import TG, Unit, metric

INTERACTION_PARTS = ("likes", "comments", "shares", "saves")


@dataclass(frozen=True, slots=True)
class Formula:
    """What a derived number is, in words.

    `good` is +1 where more is better, −1 where less is, 0 where neither. The version rises when the number is worked out
    differently, wherever that is done. `source` is the page its definition is taken from, "" for what the field agrees on.
    """

    code: str
    ru: str
    en: str
    text: str
    unit: Unit = Unit.RATIO
    version: int = 1
    good: int = 1
    note_ru: str = ""
    note_en: str = ""
    source: str = ""

    @property
    def id(self) -> str:
        return f"{self.code}@{self.version}"

    def name(self, language: str) -> str:
        return self.ru if language == "ru" else self.en

    def note(self, language: str) -> str:
        return self.note_ru if language == "ru" else self.note_en


@dataclass(frozen=True, slots=True)
class PostRate(Formula):
    """A rate of single posts, worked out here for a whole table of them. `text` says it in the names of the inputs.

    One that means something in some networks alone is that of their posts.
    """

    function: Callable[..., Any] = operator.truediv
    inputs: tuple[str, ...] = ()
    networks: frozenset[str] = frozenset()  # none: any

    def over(self, table: pandas.DataFrame, **columns: Any) -> pandas.Series:
        """The rate of each row, as floats; inputs are columns of the table or given by name. No base, no value: NaN."""
        inputs = [columns[name] if name in columns else table[name] for name in self.inputs]
        result = pandas.Series(self.function(*inputs), index=table.index, dtype="float64")
        return result.where(result.abs() != float("inf"))


def _rate(code: str, ru: str, en: str, numerator: str, denominator: str, **more: Any) -> PostRate:
    return PostRate(code, ru, en, f"{numerator} ÷ {denominator}", inputs=(numerator, denominator), **more)


def _remaining(whole: pandas.Series, *parts: pandas.Series) -> pandas.Series:
    """What the parts leave of the whole, as a share of it; parts that overlap beyond it leave no share."""
    share = (whole - sum(parts)) / whole
    return share.where(share >= 0)


def _of_counted(acts: pandas.Series, seen: pandas.Series) -> pandas.Series:
    """What people did on what was seen; more of it than was seen comes from where nobody counted."""
    return (acts / seen).where(acts <= seen)


_FORMULAS = [
    _rate("reach_rate", "Доля охвата подписчиков", "Reach rate", "reach", "followers"),
    PostRate(
        "organic_share",
        "Доля органики в охвате публикации",
        "Organic share of a post’s reach",
        "(reach − reach_paid) ÷ reach",
        function=_remaining,
        inputs=("reach", "reach_paid"),
        good=0,
        note_ru="Кого показала реклама, те не органика, даже если видели публикацию и без неё.",
        note_en="People whom ads have reached are not organic, even where they saw the post without ads too.",
    ),
    PostRate(
        "direct_share",
        "Доля прямой органики в охвате публикации",
        "Direct organic share of a post’s reach",
        "(reach − reach_paid − reach_viral) ÷ reach",
        function=_remaining,
        inputs=("reach", "reach_paid", "reach_viral"),
        good=0,
        note_ru="Без рекламы и без виральности.",
        note_en="Neither paid nor viral.",
    ),
    _rate("frequency", "Частота контакта", "Frequency", "impressions", "reach", unit=Unit.TIMES, good=0),
    _rate("er_post", "ER публикации по подписчикам", "ER by post, on followers", "interactions", "followers"),
    Formula(
        "er_day",
        "ER day: среднедневная вовлечённость",
        "ER day: mean daily engagement",
        "interactions ÷ followers ÷ days",
        note_ru="Подписчики — в среднем за эти дни; день без значения берёт последнее известное.",
        note_en="Followers are the mean of these days; a day without a value takes the last one known.",
    ),
    _rate(
        "er_reach",
        "ER по охвату (ERR)",
        "ER by reach",
        "interactions",
        "reach",
        version=2,
        function=_of_counted,
        note_ru="Взаимодействия к охвату; публикация, у которой взаимодействий больше охвата, не считается.",
        note_en="Interactions on reach; a post with more interactions than reach does not count.",
        source="tenchat.ru/media/3098711-metriki-smm-err-vs-er",
    ),
    _rate(
        "er_view",
        "ER по просмотрам (ERV)",
        "ER by views",
        "interactions",
        "views",
        version=2,
        function=_of_counted,
        note_ru="Взаимодействия к просмотрам; публикация, у которой взаимодействий больше просмотров, не считается.",
        note_en="Interactions on views; a post with more interactions than views does not count.",
        source="kurshub.ru/journal/blog/chto-takoe-er",
    ),
    _rate(
        "view_rate",
        "VR: просмотры публикации к подписчикам",
        "View rate: views of a post on followers",
        "views",
        "followers",
        note_ru="В Telegram её называют ERR (TGStat); ERR маркетологов — это er_reach, взаимодействия к охвату.",
        note_en="TGStat calls it ERR in Telegram; the marketers' ERR is er_reach, interactions on reach.",
        source="adgem.ru/articles/6",
    ),
    PostRate(
        "tg_er",
        "Telegram ER (TGStat): репосты, реакции и комментарии к просмотрам",
        "Telegram ER (TGStat): forwards, reactions and comments on views",
        "(shares + likes + comments) ÷ views",
        function=lambda shares, likes, comments, views: _of_counted(shares + likes + comments, views),
        inputs=("shares", "likes", "comments", "views"),
        networks=frozenset({TG}),
        version=2,
        note_ru="Только когда известны все три слагаемых и вместе их не больше, чем просмотров.",
        note_en="Only where all three are known and together are no more than the views.",
        source="adgem.ru/articles/6",
    ),
    _rate("lr", "Love Rate", "Love rate", "likes", "followers"),
    _rate("tr", "Talk Rate", "Talk rate", "comments", "followers"),
    _rate("share_rate", "Доля репостов", "Share rate", "shares", "followers"),
    _rate("save_rate", "Доля сохранений", "Save rate", "saves", "reach", version=2, function=_of_counted),
    _rate(
        "virality",
        "Виральность (к охвату)",
        "Virality, on reach",
        "shares",
        "reach",
        version=2,
        function=_of_counted,
        source="ki.social/social-metric-engagement",
    ),
    Formula(
        "amplification",
        "Распространение: репостов на публикацию",
        "Amplification: shares per post",
        "shares ÷ posts",
        unit=Unit.COUNT,
        note_ru="По публикациям, репосты которых известны.",
        note_en="Over the posts of which shares are known.",
        source="truesocialmetrics.com/university/metric-introduction",
    ),
    _rate("vtr", "VTR: просмотры видео к показам", "VTR: video views on impressions", "video_views", "impressions", version=2),
    Formula("growth_abs", "Прирост подписчиков", "Growth of followers", "end − start", unit=Unit.COUNT),
    Formula("growth_rate", "Темп прироста", "Growth rate", "(end − start) ÷ start"),
    Formula(
        "growth_net",
        "Пришли минус ушли",
        "Joined less left",
        "followers_gained − followers_lost",
        unit=Unit.COUNT,
        version=2,
        note_ru="По дням, за которые известны и те и другие; с приростом не сравнивается.",
        note_en="Over the days of which both are known; not compared with growth.",
    ),
    Formula("churn_rate", "Отток", "Churn rate", "followers_lost ÷ start", good=-1),
    Formula(
        "posts_per_week",
        "Публикаций в неделю",
        "Posts per week",
        "posts ÷ days × 7",
        unit=Unit.PER_WEEK,
        version=3,
        good=0,
        note_ru="По дням, публикации которых известны; у нескольких аккаунтов — известны у всех сразу.",
        note_en="Over the days whose posts are known; of several accounts, known of all of them together.",
    ),
    Formula(
        "per_day",
        "В среднем за известный день",
        "Mean of a known day",
        "total ÷ days",
        unit=Unit.COUNT,
        good=0,
        note_ru="Вместо суммы, если известных дней в двух периодах не поровну.",
        note_en="In place of a sum where not as many days are known of two periods.",
    ),
    Formula("active_days", "Дни с публикациями", "Days with a post", "days_with_a_post ÷ days", good=0),
    Formula(
        "interval",
        "Интервал между публикациями, дней",
        "Interval between posts, days",
        "next − post",
        unit=Unit.DAYS,
        version=2,
        good=-1,
        note_ru="Между соседними публикациями, если известны все дни между ними.",
        note_en="Between neighbouring posts of which all days between are known.",
    ),
    Formula(
        "silence",
        "Самая долгая пауза, дней",
        "Longest silence, days",
        "last − first + 1",
        unit=Unit.DAYS,
        version=2,
        good=-1,
        note_ru="Самый длинный ряд известных дней без публикаций.",
        note_en="The longest run of known days without a post.",
    ),
    _rate(
        "ctr",
        "CTR: все клики к показам",
        "CTR: all clicks on impressions",
        "clicks",
        "impressions",
        version=3,
        function=_of_counted,
    ),
    _rate(
        "link_ctr",
        "CTR ссылки: клики по ссылке к показам",
        "Link CTR: link clicks on impressions",
        "link_clicks",
        "impressions",
        version=2,
        function=_of_counted,
    ),
    Formula("cr", "CR: конверсия визитов", "CR of visits", "goal_visits ÷ visits"),
    Formula(
        "interactions",
        "Взаимодействия",
        "Interactions",
        "likes + comments + shares + saves",
        unit=Unit.COUNT,
        version=2,
        note_ru="Слагаемое в пятую часть суммы входит всегда: без него взаимодействия публикации неизвестны; меньшее входит, "
        "если известно почти у всех публикаций аккаунта.",
        note_en="A part of a fifth of the sum always counts: without it the post’s interactions are not known; a smaller one "
        "counts where it is known of nearly all posts of the account.",
    ),
    Formula("change", "Относительное изменение", "Relative change", "(now − then) ÷ |then|", good=0),
    Formula("share", "Доля", "Share", "part ÷ whole", good=0),
    Formula("times", "Во сколько раз", "Times", "value ÷ base", unit=Unit.TIMES, good=0),
    Formula("coverage", "Покрытие: доля известного", "Coverage: the known share", "known ÷ expected"),
    Formula("count", "Количество", "Count", "n", unit=Unit.COUNT, good=0),
    Formula(
        "score",
        "Оценка качества: от нуля до четырёх",
        "Quality score, from nought to four",
        "Σ(score × weight) ÷ Σ(weight)",
        unit=Unit.SCORE,
        note_ru="Оценки экспертов по критериям; неприменимые критерии не считаются.",
        note_en="Experts’ scores of criteria; those that do not apply do not count.",
    ),
    Formula(
        "maturity_level",
        "Уровень зрелости: от первого до пятого",
        "Maturity level, from one to five",
        "mean_level ≤ lowest_level + 2",
        unit=Unit.SCORE,
        note_ru="По измерению — оценка эксперта, в целом — когда оценены все измерения.",
        note_en="Of a dimension an expert’s assessment, of all once every dimension has a level.",
    ),
    Formula("estimate", "Эффект или усилия: от одного до пяти", "Impact or effort, from one to five", "estimate", unit=Unit.SCORE),
    Formula("soe", "SOE: доля вовлечённости", "SOE: share of engagement", "interactions ÷ interactions_of_all"),
]
FORMULAS: dict[str, Formula] = {f.code: f for f in _FORMULAS}


def identity(code: str) -> str:
    """«code@version» of the formula with this code or, where there is none, of the metric itself; LookupError without either."""
    return FORMULAS[code].id if code in FORMULAS else f"{metric(code).code}@1"
