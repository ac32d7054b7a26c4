"""What findings on the brand as a whole say: on its followers, its website and its competitors."""

from dataclasses import replace

from audits.report.wording.patterns import Wording, in_some, same, went, words

_RANK_RU = "{measure}: бренд на {place}-м месте из {of}"
_RANK_EN = "{measure}: the brand ranks {place} of {of}"
_SHARE_RU = "на бренд приходится {share} всех взаимодействий {of} {of:бренда|брендов|брендов}"
_SHARE_EN = "the brand holds {share} of all interactions of {of} {of:brand|brands}"


def _beside(ru: str, en: str) -> Wording:
    """A competitor against the brand by what their comparison is of, networks and months; in brief by what is left to the page."""
    lead_ru, lead_en = f"{{competitor}} {ru} {{where}}", f"{{competitor}} {en} {{where}}"
    by_ru, by_en = f"{lead_ru}: {{name}} в медиане {{theirs}} против {{own}}", f"{lead_en}: median {{name}} {{theirs}} against"
    return Wording(
        words((f"{by_ru} у бренда", f"{by_en} the brand’s {{own}}")),
        words((by_ru, f"{by_en} {{own}}")),
        words((f"{lead_ru}: {{theirs}} против {{own}}", f"{lead_en}: {{theirs}} against {{own}}")),
    )


OF_BRAND: dict[str, Wording] = {
    "followers_growth": Wording(
        in_some(
            (
                "аудитория {grew} с {start} до {end} {end:подписчика|подписчиков|подписчиков} ({rate})",
                "the audience {grew} from {start} to {end} {end:follower|followers} ({rate})",
            ),
            (
                "аудитория {grew} с {start} до {end} {end:подписчика|подписчиков|подписчиков}",
                "the audience {grew} from {start} to {end} {end:follower|followers}",
            ),
        ),
        in_some(
            ("аудитория {grew}: {rate} подписчиков", "the audience {grew}: {rate} followers"),
            (
                "аудитория {grew} до {end} {end:подписчика|подписчиков|подписчиков}",
                "the audience {grew} to {end} {end:follower|followers}",
            ),
        ),
    ),
    "followers_steady": same(
        (
            "аудитория без значимых изменений: {end} {end:подписчик|подписчика|подписчиков}",
            "no significant change of the audience: {end} {end:follower|followers}",
        ),
    ),
    "followers_peak": same(
        (
            "{month} дал {share} прироста: {month_growth} из {growth}",
            "{month} brought {share} of the growth: {month_growth} of {growth}",
        ),
        (
            "{month} дал {month_growth}, а весь период — {growth}",
            "{month} brought {month_growth}, and the whole period {growth}",
        ),
    ),
    "churn": same(
        (
            "{gained:пришёл|пришли|пришли} {gained}, {lost:ушёл|ушли|ушли} {lost}: отток — {rate} от аудитории на старте",
            "{gained} joined and {lost} left: churn is {rate} of the audience at the start",
        ),
        (
            "{gained:пришёл|пришли|пришли} {gained}, {lost:ушёл|ушли|ушли} {lost} {lost:подписчик|подписчика|подписчиков}",
            "{gained} joined, {lost} {lost:follower|followers} left",
        ),
    ),
    "joined_or_left_change": went("{name}: с {then} до {now}", "{name}: from {then} to {now}"),
    "account_views_change": went("{name} {moved} с {then} до {now}", "{name} {moved} from {then} to {now}"),
    "traffic": same(
        (
            "{visited} {visits} {visits:визит|визита|визитов}, конверсия — {cr}",
            "{visited} {visits} {visits:visit|visits} with {cr} conversion",
        ),
        ("{visited} {visits} {visits:визит|визита|визитов}", "{visited} {visits} {visits:visit|visits}"),
    ),
    "traffic_change": went("{name} {moved} с {then} до {now}", "{name} {moved} from {then} to {now}"),
    "traffic_source": same(
        (
            "за {days} из {all_days} {all_days:дня|дней|дней} источник «{source}» дал {share} трафика: {visits} из {all}",
            "on {days} of {all_days} {all_days:day|days} “{source}” brought {share} of traffic: {visits} of {all}",
        ),
        (
            "источник «{source}» даёт {share} трафика: {visits} из {all}",
            "“{source}” brings {share} of traffic: {visits} of {all}",
        ),
    ),
    "competitor_ahead": _beside("впереди", "is ahead"),
    "competitor_behind": _beside("позади", "is behind"),
    "rank": Wording(
        words(
            (
                f"{_RANK_RU} {{where}} наравне с {{tied}} {{tied:конкурентом|конкурентами|конкурентами}}, {{own}}",
                f"{_RANK_EN} {{where}}, level with {{tied}} {{tied:competitor|competitors}} at {{own}}",
            ),
            (
                f"{_RANK_RU} {{where}}, {{own}} против {{second}} у следующего",
                f"{_RANK_EN} {{where}}, {{own}} against the next one’s {{second}}",
            ),
            (
                f"{_RANK_RU} {{where}}, {{own}} против {{best}} у лидера",
                f"{_RANK_EN} {{where}}, {{own}} against the leader’s {{best}}",
            ),
        ),
        words((f"{_RANK_RU} {{where}}", f"{_RANK_EN} {{where}}")),
        words((f"{_RANK_RU}{{during}}", f"{_RANK_EN}{{during}}")),
    ),
    "soe": replace(
        same((f"{_SHARE_RU} {{where}}", f"{_SHARE_EN} {{where}}")),
        brief=words((f"{_SHARE_RU}{{during}}", f"{_SHARE_EN}{{during}}")),
    ),
}
