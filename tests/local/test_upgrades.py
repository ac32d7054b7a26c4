"""An upgrade by `make run` or any command: what its migrations leave to a person is said to whoever has started it."""

import pytest

pytestmark = pytest.mark.slow

KEPT_BY_AN_EARLIER_RELEASE = """
from django.utils import timezone
from smmstrategy.clients.isolation import scope
from smmstrategy.clients.models import Account, Client
from smmstrategy.metrics.models import Post
with scope("system"):
    client = Client.objects.create(name="Client A", slug="client-a")
    for handle in ("77", "profile77"):
        account = Account.objects.create(client=client, network="ok", handle=handle)
        link = "https://ok.ru/profile/77/statuses/1"
        Post.objects.create(
            account=account, client=client, key="1", permalink=link, said=0, collected_at=timezone.now(), source="import"
        )
"""


def test_what_an_upgrade_leaves_to_a_person_is_said(machine):
    done = [
        machine.manage("setup"),
        machine.manage("migrate", "metrics", "0014"),
        machine.manage("shell", "--no-imports", "-c", KEPT_BY_AN_EARLIER_RELEASE),
    ]
    assert [one.returncode for one in done] == [0, 0, 0], [one.stderr for one in done]
    (machine.folder / "postgres" / "schema").unlink()
    first, second = machine.manage("setup"), machine.manage("setup")
    assert first.stderr.startswith("ok:77 (client-a): ")
    assert (first.returncode, second.returncode, second.stderr) == (0, 0, "")
    assert first.stderr in (machine.folder / "log" / "migrate.log").read_text()
