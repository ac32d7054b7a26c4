"""Whoever alone wrote the posts of a page may be the page or a person: a list that calls another page so asks which it is."""

import pytest

from smmstrategy.clients.models import Account

ROWS = "".join(f"1{n}.03.2026 12:00;Кофейня Север;https://vk.com/wall-77_{n};Новость {n} про нас всех;5\n" for n in range(5))
POSTS = "Дата публикации;Автор;Ссылка;Текст;Лайки\n" + ROWS
WITHOUT_LINKS = "Дата публикации;Автор;Текст;Лайки\n" + "".join(
    f"1{n}.03.2026 12:00;Кофейня Север;Новость {n};5\n" for n in range(5)
)
LIST = "Сообщество;Ссылка;Подписчики;Дата\nКофейня Север;https://vk.com/sevcoffee;105;03.03.2026\n"


@pytest.fixture
def bring(import_export, tmp_path):
    def bring(content, *options):
        (path := tmp_path / "export.csv").write_text(content)
        (file,) = import_export(path, *options)["files"]
        return file["accounts"], file["error"]

    return bring


def pages() -> list[str]:
    return sorted(Account.objects.values_list("handle", flat=True))


@pytest.mark.parametrize(
    ("meant", "left"), [("vk:club77", ["club77"]), ("vk:sevcoffee", ["club77", "sevcoffee"])], ids=["that page", "another"]
)
def test_a_page_called_as_the_only_writer_of_another_is_asked_about_and_the_answer_is_obeyed(bring, meant, left):
    assert bring(POSTS) == (["vk:club77"], "")
    accounts, question = bring(LIST)
    assert (accounts, pages()) == ([], ["club77"])
    assert question == (
        "The name «Кофейня Север» is that of vk:sevcoffee and of others: vk:club77. Say which of these vk:sevcoffee is, or that it "
        "is another page (--name sevcoffee=NETWORK:HANDLE)."
    )
    assert bring(LIST, "--name", f"sevcoffee={meant}") == ([meant], "")
    assert pages() == left
    assert bring(LIST.replace("105;03", "106;04")) == ([meant], "")


def test_it_is_asked_where_a_person_has_said_whose_the_posts_are(bring):
    assert bring(WITHOUT_LINKS, "--account", "vk:club77") == (["vk:club77"], "")
    accounts, question = bring(LIST, "--role", "own")
    assert (accounts, pages()) == ([], ["club77"])
    assert question.startswith("The name «Кофейня Север» is that of vk:sevcoffee and of others: vk:club77. Say which of these")


def test_of_several_writers_none_is_the_page(bring):
    assert bring(POSTS.replace("Кофейня Север", "Иван Петров", 2)) == (["vk:club77"], "")
    assert bring(LIST, "--role", "own") == (["vk:sevcoffee"], "")


def test_a_page_of_that_name_known_before_takes_the_posts(bring):
    assert (bring(LIST), bring(POSTS), pages()) == ((["vk:sevcoffee"], ""), (["vk:sevcoffee"], ""), ["sevcoffee"])
