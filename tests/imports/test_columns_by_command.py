"""What the command line says of columns: kept for later files, with an entry in the ledger that makes nobody wait."""

import pytest
from django.core.management import CommandError, call_command
from django.utils import translation

from smmstrategy.clients.isolation import scope
from smmstrategy.ledger.models import Entry
from smmstrategy.metrics.catalogue import METRICS
from smmstrategy.metrics.imports.reading.answers import explained
from smmstrategy.metrics.models import ColumnMapping, Observation, Post

TOLD = ("--columns", "Когда вышло=published_at;Куда ведёт=permalink;Сердечки=likes")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("language", "begins", "views"),
    [
        ("en", "There are no such fields: bar. There are: ", "views (Views)"),
        ("ru", "Таких полей нет: bar. Есть: ", "views (Просмотры)"),
    ],
)
def test_a_wrong_field_is_answered_with_those_there_are(strange, language, begins, views):
    with translation.override(language), pytest.raises(CommandError) as refused:
        call_command("import_export", str(strange), "--brand", "brand", "--columns", "Сердечки=bar")
    told = str(refused.value).removeprefix(begins).removesuffix(".").split("; ")
    assert [field.partition(" (")[0] for field in told] == ["by NAME", *explained.FIELDS, *METRICS]
    assert views in told


@pytest.fixture
def strange(tmp_path):
    path = tmp_path / "strange.csv"
    path.write_text("Когда вышло,Куда ведёт,Сердечки\n2026-01-05,https://t.me/brand/7,7\n")
    return path


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("rehearsed", [[], ["--dry-run"]])
def test_while_files_are_read_others_may_write_in_the_ledger_of_the_client(import_export, strange, free, rehearsed):
    other = strange.with_name("other.csv")
    other.write_text(strange.read_text().replace("Куда ведёт", "Куда"))
    told = [TOLD[0], f"{TOLD[1]};Куда=permalink"]
    assert [file["error"] for file in import_export(strange, other, *told, *rehearsed, brand="brand-a")["files"]] == ["", ""]
    assert free == [True] * 4


def test_what_was_said_is_remembered_with_an_entry_though_the_file_asks_for_more(agency, import_export, strange):
    strange.write_text("Дни,Читатели\n2026-01-05,7\n")
    (said,) = import_export(strange, "--columns", "Дни=day;Читатели=followers", brand="brand-a")["files"]
    with scope("system"):
        kept = ColumnMapping.objects.values_list("mapping__fields", flat=True).get()
        entry = Entry.objects.get(object_kind="metrics.columnmapping")
    assert said["error"].startswith("The file does not say which network and account it is about")
    assert kept == {"Дни": "day", "Читатели": "followers"}
    assert (entry.verb, entry.client, entry.after["file"]) == ("created", agency.a, "strange.csv")


OF_NETWORKS = "Дата;VK подписчики;VK охват;Telegram подписчики\n2026-05-01;10;30;20\n2026-05-02;11;31;21\n"
OF_ONE = "Дата=day;VK подписчики=followers;VK охват=account_views"
OF_ALL_ELSE = "Дата=day;VK охват=account_views;Telegram подписчики=account_views"
OF_BOTH = "Дата=day;VK подписчики=followers;VK охват=account_reach;Telegram подписчики=followers"
LEFT_OUT = "A column was not used, because its name says that it is of one network alone: «Telegram подписчики»."


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("columns", "accounts", "found", "warnings"),
    [
        (OF_ONE, ["vk:aaa", "telegram:bbb"], {"followers", "account_views"}, None),
        (OF_ALL_ELSE, ["vk:aaa", "telegram:bbb"], {"followers", "account_views"}, None),
        (OF_BOTH, ["vk:aaa", "telegram:bbb"], {"followers", "account_reach"}, None),
        ("guess", ["vk:aaa", "telegram:bbb"], {"followers", "account_reach"}, None),
    ],
)
def test_what_is_said_of_columns_counts_more_than_the_networks_in_their_names(
    agency, import_export, tmp_path, columns, accounts, found, warnings
):
    path = tmp_path / "days.csv"
    path.write_text(OF_NETWORKS)
    named = ("--account", "vk:aaa", "--account", "telegram:bbb")
    said = import_export(path, *named, "--columns", columns, brand="brand-a")
    with scope("system"):
        metrics = set(Observation.objects.filter(account__handle="aaa").values_list("metric", flat=True))
    (file,) = said["files"]
    assert (said["status"], file["accounts"], metrics) == (0, accounts, found)
    assert warnings is None or file["warnings"] == warnings


@pytest.mark.django_db
def test_what_is_said_counts_beside_figures_of_no_network_too(agency, import_export, tmp_path):
    path = tmp_path / "days.csv"
    path.write_text("Дата;Охват;VK подписчики\n2026-05-01;10;20\n")
    said = ("--columns", "Дата=day;Охват=account_reach;VK подписчики=followers")
    (file,) = import_export(path, "--account", "telegram:aaa", *said, brand="brand-a")["files"]
    with scope("system"):
        found = dict(Observation.objects.values_list("metric", "value"))
    assert (file["error"], file["accounts"], found) == ("", ["telegram:aaa"], {"account_reach": 10, "followers": 20})


OF_WEEKS = "Неделя;Подписчики VK;Подписчики TG\n07.09.2026;10;20\n14.09.2026;11;21\n"
OF_EACH = [{"Неделя": "day", "Подписчики VK": "followers"}, {"Неделя": "day", "Подписчики TG": "followers"}]
IN_WORDS = "Неделя=day;Подписчики VK=followers;Подписчики TG=followers"


@pytest.mark.django_db
@pytest.mark.parametrize(("first", "remembered"), [("guess", OF_EACH), ("Неделя=day", []), (IN_WORDS, OF_EACH)])
def test_a_table_of_several_networks_is_explained_in_its_own_words(agency, import_export, tmp_path, first, remembered):
    """Its days alone explain nothing, and nothing of them is remembered."""
    path = tmp_path / "weeks.csv"
    path.write_text(OF_WEEKS)
    whose = ("--account", "vk:aaa", "--account", "telegram:bbb")
    import_export(path, *whose, "--columns", first, brand="brand-a")
    with scope("system"):
        assert [mapping.mapping["fields"] for mapping in ColumnMapping.objects.order_by("pk")] == remembered
    (file,) = import_export(path, *whose, "--columns", IN_WORDS, brand="brand-a")["files"]
    with scope("system"):
        found = Observation.objects.order_by("value").values_list("account__handle", "value")
        assert (file["error"], list(found)) == ("", [("aaa", 10), ("aaa", 11), ("bbb", 20), ("bbb", 21)])


@pytest.mark.django_db
def test_what_is_said_of_this_file_counts_more_than_what_is_remembered(agency, import_export, tmp_path):
    path = tmp_path / "strange.csv"
    path.write_text("Дни;Читатели;Гости\n2026-05-01;10;20\n")
    for told in ("Дни=day;Читатели=followers", "Дни=day;Гости=followers"):
        said = import_export(path, "--account", "vk:aaa", "--columns", told, brand="brand-a")
        assert said["status"] == 0
    with scope("system"):
        assert list(Observation.objects.values_list("revision", "value")) == [(2, 20)]


@pytest.mark.django_db
@pytest.mark.parametrize("later", [(), ("--columns", "Глаза=account_views")])
def test_what_is_said_of_a_column_completes_what_is_known_of_the_others(agency, import_export, tmp_path, later):
    path = tmp_path / "days.csv"
    for day, told in (("01", ("--columns", "Глаза=account_views")), ("02", later)):
        path.write_text(f"Дата;Подписчики;Глаза\n2026-05-{day};10;20\n")
        assert import_export(path, "--account", "vk:aaa", *told, brand="brand-a")["status"] == 0
    with scope("system"):
        found = Observation.objects.order_by("starts_on", "metric").values_list("starts_on__day", "metric", "value")
        assert list(found) == [(day, *value) for day in (1, 2) for value in (("account_views", 20), ("followers", 10))]


@pytest.mark.django_db
def test_what_is_said_of_rows_replaces_what_is_known_of_them(agency, import_export, tmp_path):
    path = tmp_path / "days.csv"
    path.write_text("Дата;Просмотры;Подписчики;Сердечки\n2026-05-01;10;20;3\n2026-05-02;11;21;4\n")
    told = ("--columns", "Дата=published_at;Просмотры=views;Сердечки=likes")
    (file,) = import_export(path, "--account", "vk:aaa", *told, brand="brand-a")["files"]
    assert (file["error"], file["kind"], file["new"], file["totals"]) == ("", "columns", 2, {"views": "21", "likes": "7"})


def imported(import_export, path, account: str, *told: str) -> dict:
    (file,) = import_export(path, "--account", account, *told, brand="brand-a")["files"]
    with scope("system"):
        found = Observation.objects.filter(account__handle=account.partition(":")[2]).order_by("starts_on", "value")
        return file | {"values": list(found.values_list("value", flat=True))}


@pytest.mark.django_db
def test_an_answer_is_remembered_for_the_account_it_was_given_for(agency, import_export, tmp_path):
    path = tmp_path / "days.csv"
    path.write_text("Дни;Основная;Вторая;Заметки\n2026-05-01;10;20;30\n")
    for account, column in (("vk:aaa", "Основная"), ("vk:bbb", "Вторая")):
        assert imported(import_export, path, account, "--columns", f"Дни=day;{column}=followers")["error"] == ""
    path.write_text("Дни;Основная;Вторая;Заметки\n2026-06-01;11;21;31\n")
    assert imported(import_export, path, "vk:aaa")["values"] == [10, 11]
    assert imported(import_export, path, "vk:bbb")["values"] == [20, 21]
    of_another = imported(import_export, path, "vk:ccc")
    assert (of_another["error"].startswith("What the columns mean was said differently"), of_another["values"]) == (True, [])


@pytest.mark.django_db
def test_an_answer_for_one_account_holds_for_another_where_none_says_otherwise(agency, import_export, tmp_path):
    path = tmp_path / "days.csv"
    path.write_text("Дни;Читатели\n2026-05-01;10\n")
    imported(import_export, path, "vk:aaa", "--columns", "Дни=day;Читатели=followers")
    assert imported(import_export, path, "vk:bbb")["values"] == [10]


POSTS = "Дата;Текст;Просмотры;Лайки\n2026-05-01;a;10;1\n2026-05-02;b;11;2\n"
MISSING = "The file has no column by a name that --columns gives: «Нет»."
TWICE = "Nothing was taken from a column: another holds the same, or such rows hold nothing of the kind: «Лайки»."


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("columns", "found"),
    [
        ("Дата=day;Просмотры=account_views", {"account_views": [10, 11], "likes": [1, 2]}),
        ("Дата=day", {"account_views": [10, 11], "likes": [1, 2]}),
        ("Дата=day;Лайки=-", {"account_views": [10, 11]}),
        ("Дата=day;Просмотры=account_views;Нет=likes", {}),
        ("Лайки=followers", {"account_views": [10, 11], "followers": [1, 2]}),
        ("Просмотры=account_views", {}),
    ],
)
def test_a_command_says_what_rows_are(agency, import_export, tmp_path, columns, found):
    path = tmp_path / "posts.csv"
    path.write_text(POSTS)
    (file,) = import_export(path, "--account", "vk:aaa", "--columns", columns, brand="brand-a")["files"]
    with scope("system"):
        of_days = Observation.objects.order_by("value")
        kept = {code: list(of_days.filter(metric=code).values_list("value", flat=True)) for code in found}
        assert (file["error"], file["new"], kept, of_days.count()) == ("", 2, found, 2 * len(found))
    assert (MISSING in file["warnings"]) == ("Нет" in columns)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("again", "is_recalled"), [((), True), ((*TOLD[:1], "Сердечки=likes"), True), (TOLD, False)])
def test_what_a_command_says_anew_is_not_taken_from_an_earlier_answer(agency, import_export, strange, again, is_recalled):
    import_export(strange, *TOLD, brand="brand-a")
    (file,) = import_export(strange, *again, brand="brand-a")["files"]
    recalled = "What the columns mean was taken from an earlier answer for files with this header. It can be changed."
    assert (file["error"], file["unchanged"], recalled in file["warnings"]) == ("", 1, is_recalled)


@pytest.mark.django_db
def test_a_command_says_what_a_column_of_words_holds(agency, import_export, tmp_path):
    path = tmp_path / "posts.csv"
    path.write_text(POSTS)
    (file,) = import_export(path, "--account", "vk:aaa", "--columns", "Текст=title", brand="brand-a")["files"]
    with scope("system"):
        assert list(Post.objects.order_by("title").values_list("title", "text")) == [("a", ""), ("b", "")]
    assert file["totals"] == {"views": "21", "likes": "3"}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("columns", "said"),
    [
        ("Дата=day;Лайки=-;Просмотры=-", "Say anew what the columns mean"),
        ("Нет=likes", MISSING),
        ("Дата=published_at;Лайки=views;Просмотры=views", TWICE),
    ],
)
def test_what_a_command_says_to_no_avail_is_answered(agency, import_export, tmp_path, columns, said):
    path = tmp_path / "posts.csv"
    path.write_text(POSTS)
    (file,) = import_export(path, "--account", "vk:aaa", "--columns", columns, brand="brand-a")["files"]
    assert any(one.startswith(said) for one in [file["error"], *file["warnings"]])
    assert not any("its name is not known" in one for one in file["warnings"])


@pytest.mark.django_db
@pytest.mark.parametrize("columns", ["Соцсеть=network;Аудитория=followers", "Аудитория=followers"])
def test_figures_without_days_are_explained_and_dated_by_the_command(agency, import_export, tmp_path, columns):
    path = tmp_path / "audience.csv"
    path.write_text("Соцсеть;Аудитория\nВК;10\nТГ;20\n")
    accounts, period = ("--account", "vk:aaa", "--account", "telegram:bbb"), ("--period", "2026-05-31:2026-05-31")
    (file,) = import_export(path, *accounts, "--columns", columns, *period, brand="brand-a")["files"]
    with scope("system"):
        found = Observation.objects.order_by("value").values_list("account__handle", "metric", "value")
        assert (file["error"], list(found)) == ("", [("aaa", "followers", 10), ("bbb", "followers", 20)])


@pytest.mark.django_db
@pytest.mark.parametrize("known", ["сила", "подписчики"])
def test_figures_nobody_knows_are_explained_network_by_network(agency, import_export, tmp_path, known):
    path = tmp_path / "days.csv"
    path.write_text(f"Дата;ВК {known};ТГ сила\n2026-05-01;10;20\n2026-05-02;11;21\n")
    told = ("--columns", f"Дата=day;ВК {known}=followers;ТГ сила=followers")
    (file,) = import_export(path, "--account", "vk:aaa", "--account", "telegram:bbb", *told, brand="brand-a")["files"]
    with scope("system"):
        found = Observation.objects.order_by("value").values_list("account__handle", "value")
        assert (file["error"], list(found)) == ("", [("aaa", 10), ("aaa", 11), ("bbb", 20), ("bbb", 21)])


@pytest.mark.django_db
def test_a_known_table_with_a_column_explained_stays_of_its_kind(agency, import_export, tmp_path):
    path = tmp_path / "Totals.csv"
    path.write_text("Date,Views,Subscribers,Сила\n2026-05-01,10,0,30\n2026-05-02,11,3,31\n")
    (before,) = import_export(path, "--account", "youtube:aaa", "--dry-run", brand="brand-a")["files"]
    told = ("--columns", "Сила=account_impressions")
    (file,) = import_export(path, "--account", "youtube:aaa", *told, brand="brand-a")["files"]
    assert (file["kind"], file["totals"]) == (before["kind"], before["totals"] | {"account_impressions": "61"})
    assert file["kind"].startswith("youtube")


OF_POSTS = "Дата,Ссылка,Просмотры,Лайки\n2026-05-01,https://vk.com/wall-1_1,9,много\n2026-05-02,https://vk.com/wall-1_2,8,3\n"
STRANGE = "Когда вышло,Куда ведёт,Сердечки,Лайки\n2026-01-05,https://t.me/brand/7,7,6\n"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("content", "told", "figures", "rejected"),
    [
        (OF_POSTS, (), {"views": 8, "likes": 3}, 1),
        (OF_POSTS, ("--columns", "лайки=-"), {"views": 17}, 0),  # of a known kind all else is read as ever
        (OF_POSTS, ("--columns", "Лайки=-;Просмотры=impressions"), {"impressions": 17}, 0),
        (STRANGE, (TOLD[0], f"{TOLD[1]};Лайки=-"), {"likes": 7}, 0),
        (STRANGE, ("--columns", "Сердечки=-"), {"likes": 6}, 0),  # of the guess all the rest
    ],
)
def test_a_column_that_is_not_to_be_used_is_not(import_export, tmp_path, content, told, figures, rejected):
    (path := tmp_path / "posts.csv").write_text(content)
    (file,) = import_export(path, *told)["files"]
    assert (file["error"], file["rejected"], {code: int(n) for code, n in file["totals"].items()}) == ("", rejected, figures)
