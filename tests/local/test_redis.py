"""The embedded broker carries hints and keeps none of them: a full disk is nothing to it."""

import pytest
import redis

from smmstrategy.local import ports
from smmstrategy.local.redis import Redis, answers


@pytest.fixture
def server(tmp_path):
    child = Redis(tmp_path / "redis", tmp_path / "redis.log").server(ports.free(), "secret")
    child.start()
    yield child
    child.stop()


def test_it_writes_nothing_and_ends_when_asked(server, tmp_path):
    url = f"redis://:secret@127.0.0.1:{port_of(tmp_path)}/0"
    server.wait_until(lambda: answers(url))
    with redis.Redis.from_url(url) as broker:
        broker.mset({f"hint {number}": "x" * 100 for number in range(20_000)})
    server.process.send_signal(server.ends_on)
    assert server.process.wait(10) == 0
    assert [path.name for path in (tmp_path / "redis").iterdir()] == ["redis.conf"]


def port_of(folder):
    settings = dict(line.split(maxsplit=1) for line in (folder / "redis" / "redis.conf").read_text().splitlines())
    return settings["port"]
