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
    """A part of all combinations of person, things and method; WALK=thorough and WALK=full take more and all of them."""
    caplog.set_level(logging.CRITICAL, "django.request")
    return Walker(world, os.environ.get("WALK", "sample"))
