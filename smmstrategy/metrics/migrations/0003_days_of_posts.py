"""Lets a delivery say of which days it knows the posts; for those there are, as far as their posts still tell."""

from django.db import migrations, models

FILL = """
SELECT set_config('smm.scope', 'system', true);
UPDATE metrics_collection c SET posts_from = date_trunc('month', first)::date,
  posts_until = greatest(last::date, least((date_trunc('month', last) + interval '1 month - 1 day')::date,
    (collected_at AT TIME ZONE time_zone)::date))
FROM (SELECT p.account_id, p.imported_in_id, k.time_zone, min(p.published_at AT TIME ZONE k.time_zone) AS first,
    max(p.published_at AT TIME ZONE k.time_zone) AS last
  FROM metrics_post p JOIN clients_client k ON k.id = p.client_id WHERE p.published_at IS NOT NULL GROUP BY 1, 2, 3) p
WHERE c.account_id = p.account_id AND c.imported_in_id IS NOT DISTINCT FROM p.imported_in_id
"""


class Migration(migrations.Migration):
    dependencies = [("metrics", "0002_room_for_corrections")]
    operations = [
        migrations.AddField(
            model_name="collection",
            name="posts_from",
            field=models.DateField(help_text="empty when the delivery had no dated posts", null=True),
        ),
        migrations.AddField(model_name="collection", name="posts_until", field=models.DateField(null=True)),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
    ]
