"""Sentences: every finding has words in both languages, plurals agree, units of measure keep to their number."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from audits.evidence import ENDINGS, MEAN_DAY, Finding, Severity
from audits.findings.codes import CODES
from audits.measures.numbers import count
from audits.opportunities import recommendations
from audits.report import measure_names
from audits.report.pages import content, volume
from audits.report.shortening import shortened
from audits.report.telling import Telling
from audits.report.titles import titled
from audits.report.wording.findings import FINDINGS, said
from audits.report.words import listed, sentence, uncapitalised
from smmstrategy.metrics.catalogue import METRICS
from smmstrategy.metrics.formulas import FORMULAS
from smmstrategy.reports.document import Figure, Shown
from smmstrategy.reports.formats import write
from smmstrategy.words import Words
from tests.audits.report.builder import full


def test_every_finding_has_words():
    assert FINDINGS.keys() == CODES.keys()


@pytest.mark.parametrize("code", FINDINGS)
def test_both_languages_name_the_same_numbers(code: str):
    for words in (*FINDINGS[code].title, *FINDINGS[code].clause, *FINDINGS[code].brief):
        assert set(re.findall(r"\{(\w+)", words.ru)) == set(re.findall(r"\{(\w+)", words.en))
        assert words.ru
        assert words.en


def test_recommendations_answer_findings_that_exist():
    assert {s.finding for s in recommendations()} <= CODES.keys()
    assert len({(s.finding, s.direction) for s in recommendations()}) == len(recommendations())


def test_a_short_sentence_says_of_the_median_post_that_it_moved_not_of_all_of_them():
    numbers = {"now": count("own.now", "views.median", 3063), "then": count("own.before", "views.median", 2096)}
    moved = Finding("views_change", Severity.GOOD, "own", numbers, {"measure": "views.median", "against": "before"}, 1)
    ru, en = (write(said(Telling(full(), language), moved, "clause"), language) for language in ("ru", "en"))
    assert ru.replace("\u00a0", " ") == "просмотры в медиане выросли с 2 096 до 3 063"
    assert en == "median views rose from 2,096 to 3,063"


@pytest.mark.parametrize("code", FORMULAS)
def test_every_formula_has_its_name_beside_each_statistic_and_in_the_id_of_a_number(code: str):
    for language, middle in (("ru", "медиана"), ("en", "median")):
        name = measure_names.titled(code, language)
        assert measure_names.named(f"{code}.median", language) == f"{name}, {middle}"
        assert {measure_names.titled(f"own.now.{code}{ending}", language) for ending in (*ENDINGS, MEAN_DAY)} == {name}


def test_the_vtr_of_the_median_post_is_called_so():
    assert measure_names.named("vtr.median", "ru") == "VTR: просмотры видео к показам, медиана"
    assert measure_names.named("vtr.median", "en") == "VTR: video views on impressions, median"
    assert measure_names.measure("own.now.vtr.median").shown is Shown.PERCENT


@pytest.mark.parametrize(
    ("months", "hole"), [(1, "не пропущен 1 месяц"), (2, "не пропущены 2 месяца"), (5, "не пропущено 5 месяцев")]
)
def test_months_that_a_file_lacks_agree_in_russian(months: int, hole: str):
    words = {"account": "Зерно", "first": "2026-04-01", "last": "2026-08-31", "edge": ""}
    numbers = {role: count("finding", role, n) for role, n in (("days", 147), ("months", months))}
    silence = Finding("silence", Severity.BAD, "account-1", numbers, words)
    assert write(said(Telling(full(), "ru"), silence, "title"), "ru").replace("\u00a0", " ").endswith(f", если в файле {hole}")


@pytest.mark.parametrize(
    ("language", "whose", "title"),
    [
        ("ru", "", "Публикации выходят неровно: от 0 до 28 в неделю (по 1 из 2 аккаунтов), если в файле не пропущен 1 месяц"),
        ("en", "", "Posts come unevenly: between 0 and 28 a week (in 1 of 2 accounts), unless the file lacks 1 month"),
        ("ru", "4", "Публикации выходят неровно: от 0 до 28 в неделю, если в файле Одноклассники не пропущен 1 месяц"),
        ("en", "4", "Posts come unevenly: between 0 and 28 a week, unless the file of Odnoklassniki lacks 1 month"),
    ],
)
def test_a_title_on_uneven_weeks_is_one_sentence_and_says_less_where_it_has_no_room(language: str, whose: str, title: str) -> None:
    roles = {"least": 0, "most": 28, "per_week": 9, "known": 1, "of": 2, "months": 1}
    numbers = {role: count(f"finding.{role}", "posts", n) for role, n in roles.items()}
    uneven = Finding("rhythm_uneven", Severity.WARNING, "own", numbers, {"edge": "", "whose": whose})
    assert write(titled(Telling(full(), language), uneven), language).replace("\u00a0", " ") == title


@pytest.mark.parametrize(
    ("code", "roles", "one", "two"),
    [
        ("volume", ("posts", "per_week"), "вышла 1 публикация — 1 в неделю", "вышли 2 публикации — 2 в неделю"),
        ("churn", ("gained", "lost"), "пришёл 1, ушёл 1 подписчик", "пришли 2, ушли 2 подписчика"),
        (
            "undated_posts",
            ("posts",),
            "ВК: без даты 1 публикация, в период не вошла",
            "ВК: без даты 2 публикации, в период не вошли",
        ),
    ],
)
def test_a_verb_agrees_with_what_it_counts_in_russian(code: str, roles: tuple[str, ...], one: str, two: str):
    words = next(w for w in reversed(FINDINGS[code].title) if {*roles} <= set(re.findall(r"\{(\w+)", w.ru)))
    for n, ru in ((1, one), (2, two)):
        figures = {role: Figure(role, n) for role in roles}
        assert write(sentence(words, "ru", account="ВК", **figures), "ru").replace("\u00a0", " ") == ru


@pytest.mark.parametrize(
    ("gone", "posts", "ru", "en"),
    [
        (1, 21, "удалена 1 из 21 публикации периода", "1 of 21 posts of the period was deleted"),
        (2, 20, "удалены 2 из 20 публикаций периода", "2 of 20 posts of the period were deleted"),
        (5, 25, "удалено 5 из 25 публикаций периода", "5 of 25 posts of the period were deleted"),
    ],
)
def test_deleted_posts_agree_with_their_count(gone: int, posts: int, ru: str, en: str):
    deleted = Finding(
        "gone_posts", Severity.WARNING, "own", {"gone": count("f", "gone", gone), "posts": count("f", "posts", posts)}
    )
    told = (write(said(Telling(full(), language), deleted, "clause"), language) for language in ("ru", "en"))
    assert [text.replace("\u00a0", " ") for text in told] == [ru, en]


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("ru", "Лучшая публикация к медиане своего аккаунта: взаимодействия — 163, в 3,7 раза больше"),
        ("en", "The best post against the median of its account: interactions 163, 3.7 times as many"),
    ],
)
def test_a_title_says_what_the_best_post_drew_and_by_what_it_is_the_best(language: str, title: str):
    """Two of the posts beside it drew more, 174 and 165, in accounts that usually draw more."""
    page = next(page for page in content.pages(Telling(full(), language)) if page.key == "posts")
    assert write(page.title, language).replace("\u00a0", " ") == title


@pytest.mark.parametrize(
    ("language", "title"),
    [("ru", "По неделям; за период в целом — 11,9 в неделю"), ("en", "By week; 11.9 a week over the period")],
)
def test_the_pace_over_the_weeks_is_said_to_be_that_of_the_whole_period(language: str, title: str):
    """The 25 bars have a mean of 11.84: fifteen posts of incomplete weeks stand in none of them."""
    (page,) = volume.pages(Telling(replace(full(), findings=()), language))
    assert write(page.blocks[0].title, language).replace("\u00a0", " ") == title


POSTS = Words("{n} {n:публикация|публикации|публикаций}", "{n} {n:post|posts} came out")


@pytest.mark.parametrize(
    ("value", "ru", "en"),
    [
        (1, "1 публикация", "1 post came out"),
        (2, "2 публикации", "2 posts came out"),
        (5, "5 публикаций", "5 posts came out"),
        (11, "11 публикаций", "11 posts came out"),
        (21, "21 публикация", "21 posts came out"),
        (112, "112 публикаций", "112 posts came out"),
        (0, "0 публикаций", "0 posts came out"),
    ],
)
def test_plurals_agree(value: int, ru: str, en: str):
    figure = Figure("n", value)
    assert write(sentence(POSTS, "ru", n=figure), "ru").replace("\u00a0", " ") == ru
    assert write(sentence(POSTS, "en", n=figure), "en").replace("\u00a0", " ") == en


@pytest.mark.parametrize(
    ("name", "other", "shown"),
    [
        ("Активное Долголетие в Подмосковье", "Активное долголетие", "Акти… в Подм…"),
        ("Кофейня Северная и Южная", "Кофейня Север", "Кофе… Северн…"),
        ("Moloday | Активное долголетие", "Кофе", "Moloday…"),
    ],
)
def test_a_cut_name_is_not_what_another_may_be_taken_for(name, other, shown):
    assert shortened(name, 13, (name, other)) == shown


def test_a_fraction_and_a_shortened_number_take_their_own_forms():
    assert _ru(Figure("n", Decimal("2.4"), Shown.DECIMAL, 1)) == "2,4 публикации"
    assert _ru(Figure("n", Decimal("1.0"), Shown.DECIMAL, 1)) == "1,0 публикация"
    assert _ru(Figure("n", 21_000, Shown.SHORT, 1)) == "21,0 тыс. публикаций"


def _ru(figure: Figure) -> str:
    return write(sentence(POSTS, "ru", n=figure), "ru").replace("\u00a0", " ")


def test_a_number_never_parts_from_its_word_nor_a_preposition_from_its_noun():
    words = Words("рост в {n} {n:городе|городах|городах} — с мая", "growth in {n} {n:city|cities} — since May")
    assert write(sentence(words, "ru", n=Figure("n", 3)), "ru") == "рост в\u00a03\u00a0городах\u00a0— с\u00a0мая"


def test_a_name_inside_a_sentence_keeps_its_abbreviation():
    names_inside = [uncapitalised(name) for name in ("ER по просмотрам, медиана", "Тон и тексты", "Views")]
    assert names_inside == ["ER по просмотрам, медиана", "тон и тексты", "views"]


def test_lists_and_cuts():
    assert write(listed([("a",), ("b",), ("c",)], "en"), "en") == "a, b and c"
    assert shortened("слово " * 20, 30) == "слово слово слово слово…"
    assert len(shortened("x" * 100, 30)) == 30


@pytest.mark.parametrize(
    ("names", "limit", "shown"),
    [
        (["Активное долголетие. Москва", "Активное долголетие. Тула"], 13, ["Актив… Москва", "Активно… Тула"]),
        (["Активное долголетие. Москва", "Активное долголетие. Московская область"], 12, ["Акти… Москва", "Акти… Моско…"]),
        (["Alpha Bank Moscow", "Alpha Bank Moscow Kids", "Alpha Bank Kazan"], 12, ["Alph… Moscow", "Alpha… Kids", "Alpha… Kazan"]),
        (["activelongevitymoscow", "activelongevitykazan"], 12, ["activ…moscow", "active…kazan"]),
        (["Кафе «Ветер» на набережной, 1", "Кафе «Ветер» на набережной, 2"], 16, ["Кафе «Ветер»… 1", "Кафе «Ветер»… 2"]),
        (["«Кофейня на улице Ленина»", "«Кофейня на улице Мира»"], 18, ["«Кофейня… Ленина»", "«Кофейня… Мира»"]),
        (["Тула вечерняя", "Тула"], 12, ["Тула вечерн…", "Тула"]),
        (["Вечерний город, клуб «Юг", "Вечерний город, клуб «Сад"], 19, ["Вечерний… «Юг", "Вечерний… «Сад"]),
        (["Сеть аптек «Ромашка»", "Сеть аптек «Ромашка» | новости"], 20, ["Сеть аптек «Ромашка»", "Сеть аптек… новости"]),
        (["Сеть аптек «Ромашка»", "Сеть аптек «Ромашка» | новости"], 24, ["Сеть аптек «Ромашка»", "Сеть аптек… новости"]),
        (["Кофейня Зерно", "Кофейня Зерно — для своих людей"], 13, ["Кофейня Зерно", "Кофе… для св…"]),
        (
            ["Сеть аптек в Подмосковье", "«Сеть аптек» г. Иркутск", '"Сеть аптек" г.о. Королёв'],
            16,
            ["Сеть аптек в…", "«Се…» г. Иркутск", '"Се…" г.о. Коро…'],
        ),
    ],
)
def test_names_that_begin_alike_are_told_apart_where_they_are_cut(names: list[str], limit: int, shown: list[str]):
    assert [shortened(name, limit, names) for name in names] == shown


CITIES = [
    f"Северный ветер {city} {page}"
    for city, pages in (
        ("Нижний Новгород", ("официальная страница", "на набережной")),
        ("Екатеринбург", ("Север", "официальная страница")),
    )
    for page in pages
]
SHOPS = [f"Кофейня «Зерно» {city} {page}" for city in ("Тула", "Тверь") for page in ("на Мира, 1", "на Мира, 2", "(для своих)")]
CAMPAIGNS = [f"spring_sale_{city}_{page}" for city in ("moscow", "kazan") for page in ("official_page", "on_the_river")]


@pytest.mark.parametrize(
    ("limit", "shown"),
    [
        (20, ["…Нижни… официальная…", "Север… на набережной", "Северный… Север", "…Екате… официальная…"]),
        (
            28,
            [
                "…Нижний Новгор… официальная…",
                "Северный… на набережной",
                "Северный… Екатеринбург Север",
                "…Екатеринбург официальная…",
            ],
        ),
    ],
)
def test_a_cut_that_could_be_of_another_name_shows_also_where_it_parts_from_that(limit: int, shown: list[str]):
    assert [shortened(name, limit, CITIES) for name in CITIES] == shown


def test_a_name_keeps_its_beginning_where_it_can_be_told_apart_with_it():
    shown = [shortened(name, 24, SHOPS) for name in SHOPS]
    assert shown == [
        *("Кофейня «Зерно» Тула… 1", "Кофейня «Зерно» Тула… 2", "Кофейн… Тула (для своих)"),
        *("Кофейн… Тверь на Мира, 1", "Кофейн… Тверь на Мира, 2", "Кофейня… Тверь (для…)"),
    ]


@pytest.mark.parametrize("limit", [18, 20, 22, 24, 26, 28, 30, 34, 40, 48, 60])
@pytest.mark.parametrize("names", [CITIES, SHOPS, CAMPAIGNS])
def test_no_two_names_are_cut_alike_where_a_slide_has_room_for_them(names: list[str], limit: int):
    shown = {shortened(name, limit, names) for name in names}
    assert (len(shown), max(map(len, shown)) <= limit) == (len(names), True)


@pytest.mark.parametrize(
    ("name", "limit", "shown"),
    [
        ("Кофейня «Северный ветер» на набережной", 22, "Кофейня «Северный…»"),
        ("Кофейня «Северный ветер» на набережной", 12, "Кофейня…"),
        ("1) Кофейня «Северный ветер» на набережной", 25, "1) Кофейня «Северный…»"),
        ('ООО "Ромашка и сыновья" (Москва и область)', 20, 'ООО "Ромашка и…"'),
        ('ООО "Ромашка и сыновья" (Москва и область)', 36, 'ООО "Ромашка и сыновья" (Москва и…)'),
    ],
)
def test_a_cut_name_closes_what_it_opened(name: str, limit: int, shown: str):
    assert shortened(name, limit) == shown


@pytest.mark.parametrize("code", [*METRICS, *FORMULAS])
def test_every_metric_and_formula_has_a_name_in_both_languages(code: str):
    words = measure_names.measure(f"own.now.{code}").words
    assert code not in (words.ru, words.en) or (code == words.en and code.isalpha())
    assert any("а" <= letter <= "я" for letter in words.ru.lower()) or words.ru.isupper()
