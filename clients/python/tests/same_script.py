"""Reads the town twice, with the package that the first argument names, and says what came.

`test_pyairbyte` starts it with PyAirbyte and with Godwit: all but the import is the same.
"""

import json
import sys
from pathlib import Path

if sys.argv[1] == "airbyte":
    import airbyte as ab
else:
    import godwit as ab

town = json.loads(Path(sys.argv[2]).read_text())


def rows(dataset):
    """Rows as plain values, so that both can be compared."""
    found = []
    for row in dataset:
        plain = {}
        for name, value in dict(row).items():
            if name.startswith("_airbyte_"):
                continue
            if name == "height" and value is not None:
                value = round(float(value), 6)
            if name == "address" and isinstance(value, str):
                value = json.loads(value)
            if name == "updated_at":
                value = int(value.timestamp())
            plain[name] = value if isinstance(value, (int, float, dict, type(None))) else str(value)
        found.append(plain)
    return sorted(found, key=lambda row: json.dumps(row, sort_keys=True))


source = ab.get_source(
    "source-town",
    config=town["config"],
    source_manifest=Path(town["manifest"]),
    streams="*",
)
source.check()
cache = ab.DuckDBCache(db_path=Path(town["cache"]))
# PyAirbyte ends a reading whose dataset nobody holds any more, so a name holds it.
limited = source.get_records("people", limit=3)
told = {
    "streams": source.get_available_streams(),
    "selected": source.get_selected_streams(),
    "required": source.config_spec["required"],
    "fields": sorted(source.get_stream_json_schema("people")["properties"]),
    "limited": [row["id"] for row in limited],
    "runs": [],
}
for run in range(2):
    result = source.read(cache=cache)
    told["runs"].append(
        {
            "processed": result.processed_records,
            "streams": sorted(result.streams),
            "rows": {name: rows(dataset) for name, dataset in result.streams.items()},
            "lengths": {name: len(result[name]) for name in result.streams},
            "frame": list(result["people"].to_pandas().shape[:1]),
            "queried": [
                dict(row)["n"] for row in cache.run_sql_query("select count(*) as n from people")
            ],
        }
    )
    print("READ", run, flush=True)
    sys.stdin.readline()
Path(sys.argv[3]).write_text(json.dumps(told))
