"""The places of a finding's sentence: its numbers as figures, its codes as words."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain
from urllib.parse import parse_qsl

from audits.evidence import Finding, Number
from audits.measures.breakdowns import SLOT_HOURS
from audits.measures.traffic import DESCRIBING, NAMING
from audits.report import measure_names, names
from audits.report.names import OF_A_LINE
from audits.report.shortening import shortened
from audits.report.telling import Telling
from audits.report.words import joined, listed
from smmstrategy.metrics.periods import Period
from smmstrategy.reports.document import Day, Figure, Part, Quote, Shown, Text
from smmstrategy.reports.formats import NBSP

PERCENT = ("share", "coverage", "rate", "relative", "posts_share", "interactions_share", "cr")
POINTS = ("delta", "effect", "other_effect")
SIGNED = ("growth", "month_growth", "delta")
COUNTS = (
    *("n", "posts", "gaps", "days", "all_days", "place", "of", "accounts", "enough", "without", "incomplete"),
    *("months", "expected", "gone", "known", "tied", "more"),
)
DIRECT, NO_TAG = "(direct)", ("(none)", "(not set)")
NAMED_BY_ANALYTICS = {"source", "source_detail", "traffic_source", "medium"}  # a medium may be one of Google's groups of channels
KNOWN = {  # by what groups of posts differ in
    "length": ("среди публикаций с известным текстом", "among posts whose text is known"),
    "slot": ("среди публикаций с известным часом", "among posts whose hour is known"),
}
ROSE_OR_FELL = {
    "ru": {
        1: {"m": "вырос", "f": "выросла", "n": "выросло", "p": "выросли"},
        -1: {"m": "снизился", "f": "снизилась", "n": "снизилось", "p": "снизились"},
    },
    "en": {1: dict.fromkeys("mfnp", "rose"), -1: dict.fromkeys("mfnp", "fell")},
}
MONTHS = {
    "ru": "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
    "en": "January February March April May June July August September October November December",
}
A_YEAR = 12  # months, of which each has a name of its own
WEEKDAYS = {
    "ru": ["по понедельникам", "по вторникам", "по средам", "по четвергам", "по пятницам", "по субботам", "по воскресеньям"],
    "en": ["on Mondays", "on Tuesdays", "on Wednesdays", "on Thursdays", "on Fridays", "on Saturdays", "on Sundays"],
}


def parts_of(telling: Telling, finding: Finding) -> dict[str, Part | Text]:
    """Only what is known; a sentence that needs more is not said."""
    parts: dict[str, Part | Text] = {
        role: _figure(telling, finding, role, number) for role, number in finding.numbers.items() if number.value is not None
    }
    if "whole" in finding.numbers:
        parts["among"] = among(telling, finding)
    if "accounts" in finding.numbers:
        parts["kept"] = telling.of_kept(parts["accounts"])
    if "known" in finding.numbers:
        parts["some"] = telling.some_accounts(finding.numbers["known"], finding.numbers["of"])
    if finding.code == "traffic":
        several = len(finding.numbers["visits"].accounts) > 1
        parts["visited"] = (
            telling.word("сайты получили", "the websites had") if several else telling.word("сайт получил", "the website had")
        )
    return parts | _words(telling, finding)


def among(telling: Telling, finding: Finding) -> str:
    """Which posts a group is set against: of the accounts that have posts of it those whose text or hour is known, or all."""
    measure, whole = finding.words["measure"], finding.numbers["whole"]
    every = telling.evidence.subject(finding.subject).now.numbers[measure]
    each = [telling.evidence.subject(f"account-{account}").now.numbers[measure] for account in whole.accounts]
    known = () if whole.n == sum(number.n for number in each) else (telling.word(*KNOWN[finding.words["kind"]]),)
    same = () if whole.accounts == every.accounts else (telling.word("в тех же аккаунтах", "in the same accounts"),)
    return " ".join(known + same) or telling.word("в целом", "overall")


def _figure(telling: Telling, finding: Finding, role: str, number: Number) -> Figure:
    is_rate = measure_names.measure(finding.words.get("measure", number.id)).is_rate
    if role in PERCENT:
        return telling.percent(
            number,
            places=1 if role in ("rate", "cr", "relative") else 0,
            signed=role in ("rate", "relative") and finding.code != "churn",
        )
    if role in POINTS and is_rate:
        return telling.points(number)
    if role == "times":
        return replace(telling.figure(number), shown=Shown.DECIMAL, places=1)
    if role in COUNTS:
        return replace(telling.figure(number), shown=Shown.INTEGER, places=0)
    return telling.figure(number, short=True, signed=role in SIGNED)


def _words(telling: Telling, finding: Finding) -> dict[str, Part | Text]:
    words, language = finding.words, telling.language
    parts: dict[str, Part | Text] = {}
    if "measure" in words:
        parts["name"], parts["measure"] = telling.label(words["measure"]), telling.named(words["measure"])
        if words["measure"].endswith(".total"):
            parts["name"] = telling.word("общий ", "overall ") + parts["name"]
        if words["measure"].endswith(".mean"):
            parts["name"] = telling.word("средний ", "mean ") + parts["name"]
    if finding.direction:
        moved = ROSE_OR_FELL[language][finding.direction]
        gender = measure_names.measure(words["measure"]).gender if "measure" in words else "m"
        parts |= {"moved": moved[gender], "went": moved["m"], "grew": moved["f"]}
    if "against" in words:
        parts["against"] = against(telling, words["against"])
        parts["year"] = f" {parts['against']}" if telling.called(words["against"]) == "year_earlier" else ""
    if "each" in words:
        parts["each"] = telling.word("в день", "per day")
    if "account" in words:
        parts["account"] = telling.account(int(finding.subject.removeprefix("account-")), OF_A_LINE)
    if "competitor" in words:
        parts["competitor"] = telling.beside_others(words["competitor"], OF_A_LINE)
    if "networks" in words:
        days = [Period(*map(date.fromisoformat, run.split("/"))) for run in words.get("months", "").split()]
        parts["during"] = during(telling, days)
        parts["where"] = joined(_where(telling, finding), parts["during"])
    if "month" in words:
        parts["month"] = MONTHS[language].split()[int(words["month"][5:7]) - 1]
    parts["whose"] = _whose(telling, words.get("whose"))
    if words.get("edge"):
        parts["edge"] = _edge(telling, words["edge"], parts["whose"])
    for day in ("first", "last", "since", "until"):
        if day in words:
            parts[day] = Day(date.fromisoformat(words[day]), with_year=day in ("since", "until"))
    return parts | (_key(telling, finding) if "key" in words else {})


def _where(telling: Telling, finding: Finding) -> str:
    """By name where the brand and its competitors have others in common than those the finding is of."""
    of, evidence = finding.numbers["share" if finding.code == "soe" else "own"], telling.evidence
    known = {account.network for account in evidence.accounts if account.account_id in of.accounts}
    compared = [network for network in finding.words["networks"].split() if network in known or not known]
    shared = {*evidence.own.networks}.intersection(chain(*(one.networks for one in evidence.competitors)))
    if shared == {*compared}:
        return telling.word("на общих площадках", "on shared networks")
    return f"({', '.join(names.network(network, telling.language) for network in compared)})"


def during(telling: Telling, days: Sequence[Period]) -> Text:
    """In which months posts are compared, or in how many where there is a gap between them; () in all of the period."""
    if not days:
        return ()
    if len(days) > 1:
        count = sum(run.month_count for run in days)
        return telling.say(
            " за {n} из {of} {of:месяца|месяцев|месяцев}",
            f" in {{n}}{NBSP}of{NBSP}{{of}} {{of:month|months}}",
            n=telling.own(f"months_compared.{count}", count, "months of which posts are compared"),
            of=telling.own("months_of_period", telling.evidence.month_count, "months of the period"),
        )
    (run,) = days
    ends = (run.first, run.last) if run.month_count > 1 else (run.first,)
    first, *last = (_month(telling, day) for day in ends)
    return joined(telling.say(" за {month}", " in {month}", month=first), *(part for one in last for part in (f"{NBSP}— ", one)))


def _month(telling: Telling, day: date) -> Part:
    """With its year where a name is that of several months of the period."""
    is_of_one = telling.evidence.month_count <= A_YEAR
    return MONTHS[telling.language].split()[day.month - 1] if is_of_one else Day(day, with_day=False)


def _whose(telling: Telling, account_id: str | None) -> Text:
    """Whose file it is, where it may be that of several accounts."""
    if not account_id:
        return ()
    return telling.say(" {account}", " of {account}", account=telling.account(int(account_id), OF_A_LINE))


def _edge(telling: Telling, edge: str, whose: Text) -> Text:
    if edge == "end":
        return telling.say("если файл{whose} на этом не кончается", "unless the file{whose} ends there", whose=whose)
    return telling.say("если файл{whose} не начинается позже", "unless the file{whose} begins later", whose=whose)


def against(telling: Telling, window: str) -> str:
    if telling.called(window) == "year_earlier":
        return telling.word("год к году", "year on year")
    if telling.evidence.month_count == 6:
        return telling.word("к прошлому полугодию", "on the previous half-year")
    return telling.word("к прошлому периоду", "on the previous period")


def _key(telling: Telling, finding: Finding) -> dict[str, Part | Text]:
    key = finding.words["key"]
    if finding.code.startswith("format"):
        return {"format": names.format_name(key, telling.language)}
    if finding.code.endswith("time"):
        return {"when": when(telling, finding.words["kind"], key)}
    if finding.code.startswith("text_length"):
        return {"length": length(telling, key)}
    if finding.code == "traffic_source":
        return {"source": source_name(key, telling.language, OF_A_LINE)}
    return _why(telling, finding)


def _why(telling: Telling, finding: Finding) -> dict[str, Part | Text]:
    """Why a rate moved: one or two formats or accounts, whose weight or response it was, or one and how many effects more.

    `of` is the whole change, nothing where what is named gives more than that, as others went against it.
    """
    words, named = finding.words, {finding.words["part"]: [finding.words["key"]]}
    if words.get("other_part"):
        named.setdefault(words["other_part"], []).append(words["other"])
    reasons = [_reason(telling, words["by"], part, keys) for part, keys in named.items()]
    if "more" in finding.numbers:
        more = _figure(telling, finding, "more", finding.numbers["more"])
        reasons.append(telling.say("ещё {n} {n:фактора|факторов|факторов}", "{n} more {n:factor|factors}", n=more))
    cause = telling.word("за счёт", "due to") if finding.cause == "due_to" else telling.word("на фоне", "amid")
    of = {"of": _figure(telling, finding, "delta", finding.numbers["delta"])} if finding.numbers["share"].value <= 1 else {}
    return {"reason": listed(reasons, telling.language), "cause": cause} | of


def _reason(telling: Telling, by: str, part: str, keys: list[str]) -> Text:
    """«изменения отклика на форматы «видео» и «ссылки»»."""
    one, several, en = {
        ("format", "rate"): ("изменения отклика на формат", "изменения отклика на форматы", "a change in the response to"),
        ("format", "mix"): ("изменения доли формата", "изменения доли форматов", "a change in the weight of"),
        ("account", "rate"): ("изменения отклика в аккаунте", "изменения отклика в аккаунтах", "a change in the response in"),
        ("account", "mix"): ("изменения доли аккаунта", "изменения доли аккаунтов", "a change in the weight of"),
    }[by, part]
    which = [names.format_name(key, telling.language) if by == "format" else telling.account(int(key), OF_A_LINE) for key in keys]
    quoted = [telling.say("«{name}»", "“{name}”", name=name) for name in which]
    return joined(telling.word(several if len(keys) > 1 else one, en), " ", listed(quoted, telling.language))


def when(telling: Telling, kind: str, key: str) -> Text:
    """«workday-18» → «по будням с 18 до 21»; a weekday «1» → «по вторникам»."""
    if kind == "weekday":
        return (WEEKDAYS[telling.language][int(key)],)
    days, hour = key.split("-")
    start, end = (telling.own(f"hour.{h}", h, "hour of the day") for h in (int(hour), (int(hour) + SLOT_HOURS) % 24))
    if days == "weekend":
        return telling.say("по выходным с {a} до {b} ч", "on weekends between {a} and {b} h", a=start, b=end)
    return telling.say("по будням с {a} до {b} ч", "on weekdays between {a} and {b} h", a=start, b=end)


def length(telling: Telling, key: str) -> Text:
    """«500-999» → «тексты на 500–999 знаков»."""
    if key == "0":
        return telling.say("публикации без текста", "posts without text")
    low, high = (telling.own(f"length.{n}", int(n), "characters of a text") if n else None for n in key.split("-"))
    if high is None:
        return telling.say("тексты от {low} знаков", "texts of {low} characters and more", low=low)
    return telling.say("тексты на {low}–{high} знаков", "texts of {low}–{high} characters", low=low, high=high)


def source_name(key: str, language: str, limit: int = 48, among: Iterable[str] = ()) -> Part:
    """«medium=social&source=vk» → «vk / social», as heads of files have it; «social_network=vk» → «ВКонтакте».

    What Google Analytics writes of visits without a source is said in words: «(direct) / (none)» → «Прямые заходы», and so is what
    it and Metrika call a source, in the document's language.
    """
    tags = dict(parse_qsl(key))
    if DIRECT in tags.values() and {*tags.values()} <= {DIRECT, *NO_TAG}:
        return names.DIRECT.in_language(language)
    if tags.keys() == {"social_network"} and tags["social_network"] in names.NETWORKS:
        return names.network(tags["social_network"], language)
    is_of_analytics = len(tags) == 1 and tags.keys() <= NAMED_BY_ANALYTICS
    if is_of_analytics and (said := names.traffic_source(_tags(key), language)) != _tags(key):
        return said
    return Quote(shortened(_tags(key), limit, map(_tags, among)))


def as_in_the_file(key: str, limit: int) -> Part:
    """The tags of a source with nothing said in other words."""
    return Quote(shortened(_tags(key), limit))


def _tags(key: str) -> str:
    tags = dict(parse_qsl(key))
    if len(tags) > 1:
        tags.pop("social_network", None)  # repeats the source
    known = [tags.pop(tag) for tag in (*NAMING, *DESCRIBING) if tags.get(tag)]
    return " / ".join([*known, *tags.values()]) or key
