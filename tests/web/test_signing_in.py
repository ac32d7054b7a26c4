"""Attempts to sign in are counted in the database: too many close the door for a while, and no broker is asked."""

import re
import time

import pytest
import time_machine
from allauth.mfa.totp.internal import auth as totp
from django.core.cache import cache
from django.db import connection
from django.test import Client

from smmstrategy.clients.models import User

pytestmark = pytest.mark.django_db
TOO_MANY = "Слишком много неудачных попыток"


@pytest.fixture
def sign_in(agency):
    agency.strategist.set_password("a quiet harbour")
    agency.strategist.save()

    def post(password, browser=None):
        return (browser or Client()).post("/account/login/", {"login": agency.strategist.email, "password": password})

    return post


def test_after_five_wrong_passwords_the_right_one_has_to_wait(sign_in):
    answers = [sign_in("wrong").content.decode() for _ in range(5)]
    assert [TOO_MANY in answer for answer in answers] == [False] * 5
    assert TOO_MANY in sign_in("a quiet harbour").content.decode()
    with time_machine.travel(time.time() + 240, tick=False):
        assert TOO_MANY in sign_in("a quiet harbour").content.decode()
    with time_machine.travel(time.time() + 301, tick=False):
        assert sign_in("a quiet harbour").status_code == 302


def test_who_waits_is_told_until_when_and_may_choose_a_new_password_instead(agency, sign_in, mailoutbox):
    for _ in range(6):
        answer = sign_in("wrong").content.decode()
    assert "Попробуйте ещё раз через 5 минут или задайте новый пароль по ссылке «Забыли свой пароль?» на странице входа." in answer
    assert '<a href="/account/password/reset/">Забыли свой пароль?</a>' in answer
    Client().post("/account/password/reset/", {"email": agency.strategist.email})
    link = next(line for line in mailoutbox[0].body.splitlines() if line.startswith("http"))
    browser = Client()
    page = browser.get(link, follow=True)
    browser.post(page.request["PATH_INFO"], {"password1": "a calm harbour", "password2": "a calm harbour"})
    assert sign_in("a calm harbour").status_code == 302


@pytest.mark.parametrize(
    ("language", "heading", "text"),
    [
        ("ru", "Слишком много попыток", "Подождите минуту, вернитесь и отправьте форму ещё раз. Если вы просили письмо со ссылкой"),
        ("en", "Too many attempts", "Wait a minute, go back and send the form again. If you have asked for a letter with a link"),
    ],
)
def test_who_asks_for_too_many_letters_is_told_in_our_words_and_finds_a_good_one(agency, mailoutbox, language, heading, text):
    browser, asked = Client(HTTP_ACCEPT_LANGUAGE=language), {"email": agency.strategist.email}
    answers = [browser.post("/account/password/reset/", asked) for _ in range(6)]
    assert [answer.status_code for answer in answers] == [302] * 5 + [429]
    page = answers[-1].content.decode()
    assert (f"<h1>{heading}</h1>" in page, text in page) == (True, True)
    link = next(line for line in mailoutbox[0].body.splitlines() if line.startswith("http"))
    assert 'name="password1"' in browser.get(link, follow=True).content.decode()


def test_too_many_wrong_codes_have_to_wait_and_no_new_password_is_promised_to_help(agency, sign_in):
    totp.TOTP.activate(agency.strategist, "JBSWY3DPEHPK3PXP")
    browser = Client(HTTP_ACCEPT_LANGUAGE="ru")
    sign_in("a quiet harbour", browser)
    pages = [browser.post("/account/2fa/authenticate/", {"code": "wrong"}).content.decode() for _ in range(6)]
    waits = ["Слишком много неверных кодов. Попробуйте ещё раз через 5 минут." in page for page in pages]
    assert (waits, "пароль по ссылке" in pages[-1]) == ([False] * 5 + [True], False)


def test_how_long_one_waits_is_said_once_for_the_limit_and_for_its_sentences(sign_in, settings):
    assert {"login_failed": f"10/m/ip,5/{settings.SIGN_IN_WAIT}m/key"} == settings.ACCOUNT_RATE_LIMITS
    settings.SIGN_IN_WAIT = 2
    assert "Попробуйте ещё раз через 2 минуты или" in [sign_in("wrong").content.decode() for _ in range(6)][-1]


def test_attempts_are_counted_where_people_are(sign_in):
    for _ in range(6):
        sign_in("wrong")
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) > 0 FROM clients_cache")
        assert cursor.fetchone() == (True,)
    cache.clear()
    answer = sign_in("a quiet harbour")
    assert (answer.status_code, answer.url) == (302, "/")


def test_no_answer_to_somebody_signed_in_is_kept_and_neither_is_the_last(agency, signed_in):
    browser = signed_in(agency.strategist)
    answers = [browser.get("/"), browser.post("/account/logout/")]
    assert [answer.headers["Cache-Control"] for answer in answers] == ["private, no-store"] * 2


def test_a_forgotten_password_does_not_stand_in_the_way_of_the_second_factor(agency, sign_in):
    Client().post("/account/password/reset/", {"email": agency.strategist.email})
    browser, wanted = Client(), "/account/2fa/totp/activate/"
    sign_in("a quiet harbour", browser)
    page = browser.post(f"/account/reauthenticate/?next={wanted}", {"password": "a quiet harbour"}, follow=True)
    assert (page.request["PATH_INFO"], 'name="code"' in page.content.decode()) == (wanted, True)


def test_somebody_invited_chooses_a_first_password_in_our_words(agency, signed_in, mailoutbox, django_capture_on_commit_callbacks):
    invited = {"email": "new@example.com", "name": "New", "language": "ru", "role": "strategist", "client": agency.a.pk}
    with django_capture_on_commit_callbacks(execute=True):
        signed_in(agency.owner).post("/people/invite/", invited)
    link = next(line for line in mailoutbox[0].body.splitlines() if line.startswith("http"))
    browser = Client(HTTP_ACCEPT_LANGUAGE="ru")
    page = browser.get(link, follow=True)
    assert "<h1>Придумайте пароль</h1>" in page.content.decode()
    told = {"password1": "a quiet harbour", "password2": "a quiet harbour"}
    done = browser.post(page.request["PATH_INFO"], told, follow=True).content.decode()
    assert ("<h1>Пароль сохранён</h1>" in done, "Изменить пароль" in done) == (True, False)


def test_the_second_factor_speaks_our_words(agency, sign_in):
    agency.strategist.language = "ru"
    agency.strategist.save()
    browser, wanted = Client(), "/account/2fa/totp/activate/"
    sign_in("a quiet harbour", browser)
    pages = [browser.get(f"{address}?next={wanted}", follow=True).content.decode() for address in ("/account/2fa/", wanted)]
    confirmed = browser.post(f"/account/reauthenticate/?next={wanted}", {"password": "a quiet harbour"}, follow=True)
    pages.append(confirmed.content.decode())
    headings = [re.search("<h1>(.*?)</h1>", page)[1] for page in pages]
    assert headings == ["Код при входе", "Подтвердите, что это вы", "Включить коды"]
    assert [word for page in pages for word in ("утентифика", "вухфакторн") if word in page] == []


@pytest.mark.parametrize(("browsers", "chosen", "shown"), [("en", "", "en"), ("ru", "", "ru"), ("en", "ru", "ru")])
def test_pages_after_signing_in_follow_the_browser_until_a_language_is_chosen(agency, sign_in, browsers, chosen, shown):
    agency.strategist.language = chosen
    agency.strategist.save()
    browser = Client(HTTP_ACCEPT_LANGUAGE=browsers)
    sign_in("a quiet harbour", browser)
    page = browser.get("/")
    assert f'<html lang="{shown}"' in page.content.decode()
    assert list(page.context["messages"]) == [], "the page itself says that one is in"


def test_an_invitation_chooses_the_language_of_the_letter_alone(agency, signed_in, mailoutbox, django_capture_on_commit_callbacks):
    told = {"email": "new@example.com", "name": "New", "language": "ru", "role": "strategist", "client": agency.a.pk}
    with django_capture_on_commit_callbacks(execute=True):
        signed_in(agency.owner).post("/people/invite/", told)
    assert "открывает вам доступ" in mailoutbox[0].body
    assert User.objects.get(email="new@example.com").language == ""
