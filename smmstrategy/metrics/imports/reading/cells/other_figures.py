"""Words that make another figure of the one they stand beside: a plan, an average, an extreme, another's, of another time."""

import re

from smmstrategy.metrics.imports.reading.vocabulary.not_the_whole import GOALS, PLANS

_PLANS = rf"{PLANS}|{GOALS}|цел(?:ей|ью|ям|ях|ев\w+)|бюджет\w*|ожида\w*|кпэ|budget\w*|kpi|expected"
_AVERAGES = r"ср|средн\w*|медиан\w*|avg|average|mean|median"
_OTHERS = (
    r"макс\w*|мин|миним\w*|пик\w*|рекорд\w*|max\w*|min|minimum|peak|было|стало|раньше|прошл\w*|предыдущ\w*|before|after|previous|prior|"
    r"изменени\w*|разниц\w*|change\w*|delta|diff\w*|конкурент\w*|competitor\w*|rivals?"
)
PLANNED = re.compile(rf"\b(?:{_PLANS}|{_AVERAGES})\b")
ANOTHER = re.compile(rf"\b(?:{_PLANS}|{_AVERAGES}|{_OTHERS})\b")
