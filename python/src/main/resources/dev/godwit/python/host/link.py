"""Sends what components ask for through Godwit: `requests` and `time.sleep`."""

import io
import queue
import threading
import time
from typing import Dict

current = threading.local()
_frames = None
_waiting: Dict[int, queue.SimpleQueue] = {}


def install(frames) -> None:
    global _frames
    _frames = frames
    import requests

    requests.adapters.HTTPAdapter.send = _send
    time.sleep = _sleep


def answered(head: dict, body: bytes) -> None:
    waiting = _waiting.get(head["answer"])
    if waiting is not None:
        waiting.put((head, body))


def ask(head: dict, body: bytes = b""):
    """Asks Godwit, on behalf of the call that this thread serves."""
    call = getattr(current, "call", None)
    if call is None:
        raise RuntimeError("only a thread that Godwit has called may use the network or sleep")
    waiting = _waiting.setdefault(call, queue.SimpleQueue())
    try:
        _frames.write({"id": call, **head}, body)
        return waiting.get()
    finally:
        _waiting.pop(call, None)


def _sleep(seconds: float) -> None:
    if getattr(current, "call", None) is None:
        threading.Event().wait(seconds)
    else:
        ask({"sleep": float(seconds)})


def _send(self, request, stream=False, timeout=None, verify=True, cert=None, proxies=None):
    import requests

    body = request.body
    if isinstance(body, str):
        body = body.encode()
    elif body is not None and not isinstance(body, bytes):
        body = body.read() if hasattr(body, "read") else b"".join(body)
    headers = {text(name): text(value) for name, value in request.headers.items()}
    head, content = ask(
        {
            "http": {
                "method": request.method,
                "url": request.url,
                "headers": headers,
                "has_body": body is not None,
            }
        },
        body or b"",
    )
    if "unreachable" in head:
        raise requests.exceptions.ConnectionError(head["unreachable"], request=request)
    return response(head, content, request)


def text(value) -> str:
    return value.decode("latin-1") if isinstance(value, bytes) else str(value)


def response(head: dict, body: bytes, request=None):
    """An answer as `requests` would have given it."""
    import requests

    answer = requests.Response()
    answer.status_code = head["status"]
    answer.headers = requests.structures.CaseInsensitiveDict(head["headers"])
    answer.url = head["url"]
    answer.encoding = requests.utils.get_encoding_from_headers(answer.headers)
    answer.reason = requests.status_codes._codes.get(answer.status_code, ("",))[0]
    answer._content = body
    answer._content_consumed = True
    answer.raw = io.BytesIO(body)
    if request is None:
        request = requests.Request("GET", answer.url).prepare()
    answer.request = request
    return answer
