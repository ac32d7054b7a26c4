"""The export of the old Google Analytics: a table of sources under the lines of the file, and below it one by day."""

import pytest

from tests.imports.forms_of_files import days, said

SOURCES = (
    "# ----------------------------------------\n# All Web Site Data\n# Acquisition Channels\n# 20260601-20260605\n"
    "# ----------------------------------------\n\nSource / Medium,Users,Sessions\n"
    'google / organic,"4,110","4,210"\n(direct) / (none),"2,880","2,980"\n,"6,500","7,190"\n\n'
)
BY_DAY = "Day Index,Users\n" + "".join(f'6/{n}/26,"1,{n}00"\n' for n in range(1, 6)) + ',"{}"\n'
TOTAL = [["18", {"text": "This row is the total of the others; it was not counted.", "params": {}}]]
UNDATED = [["18", {"text": "The row has no date.", "params": {}}]]
GUESS = "The file does not say whose figures these are; they were taken for a site's."


def test_of_the_site_that_is_named_nothing_has_to_be_said(understood):
    found = understood(SOURCES + BY_DAY.format("6,500"), account="website:iva.ru")
    assert (found["warnings"], found["question"], found["rejected"]) == ([], {}, TOTAL)
    assert [one for one in days(found) if one[0] == "visitors" and one[1] == "2026-06-05"] == [("visitors", "2026-06-05", "1500")]


def test_without_one_it_is_said_for_what_the_figures_were_taken(understood):
    assert GUESS in said(understood(BY_DAY.format("6,500"), "export.csv"))


@pytest.mark.parametrize(("figure", "reason"), [("5,000", TOTAL), ("6,501", UNDATED), ("1,499", UNDATED)])
def test_a_last_row_without_a_day_is_the_total_where_it_may_be_one(understood, figure, reason):
    found = understood(SOURCES + BY_DAY.format(figure), account="website:iva.ru")
    assert found["rejected"] == reason


def test_a_row_without_a_day_among_others_is_none(understood):
    text = "Date,Users\n6/1/26,5\n,9\n6/3/26,6\n6/4/26,7\n"
    found = understood(text, account="website:iva.ru", date_order="mdy")
    assert found["rejected"] == [["3", {"text": "The row has no date.", "params": {}}]]
