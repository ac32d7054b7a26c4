"""Facebook and Instagram: Meta Business Suite, the older Facebook Insights, and lists made from them."""

from smmstrategy.metrics.imports.reading.kinds.fields import POST
from smmstrategy.metrics.imports.reading.kinds.kind import PACIFIC, Kind, Rows

SUITE = POST | {
    "key": "post id|id публикации|идентификатор публикации",
    "permalink": "permalink|постоянная ссылка",
    "published_at": "publish time|время публикации|дата публикации",
    "day": "date|дата",
    "revenue": "estimated earnings",
    "account": "account username|имя пользователя аккаунта",
    "account_name": "account name|page name|название аккаунта|имя аккаунта|название страницы",
    "shares": f"{POST['shares']}|сделано репостов",
    "saves": f"{POST['saves']}|сохранено",
}
SUITE_WITHOUT = (
    r"is crosspost|is share|reactions, comments and shares|реакции, комментарии и (?:репосты|публикации)|"
    r"(?:photo|other) clicks?|другие клики|matched audience targeting consumption \(.*\)|seconds viewed|viewers|"
    r"ad (?:cpm|impressions)(?: \(\w+\))?|(?:3-second|1-minute) video views|negative feedback from users: .*"
)
INSIGHTS_WITHOUT = r"(?:lifetime|daily|weekly|28 days) .*|page [\w ]+:(?:day|week|days 28)(?: - .*)?"
INSIGHTS = {
    "key": "post id",
    "permalink": "permalink",
    "text": "post message",
    "format": "type",
    "published_at": "posted",
    "reach": "lifetime post total reach",
    "reach_paid": "lifetime post paid reach",
    "reach_followers": "lifetime post reach by people who like your page",
    "impressions": "lifetime post total impressions",
    "engaged_users": "lifetime engaged users",
    "likes": "lifetime post stories by action type - like|lifetime talking about this (post) by action type - like",
    "comments": "lifetime post stories by action type - comment|lifetime talking about this (post) by action type - comment",
    "shares": "lifetime post stories by action type - share|lifetime talking about this (post) by action type - share",
    "clicks": "lifetime post consumptions",
    "link_clicks": "lifetime post consumptions by type - link clicks",
    "negatives": "lifetime negative feedback",
    "video_views": "lifetime total video views",
}
PAGE = {
    "day": "date|дата",
    "followers": "lifetime total likes|lifetime total follows",
    "followers_gained": "daily new likes",
    "followers_lost": "daily unlikes",
    "engaged_users": "daily page engaged users",
    "account_reach": "daily total reach",
    "account_reach_7d": "weekly total reach",
    "account_reach_28d": "28 days total reach",
    "reach_28d": "28 days reach of page posts",
    "account_impressions": "daily total impressions",
    "clicks": "daily page consumptions",
    "negatives": "daily negative feedback",
}
UCI = {
    "format": "type",
    "is_paid": "paid",
    "reach": "t reach|lifetime post total reach",
    "impressions": "t impression|lifetime post total impressions",
    "engaged_users": "engaged users|lifetime engaged users",
    "clicks": "consumption|lifetime post consumptions",
    "reach_followers": "lp reach|lifetime post reach by people who like your page",
    "likes": "like|likes",
    "comments": "comment|comments",
    "shares": "share|shares",
    "followers at that time": "page t likes|page total likes",
}
UCI_WITHOUT = "category|month|weekday|hour|consumers|lp impression|lp engage with post|t interactions"
INSTAGRAM = POST | {
    "impressions": "impressions|показы",
    "published_at": "date|publish time|дата",
    "text": "caption|подпись",
}
# In both exports at hand no action counted by type is ever 0, the least is 1, and a type nobody used has no column at all.
ACTIONS = ("likes", "comments", "shares")
DAYS = "Facebook counts days in Pacific time; they were taken so. If yours differ, say which (--time-zone ZONE)."
ZONE = "Facebook gives the times of posts in Pacific time; they were read so. If yours differ, say which (--time-zone ZONE)."

KINDS = (
    Kind(
        "meta_instagram",
        "Meta Business Suite: Instagram",
        Rows.POST,
        SUITE,
        ("key", "published_at"),
        ("account username|имя пользователя аккаунта",),
        network="instagram",
        writes_slashes=True,
        unneeded=SUITE_WITHOUT,
    ),
    Kind(
        "meta_facebook",
        "Meta Business Suite: Facebook",
        Rows.POST,
        SUITE,
        ("key", "published_at"),
        ("page id|id страницы|идентификатор страницы",),
        network="facebook",
        writes_slashes=True,
        unneeded=SUITE_WITHOUT,
        of_one_page=True,
    ),
    Kind(
        "facebook_videos",
        "Facebook Insights: videos",
        Rows.POST,
        INSIGHTS,
        ("key", "published_at", "video_views"),
        network="facebook",
        unneeded=INSIGHTS_WITHOUT,
        of_videos=True,
        of_one_page=True,
        escapes=True,
        blank_is_none=ACTIONS,
        zone=PACIFIC,
        notice=ZONE,
    ),
    Kind(
        "facebook_posts",
        "Facebook Insights: posts",
        Rows.POST,
        INSIGHTS,
        ("key", "published_at", "reach|impressions"),
        network="facebook",
        unneeded=INSIGHTS_WITHOUT,
        of_one_page=True,
        escapes=True,
        blank_is_none=ACTIONS,
        zone=PACIFIC,
        notice=ZONE,
    ),
    Kind(
        "facebook_page",
        "Facebook Insights: page",
        Rows.VALUES,
        PAGE,
        ("day", "followers|followers_gained|account_reach"),
        network="facebook",
        unneeded=INSIGHTS_WITHOUT,
        zone=PACIFIC,
        notice=DAYS,
    ),
    Kind(
        "facebook_posts_undated",
        "Facebook: posts without a date",
        Rows.POST,
        UCI,
        ("format", "reach", "followers at that time"),
        network="facebook",
        unneeded=UCI_WITHOUT,
        of_one_page=True,
    ),
    Kind(
        "instagram_insights",
        "Instagram: insights of posts",
        Rows.POST,
        INSTAGRAM,
        ("impressions",),
        ("from home", "from hashtags"),
        network="instagram",
        unneeded="from (?:home|hashtags|explore|other)",
    ),
)
