#!/usr/bin/python3
"""How much one replica takes on this machine, beside the same service in Python (peer.py), over loopback, in turn: reads by wrk, uploads of 20 MB by two
clients, analyses of 1,000 rows × 8 numbers, all taken on at once. Each step is bounded in time. Prints a Markdown table.
    bench/service/load.py [PUBLISHED]
PUBLISHED is a folder with the service (dotnet publish src/Api -c Release --os linux --arch x64 -o PUBLISHED), made when not given.
Needs wrk, python3-fastapi, python3-uvicorn, python3-multipart, python3-pandas, python3-sklearn and python3-matplotlib from Debian."""
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from client import Client, numbers

SECONDS, CONNECTIONS, UPLOADS, ANALYSES = 4, 16, 4, 8
here = Path(__file__).parent


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def started(command, port, environment):
    process = subprocess.Popen(command, env=os.environ | environment, stdout=subprocess.DEVNULL, start_new_session=True)
    address = f"http://127.0.0.1:{port}"
    for _ in range(300):
        try:
            Client(address).must(200, "GET", "/health")
            return process, address
        except OSError:
            time.sleep(0.1)
    sys.exit(f"{command[0]} does not start")


def reads(address, path):
    said = subprocess.run(["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", f"{address}/api/v1{path}"], capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in said:
        sys.exit(said)
    return float(re.search(r"Requests/sec: +([\d.]+)", said)[1])


def at_once(count, work):
    threads = [threading.Thread(target=work) for _ in range(count)]
    began = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return time.perf_counter() - began


def measured(address):
    table, large = numbers(1_000, 9), numbers(100_000, 11)
    upload, _ = Client(address).upload("small.csv", table)
    for job in [Client(address).analyze(upload, "y") for _ in range(2)]:  # every worker is warm
        Client(address).result(job)

    def send():
        client = Client(address)
        for _ in range(UPLOADS // 2):
            client.upload("large.csv", large)

    throughput = UPLOADS * len(large) / 1048576 / at_once(2, send)
    client = Client(address)
    began = time.perf_counter()
    jobs = [client.analyze(upload, "y") for _ in range(ANALYSES)]
    if any(client.result(job)["status"] != "completed" for job in jobs):
        sys.exit("an analysis failed")
    analyses = ANALYSES / (time.perf_counter() - began)
    return {"GET health a second": reads(address, "/health"), "GET result a second": reads(address, f"/results/{jobs[0]}"),
            "upload, MB a second": throughput, "analyses a second": analyses}


with tempfile.TemporaryDirectory() as folder:
    published = Path(sys.argv[1] if len(sys.argv) > 1 else f"{folder}/published").resolve()
    if len(sys.argv) < 2:
        subprocess.run(["dotnet", "publish", here.parent.parent / "src/Api", "-c", "Release", "--os", "linux", "--arch", "x64", "-o", published, "-v", "quiet"], check=True)
    for name in ("data", "output", "peer"):
        os.makedirs(f"{folder}/{name}")
    ports = free_port(), free_port()
    services = {
        "peer": ([sys.executable, str(here / "peer.py"), str(ports[0]), f"{folder}/peer"], ports[0], {}),
        "ours": ([str(published / "RegressionAnalyzer.Api"), "--urls", f"http://127.0.0.1:{ports[1]}"], ports[1],
                 {"Storage__DataPath": f"{folder}/data", "Storage__OutputPath": f"{folder}/output", "RateLimit__RequestsPerMinute": "0", "LOG_LEVEL": "warning"}),
    }
    found = {}
    for name, (command, port, environment) in services.items():
        process, address = started(command, port, environment)
        try:
            found[name] = measured(address)
            print(name, found[name], file=sys.stderr, flush=True)
        finally:
            os.killpg(process.pid, signal.SIGKILL)  # with its workers
            process.wait()

    print(f"One replica, {os.cpu_count()} cores shared with the clients; wrk with {CONNECTIONS} connections for {SECONDS} s\n")
    print("| | FastAPI, pandas, scikit-learn | ours | ratio |")
    print("| --- | ---: | ---: | ---: |")
    for what, peer in found["peer"].items():
        print(f"| {what} | {peer:.4g} | {found['ours'][what]:.4g} | {found['ours'][what] / peer:.1f} × |")
