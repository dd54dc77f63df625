"""The config: a YAML file under the environment; all faults at once, each with its mend."""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, Literal, get_args
from zoneinfo import ZoneInfo, available_timezones

import yaml
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, PydanticBaseSettingsSource, SettingsConfigDict, SettingsError
from telegram.constants import ChatID

from handlers.transport.redact import redact
from kb import Language

PREFIX = "TYRNA_"
# What no fault may show.
SECRETS = ("telegram.token", "webhook.secret", "state.url")
# Ids that stand for no person: anonymous admins of groups, people who write as a channel, Telegram itself.
NOBODY = frozenset({ChatID.ANONYMOUS_ADMIN, ChatID.FAKE_CHANNEL, ChatID.SERVICE_CHAT})


class ConfigFault(Exception):
    """The config cannot be used; the text has one line for each fault."""


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Telegram(_Section):
    token: SecretStr | None = None
    api_url: str = "https://api.telegram.org/bot"
    file_url: str = "https://api.telegram.org/file/bot"
    mode: Literal["polling", "webhook"] = "polling"

    @field_validator("token")
    @classmethod
    def _has_the_shape_of_a_token(cls, value: SecretStr | None) -> SecretStr | None:
        if value is None or not value.get_secret_value():
            return None
        number, colon, secret = value.get_secret_value().partition(":")
        if not (number.isdigit() and colon and len(secret) >= 30):
            raise ValueError("expected the token that @BotFather gave, such as 123456:ABC…; this has another shape")
        return value


# What is shown of a key that does not exist: secrets are longer, or have other letters.
_KEY = re.compile(r"[\w-]{1,31}")
# In an address that stands in a wrong place.
_PASSWORD = re.compile(r"//[^/@\s]+@")
# A name or address and a port: 127.0.0.1:8081, [::1]:8081.
_LISTEN = r"([\w.-]+|\[[0-9a-fA-F:]+\]):\d{1,5}"


def _is_a_port(value: str) -> str:
    if value and int(value.rpartition(":")[2]) > 65535:
        raise ValueError("expected a port up to 65535, such as 127.0.0.1:8081")
    return value


class Webhook(_Section):
    """With `telegram.mode: webhook`. Telegram calls `url`; a proxy that speaks TLS hands the calls on to `listen`."""

    url: str = Field(default="", pattern=r"^(https://\S+)?$")
    listen: Annotated[str, AfterValidator(_is_a_port)] = Field(default="127.0.0.1:8080", pattern=f"^{_LISTEN}$")
    secret: SecretStr | None = None

    @field_validator("url")
    @classmethod
    def _holds_no_token(cls, value: str) -> str:
        if redact(value) != value:
            raise ValueError("the address must not hold the token: proxies write addresses into their logs")
        return value

    @field_validator("secret")
    @classmethod
    def _cannot_be_guessed(cls, value: SecretStr | None) -> SecretStr | None:
        if value is None or not value.get_secret_value():
            return None
        # The letters that Telegram takes: https://core.telegram.org/bots/api#setwebhook
        if not re.fullmatch(r"[A-Za-z0-9_-]{32,256}", value.get_secret_value()):
            raise ValueError("expected 32 to 256 letters, digits, _ and -, such as “openssl rand -hex 32” makes")
        return value


class Questions(_Section):
    """What was asked and is not in the base: whether it is kept for editors (masked, without its person), and how many days after it was last asked."""

    keep: bool = True
    days: int = Field(default=90, ge=1, le=3650)


class Statistics(_Section):
    """A record or query is shown only if so many different people asked for it within one day."""

    min_people: int = Field(default=5, ge=2, le=1000)


class Health(_Section):
    """Where /healthz, /readyz and /metrics are; nowhere if empty."""

    listen: Annotated[str, AfterValidator(_is_a_port)] = Field(default="", pattern=f"^({_LISTEN})?$")


class Logging(_Section):
    format: Literal["readable", "json"] = "readable"


class State(_Section):
    """A file, or a PostgreSQL that several replicas share; its address holds a password."""

    url: str = Field(default="", pattern=r"^(sqlite:///.+|postgresql://.+)?$")


class Announcements(_Section):
    """`rate` is messages a second; of the 30 that Telegram takes, guests' answers need the rest. `undo` and `staff_lead` are seconds.

    With `four_eyes`, somebody else approves what one of the staff wrote. In the `quiet_hours` (`22:00-08:00` in `timezone`; empty: none)
    announcements make no sound unless their author chose so.
    """

    rate: float = Field(default=25, gt=0, le=1000)
    undo: int = Field(default=10, ge=0, le=600)
    staff_lead: int = Field(default=30, ge=0, le=3600)
    fallback_language: Language = "en"
    four_eyes: bool = False
    quiet_hours: str = "22:00-08:00"

    @field_validator("quiet_hours")
    @classmethod
    def _are_two_times(cls, value: str) -> str:
        if value and not re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d", value):
            raise ValueError("expected two times of day, such as 22:00-08:00, or nothing")
        return value


class PerLanguage(_Section):
    kk: str
    ru: str
    en: str

    def get(self, language: Language) -> str:
        return str(getattr(self, language))


class Contact(_Section):
    """Whom guests can ask what the base does not hold."""

    name: PerLanguage
    link: str | None = Field(default=None, pattern=r"^(https://|tg://|mailto:)\S+$")
    phone: str | None = None

    @model_validator(mode="after")
    def _can_be_reached(self) -> Contact:
        if not self.link and not self.phone:
            raise ValueError("a contact needs a link (https://t.me/…) or a phone")
        return self


class Staff(_Section):
    """Who may all; editors and announcers are named in the chat."""

    owners: Annotated[tuple[int, ...], NoDecode] = ()

    @field_validator("owners", mode="before")
    @classmethod
    def _are_a_list(cls, value: object) -> object:
        """Also `1,2` and `1`, as people write it into the environment."""
        if isinstance(value, str):
            return [part for part in value.strip().removeprefix("[").removesuffix("]").split(",") if part.strip()]
        return [value] if type(value) is int else value

    @field_validator("owners")
    @classmethod
    def _are_people(cls, value: tuple[int, ...]) -> tuple[int, ...]:
        if wrong := [number for number in value if number <= 0 or number in NOBODY]:
            raise ValueError(f"expected the numeric ids of people, such as [123456789]; {wrong[0]} is none: groups and channels own nothing")
        return value


class Settings(BaseSettings):
    """Every setting, as in `config.example.yaml`; each also by environment (`TYRNA_TELEGRAM__TOKEN`)."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_nested_delimiter="__", extra="forbid", frozen=True)

    telegram: Telegram = Telegram()
    webhook: Webhook = Webhook()
    state: State = State()
    data_dir: Path = Path("var")
    default_language: Language = "en"
    timezone: str = "Asia/Aqtau"
    contact: Contact | None = None
    announcements: Announcements = Announcements()
    staff: Staff = Staff()
    questions: Questions = Questions()
    statistics: Statistics = Statistics()
    health: Health = Health()
    logging: Logging = Logging()

    @field_validator("timezone")
    @classmethod
    def _is_a_timezone(cls, value: str) -> str:
        if value not in available_timezones():
            near = difflib.get_close_matches(value, available_timezones(), 1)
            raise ValueError("expected the name of a time zone" + (f", perhaps {near[0]}" if near else ""))
        return ZoneInfo(value).key

    @property
    def state_location(self) -> Path | str:
        """The state's SQLite file, or the address of its PostgreSQL."""
        if self.state.url.startswith("postgresql://"):
            return self.state.url
        return Path(self.state.url.removeprefix("sqlite:///")) if self.state.url else self.data_dir / "state.sqlite"

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        return env_settings, init_settings


def load(path: Path | None = None, environment: Mapping[str, str] | None = None) -> Settings:
    """The settings of a YAML file under the environment.

    Raises:
        ConfigFault: with every fault of file and environment, one a line.
    """
    environment = os.environ if environment is None else environment
    faults = list(_unknown_variables(environment))
    data = _with_credentials(_read(path) if path else {}, environment)
    faults += _unknown_keys(data, "")
    try:
        settings = Settings(**{str(key): value for key, value in data.items()})
    except SettingsError as error:
        # Only a whole section in one variable is read as JSON.
        section = (re.search(r'field "(\w+)"', str(error)) or ("", ""))[1]
        keys = [PREFIX + key.upper().replace(".", "__") for key in _keys() if key.startswith(f"{section}.")]
        faults.append(f"{PREFIX}{section.upper()}: expected a JSON object; instead its keys can be set one by one: {', '.join(keys)}")
    except ValidationError as error:
        for fault in error.errors():
            key = ".".join(str(part) for part in fault["loc"])
            if fault["type"] == "extra_forbidden":
                continue
            value = "(secret)" if _may_hold_a_secret(key) else _PASSWORD.sub("//(password)@", redact(repr(fault.get("input"))))
            faults.append(f"{key}: found {value}: {fault['msg'].removeprefix('Value error, ')}")
    else:
        faults += _webhook_faults(settings)
    if faults:
        raise ConfigFault("\n".join(dict.fromkeys(faults)))
    return settings


def _may_hold_a_secret(key: str) -> bool:
    """Whether a key is that of a secret, within it, or the section that it belongs in."""
    return any(f"{secret}.".startswith(f"{key}.") or key.startswith(f"{secret}.") for secret in SECRETS)


def _webhook_faults(settings: Settings) -> Iterator[str]:
    if settings.telegram.mode == "webhook":
        if not settings.webhook.url:
            yield "webhook.url: telegram.mode is webhook, so the public address is needed, such as https://bot.example.kz/updates"
        if settings.webhook.secret is None:
            yield "webhook.secret: telegram.mode is webhook, so a secret is needed, such as “openssl rand -hex 32” makes"


def _with_credentials(data: dict[str, Any], environment: Mapping[str, str]) -> dict[str, Any]:
    """The data under the secrets that the service manager gives as files: https://systemd.io/CREDENTIALS/."""
    folder = environment.get("CREDENTIALS_DIRECTORY")
    for key in SECRETS if folder else ():
        section, name = key.split(".")
        file, given = Path(str(folder)) / key, data.get(section) or {}
        if file.is_file() and isinstance(given, dict):
            data = data | {section: given | {name: _text_of(file, f"credential {key}").strip()}}
    return data


def _read(path: Path) -> dict[str, Any]:
    try:
        data = yaml.safe_load(_text_of(path, f"--config {path}"))
    except (yaml.YAMLError, ValueError) as error:
        # Never in the error's own words: they quote the line, and a secret may stand in it.
        places = [getattr(error, name, None) for name in ("context_mark", "problem_mark")]
        where = " to ".join(dict.fromkeys(f"line {place.line + 1}, column {place.column + 1}" for place in places if place))
        raise ConfigFault(f"--config {path}: not valid YAML" + (f" at {where}: look for a quote, a colon or an indentation there" if where else "")) from None
    if not isinstance(data or {}, dict):
        raise ConfigFault(f"--config {path}: expected keys with values, found {type(data).__name__}; see config.example.yaml")
    return data or {}


def _text_of(path: Path, name: str) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise ConfigFault(f"{name}: cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise ConfigFault(f"{name}: cannot be read: it is not in UTF-8; save it so") from None


def _keys(model: type[BaseModel] = Settings, prefix: str = "") -> Iterator[str]:
    for name, field in model.model_fields.items():
        section = next((t for t in (field.annotation, *get_args(field.annotation)) if isinstance(t, type) and issubclass(t, _Section)), None)
        if section:
            yield from _keys(section, f"{prefix}{name}.")
        else:
            yield prefix + name


def _near(key: str) -> str:
    near = difflib.get_close_matches(key, list(_keys()), 1, cutoff=0.4)
    return f"; the nearest known key is {near[0]}" if near else ""


def _unknown_keys(data: Mapping[str, Any], prefix: str) -> list[str]:
    known = list(_keys())
    faults = []
    for name, value in data.items():
        key = f"{prefix}{name}"
        if isinstance(value, dict) and any(k.startswith(key + ".") for k in known):
            faults += _unknown_keys(value, key + ".")
        elif key not in known and not any(k.startswith(key + ".") for k in known):
            # Of a line that lacks its colon all is the key, the secret too.
            faults.append(f"{key if _KEY.fullmatch(str(name)) else f'{prefix}(…)'}: there is no such key{_near(key)}")
    return faults


def _unknown_variables(environment: Mapping[str, str]) -> Iterator[str]:
    known = {PREFIX + key.upper().replace(".", "__") for key in _keys()} | {PREFIX + name.upper() for name in Settings.model_fields}
    for name in sorted(environment):
        if name.upper().startswith(PREFIX) and name.upper() not in known:
            key = name.upper().removeprefix(PREFIX).lower().replace("__", ".")
            near = difflib.get_close_matches(key, list(_keys()), 1, cutoff=0.4)
            mend = f"; the nearest known is {PREFIX}{near[0].upper().replace('.', '__')}" if near else ""
            yield f"{name}: there is no such variable{mend}"


__all__ = ["ConfigFault", "Settings", "load"]
