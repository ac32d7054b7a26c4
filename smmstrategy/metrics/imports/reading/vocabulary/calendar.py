"""What tables call days and stretches of them, and what is noted of a day, in Russian and English."""

# Under which days or stretches of them stand.
DAY_NAMES = frozenset(["date", "дата", "day", "день", "week", "неделя", "month", "месяц", "period", "период"])
# Of advertisements, whose kind is asked.
OF_REPORT = {"first": "reporting starts|reporting start|дата начала отчетности|начало отчетности"}
FIRST = {
    "first": "дата начала|дата начала периода|начало|начало периода|начало недели|с|от|дата с|дата от|с даты|период с|первый день|"
    "start|start date|date start|begin|begin date|period start|week start|from|date from|from date|first day|since"
}
LAST = {
    "last": "дата окончания|дата окончания периода|дата конца|дата завершения|конец|конец периода|окончание|окончание периода|"
    "конец недели|по|до|дата по|дата до|по дату|период по|последний день|end|end date|date end|period end|week end|to|date to|"
    "to date|last day|until|till|reporting ends|reporting end|дата окончания отчетности|окончание отчетности"
}
# Under which weeks and other stretches stand from day to day.
STRETCHES = {"day": "неделя|недели|даты|week|weeks|dates"}
YEAR = {"year": "год|year|отчетный год|год отчета"}
# When something was counted, whatever else happened then.
MEASURED = (
    "дата замера|дата измерения|дата сбора|дата сбора данных|дата среза|дата снятия|дата съема|дата проверки|дата фиксации|на дату|"
    "measured on|measurement date|date measured|as of|as of date|date collected|collected on|snapshot date"
)
# Patterns of headings under which each day stands for a whole stretch.
_REPORTED = r"(?:отчетн\w+ |reporting |visit )?"
_OF_REPORT = r"(?: визита| отчета| of visit| of report)?"
WEEK = rf"{_REPORTED}(?:неделя|week){_OF_REPORT}|начало недели|неделя с|week (?:of|start|starting|beginning|commencing)"
MONTH = rf"{_REPORTED}(?:месяц|month){_OF_REPORT}"
QUARTER = rf"{_REPORTED}(?:квартал|quarter){_OF_REPORT}"
# What somebody notes of a day.
NOTES = "комментарий|примечание|примечания|заметка|заметки|пометка|событие|события|праздник|note|notes|event|events|holiday"
