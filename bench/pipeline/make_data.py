#!/usr/bin/python3
"""make_data.py ROWS COLUMNS OUT.csv: numbers with a known linear law and noise, the last of them useless, and one category."""
import sys

import numpy as np

rows, columns, out = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
rng = np.random.default_rng(7)
weights = np.linspace(-2, 3, columns)
weights[-1] = 0
with open(out, "w") as file:
    file.write(",".join([f"x{i + 1}" for i in range(columns)] + ["segment", "revenue"]) + "\n")
    for start in range(0, rows, 100_000):
        count = min(100_000, rows - start)
        x = rng.normal(size=(count, columns)) * np.arange(1, columns + 1)
        segment = rng.integers(0, 4, count)
        y = 10 + x @ weights + rng.normal(size=count) * 3
        for i in range(count):
            file.write(",".join("%.6g" % value for value in x[i]) + "," + "ABCD"[segment[i]] + ",%.8g\n" % y[i])
