"""The world a walk goes through."""

import logging
import os

import pytest

from tests.isolation.walk import Walker
from tests.isolation.world import World, build


@pytest.fixture
def world(db) -> World:
    return build()


@pytest.fixture
def walker(world, caplog) -> Walker:
    """Every person, declared method and kind of thing, and a few ways of sending; with WALK=full all things, in all ways."""
    caplog.set_level(logging.CRITICAL, "django.request")
    return Walker(world, is_full=os.environ.get("WALK") == "full")
