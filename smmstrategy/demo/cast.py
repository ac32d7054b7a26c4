"""Who plays in the demo: the agency's people, the brand, its accounts and its competitors. All of them are invented."""

from dataclasses import dataclass

from smmstrategy.clients.models import Membership, Network, Tracking

CLIENT = "Кофейни «Северный ветер» (демо)"
BRAND = "Северный ветер (демо)"
WEBSITE = "https://severny-veter.example/"
OWN, COMPETITOR = Tracking.Role.OWN, Tracking.Role.COMPETITOR


@dataclass(frozen=True, slots=True)
class Person:
    email: str
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Pace:
    """How an account behaves, for the year-earlier window, the one before, and the one audited.

    `views` of the middle post, `er` interactions out of views, `weekly` posts, `growth` of followers a year;
    `formats` are the words of the export with their weights: the last of a pair is for the audited window.
    """

    followers: int
    views: tuple[int, int, int]
    er: tuple[float, float, float]
    weekly: tuple[float, float, float]
    growth: tuple[float, float, float]
    formats: dict[str, tuple[int, int]]
    spread: float = 0.34


@dataclass(frozen=True, slots=True)
class Page:
    """An account in a network; `number` stands in addresses where the network uses one."""

    network: str
    handle: str
    name: str
    url: str
    pace: Pace
    group: str = ""
    number: str = ""

    @property
    def role(self) -> str:
        return COMPETITOR if self.group else OWN

    @property
    def account(self) -> str:
        return f"{self.network}:{self.handle}"


PEOPLE = (
    Person("owner@demo.example", "Анна (владелец)", Membership.Role.OWNER),
    Person("manager@demo.example", "Павел (менеджер)", Membership.Role.MANAGER),
    Person("strategist@demo.example", "Вера (стратег)", Membership.Role.STRATEGIST),
    Person("client@demo.example", "Олег (клиент)", Membership.Role.CLIENT),
)

VK_FORMATS = {"Фото": (46, 36), "Видео": (12, 10), "Клип": (8, 28), "Карусель": (14, 14), "Ссылка": (12, 8), "Опрос": (8, 4)}
CHANNEL_FORMATS = {"Фото": (52, 52), "Текст": (24, 22), "Видео": (16, 18), "Опрос": (8, 8)}
OK_FORMATS = {"Фото": (64, 64), "Видео": (20, 20), "Ссылка": (16, 16)}
VIDEO = {"": (1, 1)}

VK = Page(
    Network.VK, "club990000117", "Северный ветер (демо)", "https://vk.com/club990000117", number="990000117",
    pace=Pace(21_400, (4300, 4100, 5600), (0.031, 0.030, 0.037), (4.8, 5.2, 6.4), (0.10, 0.14, 0.30), VK_FORMATS),
)  # fmt: skip
TELEGRAM = Page(
    Network.TELEGRAM, "severny_veter_demo", "Северный ветер (демо)", "https://t.me/severny_veter_demo",
    pace=Pace(5200, (1650, 1900, 2300), (0.046, 0.045, 0.031), (4.2, 4.6, 4.2), (0.35, 0.40, 0.26), CHANNEL_FORMATS, 0.28),
)  # fmt: skip
YOUTUBE = Page(
    Network.YOUTUBE, "severny-veter-demo", "Северный ветер (демо)", "https://www.youtube.com/@severny-veter-demo",
    pace=Pace(3100, (1500, 1900, 2700), (0.033, 0.034, 0.034), (1.1, 1.2, 1.4), (0.30, 0.34, 0.42), VIDEO, 0.62),
)  # fmt: skip
OK = Page(
    Network.OK, "70000000990117", "Северный ветер (демо)", "https://ok.ru/group/70000000990117", number="70000000990117",
    pace=Pace(8800, (1500, 1400, 1020), (0.022, 0.021, 0.020), (3.2, 3.0, 2.6), (0.02, -0.03, -0.09), OK_FORMATS),
)  # fmt: skip
SITE = Page(Network.WEBSITE, "severny-veter.example", "Сайт (демо)", WEBSITE, VK.pace)
SOCIAL = (VK, TELEGRAM, YOUTUBE, OK)


def _competitor(name: str, number: str, channel: str, vk: Pace, telegram: Pace) -> tuple[Page, Page]:
    return (
        Page(Network.VK, f"club{number}", name, f"https://vk.com/club{number}", vk, group=name, number=number),
        Page(Network.TELEGRAM, channel, name, f"https://t.me/{channel}", telegram, group=name),
    )


COMPETITORS = (
    *_competitor(
        "Тёплая корка (демо)", "990000231", "teplaya_korka_demo",
        Pace(34_800, (6900, 7200, 7900), (0.044, 0.046, 0.050), (5.5, 6.2, 6.8), (0.16, 0.18, 0.22), VK_FORMATS),
        Pace(7400, (2400, 2600, 2900), (0.055, 0.058, 0.060), (4.0, 4.6, 5.0), (0.30, 0.32, 0.34), CHANNEL_FORMATS, 0.3),
    ),
    *_competitor(
        "Пятая чашка (демо)", "990000342", "pyataya_chashka_demo",
        Pace(18_900, (3500, 3300, 3100), (0.025, 0.023, 0.021), (6.5, 7.0, 7.6), (0.06, 0.05, 0.04), VK_FORMATS),
        Pace(3900, (1200, 1150, 1100), (0.031, 0.028, 0.024), (5.0, 5.2, 5.4), (0.10, 0.08, 0.06), CHANNEL_FORMATS, 0.3),
    ),
    *_competitor(
        "Зерно и пар (демо)", "990000453", "zerno_i_par_demo",
        Pace(12_300, (2600, 2800, 3000), (0.033, 0.034, 0.034), (3.2, 3.4, 3.2), (0.20, 0.22, 0.24), VK_FORMATS),
        Pace(2600, (900, 980, 1050), (0.036, 0.034, 0.032), (2.8, 3.0, 3.0), (0.24, 0.26, 0.26), CHANNEL_FORMATS, 0.3),
    ),
)  # fmt: skip
