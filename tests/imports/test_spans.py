"""What a preview adds up has no day twice, and counts what the audit will count."""

from datetime import date

from audits.measures.series import apart
from smmstrategy.metrics.imports.reading.records.values.spans import counting

WEEK, REST, DAY = ("2026-01-01", "2026-01-07"), ("2026-01-05", "2026-01-31"), ("2026-01-02", "2026-01-02")


def given(span):
    first, last = map(date.fromisoformat, span)
    return last, (last - first).days + 1


def test_of_values_that_share_days_the_longest_counts_in_the_preview_as_in_the_audit():
    assert counting([WEEK, REST, DAY]) == {REST, DAY}
    assert apart(map(given, [WEEK, REST, DAY])) == sorted(map(given, [REST, DAY]))


def test_days_beside_their_month_do_not_count():
    days = [(f"2026-01-{n:02}", f"2026-01-{n:02}") for n in range(1, 32)]
    month = ("2026-01-01", "2026-01-31")
    assert counting([*days, month]) == {month}
    assert counting(days) == set(days)
