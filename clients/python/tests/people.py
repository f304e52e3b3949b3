"""An API of a small town, and the manifest that reads it."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

TOKEN = "town-token-7361"
PAGE = 100

MANIFEST = """
version: 7.0.0
type: DeclarativeSource
check:
  type: CheckStream
  stream_names: [people]
definitions:
  retriever:
    type: SimpleRetriever
    requester:
      type: HttpRequester
      url_base: "{{ config['url'] }}"
      path: "{{ parameters['path'] }}"
      http_method: GET
      authenticator:
        type: BearerAuthenticator
        api_token: "{{ config['api_token'] }}"
    record_selector:
      type: RecordSelector
      extractor:
        type: DpathExtractor
        field_path: [rows]
    paginator:
      type: DefaultPaginator
      page_token_option:
        type: RequestOption
        inject_into: request_parameter
        field_name: page
      pagination_strategy:
        type: PageIncrement
        page_size: 100
        start_from_page: 0
streams:
  - type: DeclarativeStream
    name: people
    primary_key: id
    retriever:
      $ref: "#/definitions/retriever"
    $parameters: {path: /people}
    incremental_sync:
      type: DatetimeBasedCursor
      cursor_field: updated_at
      datetime_format: "%Y-%m-%dT%H:%M:%SZ"
      start_datetime: "2024-01-01T00:00:00Z"
      start_time_option:
        type: RequestOption
        inject_into: request_parameter
        field_name: since
    schema_loader:
      type: InlineSchemaLoader
      schema:
        type: object
        properties:
          id: {type: integer}
          name: {type: [string, "null"]}
          height: {type: [number, "null"]}
          alive: {type: [boolean, "null"]}
          born: {type: [string, "null"], format: date}
          address: {type: [object, "null"]}
          updated_at: {type: string, format: date-time}
  - type: DeclarativeStream
    name: streets
    retriever:
      $ref: "#/definitions/retriever"
    $parameters: {path: /streets}
    schema_loader:
      type: InlineSchemaLoader
      schema:
        type: object
        properties:
          name: {type: string}
          houses: {type: integer}
spec:
  type: Spec
  documentation_url: https://town.example/docs
  connection_specification:
    type: object
    required: [url, api_token]
    properties:
      url: {type: string, title: Address}
      api_token: {type: string, title: Token, airbyte_secret: true}
"""


def person(number: int, day: int = 1) -> dict:
    return {
        "id": number,
        "name": f"Person {number}" if number % 7 else None,
        "height": 1.5 + number % 50 / 100,
        "alive": number % 3 == 0,
        "born": f"19{number % 80 + 10}-02-03",
        "address": {"street": number % 9, "door": [number, "b"]},
        "updated_at": f"2024-01-{day:02d}T00:00:00Z",
    }


class Town:
    """The API while it is open. Counts the requests of each path."""

    def __init__(self, people: int = 250, streets: int = 12) -> None:
        self.people = {number: person(number) for number in range(1, people + 1)}
        self.streets = [{"name": f"Street {n}", "houses": n} for n in range(streets)]
        self.broken: set[str] = set()
        self.requests: list[str] = []
        self.visitor: Callable[[str, int], None] = lambda path, page: None
        town = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                code, body = town.answer(self.path, self.headers.get("Authorization"))
                data = json.dumps(body).encode()
                self.send_response(code)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._server.handle_error = lambda *_: None  # clients that leave in the middle
        serve = self._server.serve_forever
        threading.Thread(target=serve, args=(0.01,), daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    @property
    def config(self) -> dict:
        return {"url": self.url, "api_token": TOKEN}

    def answer(self, address: str, authorization: str | None) -> tuple[int, dict]:
        url = urlsplit(address)
        query = {key: values[0] for key, values in parse_qs(url.query).items()}
        self.requests.append(url.path)
        if authorization != f"Bearer {TOKEN}":
            return 401, {"message": "Who are you?"}
        if url.path in self.broken:
            return 403, {"message": "This street is closed."}
        page = int(query.get("page", 0))
        self.visitor(url.path, page)
        rows = self.streets
        if url.path == "/people":
            since = query.get("since", "")
            rows = [each for each in self.people.values() if each["updated_at"] >= since]
        return 200, {"rows": rows[page * PAGE : (page + 1) * PAGE]}

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def __enter__(self) -> Town:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
