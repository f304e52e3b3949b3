"""What rules cost: syncs of wide rows into DuckDB with and without them, in turns.

    python3 benchmarks/mappings.py ./godwit KIT MOCKAPI [ROUNDS] [ROWS]

KIT is the folder of the peer benchmark kit, MOCKAPI its API as a program. Prints seconds of processor
time and of the clock, medians and bests, with their ratios to the syncs without rules.
"""

import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

ADDRESS = "127.0.0.1:18765"
PERSONAL = "name email country uuid url bio description address.street address.city address.zip".split()
OTHERS = "active score qty created_at updated_at notes tags orders prefs metrics".split()


def renamed(fields):
    return [{"rename": {"field": f, "to": "new_" + f.replace(".", "_")}} for f in fields]


def hashed(fields):
    return [{"hash": {"fields": fields, "key": "a key of the benchmark"}}]


RULES = {
    "none": [],
    "20 renamed": renamed(PERSONAL + OTHERS),
    "10 hashed, 10 others renamed": hashed(PERSONAL) + renamed(OTHERS),
    "20 hashed and renamed": hashed(PERSONAL + OTHERS) + renamed(PERSONAL + OTHERS),
}


def sync(launcher, kit, rules, rows):
    """Seconds of processor time and of the clock that one sync takes."""
    with tempfile.TemporaryDirectory() as folder:
        connection = pathlib.Path(folder, "connection.json")
        connection.write_text(json.dumps({
            "source": str(kit / "manifests/bench.yaml"),
            "config": {"base_url": f"http://{ADDRESS}/x/count={rows},shape=wide", "page_size": 1000,
                       "num_workers": 10, "start_date": "2024-01-01T00:00:00Z",
                       "end_date": "2025-02-04T00:00:00Z"},
            "destination": "duckdb:out.duckdb",
            "streams": {"items_wide": {"mappings": rules} if rules else None},
        }))
        begun = time.monotonic()
        process = subprocess.Popen([launcher, "sync", str(connection), "--quiet"])
        _, status, usage = os.wait4(process.pid, 0)
        if status:
            raise SystemExit("the sync failed")
        return usage.ru_utime + usage.ru_stime, time.monotonic() - begun


def main(launcher, kit, mockapi, rounds=5, rows=100_000):
    server = subprocess.Popen([mockapi, "-addr", ADDRESS])
    results = {name: [] for name in RULES}
    try:
        time.sleep(1)
        for turn in range(int(rounds) + 1):
            names = list(RULES) if turn % 2 == 0 else list(RULES)[::-1]
            for name in names:
                seconds = sync(os.path.abspath(launcher), pathlib.Path(kit).resolve(), RULES[name], rows)
                if turn > 0:  # the first one warms up
                    results[name].append(seconds)
    finally:
        server.terminate()
    for kind, what in enumerate(("processor", "clock")):
        for name, seconds in results.items():
            these = [one[kind] for one in seconds]
            plain = [one[kind] for one in results["none"]]
            median, best = statistics.median(these), min(these)
            print(f"{what:10} {name:30} median {median:6.2f} ({median / statistics.median(plain):.2f})"
                  f"  best {best:6.2f} ({best / min(plain):.2f})")


if __name__ == "__main__":
    if len(sys.argv) < 4:
        raise SystemExit(__doc__)
    main(*sys.argv[1:])
