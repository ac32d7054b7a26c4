"""What things are called in a document: formats, networks, months, sources, reasons."""

from collections.abc import Iterable
from datetime import date

from audits.evidence import Evidence, Tracked, Verdict
from audits.report.shortening import bare, could_be, letters, shortened
from smmstrategy.metrics.imports.reading.vocabulary.sources import CALLED_BY_ANALYTICS
from smmstrategy.reports.document import Day, Part
from smmstrategy.reports.formats import SHORT_MONTHS
from smmstrategy.words import Words

WEEKDAYS = {"ru": ["Пн", "Вт", "Ср", "Чт", "Пт", "Сб", "Вс"], "en": ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]}

NETWORKS = {
    "vk": Words("ВКонтакте", "VK"),
    "telegram": Words("Telegram", "Telegram"),
    "youtube": Words("YouTube", "YouTube"),
    "ok": Words("Одноклассники", "Odnoklassniki"),
    "instagram": Words("Instagram*", "Instagram"),
    "facebook": Words("Facebook*", "Facebook"),
    "x": Words("X", "X"),
    "tiktok": Words("TikTok", "TikTok"),
    "dzen": Words("Дзен", "Dzen"),
    "rutube": Words("Rutube", "Rutube"),
    "max": Words("MAX", "MAX"),
    "linkedin": Words("LinkedIn", "LinkedIn"),
    "website": Words("Сайт", "Website"),
}

IN_SHORT = {"vk": Words("VK", "VK"), "ok": Words("ОК", "OK")}
NAME_AT_LEAST = 12
SHORT = 24  # characters, for which every place has room
BESIDE = 32  # for which there is room beside what is drawn: at the end of a line, before a bar
OF_A_TILE = 40  # for which there is on the two lines at the head of a post
OF_A_LINE = 60  # for which there is where lines may break: in a title, a row of a table, a bullet
WHOLE = 240  # for which there is in a cell of a workbook: any name with its network

FORMATS = {
    "text": Words("тексты", "text posts"),
    "image": Words("картинки", "pictures"),
    "carousel": Words("карусели", "carousels"),
    "video": Words("видео", "videos"),
    "short_video": Words("короткие видео", "short videos"),
    "story": Words("истории", "stories"),
    "link": Words("ссылки", "links"),
    "poll": Words("опросы", "polls"),
    "live": Words("трансляции", "live streams"),
    "audio": Words("аудио", "audio posts"),
    "other": Words("прочие форматы", "other posts"),
    "": Words("без формата", "posts of unknown format"),
}

ONE_POST = {
    "text": Words("текст", "text"),
    "image": Words("картинка", "picture"),
    "carousel": Words("карусель", "carousel"),
    "short_video": Words("короткое видео", "short video"),
    "video": Words("видео", "video"),
    "story": Words("история", "story"),
    "link": Words("ссылка", "link"),
    "poll": Words("опрос", "poll"),
    "live": Words("трансляция", "live stream"),
    "audio": Words("аудио", "audio"),
}

SOURCES = {
    "api": Words("API площадки", "network API"),
    "import": Words("файлы выгрузки", "export files"),
    "manual": Words("ручной ввод", "entered by hand"),
    "reconstructed": Words("восстановлено", "reconstructed"),
    "estimated": Words("оценка", "estimated"),
    "report": Words("расчёт отчёта", "worked out in the report"),
}

DIRECT = Words("Прямые заходы", "Direct visits")

VERDICTS = {
    Verdict.BETTER: Words("лучше", "better"),
    Verdict.WORSE: Words("хуже", "worse"),
    Verdict.MOVED: Words("изменилось", "changed"),
    Verdict.UNSURE: Words("не подтверждено", "not confirmed"),
    Verdict.STEADY: Words("в пределах колебаний", "within usual variation"),
    Verdict.UNTESTED: Words("не проверялось", "not tested"),
}


def network(code: str, language: str) -> str:
    return NETWORKS[code].in_language(language) if code in NETWORKS else code


def format_name(code: str, language: str) -> str:
    return FORMATS.get(code, FORMATS["other"]).in_language(language)


def one_post(code: str, language: str) -> str:
    """The format of a single post; "" when it is unknown."""
    return ONE_POST[code].in_language(language) if code in ONE_POST else ""


def month_of(key: str, language: str) -> str:
    """«2026-05», «2026-05-18» → «май»."""
    return SHORT_MONTHS[language][int(key[5:7]) - 1]


def months(keys: list[str], language: str) -> list[Part]:
    """«2026-05» → «май», with the year when a year is not enough to tell them apart."""
    words = [month_of(key, language) for key in keys]
    if len(set(words)) == len(words):
        return [*words]
    return [Day(date(int(key[:4]), int(key[5:7]), 1), with_day=False) for key in keys]


def source(code: str, language: str) -> str:
    return SOURCES[code].in_language(language) if code in SOURCES else code


def traffic_source(name: str, language: str) -> str:
    """In the document's language what an analytics service calls it in the other; any other name as it is."""
    return next((words.in_language(language) for words in (DIRECT, *CALLED_BY_ANALYTICS) if name in (words.ru, words.en)), name)


def account_name(tracked: Tracked, evidence: Evidence, language: str, limit: int = SHORT) -> str:
    """The network's name where it alone tells the account apart from the brand's others, otherwise with the account's own name.

    Where both have no room the network is named in short, and the account's name is cut to what room is left beside it.
    """
    same = [a for a in evidence.accounts if a.network == tracked.network]
    if tracked.role == "own" and sum(a.role == "own" for a in same) == 1:
        return network(tracked.network, language)
    name, whole, short = _called(tracked, evidence), network(tracked.network, language), _in_short(tracked.network, language)
    in_full = (f"{name} ({one})" for one in (whole, short))
    room = max(limit - len(f" ({short})"), NAME_AT_LEAST)
    return next((one for one in in_full if len(one) <= limit), f"{own_name(tracked, evidence, room)} ({short})")


def own_name(tracked: Tracked, evidence: Evidence, limit: int) -> str:
    """The account's own name, or its handle where what there is room for could be another's of its network."""
    name, same = _called(tracked, evidence), _of_network(tracked, evidence)
    among = [_called(one, evidence) for one in same]
    cut = fitted(name, limit, among)
    if not any(could_be(other, cut) for other in among if other != name):
        return cut
    return fitted(tracked.handle, limit, [one.handle for one in same])


def _called(tracked: Tracked, evidence: Evidence) -> str:
    """Its name, or its handle where it has none that no other account of its network has, but for punctuation."""
    others = (a.name for a in _of_network(tracked, evidence) if a.account_id != tracked.account_id)
    is_its_own = tracked.name and letters(tracked.name) not in map(letters, others)
    return tracked.name if is_its_own else tracked.handle


def _of_network(tracked: Tracked, evidence: Evidence) -> list[Tracked]:
    return [a for a in evidence.accounts if a.network == tracked.network]


def fitted(name: str, limit: int, among: Iterable[str]) -> str:
    """Whole where there is room for it, else told from those it stands among, without the marks around it."""
    return shortened(name, limit) if len(name) <= limit else shortened(bare(name), limit, map(bare, among))


def _in_short(code: str, language: str) -> str:
    return IN_SHORT[code].in_language(language) if code in IN_SHORT else network(code, language)
