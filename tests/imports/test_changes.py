"""Numbers of followers with a sign in front of each are changes, and no level; one among levels is not taken."""

import pytest

from tests.imports.forms_of_files import days, said

A = {"account": "vk:iva"}
SIGNED = "Дата;Подписчики\n01.10.2026;+20\n02.10.2026;−5\n03.10.2026;0\n"


def test_numbers_with_a_sign_each_are_asked_about(understood):
    found = understood(SIGNED, **A)
    assert (found["subjects"], found["question"]["asks"]) == ([], "columns")
    assert said(found) == (
        "Each number of «Подписчики» has a sign in front, as changes have, and not how many there are. If they are changes, take "
        'them so (--columns guess); if not, say what the column means (--columns "Подписчики=followers"), or leave it out '
        '(--columns "Подписчики=-").'
    )


def test_they_may_be_taken_for_changes(understood):
    guess = understood(SIGNED, **A)["question"]["guess"]
    assert days(understood(SIGNED, columns=guess, **A)) == [
        ("followers_net", "2026-10-01", "20"),
        ("followers_net", "2026-10-02", "-5"),
        ("followers_net", "2026-10-03", "0"),
    ]


def test_beside_a_column_of_changes_they_stay_unread(understood):
    text = "Дата;Подписчики;Прирост;Охват\n01.10.2026;+20;20;5\n02.10.2026;+15;15;6\n"
    guess = understood(text, **A)["question"]["guess"]
    assert {code for code, _day, _number in days(understood(text, columns=guess, **A))} == {"followers_net", "account_reach"}


def test_one_among_levels_is_not_taken(understood):
    found = understood("Дата;Подписчики\n01.10.2026;1000\n02.10.2026;+12\n03.10.2026;1020\n", **A)
    assert days(found) == [("followers", "2026-10-01", "1000"), ("followers", "2026-10-03", "1020")]
    ((row, reason),) = found["rejected"]
    assert (row, reason["text"].format(**reason["params"])) == (
        "3",
        "«+12» in the column «Подписчики» has a sign in front, as a change has, and the other numbers are levels.",
    )


def test_a_person_may_say_that_they_are_levels(understood):
    columns = {"rows": "values", "network": "", "fields": {"Дата": "day", "Подписчики": "followers"}}
    text = "Дата;Подписчики\n01.10.2026;+20\n02.10.2026;+25\n"
    assert days(understood(text, columns=columns, **A)) == [("followers", "2026-10-01", "20"), ("followers", "2026-10-02", "25")]


def test_new_followers_may_have_a_sign(understood):
    text = "Дата;Новые подписчики;Прирост\n01.10.2026;+20;+10\n02.10.2026;+15;-3\n"
    assert len(days(understood(text, **A))) == 4


@pytest.mark.parametrize(("left", "told"), [("-1", []), ("−1", []), ("-1.0", []), ("-2", ["2", "0"])])
def test_a_minus_one_among_noughts_says_that_nobody_knows_who_left(understood, left, told):
    text = f"Дата;Отписались;Охват\n01.10.2026;{left};5\n02.10.2026;0;6\n"
    found = [value for code, _day, value in days(understood(text, **A)) if code == "followers_lost"]
    assert found == (told or ["0"])
