"""Whatever road a client, a brand, an account or a role comes by, one entry says who brought it; and one says it went."""

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.utils.translation import override

from smmstrategy.agency import actions
from smmstrategy.agency.entries import lines
from smmstrategy.clients.models import Account, Brand, Client, Membership, Tracking, User
from smmstrategy.demo.actions import make_agency
from smmstrategy.ledger.models import Entry
from smmstrategy.ledger.verbs import Verb
from smmstrategy.metrics.imports import actions as imports

pytestmark = pytest.mark.django_db
CAME = {Client: Verb.CREATED, Brand: Verb.CREATED, Account: Verb.CREATED, Tracking: Verb.TRACKED, Membership: Verb.GRANTED}
POSTS = "Ссылка;Дата;Просмотры;Лайки\nhttps://vk.com/wall-1_1;01.06.2026;5;1\n".encode()
ACCOUNT = {"network": "vk", "handle": "umosta", "name": "", "role": "own", "group": "", "url": ""}


def owner():
    call_command("add_owner", "anna@example.com")
    return User.objects.get(email="anna@example.com")


def by_command(tmp_path, _signed_in):
    (tmp_path / "vk.csv").write_bytes(POSTS)
    for _again in range(2):
        call_command("import_export", str(tmp_path), brand="sever", account=["vk:umosta"])
    return


def by_pages(_tmp_path, signed_in):
    anna = owner()
    browser = signed_in(anna)
    browser.post("/new-client/", {"name": "Sever", "time_zone": "Europe/Moscow", "currency": "RUB"})
    browser.post("/clients/sever/brands/new/", {"name": "U mosta", "website": ""})
    for _again in range(2):
        browser.post("/brands/sever--u-mosta/accounts/new/", ACCOUNT)
    browser.post(
        "/people/invite/",
        {"email": "v@example.com", "name": "", "language": "ru", "role": "client", "client": Client.objects.get().pk},
    )
    return anna


def by_an_import(_tmp_path, _signed_in):
    anna = owner()
    client = make_agency().client
    brand = Brand.objects.get(client=client)
    imported(brand, anna)
    return


def imported(brand, by):
    file = ContentFile(POSTS, name="vk.csv")
    import_ = imports.keep(brand, file, by=by, options={"account": "vk:new_one"})
    found = imports.read(import_)
    return imports.write(imports.show(import_, found), found, by=by)


@pytest.mark.parametrize(("road", "rows"), [(by_command, 4), (by_pages, 6), (by_an_import, None)])
def test_what_came_by_any_road_has_one_entry(tmp_path, signed_in, settings, road, rows):
    settings.MEDIA_ROOT = tmp_path / "media"
    by = road(tmp_path, signed_in)
    came = {(model._meta.label_lower, row.pk, CAME[model].value) for model in CAME for row in model.objects.all()}
    said = Entry.objects.filter(verb__in=set(CAME.values())).exclude(object_kind="clients.user")
    assert sorted(said.values_list("object_kind", "object_id", "verb")) == sorted(came)
    assert rows is None or len(came) == rows
    assert by is None or {entry.actor for entry in said.exclude(client=None)} == {by}


def test_a_preview_leaves_no_entry_and_taking_back_says_which_account_and_observation_went(agency, tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path
    import_ = imported(agency.brand_a, agency.strategist)
    account, tracking = Account.objects.get(), Tracking.objects.get()
    assert sorted(Entry.objects.values_list("verb", flat=True)) == ["applied", "created", "tracked"]
    imports.undo(import_, by=agency.manager)
    gone = Entry.objects.get(verb="deleted")
    assert (gone.object_id, gone.actor, gone.before["handle"]) == (account.pk, agency.manager, "new_one")
    gone = Entry.objects.get(verb="untracked")
    assert (gone.object_id, gone.actor) == (tracking.pk, agency.manager)
    assert (gone.before["role"], gone.before["handle"]) == ("own", "new_one")
    assert (Account.objects.count(), Tracking.objects.count()) == (0, 0)


def test_a_password_that_is_given_has_an_entry_without_the_word_itself(capsys):
    anna = owner()
    entry = Entry.objects.get(verb="changed", object_kind="clients.user", object_id=anna.pk)
    assert (entry.actor, entry.client, entry.before, entry.after) == (None, None, None, {"password": "new"})
    assert anna.check_password(capsys.readouterr().out.split()[-1])
    with override("ru"):
        (line,) = lines([entry])
    assert (line.name, line.changes) == ("anna@example.com", [("пароль", "", "выдан новый")])


def test_an_unknown_verb_is_refused(agency):
    from smmstrategy.ledger.actions import record

    with pytest.raises(ValueError, match="is not a valid Verb"):
        record("tinkered", agency.a, by=agency.owner, client=agency.a)
    assert Entry.objects.count() == 0


def test_a_client_or_brand_whose_entry_cannot_be_written_is_not_made(agency):
    nobody = User(email="nobody@example.com")  # never saved, so no entry can name them
    with pytest.raises(ValueError, match="actor"):
        actions.create_client(by=nobody, name="Sever")
    with pytest.raises(ValueError, match="actor"):
        actions.create_brand(agency.a, by=nobody, name="Sever")
    assert (Client.objects.filter(name="Sever").count(), Brand.objects.filter(name="Sever").count()) == (0, 0)
