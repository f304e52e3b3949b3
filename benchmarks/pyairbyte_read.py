"""Reads the same API with PyAirbyte and with Godwit's Python client, in turns, and divides.

    python3 benchmarks/pyairbyte_read.py PYAIRBYTE_PYTHON GODWIT_PYTHON [ROWS] [ROUNDS]

The first is an interpreter that has airbyte, the second one that has the client; GODWIT_HOME names
the distribution. For each of the two it tells seconds until a check has passed, seconds of a read into
a new DuckDB file, and the most memory that all of its processes had together. The best round counts,
since other work on the machine can only slow them down. Linux alone, for its /proc.
"""

import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

PAGE = 1_000

FIELDS = {"id": {"type": "integer"}, "name": {"type": "string"}, "total": {"type": "number"}}
FIELDS |= {"at": {"type": "string", "format": "date-time"}, "tags": {"type": "array"}}

MANIFEST = {
    "version": "7.0.0",
    "type": "DeclarativeSource",
    "check": {"type": "CheckStream", "stream_names": ["rows"]},
    "streams": [
        {
            "type": "DeclarativeStream",
            "name": "rows",
            "primary_key": "id",
            "retriever": {
                "type": "SimpleRetriever",
                "requester": {
                    "type": "HttpRequester",
                    "url_base": "{{ config['url'] }}",
                    "path": "/rows",
                },
                "record_selector": {
                    "type": "RecordSelector",
                    "extractor": {"type": "DpathExtractor", "field_path": ["rows"]},
                },
                "paginator": {
                    "type": "DefaultPaginator",
                    "page_token_option": {
                        "type": "RequestOption",
                        "inject_into": "request_parameter",
                        "field_name": "page",
                    },
                    "pagination_strategy": {
                        "type": "PageIncrement",
                        "page_size": PAGE,
                        "inject_on_first_request": True,
                    },
                },
            },
            "schema_loader": {
                "type": "InlineSchemaLoader",
                "schema": {"type": "object", "properties": FIELDS},
            },
        }
    ],
    "spec": {
        "type": "Spec",
        "connection_specification": {
            "type": "object",
            "required": ["url"],
            "properties": {"url": {"type": "string"}},
        },
    },
}

SCRIPT = """
import json, sys, time
started = time.perf_counter()
from pathlib import Path
import {package} as ab
source = ab.get_source(
    "source-rows", config={{"url": sys.argv[1]}}, source_manifest=Path(sys.argv[2]), streams="*")
source.check()
checked = time.perf_counter()
result = source.read(cache=ab.DuckDBCache(db_path=Path(sys.argv[3])))
print("TIMES", json.dumps([checked - started, time.perf_counter() - checked, len(result["rows"])]))
"""


def serve(rows):
    def row(n):
        tags = [str(n % 5), "x" * (n % 20)]
        at = f"2024-01-{n % 28 + 1:02d}T00:00:00Z"
        return {"id": n, "name": f"Row {n}", "total": n / 4, "at": at, "tags": tags}

    pages = [
        json.dumps({"rows": [row(n) for n in range(first, min(first + PAGE, rows))]}).encode()
        for first in range(0, rows + PAGE, PAGE)
    ]

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):
            page = pages[int(parse_qs(urlsplit(self.path).query)["page"][0])]
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(page)))
            self.end_headers()
            self.wfile.write(page)

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.handle_error = lambda *_: None  # clients that leave in the middle
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}"


def memory(pid):
    """Megabytes of a process and of all that it has started, what they share counted once."""
    total = 0
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                total += int(line.split()[1]) // 1024
        for children in Path(f"/proc/{pid}/task").glob("*/children"):
            total += sum(memory(int(child)) for child in children.read_text().split())
    except (OSError, ValueError):
        pass
    return total


def measure(python, package, url, manifest):
    with tempfile.TemporaryDirectory() as folder:
        quiet = {"AIRBYTE_OFFLINE_MODE": "1", "DO_NOT_TRACK": "1", "NO_LIVE_PROGRESS": "1"}
        process = subprocess.Popen(
            [python, "-c", SCRIPT.format(package=package), url, manifest, f"{folder}/rows.duckdb"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=folder,
            text=True,
            env={**os.environ, **quiet},
        )
        peak = 0
        while process.poll() is None:
            peak = max(peak, memory(process.pid))
            time.sleep(0.05)
        told = [line for line in process.stdout if line.startswith("TIMES ")]
    if not told:
        sys.exit(f"{package} failed")
    check, read, rows = json.loads(told[0].removeprefix("TIMES "))
    return {"check": check, "read": read, "memory": peak, "rows": rows}


def main():
    theirs, ours, *numbers = sys.argv[1:]
    rows, rounds = [*map(int, numbers), 100_000, 3][:2] if len(numbers) != 1 else [int(numbers[0]), 3]
    url = serve(rows)
    with tempfile.TemporaryDirectory() as folder:
        manifest = Path(folder, "rows.yaml")
        manifest.write_text(json.dumps(MANIFEST))
        tries = {"airbyte": [], "godwit": []}
        for _ in range(rounds):
            tries["airbyte"].append(measure(theirs, "airbyte", url, str(manifest)))
            tries["godwit"].append(measure(ours, "godwit", url, str(manifest)))
    for each in tries["airbyte"] + tries["godwit"]:
        assert each["rows"] == rows, each
    print(f"{rows} rows, best of {rounds}     PyAirbyte      Godwit   ratio")
    for name, unit in (("check", "s"), ("read", "s"), ("memory", "MB")):
        a, b = (min(each[name] for each in tries[package]) for package in ("airbyte", "godwit"))
        print(f"{name + ', ' + unit:26}{a:12.2f}{b:12.2f}{a / b:8.1f}")


main()
