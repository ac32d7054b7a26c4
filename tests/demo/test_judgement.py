"""What the demo's strategist wrote stands in the ledger as anybody's does, so pages can name them."""

import pytest

from audits.queries import writers
from smmstrategy.clients.isolation import scope
from smmstrategy.clients.models import User
from smmstrategy.demo import actions, cast, judgement

pytestmark = pytest.mark.django_db(transaction=True)


def test_everything_to_do_has_the_strategist_for_its_writer(settings, tmp_path, scenario, files):
    settings.MEDIA_ROOT = tmp_path
    with scope("system"):
        brand = actions.make_agency()
        actions.let_people_in(brand)
    posts = next(file for file in files if file.options["account"].startswith("vk:") and "посты" in file.name)
    actions.bring_in(brand, posts)
    with scope("system"):
        audit = actions.submit_audit(brand, scenario.windows[0], is_newest=False)
        told = [(row.title, writers.of_opportunity(row, "title")) for row in audit.opportunities.order_by("pk")]
        strategist = User.objects.get(email=cast.PEOPLE[2].email)
    assert told == [(title, strategist) for title, *_rest in judgement.opportunities()]
