"""The names under which exports in Spanish, Portuguese, French, Turkish and Ukrainian give fields of posts.

Each is one by which published programs read such exports; any other heading is asked about.
"""

from collections.abc import Mapping

POST = {
    "key": "identificador de la publicación|identificação do post|id de la publication|gönderi kodu|id допису",
    "permalink": "enlace permanente|enlace|link permanente|permalien|lien permanent|lien|sabit bağlantı|постійне посилання",
    "published_at": "hora de publicación|fecha de publicación|fecha|horário de publicação|data de publicação|"
    "heure de publication|date de publication|yayınlanma zamanı|tarih|час публікації",
    "format": "tipo de publicación|tipo de post|gönderi türü|тип допису",
    "title": "título|titre",
    "text": "texto|descripción|descrição|legenda|texte|légende|açıklama|опис",
    "duration": "duración|duración (segundos)|duração|duração (s)|süre (sn)",
    "views": "visualizaciones|reproducciones|visualizações|vues|перегляди",
    "impressions": "impresiones|impressões|gösterimler",
    "reach": "alcance|couverture|portée|erişim|охоплення",
    "likes": "me gusta|reacciones|curtidas|reações|mentions j’aime|mentions j'aime|j’aime|j'aime|réactions|İfadeler|вподобання",
    "comments": "comentarios|comentários|commentaires|yorumlar|коментарі",
    "shares": "veces que se compartió|veces que se ha compartido|compartidos|compartilhamentos|partages|paylaşımlar|поширення",
    "saves": "veces que se guardó|veces guardado|salvamentos|enregistrements|збереження",
}


def with_other_languages(columns: Mapping[str, str]) -> dict[str, str]:
    """The columns with these names after their own."""
    return {field: "|".join(filter(None, [names, POST.get(field)])) for field, names in columns.items()}
