"""Bringing the demo in: people, brand and pages, files through the import, two audits with their judgement."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from django.conf import settings
from django.core.files.base import File
from django.db import transaction

from audits import actions as audits
from audits.models import Audit, CriterionScore, MaturityScore, Opportunity
from smmstrategy import files
from smmstrategy.agency import actions as agency
from smmstrategy.clients.isolation import scope
from smmstrategy.clients.models import Brand, Client, Membership, User
from smmstrategy.demo import cast, judgement
from smmstrategy.demo.cast import Person
from smmstrategy.demo.exports import Export
from smmstrategy.metrics.imports import actions as imports
from smmstrategy.metrics.imports.outcomes import Reading
from smmstrategy.metrics.models import Import
from smmstrategy.metrics.periods import Period

SIGN_INS = "demo-sign-ins.txt"


class Asks(RuntimeError):
    """The import did not take a file of the demo."""


def make_agency() -> Brand:
    """The demo's client, brand and pages; what is there already stays."""
    owner = _let_in(cast.PEOPLE[0], None, by=None)
    brand = demo_brand()
    if brand is None:
        client = Client.objects.filter(is_demo=True).first() or agency.create_client(by=owner, name=cast.CLIENT, is_demo=True)
        brand = agency.create_brand(client, by=owner, name=cast.BRAND, website=cast.WEBSITE)
        for page in (*cast.SOCIAL, cast.SITE, *cast.COMPETITORS):
            words = {"name": page.name, "url": page.url, "role": page.role, "group": page.group}
            agency.track(brand, network=page.network, handle=page.handle, by=owner, **words)
    return brand


def demo_brand() -> Brand | None:
    return Brand.objects.select_related("client").filter(client__is_demo=True).order_by("pk").first()


def _user(person: Person) -> User:
    return User.objects.get(email=person.email)


def _let_in(person: Person, client: Client | None, *, by: User | None) -> User:
    """The person with their role; what is there already stays."""
    current = Membership.objects.filter(user__email=person.email, client=client, ended_at=None).first()
    words = {"email": person.email, "name": person.name, "role": person.role}
    return (current or agency.invite(client=client, by=by, **words)).user


def let_people_in(brand: Brand) -> None:
    owner = _user(cast.PEOPLE[0])
    for person in cast.PEOPLE[1:]:
        _let_in(person, brand.client, by=owner)


def sign_ins() -> str:
    """Random passwords, kept in a file that only this machine's user may read; the file's text. It says that the demo is whole."""
    path = Path(settings.STATE_DIR) / SIGN_INS
    if not path.exists():
        files.put(path, ["".join(map(_sign_in, cast.PEOPLE)).encode()])
    return path.read_text()


def _sign_in(person: Person) -> str:
    with scope("system"):
        return f"{person.role:<11} {person.email:<25} {agency.give_password(_user(person), by=None)}\n"


@transaction.atomic
def bring_in(brand: Brand, export: Export) -> Import:
    """One file through the import, with what a person says once it was looked at; all of it or nothing."""
    where = f"client:{brand.client_id}"
    with scope(where):
        name = export.name.rpartition("/")[2]
        import_ = imports.keep(brand, File(BytesIO(export.content), name=name), by=_user(cast.PEOPLE[2]), options=export.options)
    import_, reading = _look(import_, where)
    if export.answers:
        with scope(where):
            import_ = imports.tell(import_, answers=dict(export.answers))
        import_, reading = _look(import_, where)
    if import_.status != Import.Status.PREVIEWED:
        raise Asks(f"{export.name}: {import_.error or import_.question}")
    with scope(where):
        return imports.write(import_, reading, by=_user(cast.PEOPLE[2]))


def _look(import_: Import, where: str) -> tuple[Import, Reading]:
    reading = imports.read(import_)
    with scope(where):
        return imports.show(import_, reading), reading


def is_in(brand: Brand, export: Export) -> bool:
    """Whether the very same file stands applied."""
    return Import.objects.filter(brand=brand, sha256=export.sha256, status=Import.Status.APPLIED).exists()


def submit_audit(brand: Brand, period: Period, *, is_newest: bool) -> Audit:
    """An audit with the strategist's judgement, on its way to the worker; the one there is stays."""
    audit = Audit.objects.filter(brand=brand, first_day=period.first, last_day=period.last).first()
    strategist = _user(cast.PEOPLE[2])
    if audit is None:
        audit = audits.draft(brand, period=period, language="ru", by=strategist)
        audits.save_scores(audit, scores=_scores(is_newest), by=strategist)
        audits.save_maturity(audit, levels=_levels(is_newest), by=strategist)
        for opportunity in _opportunities(audit):
            audits.put_opportunity(opportunity, by=strategist)
    if audit.status == Audit.Status.DRAFT or audit.has_failed:
        audit = audits.submit(audit, by=strategist)
    return audit


def _scores(is_newest: bool) -> Iterator[CriterionScore]:
    for criterion, score, comment, evidence in judgement.scores(is_newest):
        applies = score is not None
        yield CriterionScore(criterion=criterion, score=score, is_applicable=applies, comment=comment, evidence=evidence)


def _levels(is_newest: bool) -> Iterator[MaturityScore]:
    for dimension, level, target, why in judgement.levels(is_newest):
        yield MaturityScore(dimension=dimension, level=level, target=target, justification=why)


def _opportunities(audit: Audit) -> Iterator[Opportunity]:
    for title, finding, metric, impact, effort, days, owner in judgement.opportunities():
        words = {"title": title, "finding": finding, "metric": metric, "owner": owner}
        yield Opportunity(audit=audit, impact=impact, effort=effort, horizon_days=days, **words)


def deliver(audit: Audit) -> Audit:
    """The manager hands an earlier audit to the client; the newest waits for the manager."""
    return audits.deliver(audit, by=_user(cast.PEOPLE[1]), reason="проверено")
