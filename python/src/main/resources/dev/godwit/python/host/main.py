"""Runs the Python components of one source for Godwit.

Started as `python main.py <components.py>`. Frames go through stdin and stdout: two lengths of four
bytes (big endian), a head in JSON, a body of bytes. What components print goes to stderr.
"""

import os
import sys
import threading
import traceback
from concurrent.futures import ThreadPoolExecutor

PIPE = 1 << 20
SET_PIPE_SIZE = 1031


def widen(pipe) -> None:
    """Lets a whole page of rows lie in a pipe, where the system can."""
    try:
        import fcntl

        fcntl.fcntl(pipe, SET_PIPE_SIZE, PIPE)
    except (ImportError, OSError):
        pass


wire_in = os.fdopen(os.dup(0), "rb")
wire_out = os.fdopen(os.dup(1), "wb")
os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
os.dup2(2, 1)

widen(wire_in)
widen(wire_out)

from fence import fence  # noqa: E402
from frames import Frames  # noqa: E402
import late  # noqa: E402
import link  # noqa: E402
from present import freeze  # noqa: E402

THREADS = 16


def main() -> None:
    frames = Frames(wire_in, wire_out)
    head, _ = frames.read()
    fenced = fence(head["memory"], sys.argv[1], os.path.dirname(os.path.abspath(__file__)))
    if head["now"] is not None:
        freeze(head["now"])
    late.install()
    link.install(frames)
    from calls import OPERATIONS
    from streams import Streams, load
    import renewals

    renewals.install()

    try:
        load(sys.argv[1])
    except BaseException as error:  # noqa: BLE001
        frames.write({"failed": describe(error)})
        return
    frames.write({"ready": fenced})
    streams = Streams()
    with ThreadPoolExecutor(THREADS) as threads:
        while True:
            head, body = frames.read()
            if head is None:
                os._exit(0)
            if "answer" in head:
                link.answered(head, body)
            elif "define" in head:
                streams.define(head)
            else:
                threads.submit(serve, frames, streams, OPERATIONS, head, body)


def serve(frames: Frames, streams, operations: dict, head: dict, body: bytes) -> None:
    from rows import Partial

    call = head["id"]
    link.current.call = call
    done, result = {"id": call}, b""
    try:
        if head["do"] == "review":
            from review import review

            done["value"] = review(head["with"]["components"])
            frames.write(done)
            return
        component, made_of = streams.component(head["stream"], head["path"])
        arguments = {
            **head["with"],
            "config": made_of["config"],
            "has_cursor": "incremental_sync" in made_of["fields"],
        }
        done["value"], result = operations[head["do"]](component, arguments, body)
    except Partial as partial:
        done["failed"], result = describe(partial.cause), partial.rows
    except BaseException as error:  # noqa: BLE001
        done["failed"] = describe(error)
    try:
        frames.write(done, result)
    except (TypeError, ValueError) as error:
        frames.write({"id": call, "failed": describe(error)})


def describe(error: BaseException) -> dict:
    lines = traceback.format_exception(error)
    return {
        "type": type(error).__name__,
        "message": str(getattr(error, "message", None) or error),
        "failure": str(getattr(getattr(error, "failure_type", None), "value", "")),
        "trace": "".join(lines)[-4000:],
        "where": place(error),
    }


def place(error: BaseException) -> str:
    """The line of the components' file that the error comes from."""
    inside = [f for f in traceback.extract_tb(error.__traceback__) if f.filename == sys.argv[1]]
    return f"line {inside[-1].lineno}, in {inside[-1].name}" if inside else ""


if __name__ == "__main__":
    threading.current_thread().name = "godwit"
    main()
