"""Each kind is known by its headers, in Russian and in English, and gives the right numbers."""

from collections import defaultdict

import pytest

from smmstrategy.metrics.imports.reading.columns.headers import normalise
from smmstrategy.metrics.imports.reading.kinds import KINDS
from tests.imports.forms_of_files import days

YOUTUBE = 'abcdefghijk,A video,"Sep 26, 2026",65,10,2,1,3,100,5.5,4,1000,3.16,0:04:10,26.61'
FILES = {
    "youtube_content": "Content,Video title,Video publish time,Duration,Likes,Dislikes,Shares,Comments added,"
    "Views,Watch time (hours),Subscribers,"
    f"Thumbnail impressions,Thumbnail click-through rate (%),Average view duration,Average percentage viewed (%)\n{YOUTUBE}\n",
    "meta_instagram": "Post ID,Account ID,Account username,Account name,Description,Duration (sec),Publish "
    "time,Permalink,Post type,Data comment,Date,Views,Reach,Likes,"
    "Shares,Follows,Comments,Saves\n18000000000000001,1,brand.shop,Brand,Text,15,10/23/2026 "
    '08:31,https://www.instagram.com/reel/AbC/,IG reel,,Lifetime,"12,400",900,7,1,,2,3\n',
    "meta_facebook": "Post ID,Page ID,Page name,Title,Description,Duration (sec),Publish time,Permalink,Post "
    "type,Views,Reach,Reactions,Comments,Shares\n"
    "122158000000000001,1,Brand,T,D,0,10/23/2026 08:31,https://www.facebook.com/brand/posts/122158000000000001,Photos,10,9,8,7,6\n",
    "x_by_tweet": "Tweet id,Tweet permalink,Tweet text,time,impressions,engagements,engagement rate,"
    "retweets,replies,likes,user profile clicks,url clicks,follows,promoted likes\n"
    "1209222325586939904,https://twitter.com/brand/status/1209222325586939904,Hi,2026-01-02 "
    "16:39 +0000,6898.0,15.0,0.0021,5.0,0.0,3.0,1.0,0.0,0,-\n",
    "tiktok_content": "Video title,Video link,Post time,Total likes,Total comments,Total shares,Total views,"
    "Total play time,Average watch time,Watched full video,Add to favorites\n"
    "V,https://www.tiktok.com/@brand/video/7300000000000000001,2026-01-05 10:00,5,4,3,200,900,4.5,0.2,1\n",
    "vk_posts": "Дата поста (UTC),Количество лайков\n2026-01-05 10:00:00,60\n",
    "livedune_posts": "id,url,created,views,account_id\n5,https://t.me/brand/5,2026-01-05 10:00,100,brand\n",
    "popsters_posts": "Url,Text,Author,Date,Likes,Shares,Comments,Views,ERday\nhttps://vk.com/wall-1_2,T,brand,"
    "2026-01-05,5,4,3,100,0.1\n",
    "tgstat_posts": "Ссылка,Дата,Текст,Просмотры,Репосты,Реакции,ERR\nhttps://t.me/brand/5,2026-01-05 10:00,T,100,4,3,5%\n",
    "telegram_posts": "tg_message_id,tg_chat_id,published_at,text,view_count,reaction_count,comment_count\n3,"
    "1325045928,2026-01-05T10:00:00+00:00,T,329.0,2,0\n",
    "meta_by_day": "Instagram reach\nDate,Primary\n2026-01-05T00:00:00,10\n\n"
    "Instagram follows\nDate,Primary\n2026-01-05T00:00:00,3\n",
    "meta_interactions": "Interactions\nDate,Primary\n2026-01-05T00:00:00,10\n",
    "facebook_page": "Date,Lifetime Total Likes,Daily New Likes,Daily Total Reach\n,Lifetime: The total "
    "number of people who like it,Daily: how many new people like it,Daily: reach of the "
    "page on a day\n1/25/2026,176,2,30\n",
    "site_utm": "Date,utm_source,utm_medium,utm_campaign,Sessions,Users\n20260105,vk,social,spring,10,9\n",
    "site_traffic": "Date,Session source / medium,Sessions\n20260105,vk.com / referral,10\n",
    "site_by_day": 'День,Визиты,Посетители,Отказы\n2026-01-05,10,9,"12,5 %"\n',
    "youtube_by_day": "Дата,Просмотры,Подписчики\n2026-01-05,10,-2\n",
    "youtube_breakdown": "Date,Traffic source,Views\n2026-01-05,YouTube search,10\n",
    "accounts": "Username,Name,Followers,Link\nbrand,Brand,48.5K,https://vk.com/brand\n",
    "comments": "Comments,Comment_ID,Reply_Count,Like_Count,Date,VidId,user_ID\nHi,U1,0,0,2026-01-05T10:00:00Z,abcdefghijk,u\n",
}
NUMBERS = {
    "youtube_content": {
        "likes": "10",
        "dislikes": "2",
        "shares": "1",
        "comments": "3",
        "views": "100",
        "watch_seconds": "19800",
        "follows_from_post": "4",
        "impressions": "1000",
        "impressions_ctr": "0.0316",
        "avg_view_s": "250",
        "avg_view_pct": "0.2661",
    },
    "meta_instagram": {"views": "12400", "reach": "900", "likes": "7", "shares": "1", "comments": "2", "saves": "3"},
    "meta_facebook": {"views": "10", "reach": "9", "likes": "8", "comments": "7", "shares": "6"},
    "x_by_tweet": {
        "impressions": "6898",
        "views": "6898",
        "likes": "3",
        "comments": "0",
        "shares": "5",
        "profile_clicks": "1",
        "link_clicks": "0",
        "follows_from_post": "0",
    },
    "tiktok_content": {
        "views": "200",
        "likes": "5",
        "comments": "4",
        "shares": "3",
        "saves": "1",
        "watch_seconds": "900",
        "avg_view_s": "4.5",
    },
    "popsters_posts": {"views": "100", "likes": "5", "comments": "3", "shares": "4"},
    "tgstat_posts": {"views": "100", "likes": "3", "shares": "4"},
}
ACCOUNTS = {
    "youtube_content": "youtube:brand",
    "meta_instagram": "instagram:brand.shop",
    "meta_facebook": "facebook:brand",
    "x_by_tweet": "x:brand",
    "tiktok_content": "tiktok:brand",
    "livedune_posts": "telegram:brand",
    "popsters_posts": "vk:brand",
    "tgstat_posts": "telegram:brand",
    "telegram_posts": "telegram:1325045928",
    "site_utm": "website:site",
    "accounts": "vk:brand",
}


@pytest.mark.parametrize("kind", FILES)
def test_a_kind_is_recognised_and_its_rows_are_accounted_for(understood, kind):
    found = understood(FILES[kind])
    taken = {record[0] for subject in found["subjects"] for record in subject["posts"] + subject["values"]}
    assert (found["kind"], found["question"], len(taken) + len(found["rejected"])) == (kind, {}, found["rows"])


@pytest.mark.parametrize("kind", NUMBERS)
def test_a_kind_gives_its_numbers(understood, kind):
    (post,) = understood(FILES[kind])["subjects"][0]["posts"]
    assert post[10] == NUMBERS[kind]


@pytest.mark.parametrize("kind", ACCOUNTS)
def test_a_kind_says_whose_account_it_is(understood, kind):
    assert [f"{s['network']}:{s['handle']}" for s in understood(FILES[kind])["subjects"]] == [ACCOUNTS[kind]]


def test_the_same_two_columns_are_a_channel_or_a_site_by_name_and_by_answer(understood):
    text = "Date,Views\n2026-01-05,10\n"
    found = [
        understood(text, "Totals.csv"),
        understood(text, "site.csv"),
        understood(text, "Totals.csv", account="website:brand.ru"),
        understood(text, account="youtube:b"),
    ]
    assert [plan["kind"] for plan in found] == ["youtube_totals", "site_views_by_day", "site_views_by_day", "days_views"]


OF_A_SITE = {"visits": "100", "visitors": "90", "pageviews": "250", "bounce_rate": "0.201"}


@pytest.mark.parametrize("account", ["", "website:brand.ru"])
def test_visits_by_period_are_a_site_s_with_all_that_stands_beside_them(understood, account):
    text = 'Период;Визиты;Посетители;Просмотры;Отказы\nСентябрь 2026;100;90;250;"20,1 %"\n'
    found = understood(text, **({"account": account} if account else {}))
    assert (found["kind"], found["question"], days(found)) == (
        "site_by_day",
        {},
        [(code, "2026-09-01", figure) for code, figure in OF_A_SITE.items()],
    )


TELEGRAM = """{"name": "Brand", "type": "public_channel", "id": 1325045928, "messages": [
 {"id": 1, "type": "service", "date_unixtime": "1767600000", "action": "create_channel", "text": ""},
 {"id": 2, "type": "message", "date": "2026-01-05T11:00:00", "date_unixtime": "1767607200", "photo": "p.jpg",
  "text": ["Hello ", {"type": "bold", "text": "world"}],
  "reactions": [{"type": "emoji", "emoji": "x", "count": 3}, {"type": "paid", "count": 2}]},
 {"id": 3, "type": "message", "date_unixtime": "1767610800", "text": "Plain"}]}"""


def test_telegram_desktop(understood):
    found = understood(TELEGRAM, "result.json", account="telegram:brand")
    posts = found["subjects"][0]["posts"]
    assert (found["kind"], found["rows"], len(found["rejected"])) == ("telegram_export", 3, 1)
    assert posts[0][1:8] == ["2", "https://t.me/brand/2", "2026-01-05T10:00:00+00:00", True, "image", "", "Hello world"]
    assert [post[10] for post in posts] == [{"likes": "5"}, {}]


def test_private_conversations_stay_private(understood):
    found = understood(TELEGRAM.replace("public_channel", "personal_chat"), "result.json")
    assert (found["subjects"], len(found["rejected"])) == ([], 3)


def telegram(message: str) -> str:
    return f'{{"name": "Brand", "type": "public_channel", "id": 13, "messages": [{{"type": "message", "text": "a", {message}}}]}}'


def test_an_old_export_of_telegram_has_times_of_a_clock_somewhere(understood):
    found = understood(telegram('"id": 2, "date": "2020-01-05T11:00:00"'))
    assert [post[3] for post in found["subjects"][0]["posts"]] == ["2020-01-05T08:00:00+00:00"]
    assert found["warnings"][1]["params"] == {"zone": "Europe/Moscow"}


@pytest.mark.parametrize(
    ("message", "reason"),
    [
        ('"id": 2, "date_unixtime": "1900000000"', "The date lies in the future."),
        ('"id": 2, "date": "2009-01-05T11:00:00"', "The date {value} is older than Telegram."),
        ('"id": 2, "date_unixtime": "x", "date": "2020-01-05T11:00:00"', "This message has no date."),
        ('"id": 2, "date": 5', "This message has no date."),
        ('"id": true, "date_unixtime": "1767607200"', "This message has no number."),
    ],
)
def test_a_message_of_no_day_or_number_is_refused(understood, message, reason):
    assert [said["text"] for _row, said in understood(telegram(message))["rejected"]] == [reason]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
def test_no_name_of_a_column_means_two_things(kind):
    fields = defaultdict(set)
    for field, names in kind.columns.items():
        for name in names.split("|"):
            fields[normalise(name)].add(field)
    assert {name: found for name, found in fields.items() if len(found) > 1} == {}


OF_META = (
    "{},https://www.instagram.com/reel/AbC/,05/03/2026 12:00,Hola,100,90,5,2,1,3\n"
    "{},https://www.instagram.com/reel/AbD/,16/03/2026 12:00,Adiós,100,90,5,2,1,3\n"
).format("1800000000000001", "1800000000000002")
IN_SPANISH = (
    "Identificador de la publicación,Enlace permanente,Hora de publicación,Descripción,Visualizaciones,Alcance,Me gusta,"
    "Comentarios,Veces que se compartió,Veces que se guardó"
)
IN_PORTUGUESE = (
    "Identificação do post,Link permanente,Horário de publicação,Descrição,Visualizações,Alcance,Curtidas,Comentários,"
    "Compartilhamentos,Salvamentos"
)
IN_UKRAINIAN = "ID допису,Постійне посилання,Час публікації,Опис,Перегляди,Охоплення,Вподобання,Коментарі,Поширення,Збереження"
IN_FRENCH = (
    "ID de la publication,Permalien,Heure de publication,Légende,Vues,Couverture,Mentions J’aime,Commentaires,Partages,"
    "Enregistrements"
)
IN_TURKISH = "Gönderi kodu,Sabit bağlantı,Yayınlanma zamanı,Açıklama,Gösterimler,Erişim,İfadeler,Yorumlar,Paylaşımlar"


@pytest.mark.parametrize("header", [IN_SPANISH, IN_PORTUGUESE, IN_FRENCH, IN_UKRAINIAN])
def test_exports_in_other_languages_are_read_as_in_english(understood, header):
    (subject,) = understood(f"{header}\n{OF_META}", account="instagram:brand")["subjects"]
    assert [post[7] for post in subject["posts"]] == ["Hola", "Adiós"]
    figures = {"views": "100", "reach": "90", "likes": "5", "comments": "2", "shares": "1", "saves": "3"}
    assert [post[10] for post in subject["posts"]] == [figures] * 2


def test_those_in_turkish_count_impressions_and_no_saves(understood):
    rows = OF_META.replace(",3\n", "\n")
    (subject,) = understood(f"{IN_TURKISH}\n{rows}", account="instagram:brand")["subjects"]
    figures = {"impressions": "100", "reach": "90", "likes": "5", "comments": "2", "shares": "1"}
    assert [post[10] for post in subject["posts"]] == [figures] * 2


@pytest.mark.parametrize("unknown", ["Gönderi kimliği", "Beiträge", "Reichweite", "Покази", "Enlace de la publicación"])
def test_a_heading_by_which_no_program_reads_an_export_is_asked_about(understood, unknown):
    question = understood(f"Fecha;Texto;Enlace;{unknown}\n05/03/2026;Hola;https://vk.com/wall-1_1;7\n", account="vk:brand")[
        "question"
    ]
    assert (question.get("asks"), unknown in question.get("header", [])) == ("columns", True)


@pytest.mark.parametrize(
    "header",
    [
        "Texto;Fecha;Enlace;Visualizaciones;Me gusta",
        "Texte;Date;Permalien;Vues;Mentions J’aime",
        "Опис;Дата;Постійне посилання;Перегляди;Вподобання",
    ],
)
def test_a_table_in_another_language_is_one_of_posts_in_western_letters_too(understood, header):
    text = f"{header}\nHola;05/03/2026;https://vk.com/wall-1_1;100;5\nBis;16/03/2026;https://vk.com/wall-1_2;100;5\n"
    found = understood(text.encode("cp1251" if "Опис" in header else "cp1252"), account="vk:brand")
    assert found["totals"] == {"views": "200", "likes": "10"}
