"""A file that is called exactly as a known account is that account's, unless a person has named another for this very one."""

import pytest

from smmstrategy.metrics.imports.reading.cells.networks import spoken_in
from tests.imports.forms_of_files import accounts, said
from tests.imports.test_known_names_in_columns import LUTIK

DAYS = "Дата;Подписчики\n01.10.2026;10\n"
TAKEN = "The table «{}» was taken for {}, which is called so."


@pytest.mark.parametrize("name", ["Лютик ВК.csv", "Лютик_ВК.csv", "лютик (вконтакте).CSV", "VK Лютик.csv"])
def test_a_file_called_as_a_competitor_is_the_competitor_s(understood, name):
    found = understood(DAYS, file_name=name, context=LUTIK)
    assert (spoken_in(name), accounts(found), TAKEN.format(name, "vk:lutik") in said(found)) == ("vk", ["vk:lutik"], True)


@pytest.mark.parametrize("name", ["Ива и Лютик ВК.csv", "Лютики ВК.csv", "ВК.csv"])
def test_one_called_otherwise_is_not(understood, name):
    assert accounts(understood(DAYS, file_name=name, context=LUTIK)) == ["vk:iva"]


def test_what_the_table_is_called_says_more_than_the_file(understood):
    found = understood("Ива ВК\n" + DAYS, file_name="Лютик ВК.csv", context=LUTIK)
    assert (accounts(found), TAKEN.format("Ива ВК", "vk:iva") in said(found)) == (["vk:iva"], True)
    assert accounts(understood("Лютик\n" + DAYS, file_name="Ива ВК.csv", context=LUTIK)) == ["vk:lutik"]


@pytest.mark.parametrize(("is_one_of_several", "account"), [(False, "vk:iva"), (True, "vk:lutik")])
def test_a_person_s_word_of_this_very_file_says_more_and_that_of_several_does_not(understood, is_one_of_several, account):
    told = {"account": "vk:iva", "is_one_of_several": is_one_of_several}
    assert accounts(understood(DAYS, file_name="Лютик ВК.csv", context=LUTIK, **told)) == [account]
