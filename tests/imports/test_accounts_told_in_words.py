"""An account may be named by --own and --silent as files call it, in words: it is obeyed, and nothing denies it."""

import pytest

HEADER = "Ссылка;Сообщество;Дата;Текст;Просмотры\n"
WALLS = {11: "Ромашка Цветы", 12: "Василёк"}


def row(wall, month, day):
    link, at = f"https://vk.com/page?w=wall-{wall}_{month}{day:02}", f"{day:02}.{month:02}.2026 10:00"
    return f"{link};{WALLS[wall]};{at};текст {wall} {day};{day}0\n"


def of_month(month, *walls):
    return HEADER + "".join(row(wall, month, day) for wall in walls for day in range(1, 6))


@pytest.mark.parametrize("months", [[6], [5, 6]])
def test_an_own_account_named_in_words_is_one_of_the_files(import_export, tmp_path, months):
    for month in months:
        (tmp_path / f"{month}.csv").write_text(of_month(month, 11, 12))
    done = import_export(tmp_path, "--role", "competitor", "--own", "vk:Ромашка Цветы")
    assert [one["roles"] for one in done["files"]] == [{"vk:club11": "own", "vk:club12": "competitor"}] * len(months)
    assert [line for line in done["lines"] if "that you said is the brand's own" in line] == []


def test_an_own_account_that_no_file_calls_so_is_said(import_export, tmp_path):
    for month in (5, 6):
        (tmp_path / f"{month}.csv").write_text(of_month(month, 11, 12))
    done = import_export(tmp_path, "--role", "competitor", "--own", "vk:Лютик")
    assert done["lines"][-1] == "No file has an account that you said is the brand's own: vk:лютик."


@pytest.mark.parametrize("called", ["vk:Ромашка Цветы", "vk:club11"])
def test_a_silence_told_of_an_account_in_words_is_its_own(import_export, tmp_path, called):
    rows = "".join(row(11, month, day) for month in (1, 2, 4, 5) for day in range(1, 28, 3))
    (tmp_path / "a.csv").write_text(HEADER + rows)
    done = import_export(tmp_path / "a.csv", "--silent", called)
    assert [(one["in_doubt"], one["silent"]) for one in done["files"]] == [({}, {"vk:club11": ["2026-03-01"]})]
    assert [line for line in done["lines"] if "in doubt" in line] == []
