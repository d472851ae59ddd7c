#!/usr/bin/python3
"""Writes friedman.csv (Friedman's first function, two useless features) and friedman.json: what scikit-learn finds in it."""
import json

import numpy as np
import sklearn
from sklearn.ensemble import RandomForestRegressor
from sklearn.inspection import permutation_importance
from sklearn.model_selection import train_test_split

rng = np.random.default_rng(11)
X = rng.uniform(size=(800, 7)).round(6)
y = (10 * np.sin(np.pi * X[:, 0] * X[:, 1]) + 20 * (X[:, 2] - 0.5) ** 2 + 10 * X[:, 3] + 5 * X[:, 4] + rng.normal(size=800)).round(6)
names = [f"x{i + 1}" for i in range(7)]
np.savetxt("friedman.csv", np.column_stack([X, y]), fmt="%.6f", delimiter=",", header=",".join([*names, "y"]), comments="")

runs, scores = [], []
for seed in range(10):
    a, b, c, d = train_test_split(X, y, test_size=0.2, random_state=seed)
    forest = RandomForestRegressor(100, random_state=seed, n_jobs=-1).fit(a, c)
    runs.append(permutation_importance(forest, b, d, n_repeats=10, random_state=seed, n_jobs=-1).importances_mean)
    scores.append(forest.score(b, d))
with open("friedman.json", "w") as out:
    json.dump({
        "scikit_learn": sklearn.__version__,
        "r_squared": float(np.mean(scores)),
        "r_squared_std": float(np.std(scores)),
        "importance": dict(zip(names, np.mean(runs, axis=0).round(6).tolist())),
        "importance_std": dict(zip(names, np.std(runs, axis=0).round(6).tolist())),
    }, out, indent=2)
    out.write("\n")
