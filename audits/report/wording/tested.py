"""Titles that count how many of the tested measures changed, in Russian and English."""

TESTED_RU = "{all:проверенного показателя|проверенных показателей|проверенных показателей}"
TESTED_EN = "tested {all:measure|measures}"
MOVED_TITLE = (
    f"К {{to}} {{moved:изменился|изменились|изменились}} {{moved}} из {{all}} {TESTED_RU}: {{what}} — {{what_by}}",
    f"{{moved}} of {{all}} {TESTED_EN} changed against {{to}}: {{what}} {{what_by}}",
)
TITLES = {  # by whether something is better, something is worse
    (True, True): (
        f"К {{to}} лучше {{better}} из {{all}} {TESTED_RU}: {{up}} {{up_by}}; хуже — {{down}} {{down_by}}",
        f"{{better}} of {{all}} {TESTED_EN} {{better:beats|beat}} {{to}}: {{up}} {{up_by}}; worse: {{down}} {{down_by}}",
    ),
    (True, False): (
        f"К {{to}} лучше {{better}} из {{all}} {TESTED_RU}, сильнее всего {{up}}: {{up_by}}",
        f"{{better}} of {{all}} {TESTED_EN} {{better:beats|beat}} {{to}}, most of all {{up}}: {{up_by}}",
    ),
    (False, True): (
        f"К {{to}} хуже {{worse}} из {{all}} {TESTED_RU}, сильнее всего {{down}}: {{down_by}}",
        f"{{worse}} of {{all}} {TESTED_EN} {{worse:is|are}} behind {{to}}, most of all {{down}}: {{down_by}}",
    ),
    (False, False): (
        "К {to} значимых изменений нет, проверено показателей: {all}; {name} — {now}",
        f"No significant change against {{to}} in any of {{all}} {TESTED_EN}; {{name}}: {{now}}",
    ),
}
UNSURE_TITLE = (
    f"К {{to}} значимых изменений нет, не {{unsure:подтверждён|подтверждены|подтверждены}} {{unsure}} из {{all}} {TESTED_RU}; "
    "{name} — {now}",
    f"No significant change against {{to}}, {{unsure}} of {{all}} {TESTED_EN} not confirmed; {{name}}: {{now}}",
)
