#!/usr/bin/python3
"""
File to full OLS table, ours beside R and statsmodels, on this machine in one run:

    bench/ols.py [ROWS ...]          10,000 and 1,000,000 rows when none are named; 10 numeric features each

Needs R with data.table, and statsmodels, from Debian's packages r-base-core, r-cran-data.table, python3-statsmodels. Each program is run five times
(once for 10 million rows and more), as a process of its own, start to end. Printed are the best wall and processor times and the peak memory, ours
also above what the same program takes for a table of ten rows.
"""
import os
import re
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
TARGET = "revenue"
FEATURES = [f"x{i}" for i in range(1, 11)]


def run(command):
    """Wall seconds, processor seconds, peak MiB."""
    start = time.perf_counter()
    with open(os.devnull, "w") as sink:
        process = subprocess.Popen(command, stdout=sink)
        _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{' '.join(command)} failed")
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def best(command, times):
    runs = [run(command) for _ in range(times)]
    return [min(run[i] for run in runs) for i in range(3)]


def version(command):
    out = subprocess.run(command, capture_output=True, text=True)
    return re.search(r"\d+\.\d+[\w.]*", out.stdout + out.stderr).group()


def main():
    sizes = [int(a) for a in sys.argv[1:]] or [10_000, 1_000_000]
    with tempfile.TemporaryDirectory() as folder:
        built = os.path.join(folder, "ols")
        subprocess.run(["dotnet", "publish", os.path.join(HERE, "Ols"), "-c", "Release", "-r", "linux-x64", "-o", built, "-v", "quiet"], check=True, stdout=sys.stderr)
        ours = [os.path.join(built, "ols")]
        data = lambda rows: os.path.join(folder, f"{rows}.csv")
        make = lambda rows: subprocess.run(["/usr/bin/python3", os.path.join(HERE, "peers", "make_data.py"), str(rows), "10", data(rows)], check=True)
        make(100)
        idle = best(ours + [data(100), TARGET, *FEATURES], 3)[2]
        peers = {
            f"R {version(['R', '--version'])}, fread + lm": lambda f: ["Rscript", os.path.join(HERE, "peers", "ols_r.R"), f, TARGET],
            f"statsmodels {version(['/usr/bin/python3', '-c', 'import statsmodels; print(statsmodels.__version__)'])}":
                lambda f: ["/usr/bin/python3", os.path.join(HERE, "peers", "ols_statsmodels.py"), f, TARGET],
        }
        print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}; ours idles at {idle:.0f} MiB\n")
        print("| rows | program | wall s | × ours | processor s | × ours | peak MiB |\n| --- | --- | --- | --- | --- | --- | --- |")
        for rows in sizes:
            make(rows)
            times = 1 if rows >= 10_000_000 else 5
            wall, cpu, peak = best(ours + [data(rows), TARGET, *FEATURES], times)
            print(f"| {rows:,} | ours | {wall:.2f} | 1 | {cpu:.2f} | 1 | {peak:.0f} ({peak - idle:.0f} above idle) |", flush=True)
            for name, command in peers.items():
                w, c, p = best(command(data(rows)), times)
                print(f"| {rows:,} | {name} | {w:.2f} | {w / wall:.1f} | {c:.2f} | {c / cpu:.1f} | {p:.0f} |", flush=True)
            os.remove(data(rows))


main()
