"""The names under which exports in Spanish, Portuguese, German, French, Turkish and Ukrainian give fields of posts."""

from collections.abc import Mapping

POST = {
    "key": "identificador de la publicación|identificação do post|beitrags-id|identifiant de la publication|gönderi kimliği",
    "permalink": "enlace permanente|enlace|enlace de la publicación|link permanente|permalien|lien|kalıcı bağlantı|bağlantı|"
    "постійне посилання|посилання",
    "published_at": "hora de publicación|fecha de publicación|fecha|horário de publicação|data de publicação|"
    "veröffentlichungszeitpunkt|veröffentlichungsdatum|datum|heure de publication|date de publication|yayınlanma zamanı|"
    "yayınlanma tarihi|tarih|час публікації|дата публікації",
    "format": "tipo de publicación|tipo de post|tipo de publicação|beitragsart|beitragstyp|type de publication|gönderi türü|"
    "тип публікації|тип допису",
    "title": "título|titel|titre|başlık|назва",
    "text": "texto|descripción|descrição|legenda|beschreibung|texte|légende|açıklama|metin|опис|підпис",
    "duration": "duración|duração|dauer|durée|süre|тривалість",
    "views": "visualizaciones|reproducciones|visualizações|aufrufe|vues|görüntülemeler|görüntülenme|перегляди",
    "impressions": "impresiones|impressões|impressionen|gösterimler|покази",
    "reach": "alcance|reichweite|couverture|portée|erişim|охоплення",
    "likes": "me gusta|reacciones|curtidas|reações|gefällt mir|„gefällt mir“-angaben|reaktionen|mentions j’aime|mentions j'aime|"
    "j’aime|j'aime|réactions|beğeniler|вподобання|реакції",
    "comments": "comentarios|comentários|kommentare|commentaires|yorumlar|коментарі",
    "shares": "veces que se compartió|compartidos|compartilhamentos|geteilte inhalte|partages|paylaşımlar|поширення",
    "saves": "veces que se guardó|guardados|salvamentos|gespeicherte inhalte|enregistrements|kaydetmeler|збереження",
}


def with_other_languages(columns: Mapping[str, str]) -> dict[str, str]:
    """The columns with these names after their own."""
    return {field: "|".join(filter(None, [names, POST.get(field)])) for field, names in columns.items()}
