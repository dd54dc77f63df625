"""Config faults name the key, the value, what is expected and the nearest known key, all in one go."""

from __future__ import annotations

from pathlib import Path

import pytest

from handlers.settings import ConfigFault, load

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
    for wrong in ("-100123", "0", "1087968824", "136817688", "777000"):
        monkeypatch.setenv("TYRNA_STAFF__OWNERS", f"[1,{wrong}]")
        with pytest.raises(ConfigFault, match=rf"staff.owners: .*numeric ids of people.*; {wrong} is none"):
            load()
