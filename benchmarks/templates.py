"""Times the reference engine's templates and Godwit's, in turns on the same machine, and divides.

    ./mvnw -q -pl benchmarks -am package -DskipTests
    PYTHON benchmarks/templates.py RECORDINGS [ROUNDS]

PYTHON is an interpreter that has airbyte-cdk, RECORDINGS the folder of templates.json. The best of
the rounds counts for each of the two, since other work on the machine can only slow them down.
"""

import glob
import json
import os
import subprocess
import sys
import time

from airbyte_cdk.sources.declarative.interpolation.jinja import JinjaInterpolation

HERE = os.path.dirname(os.path.abspath(__file__))


def is_plain(value):
    if isinstance(value, dict):
        return all(not key.startswith("$") and is_plain(item) for key, item in value.items())
    return all(map(is_plain, value)) if isinstance(value, list) else True


def evaluations(recordings, templates=50):
    with open(os.path.join(recordings, "templates.json"), encoding="utf-8") as file:
        entries = sorted(json.load(file)["templates"], key=lambda entry: -entry["count"])
    for entry in entries[:templates]:
        for case in entry["cases"]:
            if "value" in case and is_plain(case["context"]):
                yield entry["template"], case["context"]


def reference(pairs, seconds):
    interpolation = JinjaInterpolation()
    count = 0
    start = time.perf_counter()
    while time.perf_counter() - start < seconds:
        for template, context in pairs:
            interpolation.eval(template, **{"config": None, **context})
        count += len(pairs)
    return count / (time.perf_counter() - start)


def godwit(recordings):
    report = os.path.join(HERE, "target", "templates.json")
    classpath = os.pathsep.join(
        [os.path.join(HERE, "target", "classes")] + glob.glob(os.path.join(HERE, "target", "lib", "*"))
    )
    java = os.path.join(os.environ["JAVA_HOME"], "bin", "java") if "JAVA_HOME" in os.environ else "java"
    subprocess.run(
        [java, "-cp", classpath, "org.openjdk.jmh.Main", "TemplateBenchmark", "-prof", "gc"]
        + ["-jvmArgs", f"-Xmx512m -Dconformance.dir={recordings}", "-rf", "json", "-rff", report],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    with open(report, encoding="utf-8") as file:
        result = json.load(file)[0]
    best = max(max(fork) for fork in result["primaryMetric"]["rawData"])
    allocated = result["secondaryMetrics"]["gc.alloc.rate.norm"]["score"]
    return best, allocated


def main():
    recordings = os.path.abspath(sys.argv[1])
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    pairs = list(evaluations(recordings))
    reference(pairs, 2)
    theirs, ours, allocated = 0.0, 0.0, 0.0
    for _ in range(rounds):
        theirs = max(theirs, reference(pairs, 5))
        best, allocated = godwit(recordings)
        ours = max(ours, best)
    print(f"evaluations: {len(pairs)} of 50 templates")
    print(f"reference:   {theirs:14,.0f} a second")
    print(f"Godwit:      {ours:14,.0f} a second, {allocated:,.0f} bytes each")
    print(f"ratio:       {ours / theirs:14,.0f}")


if __name__ == "__main__":
    main()
