"""What tables write under the names of figures to say what these are counted in, in Russian and English."""

import re

UNIT = re.compile(
    r"тыс|тысяч|млн|миллионов|шт|штук|чел|человек|ед|единиц|раз|руб|рублей|сек|секунд|мин|минут|ч|час|часов|"
    r"thousands?|millions?|pcs|people|times|rub|usd|eur|sec|seconds|min|minutes|hours|[%₽$€]"
)
NAME = re.compile(r"ед(?:иницы|\.)?\s*изм(?:ерения|\.)?|units?(?: of measure(?:ment)?)?")  # what such a row calls itself
