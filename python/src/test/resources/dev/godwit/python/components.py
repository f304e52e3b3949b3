"""Components of each kind, for a shop's API."""

import os
import time
from dataclasses import dataclass
from typing import Any, Mapping

import requests
from airbyte_cdk.models import FailureType
from airbyte_cdk.sources.declarative.auth.declarative_authenticator import DeclarativeAuthenticator
from airbyte_cdk.sources.declarative.decoders import Decoder
from airbyte_cdk.sources.declarative.extractors import RecordFilter
from airbyte_cdk.sources.declarative.extractors.record_extractor import RecordExtractor
from airbyte_cdk.sources.declarative.migrations.state_migration import StateMigration
from airbyte_cdk.sources.declarative.extractors.type_transformer import TypeTransformer
from airbyte_cdk.sources.declarative.partition_routers import PartitionRouter
from airbyte_cdk.sources.declarative.requesters import HttpRequester
from airbyte_cdk.sources.declarative.requesters.error_handlers import DefaultErrorHandler
from airbyte_cdk.sources.declarative.retrievers import SimpleRetriever
from airbyte_cdk.sources.declarative.schema import SchemaLoader
from airbyte_cdk.sources.declarative.transformations import RecordTransformation
from airbyte_cdk.sources.streams.http.error_handlers import BackoffStrategy
from airbyte_cdk.sources.streams.http.error_handlers.response_models import (
    ErrorResolution,
    ResponseAction,
)
from airbyte_cdk.sources.types import StreamSlice


@dataclass
class Doubled(RecordTransformation):
    field: str = ""

    def transform(self, record, config=None, stream_state=None, stream_slice=None) -> None:
        record[self.field] = record[self.field] * 2
        record["shop"] = config["shop"]


class Picky(RecordTransformation):
    def transform(self, record, config=None, stream_state=None, stream_slice=None) -> None:
        if record["id"] == 2:
            raise ValueError("two is too many")


class Deadly(RecordTransformation):
    def transform(self, record, config=None, stream_state=None, stream_slice=None) -> None:
        os._exit(7)


class Endless(RecordTransformation):
    def transform(self, record, config=None, stream_state=None, stream_slice=None) -> None:
        while True:
            pass


class Greedy(RecordTransformation):
    def transform(self, record, config=None, stream_state=None, stream_slice=None) -> None:
        record["size"] = len(bytearray(3 << 30))


class Outward(RecordTransformation):
    def transform(self, record, config=None, stream_state=None, stream_slice=None) -> None:
        import socket

        host, port = config["address"].split(":")
        try:
            socket.create_connection((host, int(port)), timeout=5).close()
            record["reached"] = True
        except OSError:
            record["reached"] = False


class Where(RecordTransformation):
    def transform(self, record, config=None, stream_state=None, stream_slice=None) -> None:
        record["folder"] = os.environ["TMPDIR"]


class Nosy(RecordTransformation):
    def transform(self, record, config=None, stream_state=None, stream_slice=None) -> None:
        record["read"] = self.tried(lambda: open(config["secret"]).read())
        record["written"] = self.tried(lambda: open(config["secret"] + ".new", "w").close())
        import tempfile

        with tempfile.TemporaryFile() as file:
            record["scratch"] = file.write(b"123")

    @staticmethod
    def tried(action) -> bool:
        try:
            action()
            return True
        except OSError:
            return False


@dataclass
class Odd(RecordFilter):
    def filter_records(self, records, stream_state, stream_slice=None, next_page_token=None):
        return (record for record in records if record["id"] % 2 == 1)


class Keyed(RecordExtractor):
    def extract_records(self, response: requests.Response):
        for key, row in response.json()["items"].items():
            yield {"key": key, **row}


class Pairs(Decoder):
    def is_stream_response(self) -> bool:
        return False

    def decode(self, response: requests.Response):
        for line in response.text.splitlines():
            name, value = line.split("=")
            yield {"name": name, "value": value}


@dataclass
class Login(DeclarativeAuthenticator):
    config: Mapping[str, Any]

    def get_auth_header(self) -> Mapping[str, Any]:
        answer = requests.post(self.config["url"] + "/login", json={"shop": self.config["shop"]})
        return {"Authorization": "Bearer " + answer.json()["token"]}

    def get_request_params(self):
        return {}

    def get_request_body_data(self):
        return {}

    def get_request_body_json(self):
        return {}


@dataclass
class Rotating(Login):
    def get_auth_header(self) -> Mapping[str, Any]:
        from airbyte_cdk.config_observation import emit_configuration_as_airbyte_control_message

        if self.config["token"] == "old":
            self.config["token"] = "new"
            emit_configuration_as_airbyte_control_message(self.config)
        return {"Authorization": "Bearer " + self.config["token"]}


@dataclass
class Teapot(DefaultErrorHandler):
    def interpret_response(self, response_or_exception):
        if getattr(response_or_exception, "status_code", 0) == 418:
            return ErrorResolution(ResponseAction.RETRY, FailureType.transient_error, "a teapot")
        return super().interpret_response(response_or_exception)


class Halves(BackoffStrategy):
    def backoff_time(self, response_or_exception, attempt_count):
        return attempt_count + 0.5


class Fixed(SchemaLoader):
    def get_json_schema(self):
        return {"type": "object", "properties": {"id": {"type": "integer"}}}


class Towns:
    def stream_slices(self):
        for town in ("Ede", "Oss"):
            yield StreamSlice(partition={"town": town}, cursor_slice={}, extra_fields={"n": len(town)})

    def get_request_params(self, stream_state=None, stream_slice=None, next_page_token=None):
        return {"town": stream_slice["town"]}

    get_request_headers = get_request_body_data = get_request_body_json = lambda *_, **__: {}


class Cities(PartitionRouter):
    stream_slices = Towns.stream_slices
    get_request_params = Towns.get_request_params
    get_request_headers = get_request_body_data = get_request_body_json = lambda *_, **__: {}

    def set_initial_state(self, stream_state) -> None:
        pass

    def get_stream_state(self):
        return {}


class Upgraded(StateMigration):
    def should_migrate(self, stream_state) -> bool:
        return "old" in stream_state

    def migrate(self, stream_state):
        return {"at": stream_state["old"]}


class Until:
    initial_token = 1

    def get_page_size(self):
        return 2

    def next_page_token(self, response, last_page_size, last_record, last_page_token_value=None):
        return last_page_token_value + 1 if last_page_size == 2 else None


@dataclass
class Signed(HttpRequester):
    def get_request_params(self, *, stream_state=None, stream_slice=None, next_page_token=None):
        params = super().get_request_params(
            stream_state=stream_state, stream_slice=stream_slice, next_page_token=next_page_token
        )
        return {**params, "shop": self.config["shop"]}


class Silent(Signed):
    def send_request(self, **kwargs):
        return None


@dataclass
class Doubling(SimpleRetriever):
    def read_records(self, records_schema, stream_slice=None):
        for record in super().read_records(records_schema, stream_slice):
            yield record
            yield {**record, "again": True}


@dataclass
class Flood(SimpleRetriever):
    def read_records(self, records_schema, stream_slice=None):
        for number in range(30_000):
            yield {"id": number, "text": "x" * 100}
        raise ValueError("too much water")


class Shouting(TypeTransformer):
    def transform(self, record, schema) -> None:
        for name in schema["properties"]:
            record[name] = str(record[name]).upper()
