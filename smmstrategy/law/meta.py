"""Where Meta's networks are named, and the line that Russian law asks for under a text that names one."""

import re

# Threads are also what cloth is made of: the network is written large, as an address, as a source of traffic, or in Russian.
NAMES = re.compile(
    r"(?i:instagram|facebook|whatsapp|инстаграм|фейсбук|meta platforms)"
    r"|\bThreads\b|\bthreads\.(?:net|com)\b|^threads(?= /|$)"
    r"|(?is:^(?=.*[а-яё]).*\bthreads\b)"
)
META_NOTE = "* Принадлежит Meta, признанной экстремистской организацией и запрещённой в\u00a0России"


def names_meta(text: str) -> bool:
    return bool(NAMES.search(text))
