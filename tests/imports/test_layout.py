"""Where tables in a grid begin and end, wherever they stand and whatever stands above them."""

from tests.imports.forms_of_files import days, posts, workbook


def test_tables_beside_each_other_may_begin_in_any_column(understood):
    head = [["Отчёт"], [], ["", "Дата", "Подписчики", "", "", "Дата", "Ссылка", "Лайки"]]
    rows = [["", f"2026-10-0{n}", 100 + n, "", "", f"2026-10-1{n}", f"https://vk.com/wall-1_{n}", n] for n in range(1, 4)]
    rows.append(["", "", "", "", "", "2026-10-14", "https://vk.com/wall-1_4", 4])
    found = understood(workbook([*head, *rows]), "vk.xlsx")
    assert days(found) == [("followers", f"2026-10-0{n}", f"{100 + n}") for n in range(1, 4)]
    assert [(post[3][:10], post[10]) for post in posts(found)] == [(f"2026-10-1{n}", {"likes": str(n)}) for n in range(1, 5)]
    assert (found["rows"], found["rejected"], found["warnings"][1:]) == (4, [], [])


def test_empty_columns_before_the_only_table_mean_nothing(understood):
    found = understood(";;Дата;Подписчики\n;;2026-10-01;5\n;;2026-10-02;6\n", "vk.csv")
    assert (found["rows"], days(found)) == (2, [("followers", "2026-10-01", "5"), ("followers", "2026-10-02", "6")])
