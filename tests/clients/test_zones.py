"""The time zones that forms offer: each place once, by the name it has now; what is stored stays."""

from smmstrategy.clients import zones


def test_a_place_is_offered_by_the_name_it_has_now():
    offered = {name for name, _called in zones.ZONES}
    now = {"UTC", "Europe/Moscow", "Europe/Kyiv", "Europe/Amsterdam", "Asia/Kolkata", "Africa/Asmara", "America/Argentina/Ushuaia"}
    before = {"Europe/Kiev", "Asia/Calcutta", "Africa/Asmera", "US/Pacific", "Etc/GMT-3", "Brazil/East"}
    assert (now - offered, before & offered) == (set(), set())


def test_what_is_stored_stays_to_be_chosen_and_valid():
    assert ("Africa/Asmera", "Africa/Asmera") in zones.zones_with("Africa/Asmera")
    zones.validate_zone("Africa/Asmera")
