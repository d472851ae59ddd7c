#!/usr/bin/python3
"""
Ours beside its peers on this machine in one run; prints the tables of the README.

Cold is a whole process from start to end, as at a shell. Warm is the same work again in a process that runs already, as in a service or a notebook: the
peers' scripts are repeated by peers/repeat.py and peers/repeat.R with their imports loaded, ours by --repeat; the median of those after the first two.

    bench/compare.py [--tables FOLDER] [ROWS ...]

The least squares table is at 10,000 and 1,000,000 rows when none are named, the whole pipeline at 10,000. A table of 10,000,000 rows is 1 GB and takes
minutes to write: those in FOLDER are used again, and left there. It is read cold only.

Needs the .NET SDK with clang or gcc (for native code), and from Debian r-base-core, r-cran-data.table, python3-statsmodels, python3-sklearn and
python3-matplotlib. The programs take turns, six times each (three times from 10,000,000 rows on, where a process is long). Times and peak memory are the
best of each, because what disturbs a run only makes it longer. Idle is the peak of the same program on a table of a hundred rows.
"""
import argparse
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).parent
PYTHON = "/usr/bin/python3"
TARGET = "revenue"
FEATURES = [f"x{i}" for i in range(1, 11)]
PIPELINE_ROWS, PIPELINE_COLUMNS = 10_000, 8
PEER_CHARTS = ["actual_vs_predicted", "coefficients", "feature_importance"]
TURNS = 6
LONG, LONG_TURNS = 10_000_000, 3  # a table so large is read fewer times, and cold only
WARM_FROM = 2  # how many of the repeated runs still warm up


def run(command, log):
    """Wall seconds, peak MiB."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=log)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(map(str, command))} ended with {process.returncode}")
    return seconds, usage.ru_maxrss / 1024


def best(commands, times, log):
    """For each program the shortest time and the smallest peak, taken in turn."""
    taken = {name: [] for name in commands}
    for _ in range(times):
        for name, command in commands.items():
            taken[name].append(run(command, log))
    return {name: [min(values) for values in zip(*runs)] for name, runs in taken.items()}


def warm(command):
    """The median seconds of a command that repeats its work and says how long each time took."""
    said = subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True).stderr
    seconds = [float(line) for line in said.splitlines() if re.fullmatch(r"\d+\.\d{4}", line)]
    return statistics.median(seconds[WARM_FROM:])


def repeated(command, times):
    """The command that does the work of another so many times in one process."""
    interpreter, *rest = map(str, command)
    if interpreter == "Rscript":
        return ["Rscript", HERE / "peers" / "repeat.R", str(times), *rest]
    if interpreter == PYTHON:
        return [PYTHON, HERE / "peers" / "repeat.py", str(times), *rest]
    return [interpreter, *rest, f"--repeat={times}"]


def warm_row(commands, ours, times):
    """Cells of a table: the seconds of ours, and how many times as long each other took."""
    took = {name: warm(repeated(command, (4 if name in ours else 1) * times)) for name, command in commands.items()}
    own = took["runtime"]
    return [f"{took[name]:.3f} s" for name in ours] + [f"{took[name] / own:.1f} × ({took[name]:.2f} s)" for name in commands if name not in ours]


def publish(project, folder, native):
    if os.path.exists(f"{folder}/{project.lower()}"):
        return f"{folder}/{project.lower()}"
    subprocess.run(
        ["dotnet", "publish", HERE / project, "-c", "Release", "-r", "linux-x64", "-o", folder, "-v", "quiet", "--artifacts-path", f"{os.path.dirname(folder)}/artifacts-{native}",
         f"-p:PublishAot={str(native).lower()}"], check=True, stdout=sys.stderr)
    return f"{folder}/{project.lower()}"


def version(package):
    return subprocess.run([PYTHON, "-c", f"import {package}; print({package}.__version__)"], capture_output=True, text=True).stdout.strip()


def beside(own, other):
    return f"{other[0] / own['native'][0]:.1f} × native, {other[0] / own['runtime'][0]:.1f} × runtime ({other[0]:.2f} s, {other[1]:.0f} MiB)"


def table(tables, rows, columns):
    path = Path(tables, f"{rows}x{columns}.csv")
    if not path.exists():
        subprocess.run([PYTHON, HERE / "peers" / "make_data.py", str(rows), str(columns), path], check=True)
    return path


def least_squares(sizes, folder, tables, log):
    programs = {"native": publish("Ols", f"{folder}/ols-native", True), "runtime": publish("Ols", f"{folder}/ols", False)}
    ours = lambda data: {name: [program, data, TARGET, *FEATURES] for name, program in programs.items()}
    idle = best(ours(table(tables, 100, 10)), 3, log)
    print(f"| least squares, file to table | ours, native | ours, .NET runtime | R {r_version()}, fread + lm | statsmodels {version('statsmodels')}, pandas {version('pandas')} |")
    print("| --- | --- | --- | --- | --- |")
    for rows in sizes:
        data = table(tables, rows, 10)
        peers = {"R": ["Rscript", HERE / "peers" / "ols_r.R", data, TARGET], "statsmodels": [PYTHON, HERE / "peers" / "ols_statsmodels.py", data, TARGET]}
        took = best(ours(data) | peers, LONG_TURNS if rows >= LONG else TURNS, log)
        cells = [f"{took[name][0]:.2f} s, {took[name][1]:.0f} MiB ({took[name][1] - idle[name][1]:.0f} above idle)" for name in programs]
        print(f"| {rows:,} rows × 10, cold | {' | '.join(cells)} | {' | '.join(beside(took, took[peer]) for peer in peers)} |", flush=True)
        if rows < LONG:
            print(f"| {rows:,} rows × 10, warm | {' | '.join(warm_row(ours(data) | peers, programs, 5 + WARM_FROM))} |", flush=True)


def r_version():
    return re.search(r"\d+\.\d+\.\d+", subprocess.run(["R", "--version"], capture_output=True, text=True).stdout).group()


def pipeline(folder, tables, log):
    data = table(tables, PIPELINE_ROWS, PIPELINE_COLUMNS)
    with open(f"{folder}/peer.log", "w+") as said:
        subprocess.run([PYTHON, HERE / "peers" / "pipeline_sklearn.py", data, TARGET, f"{folder}/peer"], check=True, stdout=said)
        said.seek(0)
        scores, order = said.readline().split(), said.readline().split()
    programs = {"native": publish("Analyze", f"{folder}/analyze-native", True), "runtime": publish("Analyze", f"{folder}/analyze", False)}
    peer = {"peer": [PYTHON, HERE / "peers" / "pipeline_sklearn.py", data, TARGET, f"{folder}/peer"]}
    print(f"\n| whole pipeline | ours, native | ours, .NET runtime | scikit-learn {version('sklearn')}, matplotlib {version('matplotlib')} |")
    print("| --- | --- | --- | --- |")
    for charts, option in (f"the same {len(PEER_CHARTS)} charts", [f"--charts={','.join(PEER_CHARTS)}"]), ("all our charts", []):
        commands = {name: [program, data, TARGET, f"{folder}/{name}", *option] for name, program in programs.items()} | peer
        took = best(commands, TURNS, log)
        print(f"| {PIPELINE_ROWS:,} rows × {PIPELINE_COLUMNS}, {charts}, cold | {' | '.join(f'{took[name][0]:.2f} s, {took[name][1]:.0f} MiB' for name in programs)} | {beside(took, took['peer'])} |", flush=True)
        print(f"| {PIPELINE_ROWS:,} rows × {PIPELINE_COLUMNS}, {charts}, warm | {' | '.join(warm_row(commands, programs, 2 + WARM_FROM))} |", flush=True)
    found = json.loads(Path(f"{folder}/native/result.json").read_text())["statistics"]
    ranks = {feature["feature"]: feature["rank"] for feature in found["feature_importance"]["features"]}
    agree = all(ranks[one] <= ranks[other] for one, other in zip(order, order[1:]))
    charts = {name: len(list(Path(f"{folder}/{name}").glob("*.png"))) for name in ("native", "peer")}
    print(f"\nCharts: ours {charts['native']}, the peer's {charts['peer']}. R² of unseen rows, linear and forest: ours "
          f"{found['linear_regression']['holdout']['r_squared']:.4f} and {found['feature_importance']['model_r_squared']:.4f}, the peer's "
          f"{float(scores[0]):.4f} and {float(scores[1]):.4f}. Order of the features: {'the same' if agree else ' '.join(sorted(ranks, key=ranks.get)) + ' and ' + ' '.join(order)}.")


def main():
    options = argparse.ArgumentParser(description="Ours beside its peers; says more at its top.")
    options.add_argument("--tables", metavar="FOLDER", help="where tables are kept between runs")
    options.add_argument("--programs", metavar="FOLDER", help="where the published programs are kept between runs, to be published anew only when they are not there")
    options.add_argument("rows", nargs="*", type=int, default=[10_000, 1_000_000], metavar="ROWS")
    options = options.parse_args()
    with tempfile.TemporaryDirectory() as temporary, open(os.devnull, "w") as log:
        folder = options.programs or temporary
        tables = options.tables or temporary
        print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}\n")
        least_squares(options.rows, folder, tables, log)
        pipeline(folder, tables, log)


main()
