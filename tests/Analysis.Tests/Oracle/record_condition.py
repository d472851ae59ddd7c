#!/usr/bin/python3
"""Puts exact condition numbers in place of R's where it has none of their digits: record_condition.py, run in this folder after record.R.

Where the columns' scales are far apart the smallest singular value is lost in the rounding of the largest, in R as in LAPACK; 120 digits keep it."""
import csv
import re
from decimal import Decimal, getcontext

getcontext().prec = 120
TABLES = {"extreme_scales": ["air", "water", "acid"], "large_integers": ["x", "z"]}


def inverse(matrix):
    size = len(matrix)
    rows = [list(row) + [Decimal(int(i == j)) for j in range(size)] for i, row in enumerate(matrix)]
    for i in range(size):
        rows[i] = [value / rows[i][i] for value in rows[i]]
        for k in range(size):
            if k != i:
                rows[k] = [a - rows[k][i] * b for a, b in zip(rows[k], rows[i])]
    return [row[size:] for row in rows]


def largest_eigenvalue(matrix):
    vector = [Decimal(1) / (i + 1) for i in range(len(matrix))]
    for _ in range(500):
        image = [sum(a * b for a, b in zip(row, vector)) for row in matrix]
        value = max(map(abs, image))
        vector = [entry / value for entry in image]
    return value


for table, columns in TABLES.items():
    # the doubles that the text stands for, each exactly
    rows = [[Decimal(1)] + [Decimal(float(row[column])) for column in columns] for row in csv.DictReader(open(f"{table}.csv"))]
    products = [[sum(row[i] * row[j] for row in rows) for j in range(len(rows[0]))] for i in range(len(rows[0]))]
    condition = (largest_eigenvalue(products) * largest_eigenvalue(inverse(products))).sqrt()
    text = re.sub(r'"condition_number": \S+', f'"condition_number": {float(condition)!r}', open(f"{table}.json").read())
    open(f"{table}.json", "w").write(text)
