"""What each of several new accounts is to the brand, said on the page of their file, and corrected there before it is written."""

import re

import pytest

from smmstrategy.metrics.models import Import
from tests.imports.test_columns_of_competitors import roles
from tests.imports.test_one_brand import posts
from tests.web.conftest import track
from tests.web.imports.conftest import bring, words, work
from tests.web.imports.test_pages import POSTS

pytestmark = pytest.mark.django_db
MIXED = posts(("ВК", "Ромашка"), ("ТГ", "Brand"), ("ОК", "Даблби"))


def ticked(page) -> dict[str, bool]:
    """By account whether it is ticked as the brand's own."""
    boxes = re.findall(r'<input type="checkbox"[^>]*name="own"[^>]*>', page.content.decode())
    return {re.search(r'value="([^"]*)"', box)[1]: " checked" in box for box in boxes}


def test_each_new_account_of_several_is_said_to_be_own_or_what_the_others_are(strategist):
    address = bring(strategist, MIXED).url
    page = strategist.get(address)
    assert [field.name for field in page.context["form"].asked] == ["own", "role"]
    assert ticked(page) == {"telegram:Brand": True, "vk:Ромашка": False, "ok:Даблби": False}
    assert "If only some are its own, say which. " in words(page)
    refused = strategist.post(address, {"own": ["vk:Ромашка"], "role": ""})
    assert refused.context["form"].errors == {"role": ["Say what the others are."]}
    strategist.post(address, {"own": ["telegram:Brand", "vk:Ромашка"], "role": "competitor"})
    work()
    page = strategist.get(address)
    assert ticked(page) == {"vk:Ромашка": True, "telegram:Brand": True, "ok:Даблби": False}
    refused = strategist.post(address, {"own": ["vk:Ромашка"], "role": ""})
    assert refused.context["form"].errors == {"role": ["Say what the others are."]}
    strategist.post(address, {"own": ["vk:Ромашка"], "role": "competitor"})
    work()
    strategist.post(address, {"silent": "false"})
    work()
    strategist.post(f"{address}apply/")
    work()
    assert roles() == {"vk:Ромашка": "own", "telegram:Brand": "competitor", "ok:Даблби": "competitor"}


def test_where_all_are_own_nothing_is_said_of_others(strategist):
    address = bring(strategist, MIXED).url
    every = ["telegram:Brand", "vk:Ромашка", "ok:Даблби"]
    strategist.post(address, {"own": every, "role": ""})
    work()
    found = Import.objects.get()
    assert (found.status, found.options["own"], {one["role"] for one in found.summary["accounts"]}) == ("previewed", every, {"own"})


def test_of_accounts_that_were_taken_for_own_unasked_each_can_be_corrected(strategist):
    address = bring(strategist, posts(("ВК", "Ромашка"), ("ТГ", "romashka"))).url
    assert ticked(strategist.get(address)) == {"vk:Ромашка": True, "telegram:romashka": True}
    strategist.post(address, {"own": ["vk:Ромашка"], "role": "influencer"})
    work()
    assert [one["role"] for one in Import.objects.get().summary["accounts"]] == ["own", "influencer"]


def test_a_question_before_says_whether_this_one_comes_next(strategist):
    texts = [
        posts(("ВК", "Ромашка"), ("ВК", "Даблби"), ("ВК", "")),
        "Date,Followers\n2026-05-01,5\n",
        posts(("ВК", "Ромашка"), ("ТГ", "")),
    ]
    asked = [strategist.get(bring(strategist, text).url).context["form"] for text in texts]
    assert [form.asks for form in asked] == ["account", "account", "account"]
    said = [form.fields["role"].choices[0][1] for form in asked]
    assert said == ["as kept, or asked next", "as kept or as the file says", "as kept or as the file says"]


def test_what_was_told_of_the_accounts_is_taken_back_on_the_page(strategist):
    address = bring(strategist, POSTS, role="competitor").url
    assert taken() == {"telegram": "brand"}
    strategist.post(address, {"role": ""})
    work()
    assert (Import.objects.get().options, Import.objects.get().summary["accounts"][0]["role"]) == ({}, "own")


def test_own_for_the_others_is_own_for_all(strategist):
    address = bring(strategist, MIXED).url
    strategist.post(address, {"role": "own"})
    work()
    assert {one["role"] for one in Import.objects.get().summary["accounts"]} == {"own"}


WALL = POSTS.replace("t.me/brand/", "vk.com/wall-7_")


@pytest.fixture
def kept(agency):
    """The brand has a page in two networks."""
    for network in ("vk", "telegram"):
        track(agency.brand_a, network, "lavka", role="own")


def taken() -> dict[str, str]:
    """By network the accounts of the preview."""
    return {one["network"]: one["handle"] for one in Import.objects.get().summary["accounts"]}


@pytest.mark.parametrize("answer", [{"known": "vk:lavka"}, {"network": "vk", "handle": "lavka"}])
def test_a_new_account_that_is_one_the_brand_has_needs_no_role(kept, strategist, answer):
    address = bring(strategist, WALL).url
    form = strategist.get(address).context["form"]
    assert ([field.name for field in form.asked], form.fields["known"].choices) == (
        ["known", "role"],
        [("vk:lavka", "VK: lavka"), ("", "a new account")],
    )
    refused = strategist.post(address, {"known": "", "role": ""})
    assert refused.context["form"].errors == {"role": ["Choose the account, or say what the new one is."]}
    strategist.post(address, {"known": "", "role": ""} | answer)
    work()
    assert (Import.objects.get().options, taken()) == ({"account": "vk:lavka"}, {"vk": "lavka"})


def test_a_new_account_that_is_none_of_these_is_what_is_said(kept, strategist):
    address = bring(strategist, WALL).url
    strategist.post(address, {"known": "", "role": "competitor"})
    work()
    assert (Import.objects.get().options, taken()) == ({"role": "competitor"}, {"vk": "club7"})


def test_of_new_accounts_in_two_networks_each_may_be_one_that_the_brand_has(kept, strategist):
    address = bring(strategist, posts(("ВК", "Ромашка"), ("ТГ", "Ромашка"))).url
    for code in ("vk:lavka", "telegram:lavka"):
        strategist.post(address, {"known": code, "role": ""})
        work()
    assert Import.objects.get().options == {"accounts_by_network": {"vk": "lavka", "telegram": "lavka"}}
    assert taken() == {"vk": "lavka", "telegram": "lavka"}
