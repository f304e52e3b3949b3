"""What Python components cost: the same stream with one of each kind, by Godwit and by the reference.

    python3 benchmarks/components.py ./godwit REFERENCE_PYTHON [ROWS] [ROUNDS]

REFERENCE_PYTHON is an interpreter that has airbyte-cdk; Godwit's components run in it, too. Prints
seconds of the clock and of processor time, the best of the rounds, and rows that came. Linux or macOS.
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

PAGE = 1_000
BODY = {"name": "Ann of the Birds", "email": "ann@example.com", "city": "Rotterdam",
        "notes": "x" * 120, "score": 12.5, "active": True}

COMPONENTS = '''
from dataclasses import dataclass
from airbyte_cdk.sources.declarative.auth.declarative_authenticator import NoAuth
from airbyte_cdk.sources.declarative.extractors import RecordFilter
from airbyte_cdk.sources.declarative.extractors.record_extractor import RecordExtractor
from airbyte_cdk.sources.declarative.requesters import HttpRequester
from airbyte_cdk.sources.declarative.requesters.paginators.strategies import PageIncrement
from airbyte_cdk.sources.declarative.retrievers import SimpleRetriever
from airbyte_cdk.sources.declarative.transformations import RecordTransformation


class Changed(RecordTransformation):
    def transform(self, record, config=None, stream_state=None, stream_slice=None):
        record["double"] = record["id"] * 2
        record["city"] = record["city"].upper()


@dataclass
class Kept(RecordFilter):
    def filter_records(self, records, stream_state, stream_slice=None, next_page_token=None):
        return (record for record in records if record["id"] % 10)


class Found(RecordExtractor):
    def extract_records(self, response):
        yield from response.json()


@dataclass
class Known(NoAuth):
    def get_auth_header(self):
        return {"Authorization": "Bearer key"}


@dataclass
class Asked(HttpRequester):
    pass


@dataclass
class Paged(PageIncrement):
    pass


@dataclass
class Read(SimpleRetriever):
    pass
'''


def custom(kind, name, **fields):
    return {"type": kind, "class_name": "source_declarative_manifest.components." + name, **fields}


def manifest(url, kind):
    strategy = {"page_size": PAGE, "inject_on_first_request": True}
    stream = {
        "type": "DeclarativeStream",
        "name": "items",
        "schema_loader": {"type": "InlineSchemaLoader",
                          "schema": {"type": "object", "properties": {"id": {"type": "integer"}}}},
        "retriever": {
            "type": "SimpleRetriever",
            "requester": {"type": "HttpRequester", "url_base": url, "path": "items"},
            "paginator": {
                "type": "DefaultPaginator",
                "$parameters": {"url_base": url},
                "page_token_option": {"type": "RequestOption", "inject_into": "request_parameter",
                                      "field_name": "page"},
                "pagination_strategy": {"type": "PageIncrement", **strategy},
            },
            "record_selector": {"type": "RecordSelector",
                                "extractor": {"type": "DpathExtractor", "field_path": []}},
        },
    }
    retriever = stream["retriever"]
    if kind == "transformation":
        stream["transformations"] = [custom("CustomTransformation", "Changed")]
    elif kind == "filter":
        retriever["record_selector"]["record_filter"] = custom("CustomRecordFilter", "Kept")
    elif kind == "extractor":
        retriever["record_selector"]["extractor"] = custom("CustomRecordExtractor", "Found")
    elif kind == "authenticator":
        retriever["requester"]["authenticator"] = custom("CustomAuthenticator", "Known")
    elif kind == "requester":
        retriever["requester"] |= custom("CustomRequester", "Asked")
    elif kind == "pagination strategy":
        retriever["paginator"]["pagination_strategy"] = custom(
            "CustomPaginationStrategy", "Paged", start_from_page=0, **strategy)
    elif kind == "retriever":
        retriever |= custom("CustomRetriever", "Read")
    return {
        "version": "6.0.0",
        "type": "DeclarativeSource",
        "check": {"type": "CheckStream", "stream_names": ["items"]},
        "streams": [stream],
        "spec": {"type": "Spec", "connection_specification": {"type": "object", "properties": {}}},
    }


KINDS = ["none", "transformation", "filter", "extractor", "authenticator", "requester",
         "pagination strategy", "retriever"]


def serve(rows):
    pages = [json.dumps([{"id": at + i, **BODY} for i in range(min(PAGE, rows - at))]).encode()
             for at in range(0, rows, PAGE)]

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):
            page = int(parse_qs(urlsplit(self.path).query).get("page", ["0"])[0])
            body = pages[page] if page < len(pages) else b"[]"
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.handle_error = lambda *_: None
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}"


def read(command, folder, variables):
    begun = time.monotonic()
    with open(pathlib.Path(folder, "out.jsonl"), "wb") as out:
        process = subprocess.Popen(
            [*command, "read", "--manifest-path", "manifest.json", "--components-path", "components.py",
             "--config", "config.json", "--catalog", "catalog.json"],
            cwd=folder, stdout=out, stderr=subprocess.DEVNULL, env={**os.environ, **variables})
        _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - begun
    if status:
        raise SystemExit(f"{command[0]} failed in {folder}")
    with open(pathlib.Path(folder, "out.jsonl"), "rb") as lines:
        rows = sum(b'"RECORD"' in line for line in lines)
    return seconds, usage.ru_utime + usage.ru_stime, rows


def main(launcher, python, rows=500_000, rounds=2):
    url = serve(int(rows))
    engines = {
        "godwit": ([os.path.abspath(launcher), "source-declarative-manifest"],
                   {"GODWIT_COMPONENTS_PYTHON": python}),
        "reference": ([str(pathlib.Path(python).with_name("source-declarative-manifest"))],
                      {"AIRBYTE_ENABLE_UNSAFE_CODE": "true"}),
    }
    catalog = {"streams": [{"stream": {"name": "items", "json_schema": {},
                                       "supported_sync_modes": ["full_refresh"]},
                            "sync_mode": "full_refresh", "destination_sync_mode": "append"}]}
    for kind in KINDS:
        best = {}
        with tempfile.TemporaryDirectory() as folder:
            for name, value in (("manifest", manifest(url, kind)), ("config", {}), ("catalog", catalog)):
                pathlib.Path(folder, name + ".json").write_text(json.dumps(value))
            pathlib.Path(folder, "components.py").write_text(COMPONENTS)
            for _ in range(int(rounds)):
                for name, (command, variables) in engines.items():
                    took = read(command, folder, variables)
                    best[name] = min(took, best.get(name, took))
        ours, theirs = best["godwit"], best["reference"]
        print(f"{kind:20} godwit {ours[0]:6.2f} s ({ours[1]:.2f} s)  reference {theirs[0]:6.2f} s"
              f" ({theirs[1]:.2f} s)  ratio {theirs[0] / ours[0]:.2f}  rows {ours[2]} {theirs[2]}",
              flush=True)


if __name__ == "__main__":
    if len(sys.argv) < 3:
        raise SystemExit(__doc__)
    main(*sys.argv[1:])
