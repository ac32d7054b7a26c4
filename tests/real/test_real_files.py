"""Every real file of posts, accounts, followers and traffic imports with all its rows accounted for and totals added up by hand."""

from decimal import Decimal

import pytest

from smmstrategy.clients.isolation import scope
from smmstrategy.metrics.models import Observation, Post

pytestmark = pytest.mark.real_files

VIC = "facebook_insights_vic/Facebook Insights Data Export"
FIRST, SECOND = "Visualization Studio VIC - 2014-08-24 - 2015-02-19.csv", "Visualization Studio VIC - 2015-02-20 - 2015-08-18.csv"
PERIOD = ("--period", "2019-01-01:2019-06-30")
FACEBOOK, YOUTUBE = ("--account", "facebook:VisualizationStudio"), ("--account", "youtube:brand")
# Of the kinds whose files do not say whose they are.
ACCOUNTS = dict.fromkeys(("facebook_page", "facebook_posts_undated"), FACEBOOK)
ACCOUNTS |= dict.fromkeys(("youtube_content", "youtube_breakdown", "youtube_totals", "youtube_by_day"), YOUTUBE)
ACCOUNTS |= {"instagram_insights": ("--account", "instagram:brand"), "vk_posts": ("--account", "vk:brand")}

# file, options, kind, rows, rejected, totals
FILES = [
    (
        "facebook_metrics_uci/dataset_Facebook__renamed_headers.csv",
        (),
        "facebook_posts_undated",
        500,
        0,
        {"likes": 88795, "comments": 3741, "shares": 13524, "impressions": 14792974},
    ),
    ("influencers_instagram_2022/social media influencers - instagram.csv", (), "instagram_accounts", 1000, 1, {}),
    ("influencers_youtubers/youtubers_df.csv", (), "youtube_accounts", 1000, 0, {}),
    (
        "instagram_thecleverprogrammer/Instagram data 2.csv",
        (),
        "instagram_insights",
        119,
        17,
        {"likes": 18036, "impressions": 603866, "saves": 15968},
    ),
    ("telegram_longevity/tg_chats.csv", ("--role", "own"), "telegram_chats", 7, 0, {}),
    ("traffic_ga4_cities/data-export.csv", (), "site_traffic", 313, 0, {}),
    ("traffic_ga_blog/blog_analytics.csv", PERIOD, "site_traffic", 17243, 0, {"visits": 56001, "pageviews": 112871}),
    ("traffic_site_daily/Thecleverprogrammer.csv", (), "site_views_by_day", 391, 0, {"pageviews": 3316699}),
    ("vk_posts_ru_headers/vk_posts.csv", (), "vk_posts", 2337, 0, {"likes": 26330}),
    ("youtube_studio_wholebrain/Table_data.csv", PERIOD, "youtube_breakdown", 13, 0, {"account_views": 24299}),
    ("youtube_totals_deanout/Totals.csv", (), "youtube_by_day", 39, 0, {"account_views": 27881, "followers_net": 360}),
]
# Files of folders that are imported whole: file, kind, rows, rejected, totals
OF_PAGE = [
    (f"{VIC} (Post Level) - {FIRST}", "facebook_posts", 99, 1, {"impressions": 148670, "likes": 897, "shares": 269}),
    (f"{VIC} (Post Level) - {SECOND}", "facebook_posts", 100, 1, {"impressions": 74266, "likes": 766}),
    (f"{VIC} (Video Posts) - {FIRST}", "facebook_videos", 23, 1, {"impressions": 93780, "video_views": 13138}),
    (f"{VIC} (Video Posts) - {SECOND}", "facebook_videos", 4, 1, {"impressions": 4106, "video_views": 558}),
    (
        f"{VIC} - {FIRST}",
        "facebook_page",
        181,
        1,
        {"followers_gained": 477, "followers_lost": 14, "account_impressions": 307404},
    ),
    (
        f"{VIC} - {SECOND}",
        "facebook_page",
        181,
        1,
        {"followers_gained": 150, "followers_lost": 9, "account_impressions": 135371},
    ),
]
OF_STUDIO = [
    ("youtube_studio_wholebrain/Chart_data.csv", "youtube_breakdown", 10439, 0, {"account_views": 24299}),
    ("youtube_studio_wholebrain/Chart_data.xlsx", "youtube_breakdown", 10439, 0, {"account_views": 24299}),
    ("youtube_studio_wholebrain/Table_data.csv", "youtube_breakdown", 13, 0, {"account_views": 24299}),
    ("youtube_studio_wholebrain/Table_data.xlsx", "youtube_breakdown", 13, 0, {"account_views": 24299}),
    ("youtube_studio_wholebrain/Totals.csv", "youtube_totals", 803, 0, {"account_views": 24299}),
    ("youtube_studio_wholebrain/Totals.xlsx", "youtube_totals", 803, 0, {"account_views": 24299}),
]


def require_accounted(file, kind, rows, rejected, totals):
    """Every row is new, known or rejected, and the figures that were added up by hand come out."""
    assert (file["error"], file["kind"], file["rows"], file["rejected"]) == ("", kind, rows, rejected)
    assert file["new"] + file["changed"] + file["unchanged"] + file["rejected"] == file["rows"]
    assert {code: Decimal(file["totals"][code]) for code in totals} == totals
    assert [warning for warning in file["warnings"] if "of numbers" in warning and "not known" in warning] == []


def require_each_accounted(files, folder, told):
    """Of the files of a folder, each told of once."""
    by_path = {file["file"]: file for file in files}
    assert {*by_path} == {str(folder / path) for path, *_expected in told}
    for path, *expected in told:
        require_accounted(by_path[str(folder / path)], *expected)


@pytest.mark.parametrize(
    ("path", "options", "kind", "rows", "rejected", "totals"), FILES, ids=[file[0].split("/")[-1] for file in FILES]
)
def test_every_row_is_accounted_for(import_export, real_files, path, options, kind, rows, rejected, totals):
    said = import_export(real_files / path, *options, *ACCOUNTS.get(kind, ()))
    (file,) = said["files"]
    assert said["status"] == 0
    require_accounted(file, kind, rows, rejected, totals)


def test_thirty_seven_months_of_tweets(import_export, real_files):
    said = import_export(real_files / "twitter_ropensci")
    assert (said["status"], len(said["files"]), said["rows"], said["new"], said["rejected"]) == (0, 37, 1129, 1129, 0)
    assert {file["account"] for file in said["files"]} == {"x:rOpenSci"}
    with scope("system"):
        stored = {metric: _sum(metric) for metric in ("impressions", "views", "likes", "shares", "comments")}
    assert stored == {"impressions": 6787327, "views": 6787327, "likes": 17186, "shares": 8605, "comments": 744}


def test_a_folder_of_studio_files_lends_its_days_to_the_table_without(import_export, real_files):
    said = import_export(real_files / "youtube_studio_wholebrain", *YOUTUBE)
    assert (said["status"], said["rows"]) == (0, 2 * (10439 + 13 + 803))
    require_each_accounted(said["files"], real_files, OF_STUDIO)
    with scope("system"):
        spans = set(Observation.objects.exclude(metric="account_views").values_list("starts_on", "ends_on"))
    assert [[str(day) for day in span] for span in spans] == [["2020-09-01", "2022-11-12"]]


def test_a_folder_is_accounted_for_and_changes_nothing_when_it_comes_twice(import_export, real_files):
    first = import_export(real_files / "facebook_insights_vic", *FACEBOOK)
    require_each_accounted(first["files"], real_files, OF_PAGE)
    again = import_export(real_files / "facebook_insights_vic", *FACEBOOK)
    assert (again["status"], again["new"], again["changed"], again["rejected"]) == (0, 0, 0, 6)


def test_dates_that_excel_swapped_are_read_as_published_and_said(import_export, real_files):
    said = import_export(real_files / "youtube_studio_kenjee/Aggregated_Metrics_By_Video.csv", *YOUTUBE)
    totals = {"views": 5567998, "likes": 224977, "comments": 14195}
    require_accounted(said["files"][0], "youtube_content", 224, 1, totals)
    assert any("swapped day and month in 82 dates" in warning for warning in said["files"][0]["warnings"])
    with scope("system"):
        days = {key: Post.objects.get(key=key).published_at.date().isoformat() for key in ("4OZip0cgOho", "hO_YKK_0Qck")}
    assert days == {"4OZip0cgOho": "2020-05-08", "hO_YKK_0Qck": "2020-07-16"}


def test_seven_channels_in_one_file_are_seven_accounts(import_export, real_files):
    said = import_export(real_files / "telegram_longevity/tg_posts.csv", "--role", "own")
    totals = {"views": 2421719, "likes": 27703, "comments": 3815}
    require_accounted(said["files"][0], "telegram_posts", 1191, 407, totals)
    assert len(said["files"][0]["accounts"]) == 7


def _sum(metric: str) -> int:
    from django.db.models import Sum

    from smmstrategy.metrics.models import PostObservation

    return int(PostObservation.objects.filter(metric=metric).aggregate(Sum("value"))["value__sum"])
