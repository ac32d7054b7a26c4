"""Days of the week, Russian and English, with their usual short forms, as they stand beside dates."""

import re

NAMES = (
    "понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|пн|вт|ср|чт|пт|сб|вс|"
    "(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|wed|thu|thurs?|fri|sat|sun"
)
NAME = re.compile(NAMES)
BESIDE = re.compile(rf"(?:^|[\s,]+)\(?(?:{NAMES})\.?\)?(?=[\s,]|$)[\s,]*", re.I)

LONGEST = 100  # characters; more are no date


def without(text: str) -> str:
    """«01.09.2026 (вт)» and «суббота, 5 сентября 2026» as the dates they are; a text of no figures stays."""
    is_date = len(text) <= LONGEST and any(sign.isdigit() for sign in text)
    return BESIDE.sub(" ", text).strip() if is_date else text
