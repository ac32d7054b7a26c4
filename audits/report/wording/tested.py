"""Titles and call-outs that say how many of the tested measures changed, and which, in Russian and English."""

TESTED_RU = "{all:проверенного показателя|проверенных показателей|проверенных показателей}"
TESTED_EN = "tested {all:measure|measures}"
Wordings = tuple[tuple[str, str], ...]  # each in both languages, the longest first

MOVED_RU = f"К {{to}} {{moved:изменился|изменились|изменились}} {{moved}} из {{all}} {TESTED_RU}"
MOVED_EN = f"{{moved}} of {{all}} {TESTED_EN} changed against {{to}}"
BETTER_RU = f"К {{to}} лучше {{better}} из {{all}} {TESTED_RU}"
BETTER_EN = f"{{better}} of {{all}} {TESTED_EN} {{better:beats|beat}} {{to}}"
WORSE_RU = f"К {{to}} хуже {{worse}} из {{all}} {TESTED_RU}"
WORSE_EN = f"{{worse}} of {{all}} {TESTED_EN} {{worse:is|are}} behind {{to}}"
NONE_RU = "К {to} значимых изменений нет, проверено показателей: {all}"
NONE_EN = f"No significant change against {{to}} in any of {{all}} {TESTED_EN}"
UNSURE_RU = (
    f"К {{to}} {{unsure:изменился, но не подтверждён|изменились, но не подтверждены|изменились, но не подтверждены}} {{unsure}} "
    f"из {{all}} {TESTED_RU}"
)
UNSURE_EN = f"{{unsure}} of {{all}} {TESTED_EN} changed against {{to}}, not confirmed"

MOVED_TITLE: Wordings = ((f"{MOVED_RU}: {{what}} — {{what_by}}", f"{MOVED_EN}: {{what}} {{what_by}}"), (MOVED_RU, MOVED_EN))
TITLES: dict[tuple[bool, bool], Wordings] = {  # by whether something is better, something is worse
    (True, True): (
        (
            f"{BETTER_RU}: {{up}} {{up_by}}; хуже — {{down}} {{down_by}}",
            f"{BETTER_EN}: {{up}} {{up_by}}; worse: {{down}} {{down_by}}",
        ),
        (f"{BETTER_RU}, хуже — {{worse}}", f"{BETTER_EN}, {{worse}} {{worse:is|are}} worse"),
    ),
    (True, False): (
        (f"{BETTER_RU}, сильнее всего {{up}}: {{up_by}}", f"{BETTER_EN}, most of all {{up}}: {{up_by}}"),
        (BETTER_RU, BETTER_EN),
    ),
    (False, True): (
        (f"{WORSE_RU}, сильнее всего {{down}}: {{down_by}}", f"{WORSE_EN}, most of all {{down}}: {{down_by}}"),
        (WORSE_RU, WORSE_EN),
    ),
    (False, False): ((f"{NONE_RU}; {{name}} — {{now}}", f"{NONE_EN}; {{name}}: {{now}}"), (NONE_RU, NONE_EN)),
}
UNSURE_TITLE: Wordings = (
    (f"{UNSURE_RU}: {{maybe}} — {{maybe_by}}", f"{UNSURE_EN}: {{maybe}} {{maybe_by}}"),
    (UNSURE_RU, UNSURE_EN),
)
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
