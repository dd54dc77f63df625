"""The Bot API's contract by the types of aiogram, an implementation that the bot does not use: requests, results and updates are held to it."""

from __future__ import annotations

import json
import types
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin

from aiogram import methods
from aiogram.methods.base import TelegramMethod
from aiogram.types import BufferedInputFile, Update
from pydantic import BaseModel, TypeAdapter, ValidationError

METHODS: dict[str, type[TelegramMethod[Any]]] = {
    method.__api_method__.lower(): method
    for method in (getattr(methods, name) for name in methods.__all__)
    if isinstance(method, type) and issubclass(method, TelegramMethod) and method is not TelegramMethod
}


class Breach(Exception):
    """A request that is none: `missing` names the required parameters that it lacks, `faults` says everything in words."""

    def __init__(self, faults: list[str], missing: list[str]) -> None:
        super().__init__("; ".join(faults))
        self.faults, self.missing = faults, missing


def request(name: str, parameters: Mapping[str, Any], files: Mapping[str, BufferedInputFile]) -> dict[str, Any]:
    """The parameters with their types, only those that were given. Strings of a form that hold JSON are decoded.

    Raises:
        Breach: a parameter is unknown (nested ones too), missing or of another type.
    """
    method = METHODS[name.lower()]
    given = {key: _decoded(method, key, value) for key, value in parameters.items()}
    given |= {key: file for key, file in files.items() if key in method.model_fields}
    try:
        model = method.model_validate(given)
    except ValidationError as error:
        missing = [str(fault["loc"][0]) for fault in error.errors() if fault["type"] == "missing" and len(fault["loc"]) == 1]
        raise Breach([f"{method.__api_method__}: {'.'.join(map(str, f['loc']))}: {f['msg']}" for f in error.errors()], missing) from None
    if extras := list(unknown(model, method.__api_method__)):
        raise Breach(extras, [])
    return model.model_dump(exclude_unset=True, warnings=False)


def result(name: str, value: Any) -> list[str]:
    """What is wrong with a result."""
    return _faults(_adapter(METHODS[name.lower()]), value, f"result of {name}")


def update(value: Mapping[str, Any]) -> list[str]:
    """What is wrong with an update."""
    return _faults(_UPDATE, value, "update")


def unknown(value: Any, path: str) -> Iterator[str]:
    """Every field that the Bot API does not have, wherever it stands."""
    if isinstance(value, BaseModel):
        for key in value.model_extra or {}:
            yield f"{path}: unknown {key!r}"
        for key in value.model_fields_set & type(value).model_fields.keys():
            yield from unknown(getattr(value, key), f"{path}.{key}")
    elif isinstance(value, list | tuple):
        for index, item in enumerate(value):
            yield from unknown(item, f"{path}[{index}]")


_UPDATE: TypeAdapter[Any] = TypeAdapter(Update)


@cache
def _adapter(method: type[TelegramMethod[Any]]) -> TypeAdapter[Any]:
    return TypeAdapter(method.__returning__)


def _faults(adapter: TypeAdapter[Any], value: Any, path: str) -> list[str]:
    try:
        model = adapter.validate_python(value)
    except ValidationError as error:
        return [f"{path}: {'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in error.errors()]
    return list(unknown(model, path))


def _decoded(method: type[TelegramMethod[Any]], key: str, value: Any) -> Any:
    """A form's string as JSON where the parameter is an object or a list."""
    field = method.model_fields.get(key)
    if field is None or not isinstance(value, str) or not _is_compound(field.annotation):
        return value
    try:
        return json.loads(value)
    except ValueError:
        return value


def _is_compound(annotation: Any) -> bool:
    if get_origin(annotation) is Annotated:
        return _is_compound(get_args(annotation)[0])
    if get_origin(annotation) in (Union, types.UnionType):
        return any(_is_compound(part) for part in get_args(annotation))
    return get_origin(annotation) is list or (isinstance(annotation, type) and issubclass(annotation, BaseModel))
