"""The qualitative half: written while the audit is a draft, recorded in the ledger, sealed afterwards."""

from datetime import date

import pytest

from audits import actions
from audits.models import Audit, CriterionScore, MaturityScore, Opportunity
from smmstrategy.clients.models import Brand, User
from smmstrategy.ledger.models import Entry
from smmstrategy.metrics.periods import Period

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def strategist(transactional_db) -> User:
    return User.objects.create(email="strategist@example.com")


@pytest.fixture
def draft(brand: Brand, strategist: User) -> Audit:
    return actions.draft(brand=brand, period=Period.months(date(2026, 6, 1), 6), language="en", by=strategist)


def test_saving_again_writes_only_what_changed_to_the_ledger(draft: Audit, strategist: User) -> None:
    actions.save_scores(audit=draft, scores=[CriterionScore(criterion="a", score=2), CriterionScore(criterion="b")], by=strategist)
    actions.save_scores(audit=draft, scores=[CriterionScore(criterion="a", score=3), CriterionScore(criterion="b")], by=strategist)
    actions.save_scores(audit=draft, scores=[CriterionScore(criterion="a", score=3)], by=strategist)
    assert list(draft.scores.order_by("criterion").values_list("criterion", "score")) == [("a", 3), ("b", None)]
    scored = list(Entry.objects.filter(verb="scored").order_by("number").values_list("after", flat=True))
    assert scored == [{"a": [2, True, "", ""], "b": [None, True, "", ""]}, {"a": [3, True, "", ""]}]


def test_a_revision_starts_from_the_same_scores_and_leaves_the_sealed_audit_alone(draft: Audit, strategist: User) -> None:
    actions.save_maturity(audit=draft, levels=[MaturityScore(dimension="content", level=2, target=4)], by=strategist)
    wish = Opportunity(audit=draft, title="Answer within the hour", impact=5, effort=2)
    actions.put_opportunity(opportunity=wish, by=strategist)
    actions.submit(audit=draft, by=strategist)
    with pytest.raises(actions.Refused, match="sealed"):
        actions.save_scores(audit=draft, scores=[CriterionScore(criterion="a", score=2)], by=strategist)
    revision = actions.revise(audit=draft, by=strategist, reason="two criteria were misread")
    assert revision.status == Audit.Status.DRAFT
    assert list(revision.maturity.values_list("dimension", "level", "target")) == [("content", 2, 4)]
    assert list(revision.opportunities.values_list("title", flat=True)) == ["Answer within the hour"]


def test_only_a_ready_audit_can_be_delivered(draft: Audit, strategist: User) -> None:
    with pytest.raises(actions.Refused, match="ready"):
        actions.deliver(audit=draft, by=strategist)
