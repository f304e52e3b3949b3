"""Asks the reference what requests it makes, how long it waits and which rows come out.

usage: exchanges.py TABLE.json ...    with a Python that has airbyte-cdk 7.39.1

Each table holds cases with what goes in (requester and retriever in YAML, configuration, answers);
what came out is written beside it, in place. Jitter draws its upper end.
"""
import contextlib
import io
import json
import logging
import random
import sys
import time
from unittest import mock

import requests
import urllib3
import yaml
from airbyte_cdk.models import (
    AirbyteStream,
    ConfiguredAirbyteCatalog,
    ConfiguredAirbyteStream,
    DestinationSyncMode,
    SyncMode,
    Type,
)
from airbyte_cdk.sources.declarative.concurrent_declarative_source import ConcurrentDeclarativeSource

logging.disable(logging.CRITICAL)
API = "http://api.test"
WAITS = []
time.sleep = lambda s: WAITS.append(round(float(s), 3)) if s >= 1 else None
random.uniform = lambda low, high: high


def manifest(case):
    requester = {"type": "HttpRequester", **(yaml.safe_load(case["requester"]) or {})}
    if "url_base" not in requester and "url" not in requester:
        requester["url_base"] = API
    if "path" not in requester and "url" not in requester:
        requester["path"] = "items"
    selector = {"type": "RecordSelector", "extractor": {"type": "DpathExtractor", "field_path": []}}
    retriever = {"type": "SimpleRetriever", "requester": requester, "record_selector": selector}
    retriever.update(yaml.safe_load(case.get("retriever") or "") or {})
    loader = {"type": "InlineSchemaLoader", "schema": {}}
    stream = {"type": "DeclarativeStream", "name": "items", "retriever": retriever, "schema_loader": loader}
    check = {"type": "CheckStream", "stream_names": ["items"]}
    return {"version": "6.0.0", "type": "DeclarativeSource", "check": check, "streams": [stream]}


def catalog(case):
    stream = AirbyteStream(
        name="items", json_schema=case.get("schema") or {}, supported_sync_modes=[SyncMode.full_refresh]
    )
    configured = ConfiguredAirbyteStream(
        stream=stream, sync_mode=SyncMode.full_refresh, destination_sync_mode=DestinationSyncMode.append
    )
    return ConfiguredAirbyteCatalog(streams=[configured])


def answer(case, number, request):
    given = case["answers"][min(number, len(case["answers"]) - 1)]
    if isinstance(given, list):
        status, headers, body = given
    elif given.isdigit() and len(given) == 3:
        status, headers, body = int(given), {}, ""
    else:
        status, headers, body = 200, {}, given
    response = requests.Response()
    response.status_code, response._content = status, body.encode()
    response.url, response.request = request.url, request
    response.headers.update({"Content-Type": "application/json", **headers})
    response.raw = urllib3.HTTPResponse(
        body=io.BytesIO(body.encode()), status=status, preload_content=False, request_url=request.url
    )
    return response


def ask(case):
    sent, rows, failure = [], [], None
    WAITS.clear()

    def send(self, request, **kwargs):
        body = request.body.decode() if isinstance(request.body, bytes) else request.body or ""
        own = {k: v for k, v in request.headers.items() if k.startswith("X-")}
        target = request.url.replace(API, "")
        sent.append([request.method, target, request.headers.get("Content-Type"), own, body])
        return answer(case, len(sent) - 1, request)

    config = {"api": API, **case["config"]}
    with mock.patch.object(requests.Session, "send", send), contextlib.redirect_stdout(io.StringIO()):
        try:
            source = ConcurrentDeclarativeSource(
                source_config=manifest(case), config=config, catalog=catalog(case), state=[]
            )
            for message in source.read(logging.getLogger("x"), config, catalog(case), []):
                if message.type == Type.RECORD:
                    rows.append(message.record.data)
                if message.type == Type.TRACE and message.trace.error and not failure:
                    failure = message.trace.error.failure_type.value
        except Exception as error:
            kind = getattr(error, "failure_type", None)
            failure = failure or (kind.value if kind else "system_error")
    return sent, rows, failure


for name in sys.argv[1:]:
    cases = json.load(open(name))
    for case in cases:
        sent, rows, failure = ask(case)
        if "asked" in case:
            case.update(asked=len(sent), waits=list(WAITS), failure=failure)
        else:
            case.update(sent=sent, fails=failure is not None)
            if "rows" in case:
                case["rows"] = rows
    with open(name, "w") as out:
        out.write("[\n" + ",\n".join(json.dumps(case, ensure_ascii=False) for case in cases) + "\n]\n")
