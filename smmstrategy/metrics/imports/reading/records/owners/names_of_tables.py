"""Tables of one file under names of their own, «Мы» and «Ромашка», whose rows name no account: they may be about several."""

import re
from collections import defaultdict
from collections.abc import Sequence

from smmstrategy.metrics.catalogue import SITE
from smmstrategy.metrics.imports.reading.cells import formats, months, networks
from smmstrategy.metrics.imports.reading.columns.accounts import ACCOUNT
from smmstrategy.metrics.imports.reading.draft import ROW, Draft, Subject
from smmstrategy.metrics.imports.reading.kinds.days import DAYS
from smmstrategy.metrics.imports.reading.kinds.fields import POST
from smmstrategy.metrics.imports.reading.kinds.traffic import DIMENSIONS, NUMBERS
from smmstrategy.metrics.imports.reading.messages import Message, first_of, say
from smmstrategy.metrics.imports.reading.records.values.periods import LABEL, METRIC, of_one_account, of_two

WORD = re.compile(r"[^\W\d_]+")
ENDING = re.compile(r"(?<=\w{3})(?:[аеиоуыэюяйь]+|ов|ев|ам|ям|ах|ях|s)\Z")  # «подписчиков» is «подписчики»
# Words of names that say nothing of whose the figures are, beside those of columns, networks, months and formats.
OF_ANY = (
    "лист таблица данные статистика отчёт отчет итог итоги итого сводка обзор динамика показатели метрики аналитика выгрузка "
    "экспорт неделя квартал год полугодие копия контент посты сайт соцсети smm наш наша наши мы "
    "sheet table chart data statistics stats report total totals summary overview metrics analytics export week quarter year copy "
    "аккаунт канал страница сообщество группа паблик account channel page community group "
    "by in of the and for per daily weekly monthly q csv xlsx file social media posts с со по за на в и от до г кв i ii iii iv"
)


def warn(draft: Draft, *, may_ask: bool) -> None:
    """Say which tables with the same figures were taken for one account under different names, or would be once it is named; of
    several the one asked about is named.

    Where they have other figures of the same days it is asked of a command; on the page, where `may_ask`, a person has seen it.
    """
    for subject in draft.subjects.values():
        titles = _called_apart(subject, draft)
        if titles and not may_ask and _contradict(subject, draft):
            text = say(
                "Tables under different names have other figures of the same days of one account, {account}: {tables}. Say whose "
                'each is (--name "TABLE=NETWORK:HANDLE"), or import each of them by itself (--leave-out NAME for the others) and '
                "name its account (--account NETWORK:HANDLE).",
                account=f"{subject.network}:{subject.handle}",
                tables=_called(titles),
            )
            text = of_two(titles) if {*titles} <= {*of_one_account(draft)} else text
            draft.ask("account", text, choices=[], tables=[*filter(None, titles)], of_tables=text)
        elif titles:
            draft.assume(
                "Tables under different names were taken for one account, {account}: {tables}. If one of them is about another "
                "account, import it in a file of its own and name that (--account NETWORK:HANDLE).",
                account=f"{subject.network}:{subject.handle}",
                tables=_called(titles),
            )
    asked = list({_own_words(title): title for title in draft.asked_of if title}.values())
    if draft.question.get("asks") == "account" and len(asked) > 1:
        draft.question |= {"tables": asked} | _for_all(draft.question["message"], _called(asked))
    elif draft.question.get("asks") == "account" and asked and len([table for table in draft.tables if table["rows"]]) > 1:
        title, question = next(filter(None, draft.asked_of)), draft.question["message"]
        draft.question["message"] = say("Table «{table}». {question}", table=title, question=question)


def _for_all(question: Message, tables: str) -> dict[str, Message]:
    of_tables = say(
        "One account that is named holds for the tables {tables} alike. If they are about different accounts, say whose each is "
        '(--name "TABLE=NETWORK:HANDLE"), or import each of them by itself (--leave-out NAME for the others).',
        tables=tables,
    )
    return {"message": say("{question} {of_tables}", question=question, of_tables=of_tables), "of_tables": of_tables}


def _called_apart(subject: Subject, draft: Draft) -> list[str]:
    titles: dict[str, dict[frozenset[str], str]] = defaultdict(dict)
    measured = [(value[METRIC], value[ROW]) for value in subject.values if not value[LABEL]]
    for code, row in [*measured, *(("", post[ROW]) for post in subject.posts)]:
        title = draft.titles.get(row, "")
        if row in draft.nameless and (title or subject.network != SITE):  # Analytics has one table without a title below another
            titles[code].setdefault(_own_words(title), title)
    return list(max(titles.values(), key=len).values()) if any(len(names) > 1 for names in titles.values()) else []


def _called(titles: Sequence[str]) -> str:
    return first_of([f"«{title}»" if title else "—" for title in titles])


def _contradict(subject: Subject, draft: Draft) -> bool:
    """Rows that name no account say different figures of the same days under names that have no word in common."""
    told: dict[tuple[str, str, str], dict[frozenset[str], set[str]]] = defaultdict(lambda: defaultdict(set))
    for row, code, first, last, number, label, _rounded in subject.values:
        if row in draft.nameless and not label:
            told[code, first, last][_own_words(draft.titles.get(row, ""))].add(number)
    return any(len(by_title) > 1 and len(set().union(*by_title.values())) > 1 for by_title in told.values())


def _own_words(title: str) -> frozenset[str]:
    """What is left of a title without the words that many tables have, each without its ending."""
    words = (word for word in WORD.findall(title.casefold()) if word not in months.NUMBERS and not networks.spoken_of(word))
    return frozenset(map(_stem, words)) - OF_MANY


def _stem(word: str) -> str:
    return ENDING.sub("", word)


_NAMES = [names for known in (DAYS, POST, NUMBERS, DIMENSIONS) for field, names in known.items() if field != ACCOUNT]
OF_MANY = frozenset(map(_stem, WORD.findall(" ".join([*_NAMES, *formats.FORMAT_OF, OF_ANY]).casefold())))
