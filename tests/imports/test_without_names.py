"""Figures above which no names stand: their columns are called by letters and asked about, or the table is left out."""

import pytest

from tests.imports.forms_of_files import days, posts, rejected, said, workbook

COVER = [["Отчёт по сообществу"], ["Период", "01.08.2024 - 31.08.2024"], ["Постов", 40]]
POSTS = [["Ссылка", "Дата", "Лайки"], ["https://vk.com/wall-1_1", "22.09.2024", 28], ["https://vk.com/wall-1_2", "21.09.2024", 21]]
DAYS = [["Дата", "Подписчики"], ["01.03.2024", 10], ["02.03.2024", 12]]
BOOK = workbook(COVER, POSTS, DAYS, names=["О файле", "Посты", "Дни"])
ASKED = (
    "Table «О файле Отчёт по сообществу». No row of names was found above the figures of rows 2–3, and their columns are called by "
    'their letters: A, B. Say what they mean (--columns "A=FIELD;…"), or write the names above them and import the file again. '
    "Otherwise, leave the table out (--leave-out NAME)."
)
TEXT = "Строка отчёта\n" * 3 + "01.10.2026;5\n02.10.2026;6\n"


def test_the_sheet_is_named_with_the_ways_out(understood):
    found = understood(BOOK, "vk.xlsx", account="vk:acme")
    assert (said(found).splitlines()[0], found["question"]["header"]) == (ASKED, ["A", "B"])


@pytest.mark.parametrize("options", [{"tables_left_out": ["О файле"]}, {"columns": {"rows": "values", "fields": {}}}])
def test_left_out_it_stops_no_other_table(understood, options):
    found = understood(BOOK, "vk.xlsx", account="vk:acme", **options)
    assert (found["question"], len(posts(found)), len(days(found))) == ({}, 2, 2)
    assert rejected(found) == ["О файле:2", "О файле:3"]
    assert found["rows"] == 6


def test_what_is_said_of_the_letters_is_taken(understood):
    told = {"rows": "values", "fields": {"A": "day", "B": "followers"}}
    found = understood(TEXT, "vk.csv", account="vk:acme", columns=told)
    assert days(found) == [("followers", "2026-10-01", "5"), ("followers", "2026-10-02", "6")]
    assert (found["question"], found["rejected"]) == ({}, [])


def test_of_an_only_table_the_file_is_dismissed(understood):
    assert said(understood(TEXT, "vk.csv", account="vk:acme")).splitlines()[0].endswith("Otherwise, dismiss the file.")


def test_a_link_without_a_name_says_not_what_the_figures_beside_it_are(understood):
    rows = [[f"https://vk.com/wall-1_{n}", f"2{n}.09.2024", n * 7] for n in range(1, 4)]
    question = understood(workbook([["Ссылка"], *rows]), "vk.xlsx")["question"]
    assert question["header"] == ["A", "B", "C"]
    assert question["guess"]["fields"] == {"A": "permalink", "B": "published_at"}


@pytest.mark.django_db
def test_the_command_says_what_the_letters_mean(import_export, tmp_path):
    (tmp_path / "vk.csv").write_text(TEXT)
    told = import_export(tmp_path / "vk.csv", "--account", "vk:acme", "--columns", "A=day;B=followers")
    assert [told[name] for name in ("status", "rows", "new", "rejected")] == [0, 2, 2, 0]
    (tmp_path / "other.csv").write_text(TEXT.replace("10", "11"))
    assert "are called by their letters" in import_export(tmp_path / "other.csv", "--account", "vk:acme")["files"][0]["error"]


@pytest.mark.django_db
@pytest.mark.parametrize("kind", ["days", "youtube_by_day", "posts"])
def test_what_is_said_of_the_letters_holds_whatever_kind_is_named(import_export, tmp_path, kind):
    (tmp_path / "vk.csv").write_text(TEXT)
    told = import_export(tmp_path / "vk.csv", "--account", "vk:acme", "--kind", kind, "--columns", "A=day;B=followers")
    assert [told[name] for name in ("status", "new", "rejected", "error")] == [0, 2, 0, ""]


@pytest.mark.django_db
def test_beside_it_a_table_of_the_kind_named_is_taken(import_export, tmp_path):
    (tmp_path / "vk.xlsx").write_bytes(workbook([["Отчёт"], ["01.08.2026", 12]], DAYS, names=["Раз", "Два"]))
    told = import_export(tmp_path / "vk.xlsx", "--account", "vk:acme", "--kind", "days", "--columns", "A=day;B=followers")
    assert [told[name] for name in ("status", "new", "rejected", "error")] == [0, 3, 0, ""]


LINKS = [["Ссылка"], *[[f"https://vk.com/wall-1_{n}", f"2{n}.09.2024", n * 7] for n in range(1, 5)]]
ONE, TWO = [["Отчёт"], ["01.08.2026", 12]], [["Отчёт 2"], [13, "01.09.2026", 5], [14, "02.09.2026", 6]]
SAID_OF_ANOTHER = (
    "(--columns was taken for another table of the file whose columns are called by letters, and holds for one: to explain both, "
    "import the file once for each, with the other left out.)"
)


@pytest.mark.django_db
def test_the_command_says_it_of_one_table_alone(import_export, tmp_path):
    (tmp_path / "vk.xlsx").write_bytes(workbook(ONE, TWO, names=["Раз", "Два"]))
    first, second = "A=day;B=followers", "A=followers;B=day"
    asked = import_export(tmp_path / "vk.xlsx", "--account", "vk:acme", "--columns", first)
    assert asked["error"].startswith(f"{tmp_path}/vk.xlsx: Table «Два Отчёт 2». No row of names was found")
    assert SAID_OF_ANOTHER in asked["error"]
    for columns, other, new in ((first, "Два", 1), (second, "Раз", 2)):
        told = import_export(tmp_path / "vk.xlsx", "--account", "vk:acme", "--columns", columns, "--leave-out", other)
        assert [told[name] for name in ("status", "new", "error")] == [0, new, ""]


@pytest.mark.django_db
def test_a_guess_is_of_each_table(import_export, tmp_path):
    (tmp_path / "vk.xlsx").write_bytes(workbook(LINKS[:3], [LINKS[0], *LINKS[3:]], names=["Раз", "Два"]))
    told = import_export(tmp_path / "vk.xlsx", "--account", "vk:acme", "--columns", "guess")
    assert [told[name] for name in ("status", "new", "error")] == [0, 4, ""]
