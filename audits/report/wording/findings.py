"""What a finding says, by its code: a title and a clause; of several wordings the first that has all its numbers is taken."""

import re
from dataclasses import dataclass

from audits.criteria import Words
from audits.evidence import Finding
from audits.report.telling import Telling
from audits.report.wording.parts import parts_of
from audits.report.words import capitalised, joined, sentence
from smmstrategy.reports.document import Text

_PLACE = re.compile(r"\{(\w+)")
_RANK_RU = "{name} на общих площадках: бренд на {place}-м месте из {of}"
_RANK_EN = "{name} on shared networks: the brand ranks {place} of {of}"


@dataclass(frozen=True, slots=True)
class Wording:
    title: tuple[Words, ...]
    clause: tuple[Words, ...]


def said(telling: Telling, finding: Finding, form: str) -> Text:
    """The finding as a «title», beginning with a capital, or as a «clause» to stand inside another sentence."""
    parts = parts_of(telling, finding)
    forms: tuple[Words, ...] = getattr(FINDINGS[finding.code], form)
    chosen = next((words for words in forms if set(_PLACE.findall(words.ru)) <= parts.keys()), forms[-1])
    text = joined(_about(telling, finding), sentence(chosen, telling.language, **parts))
    return capitalised(text) if form == "title" else text


def _about(telling: Telling, finding: Finding) -> Text:
    """Whose finding it is, when it is one account's and the sentence does not name it."""
    if "account" in finding.words or not finding.subject.startswith("account-"):
        return ()
    return (telling.account(int(finding.subject.removeprefix("account-")), 28), ": ")


def _words(*pairs: tuple[str, str]) -> tuple[Words, ...]:
    return tuple(Words(ru, en) for ru, en in pairs)


def _moved() -> Wording:
    """A measure of the median post that rose or fell."""
    return Wording(
        _words(
            (
                "{name} медианной публикации {moved} с {then} до {now} {against}",
                "{name} of the median post {moved} from {then} to {now} {against}",
            )
        ),
        _words(("{name} {moved} с {then} до {now}", "{name} {moved} from {then} to {now}")),
    )


def _went(ru: str, en: str) -> Wording:
    """Something counted that rose or fell; the title adds against what."""
    return Wording(_words((f"{ru} {{against}}", f"{en} {{against}}")), _words((ru, en)))


def _steady(ru: str, en: str) -> Wording:
    return _same((f"{ru} без значимых изменений: {{now}}, n = {{n}}", f"no significant change in {en}: {{now}}, n = {{n}}"))


def _same(*pairs: tuple[str, str]) -> Wording:
    return Wording(_words(*pairs), _words(*pairs))


def _or_a_hole(ru: str, en: str) -> tuple[Words, ...]:
    """A silence, and where it fills whole months or is open that the file may lack them or end there."""
    hole = "или в файле нет {months} {months:месяца|месяцев|месяцев}", "or the file lacks {months} {months:month|months}"
    return _words((f"{ru}, {hole[0]}", f"{en}, {hole[1]}"), (f"{ru}, {{edge}}", f"{en}, {{edge}}"), (ru, en))


def _compared(ru: str, en: str) -> Wording:
    """A group of posts against all posts, itself among them; the title adds how many the group has."""
    return Wording(
        _words(
            (
                f"{ru}: {{name}} {{part}} против {{whole}} в целом, n = {{n}}",
                f"{en}: {{name}} {{part}} against {{whole}} overall, n = {{n}}",
            )
        ),
        _words((f"{ru}: {{part}} против {{whole}}", f"{en}: {{part}} against {{whole}}")),
    )


FINDINGS: dict[str, Wording] = {
    "er_change": _moved(),
    "er_steady": _steady("{name}", "{name}"),
    "interactions_change": _moved(),
    "er_why": Wording(
        _words(
            (
                "{name} {moved} до {end} {cause} {what} «{key}»: {effect} из {delta}",
                "{name} {moved} to {end} {cause} {what} “{key}”: {effect} of {delta}",
            )
        ),
        _words(("{name} {moved} до {end} {cause} {what} «{key}»", "{name} {moved} to {end} {cause} {what} “{key}”")),
    ),
    "outliers": Wording(
        _words(
            (
                "средний отклик в {times} раза выше медианного ({mean} и {median}): его дают единичные публикации",
                "the mean response is {times} times the median ({mean} and {median}): a few posts carry it",
            )
        ),
        _words(
            (
                "отклик держится на единичных публикациях: среднее в {times} раза выше медианы",
                "a few posts carry the response: the mean is {times} times the median",
            )
        ),
    ),
    "reach_change": _moved(),
    "reach_steady": _steady("охват публикации", "the reach of a post"),
    "organic_change": _moved(),
    "views_change": _moved(),
    "views_steady": _steady("просмотры публикации", "the views of a post"),
    "frequency": _same(
        ("один человек видит бренд в среднем {frequency} раза", "one person meets the brand {frequency} times on average"),
    ),
    "post_frequency": _same(
        (
            "медианная публикация показана каждому охваченному {frequency} раза, n = {n}",
            "the median post is shown {frequency} times to each person it reaches, n = {n}",
        ),
    ),
    "followers_growth": Wording(
        _words(
            (
                "{audience} {grew} с {start} до {end} {end:подписчика|подписчиков|подписчиков} ({rate})",
                "{audience} {grew} from {start} to {end} {end:follower|followers} ({rate})",
            ),
            (
                "{audience} {grew} с {start} до {end} {end:подписчика|подписчиков|подписчиков}",
                "{audience} {grew} from {start} to {end} {end:follower|followers}",
            ),
        ),
        _words(
            ("{audience} {grew}: {rate} подписчиков", "{audience} {grew}: {rate} followers"),
            (
                "{audience} {grew} до {end} {end:подписчика|подписчиков|подписчиков}",
                "{audience} {grew} to {end} {end:follower|followers}",
            ),
        ),
    ),
    "followers_steady": _same(
        (
            "{audience} без значимых изменений: {end} {end:подписчик|подписчика|подписчиков}",
            "no significant change of {audience}: {end} {end:follower|followers}",
        ),
    ),
    "followers_peak": _same(
        (
            "{month} дал {share} прироста: {month_growth} из {growth}",
            "{month} brought {share} of the growth: {month_growth} of {growth}",
        ),
    ),
    "churn": _same(
        (
            "пришли {gained}, ушли {lost}: отток — {rate} от аудитории на старте",
            "{gained} joined and {lost} left: churn is {rate} of the audience at the start",
        ),
        (
            "пришли {gained}, ушли {lost} {lost:подписчик|подписчика|подписчиков}",
            "{gained} joined, {lost} {lost:follower|followers} left",
        ),
    ),
    "volume": _same(
        (
            "вышло {posts} {posts:публикация|публикации|публикаций} — {per_week} в неделю",
            "{posts} {posts:post|posts} came out, {per_week} a week",
        ),
    ),
    "volume_change": _went(
        "темп {went} с {then} до {now} {now:публикации|публикаций|публикаций} в неделю",
        "the pace {went} from {then} to {now} {now:post|posts} a week",
    ),
    "rhythm_uneven": _same(
        ("публикации выходят неровно: от {least} до {most} в неделю", "posts come unevenly: between {least} and {most} a week"),
    ),
    "silence": Wording(
        _or_a_hole(
            "{account}: {days} {days:день|дня|дней} без публикаций, {first} — {last}",
            "{account}: {days} {days:day|days} without a post, {first} — {last}",
        ),
        _or_a_hole("{account} молчал {days} {days:день|дня|дней}", "{account} was silent for {days} {days:day|days}"),
    ),
    "format_best": _compared("{format} работают лучше", "{format} do better"),
    "format_worst": _compared("{format} работают хуже", "{format} do worse"),
    "format_share": _same(
        (
            "{format}: {posts_share} публикаций и {interactions_share} взаимодействий",
            "{format}: {posts_share} of posts and {interactions_share} of interactions",
        ),
        ("{format}: {posts_share} публикаций, n = {n}", "{format}: {posts_share} of posts, n = {n}"),
    ),
    "best_time": _compared("{when} публикации работают лучше", "{when} posts do better"),
    "worst_time": _compared("{when} публикации работают хуже", "{when} posts do worse"),
    "time_steady": _same(
        (
            "время выхода не даёт значимых различий: n = {n} {n:публикация|публикации|публикаций}",
            "time of posting makes no significant difference: n = {n} {n:post|posts}",
        ),
    ),
    "text_length": _compared("{length} работают лучше", "{length} do better"),
    "text_length_worst": _compared("{length} работают хуже", "{length} do worse"),
    "traffic": _same(
        (
            "сайт получил {visits} {visits:визит|визита|визитов}, конверсия — {cr}",
            "the website had {visits} {visits:visit|visits} with {cr} conversion",
        ),
        ("сайт получил {visits} {visits:визит|визита|визитов}", "the website had {visits} {visits:visit|visits}"),
    ),
    "traffic_change": _went("{name} {moved} с {then} до {now}", "{name} {moved} from {then} to {now}"),
    "traffic_source": _same(
        (
            "источник «{source}» даёт {share} трафика: {visits} из {all}",
            "“{source}” brings {share} of traffic: {visits} of {all}",
        )
    ),
    "competitor_ahead": _same(
        (
            "{competitor} впереди на общих площадках: {name} {theirs} против {own} у бренда",
            "{competitor} is ahead on shared networks: {name} {theirs} against the brand’s {own}",
        ),
    ),
    "competitor_behind": _same(
        (
            "{competitor} позади на общих площадках: {name} {theirs} против {own} у бренда",
            "{competitor} is behind on shared networks: {name} {theirs} against the brand’s {own}",
        ),
    ),
    "rank": _same(
        (f"{_RANK_RU}, {{own}} против {{second}} у следующего", f"{_RANK_EN}, {{own}} against the next one’s {{second}}"),
        (f"{_RANK_RU}, {{own}} против {{best}} у лидера", f"{_RANK_EN}, {{own}} against the leader’s {{best}}"),
    ),
    "soe": _same(
        (
            "на общих площадках на бренд приходится {share} всех взаимодействий {of} {of:бренда|брендов|брендов}",
            "on shared networks the brand holds {share} of all interactions of {of} {of:brand|brands}",
        ),
    ),
    "data_enough": _same(
        (
            "для выводов данных хватает: {posts} {posts:публикация|публикации|публикаций}, известно {coverage} нужных показателей",
            "enough to judge by: {posts} {posts:post|posts}, {coverage} of the wanted measures known",
        ),
        ("данных хватает: известно {coverage} нужных показателей", "data suffices: {coverage} of the wanted measures known"),
    ),
    "data_gaps": _same(
        (
            "данные покрывают {coverage}, пробелов — {gaps}: часть выводов осторожна",
            "data covers {coverage} with {gaps} {gaps:gap|gaps}: some conclusions are cautious",
        ),
    ),
    "only_wider": _same(
        (
            "{account}: есть лишь итог за {since} — {until}; нужны {first} — {last} по месяцам",
            "{account}: only a total of {since} — {until}; ask for {first} — {last} by month",
        )
    ),
    "no_data": _same(
        (
            "{account}: нет данных ни за один из {months} {months:месяца|месяцев|месяцев}",
            "{account}: no data in any of {months} {months:month|months}",
        ),
    ),
    "no_posts_imported": _same(("{account}: публикации не загружены", "{account}: no posts were imported")),
    "few_posts": _same(
        (
            "{account}: для выводов мало — {posts} {posts:публикация|публикации|публикаций}",
            "{account}: too little to judge by, {posts} {posts:post|posts}",
        ),
    ),
    "few_months": _same(
        (
            "{account}: данные есть за {months} из {expected} {expected:месяца|месяцев|месяцев}",
            "{account}: data in {months} of {expected} {expected:month|months}",
        ),
    ),
    "undated_posts": _same(
        (
            "{account}: без даты {posts} {posts:публикация|публикации|публикаций}, в период они не вошли",
            "{account}: {posts} {posts:post|posts} without a date, outside the period",
        ),
    ),
    "dormant_account": _same(
        ("{account}: нет публикаций {days} {days:день|дня|дней}", "{account}: no post for {days} {days:day|days}"),
    ),
    "gone_posts": _same(
        (
            "удалено {gone} из {posts} {posts:публикации|публикаций|публикаций} периода",
            "{gone} of {posts} {posts:post|posts} of the period were deleted",
        ),
    ),
}
