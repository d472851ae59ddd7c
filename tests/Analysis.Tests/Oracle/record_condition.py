#!/usr/bin/python3
"""Puts exact condition numbers in place of R's where it has none of their digits: record_condition.py, run in this folder after record.R.

Where the columns' scales are far apart the smallest singular value is lost in the rounding of the largest, in R as in LAPACK; 120 digits keep it. They
solve the normal equations of these tables too, and R's coefficients and errors, of large_integers those that it has from differences, must agree."""
import csv
import json
import re
import sys
from decimal import Decimal, getcontext

getcontext().prec = 120
TABLES = {"extreme_scales": ["air", "water", "acid", "loss"], "large_integers": ["x", "z", "y"]}
DIGITS = 12


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


def check(name, exact, found):
    if abs(exact / Decimal(found) - 1) > Decimal(10) ** -DIGITS:
        sys.exit(f"{name} is {float(exact)!r}, and R has {found!r}.")


for table, columns in TABLES.items():
    # the doubles that the text stands for, each exactly
    data = [[Decimal(1)] + [Decimal(float(row[column])) for column in columns] for row in csv.DictReader(open(f"{table}.csv"))]
    rows, target = [row[:-1] for row in data], [row[-1] for row in data]
    size = len(columns)
    products = [[sum(row[i] * row[j] for row in rows) for j in range(size)] for i in range(size)]
    inverted = inverse(products)
    condition = (largest_eigenvalue(products) * largest_eigenvalue(inverted)).sqrt()
    text = re.sub(r'"condition_number": \S+', f'"condition_number": {float(condition)!r}', open(f"{table}.json").read())
    open(f"{table}.json", "w").write(text)

    sums = [sum(row[i] * y for row, y in zip(rows, target)) for i in range(size)]
    exact = [sum(a * b for a, b in zip(line, sums)) for line in inverted]
    residuals = [y - sum(a * b for a, b in zip(row, exact)) for row, y in zip(rows, target)]
    variance = sum(e * e for e in residuals) / (len(rows) - size)
    for i, found in enumerate(json.loads(text)["coefficients"]):
        check(f"{table}: the coefficient of {found['feature']}", exact[i], found["coefficient"])
        check(f"{table}: its standard error", (variance * inverted[i][i]).sqrt(), found["std_error"])
