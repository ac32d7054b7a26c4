"""The chain is kept by the database: it numbers every entry, and its hash covers the hash of the one before."""

from django.db import migrations

CHAIN = """
CREATE FUNCTION ledger_hash(e ledger_entry) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(convert_to(jsonb_build_object(
    'client', e.client_id, 'number', e.number, 'actor', e.actor_id, 'verb', e.verb, 'kind', e.object_kind, 'object', e.object_id,
    'before', e.before, 'after', e.after, 'reason', e.reason, 'at', extract(epoch FROM e.at)::numeric, 'previous', e.previous_hash
  )::text, 'UTF8')), 'hex') $$;

CREATE FUNCTION ledger_chain() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE last ledger_entry;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('ledger'), coalesce(NEW.client_id, 0)::int);
  SELECT * INTO last FROM ledger_entry WHERE client_id IS NOT DISTINCT FROM NEW.client_id ORDER BY number DESC LIMIT 1;
  NEW.number := coalesce(last.number, 0) + 1;
  NEW.previous_hash := coalesce(last.hash, '');
  NEW.at := clock_timestamp();
  NEW.hash := ledger_hash(NEW);
  RETURN NEW;
END $$;

CREATE TRIGGER ledger_chain BEFORE INSERT ON ledger_entry FOR EACH ROW EXECUTE FUNCTION ledger_chain();
"""
UNCHAIN = "DROP TRIGGER ledger_chain ON ledger_entry; DROP FUNCTION ledger_chain; DROP FUNCTION ledger_hash"


class Migration(migrations.Migration):
    dependencies = [("ledger", "0001_initial")]
    operations = [migrations.RunSQL(CHAIN, UNCHAIN)]
