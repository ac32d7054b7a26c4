"""What tables write under the names of figures to say what these are counted in, in Russian and English."""

import re

SCALES = (
    dict.fromkeys(["тыс", "тысяч", "тысячи", "тысячах", "thousand", "thousands"], "тыс")
    | dict.fromkeys(["млн", "миллионов", "миллионы", "миллионах", "million", "millions"], "млн")
    | dict.fromkeys(["млрд", "миллиардов", "миллиарды", "миллиардах", "billion", "billions"], "млрд")
)
LETTERS = {"k": "тыс", "к": "тыс"}  # where nothing else stands
IN_SCALE = re.compile(rf"(?<!\w)(?:в|in)\s+(?=(?:{'|'.join(SCALES)})(?!\w))")  # «в тыс.»
UNIT = re.compile(
    r"шт|штук|чел|человек|ед|единиц|раз|руб|рублей|сек|секунд|мин|минут|ч|час|часов|"
    rf"pcs|people|times|rub|usd|eur|sec|seconds|min|minutes|hours|[%₽$€]|{'|'.join(SCALES)}"
)
NAME = re.compile(  # what such a row calls itself
    r"ед(?:иниц[аы]|\.)?\s*изм(?:ерения|\.)?|единиц[аы]|размерность|измерение|(?:measurement )?units?(?: of measure(?:ment)?)?"
)
