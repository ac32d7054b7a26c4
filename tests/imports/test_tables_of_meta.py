"""A table of Meta by day that does not say of which of its networks it is: the one named of them alone, or asked."""

from tests.imports.forms_of_files import days, said

REACH = 'sep=,\n"Reach"\n"Date","Primary"\n"2026-06-01T00:00:00","100"\n'
ASKED = "The file does not say which account of instagram / facebook it is about. Name one (--account NETWORK:HANDLE)."


def test_of_accounts_named_in_several_networks_only_one_of_meta_may_be_meant(understood):
    found = understood(REACH, "Reach.csv", accounts_by_network={"vk": "aaa", "telegram": "bbb", "instagram": "ccc", "ok": "ddd"})
    assert [(one["network"], one["handle"]) for one in found["subjects"]] == [("instagram", "ccc")]
    assert (days(found), found["question"]) == ([("account_reach", "2026-06-01", "100")], {})


def test_of_two_of_meta_it_is_asked_which_and_no_other_is_proposed(understood):
    known = {"own": {"vk": ["aaa"], "facebook": ["ff"], "instagram": ["ccc"]}}
    found = understood(REACH, "Reach.csv", context=known, accounts_by_network={"vk": "aaa", "facebook": "ff", "instagram": "ccc"})
    assert (days(found), said(found), found["question"]["choices"]) == ([], ASKED, ["facebook:ff", "instagram:ccc"])


def test_without_any_named_it_says_which_networks_are_possible(understood):
    assert said(understood(REACH, "Reach.csv", accounts_by_network={"vk": "aaa", "telegram": "bbb"})) == ASKED
