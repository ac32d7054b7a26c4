"""What findings on the data say: whether it suffices, and what is missing of which account."""

from dataclasses import replace

from audits.report.wording.patterns import Wording, same, words

OF_DATA: dict[str, Wording] = {
    "data_enough": same(
        (
            "для выводов данных хватает: {posts} {posts:публикация|публикации|публикаций}, "
            "нужные показатели известны на {coverage}",
            "enough to judge by: {posts} {posts:post|posts}, the wanted measures are {coverage} known",
        ),
        ("данных хватает: нужные показатели известны на {coverage}", "data suffices: the wanted measures are {coverage} known"),
    ),
    "data_in_part": same(
        (
            "публикаций для выводов хватает — {posts}, но нужные показатели известны лишь на {coverage}",
            "posts are enough to judge by, {posts} of them, but the wanted measures are only {coverage} known",
        ),
        ("нужные показатели известны лишь на {coverage}", "the wanted measures are only {coverage} known"),
    ),
    "data_gaps": same(
        (
            "данные покрывают {coverage}, по {without} из {kept} их нет: часть выводов осторожна",
            "data covers {coverage} and lacks {without} of {kept}: some conclusions are cautious",
        ),
        (
            "данные покрывают {coverage}, неполных показателей — {incomplete}: часть выводов осторожна",
            "data covers {coverage}, {incomplete} {incomplete:measure is|measures are} incomplete: some conclusions are cautious",
        ),
    ),
    "only_wider": replace(
        same(
            (
                "{account}: есть лишь итог за {since} — {until}; нужны {first} — {last} по месяцам",
                "{account}: only a total of {since} — {until}; ask for {first} — {last} by month",
            )
        ),
        brief=words(("{account}: есть лишь итог за {since} — {until}", "{account}: only a total of {since} — {until}")),
    ),
    "no_data": same(
        (
            "{account}: нет данных ни за один из {months} {months:месяца|месяцев|месяцев}",
            "{account}: no data in any of {months} {months:month|months}",
        ),
    ),
    "no_posts_imported": same(("{account}: публикации не загружены", "{account}: no posts were imported")),
    "totals_alone": same(
        ("{account}: известны только итоги, не сами публикации", "{account}: only totals are known, not the posts themselves")
    ),
    "few_posts": same(
        (
            "{account}: для выводов мало — {posts} {posts:публикация|публикации|публикаций}",
            "{account}: too little to judge by, {posts} {posts:post|posts}",
        ),
    ),
    "months_in_doubt": same(
        (
            "{account}: неизвестно, были ли публикации: {months} {months:месяц|месяца|месяцев}",
            "{account}: not known whether there were posts: {months} {months:month|months}",
        ),
    ),
    "few_months": same(
        (
            "{account}: данные есть за {months} из {expected} {expected:месяца|месяцев|месяцев}",
            "{account}: data in {months} of {expected} {expected:month|months}",
        ),
    ),
    "undated_posts": same(
        (
            "{account}: без даты {posts} {posts:публикация|публикации|публикаций}, в период не {posts:вошла|вошли|вошли}",
            "{account}: {posts} {posts:post|posts} without a date, outside the period",
        ),
    ),
    "dormant_account": same(
        ("{account}: нет публикаций {days} {days:день|дня|дней}", "{account}: no post for {days} {days:day|days}"),
    ),
}
