"""The credentials of a machine: whole, or those of a release that kept less of them."""

import json

import pytest

from smmstrategy.local.state import Credentials, State

KEYS = {"secret_key": "a key", "passwords": {"postgres": "a", "smm_owner": "b", "smm_web": "c", "redis": "d"}}


@pytest.fixture
def state(tmp_path):
    return State(tmp_path)


def test_they_are_read_as_they_were_kept(state):
    made = Credentials()
    state.keep(made)
    assert state.credentials() == made


def test_what_a_release_did_not_keep_yet_is_made_anew(state):
    state.keys.write_text(json.dumps(KEYS | {"redis_port": 6380, "what a later one keeps": 1}))
    found = state.credentials()
    assert (found.secret_key, found.passwords, found.redis_port) == ("a key", KEYS["passwords"], 6380)
    assert 1024 <= found.postgres_port <= 65535


@pytest.mark.parametrize("lost", ["secret_key", "passwords"])
def test_without_what_opens_the_data_there_are_none(state, lost):
    state.keys.write_text(json.dumps({name: value for name, value in KEYS.items() if name != lost}))
    assert state.credentials() is None
