#!/usr/bin/python3
"""repeat.py TIMES SCRIPT [ARGUMENT ...]: runs a script again and again in one process, its imports loaded once; each time's seconds are a line on
standard error."""
import runpy
import sys
import time

times, script, *arguments = sys.argv[1:]
sys.argv = [script, *arguments]
for _ in range(int(times)):
    start = time.perf_counter()
    runpy.run_path(script, run_name="__main__")
    print(f"{time.perf_counter() - start:.4f}", file=sys.stderr, flush=True)
