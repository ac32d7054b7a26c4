"""A goal of a site by its name is its goals where it is the only one, and said; of several none is chosen."""

import pytest

from tests.imports.forms_of_files import said, values

TRAFFIC = "Дата визита;UTM Source;Визиты;{}\n01.06.2026;vk;40;{}\n"
TAKEN = "«Достижения цели (Заказ)» counts one goal of the site, and was taken for its goals."


def reaches(found):
    return [value[3] for value in values(found) if value[0] == "goal_reaches"]


def test_the_only_goal_is_taken_and_said(understood):
    found = understood(TRAFFIC.format("Достижения цели (Заказ)", "7"))
    assert (reaches(found), TAKEN in said(found), "not used" in said(found)) == (["7"], True, False)


@pytest.mark.parametrize(
    ("names", "figures", "taken"),
    [
        ("Достижения цели (Заказ);Достижения цели (Звонок)", "7;9", []),
        ("Достижения цели (Заказ);Достижения любой цели", "7;9", ["9"]),
        ("Достижения цели (%)", "7 %", []),
    ],
)
def test_of_several_goals_none_is_chosen(understood, names, figures, taken):
    found = understood(TRAFFIC.format(names, figures))
    assert (reaches(found), TAKEN in said(found)) == (taken, False)
