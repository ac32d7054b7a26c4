"""The names of months, Russian in every case and English, with their usual short forms."""

ENGLISH = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"]
RUSSIAN = ["январ", "феврал", "март", "апрел", "ма", "июн", "июл", "август", "сентябр", "октябр", "ноябр", "декабр"]
ENDINGS = {"т": ("", "а", "у", "ом", "е"), "а": ("й", "я", "ю", "ем", "е")}  # after any other letter as in «январь»
SOFT = ("ь", "я", "ю", "ем", "е")
SHORT = {"янв": 1, "фев": 2, "февр": 2, "мар": 3, "апр": 4, "июн": 6, "июл": 7, "авг": 8, "сен": 9, "сент": 9, "окт": 10,
         "ноя": 11, "нояб": 11, "дек": 12, "sept": 9}  # fmt: skip
NUMBERS = (
    SHORT
    | {form: number for number, name in enumerate(ENGLISH, 1) for form in (name, name[:3])}
    | {stem + ending: number for number, stem in enumerate(RUSSIAN, 1) for ending in ENDINGS.get(stem[-1], SOFT)}
)
