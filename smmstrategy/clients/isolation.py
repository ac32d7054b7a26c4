"""The second wall: row-level security, composite keys and grants, derived from the models after every migration.

A request or a job opens a `scope`. Inside it the connection has the rights of `smm_app`, a role that owns nothing, and
sees only the clients of that scope. The web's own login inherits no rights, so a query outside any scope is refused.

A model takes part as soon as it has a `client` field. It may say more:
`seen_by_client`: an SQL condition under which a user with the role «client» sees the row (without it: never);
`policy`: an SQL condition that also lets a row be read, whoever the user's clients are;
`written_by_owners`: only the agency's owners and commands add, change or delete rows;
`inserted_by_client`: that user may also add rows (a download's trace) for which `policy` holds, so in nobody else's name;
`append_only`: rows are never changed or deleted, by anyone;
`read_by_functions`: functions of the tables' owner read it for everybody, so its policies do not bind that owner.

People see those they work with: staff everybody who has or had a role at their clients or in the whole agency (their names
stand beside what they did), a client's person only themselves. Owners and commands let people in, and give and end roles. A row
of a user is changed by that user or while signing in, and only the columns `User.changed_by_oneself`; nobody deletes one.

What people sign in with is open while somebody signs in (the scope ""): sessions only then (`sessions.py`), second factors
(by their policy) and the hash of a password (through `smm_password`) afterwards to that user alone. No job and no command
reads any of it.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.apps import apps
from django.db import connection, models, transaction

APP_ROLE = "smm_app"

FUNCTIONS = """
DO $$ BEGIN
  IF to_regrole('smm_app') IS NULL THEN CREATE ROLE smm_app NOLOGIN; END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
DO $$ BEGIN
  IF NOT pg_has_role(current_user, 'smm_app', 'SET') THEN EXECUTE format('GRANT smm_app TO %I WITH SET TRUE', current_user); END IF;
END $$;
CREATE OR REPLACE FUNCTION smm_user() RETURNS bigint LANGUAGE sql STABLE AS
$$ SELECT CASE WHEN s LIKE 'user:%' THEN split_part(s, ':', 2)::bigint END FROM current_setting('smm.scope', true) s $$;
CREATE OR REPLACE FUNCTION smm_everywhere(roles text[]) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT current_setting('smm.scope', true) = 'system' OR EXISTS (
     SELECT FROM clients_membership m JOIN clients_user u ON u.id = m.user_id
     WHERE m.user_id = smm_user() AND u.is_active AND m.client_id IS NULL AND m.ended_at IS NULL AND m.role = ANY (roles)) $$;
CREATE OR REPLACE FUNCTION smm_clients(roles text[]) RETURNS bigint[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT CASE WHEN s LIKE 'client:%' THEN ARRAY[split_part(s, ':', 2)::bigint]
     ELSE ARRAY(SELECT m.client_id FROM clients_membership m JOIN clients_user u ON u.id = m.user_id
       WHERE m.user_id = smm_user() AND u.is_active AND m.client_id IS NOT NULL AND m.ended_at IS NULL
         AND m.role = ANY (roles)) END
   FROM current_setting('smm.scope', true) s $$;
CREATE OR REPLACE FUNCTION smm_colleagues(roles text[]) RETURNS bigint[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT ARRAY(SELECT m.user_id FROM clients_membership m, smm_clients(roles) mine
     WHERE m.client_id = ANY (mine) OR m.client_id IS NULL AND cardinality(mine) > 0) $$;
CREATE OR REPLACE FUNCTION smm_refuse() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '%: % refused by %', TG_TABLE_NAME, TG_OP, TG_NAME USING ERRCODE = 'insufficient_privilege'; END $$;
"""
REFERENCES = """
CREATE OR REPLACE FUNCTION smm_refers() RETURNS trigger LANGUAGE plpgsql AS $$ DECLARE stray boolean; BEGIN
  FOR n IN 0 .. TG_NARGS - 1 BY 2 LOOP
    EXECUTE format('SELECT EXISTS (SELECT FROM (SELECT DISTINCT client_id, %1$I AS id FROM written WHERE %1$I IS NOT NULL) w
      WHERE NOT EXISTS (SELECT FROM %2$I t WHERE t.client_id = w.client_id AND t.id = w.id))', TG_ARGV[n], TG_ARGV[n + 1])
      INTO stray;
    IF stray THEN RAISE foreign_key_violation
      USING MESSAGE = format('%s.%s points at no row of %s of the same client', TG_RELID::regclass, TG_ARGV[n], TG_ARGV[n + 1]);
    END IF;
  END LOOP;
  RETURN NULL; END $$;
CREATE OR REPLACE FUNCTION smm_is_referred_to() RETURNS trigger LANGUAGE plpgsql AS $$ DECLARE held boolean; BEGIN
  EXECUTE format('SELECT EXISTS (SELECT FROM gone g JOIN %2$I r ON r.client_id = g.client_id AND r.%1$I = g.id)',
    TG_ARGV[0], TG_ARGV[1]) INTO held;
  IF held THEN RAISE foreign_key_violation
    USING MESSAGE = format('%s.%s still points at a deleted row of %s', TG_ARGV[1], TG_ARGV[0], TG_RELID::regclass);
  END IF;
  RETURN NULL; END $$;
CREATE OR REPLACE FUNCTION smm_stays() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  RAISE foreign_key_violation USING MESSAGE = format('a row of %s keeps its id and its client', TG_RELID::regclass); END $$;
"""
SIGNING_IN = """
CREATE OR REPLACE FUNCTION smm_signs_in(who bigint) RETURNS boolean LANGUAGE sql STABLE AS
$$ SELECT coalesce(current_setting('smm.scope', true), '') IN ('', 'user:' || who) $$;
CREATE OR REPLACE FUNCTION smm_password(who bigint) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT CASE WHEN smm_signs_in(who) THEN password WHEN password LIKE '!%' THEN '!' END FROM clients_user WHERE id = who $$;
"""
SIGNED_IN_WITH = {"django_session": "NULL", "mfa_authenticator": "user_id"}  # whose a row is; a session is nobody's
ENTER = "SELECT set_config('role', %s, true), set_config('smm.scope', %s, true)"
# What there was before is read before it is changed: a subquery with an OFFSET is a step of its own.
NARROW = """SELECT role, who, set_config('role', %s, true), set_config('smm.scope', %s, true)
FROM (SELECT current_setting('role') AS role, coalesce(current_setting('smm.scope', true), '') AS who OFFSET 0) AS before"""
OWNER_ROLES = "'{owner}'"
STAFF_ROLES = "'{owner,manager,strategist}'"
CLIENT_ROLES = "'{client}'"


@contextmanager
def scope(who: str) -> Iterator[None]:
    """A transaction in which the database shows only what `who` may see.

    `who` is "user:ID", "client:ID" (a job of that client), "system" (management commands, the sweeper) or "" (nobody yet).
    """
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(NARROW, [APP_ROLE, who])
        *before, _role, _who = cursor.fetchone()
        yield  # after an exception the rollback gives both back
        if not connection.needs_rollback:
            cursor.execute(ENTER, before)


def enter(who: str) -> None:
    """Narrow the open transaction to `who`, until it ends or the `scope` around it does."""
    with connection.cursor() as cursor:
        cursor.execute(ENTER, [APP_ROLE, who])


def isolated_models() -> list[type[models.Model]]:
    """Every model whose rows belong to a client, Client itself included."""
    return [m for m in apps.get_models() if m._meta.managed and (_has_client(m) or hasattr(m, "own_column"))]


def fortify(**_signal) -> None:
    """Bring functions, grants, policies and composite keys in step with the models; safe to run any number of times."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('smm fortify'))")
        cursor.execute(FUNCTIONS + REFERENCES)
        cursor.execute("GRANT USAGE ON SCHEMA public TO smm_app; GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO smm_app")
        cursor.execute("GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO smm_app")
        for model in isolated_models():
            for statement in _policy(model) + _composite_keys(model):
                cursor.execute(statement)
        for statement in _signing_in() + _people():
            cursor.execute(statement)
        for model in apps.get_models():
            if getattr(model, "append_only", False):
                cursor.execute(f"REVOKE UPDATE, DELETE ON {_table(model)} FROM smm_app")
                cursor.execute(
                    f"CREATE OR REPLACE TRIGGER smm_append_only BEFORE UPDATE OR DELETE ON {_table(model)} "
                    "FOR EACH ROW EXECUTE FUNCTION smm_refuse()"
                )


def _has_client(model: type[models.Model]) -> bool:
    return any(f.name == "client" and f.is_relation for f in model._meta.local_fields)


def _table(model: type[models.Model]) -> str:
    return connection.ops.quote_name(model._meta.db_table)


def _policy(model: type[models.Model]) -> list[str]:
    table, column = _table(model), getattr(model, "own_column", "client_id")
    staff = f"(SELECT smm_everywhere({STAFF_ROLES})) OR {column} = ANY ((SELECT smm_clients({STAFF_ROLES}))::bigint[])"
    reads = [staff]
    if condition := getattr(model, "seen_by_client", None):
        reads.append(f"({column} = ANY ((SELECT smm_clients({CLIENT_ROLES}))::bigint[]) AND ({condition}))")
    if condition := getattr(model, "policy", None):
        reads.append(condition)
    writes = f"(SELECT smm_everywhere({OWNER_ROLES}))" if getattr(model, "written_by_owners", False) else staff
    inserts = [writes]
    if getattr(model, "inserted_by_client", False):
        inserts.append(f"{column} = ANY ((SELECT smm_clients({CLIENT_ROLES}))::bigint[]) AND {model.policy}")
    force = "NO FORCE" if getattr(model, "read_by_functions", False) else "FORCE"
    return [
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
        f"ALTER TABLE {table} {force} ROW LEVEL SECURITY",
        f"DROP POLICY IF EXISTS smm_read ON {table}",
        f"CREATE POLICY smm_read ON {table} FOR SELECT USING ({' OR '.join(reads)})",
        f"DROP POLICY IF EXISTS smm_insert ON {table}",
        f"CREATE POLICY smm_insert ON {table} FOR INSERT WITH CHECK ({' OR '.join(inserts)})",
        f"DROP POLICY IF EXISTS smm_update ON {table}",
        f"CREATE POLICY smm_update ON {table} FOR UPDATE USING ({writes}) WITH CHECK ({writes})",
        f"DROP POLICY IF EXISTS smm_delete ON {table}",
        f"CREATE POLICY smm_delete ON {table} FOR DELETE USING ({writes})",
    ]


def _signing_in() -> list[str]:
    statements = [SIGNING_IN]
    for table, whose in SIGNED_IN_WITH.items():
        statements += [
            f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
            f"DROP POLICY IF EXISTS smm_signing_in ON {table}",
            f"CREATE POLICY smm_signing_in ON {table} USING (smm_signs_in({whose}))",
        ]
    return statements


def _people() -> list[str]:
    user = apps.get_model("clients", "User")
    readable = ", ".join(f.column for f in user._meta.local_fields if f.column != "password")
    colleague = f"id = ANY ((SELECT smm_colleagues({STAFF_ROLES}))::bigint[])"
    return [
        "REVOKE SELECT, UPDATE, DELETE ON clients_user FROM smm_app",
        f"GRANT SELECT ({readable}), UPDATE ({', '.join(user.changed_by_oneself)}) ON clients_user TO smm_app",
        "ALTER TABLE clients_user ENABLE ROW LEVEL SECURITY",
        "DROP POLICY IF EXISTS smm_read ON clients_user",
        "CREATE POLICY smm_read ON clients_user FOR SELECT "
        f"USING (smm_signs_in(id) OR (SELECT smm_everywhere({STAFF_ROLES})) OR {colleague})",
        "DROP POLICY IF EXISTS smm_insert ON clients_user",
        f"CREATE POLICY smm_insert ON clients_user FOR INSERT WITH CHECK (smm_everywhere({OWNER_ROLES}))",
        "DROP POLICY IF EXISTS smm_update ON clients_user",
        "CREATE POLICY smm_update ON clients_user FOR UPDATE USING (smm_signs_in(id))",
    ]


def _references(model: type[models.Model]) -> list[models.ForeignKey]:
    """The fields by which a client's row points at another row of that client."""
    fields = [f for f in model._meta.local_fields if f.is_relation and isinstance(f.related_model, type)]
    return [f for f in fields if _has_client(model) and _has_client(f.related_model)]


def _composite_keys(model: type[models.Model]) -> list[str]:
    """A row of one client can never point at a row of another: (client_id, x_id) refers to (client_id, id)."""
    if getattr(model, "written_in_bulk", False):
        return _checked_references(model)
    statements = []
    for field in _references(model):
        target = field.related_model
        unique, key = f"{target._meta.db_table}_of_client", f"{model._meta.db_table}_{field.column}_of_client"
        action = {models.CASCADE: "CASCADE"}.get(field.remote_field.on_delete, "NO ACTION")
        statements += [
            _unless_there(unique, f"ALTER TABLE {_table(target)} ADD CONSTRAINT {unique} UNIQUE (client_id, id)"),
            _unless_there(
                key,
                f"ALTER TABLE {_table(model)} ADD CONSTRAINT {key} FOREIGN KEY (client_id, {field.column}) "
                f"REFERENCES {_table(target)} (client_id, id) ON DELETE {action} DEFERRABLE INITIALLY DEFERRED",
            ),
        ]
    return statements


def _checked_references(model: type[models.Model]) -> list[str]:
    """The composite keys of a model `written_in_bulk`: both ends are watched, with one query for each statement."""
    table, name = _table(model), model._meta.db_table
    columns = ", ".join(f"'{f.column}', '{f.related_model._meta.db_table}'" for f in _references(model))
    check = f"REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION smm_refers({columns})"
    statements = [f"CREATE OR REPLACE TRIGGER smm_refers_{on} AFTER {on} ON {table} {check}" for on in ("insert", "update")]
    for field in _references(model):
        target = _table(field.related_model)
        statements += [
            f"CREATE OR REPLACE TRIGGER {name}_{field.column} AFTER DELETE ON {target} REFERENCING OLD TABLE AS gone "
            f"FOR EACH STATEMENT EXECUTE FUNCTION smm_is_referred_to('{field.column}', '{name}')",
            f"CREATE OR REPLACE TRIGGER smm_stays BEFORE UPDATE OF id, client_id ON {target} FOR EACH ROW "
            "WHEN ((OLD.id, OLD.client_id) IS DISTINCT FROM (NEW.id, NEW.client_id)) EXECUTE FUNCTION smm_stays()",
        ]
    return statements


def _unless_there(constraint: str, statement: str) -> str:
    return f"DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_constraint WHERE conname = '{constraint}') THEN {statement}; END IF; END $$"
