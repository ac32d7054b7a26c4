"""The audit workbook with 100,000 posts, against a bare XlsxWriter dump of the same cells and pandas.to_excel with openpyxl."""

import resource
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from io import BytesIO
from multiprocessing import get_context
from statistics import median

from benchmarks import Row
from smmstrategy.reports.document import ChartKind, Day, Document, Field, Figure, Grid, LiveFormula, Quote, Sheet, SheetChart, Shown
from smmstrategy.reports.excel import draw

POSTS, ROUNDS = 100_000, 3
METRICS = ("views", "reach", "impressions", "likes", "comments", "shares", "saves", "clicks", "interactions", "followers")
ACCOUNTS = tuple(f"Сообщество {number}" for number in range(10))
START = datetime(2026, 1, 1, 9, tzinfo=UTC)
TEXT = "Новая коллекция уже в магазинах: приходите смотреть и примерять, до конца недели скидка {} % по карте. "


@dataclass(frozen=True)
class Cost:
    """CPU seconds, megabytes over what the data themselves take, and megabytes of the file."""

    seconds: float
    memory: float
    size: float


def run() -> Iterator[Row]:
    rounds = [{name: cost(name) for name in ("ours", "bare")} for _ in range(ROUNDS)]
    ours, bare = (middle([costs[name] for costs in rounds]) for name in ("ours", "bare"))
    pandas = cost("pandas")
    yield Row("CPU against a bare dump", f"{ours.seconds:.1f} s", f"{bare.seconds:.1f} s", ours.seconds / bare.seconds, "≤ 0.25")
    times = pandas.seconds / ours.seconds
    yield Row("times faster than pandas with openpyxl", f"{ours.seconds:.1f} s", f"{pandas.seconds:.1f} s", times, "≥ 10")
    yield Row("size against a bare dump", f"{ours.size:.1f} MB", f"{bare.size:.1f} MB", ours.size / bare.size, "≤ 1.3")
    yield Row("memory over the data", f"{ours.memory:.0f} MB", f"pandas {pandas.memory:.0f} MB", None, "≤ 250 MB")


def cost(name: str) -> Cost:
    """What one writer costs in a process of its own."""
    context = get_context("spawn")
    answers = context.Queue()
    process = context.Process(target=_measured, args=(name, answers))
    process.start()
    answer = answers.get()
    process.join()
    return answer


def middle(costs: list[Cost]) -> Cost:
    return Cost(*(median(getattr(each, name) for each in costs) for name in ("seconds", "memory", "size")))


def _measured(name: str, answers) -> None:
    document = workbook(POSTS)
    before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    size = WRITERS[name](document)
    seconds = time.process_time() - start
    answers.put(Cost(seconds, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024, size / 1e6))


def workbook(posts: int) -> Document:
    """A summary of live formulas with charts, and a row for each post: twenty columns."""
    texts = ("Сеть", "Формат", "Рубрика")
    fields = (
        Field("Аккаунт", width=24, name="posts_account"),
        *(Field(title) for title in texts),
        Field("Опубликован", width=16),
        Field("День"),
        Field("Ссылка", width=30),
        Field("Текст", width=60),
        *(Field(code, Shown.INTEGER, name=f"posts_{code}") for code in METRICS),
        Field("ER", Shown.PERCENT, name="posts_er"),
        Field("Длина", Shown.INTEGER),
    )
    rows = tuple(post(number) for number in range(posts))
    sheets = (summary(rows), Sheet("Посты", (Grid(fields, rows),)))
    return Document("audit", ("Аудит",), "ru", START, "0" * 64, (), sheets)


def post(number: int) -> tuple:
    at = START + timedelta(minutes=number * 2)
    metrics = (
        None if (number + place) % 11 == 0 else Decimal(number * 7919 * (place + 1) % 90_000) for place in range(len(METRICS))
    )
    words = ("VK", "видео" if number % 3 else "карусель", f"рубрика {number % 12}")
    account = ACCOUNTS[number % len(ACCOUNTS)]
    url, text = f"https://vk.com/wall-100_{number}", TEXT.format(number) * (1 + number % 3)
    ratio = Decimal(number * 37 % 10_000) / 100_000
    return account, *words, at, Day(date.fromordinal(at.toordinal())), Quote(url), Quote(text), *metrics, ratio, len(text)


def summary(rows: tuple[tuple, ...]) -> Sheet:
    fields = (Field("Аккаунт", width=24, name="summary_account"), *(Field(code, width=14) for code in METRICS))
    lines = []
    for account in ACCOUNTS:
        cells = [account]
        for place, code in enumerate(METRICS, 8):
            total = sum(row[place] or 0 for row in rows if row[0] == account)
            formula = f"=SUMIFS({{posts_{code}}},{{posts_account}},{{@summary_account}})"
            cells.append(LiveFormula(formula, Figure(f"{account}.{code}", total)))
        lines.append(tuple(cells))
    charts = tuple(SheetChart(ChartKind.BARS, code, 0, 0, (place,)) for place, code in enumerate(METRICS[:4], 1))
    return Sheet("Сводка", (Grid(fields, tuple(lines)),), charts)


def _ours(document: Document) -> int:
    return len(draw(document).content)


def _bare(document: Document) -> int:
    from xlsxwriter import Workbook

    target = BytesIO()
    book = Workbook(target, {"constant_memory": True, "strings_to_urls": False, "remove_timezone": True})
    sheet, dated = book.add_worksheet(), book.add_format({"num_format": "dd.mm.yyyy"})
    for row, cells in enumerate(_plain_rows(document)):
        for column, cell in enumerate(cells):
            if isinstance(cell, date):
                sheet.write_datetime(row, column, cell, dated)
            elif cell is not None:
                sheet.write(row, column, cell)
    book.close()
    return len(target.getvalue())


def _pandas(document: Document) -> int:
    import pandas

    target = BytesIO()
    frame = pandas.DataFrame(_plain_rows(document), columns=[field.title for field in document.sheets[1].grids[0].fields])
    frame.to_excel(target, engine="openpyxl", index=False)
    return len(target.getvalue())


def _plain_rows(document: Document) -> Iterator[tuple]:
    for row in document.sheets[1].grids[0].rows:
        yield tuple(_plain(cell) for cell in row)


def _plain(cell: object) -> object:
    if isinstance(cell, Quote):
        return cell.text
    if isinstance(cell, Day):
        return cell.day
    return cell.replace(tzinfo=None) if isinstance(cell, datetime) else cell


WRITERS: dict[str, Callable[[Document], int]] = {"ours": _ours, "bare": _bare, "pandas": _pandas}
