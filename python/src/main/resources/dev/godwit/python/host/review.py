"""Holds classes against what the engine does with them, without making any."""

import asyncio
import difflib
import inspect
import sys
from typing import Any, Dict, Iterator, List, Optional, Set, Tuple, get_type_hints

from airbyte_cdk.sources.declarative.parsers.model_to_component_factory import (
    ModelToComponentFactory,
)
from requests.auth import AuthBase

# Arguments of a call: how many by position, and which by name.
Call = Tuple[int, Tuple[str, ...]]

SLICE = ("stream_state", "stream_slice")
PAGE = (*SLICE, "next_page_token")

CALLS: Dict[str, Dict[str, Call]] = {
    "CustomRecordExtractor": {"extract_records": (1, ())},
    "CustomRecordFilter": {"filter_records": (1, PAGE)},
    "CustomTransformation": {"transform": (1, ("config", *SLICE))},
    "CustomRequester": {
        "send_request": (
            0,
            (
                *PAGE,
                "path",
                "request_headers",
                "request_params",
                "request_body_data",
                "request_body_json",
            ),
        )
    },
    "CustomRetriever": {"read_records": (2, ())},
    "CustomErrorHandler": {"interpret_response": (1, ())},
    "CustomBackoffStrategy": {"backoff_time": (0, ("response_or_exception", "attempt_count"))},
    "CustomPaginationStrategy": {
        "next_page_token": (
            0,
            ("response", "last_page_size", "last_record", "last_page_token_value"),
        ),
        "get_page_size": (0, ()),
    },
    "CustomPartitionRouter": {
        "stream_slices": (0, ()),
        "get_request_params": (0, PAGE),
        "get_request_headers": (0, PAGE),
        "get_request_body_data": (0, PAGE),
        "get_request_body_json": (0, PAGE),
    },
    "CustomDecoder": {"decode": (1, ()), "is_stream_response": (0, ())},
    "CustomSchemaLoader": {"get_json_schema": (0, ())},
    "CustomSchemaNormalization": {"transform": (2, ())},
    "CustomStateMigration": {"should_migrate": (1, ()), "migrate": (1, ())},
}

VALUES: Dict[str, Tuple[str, ...]] = {
    "CustomErrorHandler": ("max_retries", "max_time"),
    "CustomPaginationStrategy": ("initial_token",),
}

# Fields of every component that say what it is, and are no arguments.
OWN = {"type", "class_name", "$parameters"}

# What the factory and the components around hand to those whose class asks for it.
HANDED = {
    "api_budget",
    "client_side_incremental_sync_cursor",
    "config",
    "cursor",
    "decoder",
    "declarative_stream",
    "file_uploader",
    "has_stop_condition_cursor",
    "incremental_sync",
    "is_client_side_incremental_sync",
    "log_formatter",
    "name",
    "parameters",
    "partition_router",
    "primary_key",
    "query_properties_key",
    "request_options_provider",
    "stream_name",
    "stream_slicer",
    "transformations",
    "url_base",
}


def review(components: List[dict]) -> List[dict]:
    """What is wrong with each component, by its index."""
    return [
        {"index": index, **finding}
        for index, component in enumerate(components)
        for finding in findings(component)
    ]


def finding(code: str, message: str, line: int = 0, error: bool = True) -> dict:
    return {"code": code, "message": message, "line": line, "error": error}


def findings(component: dict) -> Iterator[dict]:
    name = component["class_name"]
    try:
        cls = ModelToComponentFactory._get_class_from_fully_qualified_class_name(name)
    except ValueError:
        yield finding("no-class", f"There is no class {short(name)}.{like(short(name))}")
        return
    line = line_of(cls)
    if not inspect.isclass(cls):
        yield finding("not-a-class", f"{short(name)} is no class, but of {type(cls).__name__}.", line)
        return
    yield from methods(cls, component["type"], line)
    yield from constructor(cls, set(component["fields"]) - OWN, line)


def methods(cls: type, kind: str, line: int) -> Iterator[dict]:
    left_out = {name for name in CALLS.get(kind, {}) if is_abstract(cls, name)}
    missing = sorted(left_out | set(getattr(cls, "__abstractmethods__", ())))
    if missing:
        yield finding("abstract", f"{cls.__name__} leaves out {', '.join(missing)}.", line)
    if kind == "CustomAuthenticator" and not issubclass(cls, AuthBase):
        yield finding(
            "wrong-base", f"{cls.__name__} is no authenticator: it extends no AuthBase.", line
        )
    for name in VALUES.get(kind, ()):
        if not hasattr(cls, name) and name not in hints(cls):
            yield finding("no-method", f"{cls.__name__} has no {name}.", line)
    for name, call in CALLS.get(kind, {}).items():
        if name not in missing:
            yield from method(cls, kind, name, call, line)


def is_abstract(cls: type, name: str) -> bool:
    """Also where the base class does not refuse to be made, as some of the reference's."""
    return getattr(getattr(cls, name, None), "__isabstractmethod__", False)


def method(cls: type, kind: str, name: str, call: Call, line: int) -> Iterator[dict]:
    function = inspect.getattr_static(cls, name, None)
    if function is None:
        yield finding("no-method", f"{cls.__name__} has no {name}, which a {kind} needs.", line)
        return
    called = getattr(cls, name)
    if not callable(called):
        yield finding("no-method", f"{name} of {cls.__name__} is no method.", line)
        return
    at = line_of(called) or line
    if asyncio.iscoroutinefunction(called) or inspect.isasyncgenfunction(called):
        yield finding("async", f"{name} of {cls.__name__} is async; the engine does not wait.", at)
    positional, named = call
    bound = isinstance(function, (classmethod, staticmethod))
    values = [None] * (positional if bound else positional + 1)
    try:
        inspect.signature(called).bind(*values, **dict.fromkeys(named))
    except TypeError as error:
        yield finding(
            "signature",
            f"{name} of {cls.__name__} cannot be called as the engine does,"
            f" {shown(positional, named)}: {error}.",
            at,
        )
    except ValueError:
        pass


def constructor(cls: type, fields: Set[str], line: int) -> Iterator[dict]:
    try:
        known = hints(cls)
    except Exception as error:  # noqa: BLE001
        yield finding("hints", f"The types of {cls.__name__}'s fields cannot be told: {error}.", line)
        return
    dropped = sorted(fields - set(known) - HANDED)
    for field in dropped:
        yield finding(
            "dropped-field",
            f"{cls.__name__} does not get {field}: only fields that the class declares with a type"
            f" are handed to it.{like(field, list(known))}",
            line,
            error=False,
        )
    given = dict.fromkeys(name for name in known if name in fields or name in HANDED)
    optional = {name for name in given if name in HANDED - {"config", "parameters"} - fields}
    try:
        signature = inspect.signature(cls)
    except ValueError:
        return
    accepted = dict(given)
    for name in optional:
        if name not in signature.parameters:
            accepted.pop(name)
    try:
        signature.bind(**accepted)
    except TypeError as error:
        yield finding(
            "constructor",
            f"{cls.__name__} cannot be made of the manifest's fields: {error}."
            f"{undeclared(cls, known)}",
            line,
        )


def undeclared(cls: type, known: Dict[str, Any]) -> str:
    wanted = [
        name
        for name, parameter in inspect.signature(cls).parameters.items()
        if parameter.default is parameter.empty
        and parameter.kind not in (parameter.VAR_POSITIONAL, parameter.VAR_KEYWORD)
        and name not in known
    ]
    if not wanted:
        return ""
    return f" Declare {', '.join(wanted)} with a type in the class, or make it a dataclass."


def hints(cls: type) -> Dict[str, Any]:
    return get_type_hints(cls)


def shown(positional: int, named: Tuple[str, ...]) -> str:
    return "with " + ", ".join(["a value"] * positional + [f"{name}=" for name in named] or ["nothing"])


def short(name: str) -> str:
    return name.rsplit(".", 1)[-1]


def like(name: str, others: Optional[List[str]] = None) -> str:
    if others is None:
        module = sys.modules["components"]
        others = [each for each, value in vars(module).items() if inspect.isclass(value)]
    close = difflib.get_close_matches(name, others, 1)
    return f" Did you mean {close[0]}?" if close else ""


def line_of(thing: Any) -> int:
    try:
        if inspect.getsourcefile(thing) != sys.argv[1]:
            return 0
        return inspect.getsourcelines(thing)[1]
    except (TypeError, OSError):
        return 0
