"""What services of web analytics call a source of traffic, in Russian and in English."""

from smmstrategy.words import Words

CALLED_BY_ANALYTICS = (  # Metrika, then Google Analytics; of two translations the first is said
    Words("Прямые заходы", "Direct traffic"),
    Words("Поисковые системы", "Search engines"),
    Words("Переходы из поисковых систем", "Search engine traffic"),
    Words("Ссылки на сайтах", "Links on websites"),
    Words("Переходы по ссылкам на сайтах", "Link traffic"),
    Words("Социальные сети", "Social networks"),
    Words("Переходы из социальных сетей", "Social network traffic"),
    Words("Реклама", "Advertising"),
    Words("Переходы по рекламе", "Ad traffic"),
    Words("Внутренние переходы", "Internal traffic"),
    Words("Переходы из рекомендательных систем", "Recommendation system traffic"),
    Words("Переходы с почтовых рассылок", "Mailing traffic"),
    Words("Переходы из мессенджеров", "Messenger traffic"),
    Words("Переходы с сохранённых страниц", "Cached page traffic"),
    Words("Переходы по QR-кодам", "QR code traffic"),
    Words("Прямые заходы", "Direct"),
    Words("Бесплатный поиск", "Organic Search"),
    Words("Платный поиск", "Paid Search"),
    Words("Площадки без рекламы", "Organic Social"),
    Words("Реклама на площадках", "Paid Social"),
    Words("Видео без рекламы", "Organic Video"),
    Words("Реклама в видео", "Paid Video"),
    Words("Переходы с других сайтов", "Referral"),
    Words("Медийная реклама", "Display"),
    Words("Почтовые рассылки", "Email"),
    Words("Канал не определён", "Unassigned"),
)
