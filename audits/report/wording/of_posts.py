"""What findings on posts say: on their response, reach, number, rhythm, formats, times and lengths."""

from audits.report.wording.patterns import NOT_SURE, Wording, compared, moved, same, steady, unless_a_hole, went, words

_UNEVEN_RU = "публикации выходят неровно: от {least} до {most} в неделю"
_UNEVEN_EN = "posts come unevenly: between {least} and {most} a week"
_UNEVEN = unless_a_hole(f"{_UNEVEN_RU} ({{some}})", f"{_UNEVEN_EN} ({{some}})") + unless_a_hole(_UNEVEN_RU, _UNEVEN_EN)
_PACE = (
    "темп {went} с {then} до {now} {now:публикации|публикаций|публикаций} в неделю",
    "the pace {went} from {then} to {now} {now:post|posts} a week",
)

OF_POSTS: dict[str, Wording] = {
    "er_change": moved(),
    "er_unsure": moved(NOT_SURE),
    "er_steady": steady("{name}", "{name}"),
    "interactions_change": moved(),
    "er_why": Wording(
        words(
            (
                "{name} {moved} до {end} {cause} {reason}: {effect} и {other_effect} из {of}",
                "{name} {moved} to {end} {cause} {reason}: {effect} and {other_effect} of {of}",
            ),
            (
                "{name} {moved} до {end} {cause} {reason}: {effect} из {of}",
                "{name} {moved} to {end} {cause} {reason}: {effect} of {of}",
            ),
            ("{name} {moved} до {end} {cause} {reason}", "{name} {moved} to {end} {cause} {reason}"),
        ),
        words(("{name} {moved} до {end} {cause} {reason}", "{name} {moved} to {end} {cause} {reason}")),
        words(("{name} {moved} с {start} до {end}", "{name} {moved} from {start} to {end}")),
    ),
    "outliers": Wording(
        words(
            (
                "средний отклик в {times} раза выше медианного ({mean} и {median}): его дают единичные публикации",
                "the mean response is {times} times the median ({mean} and {median}): a few posts carry it",
            )
        ),
        words(
            (
                "отклик держится на единичных публикациях: среднее в {times} раза выше медианы",
                "a few posts carry the response: the mean is {times} times the median",
            )
        ),
    ),
    "reach_change": moved(),
    "reach_steady": steady("охват публикации", "the reach of a post"),
    "organic_change": moved(),
    "views_change": moved(),
    "views_steady": steady("просмотры публикации", "the views of a post"),
    "frequency": same(
        ("один человек видит бренд в среднем {frequency} раза", "one person meets the brand {frequency} times on average"),
    ),
    "post_frequency": same(
        (
            "медианная публикация показана каждому охваченному {frequency} раза, n = {n}",
            "the median post is shown {frequency} times to each person it reaches, n = {n}",
        ),
    ),
    "volume": same(
        (
            "{posts:вышла|вышли|вышло} {posts} {posts:публикация|публикации|публикаций} — {per_week} в неделю",
            "{posts} {posts:post|posts} came out, {per_week} a week",
        ),
        ("{posts:вышла|вышли|вышло} {posts} {posts:публикация|публикации|публикаций}", "{posts} {posts:post|posts} came out"),
    ),
    "volume_change": went(*_PACE),
    "volume_unsure": went(*_PACE, NOT_SURE),
    "rhythm_uneven": Wording(_UNEVEN, _UNEVEN, unless_a_hole(_UNEVEN_RU, _UNEVEN_EN)),
    "silence": Wording(
        unless_a_hole(
            "{account}: {days} {days:день|дня|дней} без публикаций, {first} — {last}",
            "{account}: {days} {days:day|days} without a post, {first} — {last}",
        ),
        unless_a_hole("{account} молчал {days} {days:день|дня|дней}", "{account} was silent for {days} {days:day|days}"),
    ),
    "format_best": compared("{format} работают лучше", "{format} do better"),
    "format_worst": compared("{format} работают хуже", "{format} do worse"),
    "format_share": same(
        (
            "{format}: {posts_share} публикаций и {interactions_share} взаимодействий",
            "{format}: {posts_share} of posts and {interactions_share} of interactions",
        ),
        ("{format}: {posts_share} публикаций, n = {n}", "{format}: {posts_share} of posts, n = {n}"),
    ),
    "best_time": compared("{when} публикации работают лучше", "{when} posts do better"),
    "worst_time": compared("{when} публикации работают хуже", "{when} posts do worse"),
    "time_steady": same(
        (
            "время выхода не даёт значимых различий: n = {n} {n:публикация|публикации|публикаций}",
            "time of posting makes no significant difference: n = {n} {n:post|posts}",
        ),
    ),
    "text_length": compared("{length} работают лучше", "{length} do better"),
    "text_length_worst": compared("{length} работают хуже", "{length} do worse"),
    "gone_posts": same(
        (
            "{gone:удалена|удалены|удалено} {gone} из {posts} {posts:публикации|публикаций|публикаций} периода",
            "{gone} of {posts} {posts:post|posts} of the period {gone:was|were} deleted",
        ),
    ),
}
