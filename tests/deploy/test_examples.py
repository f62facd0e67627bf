"""The example files of a production install: readable by what reads them, and safe where a slip would be dear."""

from __future__ import annotations

import configparser
import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml

from pipelines.cli.main import app
from pipelines.platform.library_settings import LibrarySettings
from pipelines.platform.settings import PROJECT_ROOT, Settings

DEPLOY = PROJECT_ROOT / "deploy"
UNITS = sorted((DEPLOY / "systemd").glob("*.service"))
TIMERS = sorted((DEPLOY / "systemd").glob("*.timer"))
NGINX, CADDY = DEPLOY / "nginx" / "board-returns.conf", DEPLOY / "caddy" / "Caddyfile"
HEADERS = ("X-Board-Returns-User", "X-Board-Returns-Groups")
#: What every unit has, because each process may hold children's records in its memory.
HARDENED = {
    "NoNewPrivileges": "yes",
    "PrivateUsers": "yes",
    "ProtectSystem": "strict",
    "ProtectHome": "yes",
    "PrivateTmp": "yes",
    "UMask": "0077",
    "User": "board-returns",
    "StateDirectoryMode": "0700",
}


def unit_of(path: Path) -> configparser.ConfigParser:
    """A unit's sections; systemd knows no interpolation, keeps capitals, and lets a key stand twice."""
    unit = configparser.ConfigParser(interpolation=None, strict=False)
    unit.optionxform = str  # type: ignore[assignment,method-assign]
    unit.read_string(path.read_text(encoding="utf-8"))
    return unit


@pytest.mark.parametrize("path", UNITS, ids=lambda path: path.name)
def test_a_service_is_hardened_and_starts_a_command_that_exists(path: Path) -> None:
    service = unit_of(path)["Service"]
    assert {key: service.get(key) for key in HARDENED} == HARDENED
    known = {command.callback.__name__ for command in app.registered_commands if command.callback}
    words = service["ExecStart"].split()
    assert words[0].startswith("/opt/board-returns/.venv/bin/")
    if words[0].endswith("/board-returns"):
        assert words[1] in known


@pytest.mark.parametrize("path", [*UNITS, *TIMERS], ids=lambda path: path.name)
@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd-analyze is not installed.")
def test_systemd_finds_nothing_to_object_to(path: Path) -> None:
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", str(path)], capture_output=True, text=True, check=False, timeout=120
    )
    # The program is not installed where the test runs, nor is the account.
    expected = ("is not executable", "Failed to add dependency", "not found", "Failed to create")
    said = [line for line in (done.stdout + done.stderr).splitlines() if path.stem in line]
    assert [line for line in said if not any(words in line for words in expected)] == []


def test_every_page_listens_on_loopback_and_managers_pages_are_read_only() -> None:
    commands = {path.stem: unit_of(path)["Service"]["ExecStart"] for path in UNITS}
    servers = {name: words for name, words in commands.items() if "dagster-webserver" in words}
    assert servers
    assert all("-h 127.0.0.1 " in words for words in servers.values())
    assert "--read-only" in servers["board-returns-look"]
    assert "--socket /run/board-returns/code.sock" in commands["board-returns-code"]
    workspace = yaml.safe_load((DEPLOY / "dagster" / "workspace.yaml").read_text(encoding="utf-8"))
    assert workspace["load_from"][0]["grpc_server"]["socket"] == "/run/board-returns/code.sock"


def test_every_variable_of_the_environment_file_is_one_that_is_read() -> None:
    lines = (DEPLOY / "systemd" / "board-returns.env").read_text(encoding="utf-8").splitlines()
    named = set(re.findall(r"^#?(BOARD_RETURNS_[A-Z_]+)=", "\n".join(lines), re.MULTILINE))
    known = {f"BOARD_RETURNS_{name.upper()}" for name in Settings.model_fields}
    known |= {f"BOARD_RETURNS_LIBRARY_{name.upper()}" for name in LibrarySettings.model_fields}
    assert named - known == {"BOARD_RETURNS_DAGSTER_POSTGRES_URL"}, "that one is read by Dagster itself"


def test_the_library_believes_the_headers_that_the_proxies_set() -> None:
    lines = (DEPLOY / "systemd" / "board-returns.env").read_text(encoding="utf-8").splitlines()
    given = dict(line.split("=", 1) for line in lines if line.startswith("BOARD_RETURNS_LIBRARY_"))
    named = (given["BOARD_RETURNS_LIBRARY_USER_HEADER"], given["BOARD_RETURNS_LIBRARY_ROLE_HEADER"])
    assert named == HEADERS
    assert all(header in path.read_text(encoding="utf-8") for header in named for path in (NGINX, CADDY))


def test_dagsters_settings_on_postgresql_are_those_of_the_checkout_but_for_the_storage() -> None:
    plain = yaml.safe_load((PROJECT_ROOT / "dagster.yaml").read_text(encoding="utf-8"))
    server = yaml.safe_load((DEPLOY / "dagster" / "dagster-postgres.yaml").read_text(encoding="utf-8"))
    assert server.pop("storage")["postgres"]["postgres_url"] == {"env": "BOARD_RETURNS_DAGSTER_POSTGRES_URL"}
    assert plain.pop("event_log_storage")["class"] == "EventLog"
    assert server == plain


def blocks(text: str, word: str) -> dict[str, str]:
    """The inside of each innermost block that a word begins, by what stands between word and bracket."""
    return {name.strip(): inside for name, inside in re.findall(rf"\b{word} ([^{{}}\n]+){{([^{{}}]*)}}", text)}


def test_nginx_overwrites_the_headers_of_role_and_name_wherever_it_passes_a_request_on() -> None:
    places = blocks(NGINX.read_text(encoding="utf-8"), "location")
    passing = {name: inside for name, inside in places.items() if ":300" in inside}
    assert set(passing) == {"/dagster/", "/look/", "/"}
    for inside in passing.values():
        assert "auth_request /ask/" in inside
        assert all(f"proxy_set_header {header} " in inside for header in HEADERS)


def test_nginx_lets_only_officers_start_runs() -> None:
    places = blocks(NGINX.read_text(encoding="utf-8"), "location")
    assert "auth_request /ask/officers;" in places["/dagster/"]
    assert "allowed_groups=OFFICERS-GROUP-ID;" in places["= /ask/officers"]
    assert all("internal;" in inside for name, inside in places.items() if name.startswith("= /ask/"))


def test_brackets_and_ends_of_lines_of_the_nginx_file_are_in_order() -> None:
    text = re.sub(r"#.*", "", NGINX.read_text(encoding="utf-8"))
    assert text.count("{") == text.count("}")
    assert [line for line in map(str.strip, text.splitlines()) if line and line[-1] not in "{};"] == []


@pytest.mark.skipif(shutil.which("nginx") is None, reason="nginx is not installed.")
def test_nginx_accepts_its_file(tmp_path: Path) -> None:
    text = re.sub(r"\s*ssl_certificate.*", "", NGINX.read_text(encoding="utf-8")).replace("443 ssl", "443")
    text = text.replace("include /etc/nginx/board-returns-secret.conf;", "")
    (tmp_path / "nginx.conf").write_text(f"events {{}}\nhttp {{\n{text}\n}}\n", encoding="utf-8")
    subprocess.run(["nginx", "-t", "-c", str(tmp_path / "nginx.conf"), "-p", str(tmp_path)], check=True, timeout=60)


def test_caddy_takes_the_headers_off_before_anything_else() -> None:
    text = CADDY.read_text(encoding="utf-8")
    for header in HEADERS:
        assert text.index(f"request_header -{header}") < text.index("handle /oauth2/*")
    assert text.count("{") == text.count("}")


@pytest.mark.skipif(shutil.which("caddy") is None, reason="Caddy is not installed.")
def test_caddy_accepts_its_file() -> None:
    words = ["caddy", "adapt", "--adapter", "caddyfile", "--config", str(CADDY)]
    subprocess.run(words, check=True, capture_output=True, timeout=60)


def test_single_sign_on_lets_in_named_groups_only_and_holds_no_secret() -> None:
    settings = tomllib.loads((DEPLOY / "oauth2-proxy" / "oauth2-proxy.cfg").read_text(encoding="utf-8"))
    assert settings["allowed_groups"]
    assert settings["set_xauthrequest"]
    assert settings["cookie_secure"]
    assert not {"client_secret", "cookie_secret"} & set(settings)


def test_the_container_is_not_root_and_installs_what_is_locked_only() -> None:
    text = (DEPLOY / "container" / "Containerfile").read_text(encoding="utf-8")
    users = re.findall(r"^USER (\S+)$", text, re.MULTILINE)
    assert users[-1:] == ["10001:10001"]
    installs = [line for line in text.splitlines() if "pip install" in line]
    assert installs
    assert all("--no-deps" in line for line in installs)
    assert "--require-hashes" in installs[0]
    copied = re.findall(r"^COPY (?!--from)(.+) \S+$", text, re.MULTILINE)
    assert [name for line in copied for name in line.split() if not (PROJECT_ROOT / name).exists()] == []


def test_containers_reach_the_proxy_through_loopback_only_and_have_no_powers() -> None:
    services = yaml.safe_load((DEPLOY / "container" / "compose.yaml").read_text(encoding="utf-8"))["services"]
    ports = [port for service in services.values() for port in service.get("ports", [])]
    assert ports
    assert all(port.startswith("127.0.0.1:") for port in ports)
    assert all(service["cap_drop"] == ["ALL"] and service["read_only"] for service in services.values())
