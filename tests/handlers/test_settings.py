"""Config faults name the key, the value, what is expected and the nearest known key, all in one go."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import SecretStr

from handlers.settings import ConfigFault, Settings, load

TOKEN = "123456:" + "A" * 35


def test_no_file_is_needed() -> None:
    settings = load(None, {})
    assert settings.telegram.token is None and settings.default_language == "en"


def test_the_example_is_valid_and_holds_the_defaults() -> None:
    assert load(Path(__file__).parent.parent.parent / "config.example.yaml", {}) == load(None, {})


def test_all_faults_at_once(tmp_path: Path) -> None:
    path = tmp_path / "config.yaml"
    path.write_text("default_langage: ru\ndefault_language: fr\ntimezone: Asia/Aqtaw\ntelegram: {tokn: x}\n", encoding="utf-8")
    with pytest.raises(ConfigFault) as fault:
        load(path, {"TYRNA_DATADIR": "x"})
    said = str(fault.value)
    assert "default_langage: there is no such key; the nearest known key is default_language" in said
    assert "default_language: found 'fr'" in said
    assert "Asia/Aqtau" in said
    assert "telegram.tokn" in said and "telegram.token" in said
    assert "TYRNA_DATADIR: there is no such variable; the nearest known is TYRNA_DATA_DIR" in said


def test_a_secret_is_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TYRNA_TELEGRAM__TOKEN", TOKEN)
    assert TOKEN not in repr(load())
    monkeypatch.setenv("TYRNA_TELEGRAM__TOKEN", "987654:too-short-secret")
    with pytest.raises(ConfigFault) as fault:
        load()
    assert "too-short-secret" not in str(fault.value) and "BotFather" in str(fault.value)


SECRET_URL = "postgresql://tyrna:geheim@db/tyrna"


@pytest.mark.parametrize(
    "written",
    [
        f"state: {SECRET_URL}",
        f"state: {{url {SECRET_URL}}}",
        f"state: {{url: [{SECRET_URL}]}}",
        f'state:\n  url: "{SECRET_URL}\n',
        f"state:\n  url: %{SECRET_URL}",
        f"health: {SECRET_URL}",
        "webhook: geheimgeheimgeheimgeheimgeheimgeheim",
        "webhook: {geheimgeheimgeheimgeheimgeheimgeheim}",
        "webhook: {secret: [geheimgeheimgeheimgeheimgeheimgeheim]}",
        "webhook:\n  secret: geheim: geheimgeheimgeheimgeheimgeheim",
        "telegram: {token: 123456:geheimAAAABBBBBBBBBBCCCCCCCCCCDDDDD, mode polling}\n  x: [",
        "telegram: 123456:geheimAAAABBBBBBBBBBCCCCCCCCCCDDDDD",
    ],
)
def test_no_secret_is_shown_wherever_it_stands(tmp_path: Path, written: str) -> None:
    path = tmp_path / "config.yaml"
    path.write_text(written, encoding="utf-8")
    with pytest.raises(ConfigFault) as fault:
        load(path, {})
    assert "geheim" not in str(fault.value)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b'state:\n  url: "x\n', "not valid YAML at line 2, column 8 to line 3, column 1: look for a quote"),
        (b"state: 2025-13-45\n", "not valid YAML"),
        ("timezone: Asia/Aqtau".encode("utf-16"), "not in UTF-8"),
        (b"- a\n", "expected keys with values, found list"),
        (b"1: x\n", "1: there is no such key"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_line(tmp_path: Path, content: bytes, says: str) -> None:
    path = tmp_path / "config.yaml"
    path.write_bytes(content)
    with pytest.raises(ConfigFault) as fault:
        load(path, {})
    assert says in str(fault.value) and "\n" not in str(fault.value)


def test_a_section_in_one_variable_is_json(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TYRNA_STATE", SECRET_URL)
    with pytest.raises(ConfigFault) as fault:
        load()
    assert "TYRNA_STATE: expected a JSON object" in str(fault.value) and "TYRNA_STATE__URL" in str(fault.value) and "geheim" not in str(fault.value)
    monkeypatch.setenv("TYRNA_STATE", '{"url": "sqlite:///x"}')
    assert load().state.url == "sqlite:///x"


def test_environment_wins_over_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "config.yaml"
    path.write_text("default_language: ru\n", encoding="utf-8")
    monkeypatch.setenv("TYRNA_DEFAULT_LANGUAGE", "kk")
    assert load(path).default_language == "kk"


def test_a_contact_needs_a_way_to_be_reached(monkeypatch: pytest.MonkeyPatch) -> None:
    for code in ("KK", "RU", "EN"):
        monkeypatch.setenv(f"TYRNA_CONTACT__NAME__{code}", "Desk")
    with pytest.raises(ConfigFault, match=r"contact: .*a contact needs a link \(https://t.me/…\) or a phone"):
        load()
    monkeypatch.setenv("TYRNA_CONTACT__PHONE", "+7 700")
    settings = load()
    assert settings.contact and settings.contact.name.get("kk") == "Desk"


def test_owners_are_people(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TYRNA_STAFF__OWNERS", "[1,2]")
    assert load().staff.owners == (1, 2)
    for written, owners in (("1,2", (1, 2)), ("123", (123,)), ("", ())):
        monkeypatch.setenv("TYRNA_STAFF__OWNERS", written)
        assert load().staff.owners == owners
    monkeypatch.setenv("TYRNA_STAFF__OWNERS", "@me")
    with pytest.raises(ConfigFault, match=r"staff\.owners\.0: found '@me': Input should be a valid integer"):
        load()
    for wrong in ("-100123", "0", "1087968824", "136817688", "777000"):
        monkeypatch.setenv("TYRNA_STAFF__OWNERS", f"[1,{wrong}]")
        with pytest.raises(ConfigFault, match=rf"staff.owners: .*numeric ids of people.*; {wrong} is none"):
            load()


WEBHOOK = {"TYRNA_TELEGRAM__MODE": "webhook", "TYRNA_WEBHOOK__URL": "https://bot.example.kz/updates", "TYRNA_WEBHOOK__SECRET": "s" * 32}


def loaded(monkeypatch: pytest.MonkeyPatch, environment: dict[str, str]) -> Settings:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    return load(None, environment)


def test_a_webhook_with_all_it_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = loaded(monkeypatch, WEBHOOK)
    assert settings.webhook.secret and settings.webhook.secret.get_secret_value() == "s" * 32
    assert "ssss" not in repr(settings)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"TYRNA_WEBHOOK__URL": ""}, "webhook.url: telegram.mode is webhook"),
        ({"TYRNA_WEBHOOK__SECRET": ""}, "webhook.secret: telegram.mode is webhook"),
        ({"TYRNA_WEBHOOK__URL": "http://bot.example.kz"}, "webhook.url: found 'http://bot.example.kz'"),
        ({"TYRNA_WEBHOOK__URL": f"https://bot.example.kz/{TOKEN}"}, "must not hold the token"),
        ({"TYRNA_WEBHOOK__SECRET": "short-and-secret"}, "openssl rand -hex 32"),
        ({"TYRNA_WEBHOOK__SECRET": "қ" * 40}, "openssl rand -hex 32"),
        ({"TYRNA_WEBHOOK__LISTEN": "8080"}, "webhook.listen: found '8080'"),
        ({"TYRNA_WEBHOOK__LISTEN": "127.0.0.1:65536"}, "webhook.listen: found '127.0.0.1:65536': expected a port up to 65535"),
        ({"TYRNA_HEALTH__LISTEN": "localhost"}, "health.listen: found 'localhost'"),
        ({"TYRNA_HEALTH__LISTEN": "127.0.0.1:99999"}, "health.listen: found '127.0.0.1:99999': expected a port up to 65535"),
    ],
)
def test_faults_of_a_webhook_are_named_and_no_secret_is(monkeypatch: pytest.MonkeyPatch, change: dict[str, str], says: str) -> None:
    with pytest.raises(ConfigFault) as fault:
        loaded(monkeypatch, WEBHOOK | change)
    said = str(fault.value)
    assert says in said and said.count("\n") == 0
    assert not any(secret in said for secret in (TOKEN, "short-and-secret", "ssss", "ққққ"))


def test_secrets_come_as_credentials(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "telegram.token").write_text(TOKEN + "\n", encoding="utf-8")
    (tmp_path / "webhook.secret").write_text("c" * 40, encoding="utf-8")
    (tmp_path / "other").write_text("x", encoding="utf-8")
    settings = load(None, {"CREDENTIALS_DIRECTORY": str(tmp_path)})
    assert settings.telegram.token and settings.telegram.token.get_secret_value() == TOKEN
    assert settings.webhook.secret and settings.webhook.secret.get_secret_value() == "c" * 40
    config = tmp_path / "config.yaml"
    config.write_text("telegram: x", encoding="utf-8")
    with pytest.raises(ConfigFault, match=r"telegram: found \(secret\)"):
        load(config, {"CREDENTIALS_DIRECTORY": str(tmp_path)})
    config.write_text("telegram: {mode: polling}", encoding="utf-8")
    assert load(config, {"CREDENTIALS_DIRECTORY": str(tmp_path)}).telegram.token
    other = "654321:" + "B" * 35
    assert loaded(monkeypatch, {"CREDENTIALS_DIRECTORY": str(tmp_path), "TYRNA_TELEGRAM__TOKEN": other}).telegram.token == SecretStr(other)
