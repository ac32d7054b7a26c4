"""The few words the workbook drawer says of its own accord."""

WITH_DIGITS = frozenset({"1 048 576", "1,048,576", "32 767", "32,767", "65 530", "65,530"})
WORDS = {
    "ru": {
        "sealed": "Данные зафиксированы {at} UTC, отпечаток {sha}",
        "continued": "Продолжение листа «{name}»: на одном листе Excel не больше 1 048 576 строк",
        "losses": "Пределы Excel",
        "losses_intro": "Что не поместилось в формат файла; сами данные целы в системе",
        "place": "Где",
        "what": "Что произошло",
        "text": "Текст длиннее 32 767 знаков, конец отрезан и отмечен знаком «…»",
        "links": "Ссылок больше 65 530, остальные адреса записаны без перехода",
        "formula": "Столбец занимает несколько листов, поэтому вместо живой формулы записано её значение",
        "split": "Строк больше, чем вмещает лист: продолжение на листе «{name}»",
        "page": "Стр. &P из &N",
    },
    "en": {
        "sealed": "Data sealed on {at} UTC, fingerprint {sha}",
        "continued": "Continues the sheet “{name}”: an Excel sheet holds at most 1,048,576 rows",
        "losses": "Limits of Excel",
        "losses_intro": "What did not fit the file format; the data themselves are whole in the system",
        "place": "Where",
        "what": "What happened",
        "text": "The text is longer than 32,767 characters; its end was cut and marked with “…”",
        "links": "More than 65,530 links; the other addresses are written as plain text",
        "formula": "The column spans several sheets, so the value stands in place of a live formula",
        "split": "More rows than a sheet holds: continued on the sheet “{name}”",
        "page": "Page &P of &N",
    },
}
