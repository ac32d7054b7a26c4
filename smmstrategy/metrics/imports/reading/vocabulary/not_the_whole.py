"""What tables are called whose figures are not those of the whole account as it was, in Russian and English."""

import re

from smmstrategy.metrics.imports.reading.vocabulary import calendar

# What is called so is an advertisement, or costs what advertisements do.
OF_ADS = re.compile(r"(?<!\w)(?:кампани[яи]|campaigns?|объявлени[еяй]|ad (?:set|group|name)s?|adset|креатив\w*|creatives?)(?!\w)")
COSTS = re.compile(r"(?<!\w)(?:расход\w*|потрачено|затраты|spend|spent|cost|cp[cm])(?!\w)")
ADVERTISING = re.compile(
    r"(?<!\w)(?<!без )(?:реклам[аыуе]|рекламой|рекламн(?:ый|ая|ые|ой|ых)|таргет|таргетинг|ads|advertising|ad campaigns?)(?!\w)"
)
PLANS = r"план(?:а|у|ы|ом|ов\w*|ир\w*)?|прогноз\w*|plan(?:s|ned)?|forecast\w*"
GOALS = r"цел[иь]|целев\w+ показател\w+|goals?|targets?"
_ALONE = r"(?<![\w-])(?:{})(?!\w|-[a-z])"  # Plan-B is a name
PLAN = re.compile(_ALONE.format(f"{PLANS}|{GOALS}"))
PLAN_OF_A_SITE = re.compile(_ALONE.format(PLANS))  # whose goals its visitors reach
CONTENT_PLAN = re.compile(r"(?:контент|медиа|content|media)[ -]?план\w*|(?:content|media) plans?")
FACT = re.compile(r"(?<!\w)(?:факт\w*|actuals?|facts?)(?!\w)")
SHEET = re.compile(r"(?:sheet|лист|table|таблица) ?\d+")  # no name that anybody gave
# Of a part of an account, of its readers or of its posts.
PARTS = re.compile(
    r"(?:(?:тип|вид) (?!дня)|формат|рубрик|категори|сегмент|аудитори|возраст|регион|устройств|placement|плейсмент|"
    r"age\b|city\b|country\b|region\b|device|format\b|type\b|category\b|rubric|segment\b|audience\b|gender\b)"
)
_NO_PART = (
    rf"{calendar.NOTES}|тип дня|вид дня|статус\w*|ответственн\w*|автор\w*|сотрудник\w*|кто|менеджер\w*|smm\w*|"
    r"status|state|owner|who|responsible|месяц|неделя|день|квартал|сезон|month|week|day|quarter|season"
)
OF_NO_PART = re.compile(rf"\b(?:{_NO_PART}|источник\w*|source)\b")
OF_NO_PART_OF_A_SITE = re.compile(rf"\b(?:{_NO_PART}|сайт\w*|site|website|счетчик\w*|counter|ресурс\w*|property)\b")
OF_IDS = re.compile(r"\b(?:id|ид|идентификатор)\b")
AGES = re.compile(r"\d\d?\s*[-–—]\s*\d\d|\d\d\s*\+|(?:до|under|от|от|over|старше) ?\d\d")
