"""Names of columns that exports have in Russian beside those of their English twins."""

from tests.imports.forms_of_files import accounts, posts, said

INSTAGRAM = (
    "ID публикации,ID аккаунта,Имя пользователя аккаунта,Название аккаунта,Описание,Длительность (с),Время публикации,"
    'Постоянная ссылка,Тип публикации,Комментарий к данным,Дата,Просмотры,Охват,"Отметки ""Нравится""",Репосты,Подписки,'
    "Комментарии,Сохранения\n18000000000000001,17841400000000001,brand.shop,Brand,Текст,15,10/23/2026 08:31,"
    "https://www.instagram.com/reel/AbC/,Reels Instagram,,За все время,12400,900,7,1,0,2,3\n"
)


def test_meta_calls_the_number_of_a_post_its_id(understood):
    found = understood(INSTAGRAM)
    (post,) = posts(found)
    assert (found["kind"], accounts(found), post[1], post[8]) == (
        "meta_instagram",
        ["instagram:brand.shop"],
        "18000000000000001",
        15,
    )


def test_a_list_with_permanent_links_says_its_network(understood):
    found = understood(
        "Описание;Время публикации;Постоянная ссылка;Охват;Общее количество кликов\n"
        "Текст;2026-09-01 10:00;https://www.instagram.com/p/AbD/;800;7\n"
    )
    (post,) = posts(found)
    assert (accounts(found), post[10], "not used" in said(found)) == (["instagram:brand"], {"reach": "800", "clicks": "7"}, False)


def test_comments_added_to_videos(understood):
    found = understood(
        "Контент,Название видео,Время публикации видео,Просмотры,Добавлено комментариев\nabcdefghijk,Видео,2 июн. 2026 г.,100,5\n"
    )
    assert [post[10] for post in posts(found)] == [{"views": "100", "comments": "5"}]
