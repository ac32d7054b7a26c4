"""A competitor of several networks is compared in each that it shares with the brand, and what is said names those compared."""

from dataclasses import replace

from audits.evidence import Evidence
from audits.measures.assembly import assemble
from tests.audits.report.test_competitors import pages, said
from tests.audits.synthetic import NOW
from tests.audits.test_same_accounts import TELEGRAM, VK, daily, measured

INSTAGRAM = replace(VK, id=3, network="instagram")
OWN = (VK, TELEGRAM, INSTAGRAM)
BAKERY = tuple(replace(one, id=one.id + 10, name="Bakery", role="competitor", group="Bakery") for one in OWN)
CRUST = replace(VK, id=21, name="Crust", role="competitor")


def evidence(*accounts, unknown: tuple[int, ...] = ()) -> Evidence:
    """The brand's posts have five likes of a hundred views, the others' three; of those `unknown` there is no post."""
    published = [one for one in accounts if one.id not in unknown]
    frames = [daily(a.id, NOW, likes=5.0 if a.id < 10 else 3.0, comments=0.0, shares=0.0, views=100.0) for a in published]
    return assemble(measured(frames, (), accounts))


def test_beside_one_of_a_single_network_it_is_compared_in_the_others_too() -> None:
    found = evidence(*OWN, *BAKERY, CRUST)
    assert [(one.networks, list(one.beside)) for one in found.comparisons] == [
        (("vk",), ["own", "competitor-1", "competitor-2"]),
        (("instagram", "telegram"), ["own", "competitor-1"]),
    ]
    titles = {key: said(page.title) for key, page in pages(found).items()}
    assert titles["competitors_map"] == "Bakery is behind (VK): median ER by views 3.00% against the brand’s 5.00%"
    assert titles["competitors_rank:instagram+telegram"].endswith("(Instagram, Telegram), 5.00% against the next one’s 3.00%")


def test_where_the_competitor_has_no_data_in_networks_it_shares_those_compared_are_named() -> None:
    found = evidence(*OWN, *BAKERY, unknown=(12, 13))
    assert said(pages(found)["competitors_map"].title) == (
        "Bakery is behind (VK): median ER by views 3.00% against the brand’s 5.00%"
    )


def test_compared_in_all_the_networks_it_shares_they_are_the_shared_ones() -> None:
    found = evidence(*OWN, *BAKERY)
    assert said(pages(found)["competitors_map"].title) == (
        "Bakery is behind on shared networks: median ER by views 3.00% against the brand’s 5.00%"
    )
