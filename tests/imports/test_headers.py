"""Names of columns with units, marks of footnotes and notes: known by what they are called without them."""

import pytest

from tests.imports.forms_of_files import posts, said, values


@pytest.mark.parametrize(
    ("header", "cell", "kept"),
    [
        ("Подписчики*", "12480", ["followers", "12480", False]),
        ("Подписчики, чел.", "12480", ["followers", "12480", False]),
        ("Подписчики (на конец дня)", "12480", ["followers", "12480", False]),
        ("Подписчики, тыс.", "12,48", ["followers", "12480", True]),
        ("Подписчики (тыс. чел.)", "1,234", ["followers", "1234", True]),
        ("Подписчики, тыс.", "12,5 тыс.", ["followers", "12500", True]),
        ("Охват¹, млн", "1.1", ["account_reach", "1100000", True]),
        ("Лайки, шт.", "6", ["likes", "6", False]),
    ],
)
def test_units_and_notes_leave_a_column_what_it_is(understood, header, cell, kept):
    found = understood(f"Дата (дд.мм.гггг);{header}\n26.09.2026;{cell}\n", "vk.csv")
    assert [[value[0], value[3], value[5]] for value in values(found)] == [kept]


@pytest.mark.parametrize("header", ["Подписчики, тыс.;Подписчики (на конец дня)", "Подписчики (на конец дня);Подписчики, тыс."])
def test_the_exact_column_counts_more_than_the_one_in_thousands(understood, header):
    cells = "12,5;12480" if "тыс.;" in header else "12480;12,5"
    assert [value[3] for value in values(understood(f"Дата;{header}\n26.09.2026;{cells}\n", "vk.csv"))] == ["12480"]


def test_a_column_that_a_note_may_make_another_is_named_as_not_used(understood):
    found = understood("Дата;Подписчики;Подписчики (новые);Охват, %;Погода\n26.09.2026;100;7;3;дождь\n", "vk.csv")
    assert [value[::3] for value in values(found)] == [["followers", "100"]]
    assert "may make them something else: «Подписчики (новые)», «Охват, %»." in said(found)


def test_times_are_in_the_zone_the_header_names(understood):
    text = "Дата ({});Ссылка;Лайки, шт.\n26.09.2026 01:00;https://vk.com/wall-1_1;5\n"
    found = [posts(understood(text.format(zone), time_zone="Asia/Tokyo"))[0] for zone in ("UTC", "UTC+5", "дд.мм.гггг")]
    assert [post[3][5:16] for post in found] == ["09-26T01:00", "09-25T20:00", "09-25T16:00"]
    assert {post[10]["likes"] for post in found} == {"5"}
