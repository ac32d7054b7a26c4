"""What the data covers and where the brand is present."""

from datetime import timedelta

from audits.evidence import Coverage, Missing, Tracked
from audits.findings.codes import ABOUT_DATA
from audits.findings.hygiene import DORMANT_DAYS
from audits.measures.sufficiency import giving
from audits.report import names
from audits.report.blocks import dash, in_some, table
from audits.report.frame import framed
from audits.report.pages import alone
from audits.report.reasons import reason
from audits.report.telling import Telling, value
from audits.report.titles import headline
from audits.report.words import joined, listed
from smmstrategy.reports.document import Day, Figure, Page, Part, Quote, Row, Text

SUFFICIENCY = {"enough": ("достаточно", "enough"), "little": ("мало", "little"), "none": ("нет данных", "no data")}
COVERED = (
    *("posts", "followers", "followers_gained", "views", "reach", "impressions"),
    *("likes", "comments", "shares", "visits", "pageviews"),
)
COLUMNS_AT_MOST = 5
MONTHS_OF_A_PAUSE = 3  # in which posts that are only counted keep an account from being called dormant


def pages(telling: Telling) -> tuple[Page, ...]:
    accounts = [a for a in telling.evidence.accounts if a.role == "own"]
    if telling.website_alone:
        return ()
    if len(accounts) == 1:
        return (alone.page(telling, accounts[0]),)
    return (_data(telling, accounts), _presence(telling, accounts)) if accounts else ()


def _data(telling: Telling, accounts: list[Tracked]) -> Page:
    codes = _codes(telling, accounts)
    heads = [
        (telling.word("Аккаунт", "Account"), "left", 4),
        (telling.word("Месяцев с данными", "Months with data"), "right", 2),
        (telling.word("Публикаций", "Posts"), "right", 2),
        *((_head(telling, code), "right", 2) for code in codes),
        (telling.word("Данных", "Data"), "left", 2),
    ]
    rows = [
        Row(
            (
                telling.account(a.account_id, names.OF_A_LINE),
                *_counts(telling, a),
                *_shares(telling, a, codes),
                telling.word(*SUFFICIENCY[a.sufficiency]),
            )
        )
        for a in accounts
    ]
    title = headline(telling, "data_gaps", "data_in_part", "data_enough") or _title(telling, accounts)
    subtitle = telling.say(
        "Доля дней или известных публикаций, для которых показатель известен; нужные показатели в среднем известны на {share}",
        "Share of the days, or of the known posts, of which a measure is known; {share} on average over the wanted measures",
        share=telling.percent(telling.evidence.totals["coverage"]),
    )
    subtitle = joined(subtitle, _dashes(telling, accounts, codes))
    return framed(telling, "data", title, table(telling, heads, rows, title), subtitle=subtitle, codes=ABOUT_DATA, lists=ABOUT_DATA)


def _head(telling: Telling, code: str) -> str:
    """Of posts it is the days on which they are known; how many there are stands beside."""
    return telling.word("Дни публикаций", "Days of posts") if code == "posts" else telling.title_label(code)


def _dashes(telling: Telling, accounts: list[Tracked], codes: list[str]) -> Text:
    """Why dashes stand there; of several reasons each with whose it is, if not that of all."""
    whose: dict[str, list[Text]] = {}
    for account in accounts:
        reasons = (_uncounted(telling, account), *(_unshared(telling, account, code) for code in codes))
        for why in filter(None, dict.fromkeys(reasons)):
            whose.setdefault(why, []).append((telling.account(account.account_id),))
    each = [_of_whom(telling, why, names if len(whose) > 1 and len(names) < len(accounts) else []) for why, names in whose.items()]
    return telling.say("; прочерк — {why}", "; a dash: {why}", why=listed(each, telling.language)) if each else ()


def _of_whom(telling: Telling, why: str, names: list[Text]) -> Text:
    words = reason(why, telling.language)
    return joined(words, " (", listed(names, telling.language), ")") if names else (words,)


def _uncounted(telling: Telling, account: Tracked) -> str:
    """Why an account has a dash for its posts, "" where it has none."""
    if value(telling.evidence.subject(account.subject).now, "posts"):
        return ""
    if not _can_have(telling, account, "posts"):
        return Missing.NO_SUCH
    coverage = _coverage(telling, account, "posts")
    return coverage.reason if coverage else Missing.NOT_IMPORTED


def _unshared(telling: Telling, account: Tracked, code: str) -> str:
    """Why an account has a dash for a measure, "" where it has none."""
    coverage = _coverage(telling, account, code)
    if _share(telling, coverage):
        return ""
    if coverage:
        return coverage.reason
    if not _can_have(telling, account, code):
        return Missing.NO_SUCH
    posts = _coverage(telling, account, "posts")
    return Missing.NOT_IMPORTED if posts is None else Missing.NO_POSTS if posts.known else posts.reason


def _can_have(telling: Telling, account: Tracked, code: str) -> bool:
    networks = {a.account_id: a.network for a in telling.evidence.accounts}
    return account.network in giving(code, networks, telling.evidence.coverage)


def _codes(telling: Telling, accounts: list[Tracked]) -> list[str]:
    own = {a.account_id for a in accounts}
    watched = [c for c in telling.evidence.coverage if c.account_id in own and c.known]
    known = {c.metric for c in watched if c.metric != "posts" or c.known < c.expected}
    return [code for code in COVERED if code in known][:COLUMNS_AT_MOST]


def _counts(telling: Telling, account: Tracked) -> tuple[Text, Part]:
    months, expected = alone.months(telling, account), alone.expected(telling, account)
    posts = value(telling.evidence.subject(account.subject).now, "posts")
    counted = telling.say("{a} из {b}", "{a} of {b}", a=months, b=expected)
    return joined(counted, alone.silent_months_of(telling, account, "; ")), dash(posts and telling.figure(posts))


def _shares(telling: Telling, account: Tracked, codes: list[str]) -> list:
    return [dash(_share(telling, _coverage(telling, account, code))) for code in codes]


def _share(telling: Telling, coverage: Coverage | None) -> Figure | None:
    if coverage is None or coverage.share.value is None or (coverage.reason == "not_given" and not coverage.known):
        return None
    return telling.percent(coverage.share)


def _coverage(telling: Telling, account: Tracked, code: str) -> Coverage | None:
    return next((c for c in telling.evidence.coverage if c.account_id == account.account_id and c.metric == code), None)


def _title(telling: Telling, accounts: list[Tracked]) -> Text:
    enough = telling.own("accounts_enough", sum(a.sufficiency == "enough" for a in accounts), "own accounts with enough data")
    every = telling.own("accounts_own", len(accounts), "own accounts")
    sites = telling.beside_accounts((" и сайту", " and the website"), (" и сайтам", " and website"))
    if enough.value == every.value:
        return telling.say(
            "Данных достаточно по всем аккаунтам{sites}: {all} из {all}",
            "Data is sufficient for every account{sites}: {all} of {all}",
            sites=sites,
            all=every,
        )
    if not enough.value:
        return telling.say(
            "Данных мало по всем аккаунтам{sites} ({all}): выводы осторожны",
            "Data is scarce for every account{sites} ({all}): conclusions are cautious",
            sites=sites,
            all=every,
        )
    return telling.say(
        "Данных достаточно по {n} из {all}; остальные выводы осторожны",
        "Data is sufficient for {n} of {all}; the rest is said with caution",
        n=enough,
        all=telling.of_kept(every),
    )


def _presence(telling: Telling, accounts: list[Tracked]) -> Page:
    heads = [
        (telling.word("Площадка", "Network"), "left", 2),
        (telling.word("Аккаунт", "Account"), "left", 6),
        (telling.word("Подписчики", "Followers"), "right", 2),
        (telling.word("Публикаций в неделю", "Posts per week"), "right", 2),
        (telling.word("Пауза, дней", "Silence, days"), "right", 2),
        (telling.word("Последняя публикация", "Last post"), "right", 3),
        (telling.word("Состояние", "State"), "left", 2),
    ]
    rows = [_row(telling, account) for account in accounts]
    followers = value(telling.evidence.own.now, "followers_end")
    if followers:
        total = (telling.word("Всего", "Total"), telling.in_accounts(telling.evidence.own, followers), telling.figure(followers))
        rows.append(Row((*total, "", "", "", ""), emphasis=True))
    dormant = headline(telling, "dormant_account")
    title = dormant or _presence_title(telling, accounts)
    numbers = [followers] if followers else []
    return framed(
        telling,
        "presence",
        title,
        table(telling, heads, rows, title),
        subtitle=_presence_subtitle(telling),
        numbers=numbers,
        codes=("dormant_account",),
        lists=("dormant_account", "silence"),
        advises=dormant is not None,
    )


def _presence_subtitle(telling: Telling) -> Text:
    days = telling.own("dormant_days", DORMANT_DAYS, "days without a post after which an account is dormant")
    return telling.say(
        "Официальные аккаунты{sites}; «спит» — {days} {days:день|дня|дней} и больше без публикаций",
        "Official accounts{sites}; “dormant” means {days} {days:day|days} or more without a post",
        sites=telling.beside_accounts((" и сайт", " and website"), (" и сайты", " and websites")),
        days=days,
    )


def _row(telling: Telling, account: Tracked) -> Row:
    subject = next((s for s in telling.evidence.subjects if s.key == account.subject), None)
    codes = ("followers_end", "posts_per_week", "silence.longest") if account.is_social else ()
    cells = [telling.figure(n) if subject and (n := value(subject.now, code)) else "—" for code in codes] or ["—"] * 3
    name = names.own_name(account, telling.evidence, names.OF_A_LINE)
    last = Day(account.last_post_on) if account.last_post_on else "—"
    return Row((names.network(account.network, telling.language), Quote(name, account.url), *cells, last, _state(telling, account)))


def _state(telling: Telling, account: Tracked) -> str:
    if not account.is_social:
        return telling.word("сайт", "website")
    if account.silent_days >= DORMANT_DAYS:
        return telling.word("спит", "dormant")
    if account.sufficiency == "none" or (account.last_post_on is None and Missing.TOTALS_ALONE not in account.reasons):
        return telling.word(*SUFFICIENCY["none"])
    return telling.word("ведётся", "active") if _is_active(telling, account) else telling.word("неизвестно", "not known")


def _is_active(telling: Telling, account: Tracked) -> bool:
    """Whether there was a post of late, dated or only counted."""
    if account.last_post_on:
        return telling.evidence.period.last - account.last_post_on < timedelta(DORMANT_DAYS)
    months = telling.evidence.subject(account.subject).now.months[-MONTHS_OF_A_PAUSE:]
    return any((number := value(month, "posts_published")) and number.value for month in months)


def _presence_title(telling: Telling, accounts: list[Tracked]) -> Text:
    kept, followers = _kept(telling, accounts), value(telling.evidence.own.now, "followers_end")
    if followers is None:
        return telling.say("Бренд ведёт {kept}", "The brand runs {kept}", kept=kept)
    title = telling.say(
        "Бренд ведёт {kept}, в них {f} {f:подписчик|подписчика|подписчиков}",
        "The brand runs {kept} with {f} {f:follower|followers}",
        kept=kept,
        f=telling.figure(followers),
    )
    return in_some(telling, telling.evidence.own, title, followers)


def _kept(telling: Telling, accounts: list[Tracked]) -> Text:
    """«сайт и 4 аккаунта»: a website is no account."""
    social = telling.own("accounts_social", sum(a.is_social for a in accounts), "own accounts in social networks")
    sites = telling.own("websites", telling.websites, "own websites")
    one = telling.say("сайт", "a website") if sites.value == 1 else ()
    several = telling.say("{n} {n:сайт|сайта|сайтов}", "{n} {n:website|websites}", n=sites) if sites.value > 1 else ()
    counted = telling.say("{n} {n:аккаунт|аккаунта|аккаунтов}", "{n} {n:account|accounts}", n=social) if social.value else ()
    return listed([text for text in (one, several, counted) if text], telling.language)
