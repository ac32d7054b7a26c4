"""Why rows were rejected, as the command says it and lists it."""

import pytest
from django.utils.translation import override

from smmstrategy.metrics.imports import labels


def test_a_reason_that_many_rows_share_is_said_once(import_export, tmp_path):
    (tmp_path / "comments.csv").write_text("Comments,Comment_ID,VidId\n" + "ok,1,2\n" * 30 + "ok,3,4\n")
    said = import_export("--dry-run", tmp_path / "comments.csv")
    (told,) = said["files"][0]["rejected_rows"]
    assert (said["rejected"], told["count"], told["rows"]) == (31, 31, [str(row) for row in range(2, 33)])
    assert f"  {told['reason']} Rows: 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 21 more rows." in said["lines"]


@pytest.mark.parametrize(
    ("language", "count", "said"),
    [
        ("en", 1, "Why. Row: 0."),
        ("en", 11, "Why. Rows: 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 and 1 more row."),
        ("ru", 1, "Why. Строка: 0."),
        ("ru", 3, "Why. Строки: 0, 1, 2."),
        ("ru", 11, "Why. Строки: 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 и ещё 1 строка."),
        ("ru", 13, "Why. Строки: 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 и ещё 3 строки."),
        ("ru", 1011, "Why. Строки: 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 и ещё 1\xa0001 строка."),
    ],
)
def test_rows_beside_those_named_are_counted_in_their_number(language, count, said):
    with override(language):
        assert labels.rejected([{"reason": "Why.", "rows": [str(row) for row in range(count)]}]) == [said]


def test_a_reason_is_said_with_its_rows_to_who_runs_the_command(import_export, tmp_path):
    rows = "".join(f"2026-05-{n:02};https://vk.com/wall-1_{n};{n} лет;5\n" for n in range(1, 4))
    (tmp_path / "vk.csv").write_text(f"Дата;Ссылка;Лайки;Репосты\n{rows}2026-05-05;https://vk.com/wall-1_5;1;2\n")
    said = import_export("--dry-run", tmp_path / "vk.csv")
    assert [one["rows"] for one in said["files"][0]["rejected_rows"]] == [["2", "3", "4"]]
    assert f"  {said['files'][0]['rejected_rows'][0]['reason']} Rows: 2, 3, 4." in said["lines"]


def test_a_reason_that_says_what_stands_in_its_row_is_said_once_for_all_rows(import_export, tmp_path):
    days = "".join(f"{n} фестиваля,https://vk.com/wall-1_{n},5,{n} лет\n" for n in range(1, 6))
    (tmp_path / "vk.csv").write_text(f"Дата,Ссылка,Лайки,Репосты\n{days}2026-01-05,https://vk.com/wall-1_9,5,7 лет\n")
    said = import_export("--dry-run", tmp_path / "vk.csv")["files"][0]["rejected_rows"]
    assert [(told["reason"], told["count"]) for told in said] == [
        ("«1 фестиваля, 2 фестиваля, 3 фестиваля, …» is not a date.", 5),
        ("«7 лет» in the column «Репосты» is not a number it can hold.", 1),
    ]
