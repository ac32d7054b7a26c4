"""Why something is not known, not enough or not compared, in the words of a document."""

from smmstrategy.words import Words

REASONS = {
    "no_such": Words("у площадки этого нет", "the network has no such measure"),
    "not_given": Words(
        "площадка или файл этого не отдаёт, либо столбец не взят",
        "the network or file does not give it, or its column was not taken",
    ),
    "of_parts": Words("есть лишь по дням или неделям: людей не складывают", "given by days or weeks alone: people do not add up"),
    "far": Words("на этот день и рядом с ним значения нет", "there is no value of that day or near it"),
    "few_days": Words("публикации известны меньше чем за четверть дней", "posts are known of less than a quarter of the days"),
    "not_together": Words(
        "дней, известных по всем аккаунтам сразу, меньше половины", "less than half of the days are known of all accounts together"
    ),
    "rejected": Words(
        "остальные строки файла не приняты: почему — на странице импорта",
        "the other rows of the file were not taken: why stands on the import’s page",
    ),
    "partly_given": Words("у остальных публикаций значения нет или оно скрыто", "the other posts have no value or hide it"),
    "left_out": Words("известно слишком мало где, во взаимодействия не входит", "known of too few posts, left out of interactions"),
    "counted_apart": Words("посчитаны другие действия", "other interactions are counted"),
    "in_parts": Words("есть только в разбивке, без итога", "given only broken down, without its total"),
    "growth_alone": Words("загружен прирост по дням, но не само число", "growth by day was imported, the count itself was not"),
    "totals_alone": Words(
        "известны только итоги аккаунта, не сами публикации", "totals of the account alone are known, not its posts"
    ),
    "not_imported": Words("данные не загружены", "not imported"),
    "no_days": Words("неизвестно, в какие дни публикаций не было", "days without posts are not known"),
    "no_posts": Words("публикаций не было", "there were no posts"),
    "no_base": Words("нет знаменателя", "the denominator is missing"),
    "few_months": Words("данные есть не за каждый месяц", "not every month has data"),
    "few_posts": Words("мало публикаций", "few posts"),
    "no_posts_imported": Words("публикации не загружены", "no posts imported"),
    "in_doubt": Words(
        "месяцы без публикаций: пауза или пропуск в файле", "months without a post: silence, or left out of the file"
    ),
    "silences": Words("долгие паузы", "long silences"),
    "months_in_doubt": Words("есть месяцы без публикаций, или в файле их нет", "months without a post, or the file lacks them"),
    "undated": Words("публикации без даты", "posts without a date"),
    "no_data": Words("о периоде ничего не известно", "nothing is known of the period"),
    "": Words("причина неизвестна", "reason unknown"),
}

UNCOMPARED = {
    "nought": Words("прежнее значение — ноль", "the earlier value is zero"),
    "few_days": REASONS["few_days"],
    "few_posts": Words("в одном из периодов мало публикаций", "one of the periods has few posts"),
    "not_together": REASONS["not_together"],
    "unknown": Words("в одном из периодов данных нет", "one of the periods has no data"),
    "coverage": Words("покрытие периодов разное", "the periods are not covered alike"),
    "no_days": REASONS["no_days"],
    "in_doubt": Words(
        "в одном из периодов есть месяцы без публикаций (пауза или пропуск в файле)",
        "one of the periods has months without a post (silent, or left out of the file)",
    ),
    "breakdown": Words("сложены из разных разбивок", "the sums are of different breakdowns"),
    "accounts": Words("нет аккаунтов, по которым данные есть в обоих периодах", "no account has data in both periods"),
    "metric": Words("посчитаны по разным формулам", "counted by different formulas"),
}


EARLIER = {"silent_months": "months_in_doubt"}  # as snapshots of methodologies 16 and 17 may call them


def reason(code: str, language: str) -> str:
    return REASONS.get(EARLIER.get(code, code), REASONS[""]).in_language(language)
