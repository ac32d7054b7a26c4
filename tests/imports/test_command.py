"""What `import_export` takes and says beside the numbers themselves."""

import os

import pytest
from django.core.management import CommandError
from django.utils import translation

from smmstrategy.agency import actions as agency
from smmstrategy.clients.isolation import scope
from smmstrategy.clients.models import Brand, Client, Network, Tracking
from smmstrategy.ledger.models import Entry
from smmstrategy.management import named
from smmstrategy.metrics.imports import sandbox
from smmstrategy.metrics.models import Import, Post
from tests.imports.forms_of_files import workbook


def test_what_the_reader_says_beside_its_answer_goes_to_a_file_and_not_to_the_terminal(
    import_export, tmp_path, settings, reader, caplog
):
    settings.STATE_DIR = tmp_path / "state"
    reader("import os, sys\ndef read(context):\n    print('Traceback', file=sys.stderr)\n    os.abort()")
    (tmp_path / "vk.csv").write_text("Date,Followers\n2026-01-05,1\n")
    said = import_export(tmp_path / "vk.csv")
    assert said["files"][0]["error"].startswith("The file breaks the program that reads it.")
    assert caplog.text == ""
    assert "Traceback" in (tmp_path / "state/log/imports.log").read_text()


def test_a_row_that_is_nowhere_accounted_for_is_an_error(import_export, tmp_path, monkeypatch):
    read = sandbox.read
    monkeypatch.setattr(sandbox, "read", lambda *told: (plan := read(*told)) | {"rows": plan["rows"] + 2})
    (tmp_path / "vk.csv").write_text("Date,Followers\n2026-01-05,1\n2026-01-06,2\n")
    said = import_export("--account", "vk:brand", tmp_path / "vk.csv")
    assert (said["status"], said["files"][0]["error"]) == (
        1,
        "Rows accounted for: 2 of 4. This is a fault of the program: please report it with the file.",
    )


def test_accounts_of_two_networks_are_named_on_one_command_line(import_export, tmp_path):
    sheet = [["Date", "Followers"], ["2026-03-04", 10]]
    (tmp_path / "book.xlsx").write_bytes(workbook(sheet, sheet, names=("VK", "Telegram")))
    said = import_export(tmp_path / "book.xlsx", "--account", "vk:a", "--account", "telegram:b")
    assert (said["status"], said["files"][0]["accounts"], said["files"][0]["warnings"]) == (0, ["vk:a", "telegram:b"], [])


def test_an_account_may_be_named_by_the_address_of_its_page(import_export, tmp_path):
    (tmp_path / "vk.csv").write_text("Date,Followers\n2026-01-05,1\n")
    said = import_export(tmp_path / "vk.csv", "--account", "vk:https://vk.com/acme/videos")
    assert said["files"][0]["accounts"] == ["vk:acme"]


def test_an_account_that_a_file_has_only_a_name_of_may_be_named_so(import_export, tmp_path):
    (tmp_path / "list.csv").write_text("Channel,Subscribers\nКофейня на углу,5\n")
    (tmp_path / "days.csv").write_text("Date,Followers\n2026-01-05,1\n")
    with pytest.raises(CommandError, match="Write the name that stands"):
        import_export(tmp_path / "days.csv", "--account", "telegram:Кофейня на углу")
    import_export(tmp_path / "list.csv", "--account", "telegram:any", "--role", "own")
    said = import_export(tmp_path / "days.csv", "--account", "telegram:кофейня на углу")
    assert said["files"][0]["accounts"] == ["telegram:Кофейня на углу"]


@pytest.mark.parametrize("count", [2, 9])
def test_a_file_takes_the_same_number_of_statements_however_long_it_is(import_export, tmp_path, django_assert_num_queries, count):
    posts, days = ["Date,Permalink,Views"], ["Date,Followers"]
    (tmp_path / "posts.csv").write_text("\n".join([*posts, "2026-01-05,https://vk.com/wall-5_1,10"]))
    import_export(tmp_path / "posts.csv")
    for day in range(1, count + 1):
        posts.append(f"2026-02-{day:02},https://vk.com/wall-5_2{day},10")
        days.append(f"2026-02-{day:02},{day}")
    (tmp_path / "posts.csv").write_text("\n".join(posts))
    (tmp_path / "days.csv").write_text("\n".join(days))
    with django_assert_num_queries(59):
        assert import_export(tmp_path / "posts.csv")["new"] == count
    with django_assert_num_queries(54):
        assert import_export(tmp_path / "days.csv", "--account", "vk:club5")["new"] == count
    with django_assert_num_queries(59):
        assert import_export(tmp_path / "posts.csv", "--dry-run")["unchanged"] == count


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--period", "2026-13-01"], "--period is two days like 2026-01-01:2026-06-30, not «2026-13-01»."),
        (["--period", "2026-02-01:2026-01-01"], "The period ends before it begins."),
        (
            ["--account", "telegram:https://vk.com/club55"],
            "--account telegram:https://vk.com/club55: This address is in another network than the one chosen: VK.",
        ),
        (
            ["--account", "website:not a site"],
            "--account website:not a site: Write the site's address, such as site.com.",
        ),
        (["--account", "acme"], f"--account is NETWORK:HANDLE, with one of the networks {', '.join(Network.values)}."),
        (["--name", "Север=acme"], f"--name is NAME=NETWORK:HANDLE, with one of the networks {', '.join(Network.values)}."),
        (["--name", "Север=vk:"], "--name vk: Write the name that stands in the page's address."),
        (["--time-zone", "Mars/Base"], "There is no time zone «Mars/Base»; one is called like Europe/Moscow."),
        (
            ["--columns", "Date=day;;=;x"],
            "--columns is HEADER=FIELD, several of them with «;» between, or «guess»: not «Date=day;;=;x».",
        ),
        (["--client", "x" * 61], "--client takes at most 60 characters."),
    ],
)
def test_an_option_that_says_nothing_is_refused_in_plain_words(import_export, tmp_path, options, sentence):
    (tmp_path / "vk.csv").write_text("Date,Followers\n2026-01-05,10\n")
    with pytest.raises(CommandError) as refused:
        import_export(tmp_path / "vk.csv", *options)
    assert str(refused.value) == sentence


def test_what_an_option_names_is_called_in_the_reader_s_language():
    with translation.override("ru"), pytest.raises(CommandError, match=r"^--name — это НАЗВАНИЕ=ПЛОЩАДКА:ИМЯ, где площадка"):
        named.meant("Север=acme", None)


def test_a_name_that_is_not_in_utf_8_is_read_as_windows_wrote_it(import_export, tmp_path):
    """As `unzip` leaves it; the file beside it is read too."""
    for name in ("посты.csv".encode("cp1251"), b"a.csv"):
        (tmp_path / os.fsdecode(name)).write_text("Date,Followers\n2026-01-05,10\n")
    said = import_export(tmp_path, "--account", "vk:sever")
    assert (said["status"], [file["file"] for file in said["files"]]) == (0, [f"{tmp_path}/a.csv", f"{tmp_path}/посты.csv"])


def test_a_brand_made_on_a_page_is_named_by_its_address_or_by_its_own_part_of_it(import_export, tmp_path):
    agency.create_brand(agency.create_client(by=None, name="Sever"), by=None, name="Sever")
    agency.create_brand(Client.objects.get(), by=None, name="U mosta")
    (tmp_path / "a.csv").write_text("Date,Followers\n2026-01-05,10\n")
    told = [("sever--u-mosta",), ("u-mosta", "--client", "sever"), ("sever",)]
    said = [import_export(tmp_path, "--account", "vk:sever", *rest, brand=brand)["brand"] for brand, *rest in told]
    assert said == ["sever--u-mosta", "sever--u-mosta", "sever--sever"]


def test_of_the_client_named_the_brand_is_found_though_anothers_has_the_plain_address(import_export, tmp_path):
    for client, address in (("Alpha", {"slug": "shop"}), ("Beta", {})):
        agency.create_brand(agency.create_client(by=None, name=client), by=None, name="Shop", **address)
    (tmp_path / "a.csv").write_text("Date,Followers\n2026-01-05,10\n")
    said = [
        import_export(tmp_path, "--account", "vk:shop", "--client", client, brand="shop")["brand"] for client in ("beta", "alpha")
    ]
    assert said == ["beta--shop", "shop"]


def test_a_brand_is_not_made_beside_one_of_the_same_name(import_export, tmp_path):
    agency.create_brand(agency.create_client(by=None, name="Sever"), by=None, name="Mosta", slug="by-the-bridge")
    (tmp_path / "a.csv").write_text("Date,Followers\n2026-01-05,10\n")
    with pytest.raises(CommandError) as refused:
        import_export(tmp_path, "--client", "sever", brand="mosta")
    assert str(refused.value) == "“Mosta” is here already, at the address by-the-bridge: name that one."


@pytest.mark.parametrize("content", ["[]", "utm_source,Sessions\nvk,10\n"])
def test_a_brand_that_no_file_was_taken_in_for_is_not_made(import_export, media, tmp_path, content):
    """Neither for a file that is refused nor for one that is asked about: its address may be mistyped."""
    (tmp_path / "e.csv").write_text(content)
    said = import_export(tmp_path / "e.csv", "--client", "romashka", brand="newone2")
    assert (said["status"], said["brand"], said["files"][0]["import"]) == (1, "newone2", None)
    assert said["files"][0]["error"] != ""
    assert [model.objects.count() for model in (Client, Brand, Import, Entry)] == [0, 0, 0, 0]
    assert [path for path in media.rglob("*") if path.is_file()] == []


def test_a_new_brand_comes_with_the_first_file_that_can_be_taken(import_export, tmp_path):
    (tmp_path / "a.json").write_text("[]")
    (tmp_path / "b.csv").write_text("Date,Followers\n2026-01-05,10\n")
    (tmp_path / "c.json").write_text("[]")
    said = import_export(tmp_path, "--account", "vk:sever", brand="sever")
    assert [file["import"] is None for file in said["files"]] == [True, False, False]
    made = Entry.objects.filter(object_kind__in=["clients.client", "clients.brand"]).order_by("pk")
    assert list(made.values_list("object_kind", "verb")) == [("clients.client", "created"), ("clients.brand", "created")]
    assert list(Import.objects.order_by("pk").values_list("file_name", "status")) == [("b.csv", "applied"), ("c.json", "refused")]


def test_a_rehearsal_for_a_new_brand_leaves_nothing_whatever_the_files_are(import_export, media, tmp_path):
    (tmp_path / "a.json").write_text("[]")
    (tmp_path / "b.csv").write_text("Date,Followers\n2026-01-05,10\n")
    said = import_export("--dry-run", tmp_path, "--account", "vk:sever", brand="sever")
    assert [(file["import"], file["new"]) for file in said["files"]] == [(None, None), (None, 1)]
    assert [model.objects.count() for model in (Client, Brand, Import, Entry)] == [0, 0, 0, 0]
    assert [path for path in media.rglob("*") if path.is_file()] == []


def test_the_command_says_which_option_answers_an_open_question(import_export, tmp_path):
    path = tmp_path / "traffic.csv"
    path.write_text("utm_source,Sessions\nvk,10\n")
    asked, answered = import_export(path), import_export(path, "--period", "2026-01-01:2026-01-31")
    assert (asked["status"], "--period" in asked["files"][0]["error"]) == (1, True)
    assert (answered["status"], answered["new"], answered["files"][0]["account"]) == (0, 1, "website:site")


@pytest.mark.parametrize(("brand", "client"), [("Север", ""), ("sever", "Big Client")])
def test_the_command_makes_no_brand_or_client_at_an_address_no_page_has(import_export, tmp_path, brand, client):
    (tmp_path / "vk.csv").write_text("Date,Followers\n2026-01-05,10\n")
    with pytest.raises(CommandError, match=f"small Latin letters, digits and hyphens, not «{client or brand}»"):
        import_export(tmp_path, *(["--client", client] if client else []), brand=brand)
    assert not Client.objects.exists()


def test_the_command_marks_posts_that_a_later_file_lacks_when_told(import_export, tmp_path):
    head, rows = "Date;Link;Likes\n", [f"2026-03-0{n};https://t.me/brand/{n};{n}\n" for n in (4, 5, 6)]
    for name, kept in (("2026-03-31.csv", rows), ("2026-04-30.csv", [rows[0], rows[2]])):
        (tmp_path / name).write_text(head + "".join(kept))
    import_export(tmp_path / "2026-03-31.csv")
    (said,) = import_export(tmp_path / "2026-04-30.csv", "--gone")["files"]
    assert (said["error"], said["rows"], said["unchanged"], said["absent"], said["gone"]) == ("", 2, 2, 1, 1)
    with scope("system"):
        assert list(Post.objects.exclude(gone_at=None).values_list("key", flat=True)) == ["5"]


def test_the_command_says_of_which_days_the_posts_of_each_account_are_known_and_what_to_mind(import_export, tmp_path):
    rows = "05.03.2026;https://t.me/a/1;1\n06.03.2026;https://t.me/a/2;2\n03.04.2026;https://t.me/b/1;3\n"
    (tmp_path / "posts.csv").write_text("Date;Link;Likes\n" + rows)
    (tmp_path / "vk.csv").write_text("Date,Followers\n2026-01-05,10\n")
    said = import_export(tmp_path / "posts.csv", tmp_path / "vk.csv", "--role", "own", "--account", "vk:brand")
    days = {"telegram:a": ["2026-03-05", "2026-03-06"], "telegram:b": ["2026-04-01", "2026-04-03"]}
    assert [file["days_of_posts"] for file in said["files"]] == [days, {}]
    assert said["lines"] == [
        "[1/2] posts.csv: 3 rows: 3 new, 0 changed, 0 unchanged, 0 rejected",
        "  New accounts of the brand's own: telegram:a, telegram:b.",
        "  telegram:a, posts known: 5 March 2026 – 6 March 2026",
        "  telegram:b, posts known: 1 April 2026 – 3 April 2026",
        *(f"  {warning}" for warning in said["files"][0]["warnings"]),
        "[2/2] vk.csv: 1 row: 1 new, 0 changed, 0 unchanged, 0 rejected",
        "  New accounts of the brand's own: vk:brand.",
    ]
    assert [len(file["warnings"]) for file in said["files"]] == [1, 0]


def test_the_command_says_each_warning_once(import_export, tmp_path):
    (tmp_path / "vk 2026-01-05.csv").write_text("Date,Followers\n2026-01-05,10\n")
    import_export(tmp_path / "vk 2026-01-05.csv", "--account", "vk:brand")
    import_export(tmp_path / "vk 2026-01-05.csv", "--account", "vk:brand")
    with scope("system"):
        texts = [warning["text"] for warning in Import.objects.latest("pk").summary["warnings"]]
    assert len(texts) == len(set(texts))
    assert "This very file has been imported before; it changes nothing." in texts


def test_the_command_takes_a_guess_when_told(import_export, tmp_path):
    path = tmp_path / "strange.csv"
    path.write_text("When published,Goes to,Number of likes\n2026-01-05,https://t.me/brand/7,7\n")
    assert (import_export(path)["status"], import_export(path, "--columns", "guess")["new"]) == (1, 1)


def test_a_list_of_accounts(import_export, tmp_path):
    path = tmp_path / "list.csv"
    path.write_text("Username,Followers,Link\n" + "".join(f"blogger{n},{n},https://vk.com/blogger{n}\n" for n in range(50)))
    said = import_export(path, "--role", "influencer")
    with scope("system"):
        assert (said["status"], said["new"], Tracking.objects.filter(role="influencer").count()) == (0, 50, 50)


def test_a_command_refuses_a_file_that_names_a_page_in_its_title_alone_with_that_page(import_export, tmp_path):
    path = tmp_path / "telegram.csv"
    path.write_text("Отчёт подготовил @smm_agency\n\nДата;Подписчики\n01.05.2026;5\n02.05.2026;6\n")
    refused, taken = import_export(path), import_export(path, "--account", "telegram:acme")
    said = "The file does not say whose account it is about. It may be: telegram:smm_agency. Name it (--account NETWORK:HANDLE)."
    assert (refused["status"], refused["files"][0]["error"]) == (1, said)
    assert (taken["status"], taken["files"][0]["accounts"]) == (0, ["telegram:acme"])


def test_what_a_column_of_words_holds_can_be_said_to_a_command(import_export, tmp_path):
    path = tmp_path / "export.csv"
    path.write_text("Date,Channel,Views\n2026-05-01,Browse,50\n2026-05-01,External,20\n2026-05-02,Browse,51\n")
    told = ("--account", "youtube:acme", "--columns", "Date=day;Channel=by traffic;Views=account_views")
    refused, taken = import_export(path, *told[:2]), import_export(path, *told)
    assert (refused["status"], "«Browse», «External»" in refused["files"][0]["error"]) == (1, True)
    assert (taken["status"], taken["files"][0]["accounts"], taken["rows"], taken["rejected"]) == (0, ["youtube:acme"], 3, 0)


def test_a_command_puts_no_account_of_a_list_into_another_network(import_export, tmp_path):
    path = tmp_path / "list.csv"
    path.write_text("Соцсеть;Аккаунт;Подписчики\nВКонтакте;club7001;300\nTelegram;dva_dva;100\nThreads;tri_tri;250\n")
    said = import_export(path, "--account", "vk:any", "--columns", "Соцсеть=network", "--role", "competitor")
    assert (said["status"], said["files"][0]["accounts"], said["files"][0]["rejected_rows"]) == (
        0,
        ["vk:club7001", "telegram:dva_dva"],
        [{"reason": "«Threads» in the column «Соцсеть» is no network that is known here.", "count": 1, "rows": ["4"]}],
    )


def test_a_command_explains_a_list_of_accounts_with_their_networks(import_export, tmp_path):
    path = tmp_path / "list.csv"
    path.write_text("Сеть;Кто;Аудитория\nВКонтакте;club7001;300\nTelegram;dva_dva;100\n")
    said = import_export(path, "--columns", "Сеть=network;Кто=account;Аудитория=followers", "--role", "competitor")
    assert (said["status"], said["files"][0]["accounts"]) == (0, ["vk:club7001", "telegram:dva_dva"])
