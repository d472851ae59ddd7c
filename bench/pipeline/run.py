#!/usr/bin/python3
"""run.py [ROWS] [COLUMNS] [TIMES]: the whole pipeline, from the file to the result and the charts, by scikit-learn's (peer.py) and by ours
(bench/Analyze), in turn on this machine. Prints a Markdown table.

Needs the .NET SDK and, from Debian, python3-sklearn, python3-pandas, python3-matplotlib and python3-scipy."""
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import matplotlib
import pandas
import sklearn

here = Path(__file__).parent
rows, columns, times = (int(value) for value in (sys.argv[1:] + ["10000", "8", "5"][len(sys.argv) - 1 :]))


def run(command, log):
    """Runs a program; gives what it took: seconds, seconds of processor, peak memory in MiB."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=log)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{command[0]} ended with {process.returncode}")
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


with tempfile.TemporaryDirectory() as folder:
    data, built = f"{folder}/data.csv", f"{folder}/built"
    subprocess.run([sys.executable, here / "make_data.py", str(rows), str(columns), data], check=True)
    subprocess.run(["dotnet", "publish", here.parent / "Analyze", "-c", "Release", "-o", built, "-v", "quiet", "-p:PublishReadyToRun=true", "--use-current-runtime", "--self-contained", "false"], check=True, stdout=subprocess.DEVNULL)
    commands = {
        "peer": [sys.executable, str(here / "peer.py"), data, "revenue", f"{folder}/peer"],
        "ours": [f"{built}/analyze", data, "revenue", f"{folder}/ours"],
    }
    taken = {name: [] for name in commands}
    with open(f"{folder}/peer.log", "w+") as log:
        for _ in range(times):
            for name, command in commands.items():
                taken[name].append(run(command, log))
        log.seek(0)
        scores = log.readline().split()
        order = log.readline().split()
    found = json.loads(Path(f"{folder}/ours/result.json").read_text())["statistics"]
    charts = {name: len(list(Path(f"{folder}/{name}").glob("*.png"))) for name in commands}

peer, ours = ([statistics.median(run[at] for run in taken[name]) for at in range(3)] for name in ("peer", "ours"))
importance = found["feature_importance"]
rank = {feature["feature"]: feature["rank"] for feature in importance["features"]}
agree = all(rank[one] <= rank[other] for one, other in zip(order, order[1:]))
print(f"{rows:,} rows × {columns} numbers and a category, median of {times} runs each in turn, {os.cpu_count()} cores; scikit-learn {sklearn.__version__}, pandas {pandas.__version__}, matplotlib {matplotlib.__version__}\n")
print("| whole pipeline | pandas + scikit-learn + matplotlib | ours | ratio |")
print("| --- | ---: | ---: | ---: |")
print(f"| time | {peer[0]:.2f} s | {ours[0]:.2f} s | {peer[0] / ours[0]:.1f} × |")
print(f"| processor time | {peer[1]:.2f} s | {ours[1]:.2f} s | {peer[1] / ours[1]:.1f} × |")
print(f"| peak memory | {peer[2]:.0f} MiB | {ours[2]:.0f} MiB | {peer[2] / ours[2]:.1f} × |")
print(f"| charts | {charts['peer']} | {charts['ours']} | |")
print(f"| R² of unseen rows, linear | {float(scores[0]):.4f} | {found['linear_regression']['holdout']['r_squared']:.4f} | |")
print(f"| R² of unseen rows, forest | {float(scores[1]):.4f} | {importance['model_r_squared']:.4f} | |")
print(f"| order of the features | {' '.join(order)} | {'the same' if agree else ' '.join(sorted(rank, key=rank.get))} | |")
