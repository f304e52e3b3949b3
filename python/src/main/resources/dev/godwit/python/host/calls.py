"""What Godwit asks components to do, by name. Each gives a JSON value and bytes."""

from typing import Any, Callable, Dict, Iterable, Tuple

import orjson
import requests
from airbyte_cdk.sources.declarative.partition_routers import PartitionRouter
from airbyte_cdk.sources.streams.http.error_handlers.response_models import ErrorResolution
from airbyte_cdk.sources.types import Record, StreamSlice

import link
import rows
from rows import gathered

Result = Tuple[Any, bytes]


def slice_of(head: dict) -> StreamSlice:
    return StreamSlice(
        partition=head.get("partition") or {},
        cursor_slice=head.get("interval") or {},
        extra_fields=head.get("extras") or {},
    )


def response_of(head: dict, body: bytes) -> requests.Response:
    return link.response(head["response"], body)


def extract(component: Any, head: dict, body: bytes) -> Result:
    return None, gathered(component.extract_records(response_of(head, body)))


def decode(component: Any, head: dict, body: bytes) -> Result:
    return None, gathered(component.decode(response_of(head, body)))


def keep(component: Any, head: dict, body: bytes) -> Result:
    kept = component.filter_records(
        orjson.loads(body), stream_state={}, stream_slice=slice_of(head), next_page_token=None
    )
    return None, gathered(kept)


def transform(component: Any, head: dict, body: bytes) -> Result:
    stream_slice = slice_of(head)

    def changed() -> Iterable[Any]:
        for row in orjson.loads(body):
            component.transform(row, config=head["config"], stream_state={}, stream_slice=stream_slice)
            yield row

    return None, gathered(changed())


def normalize(component: Any, head: dict, body: bytes) -> Result:
    def cast() -> Iterable[Any]:
        for row in orjson.loads(body):
            component.transform(row, head["schema"])
            yield row

    return None, gathered(cast())


def read(component: Any, head: dict, body: bytes) -> Result:
    return rows.begin(component.read_records(head["schema"], slice_of(head)))


def read_on(component: Any, head: dict, body: bytes) -> Result:
    return rows.more(head["reading"])


def stop(component: Any, head: dict, body: bytes) -> Result:
    rows.stop(head["reading"])
    return None, b""


def auth_headers(component: Any, head: dict, body: bytes) -> Result:
    make = getattr(component, "get_auth_header", None)
    return (dict(make() or {}) if make else {}), b""


def auth_parts(component: Any, head: dict, body: bytes) -> Result:
    parts = {}
    for name, method in (
        ("params", "get_request_params"),
        ("data", "get_request_body_data"),
        ("json", "get_request_body_json"),
    ):
        make = getattr(component, method, None)
        parts[name] = make() if make else None
    return parts, b""


def sign(component: Any, head: dict, body: bytes) -> Result:
    request = requests.PreparedRequest()
    request.method = head["method"]
    request.url = head["url"]
    request.headers = requests.structures.CaseInsensitiveDict(head["headers"])
    request.body = body if head["has_body"] else None
    if isinstance(component, requests.auth.AuthBase):
        request = component(request) or request
    content = request.body.encode() if isinstance(request.body, str) else request.body
    headers = {link.text(name): link.text(value) for name, value in request.headers.items()}
    return {"url": request.url, "headers": headers, "has_body": content is not None}, content or b""


def send(component: Any, head: dict, body: bytes) -> Result:
    answer = component.send_request(
        path=head["url_path"],
        stream_state={},
        stream_slice=slice_of(head),
        next_page_token=head["page"],
        request_headers=head["headers"],
        request_params=head["params"],
        request_body_data=head["data"],
        request_body_json=head["json"],
    )
    if answer is None:
        return None, b""
    asked = answer.request
    content = asked.body
    return {
        "status": answer.status_code,
        "headers": {link.text(name): link.text(value) for name, value in answer.headers.items()},
        "url": answer.url,
        "request": {
            "method": asked.method,
            "url": asked.url,
            "body": None if content is None else link.text(content),
        },
    }, answer.content


def answer_of(head: dict, body: bytes) -> Any:
    if "response" in head:
        return response_of(head, body)
    return requests.exceptions.ConnectionError(head["unreachable"])


def interpret(component: Any, head: dict, body: bytes) -> Result:
    said: ErrorResolution = component.interpret_response(answer_of(head, body))
    return {
        "action": said.response_action.name if said.response_action else None,
        "failure": said.failure_type.value if said.failure_type else None,
        "message": said.error_message,
    }, b""


def max_retries(component: Any, head: dict, body: bytes) -> Result:
    return component.max_retries, b""


def backoff(component: Any, head: dict, body: bytes) -> Result:
    seconds = component.backoff_time(answer_of(head, body), head["attempt"])
    return (None if seconds is None else float(seconds)), b""


def initial_token(component: Any, head: dict, body: bytes) -> Result:
    return component.initial_token, b""


def page_size(component: Any, head: dict, body: bytes) -> Result:
    return component.get_page_size(), b""


def next_token(component: Any, head: dict, body: bytes) -> Result:
    row = head["last_row"]
    last = (
        None
        if row is None
        else Record(data=row, stream_name="", associated_slice=slice_of(head))
    )
    token = component.next_page_token(
        response_of(head, body), head["rows"], last, head["previous"]
    )
    return token, b""


def partitions(component: Any, head: dict, body: bytes) -> Result:
    if head["state"] and hasattr(component, "set_initial_state"):
        component.set_initial_state(head["state"])

    def made() -> Iterable[Any]:
        for each in component.stream_slices():
            if isinstance(each, StreamSlice):
                yield {"values": each.partition, "extras": each.extra_fields}
            else:
                yield {"values": each, "extras": {}}

    all_of_them = gathered(made())
    parents = getattr(component, "get_stream_state", None)
    known = parents() if parents else None
    return (None if known is None else dict(known)), all_of_them


def slice_parts(component: Any, head: dict, body: bytes) -> Result:
    """Without a cursor the reference asks only routers that are of its own kind."""
    parts: Dict[str, Any] = {}
    if not isinstance(component, PartitionRouter) and not head["has_cursor"]:
        return parts, b""
    for name, method in (
        ("params", "get_request_params"),
        ("headers", "get_request_headers"),
        ("data", "get_request_body_data"),
        ("json", "get_request_body_json"),
    ):
        make = getattr(component, method, None)
        parts[name] = make and make(
            stream_state={}, stream_slice=slice_of(head), next_page_token=None
        )
    return parts, b""


def schema(component: Any, head: dict, body: bytes) -> Result:
    return dict(component.get_json_schema()), b""


def migrate(component: Any, head: dict, body: bytes) -> Result:
    state = head["state"]
    if component.should_migrate(state):
        return dict(component.migrate(state)), b""
    return state, b""


OPERATIONS: Dict[str, Callable[[Any, dict, bytes], Result]] = {
    "extract": extract,
    "decode": decode,
    "filter": keep,
    "transform": transform,
    "normalize": normalize,
    "read": read,
    "read_on": read_on,
    "stop": stop,
    "auth_headers": auth_headers,
    "auth_parts": auth_parts,
    "sign": sign,
    "send": send,
    "interpret": interpret,
    "max_retries": max_retries,
    "backoff": backoff,
    "initial_token": initial_token,
    "page_size": page_size,
    "next_token": next_token,
    "partitions": partitions,
    "slice_parts": slice_parts,
    "schema": schema,
    "migrate": migrate,
}
