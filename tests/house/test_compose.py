"""docker-compose.yml, .env.example and settings agree; there is no engine here to run it, so this is how it is checked."""

import re

import pytest
import yaml

from tests.house.code import PROJECT

COMPOSE = yaml.safe_load((PROJECT / "docker-compose.yml").read_text())
SERVICES = COMPOSE["services"]
OURS = ("migrate", "web", "worker", "beat")
VARIABLE = re.compile(r"\$\{(\w+)(:\?[^}]*|:-[^}]*)?\}")


def settings_read():
    """Names of the environment that settings ask for."""
    text = (PROJECT / "smmstrategy/settings.py").read_text()
    named = re.findall(r'env(?:\.\w+)?\(\s*"(\w+)"', text)
    assert {"SECRET_KEY", "DATABASE_URL", "REDIS_URL", "ALLOWED_HOSTS"} < set(named)
    return set(named)


def documented():
    return set(re.findall(r"^#?([A-Z_]+)=", (PROJECT / ".env.example").read_text(), re.MULTILINE))


def required():
    return {name for name, rest in VARIABLE.findall((PROJECT / "docker-compose.yml").read_text()) if rest.startswith(":?")}


def test_the_system_is_whole():
    assert list(SERVICES) == ["postgres", "redis", *OURS]
    assert set(COMPOSE["volumes"]) == {"database", "files"}


def test_every_service_that_stays_has_a_health_check_and_comes_back():
    lasting = {name: service for name, service in SERVICES.items() if name != "migrate"}
    assert [name for name, service in lasting.items() if not service.get("healthcheck")] == []
    assert {service["restart"] for service in lasting.values()} == {"unless-stopped"}


@pytest.mark.parametrize("name", OURS)
def test_our_services_set_only_what_settings_know(name):
    assert set(SERVICES[name]["environment"]) <= settings_read()
    assert {"SECRET_KEY", "DATABASE_URL", "REDIS_URL", "ALLOWED_HOSTS", "MEDIA_ROOT"} <= set(SERVICES[name]["environment"])


def test_everything_that_can_be_set_is_documented():
    used = {name for name, _rest in VARIABLE.findall((PROJECT / "docker-compose.yml").read_text())}
    assert settings_read() | used <= documented()


def test_secrets_have_no_default_and_no_value_in_the_file():
    assert required() == {
        *("SECRET_KEY", "POSTGRES_PASSWORD", "OWNER_PASSWORD", "WEB_PASSWORD", "REDIS_PASSWORD"),
        *("HOST", "EMAIL_URL", "DEFAULT_FROM_EMAIL"),
    }
    assert re.findall(r"(?:PASSWORD|SECRET_KEY|AUTH)\w*: (?!\$\{)\S+", (PROJECT / "docker-compose.yml").read_text()) == []


def test_only_the_migration_signs_in_as_the_owner_of_the_tables():
    users = {name: re.match(r"postgres://(\w+):", SERVICES[name]["environment"]["DATABASE_URL"])[1] for name in OURS}
    assert users == {"migrate": "smm_owner", "web": "smm_web", "worker": "smm_web", "beat": "smm_web"}


def test_addresses_name_services_and_the_database_that_the_roles_file_makes():
    roles = (PROJECT / "smmstrategy/local/roles.sql").read_text()
    assert "CREATE DATABASE smmstrategy OWNER smm_owner" in roles
    environment = SERVICES["web"]["environment"]
    assert environment["DATABASE_URL"].endswith("@postgres:5432/smmstrategy")
    assert environment["REDIS_URL"].endswith("@redis:6379/0")


def test_the_published_port_is_the_one_the_image_listens_on():
    image = (PROJECT / "Dockerfile").read_text()
    assert SERVICES["web"]["ports"] == ["127.0.0.1:${PORT:-8000}:8000"]
    assert "EXPOSE 8000" in image
    assert '"0.0.0.0:8000"' in image


def test_the_roles_file_gets_the_passwords_it_asks_for():
    asked = set(re.findall(r"\\getenv \w+ (\w+)", (PROJECT / "smmstrategy/local/roles.sql").read_text()))
    assert asked <= set(SERVICES["postgres"]["environment"])
    assert "./smmstrategy/local/roles.sql:/docker-entrypoint-initdb.d/roles.sql:ro" in SERVICES["postgres"]["volumes"]


def test_data_outlives_containers():
    assert "database:/var/lib/postgresql" in SERVICES["postgres"]["volumes"]
    assert "volumes" not in SERVICES["redis"]
    assert "--appendonly no --save ''" in SERVICES["redis"]["command"][-1]
    assert all("files:/srv/files" in SERVICES[name]["volumes"] for name in OURS)
    assert SERVICES["web"]["environment"]["MEDIA_ROOT"] == "/srv/files"
