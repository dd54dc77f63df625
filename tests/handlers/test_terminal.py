"""The terminal is the same application over an in-process Bot API."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot import cli
from handlers.transport.terminal import plain


@pytest.fixture(autouse=True)
def compiled(base_dir: Path, tmp_path: Path) -> None:
    """The base is compiled already where these tests look for it."""
    for directory in (tmp_path, tmp_path / "var"):
        directory.mkdir(exist_ok=True)
        for file in base_dir.glob("kb-*.sqlite"):
            (directory / file.name).hardlink_to(file)


def talk(tmp_path: Path, lines: str) -> str:
    config = tmp_path / "config.yaml"
    config.write_text(f"data_dir: {tmp_path / 'var'}\n", encoding="utf-8")
    result = CliRunner().invoke(cli, ["--config", str(config), "chat"], input=lines, env={"LC_ALL": "en_US.UTF-8"})
    assert result.exit_code == 0, result.output
    return result.output


def test_piped_lines_are_answered_one_by_one(tmp_path: Path) -> None:
    said = talk(tmp_path, "Who directed Qaitadan?\nКто режиссёр фильма «Кайтадан»?\n")
    assert said.index("Duman Yerkimbek") < said.index("Думан Еркимбек")


def test_a_number_presses_a_button(tmp_path: Path) -> None:
    said = talk(tmp_path, "Who directed Qaitadan?\n1\n")
    assert said.count("[1]") == 2


def test_a_wrong_number_is_told(tmp_path: Path) -> None:
    assert "no button 99" in talk(tmp_path, "Who directed Qaitadan?\n99\n")


def test_without_input_it_greets_and_says_how_to_go_on(tmp_path: Path) -> None:
    said = talk(tmp_path, "")
    assert "I am Tyrna" in said and "TYRNA_TELEGRAM__TOKEN" in said


def test_the_terminal_has_the_programme_that_is_loaded(tmp_path: Path) -> None:
    config, file = tmp_path / "config.yaml", tmp_path / "programme.yaml"
    assert "No programme is loaded" in talk(tmp_path, "what's on tonight?\n")
    assert not (tmp_path / "var" / "state.sqlite").exists()
    for date in ("2099-10-02", "2099-10-03"):
        entry = f"- {{kind: event, id: opening, name: {{en: Opening}}, venue: hall, date: {date}, start: 18:00}}"
        file.write_text(f"- {{kind: venue, id: hall, name: {{en: Big Hall}}}}\n{entry}\n", encoding="utf-8")
        assert CliRunner().invoke(cli, ["--config", str(config), "programme", str(file)]).exit_code == 0
        assert f"{int(date[-2:])} October" in talk(tmp_path, "/programme\n")
    file.write_text(
        "- {kind: venue, id: hall, name: {en: Big Hall}}\n- {kind: event, id: closing, name: {en: Closing}, venue: hall, date: 2099-10-04, start: 18:00}\n"
    )
    assert CliRunner().invoke(cli, ["--config", str(config), "programme", str(file)]).exit_code == 0
    assert "Closing" in talk(tmp_path, "when is the closing?\n")


def test_links_are_readable() -> None:
    assert plain('<i>Source: <a href="https://a.kz/x?a=1&amp;b=2">A &amp; B</a></i>') == "Source: A & B <https://a.kz/x?a=1&b=2>"


def test_run_without_a_token_is_a_fault() -> None:
    result = CliRunner().invoke(cli, ["run"], env={"TYRNA_TELEGRAM__TOKEN": ""})
    assert result.exit_code == 2 and "TYRNA_TELEGRAM__TOKEN" in result.output


def test_batch_mode_answers_in_order(base_dir: Path) -> None:
    lines = '{"id": "a", "text": "Who directed Qaitadan?", "chat": "c"}\n{"id": "b", "text": "And who wrote it?", "chat": "c"}\n'
    result = CliRunner().invoke(cli, ["ask", "--jsonl"], input=lines, env={"TYRNA_DATA_DIR": str(base_dir)})
    first, second = result.output.splitlines()
    assert '"id": "a"' in first and "Duman Yerkimbek" in first
    assert '"id": "b"' in second and "Asylbek" in second


def test_a_bad_line_of_a_batch_is_named(base_dir: Path) -> None:
    result = CliRunner().invoke(cli, ["ask", "--jsonl"], input=io.StringIO("nonsense\n").read(), env={"TYRNA_DATA_DIR": str(base_dir)})
    assert result.exit_code == 2 and "line 1" in result.output


def as_owner(tmp_path: Path, lines: str, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("TYRNA_STAFF__OWNERS", "[1]")
    return talk(tmp_path, lines)


def test_staff_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Terminal <tg://user?id=1>" in as_owner(tmp_path, "/staff\n", monkeypatch)


def test_an_announcement_can_be_sent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = as_owner(tmp_path, "/announce\nThe screening begins at 18:00 in the big hall.\n13\n1\n", monkeypatch)
    assert "has pressed Send" in said and "went wrong" not in said


def test_files_come_and_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = tmp_path / "var" / "terminal-files" / "programme.xlsx"
    said = as_owner(tmp_path, f"/programme_template\n@{kept}\n@{tmp_path}/none.xlsx\n", monkeypatch)
    assert kept.is_file() and str(kept) in said
    assert "The file has no rows" in said and "There is no file" in said
