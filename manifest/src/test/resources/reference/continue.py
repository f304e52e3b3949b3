"""Lets the reference engine go on from states, against recorded answers, and prints what it asks for.

Argument: a JSON file with a list of runs. A run is a manifest's file, a configuration, a configured catalogue, the state
messages, the recorded exchanges and the instant that it is. For each run one line: the list of its requests, each a method,
an address and a body.
"""

import datetime
import io
import json
import logging
import sys
import threading
import time
import types

import requests
import yaml
from airbyte_cdk.models import AirbyteStateMessageSerializer, ConfiguredAirbyteCatalogSerializer
from airbyte_cdk.sources.declarative.concurrent_declarative_source import (
    ConcurrentDeclarativeSource,
)
from airbyte_cdk.utils.datetime_helpers import AirbyteDateTime
from urllib3.response import HTTPResponse

logging.disable(logging.CRITICAL)
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
REAL = datetime.datetime


class AnyDatetime(type):
    """Takes every date for one of the frozen class."""

    def __instancecheck__(cls, value):
        return isinstance(value, REAL)


def freeze(moment):
    class Frozen(REAL, metaclass=AnyDatetime):
        @classmethod
        def now(cls, tz=None):
            return moment.astimezone(tz) if tz else moment.replace(tzinfo=None)

    clock = types.ModuleType("datetime")
    clock.__dict__.update(vars(datetime))
    clock.datetime = Frozen
    for name, module in list(sys.modules.items()):
        if name.startswith("airbyte_cdk") and module is not None:
            if hasattr(module, "ab_datetime_now"):
                module.ab_datetime_now = lambda: AirbyteDateTime.from_datetime(moment)
            shown = getattr(module, "datetime", None)
            if shown is datetime or isinstance(shown, types.ModuleType):
                module.datetime = clock


class Recorded:
    """Answers as recorded: equal requests in their order, the last answer again and again."""

    def __init__(self, exchanges):
        self.lock = threading.Lock()
        self.asked = []
        self.answers = {}
        for each in exchanges:
            request = each["request"]
            key = (request["method"], request["url"], request["body"] or None)
            self.answers.setdefault(key, []).append(each["response"])

    def send(self, request):
        body = request.body.decode() if isinstance(request.body, bytes) else request.body
        key = (request.method, request.url, body or None)
        with self.lock:
            self.asked.append(list(key))
            known = self.answers.get(key, [{"status": 418, "headers": {}, "text": "{}"}])
            answer = known.pop(0) if len(known) > 1 else known[0]
        return response(request, answer)


def response(request, answer):
    raw = answer.get("text", "").encode()
    made = requests.Response()
    made.status_code = answer["status"]
    made.headers.update(answer["headers"])
    made.url = request.url
    made.request = request
    made.raw = HTTPResponse(
        body=io.BytesIO(raw), status=answer["status"], headers=answer["headers"], preload_content=False
    )
    return made


def play(run):
    recorded = Recorded(run["exchanges"])
    freeze(REAL.fromisoformat(run["now"].replace("Z", "+00:00")))
    requests.adapters.HTTPAdapter.send = lambda self, request, **kwargs: recorded.send(request)
    with open(run["manifest"], encoding="utf-8") as text:
        manifest = yaml.load(text, Loader=LOADER)
    catalog = ConfiguredAirbyteCatalogSerializer.load(run["catalog"])
    state = [AirbyteStateMessageSerializer.load(each) for each in run["state"]]
    try:
        source = ConcurrentDeclarativeSource(
            config=run["config"], catalog=catalog, state=state, source_config=manifest
        )
        for _ in source.read(logging.getLogger("airbyte"), run["config"], catalog, state):
            pass
    except Exception as error:  # what was asked until then is the answer
        print(type(error).__name__, error, file=sys.stderr)
    return recorded.asked


time.sleep = lambda seconds, sleep=time.sleep: sleep(min(seconds, 0.001))
answers, sys.stdout = sys.stdout, sys.stderr
with open(sys.argv[1], encoding="utf-8") as runs:
    for each in json.load(runs):
        print(json.dumps(play(each)), file=answers, flush=True)
