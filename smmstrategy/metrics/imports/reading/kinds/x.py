"""X, once Twitter: analytics by tweet or post."""

from smmstrategy.metrics.imports.reading.kinds.kind import Kind, Rows

TWEETS = {
    "key": "tweet id|post id",
    "permalink": "tweet permalink|post link",
    "published_at": "time|date",
    "text": "tweet text|post text",
    "impressions": "impressions",
    "likes": "likes",
    "comments": "replies",
    "shares": "retweets|reposts",
    "saves": "bookmarks",
    "profile_clicks": "user profile clicks|profile visits",
    "link_clicks": "url clicks",
    "follows_from_post": "follows|new follows",
    "video_views": "video views",
}
MONTHS = {
    "day": "date|month",
    "followers": "followers",
    "followers_gained": "new followers",
    "posts_published": "tweets",
    "account_impressions": "tweet impressions",
    "account_visitors": "profile visits",
    "mentions": "mentions",
}
DAYS = {
    "day": "date",
    "account_impressions": "impressions",
    "likes": "likes",
    "saves": "bookmarks",
    "followers_gained": "new follows",
    "followers_lost": "unfollows",
    "comments": "replies",
    "shares": "reposts",
    "account_visitors": "profile visits",
    "posts_published": "create post",
}
WITHOUT = (
    "engagements|engagement rate|detail expands|(?:hashtag|permalink) clicks|app (?:opens|installs)|email tweet|dial phone|"
    "media (?:views|engagements)|video views|shares|promoted .*"
)
# Its analytics counted days in UTC and named the files of a month by its first day and the first of the next.
# The network's own API calls a tweet's impressions its views, and knows no other.
KINDS = (
    Kind(
        "x_by_tweet",
        "X: analytics by tweet",
        Rows.POST,
        TWEETS,
        ("key", "permalink", "impressions"),
        network="x",
        of_one_page=True,
        escapes=True,
        zone="UTC",
        ends_before="tweet_activity_metrics",
        same={"impressions": "views"},
        unneeded=WITHOUT,
    ),
    Kind(
        "x_by_day", "X: by day", Rows.VALUES, DAYS, ("day", "account_impressions", "posts_published"), network="x", unneeded=WITHOUT
    ),
    Kind("x_by_month", "X: by month", Rows.VALUES, MONTHS, ("day", "account_impressions"), network="x", unneeded=WITHOUT),
)
