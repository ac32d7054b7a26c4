"""What rows are called that add up others or are an average of them, in Russian and English."""

import re

TOTALS = frozenset(
    [
        "total",
        "totals",
        "grand total",
        "итого",
        "итог",
        "итоги",
        "всего",
        "итоговое значение",
        "итоговые значения",
        "итого и средние",
        "всего за период",
        "sum",
        "сумма",
    ]
)
AVERAGES = frozenset(["average", "avg", "mean", "median", "среднее", "среднее значение", "в среднем", "медиана"])
AVERAGE_WORD = r"в среднем|средн(?:ее|ий|яя|ие)|медиана|медианн(?:ое|ый|ая|ые)|average|avg|mean|median"
# What may follow the word where accounts are named: without it «Всего лучшего» and Total Fitness are accounts.
OF_ACCOUNTS = re.compile(
    r"(?:(?:по|by|across) .+|(?:все |всех |all )?"
    r"(?:значени[ея]|показател[ьи]|арифметическое|values?|(?:\d+ )?(?:конкурент\w*|competitors?|"
    r"аккаунт\w*|сообществ\w*|канал\w*|страниц\w*|accounts?|channels?|pages?))(?: .+)?|)"
)
OF_A_POST = re.compile(r"https?://|\d{1,4}[-./]\d{1,2}[-./]\d{2,4}\b")
OF_ALL = re.compile(
    r"(?:all|все)(?: (?:accounts|channels|groups|networks|pages|platforms|"
    r"аккаунты|группы|каналы|площадки|сообщества|соцсети|страницы))?"
)
