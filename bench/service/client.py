"""Calls of the service, for the measurements beside it. Standard library only."""
import http.client
import json
import time
import uuid
from urllib.parse import urlsplit

API = "/api/v1"


class Client:
    """One connection, kept open; one for each thread."""

    def __init__(self, address):
        self.host = urlsplit(address).netloc
        self.connection = http.client.HTTPConnection(self.host, timeout=600)

    def call(self, method, path, body=None, kind="application/json"):
        """Status, body, seconds."""
        began = time.perf_counter()
        self.connection.request(method, API + path, body, {"Content-Type": kind} if body is not None else {})
        answer = self.connection.getresponse()
        content = answer.read()
        return answer.status, content, time.perf_counter() - began

    def must(self, status, *call):
        got, content, seconds = self.call(*call)
        if got != status:
            raise SystemExit(f"{call[0]} {call[1]}: {got} {content[:400]!r}")
        return (json.loads(content) if content[:1] in (b"{", b"[") else content), seconds

    def upload(self, name, table):
        boundary = uuid.uuid4().hex
        head = f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n'.encode()
        body = head + table + f"\r\n--{boundary}--\r\n".encode()
        answer, seconds = self.must(201, "POST", "/upload", body, f"multipart/form-data; boundary={boundary}")
        return answer["upload_id"], seconds

    def analyze(self, upload, target):
        return self.must(202, "POST", "/analyze", json.dumps({"upload_id": upload, "target": target, "skip_llm": True}))[0]["job_id"]

    def result(self, job):
        while True:
            answer, _ = self.must(200, "GET", f"/results/{job}?wait=30s")
            if answer["status"] != "processing":
                return answer


def numbers(rows, columns, seed=7):
    """A table of numbers as CSV; the last column is explained by the others."""
    import random
    draw = random.Random(seed)
    lines = [",".join([f"x{at}" for at in range(columns - 1)] + ["y"])]
    for _ in range(rows):
        values = [draw.gauss(0, 1) for _ in range(columns - 1)]
        y = sum((at + 1) * value for at, value in enumerate(values)) + draw.gauss(0, 1)
        lines.append(",".join(f"{value:.15f}" for value in values + [y]))
    return ("\n".join(lines) + "\n").encode()


def percentile(values, share):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]
