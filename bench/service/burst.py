#!/usr/bin/env python3
"""Ten tables of 50 MB uploaded and analysed at once, while somebody asks for the health and makes small calls all the time.
    bench/service/burst.py ADDRESS [TABLES] [MEGABYTES] [PROCESS]
PROCESS is the service's process id: its peak memory is read from /proc. The service must run with RateLimit__RequestsPerMinute=0."""
import multiprocessing
import sys
import threading
import time

from client import Client, numbers, percentile

address, tables, megabytes = sys.argv[1], int((sys.argv[2:] or [10])[0]), float((sys.argv[3:] or [50])[0])
process = sys.argv[4] if len(sys.argv) > 4 else None

part = numbers(20_000, 10)
head, rest = part.split(b"\n", 1)
table = head + b"\n" + rest * int((megabytes * 1024 * 1024 - len(head) - 1) // len(rest))
small = Client(address).upload("small.csv", numbers(50, 3))[0]
over, answers, ended = multiprocessing.Event(), multiprocessing.Queue(), []


def ask(path):
    client, times = Client(address), []
    while not over.is_set():
        times.append(client.must(200, "GET", path)[1])
        time.sleep(0.02)
    answers.put((path, times))


def analyse(number):
    client = Client(address)
    began = time.perf_counter()
    upload, sent = client.upload(f"table-{number}.csv", table)
    result = client.result(client.analyze(upload, "y"))
    ended.append((result["status"], sent, time.perf_counter() - began))


# Processes of their own: what sends 50 MB in this one would hold them up.
askers = [multiprocessing.Process(target=ask, args=(path,)) for path in ("/health", f"/uploads/{small}")]
work = [threading.Thread(target=analyse, args=(number,)) for number in range(tables)]
began = time.perf_counter()
for thread in askers + work:
    thread.start()
for thread in work:
    thread.join()
seconds = time.perf_counter() - began
over.set()
asked = [answers.get() for _ in askers]

print(f"{tables} tables of {len(table) / 1048576:.1f} MB, {sum(status == 'completed' for status, _, _ in ended)} completed in {seconds:.1f} s; "
      f"uploads took up to {max(sent for _, sent, _ in ended):.1f} s")
for path, times in asked:
    print(f"{'GET ' + path.split('/')[1]:12} {len(times)} answers: median {percentile(times, 0.5) * 1000:.1f} ms, "
          f"99 % {percentile(times, 0.99) * 1000:.1f} ms, slowest {max(times) * 1000:.1f} ms")
if process:
    peak = next(line for line in open(f"/proc/{process}/status") if line.startswith("VmHWM"))
    print(f"peak memory  {int(peak.split()[1]) / 1024:.0f} MiB")
sys.exit(0 if all(status == "completed" for status, _, _ in ended) and len(ended) == tables else 1)
