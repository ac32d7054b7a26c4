"""What an entry tells is said in the product's words and the reader's language; a key of the database is no word."""

import re
from datetime import date

import pytest
from django.utils.translation import override

from audits import actions as audits
from audits.models import CriterionScore, MaturityScore, Opportunity
from smmstrategy.agency import actions
from smmstrategy.agency.entries import lines
from smmstrategy.clients.models import Tracking
from smmstrategy.jobs.models import Job
from smmstrategy.ledger.actions import record
from smmstrategy.ledger.queries import entries
from smmstrategy.metrics.imports import actions as imports
from smmstrategy.metrics.models import ColumnMapping, Import
from smmstrategy.metrics.periods import Period
from smmstrategy.reports.models import Snapshot
from tests.ledger.test_roads import imported

pytestmark = pytest.mark.django_db
ACCOUNT = {"network": "vk", "handle": "sever", "name": "", "url": "", "role": "own", "group": ""}


@pytest.fixture
def draft(agency, channel):
    return audits.draft(brand=agency.brand_a, period=Period(date(2026, 1, 1), date(2026, 6, 30)), language="ru", by=None)


def details(**which):
    """Of the newest entry, in Russian: its words with what was before and after, by the alphabet."""
    with override("ru"):
        return sorted(lines(entries().filter(**which)[:1])[0].changes)


def test_an_account_that_is_changed_and_taken_off(agency):
    tracking = actions.track(agency.brand_a, **ACCOUNT, by=agency.owner)
    actions.change_tracking(tracking, name="Север", url="", role="competitor", group="Север", by=agency.owner)
    assert details(object_kind="clients.account", verb="changed") == [("имя", "", "Север")]
    assert details(object_kind="clients.tracking", verb="changed") == [
        ("кому принадлежит", "", "Север"),
        ("роль", "свой", "конкурент"),
    ]
    actions.stop_tracking(Tracking.objects.get(), by=agency.owner)
    assert details(verb="untracked") == [
        ("имя", "Север", ""),
        ("имя в адресе", "sever", ""),
        ("кому принадлежит", "Север", ""),
        ("площадка", "ВКонтакте", ""),
        ("роль", "конкурент", ""),
    ]


def test_an_import_and_what_was_said_of_its_columns(agency, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    imports.undo(imported(agency.brand_a, agency.strategist), by=agency.manager)
    assert details(verb="undone")[1:] == [
        ("вид", "Таблица публикаций", ""),
        ("изменённые строки", "0", ""),
        ("новые строки", "1", ""),
        ("отклонённые строки", "0", ""),
        ("публикации, отмеченные удалёнными", "0", ""),
        ("строки", "1", ""),
        ("строки без изменений", "0", ""),
        ("файл", "vk.csv", ""),
    ]
    mapping = ColumnMapping.objects.create(client=agency.a, signature="s", mapping={})
    after = {"mapping": {"rows": "post", "fields": {"Сердечки": "likes", "Когда": "published_at"}}, "file": "vk.csv"}
    record("created", mapping, by=None, client=agency.a, after=after)
    assert details(object_kind="metrics.columnmapping") == [
        ("файл", "", "vk.csv"),
        ("что значат столбцы", "", "Когда = опубликовано: день или день и\xa0время; Сердечки = Реакции"),
    ]


def test_scores_levels_and_what_is_planned(agency, draft):
    by = agency.strategist
    audits.save_scores(audit=draft, scores=[CriterionScore(criterion="visual.recognition", score=3, comment="Стиль")], by=by)
    assert details(verb="scored") == [("Узнаваемость в ленте", "", "3; Стиль")]
    none = CriterionScore(criterion="visual.recognition", score=None, is_applicable=False)
    audits.save_scores(audit=draft, scores=[none], by=by)
    assert details(verb="scored") == [("Узнаваемость в ленте", "3; Стиль", "не применимо")]
    audits.save_maturity(audit=draft, levels=[MaturityScore(dimension="content", level=2, target=4)], by=by)
    assert details(verb="scored") == [("Контент", "", "2; целевой уровень: 4")]
    what = {"title": "Ответить", "finding": "best_time", "metric": "er_view", "impact": 4, "effort": 1, "horizon_days": 30}
    audits.put_opportunity(opportunity=Opportunity(audit=draft, **what), by=by)
    assert details(verb="planned") == [
        ("на какой показатель влияет", "", "ER по просмотрам (ERV)"),
        ("срок, дней", "", "30"),
        ("усилия", "", "1"),
        ("что сделать", "", "Ответить"),
        ("эффект", "", "4"),
    ]


def test_counts_are_written_as_pages_write_them(agency):
    record("applied", Import(pk=1), by=None, client=agency.a, after={"rows": 12345})
    assert details(verb="applied") == [("строки", "", "12\xa0345")]


def test_a_snapshot_is_sealed_of_what_its_product_calls_so(agency):
    record("sealed", Snapshot(pk=1), by=None, client=agency.a, after={"kind": "audit", "sha256": "0"})
    assert details(verb="sealed") == [("SHA-256", "", "0"), ("вид", "", "аудит")]


def test_every_row_that_entries_are_about_has_a_word_of_its_own(agency, draft, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    imported(agency.brand_a, agency.strategist)
    actions.invite(email="x@example.com", name="X", role="client", client=agency.a, by=agency.owner)
    about = {line.entry.object_kind: line.kind for line in lines(entries())}
    assert {model for model, word in about.items() if model == word} == set()
    assert {"audits.audit", "clients.user", "metrics.import"} <= about.keys()


def test_a_kind_of_row_nobody_has_told_is_called_as_its_model(agency):
    record("changed", Job(pk=1), by=None, client=agency.a, after={"attempts": 2})
    assert [(line.kind, line.name) for line in lines(entries().filter(object_kind="jobs.job"))] == [("jobs.job", "№ 1")]


def test_no_key_is_shown_for_a_word(agency, draft, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    imports.undo(imported(agency.brand_a, agency.strategist), by=agency.manager)
    actions.invite(email="x@example.com", name="X", role="client", client=agency.a, by=agency.owner)
    audits.revise(audit=draft, by=agency.owner, reason="why")
    with override("ru"):
        told = {word for line in lines(entries()) for word, _was, _now in line.changes}
    assert {word for word in told if re.search("[a-z_]", word)} == set()
