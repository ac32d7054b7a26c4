"""Studio's chart of videos by day: a day's value is a part of its video's, never the video's whole figure."""

import pytest

from tests.imports.forms_of_files import posts, values

FIGURES = {
    "Views": ("account_views", ["9", "10"]),
    "Subscribers": ("followers_net", ["9", "10"]),
    "Watch time (hours)": ("watch_seconds", ["32400", "36000"]),
    "Impressions": ("account_impressions", ["9", "10"]),
    "Likes": ("likes", ["9", "10"]),
}


@pytest.mark.parametrize("name", ["Chart data.csv", "export.csv"])
@pytest.mark.parametrize("header", FIGURES)
def test_a_metric_of_videos_by_day_is_of_the_days(understood, header, name):
    rows = "".join(f'2026-09-0{n},abcdefghij1,One,"Aug 1, 2026",{8 + n}\n' for n in (1, 2))
    found = understood(f"Date,Content,Video title,Video publish time,{header}\n{rows}", name, account="youtube:iva")
    code, numbers = FIGURES[header]
    assert (found["kind"], posts(found), found["question"]) == ("youtube_content_by_day", [], {})
    assert values(found) == [
        [code, f"2026-09-0{n}", f"2026-09-0{n}", number, "video=abcdefghij1", False] for n, number in enumerate(numbers, 1)
    ]
