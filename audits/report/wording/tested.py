"""Titles and call-outs that say how many of the tested measures changed, and which, in Russian and English."""

Wordings = tuple[tuple[str, str], ...]  # each in both languages, the longest first
TESTED = (  # of how many, the longest first
    (
        "{all} {all:проверенного показателя|проверенных показателей|проверенных показателей}",
        "{all} tested {all:measure|measures}",
    ),
    ("{all} {all:проверенного|проверенных|проверенных}", "the {all} tested"),
    ("{all}", "{all}"),
)
OF_RU, OF_EN = TESTED[0]

MOVED = (f"К {{to}} {{moved:изменился|изменились|изменились}} {{moved}} из {OF_RU}", f"{{moved}} of {OF_EN} changed against {{to}}")
BETTER = (f"К {{to}} лучше {{better}} из {OF_RU}", f"{{better}} of {OF_EN} {{better:beats|beat}} {{to}}")
WORSE = (f"К {{to}} хуже {{worse}} из {OF_RU}", f"{{worse}} of {OF_EN} {{worse:is|are}} behind {{to}}")
NONE = (
    "К {to} значимых изменений нет, проверено показателей: {all}",
    f"No significant change against {{to}} in any of {OF_EN}",
)
UNSURE = (
    f"К {{to}}, возможно, {{unsure:изменился|изменились|изменились}} {{unsure}} из {OF_RU}",
    f"{{unsure}} of {OF_EN} may have changed against {{to}}",
)


def _naming(counted: tuple[str, str], named: tuple[str, str], otherwise: tuple[str, str] = ("", "")) -> Wordings:
    """The count with what is named, the same in fewer words, and the count alone, or with what is said `otherwise`."""
    (ru, en), (name_ru, name_en), (else_ru, else_en) = counted, named, otherwise
    each = ((ru.replace(OF_RU, of_ru) + name_ru, en.replace(OF_EN, of_en) + name_en) for of_ru, of_en in TESTED)
    return (*each, (ru + else_ru, en + else_en))


MOVED_TITLE = _naming(MOVED, (": {what} — {what_by}", ": {what} {what_by}"))
TITLES: dict[tuple[bool, bool], Wordings] = {  # by whether something is better, something is worse
    (True, True): _naming(
        BETTER,
        (": {up} {up_by}; хуже — {down} {down_by}", ": {up} {up_by}; worse: {down} {down_by}"),
        (", хуже — {worse}", ", {worse} {worse:is|are} worse"),
    ),
    (True, False): _naming(BETTER, (", сильнее всего {up}: {up_by}", ", most of all {up}: {up_by}")),
    (False, True): _naming(WORSE, (", сильнее всего {down}: {down_by}", ", most of all {down}: {down_by}")),
    (False, False): _naming(NONE, ("; {name} — {now}", "; {name}: {now}")),
}
UNSURE_TITLE = _naming(UNSURE, (": {maybe} — {maybe_by}", ": {maybe} {maybe_by}"))
UNTESTED_TITLE: Wordings = (
    ("{name} — {now}: {by} к {to}; изменения не проверены", "{name}: {now}, {by} on {to}; changes are not tested"),
    ("{name} — {now}: {by} к {to}", "{name}: {now}, {by} on {to}"),
)
UNTESTED_PAIR_TITLE: Wordings = (  # where the change is not that of the number of now
    UNTESTED_TITLE[0],
    ("{name}: {by} к {to}; изменения не проверены", "{name}: {by} on {to}; changes are not tested"),
    ("{name}: {by} к {to}", "{name}: {by} on {to}"),
)
UNCOMPARED_TITLE: Wordings = (
    ("{name} — {now}; изменений не показать: {why}", "{name}: {now}; no change can be shown: {why}"),
    ("Изменений не показать: {why}; показателей — {lines}", "No change can be shown: {why}; {lines} {lines:measure|measures}"),
)
FIRST_TITLE: Wordings = (
    (
        "Точка отсчёта: {name} — {now}, сравнивать пока не с чем",
        "A starting point: {name} {now}, nothing to compare it with yet",
    ),
)
UNTESTED = (
    "На шум изменения не проверены: проверяются публикации, "
    "а по дням — подписчики, визиты и другие суммы, известные в обоих периодах",
    "These changes were not tested for noise: "
    "tested are posts and, day by day, followers, visits and other sums known in both periods",
)
UNCONFIRMED = (
    "Проверка на шум не подтвердила ни одного изменения; суммы по публикациям не проверяются: они следуют за их числом",
    "The noise test confirms none of these changes; sums over posts are not tested: they follow their number",
)
CONFIRMED = (
    "Больше обычных колебаний изменились: {names}; остальное не подтверждено, суммы по публикациям не проверяются",
    "Beyond the usual variation: {names}; the rest is not confirmed, and sums over posts are not tested",
)
