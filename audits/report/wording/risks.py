"""Legal rules an audit reminds of, and the accounts they concern. The state of the law is that of the dates named here."""

from collections.abc import Callable
from dataclasses import dataclass

from audits.criteria import Words
from audits.evidence import Evidence

META = {"instagram", "facebook"}
RESTRICTED = {"telegram", "youtube"}
REGISTERED = {"vk", "telegram", "youtube", "ok", "dzen", "rutube", "tiktok", "x", "max"}
REGISTER_FROM = 10_000


@dataclass(frozen=True, slots=True)
class Risk:
    name: Words
    basis: Words
    action: Words


RISKS = {
    "prohibited": Risk(
        Words("Реклама на запрещённых площадках", "Advertising on prohibited networks"),
        Words(
            "ч. 10.7 ст. 5 закона «О рекламе», с 1 сентября 2025",
            "Part 10.7, Art. 5 of the Advertising Act, since 1 September 2025",
        ),
        Words(
            "Не покупать и не размещать рекламу, не вести на площадку рекламные ссылки и QR-коды",
            "Do not buy or place advertising there, lead no advertising links or QR codes to it",
        ),
    ),
    "restricted": Risk(
        Words("Реклама на ограниченных площадках", "Advertising on restricted networks"),
        Words("Позиция ФАС России, март 2026: есть признаки нарушения", "Position of FAS Russia, March 2026: signs of a violation"),
        Words(
            "Решать по каждому размещению с юристом и сверять статус площадки на дату выхода",
            "Decide on each placement with a lawyer and check the network’s status on its day",
        ),
    ),
    "register": Risk(
        Words("Реестр страниц с большой аудиторией", "Register of pages with a large audience"),
        Words("303-ФЗ; от 10 000 подписчиков, с 1 января 2025", "Law 303-FZ; from 10,000 followers, since 1 January 2025"),
        Words(
            "Проверить отметку А+ у каждого такого аккаунта, подать заявление там, где её нет",
            "Check the A+ mark of every such account and apply where it is missing",
        ),
    ),
    "marking": Risk(
        Words("Маркировка рекламы", "Marking of advertising"),
        Words("ст. 18.1 закона «О рекламе», с 1 сентября 2022", "Art. 18.1 of the Advertising Act, since 1 September 2022"),
        Words(
            "Пометка «Реклама», данные рекламодателя и erid — до публикации; акты — в ЕРИР каждый месяц",
            "The mark, the advertiser and the erid before posting; acts to the register every month",
        ),
    ),
    "consent": Risk(
        Words("Согласия на обработку данных", "Consent to data processing"),
        Words("152-ФЗ, отдельный документ с 1 сентября 2025", "Law 152-FZ, a separate document since 1 September 2025"),
        Words(
            "Собирать согласие отдельно по каждой цели, хранить данные в России", "Collect consent per purpose, keep data in Russia"
        ),
    ),
    "language": Risk(
        Words("Русский язык в сообщениях потребителю", "Russian in messages to consumers"),
        Words("168-ФЗ, с 1 марта 2026", "Law 168-FZ, since 1 March 2026"),
        Words(
            "Переводить иностранные слова в описаниях, меню и публикациях",
            "Translate foreign words in descriptions, menus and posts",
        ),
    ),
}


def applies(evidence: Evidence) -> list[str]:
    """The rules that concern the brand's own accounts; none when it has no social account."""
    networks = {account.network for account in evidence.accounts if account.role == "own"} - {"website"}
    if not networks:
        return []
    tests: dict[str, Callable[[], bool]] = {
        "prohibited": lambda: bool(networks & META),
        "restricted": lambda: bool(networks & RESTRICTED),
        "register": lambda: _is_large(evidence),
    }
    return [key for key in RISKS if tests.get(key, lambda: True)()]


def _is_large(evidence: Evidence) -> bool:
    sizes = [s.now.numbers.get("followers_end") for s in evidence.own_accounts if set(s.networks) & REGISTERED]
    return any(number is not None and number.value is not None and number.value >= REGISTER_FROM for number in sizes)
